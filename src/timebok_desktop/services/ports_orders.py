"""What the services ask of the storage room about orders: one by one, in the queue, and judged
many at once. Rows that come out are frozen.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple, Protocol, TypeAlias

from timebok_desktop.domain.codes import Kind, Outcome, Status
from timebok_desktop.domain.order import Order
from timebok_desktop.domain.party import Snapshot
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.domain.urgency import UrgencyDays
from timebok_desktop.services.ports_files import ListedOrder
from timebok_desktop.services.views import OrderGroup, OrderQuery, OrderRow


@dataclass(frozen=True, slots=True)
class OrderKeys:
    """What orders are looked up and searched by, worked out from the tables when stored.

    `municipality` is the number of today ("" unresolved), `category` the table's code or "".
    """

    municipality: str
    municipality_title: str
    category: str
    her_id: int | None
    search_text: str


@dataclass(frozen=True, slots=True)
class StoredOrder:
    """An order with its place in the store and what verification last said of it: `rules` is the
    verdict (`domain.rule_codes`), None where there was none."""

    id: int
    order: Order
    holder: str
    keys: OrderKeys
    snapshot_id: int | None
    snapshot_revision: int | None
    rules: int | None


PREPARED_FIELDS = (
    "kind",
    "scheme",
    "municipality_number",
    "municipality_name",
    "organization_number",
    "her_id",
    "category",
    "form",
    "vendor",
    "system",
    "contact_name",
    "contact_email",
    "contact_phone",
    "contact_role",
    "had_interim_solution",
    "desired_from",
    "language",
    "comment",
    "external_reference",
    "submitted_at",
    "sent",
    "place_prefix",
    "place_suffixes",
    "extras",
    "masked",
    "municipality_key",
    "municipality_title",
    "category_key",
    "her_id_number",
    "search_text",
    "own_rules",
)
PreparedOrder: TypeAlias = tuple[str | int | None, ...]
"""An order ready for the store, as a plain tuple of `PREPARED_FIELDS`, so that a million cross
from the reading process cheaply. Days and moments are ISO texts, yes and no are 1 and 0, `sent`
(`services.sent`), `place_suffixes`, `extras` and `masked` are compact JSON; a field's place is
the prefix followed by its suffix. `her_id_number` is 0 where the HER-id cannot be one;
`municipality_title` is "" where it is the name that was sent."""


@dataclass(frozen=True, slots=True)
class OpenOrder:
    """An open order as another order's neighbour."""

    id: int
    reference: str
    municipality: str
    her_id: int
    category: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class VerifiedAt:
    """What a verification rests on: the snapshot, the day in Norway, and whether the snapshot is
    older than the setting allows."""

    snapshot: Snapshot
    today: date
    is_stale: bool


class Judging(NamedTuple):
    """What new orders are judged by as they come."""

    at: VerifiedAt
    tables: ReferenceTables


Cursor: TypeAlias = tuple[tuple[str | int, ...], int]
"""The sort values of the last row of a page, and its id."""


class Queue(Protocol):
    """The queue, looked at without a unit of work: each call is one consistent view."""

    def ids(
        self, query: OrderQuery, user: str, cancelled: Callable[[], bool] | None = None
    ) -> Sequence[int]:
        """All ids of a query in its order; CancelledError as soon as `cancelled` says so, which
        may be asked often."""

    def grouped_ids(
        self, query: OrderQuery, user: str, cancelled: Callable[[], bool] | None = None
    ) -> tuple[Sequence[int], tuple[OrderGroup, ...]]:
        """The same of a query that is sorted by municipality, and how many orders each of them
        has, in one view."""

    def rows(self, ids: Sequence[int], user: str = "") -> tuple[OrderRow, ...]:
        """Rows by id, in this order; without a `user` none of them is unread."""

    def page(
        self, query: OrderQuery, user: str, limit: int, after: Cursor | None
    ) -> tuple[tuple[OrderRow, ...], Cursor | None]:
        """Rows and the place to go on after, None on the last page."""

    def count(self, query: OrderQuery, user: str, *, at_once: bool) -> int | None:
        """How many orders a query has; with `at_once` None where they would have to be counted."""

    def count_if_cheap(self, query: OrderQuery, user: str) -> int | None:
        """The same, counted where that takes no more than some milliseconds; None otherwise."""

    def counts(self, user: str) -> tuple[dict[Status, int], dict[Status, int]]:
        """How many orders have each status: all of them, and those that the caseworker holds."""


