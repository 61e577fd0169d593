"""How values are written for people: identifiers in groups, dates in words, ages in working days.

Text only; no widget. The exact value always stays available to tooltips and assistive technology.
"""

from __future__ import annotations

from datetime import date, datetime
from math import ceil

from PySide6.QtCore import QCoreApplication

from timebok_desktop.domain.identifiers import is_digits
from timebok_desktop.domain.norway import NORWAY
from timebok_desktop.domain.working_days import working_days_between

_NARROW = "\u00a0"
_TRIPLE = 3
_ORGANIZATION_DIGITS = 9
_FEW = 10
_MINUTE = 60
_HOUR = 3600


def grouped_her_id(her_id: str) -> str:
    """`8143043` as `81 43 043`; what is no number stays as it is."""
    if not is_digits(her_id) or len(her_id) <= _TRIPLE:
        return her_id
    head, tail = her_id[:-_TRIPLE], her_id[-_TRIPLE:]
    pairs: list[str] = []
    while head:
        pairs.insert(0, head[-2:])
        head = head[:-2]
    return _NARROW.join((*pairs, tail))


def grouped_organization_number(number: str) -> str:
    """`945578564` as `945 578 564`; what is not nine digits stays as it is."""
    if not is_digits(number) or len(number) != _ORGANIZATION_DIGITS:
        return number
    return _NARROW.join(number[at : at + _TRIPLE] for at in range(0, len(number), _TRIPLE))


def grouped_count(number: int) -> str:
    """`12345` as `12 345`."""
    return f"{number:,}".replace(",", _NARROW)


def orders_in_words(number: int) -> str:
    """So many orders."""
    if number == 1:
        return QCoreApplication.translate("OrderList", "1 order")
    words = QCoreApplication.translate("OrderList", "{count} orders")
    return words.format(count=grouped_count(number))


def exact_moment(moment: datetime) -> str:
    """`24.04.2026 kl. 09:12`, in Norwegian time."""
    return _in_norway(moment).strftime("%d.%m.%Y %H:%M")


def exact_date(day: date) -> str:
    """`24.04.2026`."""
    return day.strftime("%d.%m.%Y")


def moment_in_words(moment: datetime, now: datetime) -> str:
    """`i dag 09:12`, `i går 14:05`, `for 2 virkedager siden`, and after a month the date."""
    then, today = _in_norway(moment), _in_norway(now)
    clock = then.strftime("%H:%M")
    days = (today.date() - then.date()).days
    if days == 0:
        return QCoreApplication.translate("wording", "today {clock}").format(clock=clock)
    if days == 1:
        return QCoreApplication.translate("wording", "yesterday {clock}").format(clock=clock)
    if days < 0 or days > 31:  # noqa: PLR2004 - a month
        return exact_date(then.date())
    working = working_days_between(then.date(), today.date())
    if working == 1:
        return QCoreApplication.translate("wording", "1 working day ago")
    return QCoreApplication.translate("wording", "{count} working days ago").format(count=working)


def age_in_words(working_days: int) -> str:
    """The age of an order as a short text: `i dag`, `1 virkedag`, `4 virkedager`."""
    if working_days <= 0:
        return QCoreApplication.translate("wording", "today")
    if working_days == 1:
        return QCoreApplication.translate("wording", "1 working day")
    return QCoreApplication.translate("wording", "{count} working days").format(
        count=grouped_count(working_days)
    )


def deadline_in_words(deadline: date, now: datetime) -> str:
    """A municipality's deadline as a short text; one that has passed has a shape before it."""
    today = _in_norway(now).date()
    if deadline < today:
        return QCoreApplication.translate("wording", "▲ past deadline")
    if deadline == today:
        return QCoreApplication.translate("wording", "deadline today")
    return QCoreApplication.translate("wording", "deadline {day}").format(
        day=deadline.strftime("%d.%m.")
    )


def remaining_in_words(seconds: float) -> str:
    """How long a job will still take, as roughly as it is known."""
    if seconds < _FEW:
        return QCoreApplication.translate("wording", "a few seconds left")
    if seconds < _MINUTE - _FEW:
        return QCoreApplication.translate("wording", "about {count} seconds left").format(
            count=ceil(seconds / 10) * 10
        )
    if seconds < 1.5 * _MINUTE:
        return QCoreApplication.translate("wording", "about a minute left")
    if seconds < 1.5 * _HOUR:
        return QCoreApplication.translate("wording", "about {count} minutes left").format(
            count=round(seconds / _MINUTE)
        )
    return QCoreApplication.translate("wording", "about {count} hours left").format(
        count=round(seconds / _HOUR)
    )


def waiting_in_words(received_at: datetime, waiting_since: datetime) -> str:
    """The exact times behind an age: when the order was sent in, where that is known, and when it
    was received here.
    """
    received = QCoreApplication.translate("wording", "received {moment}").format(
        moment=exact_moment(received_at)
    )
    if waiting_since >= received_at:
        return received
    sent = QCoreApplication.translate("wording", "sent in {moment}").format(
        moment=exact_moment(waiting_since)
    )
    return f"{sent}, {received}"


def working_age(moment: datetime, now: datetime) -> int:
    """Working days from a moment until now."""
    return working_days_between(_in_norway(moment).date(), _in_norway(now).date())


def local_day(moment: datetime) -> date:
    """The day of a moment in Norway."""
    return _in_norway(moment).date()


def _in_norway(moment: datetime) -> datetime:
    return moment if moment.tzinfo is None else moment.astimezone(NORWAY)
