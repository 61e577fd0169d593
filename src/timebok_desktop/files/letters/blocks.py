"""A letter's plain text in its parts, the same for every format. Nothing in it is ever markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_POINT = re.compile(r"(?:(\d{1,3})\.|([-–•])) +(\S.*)")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of some lines, or points of one line each. `start` is a list's first number."""

    kind: Literal["paragraph", "numbers", "bullets"]
    lines: tuple[str, ...]
    start: int = 1


def blocks_of(text: str) -> tuple[Block, ...]:
    """The parts of a text in their order; what is no point is a paragraph."""
    found: list[Block] = []
    for part in re.split(r"\n\s*\n", text.strip()):
        for number, line in enumerate(part.split("\n")):
            _take(found, line.strip(), begins=number == 0)
    return tuple(found)


def _take(found: list[Block], line: str, *, begins: bool) -> None:
    point = _POINT.fullmatch(line)
    kind: Literal["paragraph", "numbers", "bullets"] = "paragraph"
    if point is not None:
        kind, line = ("numbers" if point[1] else "bullets"), point[3]
    last = found[-1] if found and not begins else None
    if last is not None and last.kind == kind:
        found[-1] = Block(kind, (*last.lines, line), last.start)
    else:
        start = int(point[1]) if point is not None and point[1] else 1
        found.append(Block(kind, (line,), start))
