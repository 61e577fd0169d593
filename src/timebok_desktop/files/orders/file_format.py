"""What a format of order files tells the reader of itself. Knows no format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol, TypeAlias

from timebok_desktop.domain.order import RawOrder
from timebok_desktop.domain.plain_row import PlainRow
from timebok_desktop.domain.problems import Problem
from timebok_desktop.services.ports_files import OrderFormat, Part
from timebok_desktop.services.reading_limits import ReadingLimits

Item: TypeAlias = PlainRow | RawOrder | Problem | Part
"""What stands in an order file, in the order of the file."""


class InnerReader(Protocol):
    """Reads files within a file."""

    @property
    def limits(self) -> ReadingLimits:
        """The limits of every file."""

    def recognise(self, name: str, content: bytes) -> OrderFormat:
        """The format of a file by its name and content; UnreadableError where none fits."""

    def items(self, name: str, content: bytes) -> Iterator[Item]:
        """What stands in the file; UnreadableError where that is nothing."""


@dataclass(frozen=True, slots=True)
class FileFormat:
    """How files of a format are recognised and read.

    `signed` tells by the first bytes, beyond doubt and whatever the file's name says; `looks_like`
    is asked where neither these nor the extension decide. A format that is read piece by piece
    has `stream`, and its files may be large; the others have `read`, which gets the whole content
    and the reader for files within the file. What must be known of the whole of a file before its
    first piece is read, `glance` tells of it; `stream` gets that, "" where there is no `glance`.
    """

    extensions: tuple[str, ...]
    looks_like: Callable[[bytes], bool]
    read: Callable[[bytes, InnerReader], Iterator[Item]] | None = None
    signed: Callable[[bytes], bool] = lambda _content: False
    stream: Callable[[BinaryIO, str], Iterator[Item]] | None = None
    glance: Callable[[BinaryIO], str] | None = None
