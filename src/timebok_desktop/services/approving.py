"""Signing approvals, and finding out whether what was signed is still what there is.

An approval is worth what its signature covers: where the order, the set-up that it leads to or the
evidence is another one now, the approval is void, whatever the store says of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, NamedTuple, cast

from timebok_desktop.domain.codes import Kind
from timebok_desktop.domain.errors import RefusedError, UnavailableError, WrongPassphraseError
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.services.approval import confirmed_overrides
from timebok_desktop.services.configuration_changes import ABSENT, form_code
from timebok_desktop.services.context import Context
from timebok_desktop.services.ports_approvals import CaseworkerKey, KeyRing, SignedStatement
from timebok_desktop.services.ports_bulk import Signed, Standing
from timebok_desktop.services.ports_orders import StoredOrder
from timebok_desktop.services.ports_store import UnitOfWork
from timebok_desktop.services.shown import (
    SHOWN,
    STATEMENT_TYPE,
    MadeSetUp,
    ShownOrder,
    change_made,
    change_of_order,
    digest,
    evidence_hash,
    order_hash,
    statement_of,
)
from timebok_desktop.services.views import DecisionRecord

_REMEMBERED = 16
"""Statements that have been looked through."""


class Vouched(NamedTuple):
    """Who signed for which orders (hashes by reference)."""

    caseworker: str
    orders: Mapping[str, str]


_NOTHING = Vouched("", {})


class Looks:
    """What is shown of orders, as this transaction sees it."""

    def __init__(self, context: Context, unit: UnitOfWork) -> None:
        self._unit = unit
        self._ring = context.keys
        self._tables = context.tables(unit)
        self._codes: dict[tuple[str, str], str] = {}
        self._signed: dict[int, Vouched] | None = None
        self._keys: dict[str, CaseworkerKey] | None = None

    def orders(self, ids: Sequence[int]) -> dict[int, ShownOrder]:
        """The values of these orders, by id."""
        return {one.id: one for one in self._unit.approvals.shown(ids)}

    def change(self, order: ShownOrder) -> dict[str, Any] | None:
        """What its approval would bring about now."""
        asked = (order.form, order.category_key)
        code = self._codes.get(asked)
        if code is None:
            code = self._codes[asked] = form_code(self._tables, *asked)
        return change_of_order(order, code)

    def change_made(self, order: ShownOrder, made: MadeSetUp | None) -> dict[str, Any] | None:
        """What its approval has brought about: a set-up (`made`), or the end of one."""
        if order.kind == Kind.DEACTIVATE:
            return self.change(order)
        return change_made(order, made) if made is not None else None

    def digest(self, order: ShownOrder, evidence: str, step: str) -> str:
        """The hash over what is shown of an order."""
        return digest(order.reference, self.change(order), order_hash(order), evidence, step)

    def load(self, approvals: Iterable[Standing]) -> None:
        """Look the statements of these approvals through, once for all of them."""
        asked = {one.statement for one in approvals if one.statement is not None}
        known = self._signed or {}
        found = self._unit.approvals.statements(asked - known.keys())
        if self._keys is None:
            self._keys = {key.thumbprint: key for key in self._unit.approvals.every_key()}
        workspace = self._unit.audit.origin()
        self._signed = {
            **known,
            **{
                identity: signed_orders(self._ring, self._keys.get(one.key), one, workspace)
                for identity, one in found.items()
            },
        }

    def void(
        self,
        order: ShownOrder,
        approvals: Sequence[Standing],
        change: Mapping[str, Any] | None,
    ) -> Standing | None:
        """The first of these (loaded) approvals whose signature does not cover what there is now;
        `change` is what it brings about, or has brought about.

        Approvals from before there were signatures have nothing to be held against.
        """
        own = order_hash(order)
        for one in approvals:
            if one.statement is None:
                continue
            signed = (self._signed or {}).get(one.statement, _NOTHING)
            now = digest(order.reference, change, own, one.evidence, one.step)
            signer = squeezed(signed.caseworker)
            if signer != squeezed(one.by) or signed.orders.get(order.reference) != now:
                return one
        return None


def fingerprint_now(unit: UnitOfWork, stored: StoredOrder) -> str:
    """The registry entry that an order's approval would rest on, "" where there can be none."""
    snapshot = unit.registry.current()
    her_id = stored.keys.her_id
    if snapshot is None or her_id is None:
        return ""
    return unit.registry.fingerprints(snapshot.id, [her_id]).get(her_id, ABSENT)


