"""The names of an order's fields: in JSON, and as labels of columns and lines.

One table for readers and messages. Knows no file format and reads no values.
"""

from __future__ import annotations

from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.phrases import Phrase, same

REQUIRED_FIELDS = ("kind", "municipality_number", "organization_number", "her_id", "category")
"""What an order is accepted on; of municipality and organisation number one is enough."""

JSON_NAMES = {
    "kind": "kind",
    "scheme": "scheme",
    "municipality_number": "municipalityNumber",
    "municipality_name": "municipalityName",
    "organization_number": "organizationNumber",
    "her_id": "herId",
    "category": "category",
    "form": "form",
    "vendor": "vendor",
    "system": "system",
    "contact_name": "contact/name",
    "contact_email": "contact/email",
    "contact_phone": "contact/phone",
    "contact_role": "contact/role",
    "had_interim_solution": "hadInterimSolution",
    "desired_from": "desiredFrom",
    "language": "language",
    "comment": "comment",
    "external_reference": "externalReference",
    "submitted_at": "submittedAt",
}
"""Name in JSON per field, as a JSON pointer below the order."""

LABELS = {
    "kind": same("Gjelder"),
    "scheme": same("Ordning"),
    "municipality_number": same("Kommunenummer"),
    "municipality_name": same("Kommune"),
    "organization_number": same("Organisasjonsnummer"),
    "her_id": same("HER-id"),
    "category": same("Timebok-kategori"),
    "form": same("Skjema"),
    "vendor": same("Journalleverandør"),
    "system": same("Journalsystem"),
    "contact_name": same("Kontaktperson"),
    "contact_email": same("E-post"),
    "contact_phone": same("Telefon"),
    "contact_role": same("Rolle"),
    "had_interim_solution": Phrase("Har hatt mellomløsning", "Har hatt mellomløysing"),
    "desired_from": Phrase("Ønsket dato", "Ønskt dato"),
    "language": same("Målform"),
    "comment": same("Kommentar"),
    "external_reference": same("Referanse"),
    "submitted_at": same("Innsendt"),
}
"""The label per field on the order form."""

PROTECTED = "timebok-order/1"
"""The name of a column without cells that lists of ours have in CSV. It tells that a cell that a
spreadsheet could take for a formula has an apostrophe in front which is not part of it."""

_ALSO_WRITTEN = {
    "Gjeld": "kind",
    "Ønska dato": "desired_from",
    "Har hatt mellomløysning": "had_interim_solution",
    "Innsend": "submitted_at",
    "Epost": "contact_email",
    "Timebokkategori": "category",
}


def _by_label() -> dict[str, str]:
    found = {squeezed(label): field for label, field in _ALSO_WRITTEN.items()}
    for field, name in JSON_NAMES.items():
        found[squeezed(name.replace("/", "."))] = field
        found[squeezed(name.replace("/", ""))] = field
    for field, label in LABELS.items():
        found[squeezed(label.text("nb"))] = field
        found[squeezed(label.text("nn"))] = field
    return found


_BY_LABEL = _by_label()
_HYPHENS = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2212), "-") | {0xAD: None}
"""What word processors and mail programs put in the place of a hyphen."""


def field_of(label: str) -> str | None:
    """The field that a column label, line label or JSON name stands for, or None."""
    return _BY_LABEL.get(squeezed(label.translate(_HYPHENS)))


def label_of(field: str) -> str:
    """The field's label as places in files write it."""
    return LABELS[field].text("nb")
