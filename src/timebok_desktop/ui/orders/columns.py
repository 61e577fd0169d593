"""What the list of orders shows: four columns of two lines, and how a row is said aloud."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from timebok_desktop.domain.codes import KIND_WORDS, OUTCOME_WORDS, STATUS_WORDS, Kind
from timebok_desktop.domain.odd_signs import spelled_out
from timebok_desktop.domain.phrases import Language
from timebok_desktop.services.queue_views import OrderRow
from timebok_desktop.ui.shapes import TONE_OF_OUTCOME
from timebok_desktop.ui.tokens import Tone
from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP
from timebok_desktop.ui.wording import (
    age_in_words,
    deadline_in_words,
    exact_moment,
    grouped_her_id,
    grouped_organization_number,
    waiting_in_words,
    working_age,
)


class OrderColumn(NamedTuple):
    """One column: its title, the field that a click on it sorts by ("" for none), its width, and
    whether it is shown only where somebody wants it."""

    title: str
    sort: str
    width: int
    extra: bool = False


COLUMNS: tuple[OrderColumn, ...] = (
    OrderColumn(QT_TRANSLATE_NOOP("OrderList", "Outcome"), "outcome", 144),
    OrderColumn(QT_TRANSLATE_NOOP("OrderList", "Municipality"), "municipality_number", 130),
    OrderColumn(QT_TRANSLATE_NOOP("OrderList", "HER-id"), "her_id", 126),
    OrderColumn(QT_TRANSLATE_NOOP("OrderList", "Age"), "received_at", 110),
    OrderColumn(QT_TRANSLATE_NOOP("OrderList", "Category"), "category", 130, extra=True),
    OrderColumn(QT_TRANSLATE_NOOP("OrderList", "Vendor"), "", 150, extra=True),
    OrderColumn(QT_TRANSLATE_NOOP("OrderList", "Organisation no."), "", 126, extra=True),
    OrderColumn(QT_TRANSLATE_NOOP("OrderList", "Received"), "", 120, extra=True),
    OrderColumn(QT_TRANSLATE_NOOP("OrderList", "Held by"), "holder", 120, extra=True),
)
ALWAYS_SHOWN = (0, 1)
"""What an order is, and whose."""
NUMBERS = frozenset({2, 3, 6, 7})
"""The columns whose upper line has digits of equal width."""
STRETCHES = 1
"""The column that takes what room is left."""
AGE = 3
"""The column of the age."""
KEEPS_END = 2
"""The column whose lower line, a reference, is told apart by its end."""
KEEPS_BOTH_ENDS = (1, AGE)
"""The columns whose lower line, kind and category or holder and day, is told apart by its beginning
and its end."""


class ShownRow(NamedTuple):
    """A row as it is painted: two lines a column, the tone of its outcome, and whether it is marked
    as unread.
    """

    lines: tuple[tuple[str, str], ...]
    tone: Tone
    unread: bool = False


def shown(
    row: OrderRow,
    language: Language,
    now: datetime,
    *,
    extra: bool = True,
    says_why: bool = False,
    claimed_limit: int = 2,
) -> ShownRow:
    """The texts of a row, worked out once when it is first seen; those of the columns that are not
    always shown only where they are wanted. With `says_why` its age makes room for the reason why
    it stands where it does; a case that somebody has had for longer than `claimed_limit` working
    days is marked.
    """
    outcome, tone = outcome_words(row, language)
    place = spelled_out(f"{row.municipality_number} {row.municipality_name}".strip())
    lines = (
        (outcome, _status(row, language)),
        (place or spelled_out(row.organization_number), _matter(row, language)),
        (grouped_her_id(spelled_out(row.her_id)), row.reference),
        ((says_why and _why(row, now)) or _age(row, now), _held(row, now, claimed_limit)),
        *(_extra(row, language, now, claimed_limit) if extra else ()),
    )
    return ShownRow(lines, tone, row.unread)


def _extra(
    row: OrderRow, language: Language, now: datetime, limit: int
) -> tuple[tuple[str, str], ...]:
    day, _, time = exact_moment(row.received_at).partition(" ")
    return (
        (spelled_out(row.category), spelled_out(row.form)),
        (spelled_out(row.vendor), spelled_out(row.external_reference)),
        (grouped_organization_number(spelled_out(row.organization_number)), ""),
        (day, time),
        (_held(row, now, limit), _status(row, language) if row.holder else ""),
    )


def outcome_words(row: OrderRow, language: Language) -> tuple[str, Tone]:
    """The outcome as a word and a tone."""
    if row.outcome is None:
        return QCoreApplication.translate("OrderList", "Not verified"), "neutral"
    return OUTCOME_WORDS[row.outcome].text(language), TONE_OF_OUTCOME[row.outcome]


def column_title(section: int, *, says_why: bool = False) -> str:
    """The title of a column in the language now installed."""
    if says_why and section == AGE:
        return QCoreApplication.translate("OrderList", "Why first")
    return QCoreApplication.translate("OrderList", COLUMNS[section].title)


def sentence(row: OrderRow, language: Language, now: datetime, claimed_limit: int = 2) -> str:
    """The whole row for a screen reader."""
    from timebok_desktop.ui.orders.holding_words import (  # noqa: PLC0415 - not for the first paint
        row_held,
    )
    from timebok_desktop.ui.orders.urgency_words import (  # noqa: PLC0415 - not for the first paint
        told_in_passing,
    )

    (outcome, status), (_, matter), _, (age, _) = shown(row, language, now, extra=False).lines
    held = row_held(row, now, claimed_limit) if row.holder else ""
    parts = (
        QCoreApplication.translate("OrderList", "unread") if row.unread else "",
        outcome,
        status,
        f"{row.municipality_number} {row.municipality_name}",
        matter,
        f"HER-id {row.her_id}",
        row.reference,
        age
        if row.deadline
        else QCoreApplication.translate("OrderList", "age {age}").format(age=age),
        told_in_passing(row.urgency, now),
        held,
    )
    return ", ".join(part for part in parts if part)


def exact_times(row: OrderRow) -> str:
    """The times behind the age of a row."""
    return waiting_in_words(row.received_at, row.waiting_since)


def _status(row: OrderRow, language: Language) -> str:
    status = STATUS_WORDS[row.status].text(language)
    if not row.is_answer:
        return status
    return QCoreApplication.translate("OrderList", "{status} · answer").format(status=status)


def _age(row: OrderRow, now: datetime) -> str:
    """How long an order has waited, or until when its municipality may answer."""
    if row.deadline is None:
        return age_in_words(working_age(row.waiting_since, now))
    return deadline_in_words(row.deadline, now)


def _held(row: OrderRow, now: datetime, limit: int) -> str:
    if not row.holder:
        return ""
    from timebok_desktop.ui.orders.holding_words import (  # noqa: PLC0415 - not for the first paint
        held_in_short,
    )

    return held_in_short(row, now, limit)


def _why(row: OrderRow, now: datetime) -> str:
    from timebok_desktop.ui.orders.urgency_words import (  # noqa: PLC0415 - not for the first paint
        urgency_in_short,
    )

    return urgency_in_short(row.urgency, now)


def _matter(row: OrderRow, language: Language) -> str:
    if row.kind is Kind.ACTIVATE:
        return spelled_out(row.category)
    return f"{KIND_WORDS[row.kind].text(language)} · {spelled_out(row.category)}"
