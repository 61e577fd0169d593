"""How many orders there are of each sort: kept with every change, never counted when asked.

Whoever changes orders does it inside `changing`, which takes their old sorts off the tallies and
puts the new ones on in the same transaction; `miscounts` is the proof.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

OPEN = "status_place <= 4"
"""Orders with a status of `domain.codes.OPEN_STATUSES`."""
_SORTS = {
    "tally_queue": ("status", "holder_key", "coalesce(outcome, '')", "category_code"),
    "tally_place": ("municipality_key", OPEN, "coalesce(outcome, '')", "category_code"),
    "tally_rules": ("rules", OPEN),
    "tally_hour": ("waiting_hour", OPEN),
    "tally_received": ("received_us / 3600000000", "municipality_key", "category_code"),
}
_COLUMNS = {
    "tally_queue": ("status", "holder_key", "outcome", "category"),
    "tally_place": ("municipality", "is_open", "outcome", "category"),
    "tally_rules": ("rules", "is_open"),
    "tally_hour": ("hour", "is_open"),
    "tally_received": ("hour", "municipality", "category"),
}
_OF_THE_STATE = ("tally_queue", "tally_place", "tally_rules", "tally_hour")
"""What follows from where orders stand; the others follow only from what they say."""


@contextmanager
def changing(
    driver: Any, which: str, *parameters: Any, in_what_they_say: bool = False
) -> Iterator[None]:
    """Keep the tallies right while the orders that `which` (SQL) names are changed."""
    tables = tuple(_COLUMNS) if in_what_they_say else _OF_THE_STATE
    _count(driver, tables, which, parameters, -1)
    yield
    _count(driver, tables, which, parameters, +1)


def shift(driver: Any, sorts: Mapping[tuple[str, str, str, str], int]) -> None:
    """Open orders stay open and become of other sorts of the queue: so many more or fewer of each
    (status, holder, outcome, category)."""
    driver.executemany(
        "INSERT INTO tally_queue VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE"
        " SET orders = orders + ?5",
        [(*sort, count) for sort, count in sorts.items()],
    ).close()


def added(driver: Any, ids: range, hour: int, places: Iterable[tuple[str, str]]) -> None:
    """Count new orders with these ids, received in this hour, which nobody holds and nobody has
    verified; `places` are the (municipality, category) of each."""
    found = Counter(places)
    categories: Counter[str] = Counter()
    for (_, category), count in found.items():
        categories[category] += count
    sorts = [(*place, count) for place, count in found.items()]
    for statement, counted in (
        (
            (
                "INSERT INTO tally_queue VALUES ('received', '', '', ?1, ?2)"
                " ON CONFLICT DO UPDATE SET orders = orders + ?2"
            ),
            list(categories.items()),
        ),
        (
            (
                "INSERT INTO tally_place VALUES (?1, 1, '', ?2, ?3)"
                " ON CONFLICT DO UPDATE SET orders = orders + ?3"
            ),
            sorts,
        ),
        (
            (
                f"INSERT INTO tally_received VALUES ({int(hour)}, ?1, ?2, ?3)"
                " ON CONFLICT DO UPDATE SET orders = orders + ?3"
            ),
            sorts,
        ),
    ):
        driver.executemany(statement, counted).close()
    _count_in(driver, "tally_hour", "id BETWEEN ? AND ?", (ids.start, ids.stop - 1), +1)


def miscounts(driver: Any) -> list[str]:
    """The tallies that are not what counting gives."""
    return [table for table in _SORTS if _kept(driver, table) != _counted(driver, table)]


def _count(
    driver: Any, tables: Iterable[str], which: str, parameters: Sequence[Any], sign: int
) -> None:
    for table in tables:
        _count_in(driver, table, which, parameters, sign)


def _count_in(driver: Any, table: str, which: str, parameters: Sequence[Any], sign: int) -> None:
    columns = _COLUMNS[table]
    driver.execute(
        f"INSERT INTO {table} SELECT {', '.join(_SORTS[table])}, {sign} * count(*)"
        f" FROM orders WHERE ({which}) AND {_counts(table)} GROUP BY {_places(table)}"
        f" ON CONFLICT({', '.join(columns)}) DO UPDATE SET orders = orders + excluded.orders",
        parameters,
    ).close()


def _counts(table: str) -> str:
    return "rules IS NOT NULL" if table == "tally_rules" else "true"


def _places(table: str) -> str:
    return ", ".join(str(place) for place, _ in enumerate(_COLUMNS[table], start=1))


def _kept(driver: Any, table: str) -> set[tuple[Any, ...]]:
    return set(driver.execute(f"SELECT * FROM {table} WHERE orders <> 0").fetchall())


def _counted(driver: Any, table: str) -> set[tuple[Any, ...]]:
    found = driver.execute(
        f"SELECT {', '.join(_SORTS[table])}, count(*) FROM orders WHERE {_counts(table)}"
        f" GROUP BY {_places(table)}"
    )
    return set(found.fetchall())
