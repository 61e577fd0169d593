"""The way from a finding to the page of its rule in the help."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from timebok_desktop.ui.cards import button
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.help_topics import RULE_PROPERTY
from timebok_desktop.ui.plain import plain_tooltip


def way_to_rule(code: str, context: Context) -> QPushButton:
    """A quiet button that bears the code of a rule and opens its page."""
    words = QCoreApplication.translate("FindingCard", "What does the rule {code} say?")
    name = words.format(code=code)
    made = button(
        code, lambda: context.helpWanted.emit(f"regler.md#{code.lower()}"), look="quiet", name=name
    )
    made.setProperty(RULE_PROPERTY, code)
    made.setToolTip(plain_tooltip(name))
    return made
