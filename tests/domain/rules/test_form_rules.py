"""The rules on the form that the citizen fills in: when they fire, when not, at the borders."""

from __future__ import annotations

from datetime import date

import pytest

from timebok_desktop.domain.codes import Severity

FORM_RULES = {"FORM-MISSING", "FORM-NOT-ALLOWED", "FORM-UNKNOWN", "FORM-RECEIVER"}
SENDS = {"category": "Koronavaksine", "form": "koronavaksine-1"}


def form_findings(findings) -> set[str]:
    return {finding.rule for finding in findings} & FORM_RULES


# -- FORM-MISSING ----------------------------------------------------------------------------
@pytest.mark.parametrize("category", ["Koronatest", "Koronavaksine", "KORONATEST"])
@pytest.mark.parametrize("kind", ["activate", "change"])
def test_that_a_category_with_forms_needs_one(find, category: str, kind: str) -> None:
    finding = find("FORM-MISSING", category=category, form="", kind=kind)
    assert finding.severity is Severity.STOP
    assert finding.evidence["category"].casefold() == category.casefold()


@pytest.mark.parametrize("category", ["Lab", "Vaksine", "Ukjent"])
def test_that_a_category_without_forms_misses_none(find, category: str) -> None:
    assert find("FORM-MISSING", category=category, form="") is None


def test_that_any_form_is_not_a_missing_form(find) -> None:
    assert find("FORM-MISSING", category="Koronatest", form="hva som helst") is None


# -- FORM-NOT-ALLOWED ------------------------------------------------------------------------
@pytest.mark.parametrize("category", ["Lab", "Vaksine"])
def test_that_a_category_without_forms_takes_none(find, category: str) -> None:
    finding = find("FORM-NOT-ALLOWED", category=category, form="koronavaksine-1")
    assert finding.severity is Severity.STOP
    assert finding.evidence["form"] == "koronavaksine-1"


@pytest.mark.parametrize(
    "facts",
    [
        {"category": "Lab", "form": ""},
        {"category": "Koronavaksine", "form": "koronavaksine-1"},
        {"category": "Ukjent", "form": "koronavaksine-1"},
    ],
)
def test_that_a_form_is_allowed_where_forms_are_or_nobody_knows(find, facts) -> None:
    assert find("FORM-NOT-ALLOWED", **facts) is None


# -- FORM-UNKNOWN ----------------------------------------------------------------------------
@pytest.mark.parametrize(
    "form",
    [
        "koronavaksine-1",
        "KORONAVAKSINE-1",
        " koronavaksine - 1 ",
        "Koronavaksine 1: Egenerklæring (Standard)",
        "koronavaksine1:egenerklæring(standard)",
        "Koronavaksine  1:\u00a0Egenerklæring\n(Standard)",
        "KORONAVAKSINE 2: EGENERKLÆRING UTEN INNSENDING",
    ],
)
def test_that_a_form_is_known_by_code_or_full_name_in_any_case_and_spacing(find, form) -> None:
    assert find("FORM-UNKNOWN", category="Koronavaksine", form=form) is None


@pytest.mark.parametrize("form", ["koronavaksine-3", "Koronavaksine 1", "koronavaksine1"])
def test_that_a_form_outside_the_table_is_a_warning_that_names_the_table(find, form: str) -> None:
    finding = find("FORM-UNKNOWN", category="Koronavaksine", form=form)
    assert finding.severity is Severity.WARNING
    assert finding.evidence["known"] == ("koronavaksine-1", "koronavaksine-2")
    assert finding.evidence["belongs_to"] == ()
    assert "koronavaksine-1, koronavaksine-2" in finding.phrase.text("nb")


def test_that_a_form_of_another_category_is_unknown_and_its_owner_is_named(find) -> None:
    finding = find("FORM-UNKNOWN", category="Koronatest", form="koronavaksine-1")
    assert finding.severity is Severity.WARNING
    assert finding.evidence["belongs_to"] == ("Koronavaksine",)
    assert finding.evidence["known"] == ("koronatest-1",)


