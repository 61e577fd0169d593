"""Rules of the temporary solution koronatest via behandler (booking through a practitioner)."""

from __future__ import annotations

from timebok_desktop.domain.codes import PartyType, Severity
from timebok_desktop.domain.folding import same_text
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.rules.case import RuleCase
from timebok_desktop.domain.rules.registry import NHN, Ground, Hit, rule

FITTING_SERVICES = frozenset({("8663", "KA02"), ("8663", "KA0301")})
"""Legevakt and smittevern (code list 8663)."""

_CATEGORY = "Koronatest"


@rule(
    "PRACTITIONER-CATEGORY",
    Severity.STOP,
    "category",
    title=Phrase("Via behandler gjelder bare Koronatest", "Via behandlar gjeld berre Koronatest"),
    source=NHN,
    message=Phrase(
        "Ordningen via behandler gjelder bare Koronatest, ikke {category}. Avklar med kommunen om "
        "den vil ha ressurstimebok i stedet.",
        "Ordninga via behandlar gjeld berre Koronatest, ikkje {category}. Avklar med kommunen om "
        "han vil ha ressurstimebok i staden.",
    ),
)
def practitioner_category(case: RuleCase) -> Hit | None:
    """Via practitioner with a category other than Koronatest."""
    if not case.is_via_practitioner or case.category is None:
        return None
    if same_text(case.category.code, _CATEGORY):
        return None
    return Hit({"category": case.category.code})


@rule(
    "PRACTITIONER-SERVICE",
    Severity.STOP,
    "her_id",
    title=Phrase(
        "Via behandler krever legevakt eller smittevern",
        "Via behandlar krev legevakt eller smittevern",
    ),
    source=NHN,
    message=Phrase(
        "Ordningen via behandler krever at HER-id {her_id} er legevakt (KA02) eller smittevern "
        "(KA0301) i AR. Den er {service_type}.",
        "Ordninga via behandlar krev at HER-id {her_id} er legevakt (KA02) eller smittevern "
        "(KA0301) i AR. Han er {service_type}.",
    ),
    rests_on=Ground.REGISTRY,
)
def practitioner_service(case: RuleCase) -> Hit | None:
    """Via practitioner and the party is neither legevakt nor smittevern."""
    party = case.party
    if not case.is_via_practitioner or party is None:
        return None
    if party.type is PartyType.SERVICE and party.service_type is None:
        return None
    service_type = party.service_type
    if service_type is not None and service_type.key in FITTING_SERVICES:
        return None
    described = service_type.described if service_type else party.label
    return Hit(
        {"her_id": party.her_id, "service_type": described or None},
        suggestions=case.suggest(case),
    )
