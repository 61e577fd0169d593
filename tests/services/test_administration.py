"""Tables, settings, the log, the overview, the care of the store, and the queue's own doors."""

from __future__ import annotations

import base64
import json

import pytest

from timebok_desktop.domain.codes import Outcome, Status
from timebok_desktop.domain.errors import NotFoundError, RefusedError, UnreadableError
from timebok_desktop.services.tables import DEFINITIONS
from timebok_desktop.services.views import SAVED_VIEWS, OrderQuery

NAMES = (
    "categories",
    "forms",
    "vendors",
    "service_types",
    "municipalities",
    "municipality_history",
    "languages",
    "letter_texts",
    "checklists",
)


def test_that_a_new_workspace_has_its_tables_filled_once(bench):
    assert bench.desk.table_names() == NAMES
    assert len(bench.desk.table("municipalities").rows) == 357
    assert len(bench.desk.table("categories").rows) == 4
    assert bench.desk.audit_events()[0].action == "workspace-made"
    before = bench.state()
    bench.close()
    assert bench.state() == before


def test_that_another_process_may_have_filled_the_tables(bench, monkeypatch):
    before = bench.state()
    bench.desk._fill_tables()
    assert bench.state() == before


@pytest.mark.parametrize("name", NAMES)
def test_that_a_table_goes_out_and_in_unchanged(bench, name, tmp_path):
    path = tmp_path / f"{name}.csv"
    bench.desk.export_table(name, path)
    before = bench.desk.table(name)
    assert bench.desk.import_table(name, path, "kari") == before
    assert bench.desk.audit_events()[-1].details["rows"] == len(before.rows)


@pytest.mark.parametrize(
    ("name", "rows", "place"),
    [
        ("languages", [["1103", "nb"], ["1103", "nn"]], "row 3, municipality_number"),
        ("languages", [["1103", "engelsk"]], "row 2, language"),
        ("languages", [["", "nb"]], "row 2, municipality_number"),
        ("languages", [["abc", "nb"]], "row 2, municipality_number"),
        ("languages", [["1103"]], "row 2, municipality_number"),
        ("forms", [["a", "A", "Lab", "yes", "i går", ""]], "row 2, valid_from"),
        ("forms", [["a", "A", "Lab", "kanskje", "", ""]], "row 2, sends_answers"),
        (
            "municipalities",
            [["1103", "Stavanger", "", "", "", "", "", "øst", ""]],
            "row 2, longitude",
        ),
    ],
)
def test_that_a_bad_row_is_refused_with_its_place_and_nothing_changes(bench, name, rows, place):
    before = bench.state()
    with pytest.raises(UnreadableError) as caught:
        bench.desk.replace_table(name, rows, "kari")
    assert caught.value.at == place
    assert "Tabellen er ikkje endra" in caught.value.text("nn")
    assert bench.state() == before


def test_that_an_unknown_table_is_said(bench, tmp_path):
    for call in (
        lambda: bench.desk.table("priser"),
        lambda: bench.desk.replace_table("priser", [], "kari"),
        lambda: bench.desk.export_table("priser", tmp_path / "p.csv"),
        lambda: bench.desk.import_table("priser", tmp_path / "p.csv", "kari"),
    ):
        with pytest.raises(NotFoundError, match="priser"):
            call()


def test_that_cells_are_trimmed_normalised_and_empty_rows_left_out(bench):
    table = bench.desk.replace_table("languages", [[" 301 ", " NB "], ["", ""]], "kari")
    assert table.rows == (("0301", "nb"),)
    rows = [["301", "Oslo", "Oslo", "03", "Oslo", "", "", "10.7", ""]]
    assert bench.desk.replace_table("municipalities", rows, "kari").rows[0][0] == "0301"


