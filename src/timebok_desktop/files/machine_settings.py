"""The settings that an administrator fixes for everybody on a machine: one TOML file at a place
that only an administrator can write, and that no user can move.

Its place comes from the system, never from an environment variable: whoever could set one could
point it elsewhere. For the same reason `platformdirs` is not asked, which follows such variables.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from timebok_desktop.domain.errors import UnavailableError, UsageError
from timebok_desktop.domain.phrases import Language, Phrase
from timebok_desktop.files.workspace import ENVIRONMENT_NAME, default_folder
from timebok_desktop.services.fixed_settings import FixedSettings

_FOLDER = "timebok-desktop"
_FILE = "settings.toml"


def machine_path() -> Path:
    """Where the machine's file is, whether it exists or not."""
    if sys.platform == "win32":
        return _program_data() / _FOLDER / _FILE
    if sys.platform == "darwin":
        return Path("/Library/Application Support") / _FOLDER / _FILE
    return Path("/etc") / _FOLDER / _FILE


class MachineFile:
    """What the file at `path` fixes; with None nothing is fixed."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._read: tuple[int, FixedSettings] | None = None

    def fixed(self) -> FixedSettings:
        """What is fixed, read again only where the file changed; UnavailableError for a file that
        is there and cannot be used.
        """
        if self.path is None:
            return FixedSettings()
        try:
            changed = self.path.stat().st_mtime_ns
        except (FileNotFoundError, NotADirectoryError):
            return FixedSettings()
        except OSError as error:
            raise _unusable(self.path, error.strerror or "") from error
        if self._read is None or self._read[0] != changed:
            self._read = (changed, _read(self.path))
        return self._read[1]


def machine_file(given: MachineFile | None = None) -> MachineFile:
    """The one that is given, else the machine's own."""
    return MachineFile(machine_path()) if given is None else given


def workspace_folder(named: str | None, machine: MachineFile) -> Path:
    """The workspace: where the administrator fixed it, else the named one, else that of the
    environment, else the platform's. UsageError where another than the fixed one is named.
    """
    fixed = machine.fixed()
    if fixed.workspace is None:
        return Path(named) if named else default_folder()
    wanted = named or os.environ.get(ENVIRONMENT_NAME)
    if wanted and Path(wanted).expanduser().resolve() != fixed.workspace.resolve():
        raise UsageError(
            "Arbeidsmappen er fastsatt til {fixed} av administrator (i {path}), så {wanted} kan "
            "ikke brukes. Utelat «--workspace» og miljøvariabelen TIMEBOK_WORKSPACE.",
            "Arbeidsmappa er fastsett til {fixed} av administrator (i {path}), så {wanted} kan "
            "ikkje brukast. Utelat «--workspace» og miljøvariabelen TIMEBOK_WORKSPACE.",
            fixed=fixed.workspace,
            path=fixed.path,
            wanted=wanted,
        )
    return fixed.workspace


def require_offered(language: Language, machine: MachineFile) -> None:
    """UsageError for a language that the administrator does not offer."""
    fixed = machine.fixed()
    if fixed.values.get("language", language) != language:
        raise UsageError(
            "Målformen er fastsatt til «{fixed}» av administrator (i {path}). Utelat «--language».",
            "Målforma er fastsett til «{fixed}» av administrator (i {path}). Utelat «--language».",
            fixed=fixed.values["language"],
            path=fixed.path,
        )


def _read(path: Path) -> FixedSettings:
    # Few machines have the file, and the first paint can spare what reads it.
    import tomllib  # noqa: PLC0415

    from timebok_desktop.services.settings import WrongSettingError, fixed_of  # noqa: PLC0415

    try:
        return fixed_of(tomllib.loads(path.read_text("utf-8-sig")), path)
    except OSError as error:
        raise _unusable(path, error.strerror or "") from error
    except WrongSettingError as error:
        values = {"name": error.name, "why": error.why}
        raise _unusable(path, Phrase("{name} {why}", "{name} {why}", values)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        why = Phrase(
            "er ikke gyldig TOML: {said}", "er ikkje gyldig TOML: {said}", {"said": str(error)}
        )
        raise _unusable(path, why) from error


def _unusable(path: Path, why: object) -> UnavailableError:
    return UnavailableError(
        "Administratorens innstillinger i {path} kan ikke brukes ({why}). Programmet starter ikke "
        "før en administrator har rettet filen.",
        "Innstillingane til administratoren i {path} kan ikkje brukast ({why}). Programmet startar "
        "ikkje før ein administrator har retta fila.",
        path=path,
        why=why,
    )


def _program_data() -> Path:  # pragma: no cover - on Windows alone
    """From the part of the registry that only administrators write."""
    if sys.platform != "win32":
        raise RuntimeError("only Windows has one")
    import winreg  # noqa: PLC0415 - on Windows alone

    place = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\Shell Folders"
    with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
        return Path(winreg.QueryValueEx(key, "Common AppData")[0])
