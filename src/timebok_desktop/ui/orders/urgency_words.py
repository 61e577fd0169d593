"""Why an order should be seen to, and by when, in words: long for the panel and for assistive
technology, short for a cell. Loaded after the first paint.
"""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.domain.urgency import Reason, Urgency, urgency_of
from timebok_desktop.domain.working_days import working_days_between
from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP
from timebok_desktop.ui.wording import age_in_words, deadline_in_words, exact_date

_GROUNDS: dict[Reason, str] = {
    Reason.ANSWERED: QT_TRANSLATE_NOOP("Urgency", "The municipality answered {ago}"),
    Reason.DESIRED: QT_TRANSLATE_NOOP("Urgency", "Wanted from {day}"),
    Reason.SECOND_APPROVAL: QT_TRANSLATE_NOOP("Urgency", "First approved {ago}"),
    Reason.UNANSWERED: QT_TRANSLATE_NOOP(
        "Urgency", "Information asked for {ago}, without a deadline"
    ),
    Reason.HELD: QT_TRANSLATE_NOOP("Urgency", "On hold since {day}"),
    Reason.WAITING: QT_TRANSLATE_NOOP("Urgency", "Waiting since {day}"),
}


def urgency_in_words(key: int, now: datetime) -> str:
    """The reason, and the day where it has come; "" where nothing has to be done."""
    found = urgency_of(key)
    if found is None:
        return ""
    today = norwegian_day(now)
    if found.reason is Reason.DEADLINE:
        return _deadline(found.since, today)
    ground = _say(_GROUNDS[found.reason], ago=_ago(found.since, today), day=exact_date(found.since))
    late = _late(found.due, today)
    return f"{ground}, {late}" if late else ground


def told_in_passing(key: int, now: datetime) -> str:
    """The same where the age is told already: of what only waits, no more than that it is late."""
    found = urgency_of(key)
    if found is not None and found.reason is Reason.WAITING:
        return _late(found.due, norwegian_day(now))
    return urgency_in_words(key, now)


def urgency_in_short(key: int, now: datetime) -> str:
    """The reason in a word or two; "" where nothing has to be done."""
    found = urgency_of(key)
    if found is None:
        return ""
    if found.reason is Reason.DEADLINE:
        return deadline_in_words(found.since, now)
    if found.reason is Reason.ANSWERED:
        return _say(QT_TRANSLATE_NOOP("Urgency", "answered"))
    if found.reason is Reason.DESIRED:
        day = found.since.strftime("%d.%m.")
        return _say(QT_TRANSLATE_NOOP("Urgency", "wanted {day}"), day=day)
    return _age(found, norwegian_day(now))


def _age(found: Urgency, today: date) -> str:
    return age_in_words(working_days_between(found.since, today))


def _deadline(deadline: date, today: date) -> str:
    if deadline > today:
        words = QT_TRANSLATE_NOOP("Urgency", "The municipality has until {day} to answer")
        return _say(words, day=exact_date(deadline))
    if deadline == today:
        return _say(QT_TRANSLATE_NOOP("Urgency", "The deadline is today"))
    return _say(
        QT_TRANSLATE_NOOP("Urgency", "The deadline passed {ago}"), ago=_ago(deadline, today)
    )


def _late(due: date, today: date) -> str:
    if due > today:
        return ""
    if due == today:
        return _say(QT_TRANSLATE_NOOP("Urgency", "should be seen to today"))
    words = QT_TRANSLATE_NOOP("Urgency", "should have been seen to by {day}")
    return _say(words, day=exact_date(due))


def _ago(day: date, today: date) -> str:
    if day >= today:
        return _say(QT_TRANSLATE_NOOP("Urgency", "today"))
    count = working_days_between(day, today)
    if count == 0:
        return exact_date(day)
    if count == 1:
        return _say(QT_TRANSLATE_NOOP("Urgency", "1 working day ago"))
    return _say(QT_TRANSLATE_NOOP("Urgency", "{count} working days ago"), count=str(count))


def _say(text: str, **values: str) -> str:
    return QCoreApplication.translate("Urgency", text).format(**values)
