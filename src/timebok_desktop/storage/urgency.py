"""The key of what is to be done first (`domain.urgency`), kept with every change of an order.

The domain works it out, as a function of each connection that may write; the store says which days
the kept keys rest on, so that one of them never rests on other days than the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, partial
from typing import Any

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.domain.urgency import Dates, UrgencyDays, key_of

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_STATUS = {status.value: status for status in Status}
_OPEN = "status_place <= 4"
_DECIDED = (
    "CASE WHEN {status} IN ('awaiting_information', 'on_hold', 'awaiting_second_approval') THEN"
    ' (SELECT "at" FROM decision WHERE order_id = orders.id AND is_current = 1) END'
)
_DEADLINE = (
    "CASE WHEN {status} = 'awaiting_information' THEN"
    " (SELECT deadline FROM letter JOIN decision ON decision.id = decision_id AND is_current = 1"
    " WHERE letter.order_id = orders.id ORDER BY letter.id DESC LIMIT 1) END"
)
_ANSWERED = "CASE WHEN is_answer = 1 THEN received_us / 3600000000 END"


class SqlUrgency:
    """Keeps the keys of a store."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver
        self._resting: str | None = None

    def begin(self) -> None:
        """Work out the keys of a store that has none, from the days that nobody has changed."""
        if not self._stood():
            self.rest_on(UrgencyDays())

    def rest_on(self, days: UrgencyDays) -> None:
        """See that all keys rest on these days."""
        told = _told(days)
        if self._stood() == told:
            return
        self._driver.execute(
            "INSERT INTO standing VALUES ('urgency', ?1)"
            " ON CONFLICT(name) DO UPDATE SET value = ?1",
            (told,),
        ).close()
        self._resting = told
        self.keep(_OPEN)

    def rests_on(self, days: UrgencyDays) -> bool:
        """Whether they do already."""
        return self._stood() == _told(days)

    def keep(self, which: str, *parameters: Any) -> None:
        """Work out again the keys of the orders that `which` (SQL) names."""
        self._driver.execute(
            f"UPDATE orders SET urgency = {self.kept()} WHERE {which}", parameters
        ).close()

    def kept(self, status: str = "orders.status") -> str:
        """The key of an order, as SQL over `orders` as it stands, or as it will with a status."""
        made = f"{_DECIDED}, {_DEADLINE}".format(status=status)
        dates = f"waiting_hour, {_ANSWERED}, desired_from, {made}"
        return f"urgency_key('{self._days()}', {status}, {dates})"

    def of_new(self) -> Callable[[int, Any], int]:
        """What gives the key of an order that is added, by the hour that it has waited since and
        the day from which it is wanted."""
        return partial(_key_of_new, self._days())

    def wrong(self) -> bool:
        """Whether any key is not what it should be."""
        found = self._driver.execute(
            f"SELECT 1 FROM orders WHERE urgency IS NOT {self.kept()} LIMIT 1"
        )
        return found.fetchone() is not None

    def _days(self) -> str:
        """As they stand in the store, a few numbers."""
        if self._resting is None:
            self._resting = _told(_read(self._stood()))
        return self._resting

    def _stood(self) -> str:
        found = self._driver.execute("SELECT value FROM standing WHERE name = 'urgency'").fetchone()
        return str(found[0]) if found else ""


def teach(driver: Any) -> None:
    """Let a connection work out keys."""
    driver.create_function("urgency_key", 7, _key, deterministic=True)


def _key(
    days: str,
    status: str,
    waiting: int,
    answered: int | None,
    desired: str | None,
    decided: str | None,
    deadline: str | None,
) -> int:
    dates = Dates(
        _day_of_hour(waiting),
        None if answered is None else _day_of_hour(answered),
        _day(desired) if desired else None,
        _day_of_moment(decided) if decided else None,
        _day(deadline) if deadline else None,
    )
    return key_of(_STATUS[status], dates, _read(days))


@lru_cache(maxsize=65_536)
def _key_of_new(days: str, waiting: int, desired: str | None) -> int:
    return _key(days, "received", waiting, None, desired, None, None)


@lru_cache(maxsize=8)
def _read(days: str) -> UrgencyDays:
    return UrgencyDays(*map(int, days.split("."))) if days else UrgencyDays()


def _told(days: UrgencyDays) -> str:
    return (
        f"{days.waiting}.{days.answer}.{days.second_approval}.{days.unanswered}.{days.held}"
        f".{days.before_desired}"
    )


@lru_cache(maxsize=8192)
def _day_of_hour(hour: int) -> date:
    try:
        return norwegian_day(_EPOCH + timedelta(hours=hour))
    except OverflowError:  # the first or the last day there is, in another zone
        return date.min if hour < 0 else date.max


_day = lru_cache(maxsize=4096)(date.fromisoformat)


@lru_cache(maxsize=4096)
def _day_of_moment(text: str) -> date:
    return norwegian_day(datetime.fromisoformat(text))
