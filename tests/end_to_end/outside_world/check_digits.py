"""Invented numbers with right and wrong check digits."""

from __future__ import annotations

ORGANISATION_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)
FIRST_CHECK_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2)
SECOND_CHECK_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def _remainder(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11


def invented_organisation_numbers(count: int) -> list[str]:
    """Valid numbers in the range kept for synthetic organisations (they begin with 3)."""
    found: list[str] = []
    serial = 31000100
    while len(found) < count:
        remainder = _remainder(str(serial), ORGANISATION_WEIGHTS)
        if remainder != 1:
            found.append(f"{serial}{(11 - remainder) % 11}")
        serial += 7
    return found


def organisation_number_with_remainder(remainder: int) -> str:
    """Eight digits whose weighted sum leaves the remainder, and a final 0.

    Remainder 0 makes the 0 right (11 becomes 0); remainder 1 makes every digit wrong.
    """
    serial = next(
        n
        for n in range(32000000, 32001000)
        if _remainder(str(n), ORGANISATION_WEIGHTS) == remainder
    )
    return f"{serial}0"


def national_identity_number(day: int, month: int, year: int = 60, individual: int = 500) -> str:
    """The first number of that day in 1860 whose check digits hold: nobody alive has it."""
    while True:
        body = f"{day:02d}{month:02d}{year:02d}{individual:03d}"
        first = (11 - _remainder(body, FIRST_CHECK_WEIGHTS)) % 11
        if first != 10:
            second = (11 - _remainder(f"{body}{first}", SECOND_CHECK_WEIGHTS)) % 11
            if second != 10:
                return f"{body}{first}{second}"
        individual += 1
