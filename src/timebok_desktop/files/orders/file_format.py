"""What a format of order files tells the reader of itself. Knows no format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from timebok_desktop.domain.order import RawOrder
from timebok_desktop.domain.problems import Problem
from timebok_desktop.services.ports_files import OrderReader, Part


@dataclass(frozen=True, slots=True)
class FileFormat:
    """How files of a format are recognised and read.

    `signed` tells by the first bytes, beyond doubt and whatever the file's name says; `looks_like`
    is asked where neither these nor the extension decide. `read` gets the reader for files within
    the file.
    """

    extensions: tuple[str, ...]
    looks_like: Callable[[bytes], bool]
    read: Callable[[bytes, OrderReader], Iterator[RawOrder | Problem | Part]]
    signed: Callable[[bytes], bool] = lambda _content: False
