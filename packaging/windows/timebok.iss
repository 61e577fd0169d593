; The Windows installer, for Inno Setup 6.3 or newer. Not run here: no machine of the project runs
; Windows. tests/handing_out/test_windows_recipe.py holds it to the sources as far as they reach.
;
;   iscc /DVersion=0.1.0 packaging\windows\timebok.iss
;   iscc /DVersion=0.1.0 /Ssign="signtool sign /fd sha256 /tr URL /td sha256 $f" /DSign packaging\windows\timebok.iss
;
; The built program must lie in dist\bundle\timebok-desktop and the icons in build\icons, which
; PyInstaller's recipe packaging\timebok.spec leaves there on Windows.

#ifndef Version
  #error Name the version: /DVersion=1.2.3
#endif
#define Name "Timebok"
#define Program "timebok-desktop.exe"
#define Console "timebok.exe"
#define PackageClass "Timebok.Package"
#define OrdersClass "Timebok.Orders"

[Setup]
; The AppId never changes: by it an upgrade finds the version before.
AppId={{467DB55C-5011-4AC2-95CE-ED0626C0AD18}
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
VersionInfoVersion={#Version}
AppPublisher=Timebok Desktop
DefaultDirName={autopf}\Timebok
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
; For everybody by default where the person may; /CURRENTUSER and /ALLUSERS say which.
PrivilegesRequired=admin
PrivilegesRequiredOverridesAllowed=commandline dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
SourceDir=..\..
OutputDir=dist
OutputBaseFilename=timebok-desktop-{#Version}-windows-x64-setup
SetupIconFile=build\icons\timebok.ico
UninstallDisplayIcon={app}\{#Program}
LicenseFile=LICENSE
WizardStyle=modern
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
; An open window is closed by the system's own restart manager, and its work is on disk already.
CloseApplications=yes
RestartApplications=no
SetupLogging=yes
#ifdef Sign
SignTool=sign
SignedUninstaller=yes
#endif

[Languages]
Name: "nb"; MessagesFile: "compiler:Languages\Norwegian.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[CustomMessages]
nb.DesktopIcon=Lag snarvei på skrivebordet
nb.Associate=Åpne eksportpakker (.timebok-package) med Timebok
nb.PackageType=Eksportpakke fra Timebok
nb.OrdersType=Bestillinger til Timebok
en.DesktopIcon=Make a shortcut on the desktop
en.Associate=Open export packages (.timebok-package) with Timebok
en.PackageType=Timebok export package
en.OrdersType=Orders for Timebok

[Tasks]
Name: "associate"; Description: "{cm:Associate}"
Name: "desktopicon"; Description: "{cm:DesktopIcon}"; Flags: unchecked

[InstallDelete]
; What an earlier version had and this one has not must not be loaded. Nothing of a person is here.
Type: filesandordirs; Name: "{app}\_internal"
Type: filesandordirs; Name: "{app}\licences"

[Files]
#ifdef Sign
Source: "dist\bundle\timebok-desktop\*.exe"; DestDir: "{app}"; Flags: ignoreversion sign
Source: "dist\bundle\timebok-desktop\*"; DestDir: "{app}"; Excludes: "\*.exe"; Flags: ignoreversion recursesubdirs createallsubdirs
#else
Source: "dist\bundle\timebok-desktop\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs
#endif
Source: "build\icons\timebok-package.ico"; DestDir: "{app}"; Flags: ignoreversion
Source: "packaging\README.md"; DestDir: "{app}"; Flags: ignoreversion
Source: "packaging\README.nb.md"; DestDir: "{app}"; Flags: ignoreversion

[Icons]
Name: "{group}\{#Name}"; Filename: "{app}\{#Program}"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Program}"; Tasks: desktopicon

[Registry]
; HKA is the machine or the person, as was installed. An uninstall takes away what is ours alone.
Root: HKA; Subkey: "Software\Classes\.timebok-package\OpenWithProgids"; ValueType: string; ValueName: "{#PackageClass}"; ValueData: ""; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\.timebok-package"; ValueType: string; ValueName: ""; ValueData: "{#PackageClass}"; Flags: uninsdeletevalue; Tasks: associate
Root: HKA; Subkey: "Software\Classes\.timebok-package"; ValueType: string; ValueName: "Content Type"; ValueData: "application/x-timebok-package+zip"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\{#PackageClass}"; ValueType: string; ValueName: ""; ValueData: "{cm:PackageType}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#PackageClass}\DefaultIcon"; ValueType: string; ValueName: ""; ValueData: "{app}\timebok-package.ico"
Root: HKA; Subkey: "Software\Classes\{#PackageClass}\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\{#Program}"" ""%1"""
; Orders may be opened with Timebok; which program opens them by default is left as it is.
Root: HKA; Subkey: "Software\Classes\{#OrdersClass}"; ValueType: string; ValueName: ""; ValueData: "{cm:OrdersType}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#OrdersClass}\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\{#Program}"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.json\OpenWithProgids"; ValueType: string; ValueName: "{#OrdersClass}"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.csv\OpenWithProgids"; ValueType: string; ValueName: "{#OrdersClass}"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.xlsx\OpenWithProgids"; ValueType: string; ValueName: "{#OrdersClass}"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.eml\OpenWithProgids"; ValueType: string; ValueName: "{#OrdersClass}"; ValueData: ""; Flags: uninsdeletevalue
; So that `timebok` is found from a prompt that asks the system for programs by name.
Root: HKA; Subkey: "Software\Microsoft\Windows\CurrentVersion\App Paths\{#Console}"; ValueType: string; ValueName: ""; ValueData: "{app}\{#Console}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Microsoft\Windows\CurrentVersion\App Paths\{#Program}"; ValueType: string; ValueName: ""; ValueData: "{app}\{#Program}"; Flags: uninsdeletekey

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent

; There is no [UninstallDelete]: workspaces, keys and settings lie in people's own folders and in
; ProgramData, and stay.
