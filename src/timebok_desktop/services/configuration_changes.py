"""What becomes of configurations when an order is approved, and when that is taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import takewhile

from timebok_desktop.domain.codes import Kind
from timebok_desktop.domain.configuration import Configuration, ConfigurationKey, Proposal
from timebok_desktop.domain.party import Party
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.services.ports_orders import StoredOrder
from timebok_desktop.services.ports_store import UnitOfWork


def proposal(
    unit: UnitOfWork, tables: ReferenceTables, stored: StoredOrder, *, at: datetime | None = None
) -> Proposal | None:
    """What an order would do, beside what is current now; None where its HER-id or category is
    none."""
    proposed = proposed_by(tables, stored, at=at)
    if proposed is None:
        return None
    before = unit.configurations.current(proposed.key)
    if before is not None and before.order_reference == stored.order.reference:
        before = None
    return replace(proposed, before=before)


def proposed_by(
    tables: ReferenceTables, stored: StoredOrder, *, at: datetime | None = None
) -> Proposal | None:
    """What an order would make current; nothing is said of what is current before.

    An order whose municipality is unresolved is set up under the number that was sent.
    """
    order, keys = stored.order, stored.keys
    if keys.her_id is None or not keys.category:
        return None
    municipality = keys.municipality or order.municipality_number
    key = ConfigurationKey(municipality, keys.her_id, keys.category)
    if order.kind is Kind.DEACTIVATE:
        return Proposal(order.kind, key, None, None)
    after = Configuration(
        key=key,
        scheme=order.scheme,
        form=form_code(tables, order.form, keys.category),
        vendor=order.vendor,
        system=order.system,
        valid_from=order.desired_from,
        order_reference=order.reference,
        created_at=at,
    )
    return Proposal(order.kind, key, after, None)


def form_code(tables: ReferenceTables, given: str, category: str) -> str:
    """The code of a given form where the table knows it for the category, else as given."""
    for form in tables.forms_named(given) if given else ():
        if tables.category(form.category) == tables.category(category):
            return form.code
    return given


def carry_out(unit: UnitOfWork, tables: ReferenceTables, stored: StoredOrder, at: datetime) -> None:
    """The order is approved: end what was current, make the new one current."""
    proposed = proposed_by(tables, stored, at=at)
    if proposed is None:
        raise ValueError("an approved order has a HER-id and a category")
    unit.configurations.carry_out([(proposed, stored.order.reference)], at)


def take_back(unit: UnitOfWork, reference: str, at: datetime) -> None:
    """The approval of an order fell away: what it ended is current again.

    Where a later order builds on it, that order has ended the earlier configuration instead.
    """
    made = unit.configurations.made_by(reference)
    ended = unit.configurations.ended_by(reference)
    unit.configurations.undo(reference, at)
    if ended is None:
        return
    follower = _follower(unit, ended)
    if made is not None and not made.current:
        unit.configurations.hand_over(reference, made.ended_by, made.ended_reason)
    elif follower is not None:
        unit.configurations.hand_over(reference, follower.order_reference, "replaced")
    else:
        unit.configurations.bring_back(reference)


def take_back_many(unit: UnitOfWork, references: Sequence[str], at: datetime) -> None:
    """The same for many orders: at once where nothing builds on them, else one after the other."""
    for reference in unit.configurations.take_back_plain(references, at):
        take_back(unit, reference, at)


def _follower(unit: UnitOfWork, ended: Configuration) -> Configuration | None:
    """What was set up next after a configuration had ended."""
    history = unit.configurations.history(ended.key.her_id, ended.key.category)
    newer = takewhile(lambda one: one != ended, history)
    followers = [one for one in newer if one.key == ended.key and one.ended_reason != "undone"]
    return followers[-1] if followers else None


ABSENT = "absent"
"""The fingerprint of a party that the snapshot does not have."""


def fingerprint(party: Party | None) -> str:
    """A registry entry as judged and exported, as one text to compare: drift shows as a change.

    Left out is what changes without meaning anything here: addresses and the time of change.
    """
    if party is None:
        return ABSENT
    service = party.service_type
    return fingerprint_of(
        (
            party.type.value,
            party.name,
            party.parent_her_id,
            party.parent_organization_number,
            party.organization_number,
            party.business_type,
            party.municipality_number,
        ),
        service.key if service else None,
        (
            party.active,
            party.valid_from.isoformat() if party.valid_from else None,
            party.valid_to.isoformat() if party.valid_to else None,
            party.location_description,
        ),
        [(area.her_id or 0, area.organization_number) for area in party.coverage],
    )


def fingerprint_of(
    identity: tuple[object, ...],
    service: tuple[str, str] | None,
    state: tuple[object, ...],
    areas: Iterable[tuple[int, str]],
) -> str:
    """The fingerprint of these values of an entry, as the store has them."""
    return repr((*identity, service, *state, sorted(areas)))
