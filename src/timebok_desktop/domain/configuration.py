"""The approved set-up of one (municipality, HER-id, category): our own record.

AR has no public field for it; the change for the registry operators is derived from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from timebok_desktop.domain.codes import Kind, Scheme


@dataclass(frozen=True, slots=True)
class ConfigurationKey:
    """What there is at most one current configuration of."""

    municipality_number: str
    her_id: int
    category: str


@dataclass(frozen=True, slots=True)
class Configuration:
    """A set-up, current or past. `order_reference` is "" where it was imported as a base.

    `ended_reason` is "", "replaced", "deactivated" or "undone"; `ended_by` the order that did it.
    """

    key: ConfigurationKey
    scheme: Scheme
    form: str
    vendor: str
    system: str
    valid_from: date | None
    order_reference: str = ""
    current: bool = True
    created_at: datetime | None = None
    ended_at: datetime | None = None
    ended_by: str = ""
    ended_reason: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What becomes of a key if the order is approved: the action, the set-up after and before.

    `after` is None for a deactivation, `before` None where nothing was current.
    """

    action: Kind
    key: ConfigurationKey
    after: Configuration | None
    before: Configuration | None
