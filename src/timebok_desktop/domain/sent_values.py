"""Single values of an order, read as what they mean: words, numbers, yes and no, days.

Each function answers None where the value is not understood; nothing is guessed. What was sent is
kept elsewhere. A bool is no number, and digits are ASCII digits.
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime

from timebok_desktop.domain.codes import Kind, Scheme
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.order import SentValue
from timebok_desktop.domain.party import NORWAY

KINDS = {
    "activate": Kind.ACTIVATE,
    "bestilling": Kind.ACTIVATE,
    "tinging": Kind.ACTIVATE,
    "change": Kind.CHANGE,
    "endring": Kind.CHANGE,
    "deactivate": Kind.DEACTIVATE,
    "avslutning": Kind.DEACTIVATE,
    "avslutting": Kind.DEACTIVATE,
}
SCHEMES = {
    "resource-schedule": Scheme.RESOURCE_SCHEDULE,
    "ressurstimebok": Scheme.RESOURCE_SCHEDULE,
    "via-practitioner": Scheme.VIA_PRACTITIONER,
    "viabehandler": Scheme.VIA_PRACTITIONER,
    "viabehandlar": Scheme.VIA_PRACTITIONER,
}
CATEGORIES = {name.casefold(): name for name in ("Koronatest", "Koronavaksine", "Lab", "Vaksine")}
LANGUAGES = {"nb": "nb", "bokmål": "nb", "bokmaal": "nb", "nn": "nn", "nynorsk": "nn"}
YES_AND_NO = {
    "ja": True,
    "true": True,
    "yes": True,
    "sann": True,
    "nei": False,
    "false": False,
    "no": False,
    "usann": False,
}
"""SANN and USANN are what a Norwegian spreadsheet writes for true and false."""

_EARLIEST_YEAR = 1900
_LATEST_YEAR = 9998
_CLOCK = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,6})?)?"
_ISO = re.compile(
    rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?:[Tt ]({_CLOCK}) ?([Zz]|[+-][0-9]{{2}}:?[0-9]{{2}})?)?"
)
_NORWEGIAN = re.compile(
    r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})"
    r"(?:,? (?:kl\.? ?)?([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2}))?)?"
)


def text_of(value: SentValue) -> str:
    """The value as trimmed text; a whole number without decimals, "" where nothing was sent."""
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        whole = math.isfinite(value) and value.is_integer() and abs(value) < 2**53
        return str(int(value)) if whole else repr(value)
    return str(value)


def category_of(value: SentValue) -> str:
    """The category in its own spelling, or what was sent where it is none of those known here."""
    text = text_of(value)
    return CATEGORIES.get(squeezed(text), text)


def yes_or_no(value: SentValue) -> bool | None:
    """True for Ja, False for Nei."""
    if isinstance(value, bool):
        return value
    return YES_AND_NO.get(squeezed(value)) if isinstance(value, str) else None


def language_of(value: SentValue) -> str | None:
    """nb or nn."""
    return LANGUAGES.get(squeezed(value)) if isinstance(value, str) else None


def day_of(value: SentValue) -> date | None:
    """The day as it is written: an ISO date, dd.mm.yyyy, or a date cell."""
    moment = _written_moment(value)
    return moment.date() if moment else None


def moment_of(value: SentValue) -> datetime | None:
    """The point in time; without a zone it is Norwegian time, without a clock midnight."""
    moment = _written_moment(value)
    if moment is None or moment.tzinfo is not None:
        return moment
    return moment.replace(tzinfo=NORWAY)


def _written_moment(value: SentValue) -> datetime | None:
    moment: datetime | None = None
    if isinstance(value, datetime):
        moment = value
    elif isinstance(value, date):
        moment = datetime(value.year, value.month, value.day)  # noqa: DTZ001 - as it is written
    elif isinstance(value, str):
        moment = _moment_in(value.strip())
    plausible = moment is not None and _EARLIEST_YEAR <= moment.year <= _LATEST_YEAR
    return moment if plausible else None


def _moment_in(text: str) -> datetime | None:
    try:
        if iso := _ISO.fullmatch(text):
            day, clock, zone = iso.groups()
            written = f"{day}T{(clock or '00:00').replace(',', '.')}{(zone or '').upper()}"
            return datetime.fromisoformat(written)
        if norwegian := _NORWEGIAN.fullmatch(text):
            day_, month, year, hour, minute, second = (
                int(part or 0) for part in norwegian.groups()
            )
            return datetime(year, month, day_, hour, minute, second)  # noqa: DTZ001 - as written
    except ValueError:
        return None
    return None
