"""Who holds an order and since when, in words; a case that somebody has had for longer than the
workspace wants is told apart by a shape and in words. Loaded where somebody holds an order.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.odd_signs import spelled_out
from timebok_desktop.services.queue_views import OrderRow
from timebok_desktop.ui.wording import age_in_words, exact_date, local_day, working_age

if TYPE_CHECKING:
    from timebok_desktop.services.views import Case


def is_held_long(status: Status, since: datetime | None, now: datetime, limit: int) -> bool:
    """Whether somebody has had a case for more working days than are wanted."""
    return status is Status.IN_REVIEW and since is not None and working_age(since, now) > limit


def held_in_short(row: OrderRow, now: datetime, limit: int) -> str:
    """The holder and the day, for a cell."""
    if row.held_since is None:
        return row.holder
    told = f"{row.holder} · {local_day(row.held_since).strftime('%d.%m.')}"
    return f"▲ {told}" if is_held_long(row.status, row.held_since, now, limit) else told


def row_held(row: OrderRow, now: datetime, limit: int) -> str:
    """The same in a sentence."""
    return _in_words(row.holder, row.status, row.held_since, now, limit)


def case_held(case: Case, now: datetime, limit: int) -> str:
    """The same of a case; "" where nobody has it."""
    if not case.holder:
        return ""
    return _in_words(spelled_out(case.holder), case.order.status, case.held_since, now, limit)


def _in_words(
    holder: str, status: Status, since: datetime | None, now: datetime, limit: int
) -> str:
    if since is None:
        return QCoreApplication.translate("OrderList", "held by {holder}").format(holder=holder)
    day = exact_date(local_day(since))
    if not is_held_long(status, since, now, limit):
        words = QCoreApplication.translate("OrderList", "held by {holder} since {day}")
        return words.format(holder=holder, day=day)
    words = QCoreApplication.translate(
        "OrderList", "held by {holder} since {day}, which is {age}: longer than {limit}"
    )
    age, wanted = age_in_words(working_age(since, now)), age_in_words(limit)
    return words.format(holder=holder, day=day, age=age, limit=wanted)
