"""A sentence ends with one full stop, whatever is filled in."""

from __future__ import annotations

from timebok_desktop.domain.phrases import Phrase, same


def test_that_a_value_with_a_full_stop_does_not_end_a_sentence_twice() -> None:
    told = Phrase("Tabellen har {known}.", "Tabellen har {known}.", {"known": "Helsestasjon mv."})
    assert told.text("nb") == "Tabellen har Helsestasjon mv."
    inside = Phrase("Av typen {known}. Se {known} her.", "{known}", {"known": "Vaksinasjon mv."})
    assert inside.text("nb").startswith("Av typen Vaksinasjon mv. Se")


def test_that_a_text_of_its_own_stays_as_it_is() -> None:
    assert same("vent..").text("nn") == "vent.."
