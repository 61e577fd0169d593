"""What the next export would take, and what it would hold back and why."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from timebok_desktop.domain.codes import KIND_WORDS, OUTCOME_WORDS
from timebok_desktop.services.views import HeldBack, OrderRow
from timebok_desktop.ui.cards import Card, EmptyState, button
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.record_table import Column, RecordTable
from timebok_desktop.ui.shapes import TONE_OF_OUTCOME
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.tokens import Tone
from timebok_desktop.ui.wording import grouped_her_id


class ExportPreview(QWidget):
    """Two lists: will leave, held back."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.leaving: RecordTable[OrderRow] = RecordTable(
            "leavingTable", self.tr("Orders that will leave"), self._leaving_columns()
        )
        self.held: RecordTable[HeldBack] = RecordTable(
            "heldBackTable", self.tr("Orders that are held back"), self._held_columns()
        )
        self.leaving.opened.connect(lambda row: self._open(row.reference))
        self.held.opened.connect(lambda row: self._open(row.reference))
        for table in (self.leaving, self.held):
            dress(table, look="flush")
        self._leaving_title = Text("", "heading")
        self._held_title = Text("", "heading")
        lists = QWidget()
        layout = QVBoxLayout(lists)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.m)
        self._held_card = self._card(self._held_title, self.held)
        layout.addWidget(self._card(self._leaving_title, self.leaving), 3)
        layout.addWidget(self._held_card, 2)
        self._stack = QStackedWidget()
        self._stack.addWidget(lists)
        self._stack.addWidget(self._nothing())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def show_preview(self, leaving: tuple[OrderRow, ...], held: tuple[HeldBack, ...]) -> None:
        """Show both lists."""
        self._stack.setCurrentIndex(0 if leaving or held else 1)
        self._leaving_title.setText(self.tr("%n order(s) will leave", None, len(leaving)))
        self._held_title.setText(self.tr("%n order(s) are held back", None, len(held)))
        self._held_card.setVisible(bool(held))
        self.leaving.show_records(leaving, key=lambda row: row.reference)
        self.held.show_records(held, key=lambda row: row.reference)

    @staticmethod
    def _card(title: Text, table: QWidget) -> Card:
        card = Card()
        card.body.addWidget(title)
        card.body.addWidget(table, 1)
        return card

    def _nothing(self) -> QWidget:
        return EmptyState(
            self.tr("Nothing waits to leave"),
            self.tr("Approved orders gather here until they are exported."),
            button(
                self.tr("Go to the orders"), lambda: self._context.pageWanted.emit("orders", "")
            ),
        )

    def _open(self, reference: str) -> None:
        self._context.pageWanted.emit("orders", reference)

    def _leaving_columns(self) -> tuple[Column[OrderRow], ...]:
        say = self._context.say

        def outcome(row: OrderRow) -> str:
            return say(OUTCOME_WORDS[row.outcome]) if row.outcome else "–"

        def tone(row: OrderRow) -> Tone | None:
            return TONE_OF_OUTCOME[row.outcome] if row.outcome else None

        return (
            Column(self.tr("Findings"), outcome, tone=tone, width=112),
            Column(self.tr("Reference"), lambda row: row.reference, width=150),
            Column(
                self.tr("Municipality"),
                lambda row: f"{row.municipality_number} {row.municipality_name}".strip(),
                stretch=True,
            ),
            Column(self.tr("Concerns"), lambda row: say(KIND_WORDS[row.kind]), width=110),
            Column(self.tr("Category"), lambda row: row.category, width=130),
            Column(
                self.tr("HER-id"),
                lambda row: grouped_her_id(row.her_id),
                spoken=lambda row: row.her_id,
                numeric=True,
                width=110,
            ),
        )

    def _held_columns(self) -> tuple[Column[HeldBack], ...]:
        return (
            Column(
                self.tr("Reference"),
                lambda row: row.reference,
                tone=lambda _row: "warning",
                width=170,
            ),
            Column(self.tr("Why"), lambda row: self._context.say(row.why), stretch=True),
        )
