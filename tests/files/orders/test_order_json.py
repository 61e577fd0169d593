"""Orders in JSON: shapes, places as JSON pointers, refusals."""

from __future__ import annotations

import json

import pytest

ORDER = {"kind": "activate", "municipalityNumber": "0301", "herId": 1234, "category": "Lab"}


def test_that_a_single_object_is_one_order(read_orders) -> None:
    order = read_orders("a.json", json.dumps(ORDER)).order
    assert order.values["her_id"].value == 1234
    assert order.values["her_id"].place == "/herId"


def test_that_a_list_holds_orders_with_their_index(read_orders) -> None:
    answer = read_orders("a.json", json.dumps([ORDER, {**ORDER, "herId": "99"}]))
    assert [order.values["her_id"].place for order in answer.orders] == ["/0/herId", "/1/herId"]
    assert answer.column("her_id") == [1234, "99"]


def test_that_an_envelope_holds_orders_below_its_name(read_orders) -> None:
    content = {"schema": "timebok-order/1", "orders": [ORDER] * 4, "sender": "x"}
    answer = read_orders("a.json", json.dumps(content))
    assert answer.orders[3].values["her_id"].place == "/orders/3/herId"
    assert answer.notes == [("/sender", "unknown-column")]


def test_that_a_missing_field_has_the_place_where_it_would_have_stood(read_orders) -> None:
    order = read_orders("a.json", '[{"kind": "activate"}]').order
    assert order.values["her_id"].value is None
    assert order.values["her_id"].place == "/0/herId"


def test_that_the_contact_is_spread_over_its_fields(read_orders) -> None:
    contact = {"name": "Kari Oppdiktet", "email": "k@x.example", "title": "lege", "a/b": 1}
    answer = read_orders("a.json", json.dumps({**ORDER, "contact": contact}))
    values = answer.order.values
    assert (values["contact_name"].value, values["contact_name"].place) == (
        "Kari Oppdiktet",
        "/contact/name",
    )
    assert values["contact_email"].value == "k@x.example"
    assert answer.order.extras["contact.title"].value == "lege"
    assert answer.order.extras["contact.a/b"].place == "/contact/a~1b"


def test_that_unknown_fields_are_kept_and_noted_once_for_the_file(read_orders) -> None:
    answer = read_orders("a.json", json.dumps([{**ORDER, "farge": ["blå", 1]}] * 3))
    assert [order.extras["farge"].value for order in answer.orders] == ['["blå", 1]'] * 3
    assert answer.notes == [("/0/farge", "unknown-column")]
    assert all(order.extras_noted for order in answer.orders)


def test_that_numbers_keep_every_digit(read_orders) -> None:
    content = '{"kind": "activate", "herId": 0.10000000000000000001, "form": 1e999, "vendor": 2.5}'
    values = read_orders("a.json", content).order.values
    assert values["her_id"].value == "0.10000000000000000001"
    assert values["form"].value == "1e999"
    assert values["vendor"].value == 2.5
    digits = "9" * 5000
    assert read_orders("a.json", f'{{"herId": {digits}}}').column("her_id") == [digits]


@pytest.mark.parametrize(
    ("element", "at", "code"),
    [
        (1, "/1", "not-an-order"),
        ({}, "/1", "not-an-order"),
        ({"farge": "blå"}, "/1", "not-an-order"),
        ({**ORDER, "herId": [1]}, "/1/herId", "structured-value"),
        ({**ORDER, "contact": {"name": {}}}, "/1/contact/name", "structured-value"),
        ({**ORDER, "x": json.loads("[" * 30 + "]" * 30)}, "/1/x", "too-deep"),
    ],
)
def test_that_one_bad_element_is_refused_and_the_others_are_read(
    element: object, at: str, code: str, read_orders
) -> None:
    answer = read_orders("a.json", json.dumps([ORDER, element, ORDER]))
    assert answer.refusals == [(at, code)]
    assert len(answer.orders) == 2


def test_that_a_field_standing_twice_refuses_its_order(read_orders) -> None:
    answer = read_orders("a.json", '[{"kind": "activate", "herId": 1, "herId": 2}, {"herId": 3}]')
    assert answer.refusals == [("/0/herId", "duplicate-key")]
    assert answer.column("her_id") == [3]
    inside = read_orders("a.json", '{"herId": 1, "contact": {"name": "a", "name": "b"}}')
    assert inside.refusals == [("", "duplicate-key")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not-json"),
        (b"1", "not-json"),
        (b"{", "not-json"),
        (b'{"herId": NaN}', "not-json"),
        (b'[{"herId": Infinity}]', "not-json"),
        (b'{"herId": 1} x', "not-json"),
        (b"{herId: 1}", "not-json"),
        (b'{"herId" 1}', "not-json"),
        (b'[{"herId": 1} {"herId": 2}]', "not-json"),
        (b'[{"herId": 1},]', "not-json"),
        (b"[" * 100_000, "not-json"),
        (b'{"herId": "\xe6"}', "wrong-encoding"),
        ('{"herId": 1}'.encode("utf-16"), "wrong-encoding"),
        (b'{"schema": "timebok-order/2", "orders": []}', "unknown-schema"),
        (b'{"schema": "annet", "herId": 1}', "unknown-schema"),
        (b'{"orders": [{"herId": 1}], "orders": []}', "duplicate-key"),
    ],
)
def test_that_a_broken_file_is_refused_as_a_whole(content: bytes, code: str, refusal_of) -> None:
    assert refusal_of("a.json", content).code == code


def test_that_the_place_of_a_syntax_error_is_told(refusal_of) -> None:
    error = refusal_of("a.json", '[\n{"herId": 1},\n{"herId" 2}]')
    assert error.at == "line 3"
    assert "linje 3" in error.text("nb")


def test_that_an_empty_object_is_no_order(read_orders) -> None:
    assert read_orders("a.json", "{}").refusals == [("", "not-an-order")]


def test_that_a_contact_that_is_no_object_is_kept_as_it_is(read_orders) -> None:
    order = read_orders("a.json", json.dumps([{**ORDER, "contact": "Kari"}])).order
    assert order.extras["contact"].value == "Kari"


def test_that_an_order_needs_no_contact_and_may_have_an_empty_one(read_orders) -> None:
    answer = read_orders("a.json", json.dumps([ORDER, {**ORDER, "contact": None}]))
    assert [sorted(order.values) for order in answer.orders] == [
        sorted({"kind", "municipality_number", "organization_number", "her_id", "category"})
    ] * 2


def test_that_names_of_fields_that_are_not_those_of_json_are_unknown(read_orders) -> None:
    answer = read_orders("a.json", json.dumps([{**ORDER, "her_id": 1, "contact": {"email/": 2}}]))
    assert sorted(answer.order.extras) == ["contact.email/", "her_id"]


def test_that_many_kinds_of_objects_stand_in_one_file(read_orders, monkeypatch) -> None:
    monkeypatch.setattr("timebok_desktop.files.orders.json_rows._MOST_SHAPES", 2)
    orders = [{"herId": 1, name: "x"} for name in ("form", "vendor", "system", "comment")]
    answer = read_orders("a.json", json.dumps(orders * 2))
    assert [len(order.values) for order in answer.orders] == [6] * 8
