"""Deletes contact data and tells what is stored about somebody, straight on the driver.

Overwritten rows are zeroed by `secure_delete`; the log of writes is emptied afterwards (`tidy`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from timebok_desktop.domain.folding import squeezed
from timebok_desktop.services.ports_retention import DueOriginal
from timebok_desktop.storage.order_rows import SENT
from timebok_desktop.storage.values import moment_text

CONTACT = ("contact_name", "contact_email", "contact_phone", "contact_role")
DELETED = "[…]"
"""Stands in letters and notes where a name, an address or a number was."""
_SHORTEST = 3
"""A shorter value would be found inside other words."""

_DUE = """
SELECT id FROM orders WHERE id NOT IN (SELECT order_id FROM contact_deleted) AND (
  status = 'acknowledged' AND (
    SELECT max(receipt_at) FROM package_order p WHERE p.order_id = orders.id AND receipt = 'ok'
  ) < ?1
  OR status IN ('rejected', 'withdrawn', 'superseded') AND coalesce(
    (SELECT max("at") FROM decision d WHERE d.order_id = orders.id),
    strftime('%Y-%m-%dT%H:%M:%S', received_us / 1000000, 'unixepoch')
  ) < ?1
) ORDER BY id
"""
_DUE_ORIGINALS = """
SELECT id, sha256, has_personal_number FROM imported_file f
WHERE id NOT IN (SELECT file_id FROM original_deleted)
AND EXISTS (SELECT 1 FROM orders WHERE source_id = f.id)
AND NOT EXISTS (
  SELECT 1 FROM orders WHERE source_id = f.id
  AND id NOT IN (SELECT order_id FROM contact_deleted)
) ORDER BY has_personal_number DESC, id
"""


class SqlRetention:
    """Implements `services.ports_retention.RetentionStore`."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver

    def due(self, before: datetime) -> list[int]:
        """Orders whose contact data have served their time."""
        return [row[0] for row in self._rows(_DUE, moment_text(before))]

    def delete_contact(self, ids: Sequence[int], at: datetime) -> dict[str, list[str]]:
        """Delete the contact data of these orders; what kinds of data that were, by reference."""
        told = {}
        for identity in ids:
            (row,) = self._rows(
                f"SELECT reference, {SENT}, {', '.join(CONTACT)} FROM orders WHERE id = ?", identity
            )
            reference, sent, *values = row
            difference = json.loads(sent)
            known = {name: value for name, value in zip(CONTACT, values, strict=True) if value}
            known |= {name: str(difference[name]) for name in CONTACT if difference.get(name)}
            left = {name: value for name, value in difference.items() if name not in CONTACT}
            self._rows(
                "UPDATE orders SET contact_name = '', contact_email = '', contact_phone = '',"
                " contact_role = '', sent = ?, sent_form_id = NULL WHERE id = ?",
                json.dumps(left, ensure_ascii=False, separators=(",", ":")),
                identity,
            )
            kinds = sorted(known) + self._clear_writings(identity, [*values, *known.values()])
            self._rows("INSERT INTO contact_deleted VALUES(?, ?)", identity, moment_text(at))
            told[reference] = kinds
        return told

    def due_originals(self) -> list[DueOriginal]:
        """Originals that go too, those with a national identity number first."""
        rows = self._rows(_DUE_ORIGINALS)
        return [DueOriginal(row[0], row[1], bool(row[2])) for row in rows]

    def note_deleted(self, originals: Iterable[DueOriginal], at: datetime) -> None:
        """These originals are not to be there any more."""
        for one in originals:
            self._rows("INSERT INTO original_deleted VALUES(?, ?)", one.id, moment_text(at))

    def deleted_originals(self) -> list[str]:
        """The names of all originals that must not be there any more."""
        rows = self._rows(
            "SELECT sha256 FROM original_deleted JOIN imported_file ON id = file_id ORDER BY id"
        )
        return [row[0] for row in rows]

    def about(self, text: str) -> dict[str, list[dict[str, Any]]]:
        """What is stored about whoever is named so, or has this address or number."""
        wanted = squeezed(text)
        orders = []
        for row in self._rows(
            f"SELECT id, reference, status, {', '.join(CONTACT)}, {SENT}, comment FROM orders"
            " WHERE contact_name <> '' OR contact_email <> '' OR contact_phone <> ''"
            " OR sent LIKE '%contact_%' OR comment <> ''"
        ):
            values = [str(value) for value in (*row[3:7], *_sent_contact(row[7]), row[8])]
            if any(wanted in squeezed(value) for value in values):
                orders.append(row)
        ids = {row[0]: row[1] for row in orders}
        found: dict[str, list[dict[str, Any]]] = {
            "orders": [
                {
                    "reference": row[1],
                    "status": row[2],
                    **dict(zip(CONTACT, row[3:7], strict=True)),
                    "as_sent": {
                        name: value
                        for name, value in json.loads(row[7]).items()
                        if name in CONTACT and value is not None
                    },
                    "comment": row[8],
                }
                for row in orders
            ]
        }
        writings = (
            ("letters", "letter", ("recipient", "subject", "text", "at", "by")),
            ("notes", "note", ("text", "at", "by")),
            ("drafts", "draft", ("field", "text", "at")),
        )
        for kind, table, names in writings:
            columns = ", ".join(f'w."{name}"' for name in names)
            rows = self._rows(
                f"SELECT order_id, reference, {columns} FROM {table} w"
                " JOIN orders o ON o.id = order_id ORDER BY w.rowid"
                if table != "draft"
                else f"SELECT order_id, reference, {columns} FROM draft w"
                " JOIN orders o ON o.id = order_id ORDER BY order_id"
            )
            found[kind] = [
                {"reference": row[1], **dict(zip(names, row[2:], strict=True))}
                for row in rows
                if row[0] in ids or any(wanted in squeezed(str(value)) for value in row[2:])
            ]
        found["originals"] = [
            {"sha256": row[0], "name": row[1], "reference": row[2]}
            for row in self._rows(
                "SELECT sha256, name, reference FROM json_each(?) asked"
                " CROSS JOIN orders o ON o.id = asked.value"
                " JOIN imported_file f ON f.id = source_id"
                " WHERE f.id NOT IN (SELECT file_id FROM original_deleted) ORDER BY f.id",
                json.dumps(sorted(ids)),
            )
        ]
        found["decisions"] = [
            {"reference": row[0], "kind": row[1], "at": row[2]}
            for row in self._rows(
                'SELECT reference, d.kind, d."at" FROM decision d JOIN orders o ON o.id = order_id'
                " WHERE by_key = ? ORDER BY d.id",
                wanted,
            )
        ]
        found["opened"] = [
            {"reference": row[0]}
            for row in self._rows(
                "SELECT reference FROM seen JOIN orders o ON o.id = order_id"
                " WHERE by_key = ? ORDER BY o.id",
                wanted,
            )
        ]
        found["keys"] = [
            {"key": row[0], "made_at": row[1]}
            for row in self._rows(
                "SELECT thumbprint, made_at FROM caseworker_key WHERE name_key = ? ORDER BY id",
                wanted,
            )
        ]
        return found

    def tidy(self) -> None:
        """Empty the log of writes, in which the rows stand as they were."""
        self._rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def _clear_writings(self, identity: int, values: Iterable[str]) -> list[str]:
        """Take the values out of what was written about an order; what kinds that touched."""
        touched = []
        longest = sorted({one for one in values if len(one) >= _SHORTEST}, key=len, reverse=True)
        for table, names in (("letter", ("recipient", "subject", "text")), ("note", ("text",))):
            for row in self._rows(
                f"SELECT id, {', '.join(names)} FROM {table} WHERE order_id = ?", identity
            ):
                cleared = [_without(value, longest) for value in row[1:]]
                if table == "letter":
                    cleared[0] = ""
                if cleared != list(row[1:]):
                    assignments = ", ".join(f"{name} = ?" for name in names)
                    self._rows(f"UPDATE {table} SET {assignments} WHERE id = ?", *cleared, row[0])
                    touched.append(table)
        if self._rows("DELETE FROM draft WHERE order_id = ? RETURNING order_id", identity):
            touched.append("draft")
        return sorted(set(touched))

    def _rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = self._driver.execute(statement, values).fetchall()
        return found


def _without(text: str, values: Iterable[str]) -> str:
    for value in values:
        text = text.replace(value, DELETED)
    return text


def _sent_contact(sent: str) -> list[str]:
    difference = json.loads(sent)
    return [str(difference[name]) for name in CONTACT if difference.get(name)]
