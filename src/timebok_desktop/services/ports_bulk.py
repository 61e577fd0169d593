"""What the services ask of the storage room to decide many orders at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.shown import Step


class OrderState(NamedTuple):
    """What a decision looks at of an order. `category` is the code, or what was sent where that is
    none; `rules` the verdict, None where there was none; `her_id` 0 where it cannot be one."""

    id: int
    reference: str
    status: str
    kind: str
    category: str
    form: str
    rules: int | None
    snapshot_id: int | None
    snapshot_revision: int | None
    her_id: int
    category_key: str
    outcome: str | None
    holder_key: str


class Signed(NamedTuple):
    """What approvals were signed with: the statement's id and the key's thumbprint."""

    statement: int
    key: str


class Standing(NamedTuple):
    """An approval that counts, with the fingerprint of the registry entry it rests on; `statement`
    is None where it is from before approvals were signed. `step` as in `services.shown`."""

    by: str
    at: datetime
    overrides: Mapping[str, str]
    fingerprint: str
    statement: int | None
    evidence: str
    step: Step


@dataclass(frozen=True, slots=True)
class Move:
    """One order of a bulk decision: from which status to which."""

    state: OrderState
    after: str
    overrides: Mapping[str, str]
    fingerprint: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Deciding:
    """What is the same for all of them; `by` holds those whose new status is among `held`; `open`
    are the statuses of open orders; `signed` is what approvals were signed with."""

    action: Action
    by: str
    at: datetime
    reason: str
    held: frozenset[str]
    open: frozenset[str]
    signed: Signed | None = None


SetUp = tuple[str, str, str, str, str | None]
"""Scheme, form, vendor, system and first day of a configuration."""


class Difference(NamedTuple):
    """What an order asks for, and what is current under its municipality, HER-id and category
    (None where nothing is). `municipality` is the number that it is set up under."""

    municipality: str
    municipality_number: str
    municipality_name: str
    asked: SetUp
    current: SetUp | None


class Made(NamedTuple):
    """What a decision did to an order, and whether it is still that order's last one."""

    decision: int
    order_id: int
    before: str
    after: str
    is_current: bool


class BulkStore(Protocol):
    """Decisions on many orders; the database holds the same rules as for one."""

    def states(self, ids: Sequence[int]) -> list[OrderState]:
        """What decisions look at, in the order of the ids; ids that are gone are left out."""

    def approvals(self, ids: Sequence[int]) -> dict[int, list[Standing]]:
        """The approvals that count, first one first, of those orders that have any."""

    def differences(self, ids: Sequence[int]) -> list[Difference]:
        """What these orders ask for beside what is current, in the order of the ids."""

    def hold(self, ids: Sequence[int], holder: str, at: datetime) -> dict[int, str]:
        """These orders are held by another caseworker from then on; returns who held them before,
        by id."""

    def leave(self, ids: Sequence[int]) -> None:
        """These approved orders have been exported."""

    def decide(self, moves: Sequence[Move], deciding: Deciding) -> list[int]:
        """Store a decision on each and move it; returns the ids of the decisions."""


class BulkUndoStore(Protocol):
    """Taking decisions on many orders back."""

    def made(self, decisions: range) -> list[Made]:
        """What these decisions (by id) did, in the order in which they were made."""

    def approvals_before(self, decisions: Sequence[int]) -> dict[int, list[Standing]]:
        """The approvals that would count again without these decisions, by the order's id."""

    def take_back(
        self, moves: Sequence[Move], decisions: Sequence[int], deciding: Deciding
    ) -> list[int]:
        """Take the decision of each move back and move its order; returns the ids of the entries
        that say so."""
