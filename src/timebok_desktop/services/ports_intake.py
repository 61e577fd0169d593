"""What intake asks of the file room: order files, ready for the store. Plain data only."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import NamedTuple, Protocol

from timebok_desktop.domain.problems import Problem
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.services.ports_files import OrderFormat, Part
from timebok_desktop.services.ports_orders import PreparedOrder
from timebok_desktop.services.reading_limits import ReadingLimits


class Excerpt(NamedTuple):
    """What stands around a value in an order file: (label, text) line by line, and which of the
    lines it is (-1: none of them). Masked, and cut to a length."""

    lines: tuple[tuple[str, str], ...]
    marked: int


class OrderPreparer(Protocol):
    """Reads order files of every format. Never raises for what stands in a file except
    `UnreadableError` for the file as a whole."""

    def session(self, limits: ReadingLimits | None = None) -> AbstractContextManager[OrderPreparer]:
        """The same for files that follow each other, which then begin sooner; with other limits
        than the safe ones where some are given."""

    def recognise_file(self, name: str, path: Path) -> OrderFormat:
        """The format of a file by its name and content; UnreadableError where none fits."""

    def excerpt(self, name: str, content: bytes, place: str, field: str) -> Excerpt:
        """What stands at a place of a file, where a field of an order was read; UnreadableError
        where nothing does, or the file is too large to be looked into."""

    def prepare(
        self,
        name: str,
        path: Path,
        tables: ReferenceTables,
        today: date,
        cancelled: Callable[[], bool] | None = None,
    ) -> Generator[list[PreparedOrder] | Problem | Part, None, None]:
        """Every order of the file in batches, and every problem and part, each in the order of the
        file; a part stands before all that is in it, a problem may come before its neighbours.

        The file is read as this goes on, and no more once it is closed. CancelledError as soon as
        `cancelled` says so, which another thread may ask. UnavailableError where the machine
        cannot read it now.
        """
