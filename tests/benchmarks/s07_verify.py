"""S7: verification of all orders against the whole registry.

Ours is `verify(everything=True, details=False)`: all rules, outcomes stored, logged. The ORM way
is only `session.get` of each order's party, mapped with twelve columns, on a sample in order,
scaled to one order: no rule is judged there and nothing stored, which favours it.

The bare join is one SQL statement over the plain tables that works out, for every order, what the
registry rules compare. The desk judges all rules in one pass, so all of them stand beside it.
After an extract in which one party in a thousand is no longer active, `verify` without `everything`
stands beside `everything` after another such extract: both must first take in the new parties, and
only the former may leave alone what has not changed.
"""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

from benchmarks import bare, orm_way
from benchmarks.plan import USER, Plan
from benchmarks.records import Measured
from benchmarks.synthetic import order_files, registry_file, rows_of, taken_at, world_of
from benchmarks.timing import MICRO, in_turn, median, seconds_of
from benchmarks.workspaces import copy_of, office

_ALL = "all rules in one pass, storing included: the registry's cost no more"
_EVERY = 1000
_HER_ID = 8
_JOIN = """
SELECT count(*),
 sum(p.her_id IS NULL),
 sum(p.active <> '1' OR p.valid_from > :now OR p.valid_to < :now),
 sum(p.type <> 'Service'),
 sum(o.organization_number NOT IN (p.organization_number, p.parent_organization_number)
     AND instr(p.coverage, o.organization_number) = 0),
 sum(p.municipality_number <> o.municipality_number),
 sum(p.service_code NOT IN ('KA02', 'KA0301') AND o.scheme = 'via-practitioner')
FROM orders o LEFT JOIN party p ON p.her_id = o.her_number
"""


def measure(plan: Plan) -> list[Measured]:
    """All rules, the registry's alone, and what a new extract makes necessary."""
    with (
        copy_of(plan, plan.full, "verify") as folder,
        closing(bare.connect(plan.bare)) as connection,
    ):
        now = {"now": taken_at().isoformat()}
        with office(folder) as opened:
            desk = opened.desk
            everything, join = in_turn(
                plan.heavy_rounds,
                lambda: desk.verify(everything=True, user=USER, details=False),
                lambda: connection.execute(_JOIN, now).fetchall(),
            )
            _after_new_extract(plan, desk, folder, first=1)
            changed = seconds_of(lambda: desk.verify(user=USER, details=False))
            _after_new_extract(plan, desk, folder, first=2)
            all_again = seconds_of(lambda: desk.verify(everything=True, user=USER, details=False))
        each = MICRO / plan.size
        note = f"ORM way on {plan.naive_sample:,} orders, scaled"
        return [
            Measured("verify-registry", median(everything) * each, median(join) * each, _ALL),
            Measured("verify-all", median(everything) * each, _look_up(plan) * MICRO, note),
            Measured("verify-changed", changed * each, all_again * each),
        ]


def _after_new_extract(plan: Plan, desk: Any, folder: Path, first: int) -> None:
    """Import the extract again, with every thousandth party no longer active."""
    path = folder / f"changed-{first}.json"
    _write_changed(registry_file(world_of(plan)), path, first)
    desk.import_registry(path, USER, taken_at=taken_at())


def _write_changed(export: Path, out: Path, first: int) -> None:
    """The same export with every thousandth party no longer active."""
    number = 0
    with export.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as target:
        for line in lines:
            if line.startswith('{"HerId"'):
                number += 1
                if number % _EVERY == first:
                    end = ",\n" if line.rstrip().endswith(",") else "\n"
                    party = json.loads(line.rstrip().removesuffix(","))
                    target.write(json.dumps({**party, "Active": False}) + end)
                    continue
            target.write(line)


def _look_up(plan: Plan) -> float:
    """Seconds an order for the ORM look-up of its party."""
    files, _ = order_files(world_of(plan))
    her_ids = [row[_HER_ID] for row in rows_of(files[0])][: plan.naive_sample]
    engine = orm_way.engine_of(plan.bare)
    times = [seconds_of(lambda: orm_way.look_up(engine, her_ids)) for _ in range(plan.heavy_rounds)]
    engine.dispose()
    return median(times) / len(her_ids)
