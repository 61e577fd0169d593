"""Drafts: what is typed is kept as it is typed, and comes back after a crash, a kill, a lock.

Texts wait here for a moment and then go to the store on the database lane, one after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.ui.context import Context, Message
from timebok_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from timebok_desktop.services.desk import Desk
    from timebok_desktop.ui.page import Page

PAUSE = 300
"""Milliseconds without a key before what was typed is saved."""


class DraftKeeper(QObject):
    """The drafts of the order that is looked at, and those on their way to the store. Signal
    `changed()` when a draft came or went."""

    changed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, context: Context, page: Page) -> None:
        super().__init__(page)
        self._desk, self._tasks, self._context = desk, tasks, context
        self._reference = ""
        self._texts: dict[str, str] = {}
        self._unsaved: dict[tuple[str, str, str], str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.flush)
        context.userChanged.connect(self._user_changed)
        page.acts.connect(self.flush)  # after the act it would come back as a draft

    def look_at(self, reference: str, kept: Mapping[str, str]) -> None:
        """Another order, or the same one afresh: what was typed meanwhile is newer than the
        store."""
        self._reference = reference
        own = {
            field: text
            for (order, user, field), text in self._unsaved.items()
            if (order, user) == (reference, self._context.user)
        }
        self._texts = {field: text for field, text in {**kept, **own}.items() if text}
        self.changed.emit()

    def text(self, field: str) -> str:
        """The draft of a field, "" where there is none."""
        return self._texts.get(field, "")

    def fields(self) -> tuple[str, ...]:
        """The fields that have a draft."""
        return tuple(self._texts)

    def typed(self, field: str, text: str) -> None:
        """A field has another text now."""
        if not self._reference or self.text(field) == text:
            return
        was_there = field in self._texts
        self._texts[field] = text
        if not text:
            del self._texts[field]
        self._unsaved[(self._reference, self._context.user, field)] = text
        self._timer.start()
        if was_there != bool(text):
            self.changed.emit()

    def flush(self) -> None:
        """Save at once what waits; it is done even where the window closes."""
        self._timer.stop()
        for (reference, user, field), text in self._unsaved.items():
            self._tasks.run(
                self._desk.save_draft,
                reference,
                field,
                text,
                user,
                owner=self,
                failed=self._tell,
                lasting=True,
            )
        self._unsaved.clear()

    def used(self, *fields: str) -> None:
        """These were used, and the store knows: nothing of them may be saved any more."""
        self._drop(fields)

    def put_back(self, reference: str, texts: Mapping[str, str]) -> None:
        """Have these again, though another order may be looked at by now."""
        for field, text in texts.items():
            if reference == self._reference:
                self._texts[field] = text
            self._unsaved[(reference, self._context.user, field)] = text
        self.flush()
        self.changed.emit()

    def discard(self, *fields: str) -> None:
        """Throw these away; the message that tells of it has the way back."""
        texts = {field: self.text(field) for field in fields}
        self._context.messaged.emit(
            Message(
                self.tr("What was begun is thrown away."),
                button=self.tr("Take back"),
                follow=partial(self.put_back, self._reference, texts),
            )
        )
        self._drop(fields)
        if self._reference:
            self._tasks.run(
                self._desk.discard_drafts,
                self._reference,
                fields,
                self._context.user,
                owner=self,
                failed=self._tell,
                lasting=True,
            )

    def bind(self, widget: QLineEdit | QPlainTextEdit, field: Callable[[], str]) -> None:
        """Keep what is typed into a widget; `field` says under which name, "" for not at all."""

        def keep() -> None:
            name = field()
            if name:
                text = widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()
                self.typed(name, text)

        if isinstance(widget, QLineEdit):
            widget.textEdited.connect(lambda _text: keep())
        else:
            widget.textChanged.connect(keep)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """What loses the focus or is hidden is saved at once."""
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide) and self._unsaved:
            self.flush()
        return False

    def _drop(self, fields: Sequence[str]) -> None:
        def meant(name: str) -> bool:
            return any(
                name == one or (one.endswith("/") and name.startswith(one)) for one in fields
            )

        self._texts = {name: text for name, text in self._texts.items() if not meant(name)}
        self._unsaved = {
            key: text
            for key, text in self._unsaved.items()
            if key[0] != self._reference or not meant(key[2])
        }
        self.changed.emit()

    def _user_changed(self, _user: str) -> None:
        self.flush()

    def _tell(self, error: TimebokError) -> None:
        self._context.tell(error.text(self._context.language), "stop")
