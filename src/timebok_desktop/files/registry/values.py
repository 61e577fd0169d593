"""Single values of AR objects, from JSON or from XML text, in the one form the domain uses.

A value of the wrong kind is a `PartyError` that names the field, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from timebok_desktop.domain.identifiers import (
    HER_ID_MAXIMUM,
    her_id_number,
    is_digits,
    normalise_municipality_number,
    normalise_organization_number,
)
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.files.registry.failures import PartyError

Record = Mapping[str, object]

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""Characters that no store and no UTF-8 file can hold."""
_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII
)
_FLAGS = {"true": True, "1": True, "false": False, "0": False}
_POSTAL_DIGITS = 4
_SHOWN = 40


def her_id(value: object, field: str) -> int:
    """A HER-id: an integer from 1 to 2147483647, as a number or as plain digits."""
    number = _whole_number(value)
    if number is None or not 1 <= number <= HER_ID_MAXIMUM:
        raise PartyError(
            "not-a-her-id",
            Phrase(
                "Kommunikasjonsparten er ikke importert: {field} er «{value}», men en HER-id er et "
                "heltall fra 1 til 2147483647.",
                "Kommunikasjonsparten er ikkje importert: {field} er «{value}», men ein HER-id er "
                "eit heiltal frå 1 til 2147483647.",
                {"field": field, "value": shown(value)},
            ),
        )
    return number


def optional_her_id(value: object, field: str) -> int | None:
    """A reference to another party; AR writes -1, 0 or nothing where there is none."""
    if is_blank(value) or (not isinstance(value, bool) and _whole_number(value) in {0, -1}):
        return None
    return her_id(value, field)


def text(value: object, field: str) -> str:
    """A text without surrounding spaces; a number that stands for a text is written out."""
    if isinstance(value, str):
        return _UNSTORABLE.sub("\ufffd", value).strip()
    if value is None:
        return ""
    number = _whole_number(value)
    if number is None:
        raise wrong_kind(value, field, Phrase("en tekst", "ein tekst"))
    return str(number)


def organization_number(value: object, field: str) -> str:
    """Nine digits; AR writes 0 where there is none."""
    return normalise_organization_number(_number_text(value, field))


def municipality_number(value: object, field: str) -> str:
    """Four digits with lost zeros back."""
    sent = _number_text(value, field)
    return normalise_municipality_number(sent) if sent else ""


def postal_code(value: object, field: str) -> str:
    """Four digits with lost zeros back; what is longer (a foreign code) stays as it is."""
    sent = _number_text(value, field)
    return sent.zfill(_POSTAL_DIGITS) if is_digits(sent) else sent


def moment(value: object, field: str) -> datetime | None:
    """A date-time of .NET or ISO 8601; without a zone it stays without (Norwegian time)."""
    if is_blank(value):
        return None
    sent = value.strip() if isinstance(value, str) else ""
    if _MOMENT.fullmatch(sent):
        try:
            return datetime.fromisoformat(sent)
        except ValueError:
            pass  # a day or an hour that does not exist: said below
    raise wrong_kind(value, field, Phrase("et tidspunkt", "eit tidspunkt"))


def flag(value: object, field: str) -> bool | None:
    """Yes, no, or None where AR did not say."""
    if is_blank(value) or isinstance(value, bool):
        return value if isinstance(value, bool) else None
    known = _FLAGS.get(value.strip().lower()) if isinstance(value, str) else None
    if known is None:
        raise wrong_kind(value, field, Phrase("true eller false", "true eller false"))
    return known


def record(value: object, field: str) -> Record:
    """An object; nothing (null, an empty element) is an empty one."""
    if isinstance(value, dict):
        return value
    if is_blank(value):
        return {}
    raise wrong_kind(value, field, Phrase("et objekt", "eit objekt"))


def items(value: object, field: str) -> list[object]:
    """A list; nothing is an empty one."""
    if isinstance(value, list):
        return value
    if is_blank(value):
        return []
    raise wrong_kind(value, field, Phrase("en liste", "ei liste"))


def is_blank(value: object) -> bool:
    """Whether AR said nothing here."""
    return value is None or (isinstance(value, str) and not value.strip())


def wrong_kind(value: object, field: str, expected: Phrase) -> PartyError:
    """The error for a value that is not what its field holds."""
    return PartyError(
        "wrong-value",
        Phrase(
            "Kommunikasjonsparten er ikke importert: {field} er «{value}», men skal være "
            "{expected}.",
            "Kommunikasjonsparten er ikkje importert: {field} er «{value}», men skal vere "
            "{expected}.",
            {"field": field, "value": shown(value), "expected": expected},
        ),
    )


def shown(value: object) -> str:
    """A value for a message: short, and without what no screen can show."""
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    full = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
    clean = "".join(
        letter if letter.isprintable() else "\ufffd" for letter in full[: _SHOWN + 1].strip()
    )
    return clean if len(clean) <= _SHOWN else clean[:_SHOWN] + "…"


def _whole_number(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    if isinstance(value, str):
        digits = value.strip()
        return -1 if digits == "-1" else _digits_number(digits)
    return None


def _digits_number(digits: str) -> int | None:
    if not is_digits(digits):
        return None
    significant = digits.lstrip("0")
    return her_id_number(significant) if significant else 0


def _number_text(value: object, field: str) -> str:
    """The text of a number in which AR's 0 and -1 mean nothing."""
    sent = text(value, field)
    return "" if not sent.strip("0") or sent == "-1" else sent