def test_that_a_replaced_table_verifies_what_it_touches(office):
    reference, stale = office.order(vendor="Ny", system=""), office.order(herId="8000002")
    assert office.rules(reference) == ["VENDOR-UNKNOWN"]
    vendors = [*office.desk.table("vendors").rows, ("Ny", "Ny EPJ", "yes", "yes", "yes")]
    office.desk.replace_table("vendors", vendors, "kari")
    assert office.rules(reference) == []
    office.desk.replace_table("service_types", [["Lab", "8663", "KX01"]], "kari")
    assert office.desk.case(stale, "kari").verified
    office.desk.replace_table("categories", [["Vaksine", "Vaksine", "no", "yes"]], "kari")
    assert "CAT-UNKNOWN" in office.rules(reference)
    office.desk.replace_table("categories", [["Vaksine", "Vaksine", "no", "yes"]], "ola")
    assert "CAT-UNKNOWN" in office.rules(reference)
    assert office.desk.case(reference, "kari").proposal is None


def test_that_what_waits_for_verification_goes_on_waiting(office, make_party):
    reference = office.order()
    office.supplement(make_party(8000001))
    office.desk.replace_table("vendors", [], "kari")
    assert not office.desk.case(reference, "kari").verified


def test_that_tables_are_replaced_before_there_is_a_snapshot(bench):
    reference = bench.order(verify=False, municipalityNumber="1507", organizationNumber=None)
    rows = bench.desk.table("municipality_history").rows
    merged = [(*row[:4], "1508", row[5]) if row[0] == "1507" else row for row in rows]
    bench.desk.replace_table("municipality_history", merged, "kari")
    bench.desk.replace_table("vendors", [], "kari")
    ids = bench.desk.order_ids(OrderQuery(municipality_number="1508"), "kari")
    assert [row.reference for row in bench.desk.order_rows(ids)] == [reference]


def test_that_a_replacement_that_failed_is_not_remembered(office, monkeypatch):
    office.order()
    verify_again = type(office.desk)._verify_again

    def fail(self, unit, **options):
        verify_again(self, unit, **options)
        raise RefusedError("stopp", "stopp")

    with monkeypatch.context() as patch:
        patch.setattr(type(office.desk), "_verify_again", fail)
        with pytest.raises(RefusedError):
            office.desk.replace_table("vendors", [["X", "", "no", "no", "no"]], "kari")
    office.desk.replace_table("vendors", [["Fjordjournal", "", "no", "no", "no"]], "kari")
    assert "VENDOR-UNKNOWN" in office.rules(office.order(vendor="X", system=""))


def test_that_a_restored_store_is_judged_by_its_own_tables(office, tmp_path):
    office.desk.backup(tmp_path / "kopi.sqlite3")
    office.desk.replace_table("vendors", [["Fjordjournal", "", "no", "no", "no"]], "kari")
    kept = office.desk.restore(tmp_path / "kopi.sqlite3")
    assert kept.is_file()
    assert office.rules(office.order()) == []
    office.desk.replace_table("vendors", [["Skogjournal", "", "no", "no", "no"]], "kari")
    office.desk.restore(kept)
    assert "VENDOR-UNKNOWN" in office.rules(office.order(vendor="Skogjournal"))


def test_that_a_broken_log_is_found(office):
    assert office.desk.check_store().ok
    verdict = office.desk.verify_audit()
    assert (verdict.intact, verdict.first_broken) == (True, None)
    assert verdict.events == len(office.desk.audit_events())
    assert verdict.head == office.desk.audit_events()[-1].hash
    with office.office.store.write() as unit:
        unit._connection.exec_driver_sql("DROP TRIGGER audit_event_no_update")
        unit._connection.exec_driver_sql("UPDATE audit_event SET by = 'ola' WHERE seq = 2")
        unit.commit()
    assert office.desk.verify_audit().first_broken == 2
    check = office.desk.check_store()
    assert not check.ok
    assert check.problems[0].text("nn") == "Loggen er endra frå og med oppføring 2."


def test_that_a_damaged_file_is_found_before_its_log_is_read(office):
    with office.office.store.write() as unit:
        unit._connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        unit._connection.exec_driver_sql("PRAGMA writable_schema=ON")
        unit.commit()
    office.office.store.check = lambda: ["row 1 missing from index"]
    check = office.desk.check_store()
    assert [p.text("nb") for p in check.problems] == ["row 1 missing from index"]


def test_that_saved_settings_are_logged_where_they_change(bench):
    before = bench.state()
    bench.settings(language=bench.desk.settings().language)
    assert bench.state() == before
    bench.settings(second_approval=False, language="nn")
    assert bench.desk.settings().language == "nn"
    event = bench.desk.audit_events()[-1]
    assert event.action == "settings-saved"
    assert event.details == {"language": [None, "nn"], "second_approval": [True, False]}


