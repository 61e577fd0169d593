"""The pages that are more than one place, and what knows where one is on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from timebok_desktop.ui.orders.places import OrderPlaces
from timebok_desktop.ui.pages.places import ConfigurationPlaces, RegistryPlaces, SettingsPlaces
from timebok_desktop.ui.place_keeper import PlaceKeeper

KEEPERS: Mapping[str, Callable[[Any], PlaceKeeper]] = {
    "orders": OrderPlaces,
    "registry": RegistryPlaces,
    "configurations": ConfigurationPlaces,
    "settings": SettingsPlaces,
}
"""By the keys of the pages. Every other page is one place."""
