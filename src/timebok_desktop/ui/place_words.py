"""A municipality's open orders in words: for tooltips, announcements and the table."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from timebok_desktop.domain.codes import OUTCOME_WORDS, Outcome
from timebok_desktop.domain.phrases import Language
from timebok_desktop.domain.working_days import working_days_between
from timebok_desktop.services.views import PlaceState
from timebok_desktop.ui.shapes import TONE_OF_OUTCOME
from timebok_desktop.ui.tokens import Tone
from timebok_desktop.ui.wording import age_in_words, grouped_count

HEAVIEST_FIRST = (Outcome.STOPPED, Outcome.WARNINGS, Outcome.CLEAR)


def place_name(place: PlaceState) -> str:
    """Its name and number; the orders of no known municipality have words instead."""
    if not place.number:
        return QCoreApplication.translate("places", "Unknown municipality")
    return f"{names_of(place)} ({place.number})"


def names_of(place: PlaceState) -> str:
    """Its name, or all of its names where it has several: «Guovdageaidnu – Kautokeino»."""
    return " – ".join(place.names) if len(place.names) > 1 else place.name


def place_tone(place: PlaceState) -> Tone:
    """The tone of the heaviest outcome among its open orders."""
    for outcome in HEAVIEST_FIRST:
        if place.by_outcome.get(outcome.value):
            return TONE_OF_OUTCOME[outcome]
    return "neutral"


def outcome_words(place: PlaceState, language: Language) -> list[tuple[str, int, Tone]]:
    """How many open orders have which outcome, the heaviest first; none that is nought."""
    found: list[tuple[str, int, Tone]] = [
        (OUTCOME_WORDS[outcome].text(language), count, TONE_OF_OUTCOME[outcome])
        for outcome in HEAVIEST_FIRST
        if (count := place.by_outcome.get(outcome.value, 0))
    ]
    if count := place.by_outcome.get("", 0):
        words = QCoreApplication.translate("places", "Not verified")
        found.append((words, count, "neutral"))
    return found


def orders_words(place: PlaceState) -> str:
    """How many open orders there are."""
    match place.open_orders:
        case 0:
            return QCoreApplication.translate("places", "no open orders")
        case 1:
            return QCoreApplication.translate("places", "1 open order")
    return QCoreApplication.translate("places", "{count} open orders").format(
        count=grouped_count(place.open_orders)
    )


def oldest_words(place: PlaceState, today: date) -> str:
    """How long the oldest has waited, in working days; "" where there is none."""
    if place.oldest is None:
        return ""
    return age_in_words(working_days_between(place.oldest, today))


def place_sentence(place: PlaceState, today: date, language: Language) -> str:
    """All of it as one sentence."""
    parts = [place_name(place)]
    if place.county:
        parts.append(place.county)
    parts.append(orders_words(place))
    parts += [
        f"{words.lower()}: {grouped_count(count)}"
        for words, count, _ in outcome_words(place, language)
    ]
    if place.oldest is not None:
        parts.append(
            QCoreApplication.translate("places", "oldest: {age}").format(
                age=oldest_words(place, today)
            )
        )
    return ", ".join(parts)
