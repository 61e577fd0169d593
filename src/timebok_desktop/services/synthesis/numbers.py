"""Numbers with right and wrong check digits that can belong to nobody.

Organisation numbers of invented bodies begin with 31 (the series of synthetic test data; real
ones begin with 8 or 9). Identity numbers are synthetic ones of Skatteetaten's kind (month + 80).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

_ORGANIZATION_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)
_FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_NO_DIGIT = 10
_SYNTHETIC_MONTH = 80
_D_NUMBER_DAY = 40


def _check_digit(body: str, weights: Sequence[int]) -> int:
    total = sum(weight * int(digit) for weight, digit in zip(weights, body, strict=True))
    return (11 - total % 11) % 11


def invented_organization_numbers() -> Iterator[str]:
    """Valid organisation numbers of the synthetic series, one after the other."""
    checked = (
        (body, _check_digit(str(body), _ORGANIZATION_WEIGHTS))
        for body in range(31_000_000, 32_000_000)
    )
    return (f"{body}{digit}" for body, digit in checked if digit != _NO_DIGIT)


def with_wrong_check_digit(organization_number: str) -> str:
    """The same number with its last digit changed, which therefore fails mod 11."""
    return organization_number[:8] + str((int(organization_number[8]) + 1) % 10)


def synthetic_identity_number(random: Random, *, d_number: bool = False) -> str:
    """An identity number with right check digits and a month that no real person has."""
    while True:
        day = random.randint(1, 28) + (_D_NUMBER_DAY if d_number else 0)
        month = random.randint(1, 12) + _SYNTHETIC_MONTH
        body = f"{day:02d}{month:02d}{random.randint(40, 99):02d}{random.randint(0, 499):03d}"
        first = _check_digit(body, _FIRST_WEIGHTS)
        if first == _NO_DIGIT:
            continue
        second = _check_digit(f"{body}{first}", _SECOND_WEIGHTS)
        if second != _NO_DIGIT:
            return f"{body}{first}{second}"
