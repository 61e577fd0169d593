"""What the list of orders shows: four columns of two lines, and how a row is said aloud."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from timebok_desktop.domain.codes import KIND_WORDS, OUTCOME_WORDS, STATUS_WORDS, Kind
from timebok_desktop.domain.phrases import Language
from timebok_desktop.services.views import OrderRow
from timebok_desktop.ui.shapes import TONE_OF_OUTCOME
from timebok_desktop.ui.tokens import Tone
from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP
from timebok_desktop.ui.wording import (
    age_in_words,
    grouped_her_id,
    waiting_in_words,
    working_age,
)


@dataclass(frozen=True, slots=True)
class OrderColumn:
    """One column: its title, the field that a click on it sorts by, its least width."""

    title: str
    sort: str
    width: int


COLUMNS: tuple[OrderColumn, ...] = (
    OrderColumn(QT_TRANSLATE_NOOP("OrderList", "Outcome"), "outcome", 144),
    OrderColumn(QT_TRANSLATE_NOOP("OrderList", "Municipality"), "municipality_number", 130),
    OrderColumn(QT_TRANSLATE_NOOP("OrderList", "HER-id"), "her_id", 126),
    OrderColumn(QT_TRANSLATE_NOOP("OrderList", "Age"), "received_at", 110),
)


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row as it is painted: two lines a column, and the tone of its outcome."""

    lines: tuple[tuple[str, str], ...]
    tone: Tone
    sentence: str
    received: str


def shown(row: OrderRow, language: Language, now: datetime) -> ShownRow:
    """The texts of a row, worked out once when it arrives and not when it is painted."""
    outcome, tone = outcome_words(row, language)
    status = STATUS_WORDS[row.status].text(language)
    age = age_in_words(working_age(row.waiting_since, now))
    kind = KIND_WORDS[row.kind].text(language)
    matter = row.category if row.kind is Kind.ACTIVATE else f"{kind} · {row.category}"
    place = f"{row.municipality_number} {row.municipality_name}".strip()
    lines = (
        (outcome, status),
        (place or row.organization_number, matter),
        (grouped_her_id(row.her_id), row.reference),
        (age, row.holder),
    )
    return ShownRow(
        lines,
        tone,
        _sentence(row, matter, outcome, status, age),
        waiting_in_words(row.received_at, row.waiting_since),
    )


def outcome_words(row: OrderRow, language: Language) -> tuple[str, Tone]:
    """The outcome as a word and a tone."""
    if row.outcome is None:
        return QCoreApplication.translate("OrderList", "Not verified"), "neutral"
    return OUTCOME_WORDS[row.outcome].text(language), TONE_OF_OUTCOME[row.outcome]


def column_title(section: int) -> str:
    """The title of a column in the language now installed."""
    return QCoreApplication.translate("OrderList", COLUMNS[section].title)


def _sentence(row: OrderRow, matter: str, outcome: str, status: str, age: str) -> str:
    """The whole row for a screen reader."""
    held = (
        QCoreApplication.translate("OrderList", "held by {holder}").format(holder=row.holder)
        if row.holder
        else ""
    )
    parts = (
        outcome,
        status,
        f"{row.municipality_number} {row.municipality_name}",
        matter,
        f"HER-id {row.her_id}",
        row.reference,
        QCoreApplication.translate("OrderList", "age {age}").format(age=age),
        held,
    )
    return ", ".join(part for part in parts if part)
