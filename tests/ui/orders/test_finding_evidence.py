"""What stands under a finding, and what is said to have been sent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from invented_orders import OrdersDesk

from timebok_desktop.domain.codes import Severity
from timebok_desktop.domain.findings import EvidenceValue, Finding
from timebok_desktop.domain.phrases import same
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.ui import translation
from timebok_desktop.ui.orders.evidence_words import evidence_words
from timebok_desktop.ui.orders.fields import field_rows


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
