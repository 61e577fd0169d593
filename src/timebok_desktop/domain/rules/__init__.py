"""All rules. A new rule is one function in one of these modules (or one new line here)."""

from __future__ import annotations

from collections.abc import Iterable

from timebok_desktop.domain.findings import Finding
from timebok_desktop.domain.rules import (
    configuration,
    evidence,
    form,
    her_id,
    organisation,
    practitioner,
    vendor,
)
from timebok_desktop.domain.rules.case import Neighbour, RuleCase
from timebok_desktop.domain.rules.registry import RULES, Hit, Rule

__all__ = [
    "RULES",
    "RULE_MODULES",
    "Finding",
    "Hit",
    "Neighbour",
    "Rule",
    "RuleCase",
    "in_order",
    "judge",
]

RULE_MODULES = (her_id, organisation, form, vendor, configuration, practitioner, evidence)
"""The order in which rules are listed and findings of the same weight are shown."""

_PLACES = {module.__name__: place for place, module in enumerate(RULE_MODULES)}
for _code in sorted(RULES, key=lambda code: _PLACES[RULES[code].look.__module__]):
    RULES[_code] = RULES.pop(_code)  # modules register themselves in the order of their imports


def judge(case: RuleCase) -> tuple[Finding, ...]:
    """Every finding on a case: stops first, then warnings, then notes."""
    return in_order(finding for rule in RULES.values() if (finding := rule.judge(case)) is not None)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings as they are shown: the heaviest first, then as the rules are listed."""
    weight = {"stop": 0, "warning": 1, "note": 2}
    place = {code: place for place, code in enumerate(RULES)}
    return tuple(sorted(findings, key=lambda f: (weight[f.severity.value], place[f.rule])))
