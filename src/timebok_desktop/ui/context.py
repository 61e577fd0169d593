"""What every page is given beside the desk and the tasks: who works, in which language, and the
ways to speak to the rest of the window. It does no work of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from timebok_desktop.domain.phrases import Language, Phrase
from timebok_desktop.services.queue_views import OrderRow
from timebok_desktop.ui.actions import Actions
from timebok_desktop.ui.file_choice import (
    ChooseFile,
    ChooseFiles,
    choose_many_with_dialog,
    choose_with_dialog,
)
from timebok_desktop.ui.tokens import Tone


@dataclass(frozen=True, slots=True)
class Message:
    """A message for the bar: what happened, and at most one thing to do about it."""

    text: str
    tone: Tone = "note"
    detail: str = ""
    button: str = ""
    follow: Callable[[], None] | None = None


class Context(QObject):
    """Signals: `messaged(Message)`; `storeChanged()` after anything was written, so that pages
    refresh; `pageWanted(str, str)` page name and what to show there; `working(int, str)` a job's
    number and its words for the status bar, `progressed(int, int, int)` number, done, total, and
    `finished(int)`; `userChanged(str)`; `settingsChanged(Settings)` after settings were saved, so
    that the window takes on language and theme; `queueWanted(OrderQuery)` to show those orders;
    `noted(str)` a small thing for the status bar; `helpWanted(str)` a link into the help, such as
    `regler.md#her-unknown`, or what is to be searched for in it behind a question mark.

    `actions` are the window's commands; `choose_file` asks for a file, a test puts another
    function there. `opening_rows` are the first orders of the queue where the window has shown
    them already; `claimed_limit` is how many working days somebody may have a case before it is
    marked.
    """

    messaged = Signal(object)
    storeChanged = Signal()
    pageWanted = Signal(str, str)
    working = Signal(int, str)
    progressed = Signal(int, int, int)
    finished = Signal(int)
    noted = Signal(str)
    userChanged = Signal(str)
    settingsChanged = Signal(object)
    queueWanted = Signal(object)
    helpWanted = Signal(str)

    def __init__(self, user: str, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.user = user
        self.language: Language = language
        self.choose_file: ChooseFile = choose_with_dialog
        self.choose_files: ChooseFiles = choose_many_with_dialog
        self.actions = Actions(self)
        self.opening_rows: Sequence[OrderRow] = ()
        self.claimed_limit = 2

    def say(self, phrase: Phrase) -> str:
        """A phrase of the services in the reader's language."""
        return phrase.text(self.language)

    def tell(self, text: str, tone: Tone = "note", detail: str = "") -> None:
        """Show a message in the bar and have it announced."""
        self.messaged.emit(Message(text, tone, detail))

    def note(self, text: str) -> None:
        """Say a small thing in passing: in the status bar, and aloud."""
        self.noted.emit(text)

    def change_user(self, user: str) -> None:
        """Another caseworker takes over."""
        self.user = user
        self.userChanged.emit(user)

    @staticmethod
    def now() -> datetime:
        """The moment that ages are counted from."""
        return datetime.now(UTC)
