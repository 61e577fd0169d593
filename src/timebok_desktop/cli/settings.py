"""`timebok settings ...`: the settings in force, who decided them, and changing them."""

from __future__ import annotations

from timebok_desktop.cli.output import Answer, columns
from timebok_desktop.cli.session import Session
from timebok_desktop.domain.errors import UsageError
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.services.settings import Origin, SettingRow

_ORIGINS: dict[Origin, Phrase] = {
    "default": Phrase("standard", "standard"),
    "workspace": Phrase("arbeidsmappen", "arbeidsmappa"),
    "administrator": Phrase("fastsatt av administrator", "fastsett av administrator"),
}


def list_settings(session: Session) -> Answer:
    """`settings list`."""
    rows = session.desk.setting_rows()
    fixed = session.desk.fixed_settings()
    document = {
        "workspace": str(session.office.workspace.folder),
        "workspace_fixed": fixed.workspace is not None,
        "administrator_file": str(session.machine.path) if fixed.path else None,
        "settings": [
            {"name": one.name, "value": one.value, "default": one.default, "origin": one.origin}
            for one in rows
        ],
    }
    lines = columns(
        [(one.name, _told(one), _ORIGINS[one.origin].text(session.language)) for one in rows]
    )
    return Answer(document, [*lines, str(fixed.path)] if fixed.path else lines)


def set_settings(session: Session) -> Answer:
    """`settings set NAME=VALUE...`."""
    changes = {}
    for change in session.arguments.changes:
        name, equals, text = change.partition("=")
        if not equals:
            raise UsageError(
                "«{change}» er ingen endring. Skriv NAVN=VERDI.",
                "«{change}» er inga endring. Skriv NAMN=VERDI.",
                change=change,
            )
        changes[name.strip()] = text
    session.desk.change_settings(changes, session.user)
    return list_settings(session)


def _told(row: SettingRow) -> str:
    if row.value is None or row.value == "":
        return "–"
    return str(row.value).lower() if isinstance(row.value, bool) else str(row.value)