def test_that_every_rule_is_described(bench):
    rules = bench.desk.rules()
    assert len(rules) == len({rule.code for rule in rules}) == 27
    assert all(rule.title.text("nn") and rule.source.text("nb") for rule in rules)
    assert set(NAMES) == set(DEFINITIONS)


def test_that_the_overview_counts_open_orders(office):
    clear = office.order()
    office.order(herId="8009999", category="VAKSINE")
    left = office.order(herId="8000002")
    office.approve(left)
    office.later(days=4)  # from Monday to Friday
    office.order(verify=False, municipalityNumber="9999", organizationNumber=None)
    office.decide(clear, ("kari", "claim"))
    overview = office.desk.overview()
    assert overview.open_orders == 3
    assert overview.by_status == {
        Status.IN_REVIEW: 1,
        Status.RECEIVED: 2,
        Status.APPROVED: 1,
    }
    assert overview.by_outcome == {"clear": 1, "stopped": 1, "": 1}
    assert overview.by_category == {"Lab": 2, "Vaksine": 1}
    assert overview.by_county == {"Rogaland": 2, "": 1}
    assert overview.by_rule["HER-UNKNOWN"] == 1
    assert overview.ages == {"0": 1, "1": 0, "2": 0, "3-5": 2, "6-10": 0, "11+": 0}
    assert overview.oldest_open.isoformat() == "2026-03-16"
    office.later(days=60)
    assert office.desk.overview().ages["11+"] == 3


def test_that_an_empty_desk_has_an_overview(bench):
    overview = bench.desk.overview()
    assert (overview.open_orders, overview.oldest_open) == (0, None)


def test_that_the_counts_of_views_are_those_of_the_queue(office):
    office.approve(office.order())
    office.decide(office.order(herId="8000002"), ("Kari", "claim"))
    office.decide(office.order(herId="8000002"), ("ola", "hold"))
    counts = office.desk.view_counts("KARI")
    assert counts == {
        view.name: len(office.desk.order_ids(OrderQuery(view=view.name), "kari"))
        for view in SAVED_VIEWS
    }
    assert (counts["all"], counts["mine"], counts["ready-to-export"]) == (3, 1, 1)


def test_that_pages_follow_each_other_by_an_opaque_cursor(office, make_order):
    office.take(*(make_order() for _ in range(5)))
    query = OrderQuery(municipality_number=" 1103 ", sort="reference")
    first = office.desk.order_page(query, "kari", 2)
    second = office.desk.order_page(query, "kari", 2, first.next)
    third = office.desk.order_page(query, "kari", 2, second.next)
    assert [first.total, second.total, third.total] == [5, 5, 5]
    found = [row.reference for page in (first, second, third) for row in page.rows]
    assert found == [f"RTB-2026-{number:06}" for number in range(1, 6)]
    assert third.next == ""
    for other in (OrderQuery(sort="reference", descending=True), OrderQuery()):
        with pytest.raises(RefusedError, match="denne listen"):
            office.desk.order_page(other, "kari", 2, first.next)


def cursor(*content):
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode()


@pytest.mark.parametrize(
    "after",
    [
        "tull",
        "\ud800",
        "å",
        cursor(),
        cursor("received_at", False, "x"),
        cursor("received_at", False, 1, 1),
        cursor("received_at", False, "x", "1"),
        cursor("received_at", False, "x", 2**70),
        cursor("received_at", False, "x", float("inf")),
        base64.urlsafe_b64encode(b"[" * 100_000).decode(),
        base64.urlsafe_b64encode(b"7").decode(),
    ],
)
def test_that_a_cursor_that_is_none_is_refused(office, after):
    with pytest.raises(RefusedError):
        office.desk.order_page(OrderQuery(), "kari", 2, after)


def test_that_an_approved_order_offers_what_the_workflow_has(office):
    reference = office.order()
    office.approve(reference)
    case = office.desk.case(reference, "kari")
    assert {action.value for action in case.actions} == {"withdraw", "reopen", "undo"}
    assert case.blocked == {}
    assert Outcome.CLEAR is case.order.outcome
