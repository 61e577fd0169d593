"""Rules about the HER-id itself and the party that it names in AR."""

from __future__ import annotations

from timebok_desktop.domain.codes import PARTY_TYPE_WORDS, PartyType, Severity
from timebok_desktop.domain.findings import EvidenceValue
from timebok_desktop.domain.identifiers import looks_like_organization_number
from timebok_desktop.domain.party import Party, norwegian_day
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.rules.case import BELOW_THE_PARTY, RuleCase
from timebok_desktop.domain.rules.registry import AR, OURS, TABLE, Ground, Hit, rule

_LEVEL = Phrase(
    "HER-id {her_id} ({name}) er ikke en tjeneste, men «{type_word}» i AR. Timeboken skal knyttes "
    "til en tjeneste.",
    "HER-id {her_id} ({name}) er ikkje ei teneste, men «{type_word}» i AR. Timeboka skal knytast "
    "til ei teneste.",
)


@rule(
    "HER-SYNTAX",
    Severity.STOP,
    "her_id",
    title=Phrase("HER-id er ikke et gyldig nummer", "HER-id er ikkje eit gyldig nummer"),
    source=AR,
    message=Phrase(
        "«{her_id}» kan ikke være en HER-id (et heltall fra 1 til 2147483647). "
        "Be kommunen om riktig HER-id.",
        "«{her_id}» kan ikkje vere ein HER-id (eit heiltal frå 1 til 2147483647). "
        "Be kommunen om rett HER-id.",
    ),
)
def her_syntax(case: RuleCase) -> Hit | None:
    """Not an integer in 1..2147483647, or nine digits that pass mod 11."""
    sent = case.order.her_id
    if looks_like_organization_number(sent):
        return Hit(
            {"her_id": sent, "looks_like": "organization_number"},
            message=Phrase(
                "{her_id} ser ut som et organisasjonsnummer, ikke en HER-id. "
                "Be kommunen om HER-id-en til tjenesten.",
                "{her_id} ser ut som eit organisasjonsnummer, ikkje ein HER-id. "
                "Be kommunen om HER-id-en til tenesta.",
            ),
            suggestions=case.suggest(case),
        )
    return Hit({"her_id": sent}) if case.her_id is None else None


@rule(
    "HER-UNKNOWN",
    Severity.STOP,
    "her_id",
    title=Phrase("HER-id finnes ikke i AR-uttrekket", "HER-id finst ikkje i AR-uttrekket"),
    source=AR,
    message=Phrase(
        "HER-id {her_id} finnes ikke i AR-uttrekket. Uttrekket har også deaktiverte parter, så "
        "nummeret er trolig feil.",
        "HER-id {her_id} finst ikkje i AR-uttrekket. Uttrekket har òg deaktiverte partar, så "
        "nummeret er truleg feil.",
    ),
    rests_on=Ground.REGISTRY,
    at_deactivation=Severity.WARNING,
)
def her_unknown(case: RuleCase) -> Hit | None:
    """Not in the snapshot; says whether the snapshot leaves deactivated parties out."""
    if case.her_id is None or case.party is not None:
        return None
    includes = case.snapshot.includes_deactivated
    left_out = Phrase(
        "HER-id {her_id} finnes ikke i AR-uttrekket. Uttrekket utelater deaktiverte parter, så "
        "parten kan være deaktivert, eller nummeret er feil.",
        "HER-id {her_id} finst ikkje i AR-uttrekket. Uttrekket utelèt deaktiverte partar, så "
        "parten kan vere deaktivert, eller nummeret er feil.",
    )
    return Hit(
        {"her_id": case.her_id, "includes_deactivated": includes},
        message=None if includes else left_out,
        suggestions=case.suggest(case),
    )