def shown_now(
    unit: UnitOfWork,
    looks: Looks,
    stored: StoredOrder,
    order: ShownOrder,
    approvals: Sequence[DecisionRecord],
) -> str:
    """The hash over what is shown of an order before it is approved; what the first approver set
    aside is shown to the second one."""
    confirmed = confirmed_overrides(stored.order.status, approvals)
    mark = fingerprint_now(unit, stored)
    evidence = evidence_hash(stored.rules or 0, mark, unit.registry.current(), confirmed)
    return looks.digest(order, evidence, SHOWN)


def require_unlocked(context: Context, user: str, passphrase: str | None = None) -> None:
    """RefusedError where the caseworker's key cannot be signed with.

    Asked before a transaction begins: a person may have to answer.
    """
    with context.store.read() as unit:
        key = unit.approvals.key_of(user)
    try:
        context.keys.unlock(user, key, passphrase)
    except WrongPassphraseError:
        _log_refused(context, user)
        raise


def _log_refused(context: Context, user: str) -> None:
    """Somebody tried a caseworker's key and could not open it."""
    with suppress(UnavailableError), context.store.write() as unit:
        told = {"caseworker": user}
        unit.audit.append(context.clock(), user, "caseworker-key-refused", "", told)
        unit.commit()


def registered(context: Context, unit: UnitOfWork, user: str, at: datetime) -> CaseworkerKey:
    """The caseworker's key as this transaction knows it; made, remembered and logged where there
    is none yet."""
    key = unit.approvals.key_of(user)
    return key if key is not None else new_key(context, unit, user, at)


def new_key(context: Context, unit: UnitOfWork, user: str, at: datetime) -> CaseworkerKey:
    """A new key for a caseworker, who signs with it from now on."""
    before = unit.approvals.key_of(user)
    key = context.keys.make(user)
    unit.approvals.register(key, at)
    told = {"caseworker": user, "key": key.thumbprint}
    if before is not None:
        told["instead_of"] = before.thumbprint
    unit.audit.append(at, user, "caseworker-key-made", "", told)
    return key


def sign(
    context: Context, unit: UnitOfWork, user: str, at: datetime, orders: Mapping[str, str]
) -> Signed:
    """Sign one statement for all these orders (hashes by reference) and keep it."""
    key = registered(context, unit, user, at)
    end = unit.audit.checkpoint()
    statement = statement_of(
        user,
        key.thumbprint,
        at.astimezone(UTC).isoformat(),
        {"head": end.head, "sequence": end.sequence},
        unit.audit.origin(),
        orders,
    )
    signature = context.keys.sign(key, statement.encode())
    made = SignedStatement(statement, signature, key.thumbprint)
    return Signed(unit.approvals.add(made), key.thumbprint)


def signed_orders(
    ring: KeyRing, key: CaseworkerKey | None, signed: SignedStatement, workspace: str
) -> Vouched:
    """The hashes by reference that a statement of this workspace vouches for; none where it is not
    what it says."""
    return _vouched(cast("Any", ring), key, signed, workspace) if key is not None else _NOTHING


@lru_cache(maxsize=_REMEMBERED)
def _vouched(ring: KeyRing, key: CaseworkerKey, signed: SignedStatement, workspace: str) -> Vouched:
    if not ring.is_signed(key.x, signed.statement.encode(), signed.signature):
        return _NOTHING
    document = json.loads(signed.statement)
    right = (
        document["type"] == STATEMENT_TYPE
        and document["key"] == key.thumbprint
        and document["workspace"] == workspace
        and squeezed(document["caseworker"]) == squeezed(key.caseworker)
    )
    return Vouched(key.caseworker, document["orders"]) if right else _NOTHING


def require_as_shown(reference: str, shown: str | None, now: str) -> None:
    """RefusedError where something else is there now than was shown."""
    if shown is not None and shown != now:
        raise RefusedError(
            "{reference} er endret siden den ble vist: bestillingen, funnene, AR-uttrekket eller "
            "konfigurasjonen er en annen nå. Se på den igjen før du godkjenner.",
            "{reference} er endra sidan ho vart vist: bestillinga, funna, AR-uttrekket eller "
            "konfigurasjonen er ein annan no. Sjå på ho igjen før du godkjenner.",
            reference=reference,
        )


def require_unchanged(reference: str, void: Standing | None) -> None:
    """RefusedError where an approval no longer covers what there is."""
    if void is not None:
        raise RefusedError(
            "{reference} er endret etter at {by} godkjente, så den godkjenningen gjelder ikke "
            "lenger. Angre godkjenningen og vurder bestillingen på nytt.",
            "{reference} er endra etter at {by} godkjende, så den godkjenninga gjeld ikkje lenger. "
            "Angre godkjenninga og vurder bestillinga på nytt.",
            reference=reference,
            by=void.by,
        )
