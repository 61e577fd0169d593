"""The party of an order among its relatives in AR: the owner above, then itself and the others
below the same owner, and what stands below itself. Each leads to its entry on the page of AR.
What is not listed is said to be missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QWidget

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
"""Relatives of a kind that are listed; the page of AR shows the rest below their owner."""
_STEP = " " * 6


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
        self._failed = False
        self.setObjectName("familyList")
        self.setAccessibleName(self.tr("Owner and relatives in AR"))
        self.setProperty("look", "flush")
        self.setWordWrap(True)
        self.setMinimumHeight(140)
        self.itemActivated.connect(self._go)
        self.itemClicked.connect(self._clicked)

    def show_case(self, case: Case) -> None:
        """Show another case; its relatives are asked for when they are looked at."""
        self._case = case
        self.clear()
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """It is looked at."""
        super().showEvent(event)
        if self._failed or not self.count():
            self._ask()

    def show_family(self, her_id: int, family: Family) -> None:
        """Show the relatives of the party, if it is still the one that is looked at."""
        party = self._awaited(her_id)
        if party is None:
            return
        self.clear()
        self._add_owner(party, family.owner)
        own = self._add(party, self.tr("The order's HER-id"), depth=1)
        self._add_some(family.children, self.tr("Below it"), party, depth=2)
        others = tuple(one for one in family.siblings if one.her_id != her_id)
        self._add_some(others, self.tr("Same owner"), family.owner, depth=1)
        strong = own.font()
        strong.setBold(True)
        own.setFont(strong)
        self.setCurrentItem(own)
        self.scrollToTop()

    def show_failure(self, her_id: int, words: str) -> None:
        """Say why there are none, if the party is still the one that is looked at."""
        if self._awaited(her_id) is not None:
            self.show_words(words)
            self._failed = True

    def show_words(self, words: str) -> None:
        """Say something in their place."""
        self.clear()
        self._say(words)

    def _awaited(self, her_id: int) -> Party | None:
        party = self._case.party if self._case is not None else None
        return party if party is not None and party.her_id == her_id else None

    def _ask(self) -> None:
        self._failed = False
        if self._case is None:
            return
        if self._case.party is None:
            self.show_words(self.tr("The HER-id is not in the registry extract."))
            return
        self.wanted.emit(self._case.party.her_id)

    def _add_owner(self, party: Party, owner: Party | None) -> None:
        if owner is not None:
            self._add(owner, self.tr("Owner"))
        elif party.parent_her_id is None:
            self._say(self.tr("AR names no owner of the order's HER-id."))
        else:
            words = self.tr("The owner, HER-id {her_id}, is not in the registry extract.")
            self._say(words.format(her_id=grouped_her_id(str(party.parent_her_id))))

    def _add_some(
        self, parties: tuple[Party, ...], relation: str, above: Party | None, depth: int
    ) -> None:
        """Add the first of them and, where there are more, the way to the one they are below."""
        for one in parties[:_MOST]:
            self._add(one, relation, depth)
        if above is not None and len(parties) > _MOST:
            words = self.tr("More stand below {name}; open it to see them.")
            self._say(words.format(name=above.label), depth, leads_to=above.her_id)

    def _add(self, party: Party, relation: str, depth: int = 0) -> QListWidgetItem:
        active = party.is_active_on(norwegian_day(self._context.now()))
        state = self.tr("active") if active else self.tr("not active")
        her_id = grouped_her_id(str(party.her_id))
        seen = f"{relation}: {her_id}  {party.label}  ·  {state}"
        spoken = f"{relation}: {party.label}, HER-id {her_id}, {state}"
        return self._say(seen, depth, leads_to=party.her_id, spoken=spoken)

    def _say(
        self, words: str, depth: int = 0, *, leads_to: int | None = None, spoken: str = ""
    ) -> QListWidgetItem:
        item = QListWidgetItem(without_tricks(_STEP * depth + words), self)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, without_tricks(spoken or words))
        item.setData(Qt.ItemDataRole.UserRole, leads_to)
        return item

    def _clicked(self, item: QListWidgetItem) -> None:
        by_itself = QStyle.StyleHint.SH_ItemView_ActivateItemOnSingleClick
        if not self.style().styleHint(by_itself, None, self):
            self._go(item)

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
            failed=lambda error: told(her_id, error),
            latest="family",
        )

    def told(her_id: int, error: TimebokError) -> None:
        family.show_failure(her_id, error.text(page.context.language))

    family.wanted.connect(ask)
