"""Saves lists of orders: written beside, synced, and moved into place when all of it is there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Protocol

from timebok_desktop.domain.errors import RefusedError, UnavailableError
from timebok_desktop.domain.phrases import Language
from timebok_desktop.files.folders import make_folders, sync_folder
from timebok_desktop.files.lists.csv_list import CsvList
from timebok_desktop.files.lists.json_list import JsonList
from timebok_desktop.files.lists.xlsx_list import XlsxList
from timebok_desktop.services.ports_files import ListedOrder

_BUFFER = 2**20


class _Format(Protocol):
    """Writes orders into an open file; `most` is how many it has room for, None for any number."""

    most: int | None

    def add(self, orders: Sequence[ListedOrder]) -> None: ...
    def close(self) -> None: ...


FORMATS: dict[str, Callable[[BinaryIO, Language], _Format]] = {
    ".json": JsonList,
    ".csv": CsvList,
    ".xlsx": XlsxList,
}


class ListWriter:
    """Implements `services.ports_files.OrderLists`."""

    @contextmanager
    def new(self, path: Path, language: Language) -> Iterator[NewList]:
        """A list at `path`, which is replaced when `place` is called and else left as it was."""
        make = FORMATS.get(path.suffix.lower())
        if make is None:
            raise RefusedError(
                "Listen kan ikke lagres som «{name}». Velg et filnavn som slutter på {known}.",
                "Lista kan ikkje lagrast som «{name}». Vel eit filnamn som sluttar på {known}.",
                name=path.name,
                known=", ".join(FORMATS),
            )
        beside = path.with_name(f".{path.name}.part")
        try:
            make_folders(path.parent)
            with beside.open("wb", buffering=_BUFFER) as file:
                made = NewList(path, beside, file, make(file, language))
                try:
                    yield made
                finally:
                    made.abandon()
        except OSError as error:
            raise _unwritable(path, error) from error
        finally:
            with suppress(OSError):  # what went wrong before must be told, not this
                beside.unlink(missing_ok=True)


class NewList:
    """Implements `services.ports_files.NewList`."""

    def __init__(self, path: Path, beside: Path, file: BinaryIO, content: _Format) -> None:
        self._path = path
        self._beside = beside
        self._file = file
        self._content = content
        self._finished = False
        self.format = path.suffix.lower().removeprefix(".")

    def expect(self, orders: int) -> None:
        """RefusedError where a file of this format has no room for so many orders."""
        most = self._content.most
        if most is not None and orders > most:
            raise RefusedError(
                "Et regneark har plass til {most} rader, og listen har {orders}. Filtrer listen, "
                "eller lagre den som .csv eller .json.",
                "Eit rekneark har plass til {most} rader, og lista har {orders}. Filtrer lista, "
                "eller lagre ho som .csv eller .json.",
                most=most,
                orders=orders,
            )

    def add(self, orders: Sequence[ListedOrder]) -> None:
        """Write these orders behind the others."""
        self._content.add(orders)

    def finish(self) -> None:
        """Bring the whole list to the disk, still beside its place."""
        self._finished = True
        self._content.close()
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def abandon(self) -> None:
        """Let go of a list that was not finished."""
        if not self._finished:
            with suppress(OSError):
                self._content.close()

    def place(self) -> None:
        """Move the list into its place, for good."""
        self._beside.replace(self._path)
        sync_folder(self._path.parent)


def _unwritable(path: Path, error: OSError) -> UnavailableError:
    return UnavailableError(
        "Kan ikke lagre {path} ({why}). Ingenting er endret. Velg en annen mappe eller frigi "
        "plass.",
        "Kan ikkje lagre {path} ({why}). Ingenting er endra. Vel ei anna mappe eller frigjer "
        "plass.",
        path=path,
        why=error.strerror or error,
    )