@pytest.mark.parametrize(
    ("day", "known"),
    [
        (date(2020, 3, 11), False),
        (date(2020, 3, 12), True),
        (date(2026, 3, 15), True),
        (date(2026, 3, 16), False),
    ],
)
def test_that_a_form_is_in_the_table_from_its_first_to_its_last_day(find, day, known) -> None:
    finding = find("FORM-UNKNOWN", category="Koronatest", form="koronatest-0", today=day)
    assert (finding is None) is known
    if finding is not None:
        assert finding.evidence["known"] == ("koronatest-1",)


def test_that_a_table_without_forms_for_the_category_says_so(find) -> None:
    finding = find("FORM-UNKNOWN", category="Koronatest", form="ny", forms=())
    assert finding.severity is Severity.WARNING
    assert "Tabellen har ingen gyldige skjemaer for Koronatest" in finding.phrase.text("nb")
    assert "Tabellen har ingen gyldige skjema for Koronatest" in finding.phrase.text("nn")


@pytest.mark.parametrize(
    "facts",
    [
        {"category": "Koronatest", "form": ""},
        {"category": "Lab", "form": "finnes ikke"},
        {"category": "Ukjent", "form": "finnes ikke"},
    ],
)
def test_that_a_form_is_looked_up_only_where_the_category_requires_one(find, facts) -> None:
    assert find("FORM-UNKNOWN", **facts) is None


# -- FORM-RECEIVER ---------------------------------------------------------------------------
def test_that_answers_may_not_be_sent_to_a_system_that_cannot_receive_them(find) -> None:
    finding = find("FORM-RECEIVER", **SENDS, vendor="Fjelljournal", system="Fjell EPJ")
    assert finding.severity is Severity.STOP
    assert finding.evidence["form_code"] == "koronavaksine-1"
    assert finding.evidence["vendor"] == "Fjelljournal Fjell EPJ"


def test_that_a_form_named_in_full_is_the_same_form(find) -> None:
    sent = {"category": "Koronavaksine", "form": "KORONAVAKSINE 1: egenerklæring (standard)"}
    assert find("FORM-RECEIVER", **sent, vendor="FJELL JOURNAL", system="fjellEPJ") is not None


@pytest.mark.parametrize(
    "facts",
    [
        {"vendor": "Fjordjournal", "system": "Fjord EPJ"},
        {"vendor": "Myrjournal", "system": "Myr EPJ"},
        {"vendor": "Ukjent", "system": ""},
        {"vendor": "", "system": ""},
        {"vendor": "Fjelljournal", "system": "Ukjent"},
        {"vendor": "Fjelljournal", "system": ""},
        {"vendor": "Fjelljournal", "system": "Fjell EPJ", "form": "koronavaksine-2"},
        {"vendor": "Fjelljournal", "system": "Fjell EPJ", "form": "ukjent"},
        {"vendor": "Fjelljournal", "system": "Fjell EPJ", "form": ""},
        {"vendor": "Fjelljournal", "system": "Fjell EPJ", "category": "Koronatest"},
        {"vendor": "Fjelljournal", "system": "Fjell EPJ", "category": "Ukjent"},
    ],
)
def test_that_the_receiver_is_not_judged_without_a_known_refusal(find, facts) -> None:
    assert find("FORM-RECEIVER", **{**SENDS, **facts}) is None


def test_that_a_vendor_whose_every_system_cannot_receive_counts_without_a_system(find) -> None:
    finding = find("FORM-RECEIVER", **SENDS, vendor="Skogjournal", system="")
    assert finding.evidence["vendor"] == "Skogjournal"


# -- silence -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "facts",
    [
        {"category": "Koronatest", "form": ""},
        {"category": "Lab", "form": "koronavaksine-1"},
        {"category": "Koronatest", "form": "ukjent"},
        {**SENDS, "vendor": "Skogjournal", "system": ""},
    ],
)
def test_that_form_rules_are_silent_only_when_the_order_deactivates(findings_of, facts) -> None:
    assert form_findings(findings_of(**facts))
    assert form_findings(findings_of(**facts, kind="change"))
    assert form_findings(findings_of(**facts, kind="deactivate")) == set()
