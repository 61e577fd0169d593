"""The recipe of the Windows installer, as far as it can be held to the sources without Windows."""

from __future__ import annotations

import re
from pathlib import PureWindowsPath

import pytest

from handing_out.project import PACKAGE_SUFFIX, PACKAGE_TYPE, PACKAGING, ROOT

RECIPE = PACKAGING / "windows" / "timebok.iss"
TEXT = RECIPE.read_text("utf-8")
SECTIONS = {
    "Setup", "Languages", "CustomMessages", "Tasks", "InstallDelete", "Files", "Icons", "Registry",
    "Run",
}  # fmt: skip
BUILT = ("dist/bundle/timebok-desktop/", "build/icons/")


def section(name: str) -> list[str]:
    found = re.search(rf"^\[{name}\]$(.*?)(?=^\[|\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert found, name
    lines = [line.strip() for line in found[1].splitlines()]
    return [line for line in lines if line and not line.startswith((";", "#"))]


def setup() -> dict[str, str]:
    return dict(line.split("=", 1) for line in section("Setup"))


def unquoted(value: str) -> str:
    """A value as the installer reads it."""
    return value[1:-1].replace('""', '"') if value.startswith('"') else value


def entries(name: str) -> list[dict[str, str]]:
    """Each entry's parameters; a quoted one may hold semicolons and doubled quotes."""
    parameter = re.compile(r'(\w+): ("(?:[^"]|"")*"|[^;]*)(?:;|$)')
    made = []
    for line in section(name):
        found = {key: unquoted(value.strip()) for key, value in parameter.findall(line)}
        assert found, line
        made.append(found)
    return made


def test_that_the_recipe_has_the_sections_it_needs_and_no_others() -> None:
    assert {*re.findall(r"^\[(\w+)\]$", TEXT, re.MULTILINE)} == SECTIONS
    assert TEXT.count("#ifdef") + TEXT.count("#ifndef") == TEXT.count("#endif")


def test_that_the_program_keeps_its_identity_so_that_an_upgrade_finds_it() -> None:
    assert setup()["AppId"] == "{{467DB55C-5011-4AC2-95CE-ED0626C0AD18}"


def test_that_the_version_comes_from_outside() -> None:
    assert setup()["AppVersion"] == "{#Version}"
    assert setup()["VersionInfoVersion"] == "{#Version}"
    assert not re.search(r"#define Version", TEXT)
    script = (PACKAGING / "windows" / "build.ps1").read_text("utf-8")
    assert "from handing_out.project import version" in script
    assert "packaging\\windows\\timebok.iss" in script


def test_that_every_file_it_names_is_in_the_sources_or_is_built() -> None:
    named = [entry["Source"] for entry in entries("Files")]
    named += [setup()["LicenseFile"], setup()["SetupIconFile"]]
    for name in named:
        path = PureWindowsPath(name).as_posix()
        assert path.startswith(BUILT) or (ROOT / path).is_file(), name


def test_that_both_programs_of_the_recipe_are_those_that_are_built() -> None:
    programs = set(
        re.findall(r'program\("([\w-]+)", console', (PACKAGING / "timebok.spec").read_text("utf-8"))
    )
    named = {name.removesuffix(".exe") for name in re.findall(r'#define \w+ "(.*\.exe)"', TEXT)}
    assert named == programs == {"timebok", "timebok-desktop"}


def test_that_it_installs_for_everybody_or_for_one_person() -> None:
    assert setup()["PrivilegesRequired"] == "admin"
    assert "commandline" in setup()["PrivilegesRequiredOverridesAllowed"].split()
    assert setup()["DefaultDirName"].startswith("{autopf}")
    assert {entry["Root"] for entry in entries("Registry")} == {"HKA"}


def test_that_a_quiet_install_asks_nothing_and_starts_nothing() -> None:
    assert "[Code]" not in TEXT
    for entry in entries("Run"):
        assert "skipifsilent" in entry["Flags"].split()


def test_that_no_data_of_a_person_is_ever_deleted() -> None:
    assert "[UninstallDelete]" not in re.sub(r"^;.*$", "", TEXT, flags=re.MULTILINE)
    assert {entry["Name"] for entry in entries("InstallDelete")} == {
        "{app}\\_internal",
        "{app}\\licences",
    }


def test_that_a_package_opens_with_a_double_click() -> None:
    values = {(entry["Subkey"], entry["ValueName"]): entry for entry in entries("Registry")}
    ending = f"Software\\Classes\\{PACKAGE_SUFFIX}"
    assert values[ending, ""]["ValueData"] == "{#PackageClass}"
    assert values[ending, "Content Type"]["ValueData"] == PACKAGE_TYPE
    command = values["Software\\Classes\\{#PackageClass}\\shell\\open\\command", ""]["ValueData"]
    assert command == '"{app}\\{#Program}" "%1"'


@pytest.mark.parametrize("ending", [".json", ".csv", ".xlsx", ".eml"])
def test_that_orders_may_be_opened_with_the_program_that_never_claims_them(ending: str) -> None:
    ours = [one for one in entries("Registry") if f"\\{ending}" in one["Subkey"]]
    assert [one["Subkey"] for one in ours] == [f"Software\\Classes\\{ending}\\OpenWithProgids"]


def test_that_signing_is_asked_for_and_never_pretended() -> None:
    assert re.search(r"#ifdef Sign\s+SignTool=sign\s+SignedUninstaller=yes\s+#endif", TEXT)
    signed = [entry for entry in entries("Files") if "sign" in entry["Flags"].split()]
    assert [entry["Source"] for entry in signed] == ["dist\\bundle\\timebok-desktop\\*.exe"]


def test_that_every_message_is_in_every_language() -> None:
    languages = {entry["Name"] for entry in entries("Languages")}
    messages = [line.split("=", 1)[0].split(".", 1) for line in section("CustomMessages")]
    keys = {key for _, key in messages}
    assert {(language, key) for language, key in messages} == {
        (language, key) for language in languages for key in keys
    }
    used = set(re.findall(r"\{cm:(\w+)[},]", TEXT)) - {"LaunchProgram"}
    assert used == keys
