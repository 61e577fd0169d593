"""The queue and the review of one order: everything that is only looked at."""

from __future__ import annotations

import base64
import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.errors import NotFoundError, RefusedError
from timebok_desktop.domain.findings import Finding
from timebok_desktop.domain.identifiers import normalise_municipality_number
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.workflow import AMENDABLE, UNDOABLE, Action, allowed_actions
from timebok_desktop.services.approval import (
    confirmed_overrides,
    require_another,
    require_current,
    require_overrides,
    warnings_of,
)
from timebok_desktop.services.configuration_changes import proposal
from timebok_desktop.services.context import Service
from timebok_desktop.services.ports_orders import Cursor, StoredOrder
from timebok_desktop.services.ports_store import UnitOfWork
from timebok_desktop.services.verification import findings_on, is_verified, required_order
from timebok_desktop.services.views import (
    SAVED_VIEWS,
    Case,
    DecisionRecord,
    OrderPage,
    OrderQuery,
    OrderRow,
)

_EARLIER = 20
_LAST_ID = 2**63 - 1


class QueueService(Service):
    """Implements the looking part of the desk."""

    def order_ids(self, query: OrderQuery, user: str) -> array[int]:
        """The ids of all orders of a query, in its order."""
        return self._context.store.queue.ids(padded(query), user)

    def order_rows(self, ids: Sequence[int]) -> tuple[OrderRow, ...]:
        """The rows of these ids, in this order."""
        return self._context.store.queue.rows(ids)

    def order_page(
        self, query: OrderQuery, user: str, limit: int, after: str = "", *, counted: bool = True
    ) -> OrderPage:
        """A page by keyset; its cursor is opaque to the caller."""
        asked = padded(query)
        rows, following = self._context.store.queue.page(
            asked, user, limit, _cursor(query, after) if after else None
        )
        total = self._context.store.queue.count(asked, user, at_once=not counted)
        return OrderPage(
            -1 if total is None else total, rows, _opaque(query, following) if following else ""
        )

    def view_counts(self, user: str) -> Mapping[str, int]:
        """How many orders each saved view holds."""
        everyone, own = self._context.store.queue.counts(user)
        counts = {}
        for view in SAVED_VIEWS:
            source = own if view.mine else everyone
            statuses = view.statuses or tuple(Status)
            counts[view.name] = sum(source.get(status, 0) for status in statuses)
        return counts

    def case(self, reference: str, user: str) -> Case:
        """All that a review of one order needs."""
        with self._context.store.read() as unit:
            return self._case(unit, required_order(unit, reference), user)

    def original(self, sha256: str) -> Path:
        """Where a kept original lies."""
        path = self._context.originals.path(sha256)
        if not path.is_file():
            raise NotFoundError(
                "Originalen {sha256} finnes ikke i arbeidsmappen.",
                "Originalen {sha256} finst ikkje i arbeidsmappa.",
                sha256=sha256,
            )
        return path

    def _case(self, unit: UnitOfWork, stored: StoredOrder, user: str) -> Case:
        order = stored.order
        snapshot = unit.registry.current()
        findings = findings_on(self._context, unit, [stored])[0]
        approvals = unit.decisions.standing_approvals(stored.id)
        decisions = unit.decisions.history(stored.id)
        confirmed = confirmed_overrides(order.status, approvals)
        party = parent = None
        if snapshot is not None and stored.keys.her_id is not None:
            party = unit.registry.party(snapshot.id, stored.keys.her_id)
            if party is not None and party.parent_her_id is not None:
                parent = unit.registry.party(snapshot.id, party.parent_her_id)
        source = unit.files.known(order.source_sha256)
        rests_on = [one for one in unit.registry.snapshots() if one.id == stored.snapshot_id]
        actions = set(allowed_actions(order.status))
        if order.status in UNDOABLE and any(
            one.current and one.status_after is order.status for one in decisions
        ):
            actions.add(Action.UNDO)
        return Case(
            order=order,
            holder=stored.holder,
            municipality_title=stored.keys.municipality_title,
            party=party,
            parent=parent,
            snapshot=snapshot,
            findings=findings,
            findings_snapshot=rests_on[0] if rests_on else None,
            verified=is_verified(stored, snapshot),
            proposal=proposal(unit, self._context.tables(unit), stored),
            decisions=decisions,
            events=unit.audit.events(order.reference),
            earlier=unit.orders.earlier(stored.keys.municipality, stored.id, _EARLIER),
            warnings_to_override=tuple(w for w in warnings_of(findings) if w not in confirmed),
            confirmed_overrides=confirmed,
            actions=frozenset(actions),
            blocked=self._blocked(unit, stored, findings, approvals, user, actions),
            may_amend=order.status in AMENDABLE,
            source_has_personal_number=source is not None and source.has_personal_number,
        )

    def _blocked(
        self,
        unit: UnitOfWork,
        stored: StoredOrder,
        findings: Sequence[Finding],
        approvals: Sequence[DecisionRecord],
        user: str,
        actions: set[Action],
    ) -> Mapping[Action, Phrase]:
        """Why an action that the workflow knows is not open to this caseworker now."""
        if Action.APPROVE not in actions:
            return {}
        try:
            require_another(approvals, user)
            require_current(stored, unit.registry.current(), findings)
            require_overrides(findings, dict.fromkeys(warnings_of(findings), "–"), {})
        except RefusedError as error:
            return {Action.APPROVE: error.phrase}
        return {}


def padded(query: OrderQuery) -> OrderQuery:
    """The query with its municipality number in full."""
    if not query.municipality_number:
        return query
    return replace(
        query, municipality_number=normalise_municipality_number(query.municipality_number)
    )


def _opaque(query: OrderQuery, cursor: Cursor) -> str:
    content = [query.sort, query.descending, *cursor]
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode()


def _cursor(query: OrderQuery, text: str) -> Cursor:
    try:
        sort, descending, values, last = json.loads(base64.urlsafe_b64decode(text.encode()))
        kinds = [type(value) for value in (*values, last)]
    except (ValueError, TypeError, RecursionError) as error:
        raise _no_cursor(text) from error
    same_query = (sort, descending) == (query.sort, query.descending)
    sound = set(kinds) <= {str, int} and kinds[-1] is int
    if same_query and sound and all(_fits(value) for value in (*values, last)):
        return tuple(values), last
    raise _no_cursor(text)


def _fits(value: object) -> bool:
    """Whether the store can hold a value at all."""
    return not isinstance(value, int) or abs(value) <= _LAST_ID


def _no_cursor(text: str) -> RefusedError:
    return RefusedError(
        "Fortsettelsen «{cursor}» er ikke fra denne listen. Bruk «next» fra forrige side.",
        "Framhaldet «{cursor}» er ikkje frå denne lista. Bruk «next» frå førre side.",
        cursor=text,
    )
