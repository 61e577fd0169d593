"""The menu Tools: everything that is not done to an order."""

from __future__ import annotations

from timebok_desktop.ui.menus.record import ActionRecord
from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP

RECORDS: tuple[ActionRecord, ...] = (
    ActionRecord(
        "switchUserAction",
        QT_TRANSLATE_NOOP("Actions", "Switch caseworker …"),
        "tools",
        "Ctrl+Shift+U",
        "person",
    ),
    ActionRecord(
        "lockAction",
        QT_TRANSLATE_NOOP("Actions", "Lock the window"),
        "tools",
        "Ctrl+Shift+L",
        "lock",
    ),
    ActionRecord(
        "verifyPackageAction",
        QT_TRANSLATE_NOOP("Actions", "Check an export package …"),
        "tools",
        "Ctrl+Shift+P",
        "verify",
        page="exports",
    ),
    ActionRecord(
        "trustFileAction",
        QT_TRANSLATE_NOOP("Actions", "Save the public key …"),
        "tools",
        "Ctrl+Shift+T",
        "lock",
        page="exports",
    ),
    ActionRecord(
        "backupAction",
        QT_TRANSLATE_NOOP("Actions", "Back up …"),
        "tools",
        "Ctrl+Shift+B",
        "backup",
        page="settings",
    ),
)
