"""Properties of judging: whatever is sent and whatever AR holds, findings come out whole."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from timebok_desktop.domain.codes import Kind, Outcome, PartyType, Scheme, Severity
from timebok_desktop.domain.configuration import Configuration, ConfigurationKey
from timebok_desktop.domain.findings import Suggestion, outcome_of
from timebok_desktop.domain.identifiers import usable_her_id
from timebok_desktop.domain.party import Party, ServiceType
from timebok_desktop.domain.phrases import Phrase, same
from timebok_desktop.domain.rule_codes import CODES, codes_of
from timebok_desktop.domain.rules import RULES, Neighbour, judge
from timebok_desktop.domain.rules.registry import Ground
from timebok_desktop.domain.rules.verdict import (
    OwnRules,
    mask_of_ground,
    outcome_of_verdict,
    verdict_of,
)

UNHURRIED = settings(deadline=None)
"""A busy machine is no defect."""

NASTY = ("", "{", "}", "{}", "{0}", "{her_id}", "{{x}}", "%s %(a)s %", "<b>&amp;", "None", "a\0b")
text = st.one_of(st.sampled_from(NASTY), st.text(max_size=12))
municipality = st.one_of(
    st.sampled_from(("", "0301", "1101", "1506", "1507", "1543", "9001", "9003", "9005", "7777")),
    text,
)
organisation = st.one_of(st.sampled_from(("", "958935420", "944496394", "958935421")), text)
category = st.one_of(
    st.sampled_from(("Koronatest", "Koronavaksine", "Lab", "Vaksine", "Blodbank", "lab")), text
)
moments = st.one_of(
    st.none(),
    st.datetimes(),
    st.datetimes(timezones=st.sampled_from((UTC, timezone(timedelta(hours=-11))))),
    st.sampled_from(
        (
            datetime(9999, 12, 31, 23, 59, 59),  # noqa: DTZ001 - AR's SOAP has no zone
            datetime.max.replace(tzinfo=UTC),
            datetime.min.replace(tzinfo=timezone(timedelta(hours=13))),
        )
    ),
)
parties = st.builds(
    Party,
    her_id=st.integers(1, 2**31 - 1),
    type=st.sampled_from(PartyType),
    name=text,
    display_name=text,
    parent_her_id=st.one_of(st.none(), st.integers()),
    parent_name=text,
    parent_organization_number=organisation,
    organization_number=organisation,
    municipality_number=municipality,
    service_type=st.one_of(
        st.none(),
        st.builds(
            ServiceType,
            st.sampled_from(("8663", "8666", "{")),
            st.sampled_from(("KA02", "KA0301", "KX01", "")),
            text,
        ),
    ),
    active=st.sampled_from((True, False, None)),
    valid_from=moments,
    valid_to=moments,
    location_description=text,
)
configurations = st.builds(
    Configuration,
    key=st.builds(ConfigurationKey, municipality, st.integers(1, 9), category),
    scheme=st.sampled_from(Scheme),
    form=text,
    vendor=text,
    system=text,
    valid_from=st.none(),
    order_reference=st.sampled_from(("", "RTB-2026-000001", "RTB-{}")),
)
neighbours = st.builds(
    Neighbour, st.sampled_from(("RTB-2", "RTB-{}", "{")), municipality, st.sampled_from(Kind)
)
facts = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(Kind),
        "scheme": st.sampled_from(Scheme),
        "municipality_number": municipality,
        "organization_number": organisation,
        "her_id": st.one_of(
            st.sampled_from(("0", "1", "81234", "2147483647", "2147483648", "958935420")), text
        ),
        "category": category,
        "form": st.one_of(st.sampled_from(("koronavaksine-1", "koronatest-0")), text),
        "vendor": st.one_of(st.sampled_from(("Skogjournal", "Fjelljournal", "Myrjournal")), text),
        "system": st.one_of(st.sampled_from(("", "Fjell EPJ")), text),
        "had_interim_solution": st.sampled_from((True, False, None)),
        "masked": st.dictionaries(st.one_of(st.just("comment"), text), text, max_size=2),
        "party": st.one_of(st.none(), parties),
        "parent": st.one_of(st.none(), parties),
        "coverage": st.frozensets(municipality, max_size=3),
        "neighbours": st.lists(neighbours, max_size=3).map(tuple),
        "configurations": st.lists(configurations, max_size=3).map(tuple),
        "today": st.dates(date(1900, 1, 1)),
        "taken_at": st.datetimes(timezones=st.just(UTC)),
        "includes_deactivated": st.booleans(),
        "snapshot_max_age_days": st.integers(1, 3650),
    },
)
SUGGESTION = Suggestion(1, "{name}", (same("{reason}"),))


def said(phrase: Phrase, language: str) -> str:
    """What a phrase must say: each placeholder replaced once, nothing in the values read again."""
    template = phrase.nb if language == "nb" else phrase.nn

    def value(placeholder: re.Match[str]) -> str:
        held = phrase.values[placeholder.group(1)]
        return said(held, language) if isinstance(held, Phrase) else str(held)

    return re.sub(r"\{(\w+)\}", value, template) if phrase.values else template


@UNHURRIED
@given(facts=facts)
def test_that_every_finding_is_whole_and_stops_come_first(a_case, facts) -> None:
    case = replace(a_case(**facts), suggest=lambda _case: (SUGGESTION,))
    findings = judge(case)
    severities = [finding.severity for finding in findings]
    assert severities == sorted(severities, key=list(Severity).index)
    rules = [finding.rule for finding in findings]
    assert len(rules) == len(set(rules))
    for finding in findings:
        assert finding.rule in RULES
        assert finding.evidence["snapshot"] == 7
        for language in ("nb", "nn"):
            assert finding.phrase.text(language) == said(finding.phrase, language)
        assert finding.phrase.values or "{" not in finding.phrase.nb + finding.phrase.nn


@UNHURRIED
@given(facts=facts)
def test_that_the_outcome_is_that_of_the_heaviest_finding(a_case, facts) -> None:
    findings = judge(a_case(**facts))
    stops = any(finding.severity is Severity.STOP for finding in findings)
    expected = Outcome.STOPPED if stops else Outcome.WARNINGS if findings else Outcome.CLEAR
    assert outcome_of(findings) is expected


@UNHURRIED
@given(facts=facts)
def test_that_a_verdict_amounts_to_the_same_as_the_findings_it_stands_for(a_case, facts) -> None:
    case = a_case(**facts)
    findings = judge(case)
    verdict = verdict_of(findings)
    assert outcome_of_verdict(verdict, case.order.kind) is outcome_of(findings)
    assert sorted(codes_of(verdict)) == sorted(finding.rule for finding in findings)


@UNHURRIED
@given(facts=facts)
def test_that_rules_of_the_order_alone_say_the_same_without_any_other_fact(a_case, facts) -> None:
    case = a_case(**facts)
    own = mask_of_ground(Ground.ORDER)
    expected = verdict_of(judge(case)) & own
    alone = OwnRules(case.tables, case.today)
    assert alone.of_order(case.order, usable_her_id(case.order.her_id)) == expected


def test_that_every_rule_has_its_lasting_place_in_a_verdict() -> None:
    assert sorted(CODES) == sorted(RULES)
    assert [CODES[place] for place in (0, 7, 19, 26)] == [
        "HER-SYNTAX",
        "HER-IN-USE",
        "INTERIM-SOLUTION",
        "PERSONAL-ID",
    ]


@UNHURRIED
@given(facts=facts)
def test_that_the_same_case_is_always_judged_the_same(a_case, facts) -> None:
    case = a_case(**facts)
    assert judge(case) == judge(replace(case))


@UNHURRIED
@given(facts=facts)
def test_that_rules_hold_their_silences(a_case, facts) -> None:
    case = a_case(**facts)
    rules = {finding.rule for finding in judge(case)}
    if case.is_deactivation:
        assert not [rule for rule in rules if rule.startswith(("FORM-", "VENDOR-", "INTERIM"))]
    if case.party is None:
        assert not rules & {
            "HER-INACTIVE",
            "HER-LEVEL",
            "HER-OWNER",
            "HER-MUNICIPALITY",
            "HER-SERVICE-TYPE",
            "PRACTITIONER-SERVICE",
        }
    if not case.municipality:
        assert not rules & {
            "HER-MUNICIPALITY",
            "ORG-MUNICIPALITY",
            "HER-IN-USE",
            "DUPLICATE-ORDER",
            "ALREADY-CONFIGURED",
        }
    if case.category is None:
        assert "CAT-UNKNOWN" in rules
        assert not [rule for rule in rules if rule.startswith("FORM-")]
    if "HER-SYNTAX" in rules:
        assert not rules & {"HER-UNKNOWN", "HER-IN-USE", "DUPLICATE-ORDER", "CHANGE-WITHOUT-BASE"}
    assert not {"ORG-CHECKSUM", "ORG-MUNICIPALITY"} <= rules
    assert not {"MUN-UNKNOWN", "MUN-RETIRED"} <= rules
    assert not {"VENDOR-UNKNOWN", "VENDOR-NOT-INTEGRATED"} <= rules
    assert not {"CHANGE-WITHOUT-BASE", "ALREADY-CONFIGURED"} <= rules


def test_that_braces_percent_signs_and_markup_are_shown_as_they_were_sent(find) -> None:
    for sent in ("{her_id}", "{0}", "{", "100 %s", "<img src=x>", "{name!r:>9}"):
        assert f"«{sent}»" in find("HER-SYNTAX", her_id=sent, party=None).phrase.text("nb")
        assert f"«{sent}»" in find("CAT-UNKNOWN", category=sent).phrase.text("nn")
        assert f"«{sent}»" in find("FORM-NOT-ALLOWED", form=sent).phrase.text("nb")
        party = {"name": sent, "active": False}
        assert f"({sent}, Storgata)" in find("HER-INACTIVE", party=party).phrase.text("nn")