@rule(
    "HER-INACTIVE",
    Severity.STOP,
    "her_id",
    title=Phrase("Parten er ikke aktiv i AR", "Parten er ikkje aktiv i AR"),
    source=AR,
    message=Phrase(
        "HER-id {her_id} ({name}) er deaktivert i AR. Innbyggere vil ikke kunne bestille time.",
        "HER-id {her_id} ({name}) er deaktivert i AR. Innbyggjarar vil ikkje kunne bestille time.",
    ),
    rests_on=Ground.REGISTRY,
    at_deactivation=Severity.WARNING,
)
def her_inactive(case: RuleCase) -> Hit | None:
    """Party inactive, or its period does not include the day of verification."""
    party = case.party
    if party is None or party.is_active_on(case.today):
        return None
    start = norwegian_day(party.valid_from) if party.valid_from else None
    end = norwegian_day(party.valid_to) if party.valid_to else None
    evidence: dict[str, EvidenceValue] = {
        "her_id": party.her_id,
        "name": party.label or None,
        "active": party.active,
        "valid_from": start.isoformat() if start else None,
        "valid_to": end.isoformat() if end else None,
    }
    message = None
    if start and case.today < start:
        message = Phrase(
            "HER-id {her_id} ({name}) er først gyldig i AR fra {valid_from}. Innbyggere kan ikke "
            "bestille time før det.",
            "HER-id {her_id} ({name}) er først gyldig i AR frå {valid_from}. Innbyggjarar kan "
            "ikkje bestille time før det.",
        )
    elif end and end < case.today:
        message = Phrase(
            "HER-id {her_id} ({name}) har ikke vært gyldig i AR siden {valid_to}. Innbyggere vil "
            "ikke kunne bestille time.",
            "HER-id {her_id} ({name}) har ikkje vore gyldig i AR sidan {valid_to}. Innbyggjarar "
            "vil ikkje kunne bestille time.",
        )
    return Hit(
        evidence,
        message=message,
        suggestions=case.suggest(case),
    )


@rule(
    "HER-LEVEL",
    Severity.WARNING,
    "her_id",
    title=Phrase("Parten er ikke en tjeneste", "Parten er ikkje ei teneste"),
    source=AR,
    message=_LEVEL,
    rests_on=Ground.REGISTRY,
)
def her_level(case: RuleCase) -> Hit | None:
    """Organization, Person or Department where a Service is expected.

    Suggests the active services below it; only where there are none, others that may be meant.
    """
    party = case.party
    if party is None or party.type is PartyType.SERVICE:
        return None
    suggestions = case.suggest(case)
    below = tuple(one for one in suggestions if BELOW_THE_PARTY in one.reasons)
    return Hit(
        {"her_id": party.her_id, "name": party.label or None, "type": party.type.value},
        message=_LEVEL.fill(type_word=PARTY_TYPE_WORDS[party.type]),
        suggestions=below or suggestions,
    )


@rule(
    "HER-OWNER",
    Severity.WARNING,
    "organization_number",
    title=Phrase("Parten eies av en annen virksomhet", "Parten er eigd av ei anna verksemd"),
    source=AR,
    message=Phrase(
        "HER-id {her_id} ({name}) tilhører i AR organisasjonsnummer {owner}, ikke "
        "{organization_number}, og dekker ikke kommunen. Vurder om det er riktig, for eksempel "
        "fordi tjenesten er interkommunal.",
        "HER-id {her_id} ({name}) høyrer i AR til organisasjonsnummer {owner}, ikkje "
        "{organization_number}, og dekkjer ikkje kommunen. Vurder om det er rett, til dømes fordi "
        "tenesta er interkommunal.",
    ),
    rests_on=Ground.REGISTRY,
)
def her_owner(case: RuleCase) -> Hit | None:
    """The order's number is neither the party's nor its parent's, and no coverage explains it."""
    party = case.party
    if party is None or not case.organization_number:
        return None
    owners = _owners(party, case.parent)
    if not owners or case.organization_number in owners or case.municipality in case.coverage:
        return None
    return Hit(
        {
            "her_id": party.her_id,
            "name": party.label or None,
            "owner": owners,
            "organization_number": case.organization_number,
        },
        suggestions=case.suggest(case),
    )


