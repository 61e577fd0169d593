"""What the columns of the reference tables and their choices are called on the screen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_COLUMNS: dict[str, Any] = {
    "category": QT_TRANSLATE_NOOP("TableWords", "Category"),
    "name": QT_TRANSLATE_NOOP("TableWords", "Name"),
    "form_required": QT_TRANSLATE_NOOP("TableWords", "Form required"),
    "active": QT_TRANSLATE_NOOP("TableWords", "In use"),
    "code": QT_TRANSLATE_NOOP("TableWords", "Code"),
    "sends_answers": QT_TRANSLATE_NOOP("TableWords", "Sends answers"),
    "valid_from": QT_TRANSLATE_NOOP("TableWords", "Valid from"),
    "valid_to": QT_TRANSLATE_NOOP("TableWords", "Valid to"),
    "vendor": QT_TRANSLATE_NOOP("TableWords", "Vendor"),
    "system": QT_TRANSLATE_NOOP("TableWords", "Journal system"),
    "integrated": QT_TRANSLATE_NOOP("TableWords", "Integrated"),
    "receives_answers": QT_TRANSLATE_NOOP("TableWords", "Receives answers"),
    "integrated_via_practitioner": QT_TRANSLATE_NOOP("TableWords", "Integrated via practitioner"),
    "code_list": QT_TRANSLATE_NOOP("TableWords", "Code list"),
    "municipality_number": QT_TRANSLATE_NOOP("TableWords", "Number"),
    "official_names": QT_TRANSLATE_NOOP("TableWords", "Official names"),
    "county_number": QT_TRANSLATE_NOOP("TableWords", "County no."),
    "county": QT_TRANSLATE_NOOP("TableWords", "County"),
    "organization_number": QT_TRANSLATE_NOOP("TableWords", "Organisation number"),
    "organization_name": QT_TRANSLATE_NOOP("TableWords", "Organisation name"),
    "longitude": QT_TRANSLATE_NOOP("TableWords", "Longitude"),
    "latitude": QT_TRANSLATE_NOOP("TableWords", "Latitude"),
    "valid_from_year": QT_TRANSLATE_NOOP("TableWords", "From year"),
    "valid_to_year": QT_TRANSLATE_NOOP("TableWords", "To year"),
    "successors": QT_TRANSLATE_NOOP("TableWords", "Successors"),
    "note": QT_TRANSLATE_NOOP("TableWords", "Note"),
    "language": QT_TRANSLATE_NOOP("TableWords", "Language form"),
    "rule": QT_TRANSLATE_NOOP("TableWords", "Rule"),
    "nb": QT_TRANSLATE_NOOP("TableWords", "Text in bokmål"),
    "nn": QT_TRANSLATE_NOOP("TableWords", "Text in nynorsk"),
}
_CHOICES: dict[str, Any] = {
    "yes": QT_TRANSLATE_NOOP("TableWords", "yes"),
    "no": QT_TRANSLATE_NOOP("TableWords", "no"),
    "unknown": QT_TRANSLATE_NOOP("TableWords", "unknown"),
    "nb": QT_TRANSLATE_NOOP("TableWords", "bokmål"),
    "nn": QT_TRANSLATE_NOOP("TableWords", "nynorsk"),
    "neutral": QT_TRANSLATE_NOOP("TableWords", "neutral"),
}


def column_words(name: str) -> str:
    """The title of a column; a column that nobody named keeps its name."""
    known = _COLUMNS.get(name)
    return QCoreApplication.translate("TableWords", known) if known else name


def cell_words(choice: str) -> str:
    """A choice in words; anything else as it stands."""
    known = _CHOICES.get(choice)
    return QCoreApplication.translate("TableWords", known) if known else choice
