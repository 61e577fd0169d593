"""What the invented desk knows beside orders: parties, and the tables that pages ask for."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from invented_findings import CATEGORIES, PLACES

from timebok_desktop.domain.codes import PartyType
from timebok_desktop.domain.party import Party
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.services.views import TableView

PARALLEL = {"5501": "Tromsø|Romsa"}
PARTIES = (
    Party(8143043, PartyType.SERVICE, "Smittevern", location_description="Lillehammer sentrum"),
    Party(8143099, PartyType.SERVICE, "Legevakt <b>fet</b>", active=False),
)


@dataclass
class InventedRegistry:
    """`gate` holds the lane until it is set; `searched` is what was asked for."""

    gate: threading.Event | None = field(default=None, kw_only=True)
    searched: list[str] = field(default_factory=list, kw_only=True)

    def search_parties(self, text: str, limit: int = 50) -> tuple[Party, ...]:
        """The parties whose names have every word."""
        self.searched.append(text)
        if self.gate is not None:
            self.gate.wait(5)
        wanted = text.casefold().split()
        found = [
            party
            for party in PARTIES
            if all(word in f"{party.her_id} {party.label}".casefold() for word in wanted)
        ]
        return tuple(found[:limit])

    def table(self, name: str) -> TableView:
        """The categories, or the municipalities of the orders."""
        if name == "municipalities":
            places = tuple(
                (number, place, PARALLEL.get(number, place), "Innlandet")
                for number, place, _ in PLACES
            )
            words = Phrase("Kommuner", "Kommunar")
            columns = ("municipality_number", "name", "official_names", "county")
            return TableView(name, words, words, columns, places)
        rows = tuple((one, one, "no", "yes") for one in CATEGORIES)
        title = Phrase("Kategorier", "Kategoriar")
        return TableView(name, title, title, ("category", "name", "form_required", "active"), rows)
