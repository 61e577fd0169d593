"""What is at stake with everything that can be done in the window, declared once.

What changes nothing or can be taken back is done at the first stroke. What is for good is asked
about in the same place and takes a second stroke (`ask_for_good`), wherever it was begun.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from timebok_desktop.ui.cards import Notice

LOSES_NOTHING: frozenset[str] = frozenset(
    {
        "quitAction",  # what must not be lost is waited for: `ui.farewell`
        # files of one's own, written beside the store
        "saveListAction",
        "shareViewAction",
        "trustFileAction",
        "backupAction",
        # worked out anew from what is kept
        "verifyAction",
        "verifyAllAction",
        # looking, going, and the look of the window
        "nextAction",
        "previousAction",
        "nextFindingAction",
        "previousFindingAction",
        "fieldAction",
        "sourceAction",
        "citizenAction",
        "openViewAction",
        "switchUserAction",
        "lockAction",
        "verifyPackageAction",
        "backAction",
        "forwardAction",
        "ordersPageAction",
        "registryPageAction",
        "configurationsPageAction",
        "exportsPageAction",
        "overviewPageAction",
        "logPageAction",
        "settingsPageAction",
        "findAction",
        "paletteAction",
        "columnsAction",
        "groupAction",
        "onlyUnreadAction",
        "onlyHeldLongAction",
        "compactAction",
        "languageAction",
        "themeAction",
        "helpAction",
        "firstStepsAction",
        "tourAction",
        "trainingAction",
        "newsAction",
        "technicalAction",
        "aboutAction",
    }
)
"""Actions that change nothing in the store, or nothing that does not come back by itself."""

UNDONE_BY: Mapping[str, str] = {
    "importAction": "withdrawAction",
    "importRegistryAction": "importRegistryAction",  # the extract of before, once more
    "approveAction": "undoAction",
    "approveClearAction": "undoAction",
    "requestInformationAction": "undoAction",
    "holdAction": "undoAction",
    "rejectAction": "undoAction",
    "withdrawAction": "undoAction",
    "reopenAction": "undoAction",
    "undoAction": "approveAction",  # or any other decision, made again
    "claimAction": "releaseAction",
    "releaseAction": "claimAction",
    "handOverAction": "handOverAction",
    "amendAction": "amendAction",  # what was sent is kept beside it
    "letterAction": "letterAction",  # nothing is sent; another one takes its place
    "noteAction": "noteAction",  # the next one puts it right; none is ever lost
    "markReadAction": "markUnreadAction",
    "markUnreadAction": "markReadAction",
    "saveViewAction": "deleteViewAction",
    "renameViewAction": "renameViewAction",
    "changeViewAction": "message",
    "deleteViewAction": "message",
    "throw away drafts": "message",
    "usual keys for all": "message",
    "save a table": "message",
    "replace a table": "message",
    "save settings": "save settings",
}
"""What takes an action back: another action, or the button of the `message` that tells of it."""

YES = "J"
"""The letter of the second stroke: «ja» in both languages."""

FOR_GOOD: frozenset[str] = frozenset(
    {
        "exportAction",
        "exportFullAction",
        "importReceiptAction",
        "importConfigurationsAction",
        "delete contact data sooner",
        "restore a backup",
    }
)
"""What nothing takes back."""


def ask_for_good(
    notice: Notice,
    deed: str,
    question: str,
    outcome: str,
    second: tuple[str, Callable[[], object]],
) -> None:
    """Ask for the second stroke of a deed, where the first was made: what will happen (`outcome`),
    and the button that does it.

    Leaving it has the focus and Escape does the same, so neither Enter pressed twice nor a double
    click goes through: the second stroke is another key (`YES`), or needs the focus or the pointer
    moved.
    """
    if deed not in FOR_GOOD:
        raise ValueError(deed)
    words = QCoreApplication.translate("Stakes", "It cannot be undone.")
    leave = QCoreApplication.translate("Stakes", "Leave it")
    notice.show_notice(
        question, "warning", f"{outcome}\n{words}".strip(), ((leave, notice.leave), second)
    )
    first, yes = notice.findChildren(QPushButton)[-2:]
    yes.setText(f"{yes.text()}  {YES}")
    notice.letters = {YES: yes}
    way = QCoreApplication.translate("Stakes", "Nothing is done. {key} is «{words}».")
    first.setAccessibleDescription(way.format(key=YES, words=second[0]))
