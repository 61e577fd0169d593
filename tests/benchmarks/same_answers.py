"""The same answers at every size: the desk beside a plain scan, the verdicts beside the world's.

Totals, the order of all ids, first and second pages are compared on random queries with a plain
look at every order (see `plain_scan`), in a store in which some orders are held, rejected and
approved. The rules of every order are compared with `answers.json`, which the synthetic world
knows by construction.
"""

from __future__ import annotations

import json
import random
from itertools import chain
from pathlib import Path
from typing import Any

from benchmarks.plain_scan import Unshown, differences, random_query, scan
from benchmarks.plan import USER, Plan
from benchmarks.records import Measured
from benchmarks.synthetic import COLUMNS, order_files, rows_of, world_of
from benchmarks.workspaces import FIRST, add, copy_of, office
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.views import OrderQuery

_QUERIES, _QUERIES_SHORT = 60, 10
_DECIDED = 8
_CHUNK = 20_000
_COMPARED = 4
"""Answers of a query that are compared."""
_ACTIONS = (Action.CLAIM, Action.HOLD, Action.REJECT, Action.REQUEST_INFORMATION)


def measure(plan: Plan) -> list[Measured]:
    """Compare in a copy with all orders of the world, in which decisions were made."""
    with copy_of(plan, plan.full, "answers") as folder:
        add(folder, order_files(world_of(plan))[1])
        return _compared(plan, folder)


def _compared(plan: Plan, folder: Path) -> list[Measured]:
    with office(folder) as opened:
        desk = opened.desk
        rules = _rules(plan, desk)
        chance = random.Random(plan.seed)  # noqa: S311 - no secret
        ids = desk.order_ids(OrderQuery(), USER)
        rows = desk.order_rows([chance.choice(ids) for _ in range(200)])
        decide_some(desk, rows)
        count = _QUERIES_SHORT if plan.short else _QUERIES
        queries = [random_query(chance, rows, USER) for _ in range(count)]
        found = [
            one
            for expected in scan(desk, queries, USER, unshown_of(plan))
            for one in differences(desk, expected, USER, chance)
        ]
    return [
        Measured("same-answers", len(found), count * _COMPARED, "; ".join(found[:3])),
        rules,
    ]


def unshown_of(plan: Plan) -> Unshown:
    """What the files say of orders that a row of the queue does not show."""
    names = [COLUMNS.index(name) for name in ("external_reference", "municipality_name", "system")]
    found = {}
    for path in chain(*order_files(world_of(plan))):
        for row in rows_of(path):
            reference, name, system = (row[place] for place in names)
            found[reference] = (name, system)
    return found


def decide_some(desk: Any, rows: Any) -> None:
    """Some orders get other statuses and holders."""
    references = list(dict.fromkeys(row.reference for row in rows))
    for number, action in enumerate(_ACTIONS):
        for reference in references[number * _DECIDED : (number + 1) * _DECIDED]:
            codes = desk.reason_codes(action)
            desk.decide(reference, action, USER, next(iter(codes), ""))


def _rules(plan: Plan, desk: Any) -> Measured:
    answers = json.loads((world_of(plan) / "answers.json").read_bytes())["orders"]
    expected = {one["external_reference"]: one["rules"] for one in answers}
    ids = desk.order_ids(OrderQuery(), USER)
    wrong, note = 0, ""
    for first in range(0, len(ids), _CHUNK):
        for row in desk.order_rows(ids[first : first + _CHUNK]):
            wanted = expected.get(row.external_reference)
            if wanted is None and row.external_reference == FIRST:
                continue
            if sorted(row.rules) != wanted:
                wrong += 1
                note = note or f"{row.external_reference}: {sorted(row.rules)}, not {wanted}"
    return Measured("same-rules", wrong, len(ids), note)
