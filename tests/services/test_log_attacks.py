"""Twelve attacks on the log by somebody who can write in the store and has no caseworker's key.

Eleven are found. The twelfth, an entry added at the end with a right hash, is what the guide says
is not promised: what came after the last signed approval or package is held to by nobody's word.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from timebok_desktop.files.caseworker_keys import CaseworkerKeys
from timebok_desktop.storage.audit import entry_hash

TRIGGERS = (
    "audit_event_no_update",
    "audit_event_no_delete",
    "audit_event_in_sequence",
    "approval_statement_no_update",
    "approval_statement_no_delete",
    "caseworker_key_no_update",
    "caseworker_key_no_delete",
    "decision_keeps_its_statement",
)
ADD = "INSERT INTO audit_event VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
ALL = 'SELECT seq, "at", "by", action, subject, details, previous_hash, hash FROM audit_event'


@pytest.fixture
def attacked(office, tmp_path):
    """A log that ends with a package, whose triggers are gone."""
    office.approve(office.order())
    office.desk.export(tmp_path / "ut", "kari")
    office.approve(office.order(herId="8000002"))
    office.desk.export(tmp_path / "ut", "kari")
    assert office.desk.verify_audit().intact
    with office.office.store.write() as unit:
        for name in TRIGGERS:
            unit._connection.exec_driver_sql(f"DROP TRIGGER {name}")
        unit.commit()
    return office


def run(office, *statements):
    with office.office.store.write() as unit:
        for statement, *values in statements:
            unit._connection.exec_driver_sql(statement, tuple(values))
        unit.commit()


def rows(office):
    with office.office.store.read() as unit:
        found = unit._connection.exec_driver_sql(f"{ALL} ORDER BY seq").mappings().all()
    return [dict(row) for row in found]


def rewrite(office, log, *, number_anew=True):
    """Put a whole log in place of the one there is, every hash worked out anew."""
    previous = "0" * 64
    for number, row in enumerate(log, start=1):
        if number_anew:
            row["seq"] = number
        row["previous_hash"] = previous
        previous = row["hash"] = entry_hash(row)
    values = [(ADD, *row.values()) for row in log]
    run(office, ("DELETE FROM audit_event",), *values)


def edited(office):
    log = rows(office)
    log[5]["by"] = "en annen"
    return log


def without_one(office):
    log = rows(office)
    del log[5]
    return log


def swapped(office):
    log = rows(office)
    log[5], log[6] = log[6], log[5]
    return log


def cut(office):
    return rows(office)[:-6]


def with_one_inside(office):
    log = rows(office)
    return [*log[:5], dict(log[5]), *log[5:]]


def resign(office, tmp_path):
    """Work the log out anew and sign every statement on it with keys of one's own."""
    rewrite(office, edited(office))
    log = {row["seq"]: row["hash"] for row in rows(office)}
    ring = CaseworkerKeys(tmp_path / "own keys")
    with office.office.store.write() as unit:
        sql = unit._connection.exec_driver_sql
        for identity, statement, name in sql(
            "SELECT s.id, statement, name FROM approval_statement s"
            " JOIN caseworker_key k ON k.thumbprint = s.thumbprint"
        ).all():
            said = json.loads(statement)
            said["workspace"] = log[1]
            said["audit"]["head"] = log[said["audit"]["sequence"]]
            text = json.dumps(said)
            own = ring.make(name)
            signature = ring.sign(own, text.encode())
            sql(
                "UPDATE approval_statement SET statement = ?, signature = ? WHERE id = ?",
                (text, signature, identity),
            )
        unit.commit()


def rolled_back(office, tmp_path):
    """Put an old copy of the store, which was sound then, in place of the newest."""
    store = office.office.workspace.store
    office.close()
    for beside in store.parent.glob("store.sqlite3*"):
        beside.unlink()
    shutil.copy(tmp_path / "gammel.sqlite3", store)


ATTACKS = {
    "edit": lambda o, _: run(o, ("UPDATE audit_event SET \"by\" = 'x' WHERE seq = 5",)),
    "edit, hashes anew": lambda o, _: rewrite(o, edited(o)),
    "delete": lambda o, _: run(o, ("DELETE FROM audit_event WHERE seq = 5",)),
    "delete, hashes anew": lambda o, _: rewrite(o, without_one(o)),
    "swap": lambda o, _: run(
        o,
        ("UPDATE audit_event SET seq = -1 WHERE seq = 5",),
        ("UPDATE audit_event SET seq = 5 WHERE seq = 6",),
        ("UPDATE audit_event SET seq = 6 WHERE seq = -1",),
    ),
    "swap, hashes anew": lambda o, _: rewrite(o, swapped(o)),
    "cut": lambda o, _: run(
        o, ("DELETE FROM audit_event WHERE seq > (SELECT max(seq) - 6 FROM audit_event)",)
    ),
    "cut and others instead": lambda o, _: rewrite(o, cut(o) + [dict(r) for r in rows(o)[:6]]),
    "append": lambda o, _: run(
        o,
        ("INSERT INTO audit_event SELECT max(seq) + 1, 0, 0, 0, 0, 0, hash, 0 FROM audit_event",),
    ),
    "put in, hashes anew": lambda o, _: rewrite(o, with_one_inside(o)),
    "re-signed": resign,
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_that_an_attack_on_the_log_is_found(attacked, tmp_path, attack):
    attack(attacked, tmp_path)
    verdict = attacked.desk.verify_audit()
    assert not verdict.intact
    assert verdict.first_broken is not None
    assert not attacked.desk.check_store().ok


def test_that_a_store_that_was_rolled_back_is_found_by_its_packages(office, tmp_path):
    office.approve(office.order())
    office.desk.export(tmp_path / "ut", "kari")
    office.desk.backup(tmp_path / "gammel.sqlite3")
    office.approve(office.order(herId="8000002"))
    newest = Path(office.desk.export(tmp_path / "ut", "kari").path)
    seen = tmp_path / "seen.json"
    assert office.desk.verify_package(newest, seen=seen).valid
    rolled_back(office, tmp_path)
    assert office.desk.verify_audit().intact  # an old copy is a sound copy
    assert [one.code for one in office.desk.verify_package(newest).problems] == ["log-unknown"]
    office.approve(office.order(herId="8000002", category="Vaksine"))
    other = Path(office.desk.export(tmp_path / "ut2", "kari").path)
    assert not office.desk.verify_package(other, seen=seen).valid


def test_that_what_is_added_at_the_end_with_a_right_hash_is_not_found(attacked):
    log = rows(attacked)
    rewrite(attacked, [*log, dict(log[-1])])
    assert attacked.desk.verify_audit().intact


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM approval_statement WHERE id = (SELECT max(id) FROM approval_statement)",
        "UPDATE approval_statement SET signature = 'x'",
        "UPDATE approval_statement SET statement = json_set(statement, '$.workspace', 'x')",
        "UPDATE package SET audit_sequence = NULL, audit_head = 'x'",
    ],
)
def test_that_what_the_log_is_held_to_cannot_be_changed_instead(attacked, statement):
    run(attacked, (statement,))
    assert not attacked.desk.verify_audit().intact
