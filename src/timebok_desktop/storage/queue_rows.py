"""The lines of the queue by id, straight on the driver. Nothing here knows SQLAlchemy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from timebok_desktop.domain.codes import OPEN_STATUSES, Kind, Outcome, Scheme, Status
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.rule_codes import codes_of
from timebok_desktop.domain.waiting import waiting_since
from timebok_desktop.services.queue_views import OrderRow
from timebok_desktop.storage.queue_terms import HELD_SINCE, NOT_SEEN
from timebok_desktop.storage.values import (
    json_ids,
    moment_of_microseconds,
    optional_date,
    optional_moment,
)

_ROWS = (
    "SELECT id, reference, status, kind, scheme, municipality_number,"
    " coalesce(nullif(municipality_title, ''), municipality_name), organization_number, her_id,"
    " category, form, vendor, external_reference, received_us, submitted_at, outcome, holder,"
    " rules, CASE WHEN status = 'awaiting_information' THEN"
    " (SELECT deadline FROM letter JOIN decision ON decision.id = decision_id AND is_current = 1"
    " WHERE letter.order_id = orders.id ORDER BY letter.id DESC LIMIT 1) END, is_answer,"
    " urgency, {unread}, {held}"
    " FROM orders WHERE id IN (SELECT value FROM json_each(?))"
)
"""A deadline holds while the decision that its letter told of stands."""
_FOR_NOBODY = _ROWS.format(unread="0", held=HELD_SINCE)
_FOR_A_READER = _ROWS.format(unread=NOT_SEEN, held=HELD_SINCE)
_STATUS = {status.value: status for status in Status}
_OPEN = frozenset(status.value for status in OPEN_STATUSES)
_KIND = {kind.value: kind for kind in Kind}
_SCHEME = {scheme.value: scheme for scheme in Scheme}
_OUTCOME: dict[str | None, Outcome | None] = {outcome.value: outcome for outcome in Outcome}
_OUTCOME[None] = None


def rows_of(driver: Any, ids: Sequence[int], user: str = "") -> tuple[OrderRow, ...]:
    """Lines of the queue by id, in the given order; ids that are gone are left out. What is open
    and `user` has not seen as it is now is unread.
    """
    asked = json_ids(ids)
    sql, values = (_FOR_A_READER, (squeezed(user), asked)) if user else (_FOR_NOBODY, (asked,))
    found = {row[0]: _row(row) for row in driver.execute(sql, values).fetchall()}
    if len(found) == len(ids):
        return tuple([found[identity] for identity in ids])
    return tuple([found[identity] for identity in ids if identity in found])


def _row(row: Sequence[Any]) -> OrderRow:
    received = moment_of_microseconds(row[13])
    submitted = row[14]
    return OrderRow._make(
        (
            row[0],
            row[1],
            _STATUS[row[2]],
            _KIND[row[3]],
            _SCHEME[row[4]],
            *row[5:13],
            received,
            waiting_since(optional_moment(submitted), received) if submitted else received,
            _OUTCOME[row[15]],
            row[16],
            codes_of(row[17]) if row[17] else (),
            optional_date(row[18]),
            row[19] == 1,
            row[20],
            row[21] == 1 and row[2] in _OPEN,
            optional_moment(row[22]) if row[22] else None,
        )
    )
