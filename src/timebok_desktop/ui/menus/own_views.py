"""The part of the menu View that deals with views of one's own."""

from __future__ import annotations

from timebok_desktop.ui.menus.record import ActionRecord
from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP

RECORDS: tuple[ActionRecord, ...] = tuple(
    ActionRecord(name, text, "view", keys, icon, page="orders")
    for name, text, keys, icon in (
        (
            "saveViewAction",
            QT_TRANSLATE_NOOP("Actions", "Save as a view of your own …"),
            "Ctrl+D",
            "source",
        ),
        (
            "changeViewAction",
            QT_TRANSLATE_NOOP("Actions", "Let your view be what the list shows"),
            "Ctrl+Shift+S",
            "source",
        ),
        (
            "renameViewAction",
            QT_TRANSLATE_NOOP("Actions", "Rename your view …"),
            "Shift+F2",
            "source",
        ),
        (
            "deleteViewAction",
            QT_TRANSLATE_NOOP("Actions", "Delete your view"),
            "Ctrl+Shift+Del",
            "close",
        ),
        (
            "shareViewAction",
            QT_TRANSLATE_NOOP("Actions", "Save your view as a file …"),
            "Ctrl+Shift+V",
            "source",
        ),
        (
            "openViewAction",
            QT_TRANSLATE_NOOP("Actions", "Open a view from a file …"),
            "Ctrl+Shift+J",
            "import",
        ),
    )
)
