"""What an order is looked up and searched by, worked out from the reference tables."""

from __future__ import annotations

from timebok_desktop.domain.codes import KIND_WORDS, SCHEME_WORDS
from timebok_desktop.domain.folding import words
from timebok_desktop.domain.identifiers import usable_her_id
from timebok_desktop.domain.order import Order
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.services.ports_orders import OrderKeys


def order_keys(order: Order, tables: ReferenceTables) -> OrderKeys:
    """The keys of an order; `municipality_title` is the table's name, else the one sent."""
    municipality = tables.municipality_of(order.municipality_number, order.organization_number)
    category = tables.category(order.category)
    entry = tables.municipality_by_number.get(municipality)
    title = tables.municipality_name(order.municipality_number) or (entry.name if entry else "")
    names = " ".join(entry.official_names) if entry else ""
    told = (
        order.reference,
        order.municipality_number,
        municipality,
        title,
        names,
        order.municipality_name,
        order.organization_number,
        order.her_id,
        order.category,
        order.form,
        order.vendor,
        order.system,
        order.external_reference,
        KIND_WORDS[order.kind].text("nb"),
        SCHEME_WORDS[order.scheme].text("nb"),
    )
    return OrderKeys(
        municipality=municipality,
        municipality_title=title or order.municipality_name,
        category=category.code if category else "",
        her_id=usable_her_id(order.her_id),
        search_text=" ".join(dict.fromkeys(words(" ".join(told)))),
    )
