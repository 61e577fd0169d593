"""Verdicts: the rules that fire on an order as one number, a bit for each (`domain.rule_codes`).

A verdict is what the queue needs of a verification, for one order or for a million; the words,
the evidence and the suggestions come from the rules themselves when somebody looks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import UTC, date, datetime
from functools import lru_cache
from types import SimpleNamespace
from typing import TypeAlias

from timebok_desktop.domain.codes import Kind, Outcome, Scheme, Severity
from timebok_desktop.domain.findings import Finding
from timebok_desktop.domain.order import Contact, Order
from timebok_desktop.domain.party import Snapshot
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.domain.rule_codes import BIT, codes_of, mask_of
from timebok_desktop.domain.rules import in_order, judge
from timebok_desktop.domain.rules.case import RuleCase
from timebok_desktop.domain.rules.registry import RULES, Ground, Rule

_PLACE_RULES = ("ORG-CHECKSUM", "ORG-MUNICIPALITY", "MUN-UNKNOWN", "MUN-RETIRED")
_MATTER_RULES = (
    "CAT-UNKNOWN",
    "FORM-MISSING",
    "FORM-NOT-ALLOWED",
    "FORM-UNKNOWN",
    "FORM-RECEIVER",
    "VENDOR-UNKNOWN",
    "VENDOR-NOT-INTEGRATED",
    "INTERIM-SOLUTION",
    "PRACTITIONER-CATEGORY",
)
_REMEMBERED = 65_536

Matter: TypeAlias = tuple[str, str, str, str, str, str, int | None]
"""Kind, scheme, category, form, vendor, system, and whether there was an interim solution."""


def verdict_of(findings: Iterable[Finding]) -> int:
    """The verdict that findings amount to."""
    return mask_of(finding.rule for finding in findings)


def as_found(case: RuleCase, mask: int) -> tuple[Finding, ...]:
    """The findings that a verdict stands for, in words.

    A rule that fired then and is silent now, because what it looked at has changed since, is told
    by its title.
    """
    found = {finding.rule: finding for finding in judge(case)}
    told = [found.get(code) or _was_found(RULES[code], case) for code in codes_of(mask)]
    return in_order(told)


def _was_found(rule: Rule, case: RuleCase) -> Finding:
    severity = rule.at_deactivation if case.is_deactivation else rule.severity
    title = rule.title
    phrase = Phrase(
        "{title}. Det gjaldt da bestillingen ble verifisert; grunnlaget er endret siden.",
        "{title}. Det gjaldt då bestillinga vart verifisert; grunnlaget er endra sidan.",
        {"title": title},
    )
    return Finding(rule.code, severity, rule.concerns, phrase)


@lru_cache
def masks_by_severity(*, deactivation: bool) -> tuple[int, int]:
    """The rules that stop an order, and those that warn, for a deactivation or another kind."""
    weighed = {
        code: rule.at_deactivation if deactivation else rule.severity
        for code, rule in RULES.items()
    }
    return (
        mask_of(code for code, severity in weighed.items() if severity is Severity.STOP),
        mask_of(code for code, severity in weighed.items() if severity is Severity.WARNING),
    )


def outcome_of_verdict(mask: int, kind: Kind) -> Outcome:
    """What a verdict amounts to; the same as `findings.outcome_of` its findings."""
    stops, warnings = masks_by_severity(deactivation=kind is Kind.DEACTIVATE)
    if mask & stops:
        return Outcome.STOPPED
    return Outcome.WARNINGS if mask & warnings else Outcome.CLEAR


def mask_of_ground(ground: Ground) -> int:
    """All rules that rest on this."""
    return mask_of(code for code, rule in RULES.items() if rule.rests_on is ground)


ON_REGISTRY = mask_of(code for code, rule in RULES.items() if rule.rests_on_registry)
"""The rules that a new snapshot can change."""


class OwnRules:
    """The rules that look at nothing but the order and the reference tables, on one day.

    They are the rules themselves, asked once for each set of values that they look at.
    """

    def __init__(self, tables: ReferenceTables, today: date) -> None:
        nothing = _nothing(tables, today)
        self._facts = dict(vars(nothing))
        self._values = {one.name: getattr(nothing.order, one.name) for one in fields(Order)}
        self.of_place: Callable[[str, str], int] = lru_cache(_REMEMBERED)(self._of_place)
        self.of_matter: Callable[..., int] = lru_cache(_REMEMBERED)(self._of_matter)

    def mask(
        self, place: tuple[str, str], matter: Matter, her_id_number: int | None, *, masked: bool
    ) -> int:
        """The verdict of these rules on normalised values: (municipality number, organisation
        number), the matter, `identifiers.usable_her_id` (HER-SYNTAX fires where it is None), and
        whether a national identity number was masked."""
        found = self.of_place(*place) | self.of_matter(*matter)
        if her_id_number is None:
            found |= BIT["HER-SYNTAX"]
        return found | BIT["PERSONAL-ID"] if masked else found

    def of_order(self, order: Order, her_id_number: int | None) -> int:
        """The same for an order."""
        matter = (
            order.kind,
            order.scheme,
            order.category,
            order.form,
            order.vendor,
            order.system,
            order.had_interim_solution,
        )
        place = (order.municipality_number, order.organization_number)
        return self.mask(place, matter, her_id_number, masked=bool(order.masked))

    def _of_place(self, municipality_number: str, organization_number: str) -> int:
        return self._fired(
            _PLACE_RULES,
            municipality_number=municipality_number,
            organization_number=organization_number,
        )

    def _of_matter(self, *matter: str | int | None) -> int:
        kind, scheme, category, form, vendor, system, interim = matter
        return self._fired(
            _MATTER_RULES,
            kind=Kind(str(kind)),
            scheme=Scheme(str(scheme)),
            category=str(category),
            form=str(form),
            vendor=str(vendor),
            system=str(system),
            had_interim_solution=None if interim is None else bool(interim),
        )

    def _fired(self, codes: tuple[str, ...], **values: object) -> int:
        """The rules that fire on a case with these values of its order and no others.

        It is put together by hand: to replace the fields of two frozen classes takes several times
        as long as the rules themselves, and files have many wrong numbers.
        """
        case = object.__new__(RuleCase)
        vars(case).update(self._facts, order=SimpleNamespace(**{**self._values, **values}))
        return mask_of(code for code in codes if RULES[code].look(case) is not None)


def _nothing(tables: ReferenceTables, today: date) -> RuleCase:
    """A case that says nothing, to be filled with what a rule looks at."""
    then = datetime(1970, 1, 1, tzinfo=UTC)
    order = Order(
        reference="",
        kind=Kind.ACTIVATE,
        scheme=Scheme.RESOURCE_SCHEDULE,
        municipality_number="",
        municipality_name="",
        organization_number="",
        her_id="",
        category="",
        form="",
        vendor="",
        system="",
        contact=Contact(),
        had_interim_solution=None,
        desired_from=None,
        language="",
        comment="",
        external_reference="",
        submitted_at=None,
        received_at=then,
    )
    return RuleCase(
        order=order,
        today=today,
        now=then,
        tables=tables,
        snapshot=Snapshot(0, then, None, 0, "", includes_deactivated=False),
        snapshot_max_age_days=0,
    )
