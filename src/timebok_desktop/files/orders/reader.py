"""The reader of order files: recognises the format, watches the size, hands on to its module.

A new format is a module and a line in FORMATS. Decides nothing about orders.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path, PurePath
from typing import BinaryIO, TypeAlias

from timebok_desktop.domain.errors import NotFoundError, UnreadableError
from timebok_desktop.domain.order import RawOrder
from timebok_desktop.domain.plain_row import PlainRow
from timebok_desktop.domain.problems import Problem
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.files.disk import missing, unreadable
from timebok_desktop.files.orders import csv_file, json_file, mail, workbook
from timebok_desktop.files.orders.file_format import FileFormat, Item
from timebok_desktop.files.orders.reading_process import (
    ReadingProcess,
    Request,
    prepared_elsewhere,
)
from timebok_desktop.services.ports_files import OrderFormat, Part
from timebok_desktop.services.ports_intake import Excerpt
from timebok_desktop.services.ports_orders import PreparedOrder
from timebok_desktop.services.preparing import BATCH, Preparing
from timebok_desktop.services.reading_limits import MEBIBYTE, SAFE_LIMITS, ReadingLimits

FORMATS: Mapping[OrderFormat, FileFormat] = {
    "json": json_file.FORMAT,
    "xlsx": workbook.FORMAT,
    "mail": mail.FORMAT,
    "csv": csv_file.FORMAT,
}

_TEXT_EXTENSIONS = frozenset(
    extension
    for kind in (json_file.FORMAT, csv_file.FORMAT, mail.FORMAT)
    for extension in kind.extensions
)
_OTHER_KINDS: Mapping[bytes, str] = {
    b"%PDF-": "PDF",
    b"PK\x03\x04": "ZIP",
    b"PK\x05\x06": "ZIP",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "Microsoft Office 97-2003, Outlook",
    b"\x89PNG\r\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"{\\rtf": "RTF",
    b"MZ\x90": "EXE",
    b"\x7fELF": "ELF",
    b"\x1f\x8b\x08": "gzip",
    b"7z\xbc\xaf": "7-Zip",
    b"Rar!": "RAR",
}
"""First bytes of what is no order file, and what it is."""

_EDGE = 1024 * 1024

Prepared: TypeAlias = Generator[list[PreparedOrder] | Problem | Part, None, None]


class OrderFileReader:
    """Reads order files of every format; implements `OrderPreparer`.

    `read` and `items` read here. `prepare` looks at no more than the edges and the encoding of a
    file; all else is done by another process, one for all files of a session, which is replaced
    when a file has been too much for it.
    """

    def __init__(
        self, limits: ReadingLimits = SAFE_LIMITS, process: ReadingProcess | None = None
    ) -> None:
        self.limits = limits
        self._process = process
        self._preparing: tuple[ReferenceTables, date, Preparing] | None = None

    @contextmanager
    def session(self, limits: ReadingLimits | None = None) -> Iterator[OrderFileReader]:
        """A reader for files that follow each other."""
        with closing(ReadingProcess()) as process:
            process.start()
            yield OrderFileReader(limits or self.limits, process)

    def recognise(self, name: str, content: bytes) -> OrderFormat:
        """The format by first bytes, else by extension, else by what the content looks like."""
        extension = PurePath(name).suffix.casefold()
        signed = next((key for key, kind in FORMATS.items() if kind.signed(content)), None)
        if signed is None:
            _require_no_other_kind(extension, content)
        found = (
            signed
            or next((key for key, kind in FORMATS.items() if extension in kind.extensions), None)
            or next((key for key, kind in FORMATS.items() if kind.looks_like(content)), None)
        )
        if found is None:
            raise _unknown_format()
        return found

    def recognise_file(self, name: str, path: Path) -> OrderFormat:
        """The same for a file of any size, by how it begins and ends."""
        return self.recognise(name, _edges_of(path)[0])

    def items(self, name: str, content: bytes) -> Iterator[Item]:
        """What stands in the file; refused where it has neither an order nor a refusal."""
        kind = self.recognise(name, content)
        self._require_size(kind, len(content))
        empty = True
        form, source = FORMATS[kind], io.BytesIO(content)
        glance = form.glance(source) if form.glance else ""
        source.seek(0)
        for item in _items_of(form, source, glance, self):
            empty = empty and not _tells(item)
            yield item
        if empty:
            raise _no_order()

    def read(self, name: str, content: bytes) -> Iterator[RawOrder | Problem | Part]:
        """Every order in its general form, and every problem."""
        for item in self.items(name, content):
            if isinstance(item, PlainRow):
                yield from item.general()
            else:
                yield item

    def excerpt(self, name: str, content: bytes, place: str, field: str) -> Excerpt:
        """What stands at a place of a file; looked for by another process."""
        kind = self.recognise(name, content)
        if len(content) > self.limits.document_size * MEBIBYTE:
            raise _too_large(len(content), self.limits.document_size)
        day, size = date.min, len(content)
        request = Request(
            Path(name), size, kind, "", ReferenceTables(), day, self.limits, place, field
        )
        with closing(ReadingProcess()) as process:
            return process.excerpt(request, content)

    def prepare(
        self,
        name: str,
        path: Path,
        tables: ReferenceTables,
        today: date,
        cancelled: Callable[[], bool] | None = None,
    ) -> Prepared:
        """Every order of a file ready for the store, in batches, and every problem and part."""
        edges, size = _edges_of(path)
        kind = self.recognise(name, edges)
        self._require_size(kind, size)
        request = Request(path, size, kind, self._glance(kind, path), tables, today, self.limits)
        if self._process is None:
            return prepared_elsewhere(request, cancelled)
        return self._process.prepared(request, cancelled)

    def prepare_content(
        self,
        source: BinaryIO,
        kind: OrderFormat,
        glance: str,
        tables: ReferenceTables,
        today: date,
        batch: int = BATCH,
    ) -> Prepared:
        """What `prepare` gives, in this process; the source is read once."""
        empty = True
        preparing = self._preparing_by(tables, today)
        for one in preparing.batches(_items_of(FORMATS[kind], source, glance, self), batch):
            empty = empty and isinstance(one, (Problem, Part)) and not _tells(one)
            yield one
        if empty:
            raise _no_order()

    def _glance(self, kind: OrderFormat, path: Path) -> str:
        glance = FORMATS[kind].glance
        if glance is None:
            return ""
        try:
            with path.open("rb") as file:
                return glance(file)
        except OSError as error:
            raise _not_readable(path, error) from error

    def _preparing_by(self, tables: ReferenceTables, today: date) -> Preparing:
        """What prepares by these tables; what it remembers serves the next file too."""
        last = self._preparing
        if last is None or last[0] is not tables or last[1] != today:
            last = self._preparing = (tables, today, Preparing(tables, today))
        return last[2]

    def _require_size(self, kind: OrderFormat, size: int) -> None:
        limits = self.limits
        most = limits.file_size if FORMATS[kind].stream else limits.document_size
        if size > most * MEBIBYTE:
            raise _too_large(size, most)


def _too_large(size: int, most: int) -> UnreadableError:
    return UnreadableError(
        "Filen er på {size} MB; høyst {most} MB tas imot. Del den i flere filer.",
        "Fila er på {size} MB; høgst {most} MB blir tekne imot. Del ho i fleire filer.",
        code="too-large",
        size=-(-size // MEBIBYTE),
        most=most,
    )


def _require_no_other_kind(extension: str, content: bytes) -> None:
    """A file that says by its first bytes that it is something else than its name says."""
    kind = next((kind for begin, kind in _OTHER_KINDS.items() if content.startswith(begin)), None)
    if kind is None or extension not in _TEXT_EXTENSIONS:
        return
    raise UnreadableError(
        "Filen heter {extension}, men innholdet er noe annet ({kind}). Be om bestillingen som "
        "e-post (.eml), regneark (.xlsx), CSV eller JSON.",
        "Fila heiter {extension}, men innhaldet er noko anna ({kind}). Be om bestillinga som "
        "e-post (.eml), rekneark (.xlsx), CSV eller JSON.",
        code="content-not-as-named",
        extension=extension,
        kind=kind,
    )


def _items_of(
    form: FileFormat, source: BinaryIO, glance: str, reader: OrderFileReader
) -> Iterator[Item]:
    if form.stream:
        return form.stream(source, glance)
    return form.read(source.read(), reader) if form.read else iter(())


def _tells(item: Item) -> bool:
    """Whether it is an order, or says why one is refused."""
    return isinstance(item, (PlainRow, RawOrder)) or (isinstance(item, Problem) and item.refuses)


def _edges_of(path: Path) -> tuple[bytes, int]:
    """The content of a small file, of a large one whole lines at its beginning and its end; and
    how large it is."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            if size <= 2 * _EDGE:
                return file.read(), size
            begin = file.read(_EDGE)
            file.seek(size - _EDGE)
            end = file.read()
    except OSError as error:
        raise _not_readable(path, error) from error
    return begin[: begin.rfind(b"\n") + 1 or None] + end[end.find(b"\n") + 1 :], size


def _not_readable(path: Path, error: OSError) -> NotFoundError | UnreadableError:
    return missing(path) if isinstance(error, FileNotFoundError) else unreadable(path, error)


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
        "Det står ingen bestilling i filen. Kontroller at det er riktig fil, eller be kommunen "
        "sende bestillingen på nytt.",
        "Det står inga bestilling i fila. Kontroller at det er rett fil, eller be kommunen sende "
        "bestillinga på nytt.",
        code="no-order",
    )
