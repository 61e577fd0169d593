"""What holds for every rule: the register against the list of rules, and the words of findings."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest

from timebok_desktop.domain.codes import PartyType, Severity
from timebok_desktop.domain.configuration import Configuration, ConfigurationKey
from timebok_desktop.domain.order import FIELDS
from timebok_desktop.domain.party import ServiceType
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


def configured(municipality: str, reference: str = "") -> dict[str, Any]:
    key = ConfigurationKey(municipality, 81234, "Lab")
    return {
        "configurations": (Configuration(key, "resource-schedule", "", "", "", None, reference),)
    }


VIA = {"scheme": "via-practitioner"}
OLD, COMING = datetime(2020, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
FIRING: list[tuple[str, dict[str, Any]]] = [
    ("HER-SYNTAX", {"her_id": "abc"}),
    ("HER-SYNTAX", {"her_id": "958935420"}),
    ("HER-UNKNOWN", {"party": None}),
    ("HER-UNKNOWN", {"party": None, "includes_deactivated": True}),
    ("HER-INACTIVE", {"party": {"active": False}}),
    ("HER-INACTIVE", {"party": {"valid_to": OLD}}),
    ("HER-INACTIVE", {"party": {"valid_from": COMING}}),
    *(("HER-LEVEL", {"party": {"type": kind}}) for kind in PartyType if kind != "Service"),
    ("HER-OWNER", {"party": {"parent_organization_number": "944496394"}}),
    ("HER-MUNICIPALITY", {"party": {"municipality_number": "1101"}}),
    ("HER-SERVICE-TYPE", {"party": {"service_type": ServiceType("8663", "KX09")}}),
    ("HER-IN-USE", configured("1101")),
    ("HER-IN-USE", {"neighbours": (Neighbour("RTB-2", "1101", "activate"),)}),
    ("ORG-CHECKSUM", {"organization_number": "958935421"}),
    ("ORG-CHECKSUM", {"organization_number": "9589"}),
    ("ORG-MUNICIPALITY", {"organization_number": "944496394"}),
    ("MUN-UNKNOWN", {"municipality_number": "7777"}),
    ("MUN-RETIRED", {"municipality_number": "1543"}),
    ("MUN-RETIRED", {"municipality_number": "1507"}),
    ("MUN-RETIRED", {"municipality_number": "9005"}),
    ("CAT-UNKNOWN", {"category": "Tannlege"}),
    ("FORM-MISSING", {"category": "Koronatest"}),
    ("FORM-NOT-ALLOWED", {"form": "koronavaksine-1"}),
    ("FORM-UNKNOWN", {"category": "Koronatest", "form": "ny"}),
    ("FORM-UNKNOWN", {"category": "Koronatest", "form": "ny", "forms": ()}),
    (
        "FORM-RECEIVER",
        {"category": "Koronavaksine", "form": "koronavaksine-1", "vendor": "Skogjournal",
         "system": ""},
    ),
    ("VENDOR-UNKNOWN", {"vendor": ""}),
    ("VENDOR-UNKNOWN", {"vendor": "Ukjent"}),
    ("VENDOR-UNKNOWN", {"vendor": "Ukjent", **VIA}),
    ("VENDOR-NOT-INTEGRATED", {"vendor": "Skogjournal", "system": ""}),
    ("VENDOR-NOT-INTEGRATED", {"vendor": "Fjelljournal", "system": "Fjell EPJ", **VIA}),
    ("INTERIM-SOLUTION", {"had_interim_solution": True}),
    ("CHANGE-WITHOUT-BASE", {"kind": "change"}),
    ("ALREADY-CONFIGURED", configured("0301")),
    ("ALREADY-CONFIGURED", configured("0301", "RTB-2")),
    ("DUPLICATE-ORDER", {"neighbours": (Neighbour("RTB-2", "0301", "activate"),)}),
    ("PRACTITIONER-CATEGORY", VIA),
    ("PRACTITIONER-SERVICE", VIA),
    ("PRACTITIONER-SERVICE", {**VIA, "party": {"type": PartyType.PERSON, "service_type": None}}),
    ("SNAPSHOT-STALE", {"taken_at": OLD}),
    ("PERSONAL-ID", {"masked": {"comment": "line 4"}}),
]  # fmt: skip
EACH = pytest.mark.parametrize(("rule", "facts"), FIRING)

# Words that only one of the two written languages has.
ONLY_BOKMAL = (
    "ikke|en|et|fra|de|dem|noe|bare|også|hvilken|hvis|riktig|være|vært|ble|kommunene|bestillingen|"
    "bestillinger|tjeneste|tjenesten|virksomhet|gjelder|mangler|finnes|svarene|gammelt|sier|gjeldende|"
    "sjekklisten|innbyggere|utgåtte|etterfølger|mellomløsningen|eies|eier|ligger|åpen|utelater|"
    "tilhører|allerede|løsning|dekker|mener|venter|beslutning|samme"
)
ONLY_NYNORSK = (
    "ikkje|ein|eit|frå|dei|noko|berre|òg|kva|dersom|rett|vere|vore|vart|bestillinga|teneste|"
    "tenesta|verksemd|gjeld|manglar|finst|svara|gammalt|seier|gjeldande|sjekklista|innbyggjarar|"
    "etterfølgjar|mellomløysinga|eigd|ligg|open|utelèt|høyrer|dekkjer|meiner|ventar|avgjerd|same|"
    "siffer|velje"
)
SAME_TITLE = {
    "ORG-CHECKSUM",
    "MUN-RETIRED",
    "CHANGE-WITHOUT-BASE",
    "PERSONAL-ID",
}
SAME_MESSAGE = {"Kommunenummer 1543 Nesset er utgått. Nytt nummer: 1506 Molde."}


def words_of(alternatives: str, text: str) -> list[str]:
    return re.findall(rf"(?<![\w-])(?:{alternatives})\b", text, re.IGNORECASE)


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
