"""What the front doors show: frozen rows, ready to be read. No behaviour, no live objects."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from timebok_desktop.domain.citizen import CitizenPreview
from timebok_desktop.domain.codes import Kind, Outcome, Severity, Status
from timebok_desktop.domain.configuration import Configuration, Proposal
from timebok_desktop.domain.findings import Finding
from timebok_desktop.domain.order import Order
from timebok_desktop.domain.party import Party, Snapshot
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.problems import Problem
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.correspondence_views import Correspondence
from timebok_desktop.services.queue_views import (
    HAPPENING_WORDS,
    SAVED_VIEWS,
    SORT_FIELDS,
    Happening,
    OrderGroup,
    OrderPage,
    OrderQuery,
    OrderRow,
    OwnView,
    SavedView,
)

__all__ = [
    "HAPPENING_WORDS",
    "SAVED_VIEWS",
    "SORT_FIELDS",
    "Happening",
    "OrderGroup",
    "OrderPage",
    "OrderQuery",
    "OrderRow",
    "OwnView",
    "SavedView",
]
"""The views of the queue are found here too."""


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """A decision as it was made. `current` is true of the order's last standing decision."""

    id: int
    kind: Action
    by: str
    at: datetime
    reason: str
    overrides: Mapping[str, str]
    status_before: Status
    status_after: Status
    current: bool
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class FirstApproval:
    """The approval that waits for a second one. `snapshot` is the extract that it rests on, None
    where that is not known any more; `same_entry` tells whether the registry entry is still the
    one that was judged then.
    """

    by: str
    at: datetime
    reason: str
    overrides: Mapping[str, str]
    snapshot: Snapshot | None
    same_entry: bool


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """One entry of the log. `details` are plain JSON values."""

    seq: int
    at: datetime
    by: str
    action: str
    subject: str
    details: Mapping[str, object]
    hash: str


@dataclass(frozen=True, slots=True)
class AuditVerdict:
    """Whether the log's hash chain is whole; `first_broken` is a sequence number."""

    events: int
    head: str
    intact: bool
    first_broken: int | None


@dataclass(frozen=True, slots=True)
class Case:
    """All that one review needs.

    `verified` tells whether the findings rest on the current snapshot; `findings_snapshot` is the
    one they rest on. `warnings_to_override` are the rules that an approval needs a reason for;
    `confirmed_overrides` those that the first approver gave. `actions` are what the workflow
    allows this caseworker now; `blocked` says why an action is not allowed.
    `source_has_personal_number` marks a kept original in which a national identity number stands
    unmasked. `shown` is the hash over what an approval would rest on (`services.shown`).
    `citizen` is what a citizen meets before and after, `urgency` the key of `domain.urgency`,
    `held_since` when the holder got it.
    `first_approval` is there where a second one is awaited; `to_see` are the rules that the second
    approver has to open first. `checklists` are the points to tick before a warning is set aside,
    by the rule that asks for them.
    """

    order: Order
    holder: str
    municipality_title: str
    party: Party | None
    parent: Party | None
    snapshot: Snapshot | None
    findings: tuple[Finding, ...]
    findings_snapshot: Snapshot | None
    verified: bool
    proposal: Proposal | None
    decisions: tuple[DecisionRecord, ...]
    events: tuple[AuditEvent, ...]
    earlier: tuple[OrderRow, ...]
    warnings_to_override: tuple[str, ...]
    confirmed_overrides: Mapping[str, str]
    actions: frozenset[Action]
    blocked: Mapping[Action, Phrase]
    may_amend: bool
    source_has_personal_number: bool = False
    correspondence: Correspondence = field(default_factory=Correspondence)
    shown: str = ""
    citizen: CitizenPreview = field(default_factory=CitizenPreview)
    first_approval: FirstApproval | None = None
    to_see: tuple[str, ...] = ()
    urgency: int = 0
    held_since: datetime | None = None
    checklists: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What became of one file. `outcome`: imported, partly, duplicate or refused. `any_waits`:
    orders may wait for verification after it, of this file or of others."""

    path: str
    sha256: str
    format: str
    outcome: str
    orders: tuple[str, ...]
    problems: tuple[Problem, ...]
    any_waits: bool = True


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of all files; the counts are of orders (a file refused whole counts one)."""

    files: tuple[ImportedFile, ...]
    accepted: int
    refused: int
    duplicates: int

    @property
    def any_waits(self) -> bool:
        """Whether orders may wait for verification."""
        taken = [file for file in self.files if file.orders]
        return bool(taken) and taken[-1].any_waits


