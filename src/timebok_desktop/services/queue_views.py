"""The queue as the front doors ask for it and show it. Its own module, and a light one: the first
page of orders is painted before the rest of the program has been loaded.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from timebok_desktop.domain.codes import Kind, Outcome, Scheme, Status
from timebok_desktop.domain.phrases import Phrase

SORT_FIELDS: tuple[str, ...] = (
    "received_at",
    "reference",
    "status",
    "municipality_number",
    "category",
    "her_id",
    "outcome",
    "holder",
    "urgency",
)
"""What the queue can be sorted by."""
GROUPED_BY = "municipality_number"
"""The sorting that puts the orders of a municipality together."""


class Happening(StrEnum):
    """What can have happened to an order on a day: the figures of a period count it, and the queue
    shows which orders they are. `judged` are approvals, rejections and requests for information.
    """

    RECEIVED = "received"
    DECIDED = "decided"
    FIRST_APPROVAL = "first-approval"
    APPROVED = "approved"
    REJECTED = "rejected"
    REQUESTED = "requested"
    HELD = "held"
    WITHDRAWN = "withdrawn"
    JUDGED = "judged"
    EXPORTED = "exported"
    ACKNOWLEDGED = "acknowledged"
    FAILED = "failed"


HAPPENING_WORDS = {
    Happening.RECEIVED: Phrase("Mottatt", "Motteke"),
    Happening.DECIDED: Phrase("Godkjent eller avvist", "Godkjent eller avvist"),
    Happening.FIRST_APPROVAL: Phrase("Første godkjenning", "Første godkjenning"),
    Happening.APPROVED: Phrase("Godkjent", "Godkjent"),
    Happening.REJECTED: Phrase("Avvist", "Avvist"),
    Happening.REQUESTED: Phrase("Bedt om opplysninger", "Bede om opplysningar"),
    Happening.HELD: Phrase("Satt på vent", "Sett på vent"),
    Happening.WITHDRAWN: Phrase("Trukket", "Trekt"),
    Happening.JUDGED: Phrase("Vurdert", "Vurdert"),
    Happening.EXPORTED: Phrase("Eksportert", "Eksportert"),
    Happening.ACKNOWLEDGED: Phrase("Kvittert", "Kvittert"),
    Happening.FAILED: Phrase("Kvittert med feil", "Kvittert med feil"),
}


@dataclass(frozen=True, slots=True)
class OrderQuery:
    """Which orders, in which order. Empty tuples and "" do not restrict.

    `view` is a name of `SAVED_VIEWS`; `holder` restricts to orders held by that caseworker;
    `rules` to orders with a finding of one of these rules; `unverified` to orders without a
    verdict; `unread` to open orders that the caseworker who looks has not seen as they are now;
    `claimed_until` to cases that somebody has had since that day or earlier; `her_id` to orders
    with this one; the days of `waiting_from` and `waiting_to` are Norwegian and both included.
    `happened` restricts to orders that this happened to from `happened_from` to `happened_to`,
    likewise, and `reason` to decisions with this reason code ("other": words without one).
    """

    view: str = "all"
    statuses: tuple[Status, ...] = ()
    categories: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    municipality_number: str = ""
    search: str = ""
    holder: str = ""
    rules: tuple[str, ...] = ()
    municipality_numbers: tuple[str, ...] = ()
    waiting_from: date | None = None
    waiting_to: date | None = None
    unverified: bool = False
    unread: bool = False
    claimed_until: date | None = None
    her_id: str = ""
    happened: Happening | None = None
    happened_from: date | None = None
    happened_to: date | None = None
    reason: str = ""
    sort: str = "received_at"
    descending: bool = False


VIEW_SUFFIX = ".timebok-view"
"""How the name of a file ends that holds a view."""


class OwnView(NamedTuple):
    """A view that a caseworker has saved."""

    name: str
    query: OrderQuery


class SavedView(NamedTuple):
    """A view that sticks; `mine` restricts it to the caseworker who looks."""

    name: str
    title: Phrase
    statuses: tuple[Status, ...] = ()
    mine: bool = False


SAVED_VIEWS: tuple[SavedView, ...] = (
    SavedView("all", Phrase("Alle", "Alle")),
    SavedView("new", Phrase("Nye", "Nye"), (Status.RECEIVED,)),
    SavedView("mine", Phrase("Mine", "Mine"), (Status.IN_REVIEW, Status.ON_HOLD), mine=True),
    SavedView(
        "awaiting-municipality",
        Phrase("Venter på kommunen", "Ventar på kommunen"),
        (Status.AWAITING_INFORMATION,),
    ),
    SavedView("on-hold", Phrase("På vent", "På vent"), (Status.ON_HOLD,)),
    SavedView(
        "awaiting-second-approval",
        Phrase("Til totrinnskontroll", "Til totrinnskontroll"),
        (Status.AWAITING_SECOND_APPROVAL,),
    ),
    SavedView(
        "ready-to-export",
        Phrase("Klare for eksport", "Klare for eksport"),
        (Status.APPROVED, Status.EXPORT_FAILED),
    ),
    SavedView("without-receipt", Phrase("Uten kvittering", "Utan kvittering"), (Status.EXPORTED,)),
    SavedView(
        "finished",
        Phrase("Avsluttet", "Avslutta"),
        (Status.ACKNOWLEDGED, Status.REJECTED, Status.WITHDRAWN, Status.SUPERSEDED),
    ),
)


class OrderRow(NamedTuple):
    """One line of the queue. `holder` is "" where nobody holds the order; `waiting_since` is what
    its age counts from (`domain.order.waiting_since`); `deadline` is the one that the municipality
    was told in a letter, while its answer is awaited; `is_answer` where it came
    as the answer to a request for information; `urgency` is the key of `domain.urgency`; `unread`
    where it is open and whoever looks has not seen it as it is now; `held_since` is when the
    holder got it, where that is known. A tuple, because many are made at once.
    """

    id: int
    reference: str
    status: Status
    kind: Kind
    scheme: Scheme
    municipality_number: str
    municipality_name: str
    organization_number: str
    her_id: str
    category: str
    form: str
    vendor: str
    external_reference: str
    received_at: datetime
    waiting_since: datetime
    outcome: Outcome | None
    holder: str
    rules: tuple[str, ...] = ()
    deadline: date | None = None
    is_answer: bool = False
    urgency: int = 0
    unread: bool = False
    held_since: datetime | None = None


class OrderGroup(NamedTuple):
    """The orders of a query with one municipality number, which follow each other where it is
    sorted by that: how many there are."""

    municipality_number: str
    orders: int


class OrderPage(NamedTuple):
    """A page of the queue: `next` is an opaque cursor, "" on the last page; `total` is -1 where it
    was not counted.
    """

    total: int
    rows: tuple[OrderRow, ...]
    next: str
