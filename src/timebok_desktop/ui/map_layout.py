"""Where the municipalities stand on the map: numbers only, nothing is painted here.

The projection is conformal (transverse Mercator on a sphere, about 15° east, in the middle of the
country), so that shapes are true and the north is not blown up. Where places would lie on each
other they are moved apart, so that Oslo and its neighbours can be told apart. That depends on the
size of the map alone, and is worked out once; where a mark is larger, only what lies around it
makes room.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import asinh, atan2, cos, hypot, pi, radians, sin, sqrt, tan
from typing import NamedTuple

_MIDDLE = 15.0
_ROUNDS = 25
_FEW_ROUNDS = 4
_SMALLEST, _FOR_ONE, _LARGEST = 3.5, 6.0, 15.0
"""Radii of marks: the least, for one order where there are few, and the most."""
_SHARE = 0.1
"""Of the room that marks may take."""
_CLOSE = 0.5
"""Marks may be this much closer than they should, in points of the screen."""
_FAR = 240.0
"""Farther from its group no name is looked for a place."""
_ASIDE = 2.5
"""How much worse a step aside is than one straight on."""


class Spot(NamedTuple):
    """A place on the map, in points of the screen from its upper left corner."""

    x: float
    y: float


class Label(NamedTuple):
    """Where a name stands: its upper left corner, width and height."""

    x: float
    y: float
    width: float
    height: float


def projected(longitude: float, latitude: float) -> Spot:
    """A place on the earth in the plane; y grows southwards."""
    east, north = radians(longitude - _MIDDLE), radians(latitude)
    bent = cos(north) * sin(east)
    x = asinh(bent / sqrt(1 - bent * bent))
    return Spot(x, -atan2(tan(north), cos(east)))


def placed(
    places: Sequence[tuple[float, float]], radii: Sequence[float], height: float, margin: float
) -> tuple[list[Spot], float]:
    """The spots of places (longitude, latitude), whose marks have these radii, on a map of this
    height; and its width."""
    if not places:
        return [], 2 * margin
    flat = [projected(*place) for place in places]
    left, top = min(spot.x for spot in flat), min(spot.y for spot in flat)
    scale = (height - 2 * margin) / ((max(spot.y for spot in flat) - top) or 1.0)
    spots = [Spot(margin + (s.x - left) * scale, margin + (s.y - top) * scale) for s in flat]
    apart = spread(spots, radii)
    left = min(spot.x for spot in apart) - margin
    top = min(spot.y for spot in apart)
    squeeze = min(1.0, (height - 2 * margin) / ((max(s.y for s in apart) - top) or 1.0))
    fitted = [Spot(s.x - left, margin + (s.y - top) * squeeze) for s in apart]
    return fitted, max(spot.x for spot in fitted) + margin


def mark_sizes(counts: Sequence[int], room: float) -> list[float]:
    """The radius of a mark for each count, its area in proportion; all of them together leave most
    of the room (in square points) free. 0 for none."""
    total, most = sum(counts), max(counts, default=0)
    if not most:
        return [0.0] * len(counts)
    unit = min(_LARGEST / sqrt(most), _FOR_ONE, sqrt(_SHARE * room / (pi * total)))
    return [max(_SMALLEST, unit * sqrt(count)) if count else 0.0 for count in counts]


def spread(spots: Sequence[Spot], radii: Sequence[float]) -> list[Spot]:
    """The spots with those moved apart whose marks would touch."""
    xs, ys = [spot.x for spot in spots], [spot.y for spot in spots]
    reach = 2 * max(radii, default=1.0) + 1
    for _ in range(_ROUNDS):
        if not _push(xs, ys, radii, reach):
            break
    return [Spot(x, y) for x, y in zip(xs, ys, strict=True)]


def with_room(spots: Sequence[Spot], radii: Sequence[float], apart: float) -> list[Spot]:
    """The same spots, so far apart that marks of radius `apart` do not touch, but for those around
    larger marks: these are moved out of their way, a few times over."""
    xs, ys = [spot.x for spot in spots], [spot.y for spot in spots]
    reach = 2 * max(radii, default=1.0) + 1
    active = {place for place, radius in enumerate(radii) if radius > apart}
    for _ in range(_FEW_ROUNDS):
        if not active:
            break
        cells = _cells(xs, ys, reach)
        moved: set[int] = set()
        for one in sorted(active):
            for other in _around(cells, int(xs[one] // reach), int(ys[one] // reach)):
                wanted = radii[one] + radii[other] + 1
                near = -wanted < xs[other] - xs[one] < wanted
                if near and one != other and _part(xs, ys, one, other, wanted):
                    moved |= {one, other}
        active = moved
    return [Spot(x, y) for x, y in zip(xs, ys, strict=True)]


def _cells(
    xs: Sequence[float], ys: Sequence[float], reach: float
) -> dict[tuple[int, int], list[int]]:
    cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for one, (x, y) in enumerate(zip(xs, ys, strict=True)):
        cells[int(x // reach), int(y // reach)].append(one)
    return cells


def _around(cells: dict[tuple[int, int], list[int]], column: int, line: int) -> list[int]:
    return [
        other
        for dx in (-1, 0, 1)
        for dy in (-1, 0, 1)
        for other in cells.get((column + dx, line + dy), ())
    ]


def _push(xs: list[float], ys: list[float], radii: Sequence[float], reach: float) -> bool:
    """One round; whether anything had to move."""
    cells = _cells(xs, ys, reach)
    moved = False
    for (column, line), members in cells.items():
        around = _around(cells, column, line)
        for one in members:
            for other in around:
                if one < other and _part(xs, ys, one, other, radii[one] + radii[other] + 1):
                    moved = True
    return moved


def _part(xs: list[float], ys: list[float], one: int, other: int, wanted: float) -> bool:
    dx, dy = xs[other] - xs[one], ys[other] - ys[one]
    distance = hypot(dx, dy)
    if distance >= wanted - _CLOSE:
        return False
    if distance == 0:
        dx, distance = 1.0, 1.0
    share = (wanted - distance) / 2 / distance if distance else 0.5
    xs[one] -= dx * share
    ys[one] -= dy * share
    xs[other] += dx * share
    ys[other] += dy * share
    return True


def nearest_towards(spots: Sequence[Spot], start: int, dx: int, dy: int) -> int:
    """The spot that is nearest in a direction, or `start` where there is none."""
    best, least = start, float("inf")
    for place, spot in enumerate(spots):
        along = (spot.x - spots[start].x) * dx + (spot.y - spots[start].y) * dy
        aside = abs((spot.x - spots[start].x) * dy) + abs((spot.y - spots[start].y) * dx)
        if along > 0 and aside <= along and along + _ASIDE * aside < least:
            best, least = place, along + _ASIDE * aside
    return best


def nearest_to(spots: Sequence[Spot], x: float, y: float, reach: float) -> int:
    """The spot within reach that is nearest, or -1."""
    found = min(
        range(len(spots)),
        key=lambda place: hypot(spots[place].x - x, spots[place].y - y),
        default=-1,
    )
    if found < 0 or hypot(spots[found].x - x, spots[found].y - y) > reach:
        return -1
    return found


def label_place(
    members: Sequence[Spot],
    size: tuple[float, float],
    all_spots: Sequence[Spot],
    taken: Sequence[Label],
    room: tuple[float, float],
) -> Label:
    """Where the name of a group of spots hides least: near its middle, off marks and names."""
    width, height = size
    middle_x = sum(spot.x for spot in members) / len(members)
    middle_y = sum(spot.y for spot in members) / len(members)
    near = [s for s in all_spots if abs(s.x - middle_x) < _FAR and abs(s.y - middle_y) < _FAR]
    best, least = Label(middle_x, middle_y, width, height), float("inf")
    for ring in range(0, 150, 14):
        if ring / 5 >= least:  # farther away nothing can be better
            break
        for step in range(16 if ring else 1):
            angle = step * 0.3927
            x = middle_x + ring * 1.3 * cos(angle) - width / 2
            y = middle_y + ring * sin(angle) - height / 2
            x = min(max(0.0, x), max(0.0, room[0] - width))
            y = min(max(0.0, y), max(0.0, room[1] - height))
            here = Label(x, y, width, height)
            cost = ring / 5 + 8 * _hidden(here, near)
            cost += 500 * sum(_overlap(here, other) for other in taken)
            if cost < least:
                best, least = here, cost
    return best


def _hidden(label: Label, spots: Sequence[Spot]) -> int:
    left, right = label.x - 3, label.x + label.width + 3
    top, bottom = label.y - 2, label.y + label.height + 2
    return sum(left < x < right and top < y < bottom for x, y in spots)


def _overlap(one: Label, other: Label) -> bool:
    return (
        one.x < other.x + other.width + 4
        and other.x < one.x + one.width + 4
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )
