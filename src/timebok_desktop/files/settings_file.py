"""`settings.toml`: comments and order that a person gave it are kept."""

from __future__ import annotations

import os
import tomllib
from dataclasses import asdict, fields
from pathlib import Path

from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.files.disk import write_beside
from timebok_desktop.files.machine_settings import MachineFile
from timebok_desktop.services.fixed_settings import FixedSettings
from timebok_desktop.services.settings import (
    Origin,
    Settings,
    WrongSettingError,
    in_force,
    settings_of,
)

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_BEGINNING = "# Innstillinger. Det som ikke står her, har standardverdien.\n"


class TomlSettings:
    """Implements `services.context.SettingsFile`."""

    def __init__(self, path: Path, machine: MachineFile | None = None) -> None:
        """What `machine` fixes wins over the file; without it nothing is fixed."""
        self._path = path
        self._machine = machine or MachineFile(None)
        self._read: tuple[int, Settings, frozenset[str]] | None = None

    def make(self) -> None:
        """Make the file where it is missing, so that a person finds where settings go."""
        try:
            with os.fdopen(os.open(self._path, _CREATE, 0o600), "w", encoding="utf-8") as file:
                file.write(_BEGINNING)
        except FileExistsError:
            return
        except OSError as error:
            raise UnavailableError(
                "Kan ikke skrive {path} ({why}). Velg en annen arbeidsmappe eller frigjør plass.",
                "Kan ikkje skrive {path} ({why}). Vel ei anna arbeidsmappe eller frigjer plass.",
                path=self._path,
                why=error.strerror or "",
            ) from error

    def load(self) -> Settings:
        """The settings in force; read again only where a file changed."""
        return in_force(self._own()[0], self.fixed())

    def fixed(self) -> FixedSettings:
        """What the administrator has fixed."""
        return self._machine.fixed()

    def origins(self) -> dict[str, Origin]:
        """Who decided each setting."""
        fixed, named = self.fixed().values, self._own()[1]
        return {
            one.name: "administrator"
            if one.name in fixed
            else "workspace"
            if one.name in named
            else "default"
            for one in fields(Settings)
        }

    def _own(self) -> tuple[Settings, frozenset[str]]:
        """What the file says, and the settings that it names."""
        try:
            changed = self._path.stat().st_mtime_ns
        except FileNotFoundError:
            return Settings(), frozenset()
        if self._read is None or self._read[0] != changed:
            self._read = (changed, *self._parsed())
        return self._read[1:]

    def save(self, settings: Settings) -> None:
        """Save what differs from the defaults, and what the file names already; what is fixed
        leaves the file as it is.
        """
        import tomlkit  # noqa: PLC0415 - large, and only needed to keep what a person wrote

        document = tomlkit.parse(self._text()) if self._path.exists() else tomlkit.document()
        defaults = asdict(Settings())
        fixed = self.fixed().values
        for name, value in asdict(settings).items():
            if name in fixed:
                continue
            if value is None:
                document.pop(name, None)
            elif name in document or value != defaults[name]:
                document[name] = value
        write_beside(self._path, tomlkit.dumps(document).encode())
        self._read = None

    def _text(self) -> str:
        return self._path.read_text("utf-8")

    def _parsed(self) -> tuple[Settings, frozenset[str]]:
        try:
            values = tomllib.loads(self._text())
            return settings_of(values), frozenset(values)
        except (WrongSettingError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            told: object = str(error)
            if isinstance(error, WrongSettingError):
                told = Phrase(
                    "{name} {why}", "{name} {why}", {"name": error.name, "why": error.why}
                )
            raise UnavailableError(
                "{path} kan ikke brukes ({why}). Rett filen eller slett den; da gjelder "
                "standardverdiene.",
                "{path} kan ikkje brukast ({why}). Rett fila eller slett ho; då gjeld "
                "standardverdiane.",
                path=self._path,
                why=told,
            ) from error
