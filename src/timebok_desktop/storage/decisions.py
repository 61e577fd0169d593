"""Decisions in the store. The database itself allows one current decision an order, and one
standing approval an order and caseworker (four eyes)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select, update

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.compact_json import compact
from timebok_desktop.services.ports_store import NewDecision
from timebok_desktop.services.views import DecisionRecord
from timebok_desktop.storage import waited
from timebok_desktop.storage.schema import decision
from timebok_desktop.storage.values import moment, moment_text


class SqlDecisions:
    """Implements `services.ports_store.DecisionStore`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._driver = connection.connection.driver_connection

    def add(self, order_id: int, new: NewDecision) -> DecisionRecord:
        """Store a decision; all but a taking back becomes the current one."""
        before = self.current(order_id)
        is_undo = new.kind is Action.UNDO
        if before and not is_undo:
            self._set(before.id, is_current=False)
        values = {
            "order_id": order_id,
            "kind": new.kind.value,
            "by": new.by,
            "by_key": squeezed(new.by),
            "at": moment_text(new.at),
            "reason": new.reason,
            "overrides": compact(new.overrides),
            "status_before": new.status_before.value,
            "status_after": new.status_after.value,
            "fingerprint": new.fingerprint,
            "takes_back": new.takes_back,
            "previous": before.id if before else None,
            "is_current": not is_undo,
            "is_standing": new.kind is Action.APPROVE,
            "is_taken_back": False,
            "statement_id": new.signed.statement if new.signed else None,
            "signed_with": new.signed.key if new.signed else None,
            "evidence": new.evidence or None,
        }
        added = self._connection.execute(insert(decision).values(values).returning(decision))
        record = _record(added.mappings().one())
        waited.made(self._driver, "d.id = ?", record.id)
        return record

    def current(self, order_id: int) -> DecisionRecord | None:
        """The last decision that stands."""
        found = self._select(decision.c.order_id == order_id, decision.c.is_current)
        return found[0] if found else None

    def history(self, order_id: int) -> tuple[DecisionRecord, ...]:
        """Every decision, oldest first."""
        return self._select(decision.c.order_id == order_id)

    def take_back(self, order_id: int, last: DecisionRecord) -> DecisionRecord | None:
        """Take the last decision back; the one before it, if it still may stand, is current."""
        waited.unmade(self._driver, "d.id = ?", last.id)
        self._set(last.id, is_current=False, is_standing=False, is_taken_back=True)
        previous = self._connection.execute(
            select(decision.c.previous).where(decision.c.id == last.id)
        ).scalar_one()
        if previous is None:
            return None
        self._set(previous, is_current=True)
        self._restand(order_id, previous)
        return self.current(order_id)

    def void_all(self, order_id: int) -> None:
        """Nothing is current or standing any more."""
        self._connection.execute(
            update(decision)
            .where(decision.c.order_id == order_id)
            .values(is_current=False, is_standing=False)
        )

    def end_approvals(self, order_id: int) -> None:
        """The order's approvals no longer stand."""
        self._connection.execute(
            update(decision).where(decision.c.order_id == order_id).values(is_standing=False)
        )

    def standing_approvals(self, order_id: int) -> tuple[DecisionRecord, ...]:
        """The approvals that count, first one first."""
        return self._select(decision.c.order_id == order_id, decision.c.is_standing)

    def fingerprint(self, order_id: int) -> str:
        """The registry fingerprint of the last standing approval."""
        found = self._connection.execute(
            select(decision.c.fingerprint)
            .where(decision.c.order_id == order_id, decision.c.is_standing)
            .order_by(decision.c.id.desc())
        ).scalar()
        return str(found or "")

    def _restand(self, order_id: int, current: int) -> None:
        """The approvals that led to `current` without a break stand again."""
        rows = {record.id: record for record in self.history(order_id)}
        links: dict[int, int | None] = dict(
            self._connection.execute(
                select(decision.c.id, decision.c.previous).where(decision.c.order_id == order_id)
            ).all()
        )
        at: int | None = current
        standing: list[int] = []
        while at is not None and rows[at].kind is Action.APPROVE and not rows[at].taken_back:
            standing.append(at)
            if rows[at].status_before is not Status.AWAITING_SECOND_APPROVAL:
                break
            at = links[at]
        self.end_approvals(order_id)
        for identity in standing:
            self._set(identity, is_standing=True)

    def _set(self, identity: int, **values: bool) -> None:
        self._connection.execute(update(decision).where(decision.c.id == identity).values(values))

    def _select(self, *where: Any) -> tuple[DecisionRecord, ...]:
        rows = self._connection.execute(select(decision).where(*where).order_by(decision.c.id))
        return tuple(_record(row) for row in rows.mappings())


def _record(row: Mapping[Any, Any]) -> DecisionRecord:
    return DecisionRecord(
        id=row["id"],
        kind=Action(row["kind"]),
        by=row["by"],
        at=moment(row["at"]),
        reason=row["reason"],
        overrides=json.loads(row["overrides"]),
        status_before=Status(row["status_before"]),
        status_after=Status(row["status_after"]),
        current=row["is_current"],
        taken_back=row["is_taken_back"],
    )
