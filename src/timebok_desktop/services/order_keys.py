"""What an order is looked up and searched by, worked out from the reference tables."""

from __future__ import annotations

from typing import NamedTuple

from timebok_desktop.domain.codes import KIND_WORDS, SCHEME_WORDS, Kind, Scheme
from timebok_desktop.domain.folding import words
from timebok_desktop.domain.identifiers import usable_her_id
from timebok_desktop.domain.order import Order
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.services.ports_orders import OrderKeys


class PlaceKeys(NamedTuple):
    """What the municipality of an order gives: its number of today, its title, words to find it."""

    municipality: str
    title: str
    told: tuple[str, ...]


def order_keys(order: Order, tables: ReferenceTables) -> OrderKeys:
    """The keys of an order; `municipality_title` is the table's name, else the one sent."""
    place = place_keys(
        order.municipality_number, order.municipality_name, order.organization_number, tables
    )
    told = (
        order.reference,
        *place.told,
        order.her_id,
        order.category,
        order.form,
        order.vendor,
        order.system,
        order.external_reference,
        *told_of_kind(order.kind, order.scheme),
    )
    return OrderKeys(
        municipality=place.municipality,
        municipality_title=place.title,
        category=category_key(order.category, tables),
        her_id=usable_her_id(order.her_id),
        search_text=" ".join(dict.fromkeys(words(" ".join(told)))),
    )


def place_keys(number: str, name: str, organization: str, tables: ReferenceTables) -> PlaceKeys:
    """The keys of the municipality that an order names by number, name or organisation number."""
    municipality = tables.municipality_of(number, organization)
    entry = tables.municipality_by_number.get(municipality)
    title = tables.municipality_name(number) or (entry.name if entry else "")
    official = " ".join(entry.official_names) if entry else ""
    told = (number, municipality, title, official, name, organization)
    return PlaceKeys(municipality, title or name, told)


def category_key(category: str, tables: ReferenceTables) -> str:
    """The table's code of a category, "" where the table does not have it."""
    found = tables.category(category)
    return found.code if found else ""


def told_of_kind(kind: Kind, scheme: Scheme) -> tuple[str, str]:
    """The words by which an order is found as of its kind and scheme."""
    return KIND_WORDS[kind].text("nb"), SCHEME_WORDS[scheme].text("nb")
