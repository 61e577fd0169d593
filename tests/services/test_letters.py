"""Letters of the desk: proposed from the findings, in the right language, saved and kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from timebok_desktop.domain.errors import NotFoundError, RefusedError, UnreadableError, UsageError
from timebok_desktop.domain.letter_kinds import LetterKind
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.views import OrderQuery

NUMBER = "01017000108"
"""A number with right check digits, made up by counting."""
UNFINISHED = {"category": "Koronatest"}


def asked(office, **fields) -> str:
    """An order without a form, about which the municipality has been asked."""
    reference = office.order(**{**UNFINISHED, **fields})
    office.desk.decide(reference, Action.REQUEST_INFORMATION, "kari", "form")
    return reference


def proposed(office, reference: str, **choices):
    return office.desk.letter(reference, "kari", **choices).letter


def save(office, reference: str, letter=None, name: str = "brev.eml", user: str = "kari"):
    letter = letter or proposed(office, reference)
    return office.desk.save_letter(reference, letter, office.folder / name, user)


def row(office, reference: str):
    return office.desk.order_page(OrderQuery(search=reference), "kari", 5).rows[0]


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        (Action.REQUEST_INFORMATION, LetterKind.REQUEST_INFORMATION),
        (Action.REJECT, LetterKind.REJECTION),
    ],
)
def test_that_the_letter_is_of_the_decision_that_was_made(office, action, kind) -> None:
    reference = office.order(**UNFINISHED)
    office.desk.decide(reference, action, "kari", "form")
    letter = proposed(office, reference)
    assert letter.kind is kind
    assert letter.recipient == "oda@example.no"
    assert reference in letter.subject
    assert "Til Koronatest hører det et skjema" in letter.text
    assert (letter.deadline is None) is (kind is LetterKind.REJECTION)


def test_that_an_approval_tells_what_is_set_up(office) -> None:
    reference = office.order(desiredFrom="2026-04-01")
    office.approve(reference)
    text = proposed(office, reference).text
    for line in (
        "- Kommune: 1103 Stavanger",
        "- HER-id: 8000001",
        "- Timebok-kategori: Lab",
        "- Journalleverandør: Fjordjournal",
        "- Ønsket dato: 01.04.2026",
    ):
        assert line in text
    assert "Skjema:" not in text
    office.export()
    assert proposed(office, reference).kind is LetterKind.APPROVAL


def test_that_an_approval_names_the_form_in_full(office) -> None:
    reference = office.order(category="Koronavaksine", form="koronavaksine-1")
    office.approve(reference)
    text = proposed(office, reference).text
    assert "- Skjema: Koronavaksine 1: Egenerklæring (Standard)" in text


@pytest.mark.parametrize(
    ("table", "sent", "reader", "spoken"),
    [
        ("nn", "nb", "nb", "nn"),
        ("nb", "nn", "nn", "nb"),
        ("neutral", "nn", "nb", "nn"),
        (None, "nn", "nb", "nn"),
        (None, "", "nn", "nn"),
        ("neutral", "", "nb", "nb"),
        (None, "samisk", "nn", "nn"),
    ],
)
def test_that_the_municipality_chooses_the_language(office, table, sent, reader, spoken) -> None:
    if table:
        office.desk.replace_table("languages", [("1103", table)], "kari")
    reference = asked(office, language=sent)
    assert proposed(office, reference, reader=reader).language == spoken
    assert proposed(office, reference, language="nn").language == "nn"


def test_that_a_retired_number_gets_the_language_of_its_successor(office) -> None:
    office.desk.replace_table("languages", [("1506", "nn")], "kari")
    reference = asked(office, municipalityNumber="1543", organizationNumber="")
    assert proposed(office, reference).language == "nn"


def test_that_a_letter_can_be_looked_at_before_the_decision_but_not_saved(office) -> None:
    reference = office.order(**UNFINISHED)
    with pytest.raises(RefusedError, match="Ny"):
        proposed(office, reference)
    shown = office.desk.letter(reference, "kari", LetterKind.REJECTION)
    assert shown.blocked is not None
    before = office.state()
    with pytest.raises(RefusedError, match="Avslag"):
        save(office, reference, shown.letter)
    assert office.state() == before
    assert not (office.folder / "brev.eml").exists()


def test_that_a_saved_letter_is_kept_and_told_without_contact_data(office) -> None:
    reference = asked(office)
    letter = proposed(office, reference)
    saved = save(office, reference, letter)
    assert saved.path.read_bytes()
    (kept,) = office.desk.case(reference, "ola").correspondence.letters
    assert (kept.kind, kept.language, kept.text, kept.by) == (
        letter.kind,
        "nb",
        letter.text,
        "kari",
    )
    assert (kept.recipient, kept.deadline, kept.formats) == (
        "oda@example.no",
        letter.deadline,
        ("eml",),
    )
    event = office.desk.audit_events(reference)[-1]
    assert event.action == "letter-saved"
    assert event.details == {
        "letter": kept.id,
        "kind": "request-information",
        "language": "nb",
        "format": "eml",
        "deadline": "2026-03-23",
    }


def test_that_the_same_letter_in_another_format_is_the_same_letter(office) -> None:
    reference = asked(office)
    letter = proposed(office, reference)
    for name in ("brev.eml", "brev.pdf", "brev.docx", "igjen.pdf"):
        save(office, reference, letter, name)
    (kept,) = office.desk.case(reference, "kari").correspondence.letters
    assert kept.formats == ("eml", "pdf", "docx")
    save(office, reference, replace(letter, text=f"{letter.text}\nPS"))
    assert len(office.desk.case(reference, "kari").correspondence.letters) == 2


def test_that_what_the_caseworker_wrote_is_what_is_saved(office) -> None:
    reference = asked(office)
    letter = replace(proposed(office, reference), deadline=None, subject="Om  saken\nvår")
    text = f"Hei, om {reference}.  \r\n\r\nGjelder {NUMBER}\r\n"
    saved = save(office, reference, replace(letter, text=text))
    assert saved.record.subject == "Om saken vår"
    assert saved.record.text == f"Hei, om {reference}.\n\nGjelder ***********"
    assert NUMBER.encode() not in saved.path.read_bytes()


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"subject": " "}, RefusedError),
        ({"text": ""}, RefusedError),
        ({"text": "Hei RTB-2026-000001\n\n[Skriv hva kommunen må svare på.]"}, RefusedError),
        ({"text": "Frist 23. mars 2026", "subject": "Uten referanse"}, RefusedError),
        ({"text": "RTB-2026-000001 uten frist"}, RefusedError),
        ({"deadline": date(2026, 3, 16)}, RefusedError),
        ({"deadline": date(2026, 3, 21)}, RefusedError),
        ({"deadline": date(2026, 5, 1)}, RefusedError),
        ({"text": "x" * 100_001}, UsageError),
        ({"recipient": "a@b.no, c@d.no"}, RefusedError),
    ],
)
def test_that_a_letter_that_is_not_finished_is_refused(office, change, error) -> None:
    reference = asked(office)
    letter = replace(proposed(office, reference), **change)
    before = office.state()
    with pytest.raises(error):
        save(office, reference, letter)
    assert office.state() == before
    assert not (office.folder / "brev.eml").exists()


def test_that_only_a_request_has_a_deadline(office) -> None:
    reference = office.order(**UNFINISHED)
    office.desk.decide(reference, Action.REJECT, "kari", "x")
    letter = replace(proposed(office, reference), deadline=date(2026, 3, 23))
    with pytest.raises(UsageError):
        save(office, reference, letter)
    assert proposed(office, reference, deadline=date(2026, 3, 23)).deadline is None


def test_that_somebody_saves_it_and_the_order_exists(office) -> None:
    reference = asked(office)
    letter = proposed(office, reference)
    with pytest.raises(UsageError):
        save(office, reference, letter, user=" ")
    with pytest.raises(NotFoundError):
        save(office, "RTB-2026-999999", letter)


def test_that_the_deadline_counts_working_days_of_the_setting(office) -> None:
    reference = asked(office)
    assert proposed(office, reference).deadline == date(2026, 3, 23)
    office.settings(deadline_working_days=11)
    later = proposed(office, reference)
    assert later.deadline == date(2026, 3, 31)
    assert "tirsdag 31. mars 2026" in later.text
    set_by_hand = proposed(office, reference, deadline=date(2026, 4, 7))
    assert "tirsdag 7. april 2026" in set_by_hand.text


def test_that_the_queue_shows_the_deadline_while_the_answer_is_awaited(office) -> None:
    reference = asked(office)
    assert row(office, reference).deadline is None
    save(office, reference)
    assert row(office, reference).deadline == date(2026, 3, 23)
    assert office.desk.case(reference, "kari").correspondence.deadline == date(2026, 3, 23)
    office.desk.amend(reference, {"category": "Lab"}, "Svar på telefon", "kari")
    assert row(office, reference).deadline is None


def test_that_a_deadline_falls_away_with_the_decision_it_was_told_of(office) -> None:
    reference = asked(office)
    save(office, reference)
    office.desk.decide(reference, Action.UNDO, "kari")
    assert row(office, reference).deadline is None
    office.desk.decide(reference, Action.REQUEST_INFORMATION, "kari", "form")
    assert row(office, reference).deadline is None
    again = proposed(office, reference, deadline=date(2026, 3, 25))
    save(office, reference, again)
    assert row(office, reference).deadline == date(2026, 3, 25)
    assert len(office.desk.case(reference, "kari").correspondence.letters) == 2


def test_that_letters_follow_the_case_to_the_answer_without_their_deadline(office) -> None:
    reference = asked(office, externalReference="K-1")
    save(office, reference)
    answer = office.order(externalReference="K-1", category="Lab")
    found = office.desk.case(answer, "kari").correspondence
    assert [(one.reference, one.deadline) for one in found.letters] == [
        (reference, date(2026, 3, 23))
    ]
    assert found.deadline is None
    assert row(office, reference).deadline is None
    assert (row(office, answer).is_answer, row(office, reference).is_answer) == (True, False)


def test_that_saving_a_letter_uses_its_drafts_alone(office) -> None:
    reference = asked(office)
    for field in ("letter/request-information/nb/text", "letter/rejection/nb/text", "note"):
        office.desk.save_draft(reference, field, "Utkast", "kari")
    save(office, reference)
    drafts = office.desk.case(reference, "kari").correspondence.drafts
    assert set(drafts) == {"letter/rejection/nb/text", "note"}


def test_that_letters_never_leave_with_a_package(office) -> None:
    reference = office.order()
    office.approve(reference)
    letter = proposed(office, reference)
    save(office, reference, replace(letter, text=f"{letter.text}\n\nHilsen fjorden"))
    package = Path(office.export().path)
    content = b"".join(path.read_bytes() for path in package.rglob("*") if path.is_file())
    assert b"fjorden" not in content


def test_that_the_texts_are_a_table_that_caseworkers_edit(office) -> None:
    reference = asked(office)
    rows = [("sender", "Vår avdeling", "Avdelinga vår"), ("greeting", "God dag", "God dag")]
    office.desk.replace_table("letter_texts", rows, "kari")
    text = proposed(office, reference).text
    assert text.startswith("God dag\n")
    assert text.endswith("\nVår avdeling")
    assert "Til Koronatest hører det et skjema" in text  # what was taken out is as shipped


@pytest.mark.parametrize(
    "wrong",
    [
        ("greting", "Hei", "Hei"),
        ("greeting", "Hei {navn}", "Hei"),
        ("greeting", "Hei", "Hei {}"),
        ("greeting", "Hei", ""),
    ],
)
def test_that_a_text_that_no_letter_could_use_is_refused(office, wrong) -> None:
    with pytest.raises(UnreadableError) as refused:
        office.desk.replace_table("letter_texts", [wrong], "kari")
    for language in ("nb", "nn"):
        assert "letter_texts" in refused.value.text(language)


def test_that_a_workspace_of_before_gets_the_tables_it_lacks(office) -> None:
    office.desk.replace_table("languages", [("1103", "nn")], "kari")
    with office.office.store.write() as unit:
        unit._connection.exec_driver_sql("DELETE FROM reference_table WHERE name = 'letter_texts'")
        unit.commit()
    office.close()
    assert len(office.desk.table("letter_texts").rows) > 50
    assert office.desk.table("languages").rows == (("1103", "nn"),)
    event = office.desk.audit_events()[-1]
    assert (event.action, event.details) == ("tables-added", {"tables": ["letter_texts"]})


def test_that_a_letter_can_be_checked_before_its_decision(office) -> None:
    reference = office.order(**UNFINISHED)
    letter = office.desk.letter(reference, "kari", LetterKind.REQUEST_INFORMATION).letter
    office.desk.check_letter(reference, letter)
    with pytest.raises(RefusedError):
        office.desk.check_letter(reference, replace(letter, text=f"{reference}\n[Skriv her]"))
