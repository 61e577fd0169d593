"""What the evidence of a finding is called.

What the finding says in its own words is left out, and so is what only a program reads: keys and
codes that have no words here.
"""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QCoreApplication

from timebok_desktop.domain.findings import EvidenceValue, Finding
from timebok_desktop.domain.phrases import Language
from timebok_desktop.domain.places import in_words
from timebok_desktop.ui.orders.fields import has_title, title
from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP
from timebok_desktop.ui.wording import exact_date, grouped_her_id, grouped_organization_number

_WORDS: dict[str, str] = {
    "age_days": QT_TRANSLATE_NOOP("Evidence", "age in days"),
    "belongs_to": QT_TRANSLATE_NOOP("Evidence", "belongs to the category"),
    "known": QT_TRANSLATE_NOOP("Evidence", "known"),
    "limit_days": QT_TRANSLATE_NOOP("Evidence", "limit in days"),
    "municipalities": QT_TRANSLATE_NOOP("Evidence", "municipalities"),
    "municipality": QT_TRANSLATE_NOOP("Evidence", "municipality"),
    "orders": QT_TRANSLATE_NOOP("Evidence", "orders"),
    "owner": QT_TRANSLATE_NOOP("Evidence", "owner in AR"),
    "owner_name": QT_TRANSLATE_NOOP("Evidence", "owner's name"),
    "party_municipality": QT_TRANSLATE_NOOP("Evidence", "municipality in AR"),
    "party_municipality_name": QT_TRANSLATE_NOOP("Evidence", "municipality's name in AR"),
    "places": QT_TRANSLATE_NOOP("Evidence", "places"),
    "reason": QT_TRANSLATE_NOOP("Evidence", "the table of vendors"),
    "service_type": QT_TRANSLATE_NOOP("Evidence", "service type"),
    "service_type_text": QT_TRANSLATE_NOOP("Evidence", "service type in words"),
    "since": QT_TRANSLATE_NOOP("Evidence", "since"),
    "successor_names": QT_TRANSLATE_NOOP("Evidence", "successors' names"),
    "successors": QT_TRANSLATE_NOOP("Evidence", "successors"),
    "taken_on": QT_TRANSLATE_NOOP("Evidence", "taken on"),
    "valid_from": QT_TRANSLATE_NOOP("Evidence", "valid from"),
    "valid_to": QT_TRANSLATE_NOOP("Evidence", "valid to"),
    "where": QT_TRANSLATE_NOOP("Evidence", "where"),
}
_REASONS: dict[str, str] = {
    "not-in-table": QT_TRANSLATE_NOOP("Evidence", "does not have the vendor and system"),
    "integration-unknown": QT_TRANSLATE_NOOP(
        "Evidence", "has the system, with integration unknown"
    ),
}
_ONLY_FOR_PROGRAMS = frozenset({"had_interim_solution", "snapshot", "snapshot_taken_at"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def evidence_words(finding: Finding, language: Language) -> list[str]:
    """Each piece of evidence that the message does not give already, as `name: value`."""
    message = finding.phrase.text(language)
    told = []
    for name, value in finding.evidence.items():
        new = [
            said
            for one in (value if isinstance(value, tuple) else (value,))
            if (said := _value(name, one, language)) and not _says(message, str(one), said)
        ]
        if new and _has_words(name) and not _is_to_come(finding, name, value):
            told.append(f"{_name(name)}: {', '.join(new)}")
    return told


def _is_to_come(finding: Finding, name: str, value: EvidenceValue) -> bool:
    """An end that had not come when the extract was taken explains nothing; it may be open."""
    return name == "valid_to" and str(value) > str(finding.evidence.get("snapshot_taken_at", "~"))


def _has_words(name: str) -> bool:
    return name not in _ONLY_FOR_PROGRAMS and (name in _WORDS or has_title(name))


def _name(name: str) -> str:
    if name in _WORDS:
        return QCoreApplication.translate("Evidence", _WORDS[name])
    return title(name)


def _value(name: str, value: EvidenceValue, language: Language) -> str:
    if value is None or isinstance(value, bool | tuple):
        return ""
    text = str(value).strip()
    if name == "reason":
        return QCoreApplication.translate("Evidence", _REASONS[text]) if text in _REASONS else ""
    if name == "places":
        return in_words(text).text(language)
    if _DAY.fullmatch(text):
        return exact_date(date.fromisoformat(text))
    return grouped_her_id(text) if name == "her_id" else grouped_organization_number(text)


def _says(message: str, *spellings: str) -> bool:
    """Whether a text has one of these as words or numbers of their own."""
    return any(
        re.search(rf"(?<![\w.]){re.escape(one)}(?!\w|\.\d)", message, re.IGNORECASE)
        for one in spellings
        if one.strip()
    )
