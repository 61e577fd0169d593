"""Which body owns a communication party: the ordering municipality, or another one.

Judged by organisation number; where the municipality's is not known (Haram has none in the
table), a municipal owner registered in the same municipality counts as the municipality.
"""

from __future__ import annotations

from dataclasses import dataclass

from timebok_desktop.domain.codes import PartyType
from timebok_desktop.services.ports_files import LeavingOrder

_MUNICIPALITY = "102"
"""Business type (list 9040) of a municipality."""


@dataclass(frozen=True, slots=True)
class OwningBody:
    """Another body than the municipality that owns the party; "" and None: AR did not say."""

    organization_number: str
    her_id: int | None
    name: str
    business_type: str


def other_owner(order: LeavingOrder) -> OwningBody | None:
    """The body that owns the party, None where that is the ordering municipality."""
    body = _body(order)
    if body is None or not (body.organization_number or body.name):
        return None
    known = order.municipality.organization_number
    if known and body.organization_number:
        return None if body.organization_number == known else body
    if known:  # without a number there is nothing to judge by
        return None
    return None if _is_this_municipality(order, body) else body


def _body(order: LeavingOrder) -> OwningBody | None:
    party, owner = order.party, order.owner
    if party is None:
        return None
    if owner is None and party.type is PartyType.ORGANIZATION:
        owner = party
    if owner is not None:
        return OwningBody(
            owner.organization_number or party.parent_organization_number,
            owner.her_id,
            owner.display_name or owner.name,
            owner.business_type,
        )
    return OwningBody(
        party.parent_organization_number,
        party.parent_her_id,
        party.parent_name,
        party.parent_business_type,
    )


def _is_this_municipality(order: LeavingOrder, body: OwningBody) -> bool:
    if body.business_type != _MUNICIPALITY:
        return False
    registered = order.owner.municipality_number if order.owner else ""
    if not registered and order.party:
        registered = order.party.municipality_number
    return registered in ("", order.municipality.number)
