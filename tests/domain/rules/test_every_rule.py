"""What holds for every rule: the register against the list of rules, and the words of findings."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from domain.rules.firing import FIRING, ONLY_BOKMAL, ONLY_NYNORSK, words_of
from timebok_desktop.domain.codes import Severity
from timebok_desktop.domain.order import FIELDS
from timebok_desktop.domain.rules import RULE_MODULES, RULES, Neighbour

STOP, WARNING = Severity.STOP, Severity.WARNING
SEVERITIES = {
    "HER-SYNTAX": STOP,
    "HER-UNKNOWN": STOP,
    "HER-INACTIVE": STOP,
    "HER-LEVEL": WARNING,
    "HER-OWNER": WARNING,
    "HER-MUNICIPALITY": WARNING,
    "HER-SERVICE-TYPE": WARNING,
    "HER-IN-USE": WARNING,
    "ORG-CHECKSUM": STOP,
    "ORG-MUNICIPALITY": WARNING,
    "MUN-UNKNOWN": STOP,
    "MUN-RETIRED": WARNING,
    "CAT-UNKNOWN": STOP,
    "FORM-MISSING": STOP,
    "FORM-NOT-ALLOWED": STOP,
    "FORM-UNKNOWN": WARNING,
    "FORM-RECEIVER": STOP,
    "VENDOR-UNKNOWN": WARNING,
    "VENDOR-NOT-INTEGRATED": STOP,
    "INTERIM-SOLUTION": WARNING,
    "CHANGE-WITHOUT-BASE": WARNING,
    "ALREADY-CONFIGURED": WARNING,
    "DUPLICATE-ORDER": WARNING,
    "PRACTITIONER-CATEGORY": STOP,
    "PRACTITIONER-SERVICE": STOP,
    "SNAPSHOT-STALE": WARNING,
    "PERSONAL-ID": WARNING,
}
RESTS_ON_THE_REGISTRY = {
    "HER-UNKNOWN",
    "HER-INACTIVE",
    "HER-LEVEL",
    "HER-OWNER",
    "HER-MUNICIPALITY",
    "HER-SERVICE-TYPE",
    "PRACTITIONER-SERVICE",
    "SNAPSHOT-STALE",
}


EACH = pytest.mark.parametrize(("rule", "facts"), FIRING)

SAME_TITLE = {
    "ORG-CHECKSUM",
    "MUN-RETIRED",
    "CHANGE-WITHOUT-BASE",
    "PERSONAL-ID",
}
SAME_MESSAGE = {"Kommunenummer 1543 Nesset er utgått. Nytt nummer: 1506 Molde."}


def test_that_the_rules_and_their_severities_are_those_agreed() -> None:
    assert {code: rule.severity for code, rule in RULES.items()} == SEVERITIES
    assert {code for code, rule in RULES.items() if rule.rests_on_registry} == RESTS_ON_THE_REGISTRY
    assert {code for code, _facts in FIRING} == set(RULES)


def test_that_every_rule_lives_in_a_listed_module() -> None:
    modules = {module.__name__ for module in RULE_MODULES}
    assert {rule.look.__module__ for rule in RULES.values()} == modules


@pytest.mark.parametrize("code", SEVERITIES)
def test_that_every_rule_has_a_title_a_source_a_field_and_an_explanation(code: str) -> None:
    rule = RULES[code]
    assert rule.code == code
    assert rule.concerns in {"", *FIELDS}
    assert rule.look.__doc__
    for phrase in (rule.title, rule.source):
        for language in ("nb", "nn"):
            text = phrase.text(language)
            assert text.strip() == text != ""
            assert not re.search(r"[{}]", text)
    assert (rule.title.nb == rule.title.nn) is (code in SAME_TITLE)
    assert words_of(ONLY_NYNORSK, rule.title.nb) == []
    assert words_of(ONLY_BOKMAL, rule.title.nn) == []


@EACH
def test_that_a_finding_carries_its_severity_field_and_snapshot(find, rule: str, facts) -> None:
    finding = find(rule, **facts)
    assert finding is not None
    assert finding.severity is SEVERITIES[rule]
    assert finding.field == RULES[rule].concerns
    assert finding.evidence["snapshot"] == 7
    taken_at = facts.get("taken_at", datetime(2026, 3, 16, 9, 0, tzinfo=UTC))
    assert finding.evidence["snapshot_taken_at"] == taken_at.isoformat()


@EACH
def test_that_a_message_is_a_whole_text_in_both_languages(find, rule: str, facts) -> None:
    phrase = find(rule, **facts).phrase
    for language in ("nb", "nn"):
        text = phrase.text(language)
        assert text.endswith(".")
        assert text[0] == "«" or text[0].isupper() or text[0].isdigit()
        assert not re.search(r"[{}]|None|True|False|<|  | [.,;:]|\(\)|«»|\.\.", text)
        assert "PartyType" not in text
    differs = phrase.text("nb") != phrase.text("nn")
    assert differs is (phrase.text("nb") not in SAME_MESSAGE)


@EACH
def test_that_bokmal_and_nynorsk_are_not_mixed(find, rule: str, facts) -> None:
    phrase = find(rule, **facts).phrase
    assert words_of(ONLY_NYNORSK, phrase.text("nb")) == []
    assert words_of(ONLY_BOKMAL, phrase.text("nn")) == []


@pytest.mark.parametrize(
    ("rule", "facts"),
    [(rule, facts) for rule, facts in FIRING if rule.startswith(("HER-UNKNOWN", "HER-INACTIVE"))],
)
def test_that_her_findings_weigh_less_when_the_order_deactivates(find, rule, facts) -> None:
    assert find(rule, **facts, kind="deactivate").severity is WARNING


@pytest.mark.parametrize(("rule", "facts"), [case for case in FIRING if "kind" not in case[1]])
def test_that_a_deactivation_silences_the_agreed_rules_and_no_other(find, rule, facts) -> None:
    silent = rule.startswith(("FORM-", "VENDOR-")) or rule in {
        "INTERIM-SOLUTION",
        "ALREADY-CONFIGURED",
    }
    if rule == "DUPLICATE-ORDER":
        facts = {"neighbours": (Neighbour("RTB-2", "0301", "deactivate"),)}
    finding = find(rule, **facts, kind="deactivate")
    assert (finding is None) is silent
    if finding is not None and rule not in {"HER-UNKNOWN", "HER-INACTIVE"}:
        assert finding.severity is SEVERITIES[rule]
