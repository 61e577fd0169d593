"""The kept AR snapshots with their dates, newest first; the current one is marked."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from timebok_desktop.domain.party import Snapshot, norwegian_day
from timebok_desktop.ui.cards import Card, Facts
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.labels import hash_text
from timebok_desktop.ui.record_table import Column, RecordTable
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.wording import exact_moment, grouped_count


class SnapshotList(QWidget):
    """A table of snapshots, and all that is kept about the chosen one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._current = 0
        self.table: RecordTable[Snapshot] = RecordTable(
            "snapshotTable", self.tr("Snapshots"), self._columns()
        )
        self.table.chosen.connect(self._show)
        self._facts = Facts()
        self._card = Card()
        self._card.body.addWidget(self._facts)
        self._card.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE.m, 0, 0)
        layout.setSpacing(SPACE.m)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._card)

    def show_snapshots(self, snapshots: tuple[Snapshot, ...]) -> None:
        """Show all snapshots; the first is the current one."""
        self._current = snapshots[0].id if snapshots else 0
        self.table.show_records(snapshots, key=lambda snapshot: snapshot.id)

    def age(self, snapshot: Snapshot) -> str:
        """How old a snapshot is, in days."""
        days = (norwegian_day(self._context.now()) - norwegian_day(snapshot.taken_at)).days
        return self.tr("%n day(s)", None, max(0, days)) if days else self.tr("today")

    def _columns(self) -> tuple[Column[Snapshot], ...]:
        return (
            Column(
                self.tr("Use"),
                lambda s: self.tr("Current") if s.id == self._current else self.tr("Kept"),
                tone=lambda s: "clear" if s.id == self._current else "neutral",
                width=120,
            ),
            Column(
                self.tr("Taken"),
                lambda s: exact_moment(s.taken_at),
                order=lambda s: s.taken_at,
                width=150,
            ),
            Column(self.tr("Age"), self.age, order=lambda s: -s.taken_at.timestamp(), width=100),
            Column(
                self.tr("Parties"),
                lambda s: grouped_count(s.parties),
                order=lambda s: s.parties,
                numeric=True,
                width=100,
            ),
            Column(
                self.tr("Last event"),
                lambda s: "–" if s.last_event_id is None else grouped_count(s.last_event_id),
                order=lambda s: s.last_event_id or 0,
                numeric=True,
                width=110,
            ),
            Column(
                self.tr("Deactivated parties"),
                lambda s: self.tr("included") if s.includes_deactivated else self.tr("left out"),
                width=150,
            ),
            Column(self.tr("File"), lambda s: s.source_name or "–", stretch=True),
        )

    def _show(self, snapshot: Snapshot | None) -> None:
        self._card.setVisible(snapshot is not None)
        if snapshot is None:
            return
        imported = exact_moment(snapshot.imported_at) if snapshot.imported_at else ""
        self._facts.show_facts(
            (
                (self.tr("File"), snapshot.source_name),
                (self.tr("SHA-256"), hash_text(snapshot.sha256)),
                (self.tr("Imported"), imported),
                (
                    self.tr("Supplemented"),
                    self.tr("%n time(s)", None, snapshot.revision) if snapshot.revision else "",
                ),
            )
        )
