"""A store of the first form comes through the upgrade with all that stood in it, and back again."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from alembic import command
from alembic.config import Config

from timebok_desktop.domain.codes import Kind, Outcome, Status
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.views import OrderQuery
from timebok_desktop.storage import migrate
from timebok_desktop.storage.engine import open_engine

SENT = {"kind": "Endring", "municipality_number": "301", "her_id": 81234, "category": "Lab"}
PLACES = {"kind": "row 2, Gjelder", "her_id": "row 2, HER-id"}
ORDER = {
    "id": 7,
    "reference": "RTB-2026-000007",
    "status": "approved",
    "outcome": "warnings",
    "kind": "change",
    "scheme": "resource-schedule",
    "municipality_number": "0301",
    "municipality_name": "",
    "municipality_key": "0301",
    "municipality_title": "Oslo",
    "organization_number": "",
    "her_id": "81234",
    "her_id_number": 81234,
    "category": "Lab",
    "category_key": "Lab",
    "form": "",
    "vendor": "",
    "system": "",
    "contact_name": "Oda Oppdiktet",
    "contact_email": "",
    "contact_phone": "",
    "contact_role": "",
    "had_interim_solution": None,
    "desired_from": "2026-04-01",
    "language": "nb",
    "comment": "",
    "external_reference": "K-7",
    "submitted_at": "2026-03-15T23:30:00+01:00",
    "received_at": "2026-03-16T09:00:00.000123Z",
    "holder": "Kari",
    "holder_key": "kari",
    "as_sent": json.dumps(SENT),
    "places": json.dumps(PLACES),
    "extras": "{}",
    "masked": '{"comment":"row 2, Kommentar"}',
    "source_sha256": "ab",
    "source_name": "ordre.xlsx",
    "snapshot_id": 1,
    "snapshot_revision": 0,
}
STATES = ("status", "kind", "scheme")
DECISION = (
    'INSERT INTO decision(id, order_id, kind, "by", by_key, "at", reason, overrides,'
    " status_before, status_after, fingerprint, previous, is_current, is_standing, is_taken_back)"
    " VALUES (?, 7, 'approve', ?, ?, '2026-03-16T10:00:00.000000Z', '', '{}', ?, ?, 'x', ?, ?, 1,"
    " 0)"
)


@pytest.fixture
def old_store(place):
    """A store of the first form with an order, its findings, decisions, package and words."""
    engine = open_engine(place)
    with engine.connect().execution_options(writes=True) as connection:
        connection.begin()
        migrate.upgrade(connection, "0001")
        run = connection.exec_driver_sql
        run(
            "INSERT INTO snapshot(id, taken_at, parties, sha256, includes_deactivated, revision,"
            " is_current, imported_at, source_name) VALUES (1, '2026-03-15T00:00:00.000000Z', 1,"
            " '00', 0, 0, 1, '2026-03-15T00:00:00.000000Z', 'ar.json')"
        )
        run(
            "INSERT INTO imported_file VALUES ('ab', 'ordre.xlsx', 'xlsx', 'imported',"
            " '2026-03-16T09:00:00.000123Z', 'kari', 1)"
        )
        for order in (
            ORDER,
            {
                **ORDER,
                "id": 8,
                "reference": "RTB-2026-000008",
                "her_id": "feil",
                "her_id_number": None,
                "status": "received",
                "outcome": None,
                "snapshot_id": None,
                "snapshot_revision": None,
                "holder": "",
                "holder_key": "",
                "source_sha256": "cd",
            },
        ):
            names = list(order)
            marks = ", ".join("?" * len(names))
            run(
                f"INSERT INTO orders({', '.join(names)}) VALUES ({marks})",  # noqa: S608
                tuple(order.values()),
            )
        for position, rule in enumerate(("INTERIM-SOLUTION", "DUPLICATE-ORDER")):
            run(
                "INSERT INTO finding VALUES (7, ?, ?, 'warning', '', 'a', 'b', '{}', '[]')",
                (position, rule),
            )
        run(DECISION, (1, "Kari", "kari", "received", "awaiting_second_approval", None, 0))
        run(DECISION, (2, "Ola", "ola", "awaiting_second_approval", "approved", 1, 1))
        run("INSERT INTO package VALUES (1, 'u', '', '', '', 0, '', '', '', 1)")
        run("INSERT INTO package_order VALUES (1, 7, NULL, NULL, NULL)")
        run("INSERT INTO order_search(rowid, words) VALUES (7, 'oslo 0301 lab'), (8, 'bergen')")
        connection.commit()
    engine.dispose()
    return place


def test_that_orders_come_through_the_upgrade_as_they_were(old_store, open_store) -> None:
    store = open_store()
    with store.read() as unit:
        first, second = unit.orders.by_ids([7, 8])
        order = first.order
        assert order.as_sent == SENT
        assert order.places == PLACES
        assert order.masked == {"comment": "row 2, Kommentar"}
        assert (order.kind, order.status, order.outcome) == (
            Kind.CHANGE,
            Status.APPROVED,
            Outcome.WARNINGS,
        )
        assert order.received_at == datetime(2026, 3, 16, 9, 0, 0, 123, tzinfo=UTC)
        assert order.submitted_at.isoformat() == ORDER["submitted_at"]
        assert order.desired_from == date(2026, 4, 1)
        assert (order.source_sha256, order.source_name) == ("ab", "ordre.xlsx")
        assert first.keys.municipality_title == "Oslo"
        assert (first.holder, first.snapshot_id, first.snapshot_revision) == ("Kari", 1, 0)
        assert (second.rules, second.keys.her_id, second.order.source_sha256) == (None, None, "cd")
        (row,) = unit.orders.rows([7])
        assert row.rules == ("INTERIM-SOLUTION", "DUPLICATE-ORDER")
        assert unit.orders.miscounts() == []
        history = unit.decisions.history(7)
        assert [(one.kind, one.by, one.current) for one in history] == [
            (Action.APPROVE, "Kari", False),
            (Action.APPROVE, "Ola", True),
        ]
        assert len(unit.decisions.standing_approvals(7)) == 2
        assert unit.packages.order_ids("u") == {"RTB-2026-000007": 7}
        assert unit.files.known("ab").has_personal_number
        assert list(unit.orders.ids(OrderQuery(search="osl"), "")) == [7]
        assert list(unit.orders.ids(OrderQuery(search="0301 lab"), "")) == [7]
    assert store.check() == []


def downgrade(connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.MIGRATIONS))
    config.attributes["connection"] = connection
    command.downgrade(config, revision)


def test_that_a_downgrade_leads_back_to_what_was_sent(old_store, open_store) -> None:
    open_store().close()
    engine = open_engine(old_store)
    with engine.connect().execution_options(writes=True) as connection:
        connection.begin()
        downgrade(connection, "0001")
        rows = connection.exec_driver_sql("SELECT * FROM orders ORDER BY id").mappings().all()
        told = {
            **rows[0],
            "as_sent": json.loads(rows[0]["as_sent"]),
            "places": json.loads(rows[0]["places"]),
        }
        # What the words of the findings were is gone, so the order is to be verified again.
        assert told == {
            **ORDER,
            "as_sent": SENT,
            "places": PLACES,
            "outcome": None,
            "snapshot_id": None,
            "snapshot_revision": None,
        }
        assert rows[1]["her_id_number"] is None
        found = connection.exec_driver_sql(
            "SELECT rowid FROM order_search WHERE order_search MATCH 'bergen'"
        ).scalars()
        assert list(found) == [8]
        assert connection.exec_driver_sql("SELECT count(*) FROM decision").scalar() == 2
        connection.commit()
    engine.dispose()


def test_that_a_downgrade_tells_every_field_that_was_sent_by_itself(old_store, open_store) -> None:
    open_store().close()
    engine = open_engine(old_store)
    with engine.connect().execution_options(writes=True) as connection:
        connection.begin()
        run = connection.exec_driver_sql
        run("""INSERT INTO sent_form VALUES (1, '{"#":"mh","kind":"Endring"}')""")
        run("UPDATE orders SET sent = '', sent_form_id = 1 WHERE id = 7")
        downgrade(connection, "0011")
        sent = json.loads(run("SELECT sent FROM orders WHERE id = 7").scalar())
        assert sent == {"municipality_number": 301, "her_id": 81234, "kind": "Endring"}
        connection.rollback()
    engine.dispose()


def test_that_answers_of_before_are_found_again_in_the_log(place, open_store) -> None:
    engine = open_engine(place)
    with engine.connect().execution_options(writes=True) as connection:
        connection.begin()
        migrate.upgrade(connection, "0002")
        run = connection.exec_driver_sql
        run("INSERT INTO place_layout VALUES (1, '{}')")
        for number in (1, 2):
            columns = [
                row[1:]
                for row in run("PRAGMA table_info(orders)").all()
                if row[1] not in {"id", "layout_id", "reference"} and row[3] and row[4] is None
            ]
            names = ["id", "reference", "layout_id", *(name for name, *_ in columns)]
            empty = [
                ORDER[name] if name in STATES else 0 if kind == "INTEGER" else "{}"
                for name, kind, *_ in columns
            ]
            marks = ", ".join("?" * len(names))
            run(
                f"INSERT INTO orders({', '.join(names)}) VALUES ({marks})",  # noqa: S608
                (number, f"RTB-2026-00000{number}", 1, *empty),
            )
        run(
            "INSERT INTO audit_event VALUES (1, '', '', 'superseded', 'RTB-2026-000001',"
            """ '{"by":"RTB-2026-000002"}', '', '')"""
        )
        connection.commit()
    engine.dispose()
    with open_store().read() as unit:
        assert unit.correspondence.of_order(2, "kari").answers == ("RTB-2026-000001",)
        assert unit.correspondence.of_order(1, "kari").answered_by == "RTB-2026-000002"
