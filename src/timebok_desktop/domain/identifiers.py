"""Identifiers of the field: what their sources lose is restored, what was sent is kept elsewhere.

Digits are ASCII digits; `int()` would also take "1_2", "٣" and " 7".
"""

from __future__ import annotations

import re

HER_ID_MAXIMUM = 2**31 - 1
"""AR's HER-id is an int32 (REST v1 model); no length or check digit is documented."""

ORGANIZATION_NUMBER_DIGITS = 9

_SPACES = re.compile(r"[\s\u200b\u2060\ufeff]+")
"""Spaces of every width, also those of no width that copying from a web page brings along."""

_ASCII_DIGITS = re.compile(r"[0-9]+")
_ORGANIZATION_NUMBER = re.compile(r"[0-9]{9}")
_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)


def without_spaces(text: str) -> str:
    """`text` with every kind of space taken out."""
    return _SPACES.sub("", text)


def is_digits(text: str) -> bool:
    """Whether `text` is one or more ASCII digits and nothing else."""
    return _ASCII_DIGITS.fullmatch(text) is not None


def normalise_her_id(sent: str) -> str:
    """The HER-id without spaces and leading zeros; what is not digits is only trimmed."""
    compact = without_spaces(sent)
    if not is_digits(compact):
        return sent.strip()
    return compact.lstrip("0") or "0"


def her_id_number(normalised: str) -> int | None:
    """The HER-id as a number, or None where it cannot be one (1 to 2147483647)."""
    if not is_digits(normalised) or len(normalised) > 10:  # noqa: PLR2004 - digits of int32
        return None
    number = int(normalised)
    return number if 1 <= number <= HER_ID_MAXIMUM else None


def looks_like_organization_number(text: str) -> bool:
    """Nine digits that pass mod 11: an organisation number typed where a HER-id belongs."""
    return is_organization_number(without_spaces(text))


def usable_her_id(normalised: str) -> int | None:
    """The HER-id to look up, None where it cannot be one or is an organisation number."""
    return None if looks_like_organization_number(normalised) else her_id_number(normalised)


def normalise_organization_number(sent: str) -> str:
    """The organisation number as nine digits (spaces out, lost zeros back) where it is digits."""
    compact = without_spaces(sent)
    return compact.zfill(9) if is_digits(compact) else sent.strip()


def is_organization_number(text: str) -> bool:
    """Nine digits with a right check digit: weights 3 2 7 6 5 4 3 2, mod 11 (Brreg)."""
    if not _ORGANIZATION_NUMBER.fullmatch(text):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, text, strict=False))
    check = (11 - total % 11) % 11
    return check == int(text[8])


def normalise_municipality_number(sent: str) -> str:
    """The municipality number as four digits (lost zeros back) where it is digits."""
    compact = without_spaces(sent)
    return compact.zfill(4) if is_digits(compact) else sent.strip()


def one_digit_apart(first: int, second: int) -> bool:
    """Whether two HER-ids differ by one wrong, one missing, or two swapped neighbouring digits."""
    a, b = str(first), str(second)
    if a == b:
        return False
    if len(a) == len(b):
        wrong = [index for index in range(len(a)) if a[index] != b[index]]
        if len(wrong) == 1:
            return True
        return (
            len(wrong) == 2  # noqa: PLR2004 - a pair
            and wrong[1] == wrong[0] + 1
            and a[wrong[0]] == b[wrong[1]]
            and a[wrong[1]] == b[wrong[0]]
        )
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return len(longer) == len(shorter) + 1 and any(
        longer[:index] + longer[index + 1 :] == shorter for index in range(len(longer))
    )
