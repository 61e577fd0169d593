"""Orders in the store, one by one: adding, changing, finding, and what is known of all of them."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from itertools import chain
from typing import Any, TypeVar

from timebok_desktop.domain.codes import OPEN_STATUSES, Kind, Status
from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.domain.rule_codes import codes_of
from timebok_desktop.domain.urgency import UrgencyDays
from timebok_desktop.services.ports_files import ListedOrder
from timebok_desktop.services.ports_orders import (
    Judging,
    OpenOrder,
    OrderStatistics,
    PreparedOrder,
    StoredOrder,
)
from timebok_desktop.services.views import OrderQuery, OrderRow
from timebok_desktop.storage import order_lists, queue_sql, tallies, waited
from timebok_desktop.storage.arrivals import SqlArrivals
from timebok_desktop.storage.order_rows import SELECT_STORED, changed_values, stored_order
from timebok_desktop.storage.queue_rows import rows_of
from timebok_desktop.storage.urgency import SqlUrgency
from timebok_desktop.storage.values import json_ids, moment_of_microseconds
from timebok_desktop.storage.verdict_terms import VERIFIABLE
from timebok_desktop.storage.verdicts import SqlVerdicts

_T = TypeVar("_T")
_BATCH = 500
_OPEN = "status_place <= 4"
_ANY_AWAITS = (
    "SELECT coalesce(sum(orders), 0) FROM tally_queue WHERE status = 'awaiting_information'"
)
_HOUR = 3_600_000_000
"""Microseconds."""


class SqlOrders:
    """Implements `services.ports_orders.OrderStore`."""

    def __init__(self, driver: Any, verdicts: SqlVerdicts, urgency: SqlUrgency) -> None:
        self._driver = driver
        self._verdicts = verdicts
        self._urgency = urgency
        self._arrivals = SqlArrivals(driver, urgency)

    # -- changing ----------------------------------------------------------------------------
    def take_reference_numbers(self, year: int, count: int) -> int:
        """The first of so many numbers of a year in a row; numbers are never given twice."""
        last = self._driver.execute(
            "INSERT INTO counter(name, value) VALUES(?1, ?2)"
            " ON CONFLICT(name) DO UPDATE SET value = value + ?2 RETURNING value",
            (f"reference-{year}", count),
        ).fetchone()
        return int(last[0]) - count + 1

    def add(
        self,
        rows: Sequence[PreparedOrder],
        references: Sequence[str],
        received_at: datetime,
        source_id: int | None,
    ) -> range:
        """Add new orders with their search words; returns their ids, which follow each other."""
        return self._arrivals.add(rows, references, received_at, source_id)

    def many(self, expected: int, judging: Judging | None = None) -> AbstractContextManager[None]:
        """Add so many orders, about, inside this."""
        return self._arrivals.many(expected, judging)

    def save(self, stored: StoredOrder, own_rules: int | None = None) -> None:
        """Write an order back; search words and own rules only where they are given."""
        values = changed_values(stored)
        names = list(values)
        assignments = ", ".join(f"{name} = :{name}" for name in names)
        values["id"] = stored.id
        values["own"] = own_rules
        with (
            tallies.changing(self._driver, "id = ?", stored.id, in_what_they_say=True),
            waited.amending(self._driver, stored.id),
        ):
            self._driver.execute(
                f"UPDATE orders SET {assignments},"
                " own_rules = coalesce(:own, own_rules) WHERE id = :id",
                values,
            ).close()
            self._freeze(stored.id)
            self._urgency.keep("id = ?", stored.id)
        if stored.keys.search_text:
            self._run("DELETE FROM order_search WHERE rowid = ?", stored.id)
            self._run(
                "INSERT INTO order_search(rowid, words) VALUES(?, ?)",
                stored.id,
                stored.keys.search_text,
            )

    def _freeze(self, identity: int) -> None:
        """An order that is no longer on its way keeps the snapshot that its verdict rests on."""
        self._run(
            "UPDATE orders SET snapshot_id = ?, snapshot_revision = ?"
            f" WHERE id = ? AND rules IS NOT NULL AND snapshot_id IS NULL AND NOT {VERIFIABLE}",
            *self._verdicts.rest_on(),
            identity,
        )

    # -- finding -----------------------------------------------------------------------------
    def get(self, reference: str) -> StoredOrder | None:
        """An order by its reference."""
        found = self._stored("reference = ?", reference)
        return found[0] if found else None

    def by_ids(self, ids: Sequence[int]) -> list[StoredOrder]:
        """Orders by id, in the given order."""
        found: dict[int, StoredOrder] = {}
        for some in _batches(ids):
            asked = json_ids(some)
            where = "orders.id IN (SELECT value FROM json_each(?))"
            found.update((one.id, one) for one in self._stored(where, asked))
        return [found[identity] for identity in ids if identity in found]

    def ids_of_references(self, references: Sequence[str]) -> dict[str, int]:
        """The ids of those references that exist."""
        found: dict[str, int] = {}
        for some in _batches(references):
            marks = ", ".join("?" * len(some))
            found.update(
                self._driver.execute(
                    f"SELECT reference, id FROM orders WHERE reference IN ({marks})",
                    tuple(some),
                ).fetchall()
            )
        return found

    def ids(self, query: OrderQuery, user: str) -> Sequence[int]:
        """All ids of a query in its order."""
        return queue_sql.ids_of(self._driver, query, user)

    def rows(self, ids: Sequence[int]) -> tuple[OrderRow, ...]:
        """Lines of the queue by id, in the given order."""
        return rows_of(self._driver, ids)

    def listed(self, ids: Sequence[int]) -> Sequence[ListedOrder]:
        """The fields of orders by id as plain tuples, in the given order."""
        return order_lists.listed(self._driver, ids)

    def open_neighbours(self, pairs: Iterable[tuple[int, str]]) -> list[OpenOrder]:
        """Open orders with these (HER-id, category) pairs."""
        found: list[OpenOrder] = []
        for pair in sorted(set(pairs)):
            rows = self._driver.execute(
                "SELECT id, reference, municipality_key, her_id_number, category_key, kind"
                " FROM orders WHERE her_id_number = ? AND category_code = ?"
                f" AND {_OPEN} ORDER BY id",
                pair,
            ).fetchall()
            found.extend(
                OpenOrder(row[0], row[1], row[2], row[3], row[4], Kind(row[5])) for row in rows
            )
        return found

    def waiting_for_answers_to(self, ids: range) -> list[tuple[int, int]]:
        """Orders that await information under the external reference of one of these, or whose own
        reference one of these gives as its external one."""
        if not self._one(_ANY_AWAITS)[0]:
            return []
        return list(
            self._driver.execute(
                "SELECT w.id, n.id FROM orders w JOIN orders n"
                " ON n.external_reference = w.external_reference"
                " WHERE w.status = 'awaiting_information' AND w.external_reference <> ''"
                " AND w.external_reference IN (SELECT external_reference FROM orders"
                " WHERE id BETWEEN ?1 AND ?2) AND n.id BETWEEN ?1 AND ?2 UNION"
                " SELECT w.id, n.id FROM orders n CROSS JOIN orders w"
                " ON w.reference = n.external_reference WHERE n.id BETWEEN ?1 AND ?2"
                " AND n.external_reference LIKE 'RTB-%' AND w.status = 'awaiting_information'"
                " AND w.id < ?1 ORDER BY 2, 1",
                (ids.start, ids.stop - 1),
            ).fetchall()
        )

    def earlier(self, municipality: str, before_id: int, limit: int) -> tuple[OrderRow, ...]:
        """Other orders of a municipality, newest first."""
        if not municipality:
            return ()
        found: list[int] = []
        for where in (
            "municipality_number = ?1 AND municipality_key = ?1",
            "municipality_key = ?1 AND municipality_key <> municipality_number",
        ):
            rows = self._driver.execute(
                f"SELECT id FROM orders WHERE {where} AND id <> ?2 ORDER BY id DESC LIMIT ?3",
                (municipality, before_id, limit),
            )
            found += [row[0] for row in rows.fetchall()]
        return self.rows(sorted(found, reverse=True)[:limit])

    # -- knowing -----------------------------------------------------------------------------
    def count_by_status(self) -> dict[Status, int]:
        """How many orders have each status."""
        return queue_sql.counts_by_status(self._driver)

    def ids_with_status(self, statuses: Sequence[Status]) -> array[int]:
        """The ids of all orders with these statuses, oldest first."""
        places = ", ".join(str(list(Status).index(status)) for status in statuses)
        rows = self._driver.execute(
            f"SELECT id FROM orders WHERE status_place IN ({places}) ORDER BY id"
        )
        return array("q", chain.from_iterable(rows.fetchall()))

    def statistics(self) -> OrderStatistics:
        """Counts for the overview."""
        is_open = ", ".join(f"'{status.value}'" for status in sorted(OPEN_STATUSES))
        queue = f"FROM tally_queue WHERE status IN ({is_open})"
        rules: Counter[str] = Counter()
        for mask, count in self._tallied("rules", "FROM tally_rules WHERE is_open").items():
            rules.update(dict.fromkeys(codes_of(mask), count))
        days: Counter[str] = Counter()
        for hour, count in self._tallied("hour", "FROM tally_hour WHERE is_open").items():
            day = norwegian_day(moment_of_microseconds(hour * _HOUR))
            days[day.isoformat()] += count
        return OrderStatistics(
            by_outcome=self._tallied("outcome", queue),
            by_category=self._tallied("category", queue),
            by_rule=rules,
            open_by_place=self._open_by_place(),
            oldest_by_municipality=self._oldest(),
            open_by_day=days,
        )

    def _open_by_place(self) -> dict[tuple[str, str, str], int]:
        rows = self._driver.execute(
            "SELECT municipality, outcome, category, orders FROM tally_place"
            " WHERE is_open AND orders > 0"
        )
        return {(place, outcome, category): n for place, outcome, category, n in rows.fetchall()}

    def _oldest(self) -> dict[str, datetime]:
        """Since when the oldest open order of each municipality waits: one look at an index for
        each."""
        rows = self._driver.execute(
            "SELECT place, (SELECT min(waiting_hour) FROM orders INDEXED BY ix_orders_oldest"
            f" WHERE municipality_key = place AND {_OPEN}) FROM (SELECT DISTINCT municipality"
            " AS place FROM tally_place WHERE is_open AND orders > 0)"
        )
        return {place: moment_of_microseconds(h * _HOUR) for place, h in rows.fetchall()}

    def miscounts(self) -> list[str]:
        """The tallies that are not what counting gives, and the keys of urgency among them."""
        wrong = ["orders.urgency"] if self._urgency.wrong() else []
        return [*tallies.miscounts(self._driver), *waited.miscounted(self._driver), *wrong]

    def rest_on_days(self, days: UrgencyDays) -> None:
        """See that what is to be done first is worked out from these days."""
        self._urgency.rest_on(days)

    def rests_on_days(self, days: UrgencyDays) -> bool:
        """Whether it is already."""
        return self._urgency.rests_on(days)

    def _tallied(self, what: str, source: str) -> Mapping[Any, int]:
        rows = self._driver.execute(f"SELECT {what}, sum(orders) {source} GROUP BY 1")
        return {key: count for key, count in rows.fetchall() if count}

    def _stored(self, where: str, *values: Any) -> list[StoredOrder]:
        snapshot = self._verdicts.rest_on()
        cursor = self._driver.execute(f"{SELECT_STORED} WHERE {where}", values)
        names = [column[0] for column in cursor.description]
        rows = cursor.fetchall()
        return [stored_order(dict(zip(names, row, strict=True)), snapshot) for row in rows]

    def _one(self, statement: str, *values: Any) -> Any:
        return self._driver.execute(statement, values).fetchone()

    def _run(self, statement: str, *values: Any) -> None:
        self._driver.execute(statement, values).close()


def _batches(items: Sequence[_T]) -> Iterable[Sequence[_T]]:
    for start in range(0, len(items), _BATCH):
        yield items[start : start + _BATCH]
