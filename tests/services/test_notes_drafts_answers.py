"""Notes, drafts and answers: what stays with an order, what goes along, what never leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from timebok_desktop.domain.errors import NotFoundError, UsageError
from timebok_desktop.domain.workflow import Action

NUMBER = "01017000108"
"""A number with right check digits, made up by counting."""


def correspondence(bench, reference: str, user: str = "kari"):
    return bench.desk.case(reference, user).correspondence


def test_that_a_note_stays_with_its_order_by_whom_and_when(office) -> None:
    reference = office.order()
    office.desk.add_note(reference, " Ringte leverandøren ", "kari")
    office.later(hours=1)
    office.desk.add_note(reference, "De svarer i morgen", "Ola")
    notes = correspondence(office, reference).notes
    assert [(one.text, one.by) for one in notes] == [
        ("Ringte leverandøren", "kari"),
        ("De svarer i morgen", "Ola"),
    ]
    assert notes[1].at == office.now
    assert correspondence(office, office.order(herId="8000002")).notes == ()


def test_that_a_note_is_never_empty_nobodys_or_on_no_order(office) -> None:
    reference = office.order()
    before = office.state()
    with pytest.raises(UsageError):
        office.desk.add_note(reference, "  ", "kari")
    with pytest.raises(UsageError):
        office.desk.add_note(reference, "Noe", "")
    with pytest.raises(UsageError):
        office.desk.add_note(reference, "x" * 100_001, "kari")
    with pytest.raises(NotFoundError):
        office.desk.add_note("RTB-2026-999999", "Noe", "kari")
    assert office.state() == before


def test_that_the_log_tells_of_a_note_but_not_what_it_says(office) -> None:
    reference = office.order()
    office.desk.add_note(reference, "Ring Oda på 99999999", "kari")
    (event,) = [e for e in office.desk.audit_events(reference) if e.action == "note-added"]
    assert event.details == {"note": 1}
    assert (event.by, event.subject) == ("kari", reference)


def test_that_a_national_identity_number_is_masked_in_notes_and_drafts(office) -> None:
    reference = office.order()
    office.desk.add_note(reference, f"Gjelder {NUMBER}", "kari")
    office.desk.save_draft(reference, "reason/hold/text", f"Gjelder {NUMBER}", "kari")
    found = correspondence(office, reference)
    assert found.notes[0].text == "Gjelder ***********"
    assert found.drafts == {"reason/hold/text": "Gjelder ***********"}


def test_that_notes_never_leave_with_a_package(office) -> None:
    reference = office.order()
    office.desk.add_note(reference, "Hemmelighet om fjorden", "kari")
    office.desk.save_draft(reference, "note", "Utkast om fjorden", "kari")
    office.approve(reference)
    package = Path(office.export().path)
    content = b"".join(path.read_bytes() for path in package.rglob("*") if path.is_file())
    assert reference.encode() in content
    assert b"fjorden" not in content


def test_that_a_draft_is_the_caseworkers_own_and_comes_back(office) -> None:
    reference = office.order()
    office.desk.save_draft(reference, "reason/reject/text", "Feil", "Kari")
    office.desk.save_draft(reference, "reason/reject/text", "Feil HER-id", "Kari")
    office.close()
    assert correspondence(office, reference, "kari").drafts == {"reason/reject/text": "Feil HER-id"}
    assert correspondence(office, reference, "ola").drafts == {}


def test_that_a_draft_goes_when_it_is_used_emptied_or_thrown_away(office) -> None:
    reference = office.order()
    for field in ("reason/hold/text", "reason/reject/text", "override/HER-OWNER", "note"):
        office.desk.save_draft(reference, field, "Noe", "kari")
    office.desk.decide(reference, Action.HOLD, "kari", "Venter")
    assert set(correspondence(office, reference).drafts) == {
        "reason/reject/text",
        "override/HER-OWNER",
        "note",
    }
    office.desk.add_note(reference, "Noe", "kari")
    office.desk.discard_drafts(reference, ["override/"], "kari")
    office.desk.save_draft(reference, "reason/reject/text", "", "kari")
    assert correspondence(office, reference).drafts == {}


def test_that_an_approval_uses_the_reasons_for_warnings(office) -> None:
    reference = office.order(hadInterimSolution=True)
    office.desk.save_draft(reference, "override/INTERIM-SOLUTION", "Alt", "kari")
    office.desk.decide(
        reference, Action.APPROVE, "kari", overrides={"INTERIM-SOLUTION": "Alt er gått gjennom"}
    )
    assert correspondence(office, reference).drafts == {}


def test_that_a_refused_decision_keeps_its_draft(office) -> None:
    reference = office.order()
    office.approve(reference)
    office.desk.save_draft(reference, "reason/hold/text", "Noe", "kari")
    with pytest.raises(Exception, match="går ikke"):
        office.desk.decide(reference, Action.HOLD, "kari", "Noe")
    assert correspondence(office, reference).drafts == {"reason/hold/text": "Noe"}


def test_that_an_answer_and_what_it_answers_know_each_other(office) -> None:
    waiting = office.order(externalReference="K-1")
    office.desk.add_note(waiting, "Spurte om skjema", "kari")
    office.desk.decide(waiting, Action.REQUEST_INFORMATION, "kari", "Mangler")
    answer = office.order(externalReference="K-1", comment="Ny")
    assert office.status(waiting) == "superseded"
    assert correspondence(office, waiting).answered_by == answer
    found = correspondence(office, answer)
    assert found.answers == (waiting,)
    assert [(one.reference, one.text) for one in found.notes] == [(waiting, "Spurte om skjema")]
    office.desk.decide(answer, Action.REQUEST_INFORMATION, "kari", "Mangler mer")
    last = office.order(externalReference="K-1", comment="Nyest")
    assert correspondence(office, last).answers == (answer, waiting)
    assert [one.text for one in correspondence(office, last).notes] == ["Spurte om skjema"]


def test_that_our_own_reference_brings_an_answer_to_the_case(office) -> None:
    waiting = office.order()
    office.desk.decide(waiting, Action.REQUEST_INFORMATION, "kari", "Mangler")
    stranger = office.order(
        externalReference=waiting, municipalityNumber="0301", organizationNumber="958935420"
    )
    assert office.status(waiting) == "awaiting_information"
    assert correspondence(office, stranger).answers == ()
    answer = office.order(externalReference=waiting, comment="Ny")
    assert office.status(waiting) == "superseded"
    assert correspondence(office, answer).answers == (waiting,)


def test_that_each_answer_finds_its_own_order_where_they_share_a_reference(office) -> None:
    fields = {"externalReference": "K-9"}
    first = office.order(**fields)
    second = office.order(herId="8000002", **fields)
    for reference in (first, second):
        office.desk.decide(reference, Action.REQUEST_INFORMATION, "kari", "Mangler")
    order = {"kind": "activate", "municipalityNumber": "1103", "category": "Lab", **fields}
    (file,) = office.take({**order, "herId": "8000002"}, {**order, "herId": "8000001"}).files
    of_second, of_first = file.orders
    assert correspondence(office, first).answered_by == of_first
    assert correspondence(office, second).answered_by == of_second


@pytest.mark.parametrize("field", ["", "Note", "note/", "a b", "../x", "note\n"])
def test_that_only_fields_of_ours_have_drafts(office, field: str) -> None:
    reference = office.order()
    before = office.state()
    with pytest.raises(ValueError, match=r".*"):
        office.desk.save_draft(reference, field, "x", "kari")
    assert office.state() == before


def test_that_an_amendment_uses_its_drafts(office) -> None:
    reference = office.order()
    office.desk.save_draft(reference, "amend/vendor/value", "Fjord", "kari")
    office.desk.save_draft(reference, "note", "Noe", "kari")
    office.desk.amend(reference, {"vendor": "Fjordjournal AS"}, "Ringte", "kari")
    assert correspondence(office, reference).drafts == {"note": "Noe"}
