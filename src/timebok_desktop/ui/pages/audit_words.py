"""What the log's codes are called on the screen. A code that nobody named is shown as it is."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from timebok_desktop.domain.codes import STATUS_WORDS
from timebok_desktop.domain.phrases import Language
from timebok_desktop.domain.workflow import DECISION_WORDS
from timebok_desktop.ui.pages.table_words import cell_words

_ACTIONS: dict[str, Any] = {
    "received": QT_TRANSLATE_NOOP("AuditWords", "Order received"),
    "superseded": QT_TRANSLATE_NOOP("AuditWords", "Order superseded"),
    "amended": QT_TRANSLATE_NOOP("AuditWords", "Order amended"),
    "verified": QT_TRANSLATE_NOOP("AuditWords", "Orders verified"),
    "exported": QT_TRANSLATE_NOOP("AuditWords", "Order exported"),
    "receipt": QT_TRANSLATE_NOOP("AuditWords", "Receipt for the order"),
    "package-written": QT_TRANSLATE_NOOP("AuditWords", "Package written"),
    "list-saved": QT_TRANSLATE_NOOP("AuditWords", "List saved"),
    "file-imported": QT_TRANSLATE_NOOP("AuditWords", "File imported"),
    "file-refused": QT_TRANSLATE_NOOP("AuditWords", "File refused"),
    "registry-imported": QT_TRANSLATE_NOOP("AuditWords", "AR snapshot imported"),
    "registry-supplemented": QT_TRANSLATE_NOOP("AuditWords", "AR snapshot supplemented"),
    "configurations-imported": QT_TRANSLATE_NOOP("AuditWords", "Configurations imported"),
    "table-replaced": QT_TRANSLATE_NOOP("AuditWords", "Reference table replaced"),
    "settings-saved": QT_TRANSLATE_NOOP("AuditWords", "Settings saved"),
    "letter-saved": QT_TRANSLATE_NOOP("AuditWords", "Letter saved"),
    "handed-over": QT_TRANSLATE_NOOP("AuditWords", "Handed over"),
    "note-added": QT_TRANSLATE_NOOP("AuditWords", "Note written"),
    "tables-added": QT_TRANSLATE_NOOP("AuditWords", "Reference tables added"),
    "original-saved": QT_TRANSLATE_NOOP("AuditWords", "Original saved as a file"),
    "original-viewed": QT_TRANSLATE_NOOP("AuditWords", "Original looked into at a value"),
    "contact-deleted": QT_TRANSLATE_NOOP("AuditWords", "Contact data deleted"),
    "retention": QT_TRANSLATE_NOOP("AuditWords", "Contact data deleted after the set time"),
    "person-exported": QT_TRANSLATE_NOOP("AuditWords", "Asked what is stored about a person"),
    "caseworker-key-made": QT_TRANSLATE_NOOP("AuditWords", "Caseworker's key made"),
    "caseworker-key-refused": QT_TRANSLATE_NOOP("AuditWords", "Caseworker's key not opened"),
    "store-rekeyed": QT_TRANSLATE_NOOP("AuditWords", "Keys of the workspace changed"),
    "store-passphrase-changed": QT_TRANSLATE_NOOP("AuditWords", "Recovery passphrase changed"),
    "clock-set-back": QT_TRANSLATE_NOOP("AuditWords", "The machine's clock was set back"),
    "clock-far-ahead": QT_TRANSLATE_NOOP("AuditWords", "The machine's clock went far ahead"),
    "workspace-made": QT_TRANSLATE_NOOP("AuditWords", "Workspace made"),
}
_DETAILS: dict[str, Any] = {
    "letter": QT_TRANSLATE_NOOP("AuditWords", "Letter no."),
    "note": QT_TRANSLATE_NOOP("AuditWords", "Note no."),
    "deadline": QT_TRANSLATE_NOOP("AuditWords", "Deadline"),
    "language": QT_TRANSLATE_NOOP("AuditWords", "Language"),
    "format": QT_TRANSLATE_NOOP("AuditWords", "Format"),
    "from": QT_TRANSLATE_NOOP("AuditWords", "From"),
    "to": QT_TRANSLATE_NOOP("AuditWords", "To"),
    "reason": QT_TRANSLATE_NOOP("AuditWords", "Reason"),
    "overrides": QT_TRANSLATE_NOOP("AuditWords", "Reasons for warnings"),
    "decision": QT_TRANSLATE_NOOP("AuditWords", "Decision no."),
    "changes": QT_TRANSLATE_NOOP("AuditWords", "Changes"),
    "package": QT_TRANSLATE_NOOP("AuditWords", "Package"),
    "sequence": QT_TRANSLATE_NOOP("AuditWords", "Package no."),
    "file": QT_TRANSLATE_NOOP("AuditWords", "File"),
    "at": QT_TRANSLATE_NOOP("AuditWords", "Place in the file"),
    "orders": QT_TRANSLATE_NOOP("AuditWords", "Orders"),
    "refused": QT_TRANSLATE_NOOP("AuditWords", "Refused"),
    "outcome": QT_TRANSLATE_NOOP("AuditWords", "Outcome"),
    "counts": QT_TRANSLATE_NOOP("AuditWords", "Outcomes"),
    "snapshot": QT_TRANSLATE_NOOP("AuditWords", "AR snapshot no."),
    "taken_at": QT_TRANSLATE_NOOP("AuditWords", "Taken"),
    "parties": QT_TRANSLATE_NOOP("AuditWords", "Parties"),
    "sha256": QT_TRANSLATE_NOOP("AuditWords", "SHA-256"),
    "table": QT_TRANSLATE_NOOP("AuditWords", "Table"),
    "rows": QT_TRANSLATE_NOOP("AuditWords", "Rows"),
    "kind": QT_TRANSLATE_NOOP("AuditWords", "Kind"),
    "municipality": QT_TRANSLATE_NOOP("AuditWords", "Municipality"),
    "her_id": QT_TRANSLATE_NOOP("AuditWords", "HER-id"),
    "category": QT_TRANSLATE_NOOP("AuditWords", "Category"),
    "before": QT_TRANSLATE_NOOP("AuditWords", "The entry before"),
    "kinds": QT_TRANSLATE_NOOP("AuditWords", "Kinds of data"),
    "caseworker": QT_TRANSLATE_NOOP("AuditWords", "Caseworker"),
    "key": QT_TRANSLATE_NOOP("AuditWords", "Key"),
    "instead_of": QT_TRANSLATE_NOOP("AuditWords", "Instead of"),
    "days": QT_TRANSLATE_NOOP("AuditWords", "Days"),
    "bytes": QT_TRANSLATE_NOOP("AuditWords", "Bytes"),
    "why": QT_TRANSLATE_NOOP("AuditWords", "Why"),
    "tables": QT_TRANSLATE_NOOP("AuditWords", "Tables"),
    "by": QT_TRANSLATE_NOOP("AuditWords", "By"),
    "ok": QT_TRANSLATE_NOOP("AuditWords", "Confirmed"),
    "message": QT_TRANSLATE_NOOP("AuditWords", "Message"),
    "configurations": QT_TRANSLATE_NOOP("AuditWords", "Configurations"),
}
_DECISIONS = {action.value: words for action, words in DECISION_WORDS.items()}
_STATUSES = {status.value: words for status, words in STATUS_WORDS.items()}


def action_words(code: str, language: Language) -> str:
    """What was done, in words."""
    if code in _DECISIONS:
        return _DECISIONS[code].text(language)
    known = _ACTIONS.get(code)
    return QCoreApplication.translate("AuditWords", known) if known else code


def detail_words(name: str, value: object, language: Language) -> tuple[str, str]:
    """One recorded detail: what it is called, and its value."""
    known = _DETAILS.get(name)
    title = QCoreApplication.translate("AuditWords", known) if known else name
    if name in ("from", "to") and value in _STATUSES:
        return title, _STATUSES[str(value)].text(language)
    if isinstance(value, bool):
        return title, cell_words("yes" if value else "no")
    if isinstance(value, str):
        return title, value
    return title, json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
