"""Orders in the store: adding, changing, the queue, search and what verification said."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import (
    Connection,
    and_,
    delete,
    func,
    insert,
    or_,
    select,
    text,
    true,
    tuple_,
    update,
)

from timebok_desktop.domain.codes import (
    LEAVING_STATUSES,
    OPEN_STATUSES,
    Kind,
    Outcome,
    Status,
)
from timebok_desktop.domain.findings import Finding
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.order import Order
from timebok_desktop.domain.party import Snapshot, norwegian_day
from timebok_desktop.services.ports_store import (
    OpenOrder,
    OrderKeys,
    OrderStatistics,
    StoredOrder,
)
from timebok_desktop.services.views import OrderQuery, OrderRow
from timebok_desktop.storage.order_rows import finding as finding_of
from timebok_desktop.storage.order_rows import (
    finding_values,
    order_row,
    order_values,
    stored_order,
)
from timebok_desktop.storage.queue import (
    CATEGORY,
    conditions,
    ordered_ids,
    page_of_ids,
    waiting_since_column,
)
from timebok_desktop.storage.schema import finding, orders
from timebok_desktop.storage.values import moment

_T = TypeVar("_T")
_BATCH = 500
_OPEN = [status.value for status in OPEN_STATUSES]
_VERIFIABLE = [status.value for status in OPEN_STATUSES | LEAVING_STATUSES]


class SqlOrders:
    """Implements `services.ports_store.OrderStore`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_reference_number(self, year: int) -> int:
        """The next number of a year; numbers are never given twice."""
        name = f"reference-{year}"
        taken = self._connection.execute(
            text(
                "INSERT INTO counter(name, value) VALUES(:name, 1)"
                " ON CONFLICT(name) DO UPDATE SET value = value + 1 RETURNING value"
            ),
            {"name": name},
        )
        return int(taken.scalar_one())

    def add(self, order: Order, keys: OrderKeys) -> int:
        """Add an order and its search words; returns its id."""
        added = self._connection.execute(insert(orders), order_values(order, keys))
        key = added.inserted_primary_key
        identity = int(key[0]) if key else 0
        self._index(identity, keys.search_text)
        return identity

    def save(self, stored: StoredOrder) -> None:
        """Write an order back; its search words only where they are given."""
        values = {
            **order_values(stored.order, stored.keys),
            "holder": stored.holder,
            "holder_key": squeezed(stored.holder),
            "snapshot_id": stored.snapshot_id,
            "snapshot_revision": stored.snapshot_revision,
        }
        self._connection.execute(update(orders).where(orders.c.id == stored.id).values(values))
        if stored.keys.search_text:
            self._connection.execute(
                text("DELETE FROM order_search WHERE rowid = :id"), {"id": stored.id}
            )
            self._index(stored.id, stored.keys.search_text)

    def get(self, reference: str) -> StoredOrder | None:
        """An order by its reference."""
        row = self._connection.execute(
            select(orders).where(orders.c.reference == reference)
        ).mappings()
        found = row.first()
        return stored_order(found) if found else None

    def by_ids(self, ids: Sequence[int]) -> list[StoredOrder]:
        """Orders by id, in the given order."""
        found: dict[int, StoredOrder] = {}
        for some in _batches(ids):
            rows = self._connection.execute(select(orders).where(orders.c.id.in_(some))).mappings()
            found.update((row["id"], stored_order(row)) for row in rows)
        return [found[identity] for identity in ids if identity in found]

    def ids_of_references(self, references: Sequence[str]) -> dict[str, int]:
        """The ids of those references that exist."""
        found: dict[str, int] = {}
        for some in _batches(references):
            rows = self._connection.execute(
                select(orders.c.reference, orders.c.id).where(orders.c.reference.in_(some))
            )
            found.update((row[0], row[1]) for row in rows)
        return found

    def ids(self, query: OrderQuery, user: str) -> array[int]:
        """All ids of a query in its order."""
        return array("q", self._connection.execute(ordered_ids(query, user)).scalars())

    def rows(self, ids: Sequence[int]) -> tuple[OrderRow, ...]:
        """Lines of the queue by id, in the given order."""
        found: dict[int, OrderRow] = {}
        for some in _batches(ids):
            rules: dict[int, list[str]] = {}
            for identity, rule in self._connection.execute(
                select(finding.c.order_id, finding.c.rule)
                .where(finding.c.order_id.in_(some))
                .order_by(finding.c.order_id, finding.c.position)
            ):
                rules.setdefault(identity, []).append(rule)
            for row in self._connection.execute(
                select(orders).where(orders.c.id.in_(some))
            ).mappings():
                found[row["id"]] = order_row(row, tuple(rules.get(row["id"], ())))
        return tuple(found[identity] for identity in ids if identity in found)

    def page(
        self, query: OrderQuery, user: str, limit: int, after: tuple[str, int] | None
    ) -> tuple[int, tuple[OrderRow, ...], tuple[str, int] | None]:
        """Total, one page and the place to go on after."""
        total = self._connection.execute(
            select(func.count()).select_from(orders).where(and_(true(), *conditions(query, user)))
        ).scalar_one()
        found = self._connection.execute(page_of_ids(query, user, limit, after)).all()
        here = found[:limit]
        following = (str(here[-1][1]), int(here[-1][0])) if len(found) > limit and here else None
        return int(total), self.rows([row[0] for row in here]), following

    def count_by_status(self) -> dict[Status, int]:
        """How many orders have each status."""
        rows = self._connection.execute(
            select(orders.c.status, func.count()).group_by(orders.c.status)
        )
        return {Status(status): count for status, count in rows}

    def held_by(self, user: str) -> dict[Status, int]:
        """How many orders a caseworker holds, by status."""
        rows = self._connection.execute(
            select(orders.c.status, func.count())
            .where(orders.c.holder_key == squeezed(user))
            .group_by(orders.c.status)
        )
        return {Status(status): count for status, count in rows}

    def ids_to_verify(self, snapshot: Snapshot, *, everything: bool) -> array[int]:
        """Orders on their way: all, or those whose findings do not rest on this snapshot."""
        wanted = select(orders.c.id).where(orders.c.status.in_(_VERIFIABLE))
        if not everything:
            wanted = wanted.where(
                or_(
                    orders.c.outcome.is_(None),
                    orders.c.snapshot_id.is_distinct_from(snapshot.id),
                    orders.c.snapshot_revision.is_distinct_from(snapshot.revision),
                )
            )
        return array("q", self._connection.execute(wanted.order_by(orders.c.id)).scalars())

    def open_neighbours(self, pairs: Iterable[tuple[int, str]]) -> list[OpenOrder]:
        """Open orders with these (HER-id, category) pairs."""
        found: list[OpenOrder] = []
        for some in _batches(sorted(set(pairs))):
            rows = self._connection.execute(
                select(
                    orders.c.id,
                    orders.c.reference,
                    orders.c.municipality_key,
                    orders.c.her_id_number,
                    orders.c.category_key,
                    orders.c.kind,
                ).where(
                    tuple_(orders.c.her_id_number, orders.c.category_key).in_(some),
                    orders.c.status.in_(_OPEN),
                )
            )
            found.extend(OpenOrder(*row[:5], kind=Kind(row[5])) for row in rows)
        return found

    def waiting_for_answer(self, external_reference: str) -> list[StoredOrder]:
        """Orders that await information under this external reference."""
        rows = self._connection.execute(
            select(orders).where(
                orders.c.external_reference == external_reference,
                orders.c.status == Status.AWAITING_INFORMATION.value,
            )
        ).mappings()
        return [stored_order(row) for row in rows]

    def earlier(self, municipality: str, before_id: int, limit: int) -> tuple[OrderRow, ...]:
        """Other orders of a municipality, newest first."""
        if not municipality:
            return ()
        ids = self._connection.execute(
            select(orders.c.id)
            .where(orders.c.municipality_key == municipality, orders.c.id != before_id)
            .order_by(orders.c.id.desc())
            .limit(limit)
        ).scalars()
        return self.rows(list(ids))

    def findings(self, ids: Sequence[int]) -> dict[int, tuple[Finding, ...]]:
        """The stored findings of these orders."""
        found: dict[int, list[Finding]] = {}
        for some in _batches(ids):
            rows = self._connection.execute(
                select(finding)
                .where(finding.c.order_id.in_(some))
                .order_by(finding.c.order_id, finding.c.position)
            ).mappings()
            for row in rows:
                found.setdefault(row["order_id"], []).append(finding_of(row))
        return {identity: tuple(findings) for identity, findings in found.items()}

    def set_findings(
        self,
        verdicts: Iterable[tuple[int, Outcome, tuple[Finding, ...]]],
        snapshot: Snapshot,
    ) -> None:
        """Replace what verification said of these orders."""
        listed = list(verdicts)
        for some in _batches([identity for identity, _, _ in listed]):
            self._connection.execute(delete(finding).where(finding.c.order_id.in_(some)))
        values = [
            finding_values(identity, position, one)
            for identity, _, findings in listed
            for position, one in enumerate(findings)
        ]
        if values:
            self._connection.execute(insert(finding), values)
        if listed:
            self._connection.execute(
                text(
                    "UPDATE orders SET outcome = :outcome, snapshot_id = :snapshot,"
                    " snapshot_revision = :revision WHERE id = :id"
                ),
                [
                    {
                        "outcome": outcome.value,
                        "snapshot": snapshot.id,
                        "revision": snapshot.revision,
                        "id": identity,
                    }
                    for identity, outcome, _ in listed
                ],
            )

    def references_with_status(self, statuses: Sequence[Status]) -> list[str]:
        """The references of all orders with these statuses, oldest first."""
        rows = self._connection.execute(
            select(orders.c.reference)
            .where(orders.c.status.in_([status.value for status in statuses]))
            .order_by(orders.c.id)
        )
        return list(rows.scalars())

    def statistics(self) -> OrderStatistics:
        """Counts for the overview."""
        is_open = orders.c.status.in_(_OPEN)
        return OrderStatistics(
            by_outcome=self._counts(func.coalesce(orders.c.outcome, ""), is_open),
            by_category=self._counts(CATEGORY, is_open),
            by_rule=self._counts(finding.c.rule, and_(finding.c.order_id == orders.c.id, is_open)),
            open_by_municipality=self._counts(orders.c.municipality_key, is_open),
            open_by_day=self._open_by_day(is_open),
        )

    def _open_by_day(self, is_open: Any) -> Mapping[str, int]:
        """Counted by the hour in UTC: a day in Norway begins at a whole hour."""
        days: Counter[str] = Counter()
        for hour, count in self._counts(func.substr(waiting_since_column, 1, 13), is_open).items():
            days[norwegian_day(moment(f"{hour}:00:00Z")).isoformat()] += count
        return days

    def _counts(self, what: Any, where: Any) -> Mapping[str, int]:
        rows = self._connection.execute(select(what, func.count()).where(where).group_by(what))
        return {row[0]: row[1] for row in rows}

    def _index(self, identity: int, words: str) -> None:
        self._connection.execute(
            text("INSERT INTO order_search(rowid, words) VALUES(:id, :words)"),
            {"id": identity, "words": words},
        )


def _batches(items: Sequence[_T]) -> Iterable[Sequence[_T]]:
    for start in range(0, len(items), _BATCH):
        yield items[start : start + _BATCH]