@dataclass(frozen=True, slots=True)
class VerifiedOrder:
    """The verdict on one order."""

    reference: str
    outcome: Outcome
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class VerificationReport:
    """The verdict on many orders; `orders` is empty where only the counts were asked for."""

    snapshot: Snapshot
    counts: Mapping[Outcome, int]
    orders: tuple[VerifiedOrder, ...]


@dataclass(frozen=True, slots=True)
class RegistryImportReport:
    """What an AR import did. `supplemented` where it added to the current snapshot;
    `verification` where the orders were verified against it at once.
    """

    snapshot: Snapshot
    supplemented: bool
    problems: tuple[Problem, ...]
    verification: VerificationReport | None = None


@dataclass(frozen=True, slots=True)
class HeldBack:
    """An order that was not taken along, and why."""

    reference: str
    why: Phrase


class Effect(StrEnum):
    """What becomes of a configuration."""

    NEW = "new"
    CHANGED = "changed"
    ENDED = "ended"
    SAME = "same"
    TAKEN_BACK = "taken-back"
    NONE = "none"


class BulkOrder(NamedTuple):
    """An order that a bulk decision is about."""

    id: int
    reference: str
    municipality_number: str
    municipality_name: str


@dataclass(frozen=True, slots=True)
class BulkChange:
    """One line of the combined difference of a bulk decision: the orders of one sort.

    `form_before` is the form of a configuration that is changed, `fields` are the names of all
    that changes in it, `municipalities` says how many municipalities the `members` are of.
    """

    kind: Kind
    category: str
    form: str
    orders: int
    effect: Effect = Effect.NONE
    municipalities: int = 0
    form_before: str = ""
    fields: tuple[str, ...] = ()
    members: tuple[BulkOrder, ...] = ()


@dataclass(frozen=True, slots=True)
class BulkPreview:
    """What a bulk decision would do: `ids` (array of type 'q') are those that would go through,
    `shown` the hash over what each approval would rest on, 32 octets for each of them; `waits`
    where configurations change only after a second approval."""

    ids: array[int]
    changes: tuple[BulkChange, ...]
    refused: tuple[HeldBack, ...]
    shown: bytes = b""
    waits: bool = False


@dataclass(frozen=True, slots=True)
class BulkOutcome:
    """What a bulk decision did; each refused order is unchanged. `decisions` are the ids of what
    was decided, by which all of it can be taken back at once."""

    done: int
    refused: tuple[HeldBack, ...]
    decisions: range = range(0)


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export did. `path` is "" where there was nothing to export."""

    path: str
    sequence: int | None
    configurations: int
    held_back: tuple[HeldBack, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class PackageRow:
    """A package that has left, for the page of exports."""

    sequence: int
    uuid: str
    created: datetime
    by: str
    full: bool
    configurations: int
    sha256: str
    path: str
    acknowledged: int
    failed: int
    waiting: int


@dataclass(frozen=True, slots=True)
class ReceiptReport:
    """What a receipt file moved on."""

    accepted: int
    failed: int
    unknown: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class TableView:
    """An editable reference table: column names and rows of text, as in its CSV."""

    name: str
    title: Phrase
    help: Phrase
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlaceState:
    """The open orders of a municipality: by outcome ("" not verified), by category, and the day
    since which the oldest has waited. Without a number: those of no known municipality.
    """

    number: str
    name: str
    names: tuple[str, ...]
    county: str
    longitude: float
    latitude: float
    by_outcome: Mapping[str, int] = field(default_factory=dict)
    by_category: Mapping[str, int] = field(default_factory=dict)
    oldest: date | None = None

    @property
    def open_orders(self) -> int:
        """How many orders are open."""
        return sum(self.by_outcome.values())


@dataclass(frozen=True, slots=True)
class Overview:
    """The state of the desk in numbers. `ages` counts open orders by working days waited."""

    by_status: Mapping[Status, int]
    by_outcome: Mapping[str, int]
    by_category: Mapping[str, int]
    ages: Mapping[str, int]
    by_rule: Mapping[str, int]
    by_county: Mapping[str, int]
    open_orders: int
    oldest_open: date | None
    places: tuple[PlaceState, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleDescription:
    """A rule for people: what it looks at, how much it weighs and where it comes from."""

    code: str
    severity: Severity
    field: str
    title: Phrase
    source: Phrase


@dataclass(frozen=True, slots=True)
class StoreCheck:
    """Whether the store is whole."""

    ok: bool
    problems: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class ConfigurationRow:
    """A configuration with the municipality's name, for lists."""

    configuration: Configuration
    municipality_name: str
