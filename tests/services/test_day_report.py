"""The day report: its PDF says what its figures say, and nothing of contact persons."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta

import pypdf
import pytest

from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services import day_report


@pytest.fixture
def day(office):
    """A day with something of most sorts."""
    office.approve(office.order(contact={"name": "Tuva Test", "email": "tuva@example.org"}))
    for _ in range(3):
        office.desk.decide(office.order(), Action.REJECT, "kari", "duplicate: Tuva Test ringte")
    office.desk.decide(office.order(), Action.REQUEST_INFORMATION, "ola", "vendor")
    office.order(herId="8009999")
    return office


def words(path):
    reader = pypdf.PdfReader(io.BytesIO(path.read_bytes()))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_that_the_pdf_says_what_the_figures_say(day, tmp_path):
    path = tmp_path / "dag.pdf"
    report = day.desk.save_day_report(path, "nb")
    told = words(path)
    figures = report.figures
    assert (figures.received, figures.rejected, figures.requested) == (6, 3, 1)
    assert f"Dagsrapport {report.day:%d.%m.%Y}" in told
    for label, count in (
        ("Kom inn", figures.received),
        ("Godkjent", figures.approved),
        ("Avvist", figures.rejected),
        ("Bedt om opplysninger", figures.requested),
        ("Eksportert", 0),
        ("kari Avvis", 3),
        ("Samme bestilling finnes fra før Avvis", 3),
        ("Journalleverandør må oppgis Be om opplysninger", 1),
        ("Venter på kommunen", 1),
    ):
        assert f"{label} {count}" in told
    assert report.stopped_by == {"HER-UNKNOWN": 1}


def test_that_nobody_but_caseworkers_is_named(day, tmp_path):
    path = tmp_path / "dag.pdf"
    day.desk.save_day_report(path, "nn")
    told = words(path)
    assert "Saksbehandlar" in told
    assert "Tuva" not in told
    assert "example.org" not in told


def test_that_a_file_that_is_there_stays_as_it_is(day, tmp_path):
    path = tmp_path / "dag.pdf"
    path.write_bytes(b"mine")
    with pytest.raises(RefusedError):
        day.desk.save_day_report(path, "nb")
    assert path.read_bytes() == b"mine"
    assert list(tmp_path.glob(".*.part")) == []


def test_that_another_day_is_empty(day, tmp_path):
    yesterday = norwegian_day(day.now) - timedelta(days=1)
    report = day.desk.save_day_report(tmp_path / "dag.pdf", "nb", yesterday)
    assert report.figures.received == report.figures.decided == 0
    assert "Kom inn 0" in words(tmp_path / "dag.pdf")


def test_that_a_deadline_is_told_when_its_day_has_come(office, tmp_path):
    reference = office.order()
    office.desk.decide(reference, Action.REQUEST_INFORMATION, "kari", "vendor")
    letter = office.desk.letter(reference, "kari", None, None, date(2026, 4, 7), "nb").letter
    letter = replace(letter, text="Vi trenger svar innen 07.04.2026.")
    office.desk.save_letter(reference, letter, tmp_path / "brev.eml", "kari")
    assert office.desk.day_report(date(2026, 4, 6)).deadlines == ()
    (due,) = office.desk.day_report(date(2026, 4, 7)).deadlines
    assert due.reference == reference


@pytest.mark.parametrize(
    ("language", "told"),
    [("nb", "Og 2 til, som ikke står i denne listen."), ("nn", "Og 2 til, som ikkje står i denne")],
)
def test_that_a_list_that_is_cut_says_how_many_more_there_are(
    office, tmp_path, monkeypatch, language, told
):
    for number in range(3):
        reference = office.order()
        office.desk.decide(reference, Action.REQUEST_INFORMATION, "kari", "vendor")
        letter = office.desk.letter(reference, "kari", None, None, date(2026, 4, 7), "nb").letter
        letter = replace(letter, text="Vi trenger svar innen 07.04.2026.")
        office.desk.save_letter(reference, letter, tmp_path / f"brev{number}.eml", "kari")
    day = date(2026, 4, 7)
    office.desk.save_day_report(tmp_path / "hel.pdf", language, day)
    assert "Og 2 til" not in words(tmp_path / "hel.pdf")
    monkeypatch.setattr(day_report, "_MOST", 1)
    office.desk.save_day_report(tmp_path / "kuttet.pdf", language, day)
    assert told in words(tmp_path / "kuttet.pdf")
