"""Views of one's own: kept for each caseworker, shared as strict files, never lost by mistake."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timebok_desktop.domain.codes import Outcome, Status
from timebok_desktop.domain.errors import NotFoundError, RefusedError, UnreadableError
from timebok_desktop.domain.rule_codes import BIT
from timebok_desktop.services.view_text import LARGEST, view_of_text, view_text
from timebok_desktop.services.views import SAVED_VIEWS, SORT_FIELDS, Happening, OrderQuery, OwnView

STOPPED = OrderQuery(view="new", outcomes=(Outcome.STOPPED,), search="stavanger", sort="urgency")
SOUND = {"schema": "timebok-view/1", "name": "Stoppet"}


def test_that_views_belong_to_the_caseworker_and_keep_their_order(office) -> None:
    office.desk.save_own_view("Stoppet", STOPPED, "kari")
    office.desk.save_own_view("Alt nytt", OrderQuery(view="new"), "KARI")
    assert [one.name for one in office.desk.own_views("kari")] == ["Stoppet", "Alt nytt"]
    assert office.desk.own_views("kari")[0].query == STOPPED
    assert office.desk.own_views("ola") == ()
    office.close()
    assert len(office.desk.own_views("kari")) == 2


def test_that_counts_are_those_of_the_list(office) -> None:
    office.order()
    office.order(municipalityNumber="0301", municipalityName="Oslo", organizationNumber="")
    query = OrderQuery(municipality_number="0301", search="oslo")
    office.desk.save_own_view("Oslo", query, "kari")
    assert office.desk.own_view_counts("kari") == {"Oslo": 1}


@pytest.mark.parametrize("name", ["Stoppet", "STOPPET", "Mine", "new", "", "x" * 61, "a\u202eb"])
def test_that_a_name_that_is_taken_or_cannot_be_is_refused(office, name: str) -> None:
    office.desk.save_own_view("Stoppet", STOPPED, "kari")
    with pytest.raises(RefusedError):
        office.desk.save_own_view(name, OrderQuery(), "kari")
    assert office.desk.own_views("kari") == (OwnView("Stoppet", STOPPED),)


def test_that_a_view_is_changed_renamed_and_deleted_in_its_place(office) -> None:
    office.desk.save_own_view("A", STOPPED, "kari")
    office.desk.save_own_view("B", STOPPED, "kari")
    office.desk.save_own_view("A", OrderQuery(search="oslo"), "kari", replaces=True)
    office.desk.rename_own_view("a", "Oslo", "kari")
    assert [one.name for one in office.desk.own_views("kari")] == ["Oslo", "B"]
    with pytest.raises(RefusedError):
        office.desk.rename_own_view("Oslo", "b", "kari")
    gone = office.desk.delete_own_view("Oslo", "kari")
    assert gone == OwnView("Oslo", OrderQuery(search="oslo"))
    with pytest.raises(NotFoundError):
        office.desk.delete_own_view("Oslo", "kari")
    office.desk.save_own_view(gone.name, gone.query, "kari")
    assert len(office.desk.own_views("kari")) == 2


def test_that_a_view_goes_to_a_colleague_as_a_file(office, tmp_path) -> None:
    office.desk.save_own_view("Stoppet", STOPPED, "kari")
    path = tmp_path / "stoppet.timebok-view"
    office.desk.write_own_view("Stoppet", path, "kari")
    assert json.loads(path.read_text("utf-8"))["schema"] == "timebok-view/1"
    assert office.desk.read_view(path) == OwnView("Stoppet", STOPPED)
    path.write_bytes(b" " * (LARGEST + 1))
    with pytest.raises(UnreadableError):
        office.desk.read_view(path)
    office.desk.write_own_view("Stoppet", path, "kari", replaces=True)
    assert office.desk.read_view(path) == OwnView("Stoppet", STOPPED)


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("", ""),
        ("[]", "schema"),
        ("[" * 100_000, ""),
        ('{"schema": "timebok-view/2", "name": "x"}', "schema"),
        ('{"schema": "timebok-view/1", "name": "x", "name": "y"}', "name"),
        ({**SOUND, "path": "/etc"}, "path"),
        ({**SOUND, "name": ""}, "name"),
        ({**SOUND, "name": ["x"]}, "name"),
        ({**SOUND, "name": "x" * 61}, "name"),
        ({**SOUND, "view": "x"}, "view"),
        ({**SOUND, "statuses": ["open"]}, "statuses"),
        ({**SOUND, "statuses": "received"}, "statuses"),
        ({**SOUND, "categories": ["x"] * 401}, "categories"),
        ({**SOUND, "rules": ["NONE"]}, "rules"),
        ({**SOUND, "municipalityNumber": "301"}, "municipalityNumber"),
        ({**SOUND, "search": "x" * 201}, "search"),
        ({**SOUND, "search": "a\u202eb"}, "search"),
        ({**SOUND, "waitingFrom": "i går"}, "waitingFrom"),
        ({**SOUND, "unverified": 1}, "unverified"),
        ({**SOUND, "sort": "comment"}, "sort"),
    ],
)
def test_that_a_file_that_is_no_view_is_refused_with_its_place(told, place: str) -> None:
    text = told if isinstance(told, str) else json.dumps(told)
    with pytest.raises(UnreadableError) as caught:
        view_of_text(text)
    assert place in caught.value.text("nb")
    assert caught.value.text("nn")


@given(
    query=st.builds(
        OrderQuery,
        view=st.sampled_from([view.name for view in SAVED_VIEWS]),
        statuses=st.lists(st.sampled_from(list(Status)), max_size=3).map(tuple),
        categories=st.lists(st.sampled_from(["Lab", "Vaksine", ""]), max_size=2).map(tuple),
        outcomes=st.lists(st.sampled_from(list(Outcome)), max_size=2).map(tuple),
        municipality_number=st.sampled_from(["", "0301"]),
        search=st.sampled_from(["", "sør-odal", "945 578"]),
        holder=st.sampled_from(["", "Kari"]),
        rules=st.lists(st.sampled_from(list(BIT)), max_size=2).map(tuple),
        municipality_numbers=st.lists(st.sampled_from(["0301", ""]), max_size=2).map(tuple),
        waiting_from=st.none() | st.dates(),
        waiting_to=st.none() | st.dates(date(2026, 1, 1)),
        unverified=st.booleans(),
        her_id=st.sampled_from(["", "8000001"]),
        happened=st.none() | st.sampled_from(Happening),
        happened_from=st.none() | st.dates(),
        happened_to=st.none() | st.dates(),
        reason=st.sampled_from(["", "duplicate", "other"]),
        sort=st.sampled_from(SORT_FIELDS),
        descending=st.booleans(),
    )
)
def test_that_every_view_comes_back_from_its_text(query: OrderQuery) -> None:
    view = OwnView("Min visning", query)
    assert view_of_text(view_text(view)) == view
