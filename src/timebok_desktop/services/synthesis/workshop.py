"""What orders are made from: unused keys of sites and categories, bases, and one randomness.

A key (site, category) is handed out once, so that orders meet each other only where a defect
wants it. When a small registry has no unused keys left, old ones come again; the neighbours
(`neighbours.py`) then say what that means for each order.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from random import Random

from timebok_desktop.domain.codes import Kind, Scheme
from timebok_desktop.services.synthesis.draft import BaseConfiguration, Draft
from timebok_desktop.services.synthesis.geography import Geography, Place
from timebok_desktop.services.synthesis.invented import (
    CATEGORIES,
    FITTING_TYPES,
    INTEGRATED,
    SENDING_FORM,
    TEST_FORM,
)
from timebok_desktop.services.synthesis.registry import Registry, Site

Key = tuple[Site, str]
_LOOK_AHEAD = 60
_SHARE_THAT_TAKES_A_KEY = 0.85


def type_fits(site: Site, category: str) -> bool:
    """Whether the site's service type stands in the world's table for the category."""
    return site.code in FITTING_TYPES[category]


def anything(_site: Site, _category: str) -> bool:
    """Every category will do."""
    return True


class KeyPool:
    """The keys of some sites in random order, each handed out once."""

    def __init__(
        self, sites: Sequence[Site], random: Random, fits: Callable[[Site, str], bool]
    ) -> None:
        self._sites = sites
        self._random = random
        self._keys = array(
            "L",
            (
                site_index * len(CATEGORIES) + category_index
                for site_index, site in enumerate(sites)
                for category_index, category in enumerate(CATEGORIES)
                if fits(site, category)
            ),
        )
        random.shuffle(self._keys)
        self._next = 0

    def __len__(self) -> int:
        return len(self._keys)

    def take(self) -> Key | None:
        """An unused key, or None when all are used."""
        if self._next >= len(self._keys):
            return None
        self._next += 1
        return self._key(self._keys[self._next - 1])

    def take_where(self, wanted: Callable[[Site, str], bool]) -> Key | None:
        """An unused key of the wanted kind, if there is one among the next ones."""
        keys, first = self._keys, self._next
        for place in range(first, min(first + _LOOK_AHEAD, len(keys))):
            if wanted(*self._key(keys[place])):
                keys[first], keys[place] = keys[place], keys[first]
                return self.take()
        return None

    def take_or_reuse(self) -> Key:
        """An unused key, or one that was used before; there must be any."""
        return self.take() or self._key(self._random.choice(self._keys))

    def _key(self, packed: int) -> Key:
        site_index, category_index = divmod(packed, len(CATEGORIES))
        return self._sites[site_index], CATEGORIES[category_index]


class Workshop:
    """The state of one run over the orders; a second run from the same seed makes the same."""

    def __init__(
        self,
        geography: Geography,
        registry: Registry,
        random: Random,
        *,
        taken_at: datetime,
        orders: int,
    ) -> None:
        self.geography = geography
        self.registry = registry
        self.random = random
        self.taken_at = taken_at
        self.own = KeyPool(registry.own, random, type_fits)
        self.joint = KeyPool(registry.joint, random, type_fits)
        self.inactive = KeyPool(registry.inactive, random, type_fits)
        self.other_type = KeyPool(registry.other_type, random, anything)
        self.displaced = KeyPool(registry.displaced, random, type_fits)
        self.private = KeyPool(registry.private, random, type_fits)
        self.other_level = KeyPool(registry.other_level, random, anything)
        self.bases: dict[tuple[str, int, str], BaseConfiguration] = {}
        self.waiting: list[Draft] = []
        self.share_on_a_base = _share_on_a_base(orders, len(self.own))
        self.unknown_her_ids: set[int] = set()
        self.unknown_categories: set[tuple[int, str]] = set()

    def draft(
        self,
        site: Site,
        category: str,
        *,
        sender: Place | None = None,
        kind: Kind = Kind.ACTIVATE,
        scheme: Scheme = Scheme.RESOURCE_SCHEDULE,
    ) -> Draft:
        """An order of one of the site's senders (or of `sender`) without any defect."""
        place = sender or self.random.choice(site.senders)
        return Draft(
            sender=place,
            site=site,
            kind=kind,
            scheme=scheme,
            her_id=str(site.party.her_id),
            category=category,
            known_her_id=site.party.her_id,
            known_category=category,
            known_municipality=place.number,
            municipality_number=place.number,
            organization_number=place.organization_number,
            covered=bool(site.party.coverage),
        )

    def add_base(self, place: Place, her_id: int, category: str) -> None:
        """Let this be set up already, as the world's configurations file will say."""
        form = {"Koronavaksine": SENDING_FORM.code, "Koronatest": TEST_FORM.code}.get(category, "")
        row = self.random.choice(INTEGRATED)
        self.bases[place.number, her_id, category] = BaseConfiguration(
            place.number, her_id, category, form, row.vendor, row.system, self.day(-300, -30)
        )

    def day(self, earliest: int, latest: int) -> date:
        """A day so many days from the day of the snapshot."""
        days = self.random.randint(earliest, latest)
        return self.taken_at.date() + timedelta(days=days)

    def chance(self, share: float) -> bool:
        """True in `share` of the cases."""
        return self.random.random() < share


def _share_on_a_base(orders: int, keys: int) -> float:
    """A key with a base serves two orders (change and ending): more of them where keys are few."""
    return max(0.2, min(0.9, _SHARE_THAT_TAKES_A_KEY * orders / (keys or 1) - 0.8))
