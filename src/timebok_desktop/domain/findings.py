"""Findings: the result of one rule on one order, with its evidence and its way out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as default

from timebok_desktop.domain.codes import Outcome, Severity
from timebok_desktop.domain.phrases import Phrase

EvidenceValue = str | int | bool | None | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A HER-id that may be the right one; never applied by itself."""

    her_id: int
    label: str
    reasons: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found. `field` is the field of the order it concerns ("" for the whole)."""

    rule: str
    severity: Severity
    field: str
    phrase: Phrase
    evidence: Mapping[str, EvidenceValue] = default(default_factory=dict)
    suggestions: tuple[Suggestion, ...] = ()


def outcome_of(findings: Iterable[Finding]) -> Outcome:
    """`stopped` with any stop, else `warnings` with any warning, else `clear`."""
    severities = {finding.severity for finding in findings}
    if Severity.STOP in severities:
        return Outcome.STOPPED
    return Outcome.WARNINGS if Severity.WARNING in severities else Outcome.CLEAR