class OrderStore(Protocol):
    """Orders one by one, and what is known of all of them."""

    def rest_on_days(self, days: UrgencyDays) -> None:
        """See that what is to be done first is worked out from these days."""

    def rests_on_days(self, days: UrgencyDays) -> bool:
        """Whether it is already."""

    def take_reference_numbers(self, year: int, count: int) -> int:
        """The first of so many numbers of a year in a row; numbers are never given twice."""

    def add(
        self,
        rows: Sequence[PreparedOrder],
        references: Sequence[str],
        received_at: datetime,
        source_id: int | None,
    ) -> range:
        """Add new orders; they are found by their search words and their reference. Returns their
        ids, which follow each other.

        What others say of them (`VerdictStore.refresh_added`) is worked out when all of a file are
        there.
        """

    def many(self, expected: int, judging: Judging | None = None) -> AbstractContextManager[None]:
        """Add about so many orders inside this; only adding is done there. With `judging` they
        are verified at once, all but what their neighbours mean for them."""

    def save(self, stored: StoredOrder, own_rules: int | None = None) -> None:
        """Write back an order's fields, status, holder and keys; its search words and the verdict
        of the rules on itself where they are given."""

    def get(self, reference: str) -> StoredOrder | None: ...
    def by_ids(self, ids: Sequence[int]) -> list[StoredOrder]: ...
    def ids_of_references(self, references: Sequence[str]) -> dict[str, int]: ...
    def ids(self, query: OrderQuery, user: str) -> Sequence[int]: ...
    def rows(self, ids: Sequence[int]) -> tuple[OrderRow, ...]: ...
    def listed(self, ids: Sequence[int]) -> Sequence[ListedOrder]:
        """Orders by id as plain tuples, in the given order; ids that are gone are left out."""

    def count_by_status(self) -> dict[Status, int]: ...
    def open_neighbours(self, pairs: Iterable[tuple[int, str]]) -> list[OpenOrder]:
        """Open orders with these (HER-id, category) pairs."""

    def waiting_for_answers_to(self, ids: range) -> list[tuple[int, int]]:
        """Orders awaiting information that share their external reference with one of these new
        ones, or whose reference one of these gives as its external one, as (waiting id, new id)."""

    def earlier(self, municipality: str, before_id: int, limit: int) -> tuple[OrderRow, ...]: ...
    def statistics(self) -> OrderStatistics: ...
    def ids_with_status(self, statuses: Sequence[Status]) -> array[int]:
        """The ids of all orders with these statuses, oldest first."""

    def miscounts(self) -> list[str]:
        """The tallies that are not what counting gives; none in a sound store."""


Judged = Literal["waiting", "verified", "all"]
"""Orders on their way whose verdict is missing or rests on another snapshot; those whose verdict
rests on the current one; all of them."""


class VerdictStore(Protocol):
    """Verdicts on many orders at once; they say what the rules say of each (`domain.rules`)."""

    def rest_on(self) -> tuple[int | None, int | None]:
        """The snapshot and revision that all verdicts rest on but those that name another."""

    def work_out_facts(self, at: VerifiedAt, tables: ReferenceTables, version: int) -> None:
        """See that what is compared of each party, and of each order alone, is of this day, these
        tables (of this version) and this snapshot; parties for which it has changed are
        remembered."""

    def has_facts(self, at: VerifiedAt, tables: ReferenceTables, version: int) -> bool:
        """Whether what is compared is of this day, these tables and this snapshot already."""

    def rests_on(self, at: VerifiedAt) -> bool:
        """Whether the verdicts of all orders rest on this extract already, so that new ones can
        too, once what is compared is worked out."""

    def any_waits(self) -> bool:
        """Whether an order on its way waits for verification, where all verdicts rest on one
        extract."""

    def outcomes_of(self, ids: range) -> dict[Outcome, int]:
        """What the verdicts on these orders amount to."""

    def begin(self, at: VerifiedAt, which: Judged) -> tuple[int, list[range]]:
        """Name the orders to judge. Returns how many, and shares to judge one after the other.

        After a new snapshot all orders wait, but only those whose party has changed are judged.
        """

    def judge(self, at: VerifiedAt, tables: ReferenceTables, share: range) -> None:
        """Judge those of a share; what has not changed is not written."""

    def outcomes(self) -> dict[Outcome, int]:
        """What the verdicts on the judged orders amount to."""

    def judged(self) -> array[int]:
        """The ids of the judged orders."""

    def fresh(self, at: VerifiedAt, tables: ReferenceTables, ids: Sequence[int]) -> dict[int, int]:
        """What the verdicts on these orders would be now, by id; nothing is written."""

    def rest_all_on(self, at: VerifiedAt) -> None:
        """Every order on its way was judged as of this."""

    def keep(self, verdicts: Iterable[tuple[int, int]], snapshot: Snapshot) -> None:
        """Keep the verdicts on single orders by id, which rest on this snapshot."""

    def refresh_neighbours(self, pairs: Iterable[tuple[int, str]], tables: ReferenceTables) -> None:
        """A neighbour of these (HER-id, category) pairs came, changed or went: work out again what
        the rules on other orders and configurations say of the orders on their way."""

    def refresh_added(self, ids: range, tables: ReferenceTables) -> None:
        """The same for the neighbours of orders that were added."""

    def refresh_all(self, tables: ReferenceTables) -> None:
        """The same for every order on its way."""


@dataclass(frozen=True, slots=True)
class OrderStatistics:
    """Counts for the overview; `open_by_day` is by the day (ISO, Norway) since which each waits,
    `open_by_place` by (municipality, outcome, category)."""

    by_outcome: Mapping[str, int]
    by_category: Mapping[str, int]
    by_rule: Mapping[str, int]
    open_by_place: Mapping[tuple[str, str, str], int]
    oldest_by_municipality: Mapping[str, datetime]
    open_by_day: Mapping[str, int]
