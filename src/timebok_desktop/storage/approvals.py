"""Caseworkers' public keys and what they have signed. The database lets nothing of it change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from timebok_desktop.domain.folding import squeezed
from timebok_desktop.services.ports_approvals import CaseworkerKey, Checkpoint, SignedStatement
from timebok_desktop.services.shown import MadeSetUp, ShownOrder
from timebok_desktop.storage.values import json_ids, moment_text

_KEYS = "SELECT name, thumbprint, x FROM caseworker_key"
_SHOWN = (
    "SELECT orders.id, reference, kind, scheme, municipality_number, municipality_name,"
    " organization_number, her_id, category, form, vendor, system, had_interim_solution,"
    " desired_from, language, comment, external_reference, submitted_at, received_us,"
    " municipality_key, category_key, her_id_number"
    " FROM json_each(?) asked CROSS JOIN orders ON orders.id = asked.value"
)


class SqlApprovals:
    """Implements `services.ports_approvals.ApprovalStore`."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver

    def key_of(self, caseworker: str) -> CaseworkerKey | None:
        """The key a caseworker signs with now."""
        rows = self._rows(
            f"{_KEYS} WHERE name_key = ? ORDER BY id DESC LIMIT 1", squeezed(caseworker)
        )
        return CaseworkerKey(*rows[0]) if rows else None

    def every_key(self) -> list[CaseworkerKey]:
        """Every key that was ever made, oldest first."""
        return [CaseworkerKey(*row) for row in self._rows(f"{_KEYS} ORDER BY id")]

    def register(self, key: CaseworkerKey, at: datetime) -> None:
        """Remember a key as its caseworker's."""
        self._rows(
            "INSERT INTO caseworker_key(name, name_key, thumbprint, x, made_at)"
            " VALUES(?, ?, ?, ?, ?)",
            key.caseworker,
            squeezed(key.caseworker),
            key.thumbprint,
            key.x,
            moment_text(at),
        )

    def add(self, signed: SignedStatement) -> int:
        """Keep a statement; returns its id."""
        rows = self._rows(
            "INSERT INTO approval_statement(statement, signature, thumbprint) VALUES(?, ?, ?)"
            " RETURNING id",
            *signed,
        )
        return int(rows[0][0])

    def statements(self, ids: Iterable[int]) -> dict[int, SignedStatement]:
        """These statements by id; those that are gone are left out."""
        rows = self._rows(
            "SELECT s.id, statement, signature, thumbprint FROM json_each(?) asked"
            " CROSS JOIN approval_statement s ON s.id = asked.value",
            json_ids(ids),
        )
        return {row[0]: SignedStatement(*row[1:]) for row in rows}

    def shown(self, ids: Sequence[int]) -> list[ShownOrder]:
        """What is hashed of these orders."""
        return [ShownOrder._make(row) for row in self._rows(_SHOWN, json_ids(ids))]

    def made_by(self, references: Sequence[str]) -> dict[str, MadeSetUp]:
        """The set-ups that these orders made and that were not undone, by reference."""
        rows = self._rows(
            "SELECT order_reference, municipality_number, her_id, category, scheme, form, vendor,"
            " system, valid_from FROM json_each(?) asked CROSS JOIN configuration"
            " ON order_reference = asked.value WHERE ended_reason <> 'undone'"
            " ORDER BY configuration.id",
            json.dumps(list(references)),
        )
        return {row[0]: MadeSetUp._make(row[1:]) for row in rows}

    def missing(self) -> int:
        """How many approvals refer to a statement that is not there."""
        rows = self._rows(
            "SELECT count(*) FROM decision WHERE statement_id IS NOT NULL"
            " AND statement_id NOT IN (SELECT id FROM approval_statement)"
        )
        return int(rows[0][0])

    def last_of_each_key(self) -> list[SignedStatement]:
        """The last statement that was made with each key."""
        rows = self._rows(
            "SELECT statement, signature, thumbprint FROM approval_statement WHERE id IN"
            " (SELECT max(id) FROM approval_statement GROUP BY thumbprint) ORDER BY id"
        )
        return [SignedStatement(*row) for row in rows]

    def heads(self) -> list[Checkpoint]:
        """The ends of the log that statements build on, oldest first."""
        rows = self._rows(
            "SELECT statement ->> '$.audit.sequence', statement ->> '$.audit.head'"
            " FROM approval_statement ORDER BY id"
        )
        return [Checkpoint(*row) for row in rows]

    def _rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = self._driver.execute(statement, values).fetchall()
        return found
