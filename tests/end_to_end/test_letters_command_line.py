"""Letters and notes from the command line: proposed, saved in every format, kept with the order."""

from __future__ import annotations

from datetime import date
from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest

from timebok_desktop.cli import main
from timebok_desktop.domain.working_days import is_working_day

ORDER = {"herId": "12ab", "externalReference": "K-1", "contact": {"email": "oda@example.no"}}


@pytest.fixture
def asked(desk, order) -> str:
    """An order about which the municipality has been asked."""
    reference = order(**ORDER)
    desk("decide", reference, "request-information", "--reason", "HER-id")
    return reference


def test_that_the_proposed_letter_is_shown_and_nothing_saved(desk, asked) -> None:
    shown = desk("letters", "show", asked).document
    assert (shown["reference"], shown["kind"], shown["to"]) == (
        asked,
        "request-information",
        "oda@example.no",
    )
    assert "«12ab» kan ikke være en HER-id" in shown["text"]
    assert shown["blocked"] is None
    assert desk("orders", "show", asked).document["letters"] == []
    nynorsk = desk("letters", "show", asked, "--language", "nn", "--kind", "rejection").document
    assert "«12ab» kan ikkje vere ein HER-id" in nynorsk["text"]
    assert (nynorsk["deadline"], nynorsk["language"]) == (None, "nn")
    assert "Avslag" in nynorsk["blocked"]


@pytest.mark.parametrize("suffix", ["eml", "docx", "pdf"])
def test_that_a_letter_is_saved_and_kept_with_its_deadline(desk, asked, tmp_path, suffix) -> None:
    path = tmp_path / "brev" / f"a.{suffix}"
    saved = desk("letters", "save", asked, "--out", path).document
    assert saved["path"] == str(path)
    assert path.stat().st_size > 500
    shown = desk("orders", "show", asked).document
    assert shown["letters"] == [saved["letter"]]
    assert saved["letter"]["formats"] == [suffix]
    (row,) = [one for one in desk("orders", "list").document["orders"] if one["reference"] == asked]
    assert row["deadline"] == shown["deadline"] == saved["letter"]["deadline"]


def test_that_a_letter_can_have_other_words(desk, asked, tmp_path) -> None:
    words = tmp_path / "brev.txt"
    words.write_text(f"\ufeffHei igjen, dette gjelder {asked}.\nSvar innen 01.12.2099.\n", "utf-8")
    chosen = ["--to", "per@example.no", "--subject", "Om saken", "--text-file", words]
    path = tmp_path / "a.eml"
    options = [*chosen, "--deadline", "2099-12-01", "--out", path]
    desk("letters", "save", asked, *options)
    message = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
    assert (message["To"], message["Subject"]) == ("per@example.no", "Om saken")
    assert message.get_content().startswith(f"Hei igjen, dette gjelder {asked}.")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--deadline", "i morgen"], 2),
        (["--deadline", "2099-12-05"], 1),
        (["--kind", "approval"], 1),
        (["--to", "a@b.no\nBcc: c@d.no"], 1),
        (["--text-file", "finnes-ikke.txt"], 1),
        (["--kind", "takk"], 2),
    ],
)
def test_that_a_letter_that_cannot_be_is_refused(desk, asked, tmp_path, options, code) -> None:
    path = tmp_path / "a.eml"
    refused = desk("letters", "save", asked, *options, "--out", path, expect=code)
    assert refused.err
    assert not path.exists()
    assert desk("orders", "show", asked).document["letters"] == []


def test_that_a_text_that_is_not_utf_8_is_refused(desk, asked, tmp_path) -> None:
    words = tmp_path / "brev.txt"
    words.write_bytes("blåbær".encode("cp1252"))
    told = desk("letters", "save", asked, "--text-file", words, "--out", tmp_path / "a", expect=1)
    assert "UTF-8" in told.err


def test_that_letters_and_notes_stand_with_the_answer(desk, asked, order, tmp_path) -> None:
    desk("letters", "save", asked, "--out", tmp_path / "a.eml")
    note = desk("orders", "note", asked, "Ringte").document
    assert note["reference"] == asked
    answer = order(**{**ORDER, "herId": "9001001"})
    shown = desk("orders", "show", answer).document
    assert (shown["answers"], shown["answered_by"]) == ([asked], None)
    assert [one["reference"] for one in (*shown["letters"], *shown["notes"])] == [asked, asked]
    assert desk("orders", "show", asked).document["answered_by"] == answer


def test_that_people_read_the_letter_as_it_is(desk, asked, capsys) -> None:
    folder = str(Path(desk.workspace))
    assert main(["letters", "show", asked, "--workspace", folder, "--by", "anna"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("oda@example.no\nVi trenger flere opplysninger")
    assert told.rstrip().endswith("anna\nNorsk helsenett")
    assert main(["orders", "note", asked, "Noe", "--workspace", folder, "--by", "anna"]) == 0
    assert capsys.readouterr().out == f"{asked}: notatet er lagret\n"


def test_that_the_proposed_deadline_is_a_working_day(desk, asked) -> None:
    told = desk("letters", "show", asked).document["deadline"]
    assert is_working_day(date.fromisoformat(told))
