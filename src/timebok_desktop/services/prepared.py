"""An order turned into the plain tuple that the store takes, in the one way there is."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile

from timebok_desktop.domain.order import Order
from timebok_desktop.services.compact_json import compact
from timebok_desktop.services.ports_orders import OrderKeys, PreparedOrder
from timebok_desktop.services.sent import sent_difference


def prepared_of(order: Order, keys: OrderKeys, own_rules: int | None) -> PreparedOrder:
    """The tuple of an order (`PREPARED_FIELDS`)."""
    contact = order.contact
    prefix = place_prefix(order.places)
    suffixes = {name: place[len(prefix) :] for name, place in order.places.items()}
    title = keys.municipality_title
    return (
        order.kind.value,
        order.scheme.value,
        order.municipality_number,
        order.municipality_name,
        order.organization_number,
        order.her_id,
        order.category,
        order.form,
        order.vendor,
        order.system,
        contact.name,
        contact.email,
        contact.phone,
        contact.role,
        None if order.had_interim_solution is None else int(order.had_interim_solution),
        order.desired_from.isoformat() if order.desired_from else None,
        order.language,
        order.comment,
        order.external_reference,
        order.submitted_at.isoformat() if order.submitted_at else None,
        compact(sent_difference(order)),
        prefix,
        compact(suffixes),
        compact(order.extras),
        compact(order.masked),
        keys.municipality,
        "" if title == order.municipality_name else title,
        keys.category,
        keys.her_id or 0,
        keys.search_text,
        own_rules,
    )


def place_prefix(places: Mapping[str, str]) -> str:
    """What the places of an order begin with, up to a slash or a space, so that what is left is
    the same for the orders of a file."""
    if len(places) < 2:  # noqa: PLR2004 - nothing is common to less
        return ""
    first, last = min(places.values()), max(places.values())
    alike = takewhile(lambda signs: signs[0] == signs[1], zip(first, last, strict=False))
    common = "".join(sign for sign, _ in alike)
    return common[: max(common.rfind("/"), common.rfind(" ")) + 1]
