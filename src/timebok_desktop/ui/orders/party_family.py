"""The party of an order among its relatives in AR: the owner above, then itself and the others
below the same owner, and what stands below itself. Each leads to its entry on the page of AR.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.domain.odd_signs import without_tricks
from timebok_desktop.domain.party import Party, norwegian_day
from timebok_desktop.services.views import Case
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.page import Page
from timebok_desktop.ui.wording import grouped_her_id

if TYPE_CHECKING:
    from timebok_desktop.services.desk import Desk

_MOST = 60
"""Relatives that are listed; the page of AR has all of them."""


@dataclass(frozen=True, slots=True)
class Family:
    """A party's relatives in the current extract."""

    owner: Party | None
    siblings: tuple[Party, ...]
    children: tuple[Party, ...]


def family_of(desk: Desk, her_id: int) -> Family:
    """On the lane: the relatives of a party."""
    owner, children = desk.party_relatives(her_id)
    siblings = () if owner is None else desk.party_relatives(owner.her_id)[1]
    return Family(owner, siblings, children)


class PartyFamily(QListWidget):
    """Asks for the relatives when it is looked at: `wanted(her_id)`."""

    wanted = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case: Case | None = None
        self.setObjectName("familyList")
        self.setAccessibleName(self.tr("Owner and relatives in AR"))
        self.setProperty("look", "flush")
        self.setWordWrap(True)
        self.setMinimumHeight(140)
        self.itemActivated.connect(self._go)

    def show_case(self, case: Case) -> None:
        """Show another case; its relatives are asked for when they are looked at."""
        self._case = case
        self.clear()
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """It is looked at."""
        super().showEvent(event)
        if not self.count():
            self._ask()

    def show_family(self, her_id: int, family: Family) -> None:
        """Show the relatives of the party, if it is still the one that is looked at."""
        party = self._case.party if self._case is not None else None
        if party is None or party.her_id != her_id:
            return
        self.clear()
        if family.owner is not None:
            self._add(family.owner, self.tr("Owner"))
        self._add(party, self.tr("The order's HER-id"), depth=1)
        for child in family.children[:_MOST]:
            self._add(child, self.tr("Below it"), depth=2)
        for one in family.siblings[:_MOST]:
            if one.her_id != her_id:
                self._add(one, self.tr("Same owner"), depth=1)

    def show_words(self, words: str) -> None:
        """Say why there are none."""
        self.clear()
        QListWidgetItem(without_tricks(words), self)

    def _ask(self) -> None:
        if self._case is None:
            return
        if self._case.party is None:
            self.show_words(self.tr("The HER-id is not in the registry extract."))
            return
        self.wanted.emit(self._case.party.her_id)

    def _add(self, party: Party, relation: str, depth: int = 0) -> None:
        now = self._context.now()
        active = party.is_active_on(norwegian_day(now))
        state = self.tr("active") if active else self.tr("not active")
        words = f"{relation}: {grouped_her_id(str(party.her_id))}  {party.label}  ·  {state}"
        item = QListWidgetItem(without_tricks("      " * depth + words), self)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, without_tricks(words))
        item.setData(Qt.ItemDataRole.UserRole, party.her_id)

    def _go(self, item: QListWidgetItem) -> None:
        her_id = item.data(Qt.ItemDataRole.UserRole)
        if her_id:
            self._context.pageWanted.emit("registry", str(her_id))


def connect_family(page: Page, family: PartyFamily) -> None:
    """Have a page fetch what the list asks for."""

    def ask(her_id: int) -> None:
        page.ask(
            family_of,
            page.desk,
            her_id,
            done=lambda found: family.show_family(her_id, found),
            failed=told,
            latest="family",
        )

    def told(error: TimebokError) -> None:
        family.show_words(error.text(page.context.language))

    family.wanted.connect(ask)
