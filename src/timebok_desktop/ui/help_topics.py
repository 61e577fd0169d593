"""What the help opens on: the finding, the form or the page that the work is at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from timebok_desktop.domain.rules import RULES
from timebok_desktop.ui.help_library import KEYS, Address

if TYPE_CHECKING:
    from timebok_desktop.ui.main_window import MainWindow

PAGES: dict[str, Address] = {
    "orders": Address("arbeidsbordet", 2),
    "registry": Address("arbeidsbordet", 3),
    "configurations": Address("arbeidsbordet", 4),
    "exports": Address("arbeidsbordet", 5),
    "overview": Address("arbeidsbordet", 6),
    "log": Address("arbeidsbordet", 7),
    "settings": Address("arbeidsbordet", 8),
}
"""The section on each page of the window."""
PARTS: dict[str, Address] = {
    "letterSheet": Address("brev"),
    "tableEditor": Address("oppslagstabeller"),
    "ruleTable": Address("regler"),
    "partyTree": Address("her-id"),
    "packageTable": Address("eksportpakke"),
    "commandPalette": Address("arbeidsbordet", 1),
    "menuBar": Address(KEYS),
}
"""What has a page of its own, by object names."""
RULE_PROPERTY = "timebok_rule"
"""A widget that tells of a rule bears its code under this name."""


def topic(window: MainWindow) -> Address:
    """What the help is asked about now."""
    one: QWidget | None = window.focusWidget()
    while one is not None and one is not window:
        found = _of_part(one)
        if found is not None:
            return found
        one = one.parentWidget()
    return PAGES.get(window.current_page, PAGES["orders"])


def _of_part(part: QWidget) -> Address | None:
    rule = part.property(RULE_PROPERTY)
    if part.objectName() == "findingsList" and isinstance(part, QListWidget):
        item = part.currentItem()
        rule = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
    return Address(str(rule)) if rule in RULES else PARTS.get(part.objectName())
