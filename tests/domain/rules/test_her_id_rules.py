"""The rules on the HER-id and on the party behind it: when they fire, when not, at the borders."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from timebok_desktop.domain.codes import PartyType, Severity
from timebok_desktop.domain.findings import Suggestion
from timebok_desktop.domain.party import ServiceType
from timebok_desktop.domain.phrases import Phrase, same
from timebok_desktop.domain.rules import Neighbour
from timebok_desktop.domain.rules.case import BELOW_THE_PARTY

SUGGESTION = Suggestion(4711, "Laboratorium, Storgata", (same("Samme kommune"),))
ORGANISATION = {"type": PartyType.ORGANIZATION, "service_type": None}


# -- HER-SYNTAX ------------------------------------------------------------------------------
@pytest.mark.parametrize("her_id", ["1", "81234", "2147483647", "123456789", "958935421"])
def test_that_a_number_that_ar_can_hold_is_a_her_id(find, her_id: str) -> None:
    assert find("HER-SYNTAX", her_id=her_id) is None


@pytest.mark.parametrize(
    "her_id", ["0", "2147483648", "9999999999", "12345678901", "-1", "12,5", "8I234", "1_2", "٣"]
)
def test_that_what_ar_cannot_hold_is_no_her_id(find, her_id: str) -> None:
    finding = find("HER-SYNTAX", her_id=her_id, party=None)
    assert finding.severity is Severity.STOP
    assert finding.evidence["her_id"] == her_id
    assert "looks_like" not in finding.evidence
    assert f"«{her_id}»" in finding.phrase.text("nb")


@pytest.mark.parametrize("her_id", ["958935420", "958 935 420"])
def test_that_an_organisation_number_in_the_place_of_a_her_id_is_named(find, her_id: str) -> None:
    finding = find("HER-SYNTAX", her_id=her_id, party=None, suggest=lambda _case: (SUGGESTION,))
    assert finding.severity is Severity.STOP
    assert finding.evidence["looks_like"] == "organization_number"
    assert finding.suggestions == (SUGGESTION,)
    assert "organisasjonsnummer" in finding.phrase.text("nb")


def test_that_an_impossible_her_id_stays_a_stop_when_the_order_deactivates(find) -> None:
    assert find("HER-SYNTAX", her_id="0", kind="deactivate").severity is Severity.STOP


@pytest.mark.parametrize("her_id", ["0", "958935420", "abc"])
@pytest.mark.parametrize("kind", ["activate", "change", "deactivate"])
def test_that_no_rule_compares_a_her_id_that_cannot_be_one(
    findings_of, a_configuration, her_id: str, kind: str
) -> None:
    findings = findings_of(
        her_id=her_id,
        kind=kind,
        party=None,
        neighbours=(Neighbour("RTB-2026-000002", "0301", kind), Neighbour("R-3", "1101", kind)),
        configurations=(a_configuration("0301"), a_configuration("1101")),
    )
    assert [finding.rule for finding in findings] == ["HER-SYNTAX"]


# -- HER-UNKNOWN -----------------------------------------------------------------------------
def test_that_a_her_id_outside_the_snapshot_stops_with_suggestions(find) -> None:
    finding = find("HER-UNKNOWN", party=None, suggest=lambda _case: (SUGGESTION,))
    assert finding.severity is Severity.STOP
    assert finding.evidence["her_id"] == 81234
    assert finding.suggestions == (SUGGESTION,)


def test_that_an_unknown_her_id_tells_whether_deactivated_parties_are_left_out(find) -> None:
    left_out = find("HER-UNKNOWN", party=None, includes_deactivated=False)
    included = find("HER-UNKNOWN", party=None, includes_deactivated=True)
    assert left_out.evidence["includes_deactivated"] is False
    assert included.evidence["includes_deactivated"] is True
    assert "utelater deaktiverte" in left_out.phrase.text("nb")
    assert "utelèt deaktiverte" in left_out.phrase.text("nn")
    assert "har også deaktiverte" in included.phrase.text("nb")
    assert "har òg deaktiverte" in included.phrase.text("nn")


def test_that_an_unknown_her_id_is_a_warning_when_the_order_deactivates(find) -> None:
    assert find("HER-UNKNOWN", party=None, kind="deactivate").severity is Severity.WARNING
    assert find("HER-UNKNOWN", party=None, kind="change").severity is Severity.STOP


def test_that_a_party_in_the_snapshot_is_not_unknown(find) -> None:
    assert find("HER-UNKNOWN") is None


def test_that_an_unknown_party_is_judged_on_nothing_else(findings_of) -> None:
    findings = findings_of(
        party=None, organization_number="944496394", municipality_number="1101", scheme=VIA
    )
    assert [finding.rule for finding in findings if finding.field == "her_id"] == ["HER-UNKNOWN"]
    assert {finding.rule for finding in findings} == {"HER-UNKNOWN", "PRACTITIONER-CATEGORY"}


VIA = "via-practitioner"


# -- HER-INACTIVE ----------------------------------------------------------------------------
def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("valid_from", "valid_to"),
    [
        (None, None),
        ("2026-03-16T00:00:00", None),
        ("2026-03-16T23:59:59", None),
        (None, "2026-03-16T00:00:00"),
        ("2026-03-16T00:00:00+01:00", "2026-03-16T23:59:59+01:00"),
        ("2026-03-15T23:00:00+00:00", None),
        (None, "2026-03-15T23:00:00+00:00"),
        (None, "2026-03-16T22:59:59+00:00"),
        ("2020-01-01T00:00:00", "9999-12-31T00:00:00"),
        (None, "9999-12-31T23:59:59"),
        (None, "9999-12-31T23:59:59.999999+00:00"),
        (None, "9999-12-31T23:59:59-11:00"),
        ("0001-01-01T00:00:00+02:00", "2120-01-01T00:00:00"),
    ],
)
def test_that_a_period_includes_its_first_and_last_norwegian_day(
    find, valid_from: str | None, valid_to: str | None
) -> None:
    period = {
        "valid_from": moment(valid_from) if valid_from else None,
        "valid_to": moment(valid_to) if valid_to else None,
    }
    assert find("HER-INACTIVE", party=period) is None
    assert find("HER-INACTIVE", party={**period, "active": None}) is None


@pytest.mark.parametrize(
    "valid_to",
    ["2026-03-15T23:59:59", "2026-03-15T22:59:59+00:00", "2026-03-16T05:59:59+09:00"],
)
def test_that_a_party_is_inactive_the_norwegian_day_after_its_period(find, valid_to: str) -> None:
    finding = find("HER-INACTIVE", party={"valid_to": moment(valid_to)})
    assert finding.severity is Severity.STOP
    assert finding.evidence["valid_to"] == "2026-03-15"
    assert "siden 15.03.2026" in finding.phrase.text("nb")
    assert "sidan 15.03.2026" in finding.phrase.text("nn")


@pytest.mark.parametrize(
    "valid_from", ["2026-03-17T00:00:00", "2026-03-16T23:00:00+00:00", "2026-03-17T00:00:00+01:00"]
)
def test_that_a_party_is_inactive_before_the_norwegian_day_it_starts(find, valid_from: str) -> None:
    finding = find("HER-INACTIVE", party={"valid_from": moment(valid_from)})
    assert finding.severity is Severity.STOP
    assert finding.evidence["valid_from"] == "2026-03-17"
    assert "først gyldig i AR fra 17.03.2026" in finding.phrase.text("nb")
    assert "først gyldig i AR frå 17.03.2026" in finding.phrase.text("nn")


def test_that_summer_time_counts_in_a_period(find) -> None:
    ends = moment("2026-07-01T22:30:00+00:00")
    assert find("HER-INACTIVE", party={"valid_to": ends}, today=date(2026, 7, 2)) is None
    assert find("HER-INACTIVE", party={"valid_to": ends}, today=date(2026, 7, 3)) is not None


def test_that_the_active_flag_outweighs_an_open_period(find) -> None:
    finding = find("HER-INACTIVE", party={"active": False, "valid_from": None, "valid_to": None})
    assert finding.evidence["active"] is False
    assert finding.evidence["valid_from"] is None
    assert finding.evidence["valid_to"] is None
    assert "deaktivert i AR" in finding.phrase.text("nb")


def test_that_an_inactive_party_is_a_warning_when_the_order_deactivates(find) -> None:
    assert find("HER-INACTIVE", party={"active": False}).severity is Severity.STOP
    lighter = find("HER-INACTIVE", party={"active": False}, kind="deactivate")
    assert lighter.severity is Severity.WARNING


def test_that_an_inactive_party_is_still_judged_by_the_other_rules(findings_of) -> None:
    party = {
        "active": False,
        "parent_organization_number": "944496394",
        "municipality_number": "1101",
        "service_type": ServiceType("8663", "KX09"),
    }
    rules = {finding.rule for finding in findings_of(party=party)}
    assert rules == {"HER-INACTIVE", "HER-OWNER", "HER-MUNICIPALITY", "HER-SERVICE-TYPE"}


# -- HER-LEVEL -------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("kind", "nb", "nn"),
    [
        (PartyType.ORGANIZATION, "«Virksomhet»", "«Verksemd»"),
        (PartyType.PERSON, "«Person»", "«Person»"),
        (PartyType.DEPARTMENT, "«Avdeling»", "«Avdeling»"),
    ],
)
def test_that_only_a_service_is_of_the_right_level(find, kind: PartyType, nb: str, nn: str) -> None:
    finding = find("HER-LEVEL", party={"type": kind}, suggest=lambda _case: (SUGGESTION,))
    assert finding.severity is Severity.WARNING
    assert finding.evidence["type"] == kind.value
    assert finding.suggestions == (SUGGESTION,)
    assert nb in finding.phrase.text("nb")
    assert nn in finding.phrase.text("nn")


def test_that_only_the_services_below_a_party_are_suggested_where_there_are_any(find) -> None:
    below = Suggestion(
        8100001, "Legevakt", (BELOW_THE_PARTY, Phrase("samme kommune", "same kommune"))
    )
    party = {"type": PartyType.ORGANIZATION}
    finding = find("HER-LEVEL", party=party, suggest=lambda _case: (SUGGESTION, below))
    assert finding.suggestions == (below,)


def test_that_a_service_is_of_the_right_level(find) -> None:
    assert find("HER-LEVEL", party={"type": PartyType.SERVICE}) is None


def test_that_a_party_of_another_level_is_still_judged_but_not_on_its_service_type(
    findings_of,
) -> None:
    party = {
        "type": PartyType.PERSON,
        "parent_organization_number": "944496394",
        "municipality_number": "1101",
        "service_type": ServiceType("8663", "KX09"),
    }
    rules = {finding.rule for finding in findings_of(party=party)}
    assert rules == {"HER-LEVEL", "HER-OWNER", "HER-MUNICIPALITY"}


# -- suggestions -----------------------------------------------------------------------------
def test_that_suggestions_are_sought_only_by_a_rule_that_fires(findings_of) -> None:
    asked: list[str] = []

    def suggest(case: object) -> tuple[Suggestion, ...]:
        asked.append("asked")
        return ()

    findings_of(suggest=suggest)
    assert asked == []
    findings_of(suggest=suggest, party=None)
    assert asked == ["asked"]


def test_that_a_party_without_a_name_is_shown_with_a_dash(find) -> None:
    nameless = {"name": "", "location_description": "", "parent_name": "", "active": False}
    assert "HER-id 81234 (–)" in find("HER-INACTIVE", party=nameless).phrase.text("nb")


def test_that_a_period_may_start_in_another_zone(find) -> None:
    far_east = timezone(timedelta(hours=14))
    starts = datetime(2026, 3, 17, 13, 0, tzinfo=far_east)
    assert starts.astimezone(UTC).date() == date(2026, 3, 16)
    assert find("HER-INACTIVE", party={"valid_from": starts}) is not None
    assert find("HER-INACTIVE", party={"valid_from": starts - timedelta(hours=1)}) is None
