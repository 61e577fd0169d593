"""An order as a municipality sent it and as the desk reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from timebok_desktop.domain.codes import Kind, Outcome, Scheme, Status
from timebok_desktop.domain.waiting import waiting_since

FIELDS: tuple[str, ...] = (
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
)
"""Every field of an order, in the order of the order form."""

SentValue = str | int | float | bool | date | datetime | None
"""What a file can hold in one place: text, or a typed cell or JSON scalar."""


@dataclass(frozen=True, slots=True)
class RawValue:
    """One value as it stands in the source; `place` as the contract writes it: `row 17, HER-id`,
    `/orders/3/herId`, `line 4`.
    """

    value: SentValue
    place: str


@dataclass(frozen=True, slots=True)
class RawOrder:
    """One order as read from a file: fields of `FIELDS` found, and columns nobody knows.

    A value None says only where a field would have stood. `extras_noted` tells that the reader
    has reported the unknown columns already, once for the whole file.
    """

    place: str
    values: Mapping[str, RawValue]
    extras: Mapping[str, RawValue] = field(default_factory=dict)
    extras_noted: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """The municipality's contact person: the only personal data an order has."""

    name: str = ""
    email: str = ""
    phone: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """An order in its normalised form; "" and None mean that nothing was sent.

    `her_id` is digits without leading zeros, or what was sent where that is no number.
    `as_sent` and `places` are keyed by the names of `FIELDS`; `masked` lists the fields in
    which a national identity number was masked, with their places.
    """

    reference: str
    kind: Kind
    scheme: Scheme
    municipality_number: str
    municipality_name: str
    organization_number: str
    her_id: str
    category: str
    form: str
    vendor: str
    system: str
    contact: Contact
    had_interim_solution: bool | None
    desired_from: date | None
    language: str
    comment: str
    external_reference: str
    submitted_at: datetime | None
    received_at: datetime
    status: Status = Status.RECEIVED
    outcome: Outcome | None = None
    as_sent: Mapping[str, SentValue] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    extras: Mapping[str, SentValue] = field(default_factory=dict)
    masked: Mapping[str, str] = field(default_factory=dict)
    source_sha256: str = ""
    source_name: str = ""

    @property
    def waiting_since(self) -> datetime:
        """Since when the municipality has waited for an answer."""
        return waiting_since(self.submitted_at, self.received_at)
