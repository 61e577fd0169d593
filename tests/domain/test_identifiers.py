"""HER-ids, organisation numbers and municipality numbers: what is restored, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timebok_desktop.domain.identifiers import (
    HER_ID_MAXIMUM,
    her_id_number,
    is_digits,
    is_organization_number,
    looks_like_organization_number,
    normalise_her_id,
    normalise_municipality_number,
    normalise_organization_number,
    one_digit_apart,
    usable_her_id,
    without_spaces,
)

UNHURRIED = settings(deadline=None)
"""A busy machine is no defect."""

SPACES = " \t\n\r\f\v\u00a0\u1680\u2002\u2007\u2009\u202f\u205f\u3000\u200b\u2060\ufeff"


@pytest.mark.parametrize("space", SPACES)
def test_that_every_kind_of_space_is_taken_out(space: str) -> None:
    assert without_spaces(f"{space}81{space}234{space}") == "81234"
    assert normalise_her_id(f"81{space}234{space}") == "81234"
    assert normalise_organization_number(f"958{space}935{space}420") == "958935420"
    assert normalise_municipality_number(f"{space}301") == "0301"


@pytest.mark.parametrize("digits", ["0", "123", "0009"])
def test_that_ascii_digits_are_digits(digits: str) -> None:
    assert is_digits(digits)


@pytest.mark.parametrize("other", ["", " 1", "1_2", "٣", "²", "1.0", "-1", "1\n", "\uff11"])
def test_that_nothing_else_is_digits(other: str) -> None:
    assert not is_digits(other)


@pytest.mark.parametrize(
    ("sent", "normalised"),
    [
        ("81234", "81234"),
        (" 0081 234 ", "81234"),
        ("0", "0"),
        ("000", "0"),
        ("-1", "-1"),
        (" HER 81234 ", "HER 81234"),
        ("", ""),
        ("\u0663\u0664", "\u0663\u0664"),
    ],
)
def test_that_a_her_id_loses_spaces_and_leading_zeros_only(sent: str, normalised: str) -> None:
    assert normalise_her_id(sent) == normalised


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", None),
        ("1", 1),
        ("2147483647", 2147483647),
        ("2147483648", None),
        ("9999999999", None),
        ("10000000000", None),
        ("9" * 5000, None),
        ("-1", None),
        ("1.0", None),
        ("", None),
        ("٣", None),
    ],
)
def test_that_a_her_id_is_a_positive_int32(text: str, number: int | None) -> None:
    assert her_id_number(text) == number
    assert HER_ID_MAXIMUM == 2147483647


@pytest.mark.parametrize(
    ("text", "number"),
    [("81234", 81234), ("958935421", 958935421), ("958935420", None), ("0", None), ("x", None)],
)
def test_that_an_organisation_number_is_no_her_id_to_look_up(text, number) -> None:
    assert usable_her_id(text) == number


@UNHURRIED
@given(st.integers(1, HER_ID_MAXIMUM))
def test_that_every_her_id_comes_back_from_its_text(number: int) -> None:
    assert her_id_number(normalise_her_id(f" {number:012d} ")) == number


@pytest.mark.parametrize(
    "number", ["958935420", "944496394", "964965226", "974760673", "914778271"]
)
def test_that_a_right_check_digit_makes_an_organisation_number(number: str) -> None:
    assert is_organization_number(number)
    assert looks_like_organization_number(f"{number[:3]} {number[3:6]}\u00a0{number[6:]}")
    others = [number[:8] + digit for digit in "0123456789" if digit != number[8]]
    assert not any(is_organization_number(other) for other in others)


@pytest.mark.parametrize("text", ["", "95893542", "9589354200", "958 935 420", "95893542٠", "x"])
def test_that_an_organisation_number_is_nine_digits(text: str) -> None:
    assert not is_organization_number(text)


def test_that_the_remainder_ten_has_no_check_digit() -> None:
    # The weighted sum of 95893503 is 188, and 188 mod 11 is 1: the check digit would be 10.
    assert not any(is_organization_number(f"95893503{digit}") for digit in range(10))


@UNHURRIED
@given(st.integers(0, 99_999_999))
def test_that_at_most_one_check_digit_fits(stem: int) -> None:
    fitting = [d for d in range(10) if is_organization_number(f"{stem:08d}{d}")]
    weights = (3, 2, 7, 6, 5, 4, 3, 2)
    rest = 11 - sum(w * int(d) for w, d in zip(weights, f"{stem:08d}", strict=True)) % 11
    assert fitting == ([] if rest == 10 else [rest % 11])


@pytest.mark.parametrize(
    ("sent", "normalised"),
    [
        ("958 935 420", "958935420"),
        ("58935420", "058935420"),
        ("9589354200", "9589354200"),
        (" NO 958935420 MVA ", "NO 958935420 MVA"),
        ("", ""),
    ],
)
def test_that_an_organisation_number_gets_its_lost_zeros_back(sent, normalised) -> None:
    assert normalise_organization_number(sent) == normalised


@pytest.mark.parametrize(
    ("sent", "normalised"),
    [("301", "0301"), ("0301", "0301"), (" 1 ", "0001"), ("03011", "03011"), (" Oslo ", "Oslo")],
)
def test_that_a_municipality_number_gets_its_lost_zeros_back(sent, normalised) -> None:
    assert normalise_municipality_number(sent) == normalised


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        (81234, 81235, True),
        (81234, 91234, True),
        (81234, 82134, True),
        (81234, 8123, True),
        (8123, 81234, True),
        (1234, 81234, True),
        (81234, 8134, True),
        (81234, 81234, False),
        (81234, 81324 + 1, False),
        (81234, 83214, False),
        (81234, 82345, False),
        (81234, 812, False),
        (81234, 8143, False),
        (1122, 2211, False),
    ],
)
def test_that_a_slip_is_one_wrong_one_missing_or_two_swapped_digits(first, second, apart) -> None:
    assert one_digit_apart(first, second) is apart
    assert one_digit_apart(second, first) is apart


@UNHURRIED
@given(st.integers(1, HER_ID_MAXIMUM), st.integers(1, HER_ID_MAXIMUM))
def test_that_a_slip_goes_both_ways(first: int, second: int) -> None:
    assert one_digit_apart(first, second) == one_digit_apart(second, first)
