"""What a workspace holds, told apart from when it was written: read straight from the file, not
through the program that is judged.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

OLD_FORM = "0001"
"""The form of a store that is brought up to date; of it only the soundness is judged."""

Facts = Mapping[str, list[tuple[Any, ...]]]

_QUESTIONS = {
    "orders": "SELECT reference, status, holder, her_id, category, comment, rules IS NULL,"
    " external_reference FROM orders",
    "decisions": 'SELECT order_id, kind, "by", status_before, status_after, is_current,'
    " is_standing, is_taken_back FROM decision",
    "configurations": "SELECT municipality_number, her_id, category, form, is_current"
    " FROM configuration",
    "files": "SELECT sha256, outcome FROM imported_file",
    "originals": "SELECT sha256 FROM imported_file WHERE audit_seq IS NOT NULL",
    "snapshots": "SELECT sha256, parties, is_current FROM snapshot",
    "packages": "SELECT sequence, full, configurations FROM package",
    "left": "SELECT sequence, order_id, receipt FROM package_order",
    "tables": 'SELECT name, "rows" FROM reference_table',
    "log": 'SELECT action, subject, "by" FROM audit_event',
}
_ENTRY = ("action", "at", "by", "details", "previous_hash", "seq", "subject")


class UnsoundError(Exception):
    """The store cannot be what the program left."""


def facts(workspace: Path) -> Facts:
    """All that counts in a workspace; UnsoundError where the store is damaged."""
    try:
        connection = dbapi2.connect(str(workspace / "store.sqlite3"))
        try:
            _require_sound(connection)
            if (revision := _revision(connection)) == OLD_FORM:
                return {"form": [(revision,)]}
            found = {
                name: sorted(map(tuple, connection.execute(question).fetchall()), key=repr)
                for name, question in _QUESTIONS.items()
            }
            _require_chain(connection)
        finally:
            connection.close()
    except dbapi2.Error as error:
        raise UnsoundError(str(error)) from error
    _require_originals(workspace, found)
    return found


def differences(found: Facts, wanted: Facts) -> str:
    """In which parts two workspaces differ; "" where they hold the same."""
    told = []
    for name, meant in wanted.items():
        held = found.get(name, [])
        missing = [one for one in meant if one not in held]
        extra = [one for one in held if one not in meant]
        if held != meant:
            told.append(f"{name}: missing {missing[:2]}, extra {extra[:2]}")
    return "; ".join(told)


def _revision(connection: Any) -> str:
    return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def _require_sound(connection: Any) -> None:
    wrong = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    wrong += [str(row) for row in connection.execute("PRAGMA foreign_key_check")]
    if wrong:
        raise UnsoundError("; ".join(wrong[:3]))


def _require_chain(connection: Any) -> None:
    """Each entry of the log follows the one before it."""
    previous, expected = "0" * 64, 1
    columns = ("seq", "at", "by", "action", "subject", "details", "previous_hash", "hash")
    question = (
        'SELECT seq, "at", "by", action, subject, details, previous_hash, hash FROM audit_event'
        " ORDER BY seq"
    )
    for values in connection.execute(question):
        row = dict(zip(columns, values, strict=True))
        content = json.dumps(
            {name: row[name] for name in _ENTRY},
            ensure_ascii=False,
            separators=(",", ":"),
            sort_keys=True,
        )
        stated = (row["seq"], row["previous_hash"], row["hash"])
        if stated != (expected, previous, hashlib.sha256(content.encode()).hexdigest()):
            message = f"the log is broken at {row['seq']}"
            raise UnsoundError(message)
        previous, expected = row["hash"], expected + 1


def _require_originals(workspace: Path, found: Facts) -> None:
    for (sha256,) in found["originals"]:  # what came inside a mail is kept with the mail
        kept = workspace / "originals" / sha256
        if not kept.is_file() or hashlib.sha256(kept.read_bytes()).hexdigest() != sha256:
            message = f"the original {sha256[:12]} is missing or damaged"
            raise UnsoundError(message)
