"""All that a snapshot says of one communication party, with the way to its parent and children.

It only shows; the registry page fetches the party and its relatives.
"""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from timebok_desktop.domain.codes import PARTY_TYPE_WORDS
from timebok_desktop.domain.party import CoverageArea, Party, PostalAddress
from timebok_desktop.domain.phrases import Language
from timebok_desktop.ui.cards import Facts, row
from timebok_desktop.ui.labels import Chip, IdentifierText, Text
from timebok_desktop.ui.marks import mark_rows
from timebok_desktop.ui.theme import SPACE, font
from timebok_desktop.ui.tokens import Tone
from timebok_desktop.ui.wording import (
    exact_date,
    exact_moment,
    grouped_her_id,
    grouped_organization_number,
)

_SIBLINGS = 50
"""More of a parent's children than this are left to the search."""
_OPEN_END_YEARS = 90
"""AR writes an open end as the year 9999 or as a hundred years after the start."""


def activity(party: Party, day: date) -> tuple[str, Tone]:
    """Whether a party is in force on a day, in a word and a tone."""
    if party.is_active_on(day):
        return QCoreApplication.translate("PartyDetails", "Active"), "clear"
    return QCoreApplication.translate("PartyDetails", "Not active"), "stop"


class _Relatives(QTreeWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        mark_rows(self)


class PartyDetails(QWidget):
    """The panel beside the list of parties. `partyWanted(int)` asks for another HER-id."""

    partyWanted = Signal(int)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.heading = Text("", "heading", wrap=True)
        self.place = Text("", "muted", wrap=True)
        self.state = Chip()
        self.facts = Facts()
        self.tree = _Relatives()
        self.tree.setObjectName("partyTree")
        self.tree.setAccessibleName(self.tr("Owner and units"))
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.setRootIsDecorated(True)
        self.tree.setUniformRowHeights(True)
        self.tree.itemActivated.connect(self._follow)
        self.tree.itemClicked.connect(self._follow)
        self._lay_out()

    def show_party(
        self,
        party: Party,
        parent: Party | None,
        siblings: tuple[Party, ...],
        children: tuple[Party, ...],
        *,
        today: date,
    ) -> None:
        """Show a party with its nearest relatives."""
        self.heading.setText(party.display_name or party.name)
        self.place.setText(party.location_description or party.parent_name)
        self.place.setVisible(bool(self.place.text()))
        self.state.show_state(*activity(party, today))
        self.facts.show_facts(self._facts(party, parent))
        self._show_tree(party, parent, siblings, children, today)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.l)
        layout.setSpacing(SPACE.s)
        head = row(self.heading, self.state, spacing=SPACE.m)
        head.setStretch(0, 1)
        layout.addLayout(head)
        layout.addWidget(self.place)
        layout.addSpacing(SPACE.s)
        layout.addWidget(self.facts)
        layout.addSpacing(SPACE.m)
        layout.addWidget(Text(self.tr("Owner and units"), "strong"))
        layout.addWidget(self.tree)
        layout.addStretch(1)

    def _facts(self, party: Party, parent: Party | None) -> list[tuple[str, str | QWidget]]:
        her_id = str(party.her_id)
        organization = party.organization_number or party.parent_organization_number
        found: list[tuple[str, str | QWidget]] = [
            (self.tr("HER-id"), IdentifierText(her_id, grouped_her_id(her_id))),
            (self.tr("Type"), PARTY_TYPE_WORDS[party.type].text(self._language)),
            (self.tr("Service type"), service_type_words(party)),
        ]
        if organization:
            found.append(
                (
                    self.tr("Organisation number"),
                    IdentifierText(organization, grouped_organization_number(organization)),
                )
            )
        return [
            *found,
            (self.tr("Owner"), "" if parent is None else parent.label),
            (self.tr("Business type"), self._business_type(party)),
            (self.tr("Municipality"), _joined(party.municipality_number, party.municipality_name)),
            (self.tr("Valid"), self._validity(party)),
            (self.tr("Covers"), "\n".join(map(_coverage_words, party.coverage))),
            (self.tr("Postal address"), "\n".join(map(_postal_words, party.postal_addresses))),
            (self.tr("Electronic address"), self._electronic(party)),
            (self.tr("Description"), party.description),
            (
                self.tr("Changed in AR"),
                exact_moment(party.last_changed) if party.last_changed else "",
            ),
        ]

    def _business_type(self, party: Party) -> str:
        code = party.business_type or party.parent_business_type
        words = {
            "102": self.tr("Municipality"),
            "114": self.tr("Intermunicipal body"),
            "103": self.tr("General practitioner and other private"),
        }.get(code, "")
        return _joined(code, words)

    def _validity(self, party: Party) -> str:
        if party.valid_from is None and party.valid_to is None:
            return ""
        start = _day(party.valid_from)
        if party.valid_to is None or _is_open_end(party):
            return self.tr("from {start}, no end").format(start=start or "–")
        return self.tr("from {start} to {end}").format(start=start or "–", end=_day(party.valid_to))

    def _electronic(self, party: Party) -> str:
        lines = []
        for address in party.electronic_addresses:
            line = f"{address.kind}: {address.address}"
            if address.inherited:
                line = self.tr("{address} (inherited)").format(address=line)
            lines.append(line)
        return "\n".join(lines)

    def _show_tree(
        self,
        party: Party,
        parent: Party | None,
        siblings: tuple[Party, ...],
        children: tuple[Party, ...],
        today: date,
    ) -> None:
        self.tree.clear()
        own = self._item(party, today)
        own.setFont(0, font("strong"))
        own.addChildren([self._item(child, today) for child in children])
        top = own
        if parent is not None:
            top = self._item(parent, today)
            others = [s for s in siblings if s.her_id != party.her_id][:_SIBLINGS]
            top.addChildren([own, *(self._item(sibling, today) for sibling in others)])
        self.tree.addTopLevelItem(top)
        self.tree.expandAll()
        self.tree.setCurrentItem(own)
        self._fit_tree(1 + top.childCount() + (own.childCount() if own is not top else 0))

    def _fit_tree(self, lines: int) -> None:
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, header.ResizeMode.Stretch)
        header.setSectionResizeMode(1, header.ResizeMode.ResizeToContents)
        self.tree.setFixedHeight(self.tree.sizeHintForRow(0) * min(lines, 10) + SPACE.s)

    def _item(self, party: Party, today: date) -> QTreeWidgetItem:
        word, _ = activity(party, today)
        name = party.label
        if not party.is_active_on(today):
            name = f"{name} ({word.lower()})"
        item = QTreeWidgetItem([name, grouped_her_id(str(party.her_id))])
        item.setData(0, Qt.ItemDataRole.UserRole, party.her_id)
        item.setFont(1, font("base", tabular=True))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        kind = PARTY_TYPE_WORDS[party.type].text(self._language)
        item.setData(
            0, Qt.ItemDataRole.AccessibleTextRole, f"{kind}: {party.label}, {word}, {party.her_id}"
        )
        return item

    def _follow(self, item: QTreeWidgetItem) -> None:
        self.partyWanted.emit(item.data(0, Qt.ItemDataRole.UserRole))


def service_type_words(party: Party) -> str:
    """A service type as text with its pair of codes; "" where the party has none."""
    kind = party.service_type
    if kind is None:
        return ""
    pair = f"({kind.code_list}, {kind.code})"
    return f"{kind.text} {pair}".strip()


def _joined(code: str, words: str) -> str:
    return f"{code} {words}".strip()


def _day(moment: datetime | None) -> str:
    return exact_date(moment.date()) if moment is not None else ""


def _is_open_end(party: Party) -> bool:
    if party.valid_to is None:
        return True
    start = party.valid_from.year if party.valid_from is not None else 0
    return party.valid_to.year - start >= _OPEN_END_YEARS


def _coverage_words(area: CoverageArea) -> str:
    number = grouped_organization_number(area.organization_number)
    return ", ".join(part for part in (area.name, number) if part) or str(area.her_id or "–")


def _postal_words(address: PostalAddress) -> str:
    parts = (address.street, address.postbox, f"{address.postal_code} {address.city}".strip())
    return ", ".join(part for part in parts if part)
