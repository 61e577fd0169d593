"""The pairs of colours that a picture shows, read from its pixels.

Everything is painted in colours that tell their role (`telling`), so two roles that touch are seen
whoever painted them. Between them may lie a few pixels of a smooth edge, mixed of the two. What is
neither a role nor such an edge is a colour that nobody declared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from accessibility.telling import ROLE_OF, TELLING

SCALE = 2
"""Pictures are taken in pixels this small, so that the thinnest stroke has one without an edge."""
_EDGE = 4
"""Pixels, at most, of a smooth edge."""
_NEAR = 14
"""How far a mixed colour may be from the line between the two, in shades."""
_SOLID = 4
"""Pixels, each way, of one colour that can be no edge."""
_ROLES = {int(f"ff{colour[1:]}", 16): role for colour, role in ROLE_OF.items()}
Pair = frozenset[str]


class Seen(NamedTuple):
    """The pairs of a picture and the colours that are nobody's, each with where it was first."""

    pairs: dict[Pair, QPoint]
    strange: dict[str, QPoint]


def picture(widget: QWidget) -> QImage:
    """What a widget shows, in small pixels."""
    image = QImage(widget.size() * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    image.fill(Qt.GlobalColor.white)
    widget.render(image)
    return image


def seen(image: QImage) -> Seen:
    """Read a picture, line by line and column by column."""
    wide, high = image.width(), image.height()
    pixels = memoryview(image.constBits()).cast("I")
    found = Seen({}, {})
    solid: dict[tuple[int, int], int] = {}
    for y in range(high):
        here: dict[tuple[int, int], int] = {}
        for at, colour in _read(pixels[y * wide : (y + 1) * wide], found.pairs, y, down=False):
            here[at, colour] = solid.get((at, colour), 0) + 1
            if here[at, colour] == _SOLID:
                name = f"#{colour & 0xFFFFFF:06x}"
                found.strange.setdefault(name, QPoint(at, y) / SCALE)
        solid = here
    for x in range(wide):
        for _ in _read(pixels[x::wide], found.pairs, x, down=True):
            pass
    return found


def _read(
    line: memoryview, pairs: dict[Pair, QPoint], place: int, *, down: bool
) -> Iterator[tuple[int, int]]:
    """Note the pairs of one line; gives where long stretches of a strange colour begin."""
    at, before, between = 0, "", []
    for colour, group in groupby(line):
        role = _ROLES.get(colour)
        length = sum(1 for _ in group)
        if role is None:
            between += [colour] * min(length, _EDGE + 1)
            if length >= _SOLID:
                yield at, colour
        else:
            if before and before != role and _is_edge(before, role, tuple(between)):
                where = QPoint(place, at) if down else QPoint(at, place)
                pairs.setdefault(frozenset((before, role)), where / SCALE)
            before, between = role, []
        at += length


def _is_edge(first: str, last: str, between: Sequence[int]) -> bool:
    return len(between) <= _EDGE and all(_is_mixed(first, last, one) for one in between)


@cache
def _is_mixed(first: str, last: str, colour: int) -> bool:
    start, end = (_shades(int(getattr(TELLING, one)[1:], 16)) for one in (first, last))
    here = _shades(colour)
    way = [b - a for a, b in zip(start, end, strict=True)]
    length = sum(one * one for one in way)
    share = sum((c - a) * w for a, c, w in zip(start, here, way, strict=True)) / length
    return (
        all(abs(a + share * w - c) <= _NEAR for a, c, w in zip(start, here, way, strict=True))
        and -0.1 <= share <= 1.1
    )


def _shades(colour: int) -> tuple[int, int, int]:
    return colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF
