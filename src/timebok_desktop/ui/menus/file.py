"""The menu File: what comes in and goes out."""

from __future__ import annotations

from timebok_desktop.ui.menus.record import ActionRecord
from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP

RECORDS: tuple[ActionRecord, ...] = (
    ActionRecord(
        "importAction",
        QT_TRANSLATE_NOOP("Actions", "Import orders …"),
        "file",
        "Ctrl+O",
        "import",
        page="orders",
    ),
    ActionRecord(
        "importRegistryAction",
        QT_TRANSLATE_NOOP("Actions", "Import registry extract …"),
        "file",
        "Ctrl+Shift+R",
        "registry",
        page="registry",
    ),
    ActionRecord(
        "importReceiptAction",
        QT_TRANSLATE_NOOP("Actions", "Import receipt …"),
        "file",
        "Ctrl+Shift+K",
        "import",
        page="exports",
    ),
    ActionRecord(
        "importConfigurationsAction",
        QT_TRANSLATE_NOOP("Actions", "Import configurations …"),
        "file",
        "Ctrl+Shift+F",
        "configurations",
        page="configurations",
    ),
    ActionRecord(
        "exportAction",
        QT_TRANSLATE_NOOP("Actions", "Export changes …"),
        "file",
        "Ctrl+E",
        "export",
        page="exports",
    ),
    ActionRecord(
        "exportFullAction",
        QT_TRANSLATE_NOOP("Actions", "Export everything …"),
        "file",
        "Ctrl+Shift+E",
        "exports",
        page="exports",
    ),
    ActionRecord(
        "saveListAction",
        QT_TRANSLATE_NOOP("Actions", "Save the list …"),
        "file",
        "Ctrl+S",
        "source",
        page="orders",
    ),
    ActionRecord("quitAction", QT_TRANSLATE_NOOP("Actions", "Quit"), "file", "Ctrl+Q", "close"),
)
