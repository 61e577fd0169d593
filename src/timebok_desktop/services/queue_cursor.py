"""The opaque text that a page of the queue is gone on from."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.services.queue_views import OrderQuery

if TYPE_CHECKING:
    from timebok_desktop.services.ports_orders import Cursor

_LAST_ID = 2**63 - 1


def opaque(query: OrderQuery, cursor: Cursor) -> str:
    content = [query.sort, query.descending, *cursor]
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode()


def cursor_of(query: OrderQuery, text: str) -> Cursor:
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
