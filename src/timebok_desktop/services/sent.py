"""What was sent beside what it means: stored only where the two differ, and put together again.

Most values mean what they say, so most orders have no difference at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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


NUMBERS = {"municipality_number": "m", "organization_number": "o", "her_id": "h"}
"""Fields that files of JSON and sheets send as whole numbers as a rule, and a letter for each."""
AS_NUMBERS = "#"
"""Stands before the letters of those that were sent as the number that their value is."""
_NUMBERED = {letter: name for name, letter in NUMBERS.items()}


def sent_difference(order: Order) -> dict[str, SentValue]:
    """The fields of `order.as_sent` that are not the ordinary form of their value; None marks a
    value that was not sent (a default, an amendment)."""
    ordinary = ordinary_values(order)
    sent = order.as_sent
    found = {
        name: sent.get(name) for name in FIELDS if not _same(sent.get(name), ordinary.get(name))
    }
    as_numbers = [
        name
        for name, value in found.items()
        if name in NUMBERS and is_the_number(value, ordinary.get(name))
    ]
    if not as_numbers:
        return found
    left = {name: value for name, value in found.items() if name not in as_numbers}
    return {AS_NUMBERS: "".join(NUMBERS[name] for name in as_numbers), **left}


def is_the_number(sent: object, value: object) -> bool:
    """Whether a whole number was sent, and the value is its digits, perhaps after zeros."""
    return type(sent) is int and type(value) is str and value.lstrip("0") == str(sent)


def as_sent_of(
    ordinary: Mapping[str, SentValue], difference: Mapping[str, Any]
) -> dict[str, SentValue]:
    """What was sent, from `ordinary_values` and the stored difference; in the order of FIELDS."""
    numbers = {
        name: int(str(ordinary[name]))
        for letter in difference.get(AS_NUMBERS, "")
        if (name := _NUMBERED[letter]) in ordinary
    }
    together = {
        name: numbers.get(name, difference.get(name, ordinary.get(name))) for name in FIELDS
    }
    return {name: value for name, value in together.items() if value is not None}


def _same(one: SentValue, other: SentValue) -> bool:
    """Equal and of one type: 1, 1.0, True and "1" are four things to send."""
    return type(one) is type(other) and one == other
