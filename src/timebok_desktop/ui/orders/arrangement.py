"""Where everything stands after the list was asked anew: worked out on the lane, because at a
million orders it takes longer than a frame.

Selected orders are rows that follow each other (spans), never a list of a million; they are found
again by their ids. Long steps are cut into pieces, so that the window gets its turn in between.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from operator import eq
from typing import TYPE_CHECKING, NamedTuple

from timebok_desktop.services.queue_views import OrderQuery
from timebok_desktop.ui.orders.groups import NOT_GROUPED, Groups

if TYPE_CHECKING:
    from timebok_desktop.services.desk import Desk

_PIECE = 20_000
Span = tuple[int, int]


class Kept(NamedTuple):
    """What must survive: the ids as they are shown, the orders to look at (the first that is
    still there becomes current), and the selected spans where more than one row is selected.
    """

    ids: Sequence[int]
    wanted: tuple[int, ...]
    near: int
    spans: tuple[Span, ...]


class Arrangement(NamedTuple):
    """The ids in their new order, the place of the first wanted order (-1: all are gone), and the
    spans of the selected ones, and where each municipality begins in a list of these.
    """

    ids: Sequence[int]
    unchanged: bool
    place: int
    spans: tuple[Span, ...]
    kept: Kept
    groups: Groups = NOT_GROUPED


def arrange(
    desk: Desk,
    query: OrderQuery,
    user: str,
    kept: Kept,
    cancelled: Callable[[], bool] | None = None,
) -> Arrangement:
    """On the lane: ask for all ids of a query, and find again what is kept.

    Another key or click makes the answer void; then it stops, and the lane is free at once.
    """
    ids, groups = desk.grouped_order_ids(query, user, cancelled)
    return rearranged(ids, kept, Groups(groups) if groups else NOT_GROUPED)


def rearranged(ids: Sequence[int], kept: Kept, groups: Groups = NOT_GROUPED) -> Arrangement:
    """On the lane: find again what is kept among `ids`."""
    unchanged = _are_alike(ids, kept.ids)
    place = next((row for one in kept.wanted if (row := place_of(ids, one, kept.near)) >= 0), -1)
    spans = kept.spans if unchanged else tuple(_spans_of(ids, kept))
    return Arrangement(kept.ids if unchanged else ids, unchanged, place, spans, kept, groups)


def _are_alike(ids: Sequence[int], kept: Sequence[int]) -> bool:
    if type(ids) is type(kept):
        return ids == kept
    return len(ids) == len(kept) and all(map(eq, ids, kept))


def place_of(ids: Sequence[int], order_id: int, near: int) -> int:
    """The place of an id, looked for around `near` first; -1 where it is gone."""
    if isinstance(ids, range):
        return ids.index(order_id) if order_id in ids else -1
    starts = range(0, len(ids), _PIECE)
    for start in sorted(starts, key=lambda start: abs(start + _PIECE // 2 - near)):
        with suppress(ValueError):
            return ids.index(order_id, start, start + _PIECE)
    return -1


def _spans_of(ids: Sequence[int], kept: Kept) -> Iterator[Span]:
    if not kept.spans:
        return
    chosen: set[int] = set()
    for first, last in kept.spans:
        for start in range(first, last + 1, _PIECE):
            chosen.update(kept.ids[start : min(last + 1, start + _PIECE)])
    marks = b"".join(
        bytes(map(chosen.__contains__, ids[start : start + _PIECE]))
        for start in range(0, len(ids), _PIECE)
    )
    first = marks.find(1)
    while first >= 0:
        end = marks.find(0, first)
        last = (end if end >= 0 else len(marks)) - 1
        yield first, last
        first = marks.find(1, last + 1)


def ids_of(ids: Sequence[int], spans: Sequence[Span]) -> array[int]:
    """The ids of some spans, in their order."""
    chosen: array[int] = array("q")
    for first, last in spans:
        chosen.extend(ids[first : last + 1])
    return chosen
