"""The reader of order files: recognises the format, watches the size, hands on to its module.

A new format is a module and a line in FORMATS. Decides nothing about orders.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from timebok_desktop.domain.errors import UnreadableError
from timebok_desktop.domain.order import RawOrder
from timebok_desktop.domain.problems import Problem
from timebok_desktop.files.orders import csv_file, json_file, mail, workbook
from timebok_desktop.files.orders.file_format import FileFormat
from timebok_desktop.services.ports_files import OrderFormat, Part

LARGEST_FILE = 100 * 1024 * 1024
"""Bytes that an order file may have unless the reader is told otherwise."""

FORMATS: Mapping[OrderFormat, FileFormat] = {
    "json": json_file.FORMAT,
    "xlsx": workbook.FORMAT,
    "mail": mail.FORMAT,
    "csv": csv_file.FORMAT,
}


class OrderFileReader:
    """Reads order files of every format; implements `OrderReader`."""

    def __init__(self, largest_file: int = LARGEST_FILE) -> None:
        self._largest_file = largest_file

    def recognise(self, name: str, content: bytes) -> OrderFormat:
        """The format by first bytes, else by extension, else by what the content looks like."""
        self._require_size(content)
        extension = PurePath(name).suffix.casefold()
        found = (
            next((key for key, kind in FORMATS.items() if kind.signed(content)), None)
            or next((key for key, kind in FORMATS.items() if extension in kind.extensions), None)
            or next((key for key, kind in FORMATS.items() if kind.looks_like(content)), None)
        )
        if found is None:
            raise _unknown_format()
        return found

    def read(self, name: str, content: bytes) -> Iterator[RawOrder | Problem | Part]:
        """Every order and every problem of the file; refused where it has neither."""
        empty = True
        for item in FORMATS[self.recognise(name, content)].read(content, self):
            empty = empty and not (
                isinstance(item, RawOrder) or (isinstance(item, Problem) and item.refuses)
            )
            yield item
        if empty:
            raise _no_order()

    def _require_size(self, content: bytes) -> None:
        if len(content) > self._largest_file:
            raise UnreadableError(
                "Filen er på {size} MB; høyst {most} MB tas imot. Del den i flere filer.",
                "Fila er på {size} MB; høgst {most} MB blir tekne imot. Del henne i fleire filer.",
                code="too-large",
                size=-(-len(content) // 2**20),
                most=self._largest_file // 2**20,
            )


def _unknown_format() -> UnreadableError:
    return UnreadableError(
        "Filen er ikke et format som bestillinger kan leses fra. Be om e-post (.eml), regneark "
        "(.xlsx), CSV eller JSON.",
        "Fila er ikkje eit format som bestillingar kan lesast frå. Be om e-post (.eml), rekneark "
        "(.xlsx), CSV eller JSON.",
        code="unknown-format",
    )


def _no_order() -> UnreadableError:
    return UnreadableError(
        "Det står ingen bestilling i filen. Sjekk at det er riktig fil, eller be kommunen sende "
        "bestillingen på nytt.",
        "Det står inga bestilling i fila. Sjekk at det er rett fil, eller be kommunen sende "
        "bestillinga på nytt.",
        code="no-order",
    )
