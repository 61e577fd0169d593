"""May this caseworker approve this order now? The one place where that is decided.

The button, the command and a bulk approval all end here; the database holds the same rule of four
eyes once more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from timebok_desktop.domain.codes import Kind, Severity, Status
from timebok_desktop.domain.errors import FourEyesError, RefusedError, UsageError
from timebok_desktop.domain.findings import Finding
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.rule_codes import codes_of
from timebok_desktop.domain.rules import RULES
from timebok_desktop.domain.rules.verdict import masks_by_severity
from timebok_desktop.services.views import DecisionRecord


def require_caseworker(user: str) -> None:
    """A decision is somebody's."""
    if not squeezed(user):
        raise UsageError(
            "Oppgi hvem som tar beslutningen («--by SAKSBEHANDLER»).",
            "Oppgi kven som tek avgjerda («--by SAKSBEHANDLAR»).",
        )


def require_another(approvers: Iterable[str], user: str) -> None:
    """Four eyes: RefusedError where this caseworker is among those who have approved already."""
    if any(squeezed(approver) == squeezed(user) for approver in approvers):
        raise FourEyesError(
            "{user} har allerede godkjent. Totrinnskontrollen må gjøres av en annen saksbehandler.",
            "{user} har alt godkjent. Totrinnskontrollen må gjerast av ein annan saksbehandlar.",
            user=user,
        )


def require_current(reference: str, known: int, fresh: int, *, verified: bool) -> None:
    """The known verdict must rest on the current snapshot, and no rule may have come to fire
    since (`fresh`)."""
    if not verified:
        raise RefusedError(
            "{reference} er ikke verifisert mot gjeldende AR-uttrekk. Verifiser den først "
            "(«timebok verify {reference}»).",
            "{reference} er ikkje verifisert mot gjeldande AR-uttrekk. Verifiser ho først "
            "(«timebok verify {reference}»).",
            reference=reference,
        )
    new = codes_of(fresh & ~known)
    if new:
        raise RefusedError(
            "Noe er endret siden funnene ble vist: {rules}. Verifiser på nytt og se på dem "
            "(«timebok verify {reference}»).",
            "Noko er endra sidan funna vart viste: {rules}. Verifiser på nytt og sjå på dei "
            "(«timebok verify {reference}»).",
            rules=", ".join(sorted(new)),
            reference=reference,
        )


def require_overrides(
    verdict: int, kind: Kind, given: Mapping[str, str], confirmed: Mapping[str, str]
) -> dict[str, str]:
    """No stop, and a reason for every warning; returns the overrides that count.

    `confirmed` are the first approver's, which the second approver confirms by approving.
    """
    for code, reason in given.items():
        if code not in RULES:
            raise RefusedError(
                "Regelen {rule} finnes ikke, så den kan ikke overstyres.",
                "Regelen {rule} finst ikkje, så han kan ikkje overstyrast.",
                rule=code,
            )
        if not reason.strip():
            raise RefusedError(
                "Overstyringen av {rule} mangler begrunnelse.",
                "Overstyringa av {rule} manglar grunngiving.",
                rule=code,
            )
    stops, warns = masks_by_severity(deactivation=kind is Kind.DEACTIVATE)
    if verdict & stops:
        raise RefusedError(
            "Bestillingen har funn som stopper ({rules}) og kan ikke godkjennes. Rett den, avvis "
            "den eller be om opplysninger.",
            "Bestillinga har funn som stoppar ({rules}) og kan ikkje godkjennast. Rett ho, "
            "avvis ho eller be om opplysningar.",
            rules=_titles(sorted(codes_of(verdict & stops))),
        )
    warnings = codes_of(verdict & warns)
    missing = [code for code in warnings if code not in given and code not in confirmed]
    if missing:
        raise RefusedError(
            "Advarsler må overstyres med begrunnelse før godkjenning: {rules} "
            "(«--override REGEL=BEGRUNNELSE»).",
            "Åtvaringar må overstyrast med grunngiving før godkjenning: {rules} "
            "(«--override REGEL=GRUNNGIVING»).",
            rules=", ".join(missing),
        )
    return {code: given.get(code) or confirmed[code] for code in warnings}


def _titles(rules: Iterable[str]) -> Phrase:
    """The rules as people call them."""
    titles = [RULES[rule].title for rule in rules]
    return Phrase(", ".join(one.nb for one in titles), ", ".join(one.nn for one in titles))


def warnings_of(findings: Sequence[Finding]) -> tuple[str, ...]:
    """The rules that an approval needs a reason for."""
    return tuple(dict.fromkeys(f.rule for f in findings if f.severity is Severity.WARNING))


def confirmed_overrides(status: Status, approvals: Sequence[DecisionRecord]) -> Mapping[str, str]:
    """What the first approver overrode, where the second one is to approve."""
    if status is not Status.AWAITING_SECOND_APPROVAL or not approvals:
        return {}
    return approvals[0].overrides
