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


class NewOrders:
    """New orders, which nobody holds, counted until they are put on the tallies."""

    def __init__(self) -> None:
        self._hours: Counter[int] = Counter()
        self._rules: Counter[int] = Counter()
        self._places: dict[int, Counter[tuple[tuple[str, str], str]]] = {}

    def add(
        self,
        received: int,
        waiting: Sequence[int],
        verdicts: Sequence[tuple[int | None, str | None]],
        places: Sequence[tuple[str, str]],
    ) -> None:
        """Count orders that were received in an hour and have waited since these, by the (rules,
        outcome) and the (municipality, category) of each."""
        self._hours.update(waiting)
        self._rules.update(rules for rules, _ in verdicts if rules is not None)
        outcomes = [outcome or "" for _, outcome in verdicts]
        sorts = self._places.setdefault(received, Counter())
        sorts.update(zip(places, outcomes, strict=True))

    def write(self, driver: Any) -> None:
        """Put them on the tallies."""
        by_sort = sum(self._places.values(), Counter[tuple[tuple[str, str], str]]())
        queue: Counter[tuple[str, str]] = Counter()
        for ((_, category), outcome), count in by_sort.items():
            queue[outcome, category] += count
        received = [
            (hour, *place, count)
            for hour, found in self._places.items()
            for (place, _), count in found.items()
        ]
        for table, rows in (
            ("tally_queue", [("received", "", *sort, n) for sort, n in queue.items()]),
            (
                "tally_place",
                [(place, 1, outcome, sort, n) for ((place, sort), outcome), n in by_sort.items()],
            ),
            ("tally_rules", [(rules, 1, count) for rules, count in self._rules.items()]),
            ("tally_hour", [(hour, 1, count) for hour, count in self._hours.items()]),
            ("tally_received", received),
        ):
            _put(driver, table, rows)


def rejudged(driver: Any, outcome: str) -> None:
    """The orders in `temp.verdict` are about to get the rules that stand there, and the outcome
    that `outcome` (SQL over `v`) gives: all else that they are tallied by stays."""
    found = driver.execute(
        "SELECT status, holder_key, category_code, municipality_key,"
        f" {OPEN}, coalesce(outcome, ''), orders.rules, coalesce({outcome}, ''), v.rules, count(*)"
        " FROM temp.verdict v CROSS JOIN orders ON orders.id = v.id"
        " GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9"
    ).fetchall()
    changes: dict[str, Counter[tuple[Any, ...]]] = {
        name: Counter() for name in ("tally_queue", "tally_place", "tally_rules")
    }
    for status, holder, category, municipality, is_open, *verdicts, count in found:
        for outcome_then, rules, sign in ((*verdicts[:2], -count), (*verdicts[2:], count)):
            changes["tally_queue"][status, holder, outcome_then, category] += sign
            changes["tally_place"][municipality, is_open, outcome_then, category] += sign
            if rules is not None:
                changes["tally_rules"][rules, is_open] += sign
    for table, counted in changes.items():
        _put(driver, table, [(*sort, count) for sort, count in counted.items() if count])


def miscounts(driver: Any) -> list[str]:
    """The tallies that are not what counting gives."""
    return [table for table in _SORTS if _kept(driver, table) != _counted(driver, table)]


def _put(driver: Any, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """So many orders more or fewer of each sort."""
    marks = ", ".join("?" * (len(_COLUMNS[table]) + 1))
    driver.executemany(
        f"INSERT INTO {table} VALUES ({marks}) ON CONFLICT DO UPDATE"
        " SET orders = orders + excluded.orders",
        rows,
    ).close()


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
