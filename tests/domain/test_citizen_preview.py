"""What a citizen meets with a configuration: only what is known, and what is not is said so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from timebok_desktop.domain.citizen import TITLES, CitizenPreview, Sketch, citizen_preview
from timebok_desktop.domain.codes import Kind, PartyType, Scheme
from timebok_desktop.domain.configuration import Configuration, ConfigurationKey, Proposal
from timebok_desktop.domain.party import Party, ServiceType
from timebok_desktop.domain.reference import Category, Form, ReferenceTables

HER_ID = 81234
TODAY = date(2026, 3, 16)
TABLES = ReferenceTables(
    categories=(
        Category("Koronatest", "Koronatest", form_required=True),
        Category("Koronavaksine", "Koronavaksine", form_required=True),
        Category("Lab", "Lab", form_required=False),
        Category("Vaksine", "Vaksine", form_required=False),
    ),
    forms=(
        Form("koronavaksine-1", "Koronavaksine 1: Egenerklæring (Standard)", "Koronavaksine", True),
        Form("koronavaksine-2", "Egenerklæring uten innsending", "Koronavaksine", False),
        Form("koronatest-1", "Koronatest 1: Oppdiktet", "Koronatest", False),
        Form(
            "koronatest-0",
            "Koronatest 0: Oppdiktet",
            "Koronatest",
            False,
            valid_to=date(2026, 3, 15),
        ),
    ),
)
PARTY = Party(
    her_id=HER_ID,
    type=PartyType.SERVICE,
    name="Smittevern",
    service_type=ServiceType("8663", "KA0301", "Smittevern"),
    location_description="Gamle rådhus, inngang B",
    active=True,
)


def configured(category: str = "Koronavaksine", form: str = "koronavaksine-1") -> Configuration:
    key = ConfigurationKey("0301", HER_ID, category)
    return Configuration(key, Scheme.RESOURCE_SCHEDULE, form, "Fjordjournal", "Fjord EPJ", None)


def preview(
    after: Configuration | None,
    before: Configuration | None = None,
    *,
    action: Kind = Kind.ACTIVATE,
    party: Party | None = PARTY,
) -> CitizenPreview:
    key = (after or before or configured()).key
    return citizen_preview(Proposal(action, key, after, before), party, TABLES, TODAY)


def told(sketch: Sketch, name: str) -> str:
    return next(line.text.text("nb") for line in sketch if line.name == name)


def unknown(sketch: Sketch) -> set[str]:
    return {line.name for line in sketch if not line.known}


def test_that_a_sketch_tells_service_place_category_form_and_answers():
    after = preview(configured()).after
    assert [line.name for line in after] == list(TITLES)
    assert told(after, "service") == "Smittevern"
    assert told(after, "place") == "Gamle rådhus, inngang B"
    assert told(after, "category") == "Koronavaksine"
    assert told(after, "form") == "Koronavaksine 1: Egenerklæring (Standard)"
    assert told(after, "answers") == "Sendes til journalsystemet"
    assert unknown(after) == set()


def test_that_a_form_without_sending_tells_the_citizen_that_nothing_is_sent():
    after = preview(configured(form="koronavaksine-2")).after
    assert "ingenting sendes inn" in told(after, "answers")


@pytest.mark.parametrize("category", ["Lab", "Vaksine"])
def test_that_a_category_without_form_has_no_form_and_no_answers(category):
    after = preview(configured(category, "")).after
    assert told(after, "form") == "Ikke noe skjema"
    assert told(after, "answers") == "Ingen svar å sende"
    assert unknown(after) == set()


@pytest.mark.parametrize("form", ["", "skjema som ingen kjenner", "koronatest-1"])
def test_that_a_form_that_is_not_known_is_said_to_be_unknown(form):
    after = preview(configured(form=form)).after
    assert unknown(after) == {"form", "answers"}
    assert form in told(after, "form")


def test_that_a_form_out_of_its_period_still_says_whether_answers_are_sent():
    after = preview(configured("Koronatest", "koronatest-0")).after
    assert told(after, "form") == "Koronatest 0: Oppdiktet"


def test_that_nothing_is_said_of_a_form_where_the_category_is_not_known():
    after = preview(configured("Tannlege", "koronavaksine-1")).after
    assert told(after, "category") == "Tannlege"
    assert unknown(after) == {"form", "answers"}


def test_that_a_party_that_is_not_in_the_extract_leaves_service_and_place_unknown():
    after = preview(configured(), party=None).after
    assert unknown(after) == {"service", "place"}


def test_that_what_the_registry_does_not_say_is_said_to_be_unknown():
    silent = replace(PARTY, name="", service_type=None, location_description="")
    assert unknown(preview(configured(), party=silent).after) == {"service", "place"}


def test_that_an_organisation_is_not_shown_as_a_service():
    body = replace(PARTY, type=PartyType.ORGANIZATION, service_type=None, display_name="Oslo")
    after = preview(configured(), party=body).after
    assert told(after, "service") == "Oslo (virksomhet, ikke en tjeneste)"
    assert "service" in unknown(after)


def test_that_a_practitioner_is_named_where_the_time_is_booked_through_one():
    via = replace(configured("Koronatest", "koronatest-1"), scheme=Scheme.VIA_PRACTITIONER)
    assert told(preview(via).after, "booked_with") == "behandler (koronatest via behandler)"
    assert "uten navngitt behandler" in told(preview(configured()).after, "booked_with")


def test_that_a_change_shows_today_beside_what_becomes():
    before, after = configured(form="koronavaksine-1"), configured(form="koronavaksine-2")
    shown = preview(after, before, action=Kind.CHANGE)
    assert shown.changed == {"form", "answers"}
    assert told(shown.before, "answers") == "Sendes til journalsystemet"
    assert shown.today is None
    assert shown.becomes is None
    assert shown.remarks == ()


def test_that_a_change_that_nobody_will_notice_says_so():
    other = replace(configured(), vendor="Fjelljournal", system="Fjell Helse")
    shown = preview(other, configured(), action=Kind.CHANGE)
    assert shown.changed == frozenset()
    assert "Ingenting i skissen" in shown.remarks[0].text("nb")


def test_that_a_deactivation_shows_what_disappears():
    shown = preview(None, configured(), action=Kind.DEACTIVATE)
    assert told(shown.before, "service") == "Smittevern"
    assert shown.after == ()
    assert shown.becomes is not None
    assert "ikke lenger bestille" in shown.becomes.text("nb")


@pytest.mark.parametrize("action", [Kind.CHANGE, Kind.DEACTIVATE])
def test_that_today_is_unknown_where_no_configuration_is(action):
    after = None if action is Kind.DEACTIVATE else configured()
    shown = preview(after, action=action)
    assert shown.before == ()
    assert shown.today is not None
    assert "ukjent" in shown.today.text("nb")


def test_that_a_first_order_has_nothing_today():
    assert "ingen konfigurasjon" in str(preview(configured()).today)


def test_that_a_party_out_of_use_is_said_to_take_no_bookings():
    shown = preview(configured(), party=replace(PARTY, active=False))
    assert "ikke kunne bestille" in shown.remarks[0].text("nb")


def test_that_nothing_is_drawn_before_her_id_and_category_are_known():
    shown = citizen_preview(None, PARTY, TABLES, TODAY)
    assert (shown.before, shown.after) == ((), ())
    assert shown.becomes is not None
    assert "HER-id" in shown.becomes.text("nn")
