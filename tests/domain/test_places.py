"""Places in files, in the words of the reader."""

from __future__ import annotations

import pytest

from timebok_desktop.domain.phrases import same
from timebok_desktop.domain.places import in_words, problem_in_words
from timebok_desktop.domain.problems import Problem


@pytest.mark.parametrize(
    ("at", "nb", "nn"),
    [
        ("row 4, HER-id", "rad 4, HER-id", "rad 4, HER-id"),
        ("row 17", "rad 17", "rad 17"),
        ("line 3", "linje 3", "line 3"),
        ("table row 2", "tabellrad 2", "tabellrad 2"),
        ("sheet Ark2", "ark Ark2", "ark Ark2"),
        ("attachment x.xlsx, sheet B", "vedlegg x.xlsx, ark B", "vedlegg x.xlsx, ark B"),
        ("attachment x.csv", "vedlegg x.csv", "vedlegg x.csv"),
        (
            "attachment x.csv, row 3, HER-id",
            "vedlegg x.csv, rad 3, HER-id",
            "vedlegg x.csv, rad 3, HER-id",
        ),
        ("attachment a, b.eml, line 2", "vedlegg a, b.eml, linje 2", "vedlegg a, b.eml, line 2"),
        (
            "attachment a.eml, attachment b.json, /orders/3/herId",
            "vedlegg a.eml, vedlegg b.json, /orders/3/herId",
            "vedlegg a.eml, vedlegg b.json, /orders/3/herId",
        ),
        ("amendment", "rettelse", "retting"),
    ],
)
def test_that_a_place_is_said_in_the_readers_words(at: str, nb: str, nn: str) -> None:
    assert in_words(at).text("nb") == nb
    assert in_words(at).text("nn") == nn


@pytest.mark.parametrize("at", ["", "/orders/3/herId", "data/fhir/row 1.json", "rowing 4", "row x"])
def test_that_what_is_no_place_of_ours_stays_as_it_is(at: str) -> None:
    assert in_words(at).text("nb") == at


@pytest.mark.parametrize("name", ["{x}", "row 1", "a\nb"])
def test_that_a_name_is_never_read_as_anything_else(name: str) -> None:
    assert in_words(f"row 1, {name}").text("nb") == f"rad 1, {name}"


def test_that_a_place_is_said_once() -> None:
    plain = Problem("line 3", "x", same("HER-id mangler."), refuses=True)
    naming = Problem("row 4, her_id", "x", same("Rad 4, her_id: kan ikke brukes."), refuses=True)
    whole = Problem("", "x", same("Filen er tom."), refuses=True)
    assert problem_in_words(plain, "nn") == "line 3: HER-id mangler."
    assert problem_in_words(naming, "nb") == "Rad 4, her_id: kan ikke brukes."
    assert problem_in_words(whole, "nb") == "Filen er tom."
