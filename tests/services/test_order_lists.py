"""Saving a list: what the query gives, in its order, logged, and all of it or nothing."""

from __future__ import annotations

import json

import pytest

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.errors import CancelledError, RefusedError
from timebok_desktop.services import order_lists
from timebok_desktop.services.views import OrderQuery


def saved(path):
    return [order["externalReference"] for order in json.loads(path.read_bytes())["orders"]]


@pytest.fixture
def queue(bench):
    for number in range(1, 6):
        bench.order(verify=False, externalReference=f"sak-{number}", herId=str(8000010 - number))
    return bench


@pytest.fixture(params=[1, 2, 1000])
def batches(request, monkeypatch):
    monkeypatch.setattr(order_lists, "_BATCH", request.param)


@pytest.mark.usefixtures("batches")
def test_that_a_list_has_the_orders_of_its_query_in_its_order(queue, tmp_path):
    path = tmp_path / "liste.json"
    assert queue.desk.save_list(path, OrderQuery(), "anna") == 5
    assert saved(path) == [f"sak-{number}" for number in (1, 2, 3, 4, 5)]
    queue.desk.save_list(path, OrderQuery(sort="her_id"), "anna")
    assert saved(path) == [f"sak-{number}" for number in (5, 4, 3, 2, 1)]
    queue.desk.save_list(path, OrderQuery(descending=True), "anna")
    assert saved(path) == [f"sak-{number}" for number in (5, 4, 3, 2, 1)]
    assert queue.desk.save_list(path, OrderQuery(search="sak-3"), "anna") == 1
    assert queue.desk.save_list(path, OrderQuery(statuses=(Status.REJECTED,)), "anna") == 0
    assert saved(path) == []


@pytest.mark.usefixtures("batches")
def test_that_only_chosen_orders_are_saved_in_their_order(queue, tmp_path):
    path = tmp_path / "liste.json"
    ids = list(queue.desk.order_ids(OrderQuery(), "anna"))
    chosen = [ids[3], ids[0], ids[4], 10**9]
    assert queue.desk.save_list(path, OrderQuery(), "anna", ids=chosen) == 3
    assert saved(path) == ["sak-4", "sak-1", "sak-5"]


@pytest.mark.parametrize("extension", ["json", "csv", "xlsx"])
def test_that_saving_is_logged_without_personal_data(queue, tmp_path, extension):
    queue.desk.save_list(tmp_path / f"hos-kari.{extension}", OrderQuery(), "anna")
    (event,) = [one for one in queue.desk.audit_events() if one.action == "list-saved"]
    assert event.by == "anna"
    assert event.details == {"orders": 5, "format": extension}
    assert queue.desk.verify_audit().intact


@pytest.mark.parametrize("extension", ["json", "csv", "xlsx"])
def test_that_a_saved_list_comes_in_again(queue, make_workbench, tmp_path, extension):
    path = tmp_path / f"liste.{extension}"
    queue.desk.save_list(path, OrderQuery(), "anna")
    (tmp_path / "other").mkdir()
    other = make_workbench(tmp_path / "other")
    try:
        report = other.desk.import_orders([path], "anna")
        assert (report.accepted, report.refused) == (5, 0)
        assert [file.problems for file in report.files] == [()]
        again = tmp_path / f"igjen.{extension}"
        other.desk.save_list(again, OrderQuery(), "anna")
    finally:
        other.close()
    if extension != "xlsx":  # a workbook says when it was made
        assert again.read_bytes() == path.read_bytes()


def test_that_cancelling_leaves_nothing_and_logs_nothing(queue, tmp_path, monkeypatch):
    monkeypatch.setattr(order_lists, "_BATCH", 2)
    path = tmp_path / "liste.json"
    told = []
    with pytest.raises(CancelledError):
        queue.desk.save_list(
            path,
            OrderQuery(),
            "anna",
            progress=lambda *at: told.append(at),
            cancelled=lambda: bool(told),
        )
    assert told == [(2, 5)]
    assert not [one for one in tmp_path.iterdir() if "liste" in one.name]
    assert "list-saved" not in [one.action for one in queue.desk.audit_events()]


def test_that_progress_is_told_up_to_the_end(queue, tmp_path, monkeypatch):
    monkeypatch.setattr(order_lists, "_BATCH", 2)
    told = []
    queue.desk.save_list(
        tmp_path / "liste.csv", OrderQuery(), "anna", progress=lambda *at: told.append(at)
    )
    assert told == [(2, 5), (4, 5), (5, 5)]


def test_that_an_unknown_format_is_refused_before_anything_is_done(queue, tmp_path):
    before = queue.state()
    with pytest.raises(RefusedError):
        queue.desk.save_list(tmp_path / "liste.pdf", OrderQuery(), "anna")
    assert queue.state() == before
