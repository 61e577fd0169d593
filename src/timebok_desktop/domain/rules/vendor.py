"""Rules about the journal vendor and the interim solution. Silent for a deactivation."""

from __future__ import annotations

from timebok_desktop.domain.codes import Answer, Severity
from timebok_desktop.domain.findings import EvidenceValue
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.reference import VendorSystem
from timebok_desktop.domain.rules.case import RuleCase
from timebok_desktop.domain.rules.registry import NHN, TABLE, Hit, rule


@rule(
    "VENDOR-UNKNOWN",
    Severity.WARNING,
    "vendor",
    title=Phrase(
        "Ikke kjent om journalsystemet er integrert", "Ikkje kjent om journalsystemet er integrert"
    ),
    source=TABLE,
    message=Phrase(
        "Leverandørtabellen sier ikke om «{vendor}» er integrert med {scheme}. Avklar med "
        "leverandøren, og før det inn i tabellen.",
        "Leverandørtabellen seier ikkje om «{vendor}» er integrert med {scheme}. Avklar med "
        "leverandøren, og før det inn i tabellen.",
    ),
)
def vendor_unknown(case: RuleCase) -> Hit | None:
    """No vendor given, not in the table, or its integration unknown."""
    if case.is_deactivation:
        return None
    facts: dict[str, EvidenceValue] = {"vendor": _named(case), "scheme": _scheme(case)}
    if not case.order.vendor:
        message = Phrase(
            "Bestillingen oppgir ingen journalleverandør, så det er ikke kjent om systemet er "
            "integrert. Be kommunen oppgi leverandøren.",
            "Bestillinga oppgir ingen journalleverandør, så det er ikkje kjent om systemet er "
            "integrert. Be kommunen oppgi leverandøren.",
        )
        return Hit({**facts, "reason": "not-given"}, message=message)
    if case.vendor is None:
        return Hit({**facts, "reason": "not-in-table"})
    if _integration(case, case.vendor) is Answer.UNKNOWN:
        return Hit({**facts, "reason": "integration-unknown"})
    return None


@rule(
    "VENDOR-NOT-INTEGRATED",
    Severity.STOP,
    "vendor",
    title=Phrase("Journalsystemet er ikke integrert", "Journalsystemet er ikkje integrert"),
    source=NHN,
    message=Phrase(
        "«{vendor}» er registrert som ikke integrert med {scheme}. Kommunen kan ikke bestille før "
        "leverandøren er integrert.",
        "«{vendor}» er registrert som ikkje integrert med {scheme}. Kommunen kan ikkje bestille "
        "før leverandøren er integrert.",
    ),
)
def vendor_not_integrated(case: RuleCase) -> Hit | None:
    """The vendor's system is registered as not integrated (for the scheme that is ordered)."""
    if case.is_deactivation or case.vendor is None:
        return None
    if _integration(case, case.vendor) is not Answer.NO:
        return None
    return Hit({"vendor": _named(case), "scheme": _scheme(case)})


@rule(
    "INTERIM-SOLUTION",
    Severity.WARNING,
    "had_interim_solution",
    title=Phrase("Har hatt mellomløsningen", "Har hatt mellomløysinga"),
    source=NHN,
    message=Phrase(
        "Kommunen har hatt mellomløsningen. Gå gjennom sjekklisten før du godkjenner, så ikke noe "
        "gammelt blir stående igjen.",
        "Kommunen har hatt mellomløysinga. Gå gjennom sjekklista før du godkjenner, så ikkje noko "
        "gammalt blir ståande att.",
    ),
)
def interim_solution(case: RuleCase) -> Hit | None:
    """The municipality had the interim solution: the checklist must be ticked."""
    if case.is_deactivation or case.order.had_interim_solution is not True:
        return None
    return Hit({"had_interim_solution": True})


def _integration(case: RuleCase, vendor: VendorSystem) -> Answer:
    return vendor.integrated_via_practitioner if case.is_via_practitioner else vendor.integrated


def _scheme(case: RuleCase) -> str:
    """What the system must be integrated with, in words that both languages share."""
    via = case.is_via_practitioner
    return "Helsenorge for legevakt eller smittevern" if via else "ressurstimebok"


def _named(case: RuleCase) -> str:
    return f"{case.order.vendor} {case.order.system}".strip()
