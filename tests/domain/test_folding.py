"""Folding of names for search and comparison: Norwegian, Sámi and Kven letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timebok_desktop.domain.folding import fold, same_text, squeezed, words

UNHURRIED = settings(deadline=None)
"""A busy machine is no defect."""


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ås", "aas"),
        ("Aas", "aas"),
        ("Bø", "bo"),
        ("BØ", "bo"),
        ("Sør-Ærlighet", "sor-aerlighet"),
        ("Herøy", "heroy"),
        ("Kárášjohka", "karasjohka"),
        ("Guovdageaidnu", "guovdageaidnu"),
        ("Deatnu", "deatnu"),
        ("Unjárga", "unjarga"),
        ("Porsáŋgu", "porsangu"),
        ("PORSÁŊGU", "porsangu"),
        ("Loabák", "loabak"),
        ("Divttasvuodna", "divttasvuodna"),
        ("Snåase", "snaaase"),
        ("Raarvihke", "raarvihke"),
        ("Omasvuotna", "omasvuotna"),
        ("Đđ Ŧŧ Ŋŋ", "dd tt nn"),
        ("Čáhcesuolu", "cahcesuolu"),
        ("Åarjel-saemien", "aaarjel-saemien"),
        ("Östersund", "ostersund"),
        ("Härnösand", "haernosand"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_that_a_name_is_folded_to_one_form(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@UNHURRIED
@given(st.text())
def test_that_folding_twice_is_folding_once_for_norwegian_text(text: str) -> None:
    ours = "".join(letter for letter in text if letter in "abcæøåÆØÅáčđŋšŧžäö -.")
    assert fold(fold(ours)) == fold(ours)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nordre Follo", ["nordre", "follo"]),
        ("Sør-Varanger / Mátta-Várjjat", ["sor", "varanger", "matta", "varjjat"]),
        ("HER-id: 81234", ["her", "id", "81234"]),
        (" «» ", []),
    ],
)
def test_that_words_are_split_at_what_is_neither_letter_nor_digit(text, expected) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("first", "second", "equal"),
    [
        ("Fjord EPJ", "fjordepj", True),
        ("Fjord\u00a0EPJ ", " FJORD\tEPJ", True),
        ("Ås", "A\u030as", True),
        ("Ås", "Aas", False),
        ("Bø", "Bo", False),
        ("", "  ", True),
    ],
)
def test_that_names_of_tables_are_equal_in_any_case_and_spacing(first, second, equal) -> None:
    assert same_text(first, second) is equal
    assert (squeezed(first) == squeezed(second)) is equal
