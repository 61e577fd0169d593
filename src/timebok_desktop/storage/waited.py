"""How many working days orders had waited, from receipt until they were approved for good or
rejected: kept as a tally with every such decision, never counted when asked. One that is taken
back goes off it again; `miscounted` is the proof.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.domain.working_days import working_days_between
from timebok_desktop.storage.happened_terms import FINAL
from timebok_desktop.storage.values import moment_of_microseconds

Sort = tuple[str, str, str, int]
"""The Norwegian day of the decision, the order's municipality and category, days waited."""
_HOUR = 3_600_000_000
_MADE = (
    'SELECT substr(d."at", 1, 13), o.received_us / 3600000000, o.municipality_key,'
    " o.category_code, count(*) FROM decision d CROSS JOIN orders o ON o.id = d.order_id"
    f" WHERE d.is_taken_back = 0 AND {FINAL} AND ({{which}}) GROUP BY 1, 2, 3, 4"
)


def made(driver: Any, which: str, *parameters: Any) -> None:
    """These decisions, which `which` (SQL over d) names, have just been stored."""
    _add(driver, _sorts(driver, which, *parameters), +1)


def unmade(driver: Any, which: str, *parameters: Any) -> None:
    """These decisions are about to be taken back."""
    _add(driver, _sorts(driver, which, *parameters), -1)


@contextmanager
def amending(driver: Any, order_id: int) -> Iterator[None]:
    """What an order says may change: its decisions go along to its new municipality."""
    before = _sorts(driver, "d.order_id = ?", order_id)
    yield
    if before and (after := _sorts(driver, "d.order_id = ?", order_id)) != before:
        _add(driver, before, -1)
        _add(driver, after, +1)


def begin(driver: Any) -> None:
    """Count all decisions of a store that has no tally yet."""
    if driver.execute("SELECT 1 FROM tally_waited LIMIT 1").fetchone() is None:
        made(driver, "true")


def miscounted(driver: Any) -> list[str]:
    """The tally, if it is not what counting gives."""
    kept = driver.execute(
        "SELECT day, municipality, category, waited, orders FROM tally_waited WHERE orders <> 0"
    )
    found = {(*sort, count) for sort, count in _sorts(driver, "true").items()}
    return [] if set(kept.fetchall()) == found else ["tally_waited"]


def _sorts(driver: Any, which: str, *parameters: Any) -> Counter[Sort]:
    found: Counter[Sort] = Counter()
    rows: Iterable[tuple[str, int, str, str, int]] = driver.execute(
        _MADE.format(which=which), parameters
    ).fetchall()
    for hour, received, municipality, category, count in rows:
        day = _day(hour)
        waited = _waited(_received(received), day)
        found[day.isoformat(), municipality, category, waited] += count
    return found


def _add(driver: Any, sorts: Counter[Sort], sign: int) -> None:
    driver.executemany(
        "INSERT INTO tally_waited(day, municipality, category, waited, orders)"
        " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET orders = orders + ?5",
        [(*sort, sign * count) for sort, count in sorts.items()],
    ).close()


@lru_cache(maxsize=4096)
def _day(hour: str) -> date:
    return norwegian_day(datetime.fromisoformat(f"{hour}:00:00").replace(tzinfo=UTC))


@lru_cache(maxsize=4096)
def _received(hour: int) -> date:
    return norwegian_day(moment_of_microseconds(hour * _HOUR))


_waited = lru_cache(maxsize=4096)(working_days_between)
