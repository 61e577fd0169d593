"""The menu View: where to look."""

from __future__ import annotations

from timebok_desktop.ui.menus.record import ActionRecord
from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP

RECORDS: tuple[ActionRecord, ...] = (
    ActionRecord("backAction", QT_TRANSLATE_NOOP("Actions", "Back"), "view", "Alt+Left", "back"),
    ActionRecord(
        "forwardAction", QT_TRANSLATE_NOOP("Actions", "Forward"), "view", "Alt+Right", "next"
    ),
    ActionRecord(
        "ordersPageAction", QT_TRANSLATE_NOOP("Actions", "Orders"), "view", "Ctrl+1", "orders"
    ),
    ActionRecord(
        "registryPageAction", QT_TRANSLATE_NOOP("Actions", "Registry"), "view", "Ctrl+2", "registry"
    ),
    ActionRecord(
        "configurationsPageAction",
        QT_TRANSLATE_NOOP("Actions", "Configurations"),
        "view",
        "Ctrl+3",
        "configurations",
    ),
    ActionRecord(
        "exportsPageAction", QT_TRANSLATE_NOOP("Actions", "Exports"), "view", "Ctrl+4", "exports"
    ),
    ActionRecord(
        "overviewPageAction", QT_TRANSLATE_NOOP("Actions", "Overview"), "view", "Ctrl+5", "overview"
    ),
    ActionRecord("logPageAction", QT_TRANSLATE_NOOP("Actions", "Log"), "view", "Ctrl+6", "log"),
    ActionRecord(
        "settingsPageAction", QT_TRANSLATE_NOOP("Actions", "Settings"), "view", "Ctrl+7", "settings"
    ),
    ActionRecord(
        "findAction",
        QT_TRANSLATE_NOOP("Actions", "Search"),
        "view",
        "Ctrl+F",
        "search",
        page="orders",
    ),
    ActionRecord(
        "paletteAction", QT_TRANSLATE_NOOP("Actions", "Find your way …"), "view", "Ctrl+K", "more"
    ),
    ActionRecord(
        "columnsAction",
        QT_TRANSLATE_NOOP("Actions", "Columns of the list …"),
        "view",
        "Ctrl+Shift+C",
        page="orders",
    ),
    ActionRecord(
        "onlyUnreadAction",
        QT_TRANSLATE_NOOP("Actions", "Only unread orders or all"),
        "view",
        "Ctrl+F7",
        page="orders",
    ),
    ActionRecord(
        "onlyHeldLongAction",
        QT_TRANSLATE_NOOP("Actions", "Only cases held for long or all"),
        "view",
        "Ctrl+F9",
        page="orders",
    ),
    ActionRecord(
        "groupAction",
        QT_TRANSLATE_NOOP("Actions", "Grouped by municipality or not"),
        "view",
        "F9",
        page="orders",
    ),
    ActionRecord(
        "compactAction",
        QT_TRANSLATE_NOOP("Actions", "Compact rows or usual ones"),
        "view",
        "Ctrl+Shift+M",
        page="orders",
    ),
    ActionRecord(
        "languageAction",
        QT_TRANSLATE_NOOP("Actions", "Change language"),
        "view",
        "Ctrl+Shift+N",
        "language",
    ),
    ActionRecord(
        "themeAction",
        QT_TRANSLATE_NOOP("Actions", "Light, dark or high contrast"),
        "view",
        "Ctrl+Shift+D",
        "theme",
    ),
)
