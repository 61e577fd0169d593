"""National identity numbers are found and masked; other numbers are left alone.

The numbers are computed here: synthetic series, or births in years that have not come yet.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timebok_desktop.domain.personal_numbers import is_personal_number, mask

FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2)
SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def with_check_digits(nine: str) -> str | None:
    """The nine digits with their two check digits, where there are any."""
    digits = [int(digit) for digit in nine]
    for weights in (FIRST, SECOND):
        check = -sum(w * d for w, d in zip(weights, digits, strict=True)) % 11
        if check == 10:
            return None
        digits.append(check)
    return "".join(map(str, digits))


def numbers_of(day_month_year: str, individuals: range) -> list[str]:
    """Every valid number of a birth date among these individual numbers."""
    made = (with_check_digits(f"{day_month_year}{individual:03}") for individual in individuals)
    return [number for number in made if number]


ORDINARY = numbers_of("010139", range(900, 950))[0]
SYNTHETIC = numbers_of("018190", range(100, 150))[0]
D_NUMBER = numbers_of("418190", range(100, 150))[0]


@pytest.mark.parametrize(
    ("first_six", "individuals"),
    [
        ("010139", range(900, 910)),
        ("410139", range(900, 910)),
        ("018100", range(10)),
        ("314199", range(490, 499)),
        ("018154", range(500, 510)),
        ("018140", range(900, 910)),
        ("298200", range(500, 510)),
    ],
)
def test_that_every_series_is_recognised(first_six: str, individuals: range) -> None:
    found = numbers_of(first_six, individuals)
    assert found
    assert all(is_personal_number(number) for number in found)


@pytest.mark.parametrize(
    ("first_six", "individuals"),
    [
        ("308290", range(100, 120)),  # 30 February
        ("298200", range(100, 120)),  # 1900 was no leap year
        ("018150", range(500, 520)),  # no century has this year with this individual number
        ("001390", range(100, 120)),
        ("729390", range(100, 120)),
        ("013390", range(100, 120)),
    ],
)
def test_that_a_date_that_does_not_exist_makes_no_number(first_six, individuals) -> None:
    assert not any(map(is_personal_number, numbers_of(first_six, individuals)))


@pytest.mark.parametrize("place", range(11))
@pytest.mark.parametrize("change", range(1, 10))
def test_that_one_wrong_digit_makes_no_number(place: int, change: int) -> None:
    digit = (int(SYNTHETIC[place]) + change) % 10
    assert not is_personal_number(f"{SYNTHETIC[:place]}{digit}{SYNTHETIC[place + 1 :]}")


@pytest.mark.parametrize("text", ["", "1", SYNTHETIC[:-1], SYNTHETIC + "1", "x" * 11])
def test_that_other_lengths_are_no_number(text: str) -> None:
    assert not is_personal_number(text)


@pytest.mark.parametrize("number", [ORDINARY, SYNTHETIC, D_NUMBER])
@pytest.mark.parametrize("separator", ["", " ", "-", ".", "\u00a0", "\u2011"])
def test_that_a_number_is_masked_and_its_separators_stay(number: str, separator: str) -> None:
    written = f"{number[:6]}{separator}{number[6:]}"
    assert mask(f"Gjelder {written}, haster") == (
        f"Gjelder {'*' * 6}{separator}{'*' * 5}, haster",
        1,
    )


def test_that_every_number_of_a_text_is_masked() -> None:
    text, count = mask(f"{SYNTHETIC} og {D_NUMBER}; {SYNTHETIC}")
    assert (text, count) == (f"{'*' * 11} og {'*' * 11}; {'*' * 11}", 3)


def test_that_two_numbers_with_only_a_space_between_are_both_masked() -> None:
    assert mask(f"{SYNTHETIC} {D_NUMBER}")[0] == f"{'*' * 11} {'*' * 11}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kort",
        "HER-id 1234567",
        "Organisasjonsnummer 974 760 673",
        f"1{SYNTHETIC}",
        f"{SYNTHETIC}1",
    ],
)
def test_that_other_numbers_are_left_as_they_are(text: str) -> None:
    assert mask(text) == (text, 0)


@given(st.text(max_size=200))
def test_that_the_length_never_changes_and_masking_twice_changes_nothing(text: str) -> None:
    masked, _ = mask(text)
    assert len(masked) == len(text)
    assert mask(masked) == (masked, 0)
