"""What a citizen meets, as the review of an order tells it: before approval and after."""

from __future__ import annotations


def told(sketch):
    return {line.name: line.text.text("nb") for line in sketch}


def test_that_a_case_tells_what_the_citizen_meets(office):
    citizen = office.desk.case(office.order(), "kari").citizen
    assert citizen.before == ()
    assert told(citizen.after)["category"] == "Lab"
    assert told(citizen.after)["answers"] == "Ingen svar å sende"


def test_that_a_change_that_took_effect_still_shows_what_it_replaced(office):
    office.approve(office.order(category="Koronavaksine", form="koronavaksine-1"))
    office.export()
    change = office.order(kind="change", category="Koronavaksine", form="koronavaksine-2")
    for _ in ("before approval", "after it"):
        citizen = office.desk.case(change, "kari").citizen
        assert citizen.changed == {"form", "answers"}
        assert told(citizen.before)["answers"] == "Sendes til journalsystemet"
        if office.status(change) == "received":
            office.approve(change)
    assert office.status(change) == "approved"


def test_that_a_deactivation_that_took_effect_still_shows_what_disappeared(office):
    office.approve(office.order())
    office.export()
    ending = office.order(kind="deactivate")
    office.approve(ending)
    citizen = office.desk.case(ending, "kari").citizen
    assert told(citizen.before)["category"] == "Lab"
    assert citizen.after == ()
    assert citizen.becomes is not None


def test_that_nothing_is_drawn_for_a_her_id_that_is_none(office):
    citizen = office.desk.case(office.order(herId="ikke et tall"), "kari").citizen
    assert (citizen.before, citizen.after) == ((), ())
