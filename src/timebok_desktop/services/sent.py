"""What was sent beside what it means: stored only where the two differ, and put together again.

Most values mean what they say, so most orders have no difference at all.
"""

from __future__ import annotations

from collections.abc import Mapping

from timebok_desktop.domain.order import FIELDS, Order, SentValue


def ordinary_values(order: Order) -> dict[str, SentValue]:
    """The fields of an order as they would ordinarily have been sent; empty ones are left out."""
    contact = order.contact
    values: dict[str, SentValue] = {
        "kind": order.kind.value,
        "scheme": order.scheme.value,
        "municipality_number": order.municipality_number,
        "municipality_name": order.municipality_name,
        "organization_number": order.organization_number,
        "her_id": order.her_id,
        "category": order.category,
        "form": order.form,
        "vendor": order.vendor,
        "system": order.system,
        "contact_name": contact.name,
        "contact_email": contact.email,
        "contact_phone": contact.phone,
        "contact_role": contact.role,
        "had_interim_solution": order.had_interim_solution,
        "desired_from": order.desired_from.isoformat() if order.desired_from else "",
        "language": order.language,
        "comment": order.comment,
        "external_reference": order.external_reference,
        "submitted_at": order.submitted_at.isoformat() if order.submitted_at else "",
    }
    return {name: value for name, value in values.items() if value not in ("", None)}


def sent_difference(order: Order) -> dict[str, SentValue]:
    """The fields of `order.as_sent` that are not the ordinary form of their value; None marks a
    value that was not sent (a default, an amendment)."""
    ordinary = ordinary_values(order)
    sent = order.as_sent
    return {
        name: sent.get(name) for name in FIELDS if not _same(sent.get(name), ordinary.get(name))
    }


def as_sent_of(
    ordinary: Mapping[str, SentValue], difference: Mapping[str, SentValue]
) -> dict[str, SentValue]:
    """What was sent, from `ordinary_values` and the stored difference; in the order of FIELDS."""
    together = {name: difference.get(name, ordinary.get(name)) for name in FIELDS}
    return {name: value for name, value in together.items() if value is not None}


def _same(one: SentValue, other: SentValue) -> bool:
    """Equal and of one type: 1, 1.0, True and "1" are four things to send."""
    return type(one) is type(other) and one == other
