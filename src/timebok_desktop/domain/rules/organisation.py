"""Rules about who orders: organisation number and municipality."""

from __future__ import annotations

from timebok_desktop.domain.codes import Severity
from timebok_desktop.domain.findings import EvidenceValue
from timebok_desktop.domain.identifiers import ORGANIZATION_NUMBER_DIGITS, is_digits
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.rules.case import RuleCase
from timebok_desktop.domain.rules.registry import BRREG, SSB, TABLE, Hit, rule

_SPLIT = Phrase(
    "Kommunenummer {municipality_number} {name} er utgått og delt mellom {successor_names}. Be "
    "kommunen oppgi nummeret den har i dag.",
    "Kommunenummer {municipality_number} {name} er utgått og delt mellom {successor_names}. Be "
    "kommunen oppgi nummeret han har i dag.",
)


@rule(
    "ORG-CHECKSUM",
    Severity.STOP,
    "organization_number",
    title=Phrase("Organisasjonsnummeret er ugyldig", "Organisasjonsnummeret er ugyldig"),
    source=BRREG,
    message=Phrase(
        "«{organization_number}» er ikke et gyldig organisasjonsnummer: kontrollsifferet stemmer "
        "ikke. Be kommunen om riktig nummer.",
        "«{organization_number}» er ikkje eit gyldig organisasjonsnummer: kontrollsifferet stemmer "
        "ikkje. Be kommunen om rett nummer.",
    ),
)
def org_checksum(case: RuleCase) -> Hit | None:
    """The organisation number fails mod 11."""
    sent = case.order.organization_number
    if not sent or case.organization_number:
        return None
    if is_digits(sent) and len(sent) == ORGANIZATION_NUMBER_DIGITS:
        return Hit({"organization_number": sent})
    return Hit(
        {"organization_number": sent},
        message=Phrase(
            "«{organization_number}» er ikke et gyldig organisasjonsnummer, som har ni sifre. Be "
            "kommunen om riktig nummer.",
            "«{organization_number}» er ikkje eit gyldig organisasjonsnummer, som har ni siffer. "
            "Be kommunen om rett nummer.",
        ),
    )


@rule(
    "ORG-MUNICIPALITY",
    Severity.WARNING,
    "organization_number",
    title=Phrase(
        "Organisasjonsnummeret tilhører en annen kommune",
        "Organisasjonsnummeret høyrer til ein annan kommune",
    ),
    source=SSB,
    message=Phrase(
        "Organisasjonsnummer {organization_number} tilhører {owner} {owner_name}, men bestillingen "
        "gjelder {municipality} {municipality_name}. Avklar med kommunen hvilken av dem det er.",
        "Organisasjonsnummer {organization_number} høyrer til {owner} {owner_name}, men "
        "bestillinga gjeld {municipality} {municipality_name}. Avklar med kommunen kva for ein "
        "av dei det er.",
    ),
)
def org_municipality(case: RuleCase) -> Hit | None:
    """The organisation number is another municipality's, by the table of municipalities."""
    if not case.organization_number or not case.municipality:
        return None
    owner = case.tables.municipality_by_organization.get(case.organization_number)
    if owner is None or owner.number == case.municipality:
        return None
    return Hit(
        {
            "organization_number": case.organization_number,
            "owner": owner.number,
            "owner_name": owner.name,
            "municipality": case.municipality,
            "municipality_name": case.tables.municipality_name(case.municipality),
        }
    )


@rule(
    "MUN-UNKNOWN",
    Severity.STOP,
    "municipality_number",
    title=Phrase("Kommunenummeret finnes ikke", "Kommunenummeret finst ikkje"),
    source=SSB,
    message=Phrase(
        "«{municipality_number}» er verken et kommunenummer i dag eller et utgått kommunenummer. "
        "Be kommunen om riktig nummer.",
        "«{municipality_number}» er verken eit kommunenummer i dag eller eit utgått kommunenummer. "
        "Be kommunen om rett nummer.",
    ),
)
def mun_unknown(case: RuleCase) -> Hit | None:
    """Never a municipality number (by the tables of today's and retired numbers)."""
    sent = case.order.municipality_number
    if not sent or sent in case.tables.municipality_by_number:
        return None
    return None if sent in case.tables.retired_by_number else Hit({"municipality_number": sent})


@rule(
    "MUN-RETIRED",
    Severity.WARNING,
    "municipality_number",
    title=Phrase("Kommunenummeret er utgått", "Kommunenummeret er utgått"),
    source=SSB,
    message=Phrase(
        "Kommunenummer {municipality_number} {name} er utgått. Nytt nummer: {successor_names}.",
        "Kommunenummer {municipality_number} {name} er utgått. Nytt nummer: {successor_names}.",
    ),
)
def mun_retired(case: RuleCase) -> Hit | None:
    """A retired number; the evidence names its successors."""
    retired = case.tables.retired_by_number.get(case.order.municipality_number)
    if retired is None:
        return None
    names = tuple(
        f"{number} {case.tables.municipality_name(number)}".strip() for number in retired.successors
    )
    evidence: dict[str, EvidenceValue] = {
        "municipality_number": retired.number,
        "name": retired.name,
        "successors": retired.successors,
        "successor_names": names,
    }
    if len(names) == 1:
        return Hit(evidence)
    if names:
        return Hit(evidence, message=_SPLIT)
    return Hit(
        evidence,
        message=Phrase(
            "Kommunenummer {municipality_number} {name} er utgått og har ingen entydig "
            "etterfølger. Be kommunen oppgi nummeret den har i dag.",
            "Kommunenummer {municipality_number} {name} er utgått og har ingen eintydig "
            "etterfølgjar. Be kommunen oppgi nummeret han har i dag.",
        ),
    )


@rule(
    "CAT-UNKNOWN",
    Severity.STOP,
    "category",
    title=Phrase("Ukjent timebok-kategori", "Ukjend timebok-kategori"),
    source=TABLE,
    message=Phrase(
        "«{category}» er ikke en kategori som kan bestilles. Kategoriene er {known}.",
        "«{category}» er ikkje ein kategori som kan bestillast. Kategoriane er {known}.",
    ),
)
def cat_unknown(case: RuleCase) -> Hit | None:
    """Not an (active) category of the table."""
    if case.category is not None:
        return None
    known = tuple(category.code for category in case.tables.categories if category.active)
    return Hit({"category": case.order.category, "known": known})
