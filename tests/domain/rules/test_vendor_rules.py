"""The rules on the vendor and on the interim solution: when they fire, when not."""

from __future__ import annotations

import pytest

from timebok_desktop.domain.codes import Severity

VIA = {"scheme": "via-practitioner", "category": "Koronatest", "form": "koronatest-1"}


# -- VENDOR-UNKNOWN --------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("vendor", "system", "reason"),
    [
        ("", "", "not-given"),
        ("", "Fjord EPJ", "not-given"),
        ("Ukjent", "", "not-in-table"),
        ("Ukjent", "Fjord EPJ", "not-in-table"),
        ("Fjordjournal", "Fjell EPJ", "not-in-table"),
        ("Myrjournal", "Myr EPJ", "integration-unknown"),
        ("Myrjournal", "", "integration-unknown"),
    ],
)
def test_that_an_unknown_integration_is_a_warning_with_its_reason(
    find, vendor: str, system: str, reason: str
) -> None:
    finding = find("VENDOR-UNKNOWN", vendor=vendor, system=system)
    assert finding.severity is Severity.WARNING
    assert finding.evidence["reason"] == reason
    assert ("ingen journalleverandør" in finding.phrase.text("nb")) is (reason == "not-given")
    assert find("VENDOR-NOT-INTEGRATED", vendor=vendor, system=system) is None


@pytest.mark.parametrize(
    ("vendor", "system"),
    [
        ("Fjordjournal", "Fjord EPJ"),
        ("FJORDJOURNAL", "fjordepj"),
        (" Fjord journal ", "Fjord\u00a0EPJ"),
        ("Fjordjournal", ""),
        ("Fjelljournal", ""),
        ("Skogjournal", ""),
    ],
)
def test_that_a_known_integration_is_not_unknown(find, vendor: str, system: str) -> None:
    assert find("VENDOR-UNKNOWN", vendor=vendor, system=system) is None


# -- VENDOR-NOT-INTEGRATED -------------------------------------------------------------------
@pytest.mark.parametrize("system", ["Skog EPJ", "skog  epj", ""])
def test_that_a_system_that_is_not_integrated_stops(find, system: str) -> None:
    finding = find("VENDOR-NOT-INTEGRATED", vendor="Skogjournal", system=system)
    assert finding.severity is Severity.STOP
    assert finding.evidence["vendor"].startswith("Skogjournal")
    assert "ressurstimebok" in finding.phrase.text("nb")


@pytest.mark.parametrize("vendor", ["Fjordjournal", "Fjelljournal", "Myrjournal", "Ukjent", ""])
def test_that_integration_is_not_denied_where_the_table_does_not_deny_it(find, vendor) -> None:
    assert find("VENDOR-NOT-INTEGRATED", vendor=vendor, system="") is None


# -- via practitioner --------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("vendor", "system", "rule"),
    [
        ("Fjordjournal", "Fjord EPJ", None),
        ("Skogjournal", "Skog EPJ", None),
        ("Skogjournal", "", None),
        ("Myrjournal", "Myr EPJ", None),
        ("Fjelljournal", "Fjell EPJ", "VENDOR-NOT-INTEGRATED"),
        ("Fjelljournal", "Fjell Helse", "VENDOR-UNKNOWN"),
        ("Fjelljournal", "", "VENDOR-UNKNOWN"),
        ("Ukjent", "", "VENDOR-UNKNOWN"),
        ("", "", "VENDOR-UNKNOWN"),
    ],
)
def test_that_via_practitioner_has_its_own_column(
    findings_of, vendor: str, system: str, rule: str | None
) -> None:
    findings = findings_of(**VIA, vendor=vendor, system=system)
    found = {finding.rule for finding in findings if finding.rule.startswith("VENDOR")}
    assert found == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("rule", "system"),
    [("VENDOR-NOT-INTEGRATED", "Fjell EPJ"), ("VENDOR-UNKNOWN", "Fjell Helse")],
)
def test_that_via_practitioner_names_what_the_integration_is_for(find, rule, system) -> None:
    finding = find(rule, **VIA, vendor="Fjelljournal", system=system)
    for language in ("nb", "nn"):
        assert "Helsenorge for legevakt eller smittevern" in finding.phrase.text(language)


# -- INTERIM-SOLUTION ------------------------------------------------------------------------
@pytest.mark.parametrize(("had", "fires"), [(True, True), (False, False), (None, False)])
def test_that_only_a_stated_interim_solution_calls_for_the_checklist(find, had, fires) -> None:
    finding = find("INTERIM-SOLUTION", had_interim_solution=had)
    assert (finding is not None) is fires
    if finding is not None:
        assert finding.severity is Severity.WARNING
        assert "sjekklisten" in finding.phrase.text("nb")
        assert "sjekklista" in finding.phrase.text("nn")


# -- silence -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("rule", "facts"),
    [
        ("VENDOR-UNKNOWN", {"vendor": ""}),
        ("VENDOR-NOT-INTEGRATED", {"vendor": "Skogjournal", "system": ""}),
        ("INTERIM-SOLUTION", {"had_interim_solution": True}),
    ],
)
def test_that_vendor_and_interim_rules_are_silent_only_when_the_order_deactivates(
    find, rule: str, facts
) -> None:
    assert find(rule, **facts, kind="activate") is not None
    assert find(rule, **facts, kind="change") is not None
    assert find(rule, **facts, kind="deactivate") is None
