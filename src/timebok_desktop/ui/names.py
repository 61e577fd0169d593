"""Gives a name to whatever takes the focus and says it only by its looks.

Assistive technology asks for the accessible name; Qt falls back on texts for some widgets only.
"""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QLineEdit, QTabBar, QWidget


def name_the_rest(root: QWidget) -> None:
    """Name the nameless below `root`: buttons by their text, parts of a widget by the whole."""
    for button in root.findChildren(QAbstractButton):
        if not button.accessibleName():
            button.setAccessibleName(button.text().replace("&&", "&"))
    for number in root.findChildren(QAbstractSpinBox):
        for field in number.findChildren(QLineEdit):
            field.setAccessibleName(field.accessibleName() or number.accessibleName())
    for tabs in root.findChildren(QTabBar):
        if not tabs.accessibleName():
            tabs.setAccessibleName(", ".join(tabs.tabText(at) for at in range(tabs.count())))
