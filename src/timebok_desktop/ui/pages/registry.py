"""The registry page: what AR says. Search parties, look at one, and keep the snapshots.

It never judges a party; that is the rules' work.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop.domain.codes import PARTY_TYPE_WORDS
from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.domain.identifiers import is_digits, without_spaces
from timebok_desktop.domain.party import Party, Snapshot, norwegian_day
from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.cards import EmptyState, SideBySide, button, row, scrolled
from timebok_desktop.ui.clear_sign import let_empty
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.page import Page
from timebok_desktop.ui.pages.party_details import PartyDetails, activity, service_type_words
from timebok_desktop.ui.pages.registry_import import RegistryImport
from timebok_desktop.ui.pages.snapshot_list import SnapshotList
from timebok_desktop.ui.record_table import Column, RecordTable
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.wording import exact_moment, grouped_count, grouped_her_id

_LIMIT = 200
_PAUSE = 120
"""Milliseconds between the last key and the search."""

Relatives = tuple[Party, Party | None, tuple[Party, ...], tuple[Party, ...]]
"""A party, its parent, its parent's children (itself among them), its own children."""


class RegistryPage(Page):
    """Parties and snapshots."""

    object_name = "registryPage"

    def build(self) -> None:
        """Make the widgets of the page."""
        self.shown_party = 0
        self.importing = RegistryImport(self)
        self._headline = Text("", "muted", wrap=True)
        heading = QVBoxLayout()
        heading.setSpacing(SPACE.xs)
        heading.addWidget(Text(self.tr("Adresseregisteret (AR)"), "title", wrap=True))
        heading.addWidget(self._headline)
        self.import_button = button(
            self.tr("Import AR export …"), self.importing.choose, look="primary", icon="import"
        )
        self.commands["importRegistryAction"] = self.importing.choose
        head = row(heading, self.import_button)
        head.setStretch(0, 1)
        head.setAlignment(self.import_button, Qt.AlignmentFlag.AlignTop)
        self.content.addLayout(head)
        self.content.addWidget(self.importing)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._search)
        self.snapshot_list = SnapshotList(self.context)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Parties and snapshots"))
        self.tabs.addTab(self._parties(), self.tr("Parties"))
        self.tabs.addTab(self.snapshot_list, self.tr("Snapshots"))
        self.content.addWidget(self.tabs, 1)

    def refresh(self) -> None:
        """Ask for the snapshots and search again."""
        self.ask(self.desk.snapshots, done=self._show_snapshots, latest="snapshots")
        self._search()

    def take_focus(self) -> None:
        """Begin where the work begins, or where an empty page leads on."""
        if self.search_field.isVisibleTo(self):
            self.search_field.setFocus()
        else:
            super().take_focus()

    def remember(self, state: QSettings) -> None:
        """Keep how list and panel share the room."""
        state.setValue("registry/shares", self._splitter.saveState())

    def recall(self, state: QSettings) -> None:
        """Share the room as before."""
        self._splitter.recall(state.value("registry/shares"))

    def show_subject(self, subject: str) -> None:
        """Show the party with this HER-id, or what is found by this text."""
        self.tabs.setCurrentIndex(0)
        self.search_field.setText(subject)
        self._search()
        if is_digits(without_spaces(subject)):
            self.show_party(int(without_spaces(subject)))

    def show_party(self, her_id: int) -> None:
        """Show one party of the current snapshot."""
        self.ask(
            self._with_relatives,
            her_id,
            done=self._show_party,
            failed=self._no_party,
            latest="party",
        )

    def _parties(self) -> QWidget:
        self.search_field = QLineEdit()
        self.search_field.setObjectName("partySearchField")
        self.search_field.setAccessibleName(self.tr("Search parties"))
        self.search_field.setPlaceholderText(
            self.tr("Name, place, HER-id, organisation number, service type …")
        )
        let_empty(self.search_field)
        self.search_field.textChanged.connect(lambda _text: self._pause.start())
        self.party_table: RecordTable[Party] = RecordTable(
            "partyTable", self.tr("Parties found"), self._columns()
        )
        self.party_table.chosen.connect(self._chosen)
        self._found = Text("", "small")
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, SPACE.m, 0, 0)
        column.setSpacing(SPACE.s)
        for widget in (self.search_field, self.party_table, self._found):
            column.addWidget(widget, 1 if widget is self.party_table else 0)
        self._splitter = SideBySide(found, self._panel(), (6, 5))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self._nothing_imported())
        return self._stack

    def _columns(self) -> tuple[Column[Party], ...]:
        def place(party: Party) -> str:
            return party.location_description or party.parent_name

        return (
            Column(
                self.tr("State"),
                lambda party: activity(party, self._today())[0],
                tone=lambda party: activity(party, self._today())[1],
                width=128,
            ),
            Column(
                self.tr("Name"),
                lambda party: party.display_name or party.name,
                tooltip=lambda party: (
                    service_type_words(party)
                    or PARTY_TYPE_WORDS[party.type].text(self.context.language)
                ),
                width=190,
            ),
            Column(self.tr("Place"), place, stretch=True),
            Column(
                self.tr("HER-id"),
                lambda party: grouped_her_id(str(party.her_id)),
                order=lambda party: party.her_id,
                spoken=lambda party: str(party.her_id),
                numeric=True,
                width=104,
            ),
        )

    def _panel(self) -> QWidget:
        self.details = PartyDetails(self.context.language)
        self.details.partyWanted.connect(self.show_party)
        self._sides = QStackedWidget()
        self._sides.addWidget(
            EmptyState(
                self.tr("No party chosen"),
                self.tr(
                    "Choose a party in the list to see its owner, its type, its period and "
                    "the municipalities it covers."
                ),
            )
        )
        self._sides.addWidget(scrolled(self.details))
        frame = QFrame()
        dress(frame, look="card")
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._sides)
        outer = QWidget()
        outer_layout = QVBoxLayout(outer)
        outer_layout.setContentsMargins(SPACE.s, SPACE.m, 0, 0)
        outer_layout.addWidget(frame)
        return outer

    def _nothing_imported(self) -> QWidget:
        return EmptyState(
            self.tr("No AR snapshot yet"),
            self.tr(
                "Orders can only be verified against a copy of Adresseregisteret. Get an "
                "export from AR and import it here; the program never fetches it by itself."
            ),
            button(self.tr("Choose an AR export …"), self.importing.choose),
        )

    def _today(self) -> date:
        return norwegian_day(self.context.now())

    def _with_relatives(self, her_id: int) -> Relatives:
        party = self.desk.party(her_id)
        parent, children = self.desk.party_relatives(her_id)
        siblings = () if parent is None else self.desk.party_relatives(parent.her_id)[1]
        return party, parent, siblings, children

    def _show_snapshots(self, snapshots: tuple[Snapshot, ...]) -> None:
        self.snapshot_list.show_snapshots(snapshots)
        self._stack.setCurrentIndex(0 if snapshots else 1)
        if not snapshots:
            self._headline.setText(self.tr("No snapshot has been imported."))
            return
        current = snapshots[0]
        left_out = (
            self.tr("with deactivated parties")
            if current.includes_deactivated
            else self.tr("without deactivated parties")
        )
        self._headline.setText(
            self.tr(
                "Snapshot of {taken}: {parties} party(ies), {left_out}", "", current.parties
            ).format(
                taken=exact_moment(current.taken_at),
                parties=grouped_count(current.parties),
                left_out=left_out,
            )
        )

    def _search(self) -> None:
        self._pause.stop()
        self.ask(
            self.desk.search_parties,
            self.search_field.text().strip(),
            _LIMIT,
            done=self._show_found,
            latest="search",
        )

    def _show_found(self, parties: tuple[Party, ...]) -> None:
        self.party_table.show_records(parties, key=lambda party: party.her_id)
        if len(parties) == _LIMIT:
            words = self.tr("The first {count} are shown; write more to narrow them down.").format(
                count=grouped_count(_LIMIT)
            )
        elif parties:
            words = self.tr("%n part(ies) found", None, len(parties))
        else:
            words = self.tr("Nothing found. A party that is missing may be deactivated in AR.")
        if self._found.text() != words:
            self._found.setText(words)
            announce(self._found, words)

    def _chosen(self, party: Party | None) -> None:
        if party is not None:
            self.show_party(party.her_id)

    def _show_party(self, relatives: Relatives) -> None:
        self.shown_party = relatives[0].her_id
        self.details.show_party(*relatives, today=norwegian_day(self.context.now()))
        self._sides.setCurrentIndex(1)

    def _no_party(self, error: TimebokError) -> None:
        self._sides.setCurrentIndex(0)
        self.tell_failure(error)
