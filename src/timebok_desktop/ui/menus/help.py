"""The menu Help."""

from __future__ import annotations

from timebok_desktop.ui.menus.record import ActionRecord
from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP

RECORDS: tuple[ActionRecord, ...] = (
    ActionRecord("helpAction", QT_TRANSLATE_NOOP("Actions", "Help"), "help", "F1", "help"),
    ActionRecord(
        "firstStepsAction",
        QT_TRANSLATE_NOOP("Actions", "Getting started"),
        "help",
        "Alt+F1",
        "next",
    ),
    ActionRecord(
        "tourAction",
        QT_TRANSLATE_NOOP("Actions", "Guided tour"),
        "help",
        "Ctrl+Shift+I",
        "overview",
    ),
    ActionRecord(
        "trainingAction",
        QT_TRANSLATE_NOOP("Actions", "Training"),
        "help",
        "Ctrl+Shift+Y",
        "edit",
    ),
    ActionRecord(
        "newsAction",
        QT_TRANSLATE_NOOP("Actions", "What is new"),
        "help",
        "Ctrl+Shift+F1",
        "status-note",
    ),
    ActionRecord(
        "technicalAction",
        QT_TRANSLATE_NOOP("Actions", "Technical information …"),
        "help",
        "Ctrl+F1",
        "settings",
    ),
    ActionRecord(
        "aboutAction", QT_TRANSLATE_NOOP("Actions", "About Timebok"), "help", "Shift+F1", "person"
    ),
)
