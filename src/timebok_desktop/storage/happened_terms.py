"""What happened to orders from one moment to another, as SQL: the same for the figures that count
it and for the queue that shows which orders they are. Nothing here knows SQLAlchemy.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from timebok_desktop.domain.norway import day_begins, day_ends
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.queue_views import Happening, OrderQuery
from timebok_desktop.services.reasons import REASON_CODES
from timebok_desktop.storage.values import moment_text

NOT_TAKEN_BACK = "d.is_taken_back = 0 AND d.kind <> 'undo'"
JUDGED = "d.kind IN ('approve', 'reject', 'request-information')"
FINAL = "(d.kind = 'reject' OR d.kind = 'approve' AND d.status_after = 'approved')"
REASON = (
    "CASE WHEN instr(d.reason, ':') THEN substr(d.reason, 1, instr(d.reason, ':') - 1)"
    " ELSE d.reason END"
)
IN_PERIOD = 'd.day BETWEEN ? AND ? AND d."at" >= ? AND d."at" < ?'
_OTHER = "other"
_DECISIONS = {
    Happening.DECIDED: FINAL,
    Happening.FIRST_APPROVAL: "d.kind = 'approve' AND d.status_after = 'awaiting_second_approval'",
    Happening.APPROVED: "d.kind = 'approve' AND d.status_after = 'approved'",
    Happening.REJECTED: "d.kind = 'reject'",
    Happening.REQUESTED: "d.kind = 'request-information'",
    Happening.HELD: "d.kind = 'hold'",
    Happening.WITHDRAWN: "d.kind = 'withdraw'",
    Happening.JUDGED: JUDGED,
}
_ACTIONS = {
    Happening.REJECTED: Action.REJECT,
    Happening.REQUESTED: Action.REQUEST_INFORMATION,
    Happening.HELD: Action.HOLD,
    Happening.WITHDRAWN: Action.WITHDRAW,
}
_RECEIPTS = (
    "SELECT r.order_id FROM package_order r WHERE r.receipt IS NOT NULL AND r.receipt_at >= ?"
    " AND r.receipt_at < ? AND r.receipt = '{receipt}'"
)
_OTHERS = {
    Happening.EXPORTED: (
        "SELECT r.order_id FROM package p CROSS JOIN package_order r ON r.sequence = p.sequence"
        " WHERE p.created >= ? AND p.created < ?"
    ),
    Happening.ACKNOWLEDGED: _RECEIPTS.format(receipt="ok"),
    Happening.FAILED: _RECEIPTS.format(receipt="failed"),
}


def period(begins: datetime, ends: datetime) -> tuple[str, str, str, str]:
    """The values of `IN_PERIOD`."""
    first, last = moment_text(begins), moment_text(ends)
    return first[:10], moment_text(ends + timedelta(days=1))[:10], first, last


def happened(query: OrderQuery) -> tuple[str, tuple[str, ...]]:
    """The filter of a query that asks what happened, and its values. An order comes in with its
    file, at the same moment.
    """
    begins = day_begins(query.happened_from or date.min)
    ends = day_ends(query.happened_to or date.max)
    span = moment_text(begins), moment_text(ends)
    what = query.happened
    if what is Happening.RECEIVED:
        files = "SELECT id FROM imported_file WHERE imported_at >= ? AND imported_at < ?"
        return f"source_id IN ({files})", span
    if what in _OTHERS:
        return f"id IN ({_OTHERS[what]})", span
    which = _DECISIONS[what or Happening.JUDGED]
    reason, codes = _with_reason(query)
    made = f"{IN_PERIOD} AND {NOT_TAKEN_BACK} AND {which}{reason}"
    sql = f"id IN (SELECT d.order_id FROM decision d WHERE {made})"
    return sql, (*period(begins, ends), *codes)


def _with_reason(query: OrderQuery) -> tuple[str, tuple[str, ...]]:
    action = _ACTIONS.get(query.happened or Happening.JUDGED)
    if not query.reason or action is None:
        return "", ()
    if query.reason != _OTHER:
        return f" AND trim({REASON}) = ?", (query.reason,)
    known = tuple(code for code in REASON_CODES[action] if code != _OTHER)
    return f" AND trim({REASON}) NOT IN ({', '.join('?' * len(known))})", known
