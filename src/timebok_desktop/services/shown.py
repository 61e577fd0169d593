"""What an approval rests on, as one hash: the order, the set-up that it leads to, the evidence.

The hash is made of parts, so that a receiver can work it out from a package that holds the set-up
in clear and the other parts as hashes. Contact data are left out: they decide nothing, and a hash
over a telephone number gives the number away to whoever tries them all, also after it was deleted.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import Any, Literal, NamedTuple

import orjson

from timebok_desktop.domain.codes import Kind, Status
from timebok_desktop.domain.configuration import Configuration, Proposal
from timebok_desktop.domain.party import Snapshot
from timebok_desktop.domain.rule_codes import codes_of

Step = Literal["only", "first", "second"]
"""Which approval of an order it is: with second approval off there is only one."""


SHOWN = "shown"
"""Stands in place of the step while an order is only looked at."""
STATEMENT_TYPE = "timebok-approval/1"


class ShownOrder(NamedTuple):
    """An order's values as they are stored, without contact data, and what it is looked up by."""

    id: int
    reference: str
    kind: str
    scheme: str
    municipality_number: str
    municipality_name: str
    organization_number: str
    her_id: str
    category: str
    form: str
    vendor: str
    system: str
    had_interim_solution: int | None
    desired_from: str | None
    language: str
    comment: str
    external_reference: str
    submitted_at: str | None
    received_us: int
    municipality_key: str
    category_key: str
    her_id_number: int


class MadeSetUp(NamedTuple):
    """A configuration as it is stored."""

    municipality_number: str
    her_id: int
    category: str
    scheme: str
    form: str
    vendor: str
    system: str
    valid_from: str | None


_KEYS = ShownOrder._fields.index("municipality_key")


def canonical(document: Any) -> bytes:
    """Sorted keys, no spaces, UTF-8: equal documents are equal bytes."""
    return orjson.dumps(document, option=orjson.OPT_SORT_KEYS)


def order_hash(order: ShownOrder) -> str:
    """The hash over an order's own values, in the order of `ShownOrder`: neither the store's id nor
    the keys, which follow from tables that change."""
    return sha256(orjson.dumps(order[1:_KEYS])).hexdigest()


@lru_cache(maxsize=4096)
def _plain_evidence(rules: int, registry: str, snapshot: tuple[str, int]) -> str:
    return _evidence(rules, registry, snapshot, {})


def evidence_hash(
    rules: int,
    registry: str,
    snapshot: Snapshot | None,
    overrides: Mapping[str, str],
    seen: Collection[str] = (),
) -> str:
    """The hash over the rules that fired, the registry entry as judged, the snapshot it stands in,
    the reasons for setting warnings aside, and the rules whose findings a second approver opened.
    """
    stands = (snapshot.sha256, snapshot.revision) if snapshot is not None else ("", 0)
    if overrides or seen:
        return _evidence(rules, registry, stands, overrides, seen)
    return _plain_evidence(rules, registry, stands)


def _evidence(
    rules: int,
    registry: str,
    snapshot: tuple[str, int],
    overrides: Mapping[str, str],
    seen: Collection[str] = (),
) -> str:
    document: dict[str, Any] = {
        "overrides": dict(overrides),
        "registry": registry,
        "rules": sorted(codes_of(rules)),
        "snapshot": list(snapshot),
    }
    if seen:  # left out otherwise, so that older approvals keep their hash
        document["seen"] = sorted(seen)
    return sha256(canonical(document)).hexdigest()


def set_up(configuration: Configuration | None) -> dict[str, Any] | None:
    """A set-up in the field names of an export package."""
    if configuration is None:
        return None
    return _set_up(
        configuration.scheme.value,
        configuration.key.category,
        configuration.form,
        configuration.vendor,
        configuration.system,
        configuration.valid_from,
    )


def _set_up(
    scheme: str, category: str, form: str, vendor: str, system: str, valid_from: date | str | None
) -> dict[str, Any]:
    return {
        "Scheme": scheme,
        "Category": category,
        "Form": form or None,
        "Vendor": vendor or None,
        "System": system or None,
        "ValidFrom": valid_from.isoformat() if isinstance(valid_from, date) else valid_from or None,
    }


def change_of(proposal: Proposal, scheme: str) -> dict[str, Any]:
    """What an approval brings about, in the field names of an export package."""
    key = proposal.key
    return _change(
        proposal.action.value,
        scheme,
        (key.municipality_number, key.her_id, key.category),
        set_up(proposal.after),
    )


def change_of_order(order: ShownOrder, form: str) -> dict[str, Any] | None:
    """The same from the values of an order; None where its HER-id or category is none.

    `form` is the code of its form (`configuration_changes.form_code`).
    """
    category = order.category_key
    if not order.her_id_number or not category:
        return None
    key = (order.municipality_key or order.municipality_number, order.her_id_number, category)
    new = None
    if order.kind != Kind.DEACTIVATE:
        new = _set_up(order.scheme, category, form, order.vendor, order.system, order.desired_from)
    return _change(order.kind, order.scheme, key, new)


def change_made(order: ShownOrder, made: MadeSetUp) -> dict[str, Any]:
    """The same from the set-up that an order's approval has made."""
    key = (made.municipality_number, made.her_id, made.category)
    new = _set_up(made.scheme, made.category, *made[4:])
    return _change(order.kind, order.scheme, key, new)


def _change(
    action: str, scheme: str, key: tuple[str, int, str], new: dict[str, Any] | None
) -> dict[str, Any]:
    return {
        "Action": action,
        "Category": key[2],
        "HerId": key[1],
        "MunicipalityNumber": key[0],
        "New": new,
        "Scheme": scheme,
    }


def digest(
    reference: str, change: Mapping[str, Any] | None, order: str, evidence: str, step: str
) -> str:
    """The hash that an approval signs for one order."""
    document = {
        "change": change,
        "evidence": evidence,
        "order": order,
        "reference": reference,
        "step": step,
    }
    return sha256(canonical(document)).hexdigest()


def step_of(before: str, after: str) -> Step:
    """Which approval leads from one status to the other."""
    if before == Status.AWAITING_SECOND_APPROVAL:
        return "second"
    return "first" if after == Status.AWAITING_SECOND_APPROVAL else "only"


def statement_of(
    caseworker: str,
    key: str,
    at: str,
    audit: Mapping[str, object],
    workspace: str,
    orders: Mapping[str, str],
) -> str:
    """The statement that is signed; `orders` are the hashes by reference."""
    document = {
        "action": "approve",
        "at": at,
        "audit": dict(audit),
        "caseworker": caseworker,
        "key": key,
        "orders": dict(orders),
        "type": STATEMENT_TYPE,
        "workspace": workspace,
    }
    return canonical(document).decode()
