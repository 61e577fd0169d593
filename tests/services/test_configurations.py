"""Configurations: one current a key, a chain that survives what is taken back in any order."""

from __future__ import annotations

import pytest

from timebok_desktop.domain.errors import NotFoundError, UnreadableError

HEADER = "municipality_number,her_id,category,form,vendor,system,valid_from\n"


def current(office):
    return [row.configuration.order_reference for row in office.desk.configurations()]


def approved(office, **fields):
    reference = office.order(**fields)
    overrides = dict.fromkeys(office.rules(reference), "avtalt")
    office.approve(reference, overrides=overrides)
    return reference


def base(office, *rows):
    return office.desk.import_configurations(office.file(HEADER + "\n".join(rows), "b.csv"), "kari")


def test_that_undo_restores_what_was_current_before(office):
    first = approved(office)
    office.export()
    second = approved(office, kind="change")
    assert current(office) == [second]
    office.decide(second, ("per", "undo"))
    assert current(office) == [first]
    office.decide(second, ("per", "approve"))
    assert current(office) == [second]
    ending = approved(office, kind="deactivate")
    assert current(office) == []
    office.decide(ending, ("per", "reopen"))
    assert current(office) == [second]


def test_that_an_imported_base_comes_back(office):
    report = base(office, "1103,8000001,lab,,Fjordjournal,Fjord EPJ,2024-01-01")
    assert (report.accepted, report.files[0].outcome) == (1, "imported")
    change = approved(office, kind="change")
    assert current(office) == [change]
    office.decide(change, ("per", "withdraw"))
    (row,) = office.desk.configurations()
    assert (row.configuration.order_reference, row.municipality_name) == ("", "Stavanger")
    assert row.configuration.valid_from.isoformat() == "2024-01-01"


@pytest.mark.parametrize("later", ["change", "deactivate"])
@pytest.mark.parametrize("order", ["earlier first", "later first"])
def test_that_two_orders_can_be_taken_back_in_any_order(office, later, order):
    base(office, "1103,8000001,Lab,,Fjordjournal,Fjord EPJ,2024-01-01")
    first, second = approved(office, kind="change"), approved(office, kind=later)
    expected = [second] if later == "change" else []
    assert current(office) == expected
    if order == "earlier first":
        office.decide(first, ("per", "reopen"), ("per", "reject"))
        assert current(office) == expected
        office.decide(second, ("per", "reopen"))
    else:
        office.decide(second, ("per", "reopen"))
        assert current(office) == [first]
        office.decide(first, ("per", "reopen"))
    assert current(office) == [""]
    history = office.desk.configuration_history(8000001, "lab")
    assert [row.configuration.current for row in history].count(True) == 1


def test_that_a_deactivation_taken_back_does_not_end_what_came_after(office):
    base(office, "1103,8000001,Lab,,Fjordjournal,Fjord EPJ,2024-01-01")
    ending = approved(office, kind="deactivate")
    second = approved(office)
    third = approved(office, kind="change")
    office.decide(ending, ("per", "withdraw"))
    assert current(office) == [third]
    office.decide(third, ("per", "withdraw"))
    assert current(office) == [second]
    office.decide(second, ("per", "withdraw"))
    assert current(office) == [""]


def test_that_another_municipalitys_configuration_is_left_alone(office):
    base(office, "0301,8000001,Lab,,,,", "1103,8000001,Lab,,,,")
    ending = approved(office, kind="deactivate")
    other = approved(office, municipalityNumber="0301", organizationNumber="958935420")
    office.decide(ending, ("per", "withdraw"))
    assert sorted(current(office)) == ["", other]


def test_that_the_order_that_made_it_is_not_found_against_itself(office):
    first = approved(office)
    assert office.desk.case(first, "kari").proposal.before is None
    second = office.order()
    assert "ALREADY-CONFIGURED" in office.rules(second)
    office.decide(second, ("kari", "withdraw"))
    office.desk.verify([first], user="kari")
    assert office.rules(first) == []


def test_that_configurations_are_searched_and_past_ones_shown(office):
    approved(office)
    assert len(office.desk.configurations(search="stavang lab")) == 1
    assert len(office.desk.configurations(search="8000001 fjord")) == 1
    assert office.desk.configurations(search="oslo") == ()
    for her_id, category in ((1, "Lab"), (8000001, "Ukjent"), (2**70, "Lab")):
        with pytest.raises(NotFoundError):
            office.desk.configuration_history(her_id, category)


def test_that_a_base_is_taken_row_by_row(office):
    report = base(
        office,
        "1103,8000001,Lab,,,,01.02.2024",
        "1103,8000001,Lab,,,,",
        "9999,8000001,Lab,,,,",
        "1103,feil,Lab,,,,",
        "1103,8000001,Ukjent,,,,",
        "1103,8000002,Lab,,,,snart",
        "301,8000002,Vaksine,,,,",
    )
    assert (report.accepted, report.refused, report.duplicates) == (2, 4, 1)
    (file,) = report.files
    assert file.outcome == "partly"
    assert [problem.at for problem in file.problems] == [
        "row 3",
        "row 4, municipality_number",
        "row 5, her_id",
        "row 6, category",
        "row 7, valid_from",
    ]
    assert office.desk.original(file.sha256).startswith(b"municipality_number")
    before = office.state()
    row = office.file(HEADER + "301,8000003,Lab,,,,", "ny.csv")
    told = office.desk.import_configurations(row, "kari", dry_run=True)
    assert (told.accepted, told.refused, told.duplicates) == (1, 0, 0)
    assert base(office, "1103,8000001,Lab,,,,").files[0].outcome == "duplicate"
    assert base(office, "1103,feil,Lab,,,,").files[0].outcome == "refused"
    assert office.state() == before


def test_that_a_base_judges_the_orders_that_wait_for_it(office):
    change = office.order(kind="change")
    assert office.rules(change) == ["CHANGE-WITHOUT-BASE"]
    base(office, "1103,8000001,Lab,,,,")
    assert office.rules(change) == []


def test_that_a_base_of_another_form_is_refused_whole(office):
    before = office.state()
    with pytest.raises(UnreadableError, match="kolonnene"):
        office.desk.import_configurations(office.file("a,b\n1,2\n", "b.csv"), "kari")
    assert office.state() == before


def test_that_the_form_is_set_up_by_its_code(office):
    reference = approved(
        office, category="Koronavaksine", form="Koronavaksine 1: Egenerklæring (Standard)"
    )
    (row,) = office.desk.configurations()
    assert (row.configuration.form, row.configuration.order_reference) == (
        "koronavaksine-1",
        reference,
    )


def test_that_a_form_that_nobody_knows_is_set_up_as_given(office):
    approved(office, category="Koronatest", form="Eget skjema")
    (row,) = office.desk.configurations()
    assert row.configuration.form == "Eget skjema"


def test_that_an_order_without_a_usable_key_proposes_nothing(office):
    reference = office.order(herId="feil")
    assert office.desk.case(reference, "kari").proposal is None
    assert office.desk.case(reference, "kari").party is None


def test_that_the_form_of_another_category_is_set_up_as_given(office):
    approved(office, category="Koronatest", form="koronavaksine-1")
    (row,) = office.desk.configurations()
    assert row.configuration.form == "koronavaksine-1"
