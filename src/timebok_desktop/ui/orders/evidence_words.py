"""What the evidence of a finding is called; what is told in the finding's own words is left out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from timebok_desktop.domain.findings import EvidenceValue, Finding
from timebok_desktop.ui.orders.fields import has_title, title
from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP
from timebok_desktop.ui.wording import grouped_her_id, grouped_organization_number

_WORDS: dict[str, str] = {
    "active": QT_TRANSLATE_NOOP("Evidence", "active"),
    "age_days": QT_TRANSLATE_NOOP("Evidence", "age in days"),
    "known": QT_TRANSLATE_NOOP("Evidence", "known"),
    "limit_days": QT_TRANSLATE_NOOP("Evidence", "limit in days"),
    "looks_like": QT_TRANSLATE_NOOP("Evidence", "looks like"),
    "municipalities": QT_TRANSLATE_NOOP("Evidence", "municipalities"),
    "municipality": QT_TRANSLATE_NOOP("Evidence", "municipality"),
    "name": QT_TRANSLATE_NOOP("Evidence", "name in AR"),
    "order": QT_TRANSLATE_NOOP("Evidence", "order"),
    "orders": QT_TRANSLATE_NOOP("Evidence", "orders"),
    "owner": QT_TRANSLATE_NOOP("Evidence", "owner in AR"),
    "owner_name": QT_TRANSLATE_NOOP("Evidence", "owner's name"),
    "party_municipality": QT_TRANSLATE_NOOP("Evidence", "municipality in AR"),
    "party_municipality_name": QT_TRANSLATE_NOOP("Evidence", "municipality's name in AR"),
    "places": QT_TRANSLATE_NOOP("Evidence", "places"),
    "reason": QT_TRANSLATE_NOOP("Evidence", "reason"),
    "references": QT_TRANSLATE_NOOP("Evidence", "orders"),
    "service_type": QT_TRANSLATE_NOOP("Evidence", "service type"),
    "service_type_text": QT_TRANSLATE_NOOP("Evidence", "service type in words"),
    "since": QT_TRANSLATE_NOOP("Evidence", "since"),
    "successor_names": QT_TRANSLATE_NOOP("Evidence", "successors' names"),
    "successors": QT_TRANSLATE_NOOP("Evidence", "successors"),
    "taken_on": QT_TRANSLATE_NOOP("Evidence", "taken on"),
    "type": QT_TRANSLATE_NOOP("Evidence", "type in AR"),
    "valid_from": QT_TRANSLATE_NOOP("Evidence", "valid from"),
    "valid_to": QT_TRANSLATE_NOOP("Evidence", "valid to"),
    "where": QT_TRANSLATE_NOOP("Evidence", "where"),
}
_SAID_ELSEWHERE = frozenset({"snapshot", "snapshot_taken_at", "includes_deactivated"})


def evidence_words(finding: Finding) -> list[str]:
    """Each piece of evidence as `name: value`."""
    return [
        f"{_name(name)}: {_value(name, value)}"
        for name, value in finding.evidence.items()
        if name not in _SAID_ELSEWHERE and value not in (None, "", ())
    ]


def _name(name: str) -> str:
    if name in _WORDS:
        return QCoreApplication.translate("Evidence", _WORDS[name])
    return title(name) if has_title(name) else name.replace("_", " ")


def _value(name: str, value: EvidenceValue) -> str:
    if isinstance(value, bool):
        return QCoreApplication.translate("Fields", "Yes" if value else "No")
    if isinstance(value, tuple):
        return ", ".join(_value(name, one) for one in value)
    if name == "her_id":
        return grouped_her_id(str(value))
    return grouped_organization_number(str(value)) if name != "reason" else str(value)
