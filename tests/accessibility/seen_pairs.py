"""The pairs of colours that a picture shows, read from its pixels.

Everything is painted in colours that tell their role (`telling`), so two roles that touch are seen
whoever painted them. Between them may lie a few pixels of a smooth edge, mixed of the two. What is
neither a role nor such an edge is a colour that nobody declared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QTransform
from PySide6.QtWidgets import QWidget

from accessibility.telling import ROLE_OF, TELLING

SCALE = 2
"""Pictures are taken in pixels this small, so that the thinnest stroke has one without an edge."""
_EDGE = 4
"""Pixels, at most, of a smooth edge."""
_NEAR = 14
"""How far a mixed colour may be from the line between the two, in shades."""
_SOLID = 6
"""Pixels, each way, of one colour that can be no edge."""
_STEM = 10
"""Pixels, downwards, of a thin stroke without a pixel in the colour of a role."""
_STEMS = 3
"""So many such strokes are letters and not the cut edge of something."""
_ROLES = {int(f"ff{colour[1:]}", 16): role for colour, role in ROLE_OF.items()}
_TURNED = QTransform(0, 1, 1, 0, 0, 0)
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
    found = Seen({}, {})
    high: Counter[tuple[int, int, int]] = Counter()
    stems: Counter[int] = Counter()
    for y, line in _lines(image):
        high = Counter({one: high[one] + 1 for one in line.strange})
        for (at, colour, enough), count in high.items():
            stems[colour] += count == enough == _STEM
            if (count == enough == _SOLID) or stems[colour] == _STEMS:
                found.strange.setdefault(f"#{colour & 0xFFFFFF:06x}", QPoint(at, y) / SCALE)
        for pair, at in line.pairs.items():
            found.pairs.setdefault(pair, QPoint(at, y) / SCALE)
    for x, line in _lines(image.transformed(_TURNED)):
        for pair, at in line.pairs.items():
            found.pairs.setdefault(pair, QPoint(x, at) / SCALE)
    return found


class _Line(NamedTuple):
    """The pairs of a line of pixels with their places; and where it has a strange colour, which,
    and in how many such lines that would be too many.
    """

    pairs: dict[Pair, int]
    strange: tuple[tuple[int, int, int], ...]


def _lines(image: QImage) -> Iterator[tuple[int, _Line]]:
    """The lines of a picture; most are like the one before."""
    pixels, length = bytes(image.constBits()), image.bytesPerLine()
    before, read = b"", _Line({}, ())
    for place in range(image.height()):
        line = pixels[place * length : (place + 1) * length]
        if line != before:
            before, read = line, _read(line)
        yield place, read


def _read(line: bytes) -> _Line:
    pairs: dict[Pair, int] = {}
    strange = []
    at, last, between = 0, "", []
    for colour, group in groupby(memoryview(line).cast("I")):
        role = _ROLES.get(colour)
        length = sum(1 for _ in group)
        if role is None:
            between += [colour] * min(length, _EDGE + 1)
            if length >= _SOLID:
                strange.append((at, colour, _SOLID))
        else:
            if last == role and 0 < len(between) <= _EDGE:
                strange.append((at, between[len(between) // 2], _STEM))
            elif last and last != role and _is_edge(last, role, between):
                pairs.setdefault(frozenset((last, role)), at)
            last, between = role, []
        at += length
    return _Line(pairs, tuple(strange))


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
