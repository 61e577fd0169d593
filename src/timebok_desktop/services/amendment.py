"""Amendments: the caseworker corrects what an order says; what was sent stays beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.errors import RefusedError, UsageError
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.normalising import normalise
from timebok_desktop.domain.order import FIELDS, Order, RawOrder, RawValue
from timebok_desktop.domain.order_labels import field_of
from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.domain.personal_numbers import mask
from timebok_desktop.domain.rules.verdict import OwnRules
from timebok_desktop.domain.workflow import Action, status_after_amendment
from timebok_desktop.services import configuration_changes
from timebok_desktop.services.context import Service
from timebok_desktop.services.draft_fields import AMEND
from timebok_desktop.services.facts import pair_of
from timebok_desktop.services.order_keys import order_keys
from timebok_desktop.services.ports_orders import StoredOrder
from timebok_desktop.services.ports_store import UnitOfWork
from timebok_desktop.services.verification import judge_and_keep, required_order

_PERSONAL = frozenset({"contact_name", "contact_email", "contact_phone", "contact_role", "comment"})
"""Their values do not go into the log, which is never deleted."""


class AmendmentService(Service):
    """Implements the amending part of the desk."""

    def amend(self, reference: str, changes: Mapping[str, str], reason: str, user: str) -> Order:
        """Amend fields, verify again, log; approvals fall away. Returns the amended order."""
        wanted = {_field(name): value for name, value in changes.items()}
        if not reason.strip():
            raise UsageError("En retting må ha en begrunnelse.", "Ei retting må ha ei grunngiving.")
        with self._context.store.write() as unit:
            stored = required_order(unit, reference)
            after = status_after_amendment(stored.order.status)
            amended = _amended(stored.order, wanted)
            tables = self._context.tables(unit)
            if stored.order.status is Status.APPROVED:
                configuration_changes.take_back(unit, reference, self._now())
            if after is not stored.order.status or _was_approved(unit, stored):
                unit.decisions.void_all(stored.id)
            changed = replace(
                stored,
                order=replace(amended, status=after),
                keys=order_keys(amended, tables),
                holder=user if after is Status.IN_REVIEW else stored.holder,
            )
            own = OwnRules(tables, norwegian_day(self._now()))
            unit.correspondence.drop_drafts(stored.id, user, [AMEND])
            unit.orders.save(changed, own.of_order(changed.order, changed.keys.her_id))
            unit.audit.append(
                self._now(),
                user,
                "amended",
                reference,
                {
                    "reason": mask(reason)[0],
                    "from": stored.order.status.value,
                    "to": after.value,
                    "changes": _told(stored.order, amended, wanted),
                },
            )
            if changed.holder != stored.holder:
                unit.bulk.hold([stored.id], changed.holder, self._now())
            unit.seen.unmark_for_others(stored.id, user)
            self._verify(unit, stored, changed)
            unit.commit()
        with self._context.store.read() as unit:
            return required_order(unit, reference).order

    def _verify(self, unit: UnitOfWork, before: StoredOrder, after: StoredOrder) -> None:
        pairs = {pair for one in (before, after) if (pair := pair_of(one)) is not None}
        unit.verdicts.refresh_neighbours(pairs, self._context.tables(unit))
        if unit.registry.current() is not None:
            judge_and_keep(self._context, unit, [after])


def _was_approved(unit: UnitOfWork, stored: StoredOrder) -> bool:
    """Whether taking decisions back could bring an approval of other values into force again."""
    decisions = unit.decisions.history(stored.id)
    return any(one.kind is Action.APPROVE and not one.taken_back for one in decisions)


def value_text(order: Order, name: str) -> str:
    """A field of an order as a person would type it; "" for nothing."""
    part = name.removeprefix("contact_")
    value = getattr(order.contact, part) if part != name else getattr(order, name)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Ja" if value else "Nei"
    return value.isoformat() if isinstance(value, date) else str(value)


def _field(name: str) -> str:
    """A field by its name in code, in JSON or on the form. UsageError for any other."""
    field = squeezed(name) if squeezed(name) in FIELDS else field_of(name.replace("/", "."))
    if field is not None:
        return field
    raise UsageError(
        "Feltet «{name}» finnes ikke. Feltene er {known}.",
        "Feltet «{name}» finst ikkje. Felta er {known}.",
        name=name,
        known=", ".join(FIELDS),
    )


def _amended(order: Order, wanted: Mapping[str, str]) -> Order:
    """The order with the changed values read as any other sent value would be."""
    values = {}
    for name in FIELDS:
        text = wanted.get(name, value_text(order, name))
        if text:
            values[name] = RawValue(text, name)
    amended, problems = normalise(
        RawOrder(order.reference, values),
        reference=order.reference,
        received_at=order.received_at,
        source_sha256=order.source_sha256,
        source_name=order.source_name,
    )
    if amended is None or problems:
        told = problems[0]
        raise RefusedError(
            "Rettingen er ikke gjort: {why}", "Rettinga er ikkje gjord: {why}", why=told.phrase
        )
    masked = {**order.masked, **{name: "amendment" for name in amended.masked if name in wanted}}
    return replace(
        amended,
        as_sent=order.as_sent,
        places=order.places,
        extras=order.extras,
        masked=masked,
        outcome=order.outcome,
    )


def _told(before: Order, after: Order, wanted: Mapping[str, str]) -> dict[str, list[str] | None]:
    """What the log says of each changed field: before and after, nothing of personal data."""
    return {
        name: None if name in _PERSONAL else [value_text(before, name), value_text(after, name)]
        for name in wanted
    }
