"""What stands under a finding, and what is said to have been sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from invented_orders import OrdersDesk

from timebok_desktop.domain.codes import Severity
from timebok_desktop.domain.findings import EvidenceValue, Finding
from timebok_desktop.domain.phrases import same
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.ui import translation
from timebok_desktop.ui.orders.evidence_words import evidence_words
from timebok_desktop.ui.orders.fields import amendable_values, field_rows


@pytest.fixture(autouse=True)
def speak_norwegian(qapp: Any) -> None:
    """Texts as a caseworker reads them."""
    translation.install(qapp, "nb", resource_folder() / "translations")


def told(message: str, **evidence: EvidenceValue) -> list[str]:
    return evidence_words(Finding("X", Severity.STOP, "", same(message), evidence), "nb")


def test_that_what_the_message_says_is_not_said_again() -> None:
    message = "HER-id 8143040 (Lab) har ikke vært gyldig i AR siden 24.04.2025."
    evidence: dict[str, EvidenceValue] = {
        "her_id": 8143040,
        "name": "Lab",
        "active": False,
        "valid_from": "2020-01-31",
        "valid_to": "2025-04-24",
    }
    assert told(message, **evidence) == ["gyldig fra: 31.01.2020"]


def test_that_a_number_inside_another_does_not_count_as_said() -> None:
    assert told("Uttrekket er fra 20.03.2026.", age_days=20) == ["alder i dager: 20"]
    assert told("Eldre enn 14 døgn.", limit_days=14) == []


def test_that_an_end_that_has_not_come_is_left_out() -> None:
    evidence = {"valid_to": "9999-12-31", "snapshot_taken_at": "2026-11-23T04:47:00+00:00"}
    assert told("Deaktivert.", **evidence) == []
    assert told("Deaktivert.", **{**evidence, "valid_to": "2026-01-31"}) == [
        "gyldig til: 31.01.2026"
    ]


def test_that_a_party_switched_off_has_not_been_so_since_an_open_end() -> None:
    desk = OrdersDesk()
    case = desk.case("RTB-2026-000002", "anna")
    assert case.party is not None
    for end, words in (
        (datetime(9999, 12, 31, tzinfo=UTC), "Ikke aktiv"),
        (datetime(2025, 4, 24, tzinfo=UTC), "Ikke aktiv siden 24.04.2025"),
    ):
        ended = replace(case, party=replace(case.party, active=False, valid_to=end))
        row = next(one for one in field_rows(ended, "nb") if one.field == "active")
        assert row.registry == words


def test_that_values_are_amended_as_they_are_read() -> None:
    desk = OrdersDesk()
    order = replace(
        desk.orders["RTB-2026-000008"],
        desired_from=date(2026, 12, 1),
        submitted_at=datetime(2026, 11, 19, 7, 47, tzinfo=UTC),
    )
    values = amendable_values(replace(desk.case(order.reference, "anna"), order=order), "nn")
    assert (values["kind"], values["scheme"]) == ("Endring", "Ressurstimebok")
    assert (values["language"], values["desired_from"]) == ("Bokmål", "01.12.2026")
    assert values["submitted_at"] == "19.11.2026 08:47"


def test_that_keys_and_codes_without_words_are_left_out() -> None:
    assert told("Maskert.", fields=("comment",), type="Organization", looks_like="x") == []
    assert told("Maskert.", reason="not-given", something_new="raw-code") == []


def test_that_a_reason_and_a_place_are_said_in_words() -> None:
    assert told("Ukjent.", reason="not-in-table") == [
        "leverandørtabellen: har ikke leverandøren og systemet"
    ]
    assert told("Maskert.", places=("row 4, Kommentar", "line 3")) == [
        "steder: rad 4, Kommentar, linje 3"
    ]


@pytest.mark.parametrize(
    ("field", "sent", "shown"),
    [
        ("her_id", "8 143 123", ""),
        ("category", "LAB", ""),
        ("organization_number", "945\u00a0578\u00a0564 ", ""),
        ("municipality_number", "301", "301"),
        ("vendor", "Fjordjournal", "Fjordjournal"),
    ],
)
def test_that_only_a_real_difference_is_shown_as_sent(field: str, sent: str, shown: str) -> None:
    desk = OrdersDesk()
    order = replace(
        desk.orders["RTB-2026-000008"],
        her_id="8143123",
        category="Lab",
        organization_number="945578564",
        municipality_number="0301",
        as_sent={field: sent},
    )
    case = replace(desk.case(order.reference, "anna"), order=order)
    row = next(one for one in field_rows(case, "nb") if one.field == field)
    assert row.sent == shown
