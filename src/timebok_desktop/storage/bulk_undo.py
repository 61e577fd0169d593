"""Taking back what was decided on many orders at once: a few statements for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from timebok_desktop.domain.folding import squeezed
from timebok_desktop.services.ports_bulk import Deciding, Made, Move, Standing
from timebok_desktop.storage import waited
from timebok_desktop.storage.bulk import SqlBulk, standing_of
from timebok_desktop.storage.values import json_ids, moment_text

_MADE = (
    "SELECT id, order_id, status_before, status_after, is_current FROM decision"
    " WHERE id BETWEEN ? AND ? ORDER BY id"
)
_CHAIN = (
    "WITH RECURSIVE chain(id, previous, first) AS ("
    " SELECT p.id, p.previous, p.status_before <> 'awaiting_second_approval'"
    " FROM decision d CROSS JOIN decision p ON p.id = d.previous"
    " WHERE {which} AND p.kind = 'approve' AND p.is_taken_back = 0"
    " UNION ALL"
    " SELECT p.id, p.previous, p.status_before <> 'awaiting_second_approval'"
    " FROM chain CROSS JOIN decision p ON p.id = chain.previous"
    " WHERE NOT chain.first AND p.kind = 'approve' AND p.is_taken_back = 0)"
)
"""The approvals that led, without a break, to the decisions before some decisions."""
_TAKEN = "id IN (SELECT takes_back FROM temp.moving)"
_OF_TAKEN = "d.id IN (SELECT takes_back FROM temp.moving)"


class SqlBulkUndo:
    """Implements `services.ports_bulk.BulkUndoStore`."""

    def __init__(self, driver: Any, bulk: SqlBulk) -> None:
        self._driver = driver
        self._bulk = bulk

    def made(self, decisions: range) -> list[Made]:
        """What these decisions did, as the store has it now."""
        rows = self._driver.execute(_MADE, (decisions.start, decisions.stop - 1)).fetchall()
        return [Made._make(row) for row in rows]

    def approvals_before(self, decisions: Sequence[int]) -> dict[int, list[Standing]]:
        """The approvals that would count again, first one first, by the order's id."""
        chain = _CHAIN.format(which="d.id IN (SELECT value FROM json_each(?))")
        return standing_of(
            self._driver,
            f"{chain} {{select}} FROM decision WHERE id IN (SELECT id FROM chain) ORDER BY id",
            json_ids(decisions),
        )

    def take_back(
        self, moves: Sequence[Move], decisions: Sequence[int], deciding: Deciding
    ) -> list[int]:
        """Take one decision back for each move; returns the ids of the takings back."""
        self._bulk.stage(moves)
        self._driver.executemany(
            "UPDATE temp.moving SET takes_back = ? WHERE id = ?",
            [(one, move.state.id) for one, move in zip(decisions, moves, strict=True)],
        ).close()
        waited.unmade(self._driver, _OF_TAKEN)
        self._run(
            f"UPDATE decision SET is_current = 0, is_standing = 0, is_taken_back = 1 WHERE {_TAKEN}"
        )
        self._stand_again()
        return self._store(moves, deciding)

    def _stand_again(self) -> None:
        """The decisions before those are current, and the approvals that led to them count."""
        before = f"(SELECT d.previous FROM decision d WHERE {_OF_TAKEN})"
        self._run(f"UPDATE decision SET is_current = 1 WHERE id IN {before}")
        self._run(
            "UPDATE decision SET is_standing = 0 WHERE is_standing = 1 AND order_id IN"
            f" (SELECT d.order_id FROM decision d WHERE {_OF_TAKEN} AND d.previous IS NOT NULL)"
        )
        self._run(
            f"{_CHAIN.format(which=_OF_TAKEN)}"
            " UPDATE decision SET is_standing = 1 WHERE id IN (SELECT id FROM chain)"
        )

    def _store(self, moves: Sequence[Move], deciding: Deciding) -> list[int]:
        last = self._driver.execute("SELECT coalesce(max(id), 0) FROM decision").fetchone()[0]
        self._run(
            'INSERT INTO decision(order_id, kind, "by", by_key, "at", reason, overrides,'
            " status_before, status_after, fingerprint, takes_back, previous, is_current,"
            " is_standing, is_taken_back)"
            " SELECT m.id, 'undo', ?, ?, ?, ?, '{}', m.before, m.after, '', m.takes_back,"
            " (SELECT d.previous FROM decision d WHERE d.id = m.takes_back), 0, 0, 0"
            " FROM temp.moving m ORDER BY place",
            deciding.by,
            squeezed(deciding.by),
            moment_text(deciding.at),
            deciding.reason,
        )
        self._bulk.move(moves, deciding)
        return list(range(last + 1, last + 1 + len(moves)))

    def _run(self, statement: str, *values: Any) -> None:
        self._driver.execute(statement, values).close()
