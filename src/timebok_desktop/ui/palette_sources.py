"""Where the lines of the command palette come from: what the window knows at once, and what the
store is asked for on the database lane.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from timebok_desktop.domain.codes import PARTY_TYPE_WORDS, STATUS_WORDS
from timebok_desktop.domain.party import Party, norwegian_day
from timebok_desktop.services.queue_views import SAVED_VIEWS, OrderQuery, OrderRow
from timebok_desktop.services.table_definitions import DEFINITIONS
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.pages.settings_sections import section_titles
from timebok_desktop.ui.palette_hits import MOST, SEARCH_HELP, Group, Hit
from timebok_desktop.ui.wording import grouped_her_id

if TYPE_CHECKING:
    from timebok_desktop.services.desk import Desk
    from timebok_desktop.services.views import TableView
    from timebok_desktop.ui.help_library import HelpLibrary


_REFERENCE = re.compile(r"rtb\W*(\d{4})\W+(\d+)", re.IGNORECASE)
_AMONG = 60
"""So many of the orders that have a number somewhere are looked at for one in the reference."""


class Found(NamedTuple):
    """What the store has for a text."""

    orders: tuple[OrderRow, ...] = ()
    parties: tuple[Party, ...] = ()


def look_up(desk: Desk, text: str, user: str) -> Found:
    """On the lane: the newest orders that fit, and the parties. A page of each, so that it takes
    no longer the more there are.
    """
    reference = _REFERENCE.fullmatch(text.strip())
    if reference:
        return Found(_by_reference(desk, user, *reference.groups()))
    query = OrderQuery(search=text, descending=True)
    page = desk.order_page(query, user, MOST, counted=False)
    return Found(tuple(page.rows[:MOST]), tuple(desk.search_parties(text, MOST)[:MOST]))


def _by_reference(desk: Desk, user: str, year: str, number: str) -> tuple[OrderRow, ...]:
    """Orders whose reference begins so. Its first two words are those of every order: only the
    last one is searched for.
    """
    query = OrderQuery(search=number, descending=True)
    page = desk.order_page(query, user, _AMONG, counted=False)
    begun = f"RTB-{year}-{number}"
    return tuple(row for row in page.rows if row.reference.startswith(begun))[:MOST]


class PaletteSources(QObject):
    """Makes the lines, in the reader's language."""

    def __init__(
        self, context: Context, library: Callable[[], HelpLibrary], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._library = library
        self._municipalities: list[Hit] = []

    def at_hand(self) -> list[Hit]:
        """Every line that needs no asking; commands only while they are possible."""
        return [
            *self._commands(),
            *self._views(),
            *self._municipalities,
            *self._settings(),
            *self._help(),
        ]

    def learn_municipalities(self, table: TableView) -> None:
        """The municipalities of today with all their names."""
        number, name, others, county = (
            table.columns.index(one)
            for one in ("municipality_number", "name", "official_names", "county")
        )
        self._municipalities = [
            self._municipality(row[number], row[name], row[others], row[county])
            for row in table.rows
        ]

    def orders(self, rows: Iterable[OrderRow]) -> list[Hit]:
        """Lines for orders."""
        return [self._order(row) for row in rows]

    def parties(self, parties: Iterable[Party]) -> list[Hit]:
        """Lines for parties."""
        return [self._party(party) for party in parties]

    def _commands(self) -> list[Hit]:
        actions = self._context.actions
        actions.draw_icons()
        made = []
        for action in actions.all():
            if not action.isEnabled() or action.objectName() == "paletteAction":
                continue
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            made.append(
                Hit(
                    f"command:{action.objectName()}",
                    Group.COMMANDS,
                    action.text().replace("&", ""),
                    action.trigger,
                    keys=keys,
                    icon=str(action.property("timebok_icon") or ""),
                )
            )
        return made

    def _views(self) -> list[Hit]:
        return [
            Hit(
                f"view:{view.name}",
                Group.VIEWS,
                self._context.say(view.title),
                partial(self._context.queueWanted.emit, OrderQuery(view=view.name)),
                icon="filter",
            )
            for view in SAVED_VIEWS
        ]

    def _settings(self) -> list[Hit]:
        want = self._context.pageWanted.emit
        sections = [
            Hit(
                f"settings:{key}",
                Group.SETTINGS,
                title,
                partial(want, "settings", key),
                icon="settings",
            )
            for key, title in section_titles()
        ]
        tables = [
            Hit(
                f"settings:{name}",
                Group.SETTINGS,
                self._context.say(definition.title),
                partial(want, "settings", name),
                detail=self.tr("reference table"),
                icon="settings",
                also=name,
            )
            for name, definition in DEFINITIONS.items()
        ]
        return [*sections, *tables]

    def _help(self) -> list[Hit]:
        """Every page of the help and every section of one."""
        library = self._library()
        return [
            Hit(
                f"help:{address.page}#{address.section}",
                Group.HELP,
                heading or title,
                partial(self._context.helpWanted.emit, library.link(address)),
                detail=title if heading else "",
                icon="help",
            )
            for address, title, heading in library.addresses()
        ]

    def search_in_help(self, text: str) -> Hit:
        """The last line: the whole text of the help is searched."""
        return Hit(
            SEARCH_HELP,
            Group.HELP,
            self.tr("Search the help for «{text}»").format(text=text.strip()),
            partial(self._context.helpWanted.emit, f"?{text.strip()}"),
            icon="search",
        )

    def _municipality(self, number: str, name: str, others: str, county: str) -> Hit:
        parallel = [one for one in others.split("|") if one and one != name]
        return Hit(
            f"municipality:{number}",
            Group.MUNICIPALITIES,
            f"{number} {name}",
            partial(self._context.queueWanted.emit, OrderQuery(municipality_numbers=(number,))),
            detail=", ".join(dict.fromkeys((*parallel, county))),
            icon="orders",
        )

    def _order(self, row: OrderRow) -> Hit:
        place = f"{row.municipality_number} {row.municipality_name}".strip()
        status = self._context.say(STATUS_WORDS[row.status])
        told = (row.category, status, f"HER-id {grouped_her_id(row.her_id)}")
        return Hit(
            f"order:{row.reference}",
            Group.ORDERS,
            f"{row.reference}  {place}".rstrip(),
            partial(self._context.pageWanted.emit, "orders", row.reference),
            detail=" · ".join(part for part in told if part),
            icon="orders",
        )

    def _party(self, party: Party) -> Hit:
        words = self._context.say
        told = [words(PARTY_TYPE_WORDS[party.type]), party.municipality_name]
        if not party.is_active_on(norwegian_day(self._context.now())):
            told.insert(0, self.tr("not active"))
        return Hit(
            f"party:{party.her_id}",
            Group.PARTIES,
            f"{grouped_her_id(str(party.her_id))}  {party.label}".rstrip(),
            partial(self._context.pageWanted.emit, "registry", str(party.her_id)),
            detail=" · ".join(part for part in told if part),
            icon="registry",
        )
