"""The commands and their shortcuts as help shows them: made from the commands themselves."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from timebok_desktop.ui.actions import MENUS, RECORDS, Actions, menu_title
from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP

_COLUMNS = (
    QT_TRANSLATE_NOOP("HelpKeys", "Command"),
    QT_TRANSLATE_NOOP("HelpKeys", "Shortcut"),
    QT_TRANSLATE_NOOP("HelpKeys", "In the list"),
)


def keys_in_words(actions: Actions) -> str:
    """Every command below its menu, with its shortcut and its letter, as Markdown."""
    lines: list[str] = []
    for menu, title in MENUS:
        records = [record for record in RECORDS if record.menu == menu]
        width = 3 if any(actions.keys.letter(record.name) for record in records) else 2
        lines += ["", f"## {menu_title(title).replace('&', '')}", ""]
        lines.append(_row(*[_said(one) for one in _COLUMNS][:width]))
        lines.append(_row(*["---"] * width))
        for record in records:
            action = actions[record.name]
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            cells = (action.text().replace("&", ""), _kept(keys), actions.keys.letter(record.name))
            lines.append(_row(*cells[:width]))
    return "\n".join([*lines, ""])


def _said(text: str) -> str:
    return QCoreApplication.translate("HelpKeys", text)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _kept(keys: str) -> str:
    """Signs that Markdown reads stay signs."""
    return "".join(f"\\{sign}" if sign in "\\|*_`[]<>" else sign for sign in keys)
