"""S8: decisions, one and ten thousand, each durable.

Ours is `decide` for one clear order, and `decide_many` for the clear orders of the queue: rules
checked, four eyes kept, statuses moved, decisions and log entries written, one transaction.

The bare baseline does what nobody can leave out: one UPDATE of the same number of ids in the plain
table, one `executemany` of as many decisions, and as many log entries as ours wrote, each hashed
over the one before, in one durable transaction. For one order the baseline is an ORM add and
commit.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from benchmarks import bare, orm_way
from benchmarks.plan import USER, Plan
from benchmarks.records import Measured
from benchmarks.timing import MICRO, MILLI, in_turn, median, seconds_of
from benchmarks.workspaces import clear_ids, copy_of, decide_many, office
from timebok_desktop.domain.workflow import Action

_TABLES = (
    """CREATE TABLE IF NOT EXISTS decision (id INTEGER PRIMARY KEY, order_id INTEGER, kind TEXT,
    by TEXT, at TEXT, reason TEXT, overrides TEXT, status_before TEXT, status_after TEXT)""",
    """CREATE TABLE IF NOT EXISTS log (seq INTEGER PRIMARY KEY, at TEXT, by TEXT, action TEXT,
    subject TEXT, details TEXT, previous TEXT, hash TEXT)""",
)
_AT = "2026-03-02T08:00:00.000000Z"


def measure(plan: Plan) -> list[Measured]:
    """One by one first, then all at once, a part in each round."""
    with copy_of(plan, plan.full, "decide") as folder, office(folder) as opened:
        desk = opened.desk
        ids = clear_ids(desk, plan.samples + plan.decided * plan.rounds)
        one = _one_by_one(plan, desk, ids[: plan.samples])
        return [one, _at_once(plan, desk, ids[plan.samples :])]


def _one_by_one(plan: Plan, desk: Any, ids: Sequence[int]) -> Measured:
    rows = desk.order_rows(ids)
    engine = orm_way.engine_of(plan.bare)
    orm_way.make_tables(engine)
    with Session(engine) as session:
        ours, naive = [], []
        for row in rows:
            of_ours, of_naive = in_turn(
                1,
                partial(desk.decide, row.reference, Action.APPROVE, USER),
                partial(orm_way.add_and_commit, session, row.id),
            )
            ours += of_ours
            naive += of_naive
    engine.dispose()
    return Measured("approve-one", median(ours) * MILLI, median(naive) * MILLI)


def _at_once(plan: Plan, desk: Any, ids: Sequence[int]) -> Measured:
    many = min(plan.decided, len(ids) // plan.rounds)
    ours, driver, entries = [], [], 0
    with closing(bare.connect(plan.bare)) as connection:
        for statement in _TABLES:
            connection.execute(statement)
        for number in range(plan.rounds):
            part = ids[number * many : (number + 1) * many]
            before = _log_length(desk)
            ours.append(seconds_of(partial(decide_many, desk, part, Action.APPROVE, USER)))
            entries = _log_length(desk) - before
            driver.append(seconds_of(partial(_bare_decisions, connection, part, entries)))
        connection.execute("UPDATE orders SET status = 'received' WHERE status <> 'received'")
    each = MICRO / many
    note = f"{many:,} orders, {entries:,} log entries"
    return Measured("approve-many", median(ours) * each, median(driver) * each, note)


def _log_length(desk: Any) -> int:
    (last,) = desk.audit_events(limit=1)
    return int(last.seq)


def _bare_decisions(connection: Any, ids: Sequence[int], entries: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        "UPDATE orders SET status = 'awaiting_second_approval' WHERE id = ?",
        [(one,) for one in ids],
    )
    connection.executemany(
        "INSERT INTO decision (order_id, kind, by, at, reason, overrides, status_before, "
        "status_after) VALUES (?, 'approve', 'anna', ?, '', '{}', 'received', "
        "'awaiting_second_approval')",
        [(one, _AT) for one in ids],
    )
    connection.executemany(
        "INSERT INTO log (at, by, action, subject, details, previous, hash) "
        "VALUES (?, 'anna', 'approve', ?, ?, ?, ?)",
        _chained(entries),
    )
    connection.execute("COMMIT")


def _chained(entries: int) -> list[tuple[str, str, str, str, str]]:
    """Log entries, each with the hash of the one before."""
    found, previous = [], ""
    for number in range(entries):
        subject = f"RTB-2026-{number:06}"
        details = json.dumps({"after": "awaiting_second_approval", "before": "received"})
        content = "\n".join((_AT, "anna", "approve", subject, details, previous))
        own = hashlib.sha256(content.encode()).hexdigest()
        found.append((_AT, subject, details, previous, own))
        previous = own
    return found
