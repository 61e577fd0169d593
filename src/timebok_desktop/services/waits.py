"""How long orders had waited when they were decided: medians of what the store has tallied."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from timebok_desktop.services.figure_views import WaitFigures
from timebok_desktop.services.ports_figures import WaitedRow

_Place = tuple[str | None, str | None]


def waits_of(rows: Iterable[WaitedRow], county_of: Mapping[str, str]) -> tuple[WaitFigures, ...]:
    """By county and category, each with its sums; a municipality without a county is of ""."""
    found: defaultdict[_Place, Counter[int]] = defaultdict(Counter)
    for row in rows:
        for county in (None, county_of.get(row.municipality, "")):
            for category in (None, row.category):
                found[county, category][row.days] += row.orders
    ordered = sorted(found, key=lambda place: tuple((one is not None, one or "") for one in place))
    return tuple(_waits(*place, found[place]) for place in ordered)


def _waits(county: str | None, category: str | None, days: Counter[int]) -> WaitFigures:
    return WaitFigures(county, category, days.total(), _within(days, 50), _within(days, 90))


def _within(days: Counter[int], percent: int) -> int:
    """So many per cent of the orders had waited this long or shorter."""
    left = days.total() * percent
    for waited in sorted(days):
        left -= days[waited] * 100
        if left <= 0:
            return waited
    return max(days)
