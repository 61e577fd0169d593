"""The sections of the settings page in their order. Light, for whoever only leads there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP

SECTIONS: tuple[tuple[str, str], ...] = (
    ("general", QT_TRANSLATE_NOOP("SettingsPage", "General")),
    ("caseworker", QT_TRANSLATE_NOOP("SettingsPage", "Caseworker")),
    ("tables", QT_TRANSLATE_NOOP("SettingsPage", "Reference tables")),
    ("store", QT_TRANSLATE_NOOP("SettingsPage", "Backup and store")),
    ("rules", QT_TRANSLATE_NOOP("SettingsPage", "Rules")),
    ("keys", QT_TRANSLATE_NOOP("SettingsPage", "Keyboard")),
)


def section_titles() -> tuple[tuple[str, str], ...]:
    """Keys and titles in the language now installed."""
    return tuple(
        (key, QCoreApplication.translate("SettingsPage", title)) for key, title in SECTIONS
    )
