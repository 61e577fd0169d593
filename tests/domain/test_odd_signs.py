"""Signs that deceive the eye are found wherever they stand, and ordinary text is left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timebok_desktop.domain.odd_signs import (
    MOST_SPELLED_OUT,
    odd_signs,
    odd_signs_by_field,
    spelled_out,
    without_tricks,
)

STRINGS = Path(__file__).parents[2].parent / "shared" / "data" / "corpora" / "strings.json"
ORDINARY = (
    "Kåfjord – «Gáivuotna» Đŋŧšžč Čáhcesuolu’s ½ § 100 % €",
    "bla\u030aba\u0308r",
    "Første linje\r\n\tAndre linje",
    "Takk 👍 ✓ →",
    "IJsselmeer Żółć Çağ",
)


@pytest.mark.parametrize("text", ORDINARY)
def test_that_ordinary_text_has_no_odd_sign(text: str) -> None:
    assert odd_signs(text) == ()
    assert spelled_out(text) is text
    assert without_tricks(text) == text


@pytest.mark.parametrize(
    ("text", "codes", "kind", "shown"),
    [
        ("HER\u200b12", ["U+200B"], "invisible", "HER⟨U+200B⟩12"),
        ("a\u202ecba", ["U+202E"], "direction", "a⟨U+202E⟩cba"),
        ("L\u0430b", ["U+0430"], "look-alike", "L\u0430⟨U+0430⟩b"),
        ("\u0661", ["U+0661"], "look-alike", "\u0661⟨U+0661⟩"),
        ("1\u00a02", ["U+00A0"], "invisible", "1⟨U+00A0⟩2"),
        ("tag\U000e0041", ["U+E0041"], "invisible", "tag⟨U+E0041⟩"),
        ("x\u0334", ["U+0334"], "look-alike", "x\u0334⟨U+0334⟩"),
        ("10\u22125", ["U+2212"], "look-alike", "10\u2212⟨U+2212⟩5"),
    ],
)
def test_that_an_odd_sign_is_told_by_its_code(
    text: str, codes: list[str], kind: str, shown: str
) -> None:
    signs = odd_signs(text)
    assert [sign.code for sign in signs] == codes
    assert [sign.kind for sign in signs] == [kind]
    assert text[signs[0].position - 1] == signs[0].sign
    assert spelled_out(text) == shown
    assert without_tricks(text) == (
        shown if kind != "look-alike" and "\u00a0" not in text else text
    )


def test_that_a_text_in_another_alphabet_stays_readable() -> None:
    text = "Добрый день " * 20
    assert spelled_out(text).count("⟨") == MOST_SPELLED_OUT
    assert spelled_out(f"{text}\u202e").endswith("⟨U+202E⟩")


def test_that_a_sign_without_a_name_is_told_too() -> None:
    assert [(one.code, one.name) for one in odd_signs("\ue000")] == [("U+E000", "")]


def test_that_only_the_fields_that_have_any_are_told() -> None:
    found = odd_signs_by_field({"a": "b", "c": 1, "d": None, "e": "\u200b"})
    assert list(found) == ["e"]


@given(st.text())
def test_that_what_is_spelled_out_can_be_read_back(text: str) -> None:
    back = spelled_out(text)
    for sign in {sign for sign in odd_signs(text) if sign.kind != "look-alike"}:
        back = back.replace(f"⟨{sign.code}⟩", sign.sign)
        assert sign.sign not in without_tricks(text) or sign.sign.isspace() or sign.sign < "\u00a0"
    if len(odd_signs(text)) <= MOST_SPELLED_OUT:
        for sign in odd_signs(text):
            back = back.replace(f"{sign.sign}⟨{sign.code}⟩", sign.sign)
        assert back == text


def test_that_every_deceiving_string_of_the_corpora_is_flagged() -> None:
    if not STRINGS.is_file():
        pytest.skip("the reference corpora are not here")
    lists = json.loads(STRINGS.read_text("utf-8"))
    assert [text for text in lists["bidi_invisible"]["strings"] if not odd_signs(text)] == []
    assert [one for one in lists["confusables"]["strings"] if not odd_signs(one[1])] == []
