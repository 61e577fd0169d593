"""The column labels of the order forms and the words that stand in them."""

from __future__ import annotations

from typing import Any

LABELS = {
    "kind": "Gjelder",
    "scheme": "Ordning",
    "municipalityNumber": "Kommunenummer",
    "municipalityName": "Kommune",
    "organizationNumber": "Organisasjonsnummer",
    "herId": "HER-id",
    "category": "Timebok-kategori",
    "form": "Skjema",
    "vendor": "Journalleverandør",
    "system": "Journalsystem",
    "contact": "Kontaktperson",
    "hadInterimSolution": "Har hatt mellomløsning",
    "desiredFrom": "Ønsket dato",
    "language": "Målform",
    "comment": "Kommentar",
    "externalReference": "Referanse",
}
WORDS = {
    "activate": "Bestilling",
    "change": "Endring",
    "deactivate": "Avslutning",
    "resource-schedule": "Ressurstimebok",
    "via-practitioner": "Via behandler",
    "nb": "Bokmål",
    "nn": "Nynorsk",
}
CODED = ("kind", "scheme", "language")


def labelled(fields: dict[str, Any]) -> dict[str, str]:
    """The fields of one order as a form has them: Norwegian labels, everything as text."""
    return {LABELS[name]: _text(name, value) for name, value in fields.items()}


def _text(name: str, value: Any) -> str:
    if name in CODED:
        return WORDS.get(value, value)
    if name == "contact":
        return str(value["name"])
    if name == "desiredFrom":
        year, month, day = value.split("-")
        return f"{day}.{month}.{year}"
    if isinstance(value, bool):
        return "Ja" if value else "Nei"
    return str(value)
