"""S3 and S6 at the desk: pages at random depths, and the full order of every offered sort.

S3 ours is `order_page(query, 200 rows, after=cursor)` for every offered sort in both directions,
with cursors met on a walk over the whole queue; typed rows and the total come with it. The
baseline is the bare keyset query on the plain table with an index a column, its raw tuples
fetched. The line tells the slowest sort. The window asks by ids instead: `order_rows` of 200 ids at
a random depth, beside the same keyset query.

S6 ours is `order_ids`, all ids in the order of a sort, as an array; the baseline walks the index
of the plain table into an array.
"""

from __future__ import annotations

import random
from array import array
from contextlib import closing
from functools import partial
from typing import Any

from benchmarks import bare
from benchmarks.plan import USER, Plan
from benchmarks.records import Measured
from benchmarks.synthetic import COLUMNS
from benchmarks.timing import MICRO, MILLI, in_turn, median
from benchmarks.workspaces import office
from timebok_desktop.services.views import SORT_FIELDS, OrderQuery

ROWS = 200
_STEPS = 8
_CURSORS = 4
_INDEX_OF = {"reference": "received_at", "urgency": "received_at"}
_PAGE = f"SELECT id,{','.join(COLUMNS)} FROM orders "  # noqa: S608 - our own columns


def measure(plan: Plan) -> list[Measured]:
    """Pages, slices and orders, ours and bare in turn."""
    with office(plan.full) as opened, closing(bare.connect(plan.bare)) as connection:
        return [
            _pages(plan, opened.desk, connection),
            _slices(plan, opened.desk, connection),
            _orders(plan, opened.desk, connection),
        ]


def bare_page(connection: Any, sort: str, after: tuple[Any, int], *, descending: bool) -> list[Any]:
    """A page of the plain table by keyset."""
    column = _INDEX_OF.get(sort, sort)
    sign, way = ("<", "DESC") if descending else (">", "ASC")
    found: list[Any] = connection.execute(
        f"{_PAGE} WHERE ({column}, id) {sign} (?, ?) ORDER BY {column} {way}, id {way} LIMIT ?",
        (*after, ROWS),
    ).fetchall()
    return found


def place_in(connection: Any, sort: str, order_id: int) -> tuple[Any, int]:
    """Where an order stands in a sort of the plain table."""
    column = _INDEX_OF.get(sort, sort)
    sql = f"SELECT {column} FROM orders WHERE id = ?"  # noqa: S608 - our own columns
    (value,) = connection.execute(sql, (order_id,)).fetchone()
    return value, order_id


def _pages(plan: Plan, desk: Any, connection: Any) -> Measured:
    chance = random.Random(plan.seed)  # noqa: S311 - no secret
    found = {}
    for sort in SORT_FIELDS:
        for descending in (False, True):
            query = OrderQuery(sort=sort, descending=descending)
            ours, driver = [], []
            for cursor in _cursors(plan, desk, query):
                place = place_in(connection, sort, chance.randint(1, plan.size))
                of_ours, of_driver = in_turn(
                    plan.rounds,
                    partial(desk.order_page, query, USER, ROWS, cursor),
                    partial(bare_page, connection, sort, place, descending=descending),
                )
                ours += of_ours
                driver += of_driver
            found[f"{sort}{' descending' if descending else ''}"] = (median(ours), median(driver))
    slowest = max(found, key=lambda name: found[name][0] / found[name][1])
    ours_s, driver_s = found[slowest]
    return Measured("page", ours_s * MILLI, driver_s * MILLI, f"slowest beside bare: {slowest}")


def _cursors(plan: Plan, desk: Any, query: OrderQuery) -> list[str]:
    """Cursors from a walk over the queue, some of them."""
    found, cursor = [], ""
    for _ in range(_STEPS - 1):
        cursor = desk.order_page(query, USER, max(1, plan.size // _STEPS), cursor).next
        found.append(cursor)
        if plan.short:
            break
    return random.Random(plan.seed).sample(found, min(_CURSORS, len(found)))  # noqa: S311


def _slices(plan: Plan, desk: Any, connection: Any) -> Measured:
    chance = random.Random(plan.seed)  # noqa: S311 - no secret
    ids = desk.order_ids(OrderQuery(sort="municipality_number"), USER)
    ours, driver = [], []
    for _ in range(plan.samples):
        first = chance.randrange(max(1, len(ids) - ROWS))
        place = place_in(connection, "municipality_number", chance.randint(1, plan.size))
        of_ours, of_driver = in_turn(
            1,
            partial(desk.order_rows, ids[first : first + ROWS]),
            partial(bare_page, connection, "municipality_number", place, descending=False),
        )
        ours += of_ours
        driver += of_driver
    return Measured("slice", median(ours) * MILLI, median(driver) * MILLI)


def _orders(plan: Plan, desk: Any, connection: Any) -> Measured:
    found = {}
    for sort in SORT_FIELDS:
        column = _INDEX_OF.get(sort, sort)
        ours, walk = in_turn(
            plan.heavy_rounds,
            partial(desk.order_ids, OrderQuery(sort=sort), USER),
            partial(_walked, connection, column),
        )
        found[sort] = (median(ours), median(walk))
    slowest = max(found, key=lambda name: found[name][0] / found[name][1])
    ours_s, walk_s = (one * MICRO / plan.size for one in found[slowest])
    return Measured("sort-order", ours_s, walk_s, f"slowest beside bare: {slowest}")


def _walked(connection: Any, column: str) -> array[int]:
    sql = f"SELECT id FROM orders ORDER BY {column}, id"  # noqa: S608 - our own columns
    return array("q", [one for (one,) in connection.execute(sql).fetchall()])
