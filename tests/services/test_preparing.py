"""The short way of ordinary orders means what the general way means, or leaves the order to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timebok_desktop.bootstrap import default_tables
from timebok_desktop.domain.order import FIELDS, RawOrder, RawValue
from timebok_desktop.domain.order_labels import label_of
from timebok_desktop.domain.plain_row import TEXT_FIELDS, PlainRow, RowLayout
from timebok_desktop.domain.problems import Problem
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.services.ports_files import Part
from timebok_desktop.services.ports_orders import PREPARED_FIELDS
from timebok_desktop.services.preparing import Preparing
from timebok_desktop.services.tables import reference_tables

TODAY = date(2026, 3, 16)
ORDINARY = {
    "kind": "Bestilling",
    "scheme": "Ressurstimebok",
    "municipality_number": "1103",
    "municipality_name": "Stavanger",
    "organization_number": "964965226",
    "her_id": "8000001",
    "category": "Koronavaksine",
    "form": "koronavaksine-1",
    "vendor": "Fjordjournal",
    "system": "Fjord EPJ",
    "contact_name": "Oda Oppdiktet",
    "contact_email": "oda@example.no",
    "contact_phone": "00 12 34 56",
    "contact_role": "Leder",
    "desired_from": "2026-04-01",
    "language": "Bokmål",
    "comment": "Ring gjerne før kl. 14.",
    "external_reference": "SYN-0000006",
    "submitted_at": "2026-03-15T22:05:00+00:00",
}
USUAL = {
    "kind": ["activate", "Bestilling", "ENDRING", "deactivate", "Avslutning"],
    "scheme": ["", None, "via-practitioner", "Via behandler", "ressurs timebok"],
    "municipality_number": ["", None, "0301", "301", 301, "1103", "0101", "9999", "11 03"],
    "municipality_name": ["", None, "Oslo", "Stavanger", "Bø", "Guovdageaidnu"],
    "organization_number": ["", None, "964965226", 964965226, "964 965 226", "123456789", "12"],
    "her_id": ["1", 1, "0001", "12 345", "2147483648", "964965226", "³", "١٢", "ukjent"],
    "category": ["Lab", "vaksine", "KORONA TEST", "Annet"],
    "form": ["", None, "koronavaksine-2", "Noe annet", 7],
    "desired_from": ["", None, "01.04.2026", "1. 4. 2026", date(2026, 4, 1), "2026-02-30", "snart"],
    "language": ["", None, "nb", "Nynorsk", "samisk"],
    "submitted_at": [
        *("", None, "2026-03-15T22:05:00Z", "2026-03-15t22:05", "2026-03-15", "15.03.2026 10:05"),
        *("2026-03-15T22:05:00,5+01:00", "2026-03-15T24:00:00Z", "2026-02-30T10:00:00Z"),
        *("1899-12-31T10:00:00Z", "2026-03-15T22:05:00+0100", "2026-03-15T22:05 +01:00"),
        datetime(2026, 3, 15, 22, 5),  # noqa: DTZ001 - as cells are
        datetime(2026, 3, 15, 22, 5, tzinfo=timezone(timedelta(hours=2))),
        date(2026, 3, 15),
    ],
    "contact_phone": ["", None, 12345678, "+47 12 34 56 78"],
    "external_reference": ["", "A-1", "ÆØÅ 1", "8000001", "lab"],
}
NASTY = [
    *(
        " ",
        "x ",
        "\u00a0x",
        "a\nb",
        "a\r\nb\n",
        "\x00",
        "a\x1f",
        "\x85",
        "\u0085x",
        "\ud800",
        "\x7f",
    ),
    *("06847711769", "068477 11769", "068477\u201111769", "x06847711769y", "6847711769"),
    *("0684771176912", "12345678901", "|", " | ", "a| b", "å\u030a", "\u0301x", "ǅ", "ß", "İ"),
    *("\u200b", "\ufeff1", "x" * 10_000, "x" * 10_001, "=1+1", "*" * 11, '"', "\\", "½", "१२३"),
    *(0, -1, 10**9, 6847711769, 2**64, True, False, 1.0, 1.5, float("inf"), float("nan")),
    *(date(2026, 4, 1), datetime(2026, 4, 1, 12)),  # noqa: DTZ001 - as cells are
]
INTERIM = [
    "",
    None,
    "Ja",
    "nei",
    " Ja",
    "Ja\x1f",
    "J" + " " * 70 + "a",
    True,
    False,
    1,
    0,
    "kanskje",
]


@cache
def tables() -> ReferenceTables:
    class Shipped:
        def rows(self, name: str) -> Any:
            return default_tables()[name]

    return reference_tables(Shipped())


@cache
def preparing() -> Preparing:
    """One for all examples, so that what it remembers is put to the test too."""
    return Preparing(tables(), TODAY)


def general(values: dict[str, Any], prefix: str) -> Iterator[RawOrder | Problem]:
    yield RawOrder(
        prefix.rstrip(", "),
        {name: RawValue(values.get(name), f"{prefix}{label_of(name)}") for name in FIELDS},
    )


LAYOUT = RowLayout({name: label_of(name) for name in FIELDS}, general)


def row_of(values: dict[str, Any], prefix: str = "row 17, ") -> PlainRow:
    texts = tuple(values.get(name, "") for name in TEXT_FIELDS)
    return PlainRow(texts, values.get("had_interim_solution"), prefix, LAYOUT, (values, prefix))


def short(row: PlainRow) -> Any:
    return preparing()._ordinary.prepared(row)


def long(row: PlainRow) -> Any:
    (raw,) = row.general()
    return preparing().general(raw)


def usual(name: str) -> st.SearchStrategy[Any]:
    return st.sampled_from([ORDINARY[name], *USUAL.get(name, ["", None])])


ordinary_orders = st.fixed_dictionaries(
    {name: usual(name) for name in TEXT_FIELDS} | {"had_interim_solution": st.sampled_from(INTERIM)}
)
nasty_values = st.sampled_from(NASTY) | st.text(max_size=20) | st.integers()
nasty_fields = st.dictionaries(st.sampled_from(FIELDS), nasty_values, max_size=3)


@settings(max_examples=600, deadline=None)
@given(order=ordinary_orders, nasty=nasty_fields)
def test_that_the_short_way_gives_what_the_general_way_gives_or_nothing(order, nasty) -> None:
    row = row_of(order | nasty)
    found = short(row)
    expected, problems = long(row)
    if found is not None:
        assert repr(found) == repr(expected)
        assert problems == ()


@settings(max_examples=300, deadline=None)
@given(
    changes=st.dictionaries(
        st.sampled_from(("municipality_name", "vendor", "contact_name", "comment")),
        st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=10),
    )
)
def test_that_an_ordinary_order_goes_the_short_way(changes) -> None:
    row = row_of(ORDINARY | changes)
    assert repr(short(row)) == repr(long(row)[0])


@pytest.mark.parametrize("field", [name for name in TEXT_FIELDS if name not in ("kind", "scheme")])
@pytest.mark.parametrize("number", ["06847711769", "068477 11769", "068477\u201111769"])
def test_that_a_national_identity_number_is_masked_wherever_it_stands(field, number) -> None:
    row = row_of(ORDINARY | {field: f"nr {number}"})
    fresh = Preparing(tables(), TODAY)
    found = fresh._ordinary.prepared(row)
    expected, _ = long(row)
    assert found in (None, expected)
    remembered = [kept for kept in vars(fresh._ordinary).values() if isinstance(kept, dict)]
    assert "68477" not in repr((expected, remembered))


def test_that_typed_cells_go_the_short_way() -> None:
    cells = {
        "municipality_number": 301,
        "her_id": 8000001,
        "contact_phone": 12345678,
        "desired_from": date(2026, 4, 1),
        "submitted_at": datetime(2026, 3, 15, 10, 5),  # noqa: DTZ001 - as cells are
        "comment": None,
        "had_interim_solution": True,
    }
    row = row_of(ORDINARY | cells)
    assert repr(short(row)) == repr(long(row)[0])


@pytest.mark.parametrize("place", [lambda name: f"felt {name}", lambda name: f"felt/{name}"])
def test_that_places_with_more_in_common_than_their_row_go_the_general_way(place) -> None:
    values = {
        name: ORDINARY[name] for name in ("kind", "her_id", "category", "municipality_number")
    }
    layout = RowLayout({name: place(name) for name in FIELDS}, general)
    assert short(row_of(values)._replace(layout=layout)) is None
    assert short(row_of(values)) is not None


def test_that_no_more_is_remembered_than_there_is_room_for(monkeypatch) -> None:
    monkeypatch.setattr("timebok_desktop.services.ordinary_values._REMEMBERED", 3)
    fresh = Preparing(tables(), TODAY)
    rows = [row_of(ORDINARY | {"desired_from": f"0{day}.04.2026"}) for day in range(1, 9)]
    (batch,) = fresh.batches(rows)
    assert [order[PREPARED_FIELDS.index("desired_from")] for order in batch] == [
        f"2026-04-0{day}" for day in range(1, 9)
    ]
    assert len(fresh._ordinary._days) <= 3


def test_that_batches_are_broken_where_a_part_begins() -> None:
    row, refused = row_of(ORDINARY), row_of(ORDINARY | {"kind": "x"})
    part = Part("a.csv", "00", "csv")
    noted = row_of(ORDINARY | {"language": "samisk"})
    answers = list(preparing().batches([row, row, row, part, refused, noted, row], size=2))
    assert [len(one) if isinstance(one, list) else type(one) for one in answers] == [
        *(2, 1, Part, Problem, Problem, 2)
    ]
    assert [one.refuses for one in answers if isinstance(one, Problem)] == [True, False]
