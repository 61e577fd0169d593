"""Every command of the window, declared once: name, text, shortcut, icon, menu. Single letters
belong to the list of orders alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class ActionRecord:
    """One command. `letter` triggers it while the list of orders has the focus; `page` is the key
    of the page that carries it out (see `Page.commands`), "" where the window does.
    """

    name: str
    text: str
    menu: str
    shortcut: str
    icon: str = ""
    letter: str = ""
    page: str = ""


MENUS: tuple[tuple[str, str], ...] = (
    ("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("order", QT_TRANSLATE_NOOP("Actions", "&Order")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("tools", QT_TRANSLATE_NOOP("Actions", "&Tools")),
    ("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)

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
    ActionRecord(
        "approveAction",
        QT_TRANSLATE_NOOP("Actions", "Approve and next"),
        "order",
        "Ctrl+Return",
        "approve",
        "A",
        page="orders",
    ),
    ActionRecord(
        "requestInformationAction",
        QT_TRANSLATE_NOOP("Actions", "Request information …"),
        "order",
        "Ctrl+I",
        "question",
        "I",
        page="orders",
    ),
    ActionRecord(
        "holdAction",
        QT_TRANSLATE_NOOP("Actions", "Put on hold …"),
        "order",
        "Ctrl+H",
        "pause",
        "H",
        page="orders",
    ),
    ActionRecord(
        "rejectAction",
        QT_TRANSLATE_NOOP("Actions", "Reject …"),
        "order",
        "Ctrl+R",
        "reject",
        "R",
        page="orders",
    ),
    ActionRecord(
        "undoAction",
        QT_TRANSLATE_NOOP("Actions", "Undo the decision"),
        "order",
        "Ctrl+Z",
        "undo",
        "U",
        page="orders",
    ),
    ActionRecord(
        "nextAction",
        QT_TRANSLATE_NOOP("Actions", "Next order"),
        "order",
        "Ctrl+Down",
        "next",
        "J",
        page="orders",
    ),
    ActionRecord(
        "previousAction",
        QT_TRANSLATE_NOOP("Actions", "Previous order"),
        "order",
        "Ctrl+Up",
        "back",
        "K",
        page="orders",
    ),
    ActionRecord(
        "claimAction",
        QT_TRANSLATE_NOOP("Actions", "Take the case"),
        "order",
        "Ctrl+T",
        "person",
        "T",
        page="orders",
    ),
    ActionRecord(
        "releaseAction",
        QT_TRANSLATE_NOOP("Actions", "Release the case"),
        "order",
        "Ctrl+Shift+G",
        page="orders",
    ),
    ActionRecord(
        "withdrawAction",
        QT_TRANSLATE_NOOP("Actions", "Withdraw …"),
        "order",
        "Ctrl+Shift+W",
        page="orders",
    ),
    ActionRecord(
        "reopenAction",
        QT_TRANSLATE_NOOP("Actions", "Reopen …"),
        "order",
        "Ctrl+Shift+O",
        page="orders",
    ),
    ActionRecord(
        "letterAction",
        QT_TRANSLATE_NOOP("Actions", "Write a letter …"),
        "order",
        "Ctrl+L",
        "letter",
        "L",
        page="orders",
    ),
    ActionRecord(
        "noteAction",
        QT_TRANSLATE_NOOP("Actions", "Write a note …"),
        "order",
        "Ctrl+N",
        "edit",
        "N",
        page="orders",
    ),
    ActionRecord(
        "amendAction",
        QT_TRANSLATE_NOOP("Actions", "Amend the order …"),
        "order",
        "F2",
        "edit",
        "E",
        page="orders",
    ),
    ActionRecord(
        "sourceAction",
        QT_TRANSLATE_NOOP("Actions", "Show the source"),
        "order",
        "Ctrl+U",
        "source",
        "S",
        page="orders",
    ),
    ActionRecord(
        "approveClearAction",
        QT_TRANSLATE_NOOP("Actions", "Approve all clear orders …"),
        "order",
        "Ctrl+Shift+A",
        "approve",
        page="orders",
    ),
    ActionRecord(
        "verifyAction",
        QT_TRANSLATE_NOOP("Actions", "Verify"),
        "order",
        "F5",
        "verify",
        "V",
        page="orders",
    ),
    ActionRecord(
        "verifyAllAction",
        QT_TRANSLATE_NOOP("Actions", "Verify all orders again"),
        "order",
        "Shift+F5",
        "verify",
        page="orders",
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
        "paletteAction", QT_TRANSLATE_NOOP("Actions", "All commands"), "view", "Ctrl+K", "more"
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
        QT_TRANSLATE_NOOP("Actions", "Light or dark"),
        "view",
        "Ctrl+Shift+D",
        "theme",
    ),
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
    ActionRecord("helpAction", QT_TRANSLATE_NOOP("Actions", "Help"), "help", "F1", "help"),
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