@rule(
    "HER-MUNICIPALITY",
    Severity.WARNING,
    "municipality_number",
    title=Phrase("Parten ligger i en annen kommune", "Parten ligg i ein annan kommune"),
    source=AR,
    message=Phrase(
        "HER-id {her_id} ({name}) er registrert i {party_municipality} {party_municipality_name} "
        "og dekker ikke {municipality} {municipality_name}.",
        "HER-id {her_id} ({name}) er registrert i {party_municipality} {party_municipality_name} "
        "og dekkjer ikkje {municipality} {municipality_name}.",
    ),
    rests_on=Ground.REGISTRY,
)
def her_municipality(case: RuleCase) -> Hit | None:
    """The party (else its parent) is in another municipality and does not cover the order's."""
    party = case.party
    if party is None or not case.municipality:
        return None
    registered = party.municipality_number or (
        case.parent.municipality_number if case.parent else ""
    )
    there = case.resolved(registered)
    if not there or there == case.municipality or case.municipality in case.coverage:
        return None
    return Hit(
        {
            "her_id": party.her_id,
            "name": party.label or None,
            "party_municipality": there,
            "party_municipality_name": case.tables.municipality_name(there),
            "municipality": case.municipality,
            "municipality_name": case.tables.municipality_name(case.municipality),
        },
        suggestions=case.suggest(case),
    )


@rule(
    "HER-SERVICE-TYPE",
    Severity.WARNING,
    "her_id",
    title=Phrase(
        "Tjenestetypen passer ikke til kategorien", "Tenestetypen passar ikkje til kategorien"
    ),
    source=TABLE,
    message=Phrase(
        "HER-id {her_id} er av tjenestetypen {described}. For {category} har tabellen {expected}.",
        "HER-id {her_id} er av tenestetypen {described}. For {category} har tabellen {expected}.",
    ),
    rests_on=Ground.REGISTRY,
)
def her_service_type(case: RuleCase) -> Hit | None:
    """The category has service types in the table and the Service's is not among them."""
    party = case.party
    if party is None or party.type is not PartyType.SERVICE or party.service_type is None:
        return None
    if case.category is None:
        return None
    expected = case.tables.service_types_of(case.category.code)
    if not expected or party.service_type.key in expected:
        return None
    return Hit(
        {
            "her_id": party.her_id,
            "service_type": " ".join(party.service_type.key),
            "service_type_text": party.service_type.text,
            "described": party.service_type.described,
            "category": case.category.code,
            "expected": tuple(sorted(" ".join(pair) for pair in expected)),
        },
        suggestions=case.suggest(case),
    )


@rule(
    "HER-IN-USE",
    Severity.WARNING,
    "her_id",
    title=Phrase("En annen kommune bruker HER-id-en", "Ein annan kommune bruker HER-id-en"),
    source=OURS,
    message=Phrase(
        "HER-id {her_id} er allerede brukt for {category} av {municipalities}{references}. "
        "Vurder om det er riktig, for eksempel fordi tjenesten er interkommunal.",
        "HER-id {her_id} er alt i bruk for {category} av {municipalities}{references}. "
        "Vurder om det er rett, til dømes fordi tenesta er interkommunal.",
    ),
    rests_on=Ground.DESK,
)
def her_in_use(case: RuleCase) -> Hit | None:
    """Another municipality's current configuration or open order has the same id and category."""
    if case.her_id is None or case.category is None or not case.municipality:
        return None
    configured = {
        case.resolved(configuration.key.municipality_number)
        for configuration in case.configurations
        if configuration.order_reference != case.order.reference
    }
    open_orders = [
        neighbour
        for neighbour in case.neighbours
        if neighbour.municipality not in {"", case.municipality}
    ]
    others = (configured | {order.municipality for order in open_orders}) - {"", case.municipality}
    if not others:
        return None
    references = tuple(sorted(order.reference for order in open_orders))
    return Hit(
        {
            "her_id": case.her_id,
            "category": case.category.code,
            "municipalities": tuple(
                f"{number} {case.tables.municipality_name(number)}" for number in sorted(others)
            ),
            "orders": references,
            "references": f" ({', '.join(references)})" if references else "",
        }
    )


def _owners(party: Party, parent: Party | None) -> tuple[str, ...]:
    above = party.parent_organization_number or (parent.organization_number if parent else "")
    return tuple(dict.fromkeys(number for number in (party.organization_number, above) if number))
