"""Saves letters: written beside, synced, and moved into place when all of it is there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from timebok_desktop.domain.errors import RefusedError, UnavailableError
from timebok_desktop.files.folders import make_folders, sync_folder
from timebok_desktop.files.letters.docx import docx
from timebok_desktop.files.letters.eml import eml
from timebok_desktop.files.letters.pdf import pdf
from timebok_desktop.services.ports_letters import LetterDocument

FORMATS: dict[str, Callable[[LetterDocument], bytes]] = {".eml": eml, ".docx": docx, ".pdf": pdf}


class LetterWriter:
    """Implements `services.ports_letters.LetterFiles`."""

    @contextmanager
    def new(self, path: Path, letter: LetterDocument) -> Iterator[NewLetterFile]:
        """A letter at `path`, which is replaced when `place` is called and else left as it was."""
        make = FORMATS.get(path.suffix.lower())
        if make is None:
            raise RefusedError(
                "Brevet kan ikke lagres som «{name}». Velg et filnavn som slutter på {known}.",
                "Brevet kan ikkje lagrast som «{name}». Vel eit filnamn som sluttar på {known}.",
                name=path.name,
                known=", ".join(FORMATS),
            )
        content = make(letter)
        beside = path.with_name(f".{path.name}.part")
        try:
            make_folders(path.parent)
            with beside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            yield NewLetterFile(path, beside)
        except OSError as error:
            raise UnavailableError(
                "Kan ikke lagre {path} ({why}). Velg en annen mappe eller frigjør plass.",
                "Kan ikkje lagre {path} ({why}). Vel ei anna mappe eller frigjer plass.",
                path=path,
                why=error.strerror or error,
            ) from error
        finally:
            with suppress(OSError):  # what went wrong before must be told, not this
                beside.unlink(missing_ok=True)


class NewLetterFile:
    """Implements `services.ports_letters.NewLetterFile`."""

    def __init__(self, path: Path, beside: Path) -> None:
        self._path, self._beside = path, beside
        self.format = path.suffix.lower().removeprefix(".")

    def place(self) -> None:
        """Move the file into its place, for good."""
        self._beside.replace(self._path)
        sync_folder(self._path.parent)
