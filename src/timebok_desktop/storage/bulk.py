"""Decisions on many orders at once: a few statements for all of them, straight on the driver."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from typing import Any

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.urgency import NEVER
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.compact_json import compact
from timebok_desktop.services.ports_bulk import Deciding, Difference, Move, OrderState, Standing
from timebok_desktop.services.shown import step_of
from timebok_desktop.storage import tallies, waited
from timebok_desktop.storage.urgency import SqlUrgency
from timebok_desktop.storage.values import json_ids, moment, moment_text
from timebok_desktop.storage.verdict_terms import VERIFIABLE
from timebok_desktop.storage.verdicts import SqlVerdicts

_FINAL = frozenset({Status.APPROVED, Status.REJECTED})
_MOVING = "id IN (SELECT id FROM temp.moving)"
_STATES = (
    "SELECT orders.id, reference, status, kind, category_code, form, rules,"
    " CASE WHEN snapshot_id IS NULL THEN ?2 ELSE snapshot_id END,"
    " CASE WHEN snapshot_id IS NULL THEN ?3 ELSE snapshot_revision END,"
    " her_id_number, category_key, outcome, holder_key"
    " FROM json_each(?1) asked CROSS JOIN orders ON orders.id = asked.value"
)
_SET_UP_UNDER = (
    "CASE orders.municipality_key WHEN '' THEN orders.municipality_number"
    " ELSE orders.municipality_key END"
)
_DIFFERENCES = (
    f"SELECT {_SET_UP_UNDER}, orders.municipality_number, municipality_name, orders.scheme,"
    " orders.form, orders.vendor, orders.system, desired_from, c.id IS NOT NULL, c.scheme,"
    " c.form, c.vendor, c.system, c.valid_from"
    " FROM json_each(?) asked CROSS JOIN orders ON orders.id = asked.value"
    " LEFT JOIN configuration c ON c.is_current = 1 AND c.her_id = her_id_number"
    f" AND c.category = category_key AND c.municipality_number = {_SET_UP_UNDER}"
)
_DECIDE = (
    'INSERT INTO decision(order_id, kind, "by", by_key, "at", reason, overrides, status_before,'
    " status_after, fingerprint, previous, is_current, is_standing, is_taken_back, statement_id,"
    " signed_with, evidence)"
    " SELECT id, ?, ?, ?, ?, ?, overrides, before, after, fingerprint, previous, 1, ?, 0, ?, ?,"
    " evidence"
    " FROM temp.moving ORDER BY place"
)

_STANDING = (
    'SELECT order_id, "by", "at", overrides, fingerprint, statement_id,'
    " coalesce(evidence, ''), status_before, status_after"
)


class SqlBulk:
    """Implements `services.ports_bulk.BulkStore`."""

    def __init__(self, driver: Any, verdicts: SqlVerdicts, urgency: SqlUrgency) -> None:
        self._driver = driver
        self._verdicts = verdicts
        self._urgency = urgency

    def states(self, ids: Sequence[int]) -> list[OrderState]:
        """What decisions look at, in the order of the ids."""
        asked = json_ids(ids)
        rows = self._driver.execute(_STATES, (asked, *self._verdicts.rest_on())).fetchall()
        return [OrderState._make(row) for row in rows]

    def approvals(self, ids: Sequence[int]) -> dict[int, list[Standing]]:
        """The approvals that count, first one first."""
        return standing_of(
            self._driver,
            "{select} FROM json_each(?) asked CROSS JOIN decision"
            " ON order_id = asked.value WHERE is_standing = 1 ORDER BY decision.id",
            json_ids(ids),
        )

    def differences(self, ids: Sequence[int]) -> list[Difference]:
        """What orders ask for beside what is current."""
        asked = json_ids(ids)
        return [
            Difference._make((*row[:3], row[3:8], row[9:] if row[8] else None))
            for row in self._driver.execute(_DIFFERENCES, (asked,)).fetchall()
        ]

    def decide(self, moves: Sequence[Move], deciding: Deciding) -> list[int]:
        """Store a decision on each and move it; returns the ids of the decisions."""
        self.stage(moves)
        last = self._driver.execute("SELECT coalesce(max(id), 0) FROM decision").fetchone()[0]
        of_these = "order_id IN (SELECT id FROM temp.moving)"
        self._run(f"UPDATE decision SET is_current = 0 WHERE is_current = 1 AND {of_these}")
        approves = deciding.action is Action.APPROVE
        if not approves:
            self._run(f"UPDATE decision SET is_standing = 0 WHERE is_standing = 1 AND {of_these}")
        self._run(
            _DECIDE,
            deciding.action.value,
            deciding.by,
            squeezed(deciding.by),
            moment_text(deciding.at),
            deciding.reason,
            approves,
            *(deciding.signed or (None, None)),
        )
        self.move(moves, deciding)
        if any(move.after in _FINAL for move in moves):
            waited.made(self._driver, "d.id BETWEEN ? AND ?", last + 1, last + len(moves))
        return list(range(last + 1, last + 1 + len(moves)))

    def hold(self, ids: Sequence[int], holder: str, at: datetime) -> dict[int, str]:
        """These orders get another holder; who held them before."""
        self._stage_ids(ids)
        before = dict(
            self._driver.execute(f"SELECT id, holder FROM orders WHERE {_MOVING}").fetchall()
        )
        with tallies.changing(self._driver, _MOVING):
            self._run(
                f"UPDATE orders SET holder = ?, holder_key = ?, handed_at = ? WHERE {_MOVING}",
                holder,
                squeezed(holder),
                moment_text(at),
            )
        return before

    def leave(self, ids: Sequence[int]) -> None:
        """These approved orders have been exported."""
        self._stage_ids(ids)
        with tallies.changing(self._driver, _MOVING):
            self._run(
                "UPDATE orders SET status = 'exported', holder = '', holder_key = '',"
                f" urgency = {NEVER} WHERE {_MOVING}"
            )
            self._freeze()

    def _stage_ids(self, ids: Sequence[int]) -> None:
        self._make_room()
        self._driver.executemany(
            "INSERT INTO temp.moving(id) VALUES(?)", [(identity,) for identity in ids]
        ).close()

    def _make_room(self) -> None:
        self._run(
            "CREATE TEMP TABLE IF NOT EXISTS moving (id INTEGER PRIMARY KEY, place INTEGER,"
            " before TEXT, after TEXT, overrides TEXT, fingerprint TEXT, evidence TEXT,"
            " previous INTEGER, takes_back INTEGER)"
        )
        self._run("DELETE FROM temp.moving")

    def stage(self, moves: Sequence[Move]) -> None:
        """Lay these moves ready in `temp.moving`."""
        self._make_room()
        self._driver.executemany(
            "INSERT INTO temp.moving VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7,"
            " (SELECT id FROM decision WHERE order_id = ?1 AND is_current = 1), NULL)",
            [
                (
                    move.state.id,
                    place,
                    move.state.status,
                    move.after,
                    compact(move.overrides) if move.overrides else "{}",
                    move.fingerprint,
                    move.evidence or None,
                )
                for place, move in enumerate(moves)
            ],
        ).close()

    def move(self, moves: Sequence[Move], deciding: Deciding) -> None:
        """The orders that are laid ready get their new status and holder."""
        held = ", ".join(f"'{status}'" for status in sorted(deciding.held))
        holder = f"CASE WHEN m.after IN ({held}) THEN ? ELSE '' END"
        if all(
            move.state.status in deciding.open and move.after in deciding.open for move in moves
        ):
            tallies.shift(self._driver, _sorts(moves, deciding))
            kept: AbstractContextManager[None] = nullcontext()
        else:
            kept = tallies.changing(self._driver, _MOVING)
        with kept:
            self._run(
                f"UPDATE orders SET status = m.after, holder = {holder}, holder_key = {holder},"
                f" urgency = {self._urgency.kept('m.after')}"
                f" FROM temp.moving m WHERE m.id = orders.id AND orders.{_MOVING}",
                deciding.by,
                squeezed(deciding.by),
            )
            self._freeze()

    def _freeze(self) -> None:
        """Orders that are no longer on their way keep the snapshot that their verdicts rest on."""
        self._run(
            "UPDATE orders SET snapshot_id = ?, snapshot_revision = ?"
            f" WHERE {_MOVING} AND rules IS NOT NULL AND snapshot_id IS NULL AND NOT {VERIFIABLE}",
            *self._verdicts.rest_on(),
        )

    def _run(self, statement: str, *values: Any) -> None:
        self._driver.execute(statement, values).close()


def standing_of(driver: Any, statement: str, asked: str) -> dict[int, list[Standing]]:
    """The approvals that a statement finds, by the order's id; `{select}` in it are their
    columns."""
    found: dict[int, list[Standing]] = {}
    rows = driver.execute(statement.format(select=_STANDING), (asked,)).fetchall()
    for order_id, by, at, overrides, mark, statement_id, seen, before, after in rows:
        given = json.loads(overrides) if overrides != "{}" else {}
        step = step_of(before, after)
        standing = Standing(by, moment(at), given, mark, statement_id, seen, step)
        found.setdefault(order_id, []).append(standing)
    return found


def _sorts(moves: Sequence[Move], deciding: Deciding) -> Counter[tuple[str, str, str, str]]:
    """How many orders of each sort of the queue there are more or fewer afterwards."""
    found: Counter[tuple[str, str, str, str]] = Counter()
    own = squeezed(deciding.by)
    for move in moves:
        state = move.state
        holder = own if move.after in deciding.held else ""
        found[(state.status, state.holder_key, state.outcome or "", state.category)] -= 1
        found[(move.after, holder, state.outcome or "", state.category)] += 1
    return found
