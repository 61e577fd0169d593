"""Looking at the queue: pages, rows, ids and counts. A light module: what it needs is loaded before
the first paint.
"""

from __future__ import annotations

import base64
import json
from abc import ABC, abstractmethod
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.domain.identifiers import normalise_municipality_number
from timebok_desktop.services.queue_views import SAVED_VIEWS, OrderPage, OrderQuery, OrderRow

if TYPE_CHECKING:
    from timebok_desktop.services.ports_orders import Cursor, Queue

_LAST_ID = 2**63 - 1


class QueueLooks(ABC):
    """Implements the part of the desk that shows the queue."""

    @abstractmethod
    def queue(self) -> Queue:
        """The queue that is looked at."""

    def order_ids(self, query: OrderQuery, user: str) -> array[int]:
        """The ids of all orders of a query, in its order."""
        return self.queue().ids(padded(query), user)

    def order_rows(self, ids: Sequence[int]) -> tuple[OrderRow, ...]:
        """The rows of these ids, in this order."""
        return self.queue().rows(ids)

    def order_page(
        self, query: OrderQuery, user: str, limit: int, after: str = "", *, counted: bool = True
    ) -> OrderPage:
        """A page by keyset; its cursor is opaque to the caller."""
        asked = padded(query)
        rows, following = self.queue().page(
            asked, user, limit, _cursor(query, after) if after else None
        )
        total = self.queue().count(asked, user, at_once=not counted)
        return OrderPage(
            -1 if total is None else total, rows, _opaque(query, following) if following else ""
        )

    def view_counts(self, user: str) -> Mapping[str, int]:
        """How many orders each saved view holds."""
        everyone, own = self.queue().counts(user)
        counts = {}
        for view in SAVED_VIEWS:
            source = own if view.mine else everyone
            statuses = view.statuses or tuple(Status)
            counts[view.name] = sum(source.get(status, 0) for status in statuses)
        return counts


def padded(query: OrderQuery) -> OrderQuery:
    """The query with lost leading zeros back in a municipality number."""
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
