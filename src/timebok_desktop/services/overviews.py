"""The overview: how the open orders stand, in numbers and place by place."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date

from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.domain.working_days import working_days_between
from timebok_desktop.services.context import Service
from timebok_desktop.services.ports_orders import OrderStatistics
from timebok_desktop.services.views import Overview, PlaceState

AGE_GROUPS = ((0, "0"), (1, "1"), (2, "2"), (5, "3-5"), (10, "6-10"))
"""Upper border in working days, and the name of the group."""
_OLDER = "11+"


class OverviewService(Service):
    """Implements the overview of the desk."""

    def overview(self) -> Overview:
        """The state of the desk in numbers."""
        with self._context.store.read() as unit:
            statistics = unit.orders.statistics()
            by_status = unit.orders.count_by_status()
            tables = self._context.tables(unit)
        today = norwegian_day(self._now())
        ages = Counter({name: 0 for _, name in AGE_GROUPS} | {_OLDER: 0})
        days = {date.fromisoformat(day): n for day, n in statistics.open_by_day.items()}
        for day, count in days.items():
            ages[age_group(working_days_between(day, today))] += count
        places = _places(statistics, tables)
        by_county: Counter[str] = Counter()
        for place in places:
            by_county[place.county] += place.open_orders
        return Overview(
            by_status=by_status,
            by_outcome=statistics.by_outcome,
            by_category=statistics.by_category,
            ages=dict(ages),
            by_rule=statistics.by_rule,
            by_county={county: count for county, count in by_county.items() if count},
            open_orders=sum(days.values()),
            oldest_open=min(days, default=None),
            places=places,
        )


def age_group(days: int) -> str:
    """The group that an age in working days belongs to."""
    for border, name in AGE_GROUPS:
        if days <= border:
            return name
    return _OLDER


def _places(statistics: OrderStatistics, tables: ReferenceTables) -> tuple[PlaceState, ...]:
    """Every municipality of today; those of no known one stand together, last and without a
    number."""
    outcomes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    categories: defaultdict[str, Counter[str]] = defaultdict(Counter)
    oldest: dict[str, date] = {}
    known = tables.municipality_by_number
    for (number, outcome, category), count in statistics.open_by_place.items():
        key = number if number in known else ""
        outcomes[key][outcome] += count
        categories[key][category] += count
    for number, since in statistics.oldest_by_municipality.items():
        key = number if number in known else ""
        day = norwegian_day(since)
        oldest[key] = min(day, oldest.get(key, day))
    found = [
        PlaceState(
            number=number,
            name=entry.name,
            names=entry.official_names,
            county=entry.county,
            longitude=entry.longitude,
            latitude=entry.latitude,
            by_outcome=dict(outcomes[number]),
            by_category=dict(categories[number]),
            oldest=oldest.get(number),
        )
        for number, entry in known.items()
    ]
    if outcomes[""]:
        of_none = PlaceState("", "", (), "", 0.0, 0.0)
        found.append(
            replace(
                of_none,
                by_outcome=dict(outcomes[""]),
                by_category=dict(categories[""]),
                oldest=oldest.get(""),
            )
        )
    return tuple(found)
