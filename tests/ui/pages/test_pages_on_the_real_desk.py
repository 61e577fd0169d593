"""The pages over a real workspace: what they show and save is what the services hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from timebok_desktop.bootstrap import Office, open_office
from timebok_desktop.services.views import OrderQuery
from timebok_desktop.ui.pages.exports import ExportsPage
from timebok_desktop.ui.pages.log import LogPage
from timebok_desktop.ui.pages.overview import OverviewPage
from timebok_desktop.ui.pages.registry import RegistryPage
from timebok_desktop.ui.pages.settings import SettingsPage

Make = Callable[..., Any]
MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PARTY = {
    "HerId": 8000001,
    "Type": "Service",
    "Name": "Smittevern",
    "LocationDescription": "Oppdiktet helsehus",
    "Active": True,
}


def _order(her_id: int, municipality: str) -> dict[str, object]:
    return {
        "kind": "activate",
        "municipalityNumber": municipality,
        "herId": her_id,
        "category": "Lab",
    }


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A workspace with one party and two orders, one of them for a party that AR does not have."""
    made = open_office(tmp_path / "workspace", clock=lambda: MOMENT)
    export = tmp_path / "ar.json"
    header = {"LastDateTimeOffset": "2026-11-20T06:00:00+01:00", "LastEventId": 7}
    export.write_text(json.dumps({**header, "CommunicationParties": [PARTY]}), encoding="utf-8")
    made.desk.import_registry(export, "anna")
    orders = tmp_path / "orders.json"
    orders.write_text(
        json.dumps([_order(8000001, "3405"), _order(8999999, "5501")]), encoding="utf-8"
    )
    made.desk.import_orders([orders], "anna")
    made.desk.verify(user="anna")
    yield made
    made.close()


def test_that_an_imported_party_is_found_and_shown(make_page: Make, office: Office) -> None:
    page = make_page(RegistryPage, office.desk)
    page.show_subject("8000001")
    assert page.tasks.settle(10)
    assert page.party_table.records.rowCount() == 1
    assert page.details.place.text() == "Oppdiktet helsehus"


def test_that_a_saved_table_is_stored_and_logged(
    make_page: Make, office: Office, click: Any
) -> None:
    page = make_page(SettingsPage, office.desk)
    page.show_subject("vendors")
    assert page.tasks.settle(10)
    click(page, "Legg til den første raden")
    model = page.tables.editor.rows_model
    model.setData(model.index(0, 0), "Fjordjournal (oppdiktet)")
    click(page, page.tables.save_button)
    assert office.desk.table("vendors").rows == (
        ("Fjordjournal (oppdiktet)", "", "unknown", "unknown", "unknown"),
    )
    assert office.desk.audit_events()[-1].action == "table-replaced"


def test_that_a_table_with_a_wrong_cell_is_refused_and_kept_in_the_editor(
    make_page: Make, office: Office, click: Any
) -> None:
    page = make_page(SettingsPage, office.desk)
    page.show_subject("forms")
    assert page.tasks.settle(10)
    before = office.desk.table("forms").rows
    model = page.tables.editor.rows_model
    model.setData(model.index(0, 4), "i fjor")
    click(page, page.tables.save_button)
    assert page.tables.notice.property("tone") == "stop"
    assert model.rows[0][4] == "i fjor"
    assert office.desk.table("forms").rows == before


def test_that_the_log_is_shown_and_verified(make_page: Make, office: Office, click: Any) -> None:
    page = make_page(LogPage, office.desk)
    click(page, page.verify_button)
    assert page.notice.property("tone") == "clear"
    assert page.table.records.rowCount() == len(office.desk.audit_events())


def test_that_nothing_leaves_before_it_is_approved(
    make_page: Make, office: Office, click: Any
) -> None:
    page = make_page(ExportsPage, office.desk)
    assert page.preview.leaving.records.rowCount() == 0
    click(page, page.export_button)
    assert page.notice.text.text() == "Det er ingenting å eksportere."


@pytest.mark.parametrize(
    ("chart", "key", "her_id"),
    [
        ("rule", "HER-UNKNOWN", "8999999"),
        ("county", "Innlandet", "8000001"),
        ("outcome", "stopped", "8999999"),
    ],
)
def test_that_a_bar_leads_to_exactly_its_orders(
    make_page: Make, office: Office, chart: str, key: str, her_id: str
) -> None:
    page = make_page(OverviewPage, office.desk)
    wanted: list[OrderQuery] = []
    page.context.queueWanted.connect(wanted.append)
    page.charts[chart].chosen.emit(key)
    assert page.tasks.settle(10)
    (query,) = wanted
    rows = office.desk.order_rows(office.desk.order_ids(query, "anna"))
    assert [row.her_id for row in rows] == [her_id]


@pytest.mark.parametrize(("group", "count"), [("0", 2), ("1", 0), ("11+", 0)])
def test_that_an_age_leads_to_the_orders_of_that_age(
    make_page: Make, office: Office, group: str, count: int
) -> None:
    page = make_page(OverviewPage, office.desk)
    wanted: list[OrderQuery] = []
    page.context.queueWanted.connect(wanted.append)
    page.charts["age"].chosen.emit(group)
    assert len(office.desk.order_ids(wanted[0], "anna")) == count
