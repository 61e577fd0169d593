"""The register of rules: one function a rule, with its code, severity, source and words.

A rule returns None when it is silent, else a `Hit` with the evidence its message is filled with.
A rule fires only when everything it compares is present, valid and resolved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from timebok_desktop.domain.codes import Severity
from timebok_desktop.domain.findings import EvidenceValue, Finding, Suggestion
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.rules.case import RuleCase


class Ground(Enum):
    """What a rule looks at beside the order itself and the reference tables."""

    ORDER = "nothing else"
    REGISTRY = "the ordered party in the snapshot, its relatives, the day"
    DESK = "other open orders and the configurations"
    SNAPSHOT_AGE = "when the snapshot was taken"


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that fires: evidence, and where they differ from the rule's own, words and the field
    that the finding stands at."""

    evidence: Mapping[str, EvidenceValue] = field(default_factory=dict)
    message: Phrase | None = None
    suggestions: tuple[Suggestion, ...] = ()
    concerns: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A registered rule. `concerns` is the field of the order that its finding stands at;
    `rests_on` what it looks at beside the order and the tables; `at_deactivation` its severity
    for an order that ends a set-up.
    """

    code: str
    severity: Severity
    at_deactivation: Severity
    concerns: str
    title: Phrase
    source: Phrase
    message: Phrase
    rests_on: Ground
    look: Callable[[RuleCase], Hit | None]

    @property
    def rests_on_registry(self) -> bool:
        """Whether a new snapshot can change what the rule says."""
        return self.rests_on in (Ground.REGISTRY, Ground.SNAPSHOT_AGE)

    def judge(self, case: RuleCase) -> Finding | None:
        """The rule's finding on this case, None where it is silent."""
        hit = self.look(case)
        if hit is None:
            return None
        return Finding(
            rule=self.code,
            severity=self.at_deactivation if case.is_deactivation else self.severity,
            field=self.concerns if hit.concerns is None else hit.concerns,
            phrase=(hit.message or self.message).fill(**_spoken(hit.evidence)),
            evidence={
                **hit.evidence,
                "snapshot": case.snapshot.id,
                "snapshot_taken_at": case.snapshot.taken_at.isoformat(),
            },
            suggestions=hit.suggestions,
        )


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

RULES: dict[str, Rule] = {}
"""All rules by code, in the order in which their findings are shown."""

AR = Phrase("NHN: Adresseregisteret, datamodell", "NHN: Adresseregisteret, datamodell")
NHN = Phrase(
    "NHN: Ressurstimebok (koronatiltak), veiledning",
    "NHN: Ressurstimebok (koronatiltak), rettleiing",
)
SSB = Phrase("SSB: klassifikasjon 131, kommuner", "SSB: klassifikasjon 131, kommunar")
BRREG = Phrase(
    "Brønnøysundregistrene: organisasjonsnummer, modulus 11",
    "Brønnøysundregistra: organisasjonsnummer, modulus 11",
)
OURS = Phrase("Saksbehandlingsregel i dette programmet", "Saksbehandlingsregel i dette programmet")
TABLE = Phrase(
    "Oppslagstabell som saksbehandlerne vedlikeholder",
    "Oppslagstabell som saksbehandlarane held ved like",
)


def rule(
    code: str,
    severity: Severity,
    concerns: str,
    *,
    title: Phrase,
    source: Phrase,
    message: Phrase,
    rests_on: Ground = Ground.ORDER,
    at_deactivation: Severity | None = None,
) -> Callable[[Callable[[RuleCase], Hit | None]], Callable[[RuleCase], Hit | None]]:
    """Register the decorated function as the rule `code`."""

    def register(look: Callable[[RuleCase], Hit | None]) -> Callable[[RuleCase], Hit | None]:
        RULES[code] = Rule(
            code,
            severity,
            at_deactivation or severity,
            concerns,
            title,
            source,
            message,
            rests_on,
            look,
        )
        return look

    return register


def _spoken(evidence: Mapping[str, EvidenceValue]) -> dict[str, object]:
    """Evidence as a message says it: lists joined, days as dd.mm.yyyy, nothing as a dash."""
    return {name: _told(value) for name, value in evidence.items()}


def _told(value: EvidenceValue) -> object:
    if value in (None, ()):
        return "–"
    if isinstance(value, str) and _DAY.fullmatch(value):
        return ".".join(reversed(value.split("-")))
    return ", ".join(value) if isinstance(value, tuple) else value
