# Builds the Windows installer from a clone: packaging\windows\build.ps1 [-SignCommand '...']
# Not run here. It needs uv, and Inno Setup's iscc on the PATH; SignCommand is what Inno Setup calls
# for each file, with $f for its name.
param([string] $SignCommand = "")

$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")
$env:UV_PROJECT_ENVIRONMENT = Join-Path (Get-Location) ".dev\packaging"
$env:PYTHONPATH = "packaging"
uv sync --locked --no-dev --group packaging --no-editable --reinstall-package timebok-desktop
if ($LASTEXITCODE) { exit $LASTEXITCODE }
$python = Join-Path $env:UV_PROJECT_ENVIRONMENT "Scripts\python.exe"
& $python -m handing_out.bundle
if ($LASTEXITCODE) { exit $LASTEXITCODE }
$version = & $python -c "from handing_out.project import version; print(version())"
$words = @("/DVersion=$version")
if ($SignCommand) { $words += @("/Ssign=$SignCommand", "/DSign") }
iscc @words "packaging\windows\timebok.iss"
exit $LASTEXITCODE
