"""Where one is on the pages beside that of the orders."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timebok_desktop.ui.place_keeper import PlaceKeeper

if TYPE_CHECKING:
    from timebok_desktop.ui.pages.configurations import ConfigurationsPage
    from timebok_desktop.ui.pages.registry import RegistryPage
    from timebok_desktop.ui.pages.settings import SettingsPage


@dataclass(frozen=True, slots=True)
class RegistryPlace:
    """The tab, what is searched for, the party that is shown (0: none)."""

    tab: int
    search: str
    her_id: int
    scrolled: int = field(default=0, compare=False)


class RegistryPlaces(PlaceKeeper):
    """Of the registry page. A party that another one leads to is a place of its own."""

    def __init__(self, page: RegistryPage) -> None:
        super().__init__(page)
        self._page = page
        page.details.partyWanted.connect(lambda _her_id: self.left.emit(self.here()))

    def here(self) -> RegistryPlace:
        """The place that is shown now."""
        page = self._page
        scrolled = page.party_table.verticalScrollBar().value()
        tab, search = page.tabs.currentIndex(), page.search_field.text()
        return RegistryPlace(tab, search, page.shown_party, scrolled)

    def return_to(self, place: object) -> None:
        """Show the same party beside the same search."""
        if not isinstance(place, RegistryPlace):
            return
        page = self._page
        page.tabs.setCurrentIndex(place.tab)
        page.search_field.setText(place.search)
        if place.her_id and place.her_id != page.shown_party:
            page.show_party(place.her_id)
        page.party_table.verticalScrollBar().setValue(place.scrolled)


@dataclass(frozen=True, slots=True)
class ConfigurationPlace:
    """What is searched for, and whether ended ones are shown too."""

    search: str
    past: bool
    scrolled: int = field(default=0, compare=False)


class ConfigurationPlaces(PlaceKeeper):
    """Of the page of configurations."""

    def __init__(self, page: ConfigurationsPage) -> None:
        super().__init__(page)
        self._page = page

    def here(self) -> ConfigurationPlace:
        """The place that is shown now."""
        page = self._page
        scrolled = page.table.verticalScrollBar().value()
        return ConfigurationPlace(page.search_field.text(), page.past.isChecked(), scrolled)

    def return_to(self, place: object) -> None:
        """Show what was searched for."""
        if not isinstance(place, ConfigurationPlace):
            return
        self._page.past.setChecked(place.past)
        self._page.search_field.setText(place.search)
        self._page.table.verticalScrollBar().setValue(place.scrolled)


class SettingsPlaces(PlaceKeeper):
    """Of the settings: the section is the place."""

    def __init__(self, page: SettingsPage) -> None:
        super().__init__(page)
        self._page = page

    def here(self) -> int:
        """The place that is shown now."""
        return self._page.sections.currentRow()

    def return_to(self, place: object) -> None:
        """Show a section."""
        if isinstance(place, int):
            self._page.sections.setCurrentRow(place)
