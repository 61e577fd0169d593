"""The log page: who did what and when, newest first, and whether the chain of hashes is whole."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from timebok_desktop.services.views import AuditEvent, AuditVerdict
from timebok_desktop.ui.cards import (
    Card,
    EmptyState,
    Facts,
    Notice,
    SideBySide,
    button,
    clear,
    row,
    scrolled,
)
from timebok_desktop.ui.clear_sign import let_empty
from timebok_desktop.ui.labels import Text, hash_text
from timebok_desktop.ui.page import Page
from timebok_desktop.ui.pages.audit_words import action_words, detail_words
from timebok_desktop.ui.record_table import Column, RecordTable
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.wording import exact_moment, grouped_count, moment_in_words

PAGE_SIZE = 100
_PAUSE = 150
_HASH_LENGTH = 64


class LogPage(Page):
    """The append-only log."""

    object_name = "logPage"

    def build(self) -> None:
        """Make the widgets of the page."""
        self._events: tuple[AuditEvent, ...] = ()
        heading = QVBoxLayout()
        heading.setSpacing(SPACE.xs)
        heading.addWidget(Text(self.tr("Log"), "title"))
        heading.addWidget(
            Text(
                self.tr("Everything that was done here. Nothing can be changed or removed."),
                "muted",
                wrap=True,
            )
        )
        self.verify_button = button(
            self.tr("Verify the log"), self.verify, look="primary", icon="verify"
        )
        head = row(heading, self.verify_button)
        head.setStretch(0, 1)
        head.setAlignment(self.verify_button, Qt.AlignmentFlag.AlignTop)
        self.notice = Notice()
        self.content.addLayout(head)
        self.content.addWidget(self.notice)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.refresh)
        self._splitter = SideBySide(self._list(), self._panel(), (7, 4))
        self.content.addWidget(self._splitter, 1)

    def refresh(self) -> None:
        """Ask for the newest entries."""
        self._ask_for(None)

    def take_focus(self) -> None:
        """Begin where the work begins, or where an empty page leads on."""
        if self.filter_field.isVisibleTo(self):
            self.filter_field.setFocus()
        else:
            super().take_focus()

    def remember(self, state: QSettings) -> None:
        """Keep how list and panel share the room."""
        state.setValue("log/shares", self._splitter.saveState())

    def recall(self, state: QSettings) -> None:
        """Share the room as before."""
        self._splitter.recall(state.value("log/shares"))

    def show_subject(self, subject: str) -> None:
        """Show the entries of one order."""
        self.filter_field.setText(subject)
        self.refresh()

    def show_older(self) -> None:
        """Ask for the entries before the oldest one shown."""
        if self._events:
            self._ask_for(self._events[0].seq)

    def verify(self) -> None:
        """Have the whole chain recomputed."""
        self.verify_button.setEnabled(False)
        self.ask(self.desk.verify_audit, done=self._show_verdict, latest="verify")

    def _ask_for(self, before: int | None) -> None:
        self.ask(
            partial(
                self.desk.audit_events,
                self.filter_field.text().strip().upper(),
                limit=PAGE_SIZE,
                before=before,
            ),
            done=partial(self._show, before is not None),
            latest="events",
        )

    def _list(self) -> QWidget:
        self.filter_field = QLineEdit()
        self.filter_field.setObjectName("logFilterField")
        self.filter_field.setAccessibleName(self.tr("Only one order"))
        self.filter_field.setPlaceholderText(self.tr("Only one order: RTB-2026-000001"))
        let_empty(self.filter_field)
        self.filter_field.textChanged.connect(lambda _text: self._pause.start())
        self.table: RecordTable[AuditEvent] = RecordTable(
            "logTable", self.tr("Log entries, newest first"), self._columns()
        )
        self.table.chosen.connect(self._chosen)
        self.older_button = button(self.tr("Show older entries"), self.show_older)
        self._shown = Text("", "small")
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self.filter_field)
        column.addWidget(self.table, 1)
        column.addLayout(row(self._shown, None, self.older_button))
        self._stack = QStackedWidget()
        self._stack.addWidget(found)
        return self._stack

    def _columns(self) -> tuple[Column[AuditEvent], ...]:
        return (
            Column(
                self.tr("No."),
                lambda event: grouped_count(event.seq),
                order=lambda event: event.seq,
                numeric=True,
                width=72,
            ),
            Column(
                self.tr("When"),
                lambda event: moment_in_words(event.at, self.context.now()),
                order=lambda event: event.seq,
                tooltip=lambda event: exact_moment(event.at),
                spoken=lambda event: exact_moment(event.at),
                width=160,
            ),
            Column(self.tr("Who"), lambda event: event.by, width=100),
            Column(
                self.tr("What"),
                lambda event: action_words(event.action, self.context.language),
                stretch=True,
            ),
            Column(self.tr("Concerns"), lambda event: event.subject or "–", width=150),
        )

    def _panel(self) -> QWidget:
        self._facts = Facts()
        self._buttons = row()
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.m)
        layout.addWidget(self._facts)
        layout.addLayout(self._buttons)
        layout.addStretch(1)
        self._sides = QStackedWidget()
        self._sides.addWidget(
            EmptyState(
                self.tr("No entry chosen"),
                self.tr("Choose an entry to see all that was recorded with it."),
            )
        )
        self._sides.addWidget(scrolled(inner))
        card = Card()
        card.body.addWidget(self._sides)
        return card

    def _show(self, continued: bool, events: tuple[AuditEvent, ...]) -> None:  # noqa: FBT001
        self._events = (*events, *self._events) if continued else events
        self.table.show_records(tuple(reversed(self._events)), key=lambda event: event.seq)
        self.older_button.setVisible(len(events) == PAGE_SIZE)
        self._shown.setText(
            self.tr("%n entry(ies) shown", None, len(self._events))
            if self._events
            else self.tr("No entries.")
        )

    def _chosen(self, event: AuditEvent | None) -> None:
        self._sides.setCurrentIndex(0 if event is None else 1)
        if event is None:
            return
        language = self.context.language
        details = [
            (title, hash_text(value) if _is_hash(value) else value)
            for title, value in (detail_words(*one, language) for one in event.details.items())
        ]
        self._facts.show_facts(
            (
                (self.tr("Number"), grouped_count(event.seq)),
                (self.tr("When"), exact_moment(event.at)),
                (self.tr("Who"), event.by),
                (self.tr("What"), action_words(event.action, language)),
                (self.tr("Concerns"), event.subject),
                *details,
                (self.tr("Hash"), hash_text(event.hash)),
            )
        )
        clear(self._buttons)
        if event.subject.startswith("RTB-"):
            subject = event.subject
            self._buttons.addWidget(
                button(
                    self.tr("Show the order"),
                    lambda: self.context.pageWanted.emit("orders", subject),
                )
            )
        self._buttons.addStretch(1)

    def _show_verdict(self, verdict: AuditVerdict) -> None:
        self.verify_button.setEnabled(True)
        close = ((self.tr("Close"), self.notice.hide),)
        if verdict.intact:
            self.notice.show_notice(
                self.tr("The log is whole: %n entry(ies) verified.", None, verdict.events),
                "clear",
                self.tr("Last hash: {hash}").format(hash=verdict.head or "–"),
                close,
            )
            return
        self.notice.show_notice(
            self.tr("The log has been changed from entry {number} on.").format(
                number=grouped_count(verdict.first_broken or 0)
            ),
            "stop",
            self.tr(
                "What stands from there on cannot be trusted. Keep the store as it is, take a "
                "copy of the folder, and compare with your last backup."
            ),
            close,
        )


def _is_hash(value: str) -> bool:
    return len(value) == _HASH_LENGTH and " " not in value
