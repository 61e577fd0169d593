"""Orders that have taken effect, judged again: nothing they did is held against them."""

from __future__ import annotations

import pytest


@pytest.fixture
def judged_again(office):
    """The rules of an order that was approved by two and then verified again."""

    def judged(reference: str, **options: object) -> list[str]:
        assert office.approve(reference, **options) == "approved"
        office.desk.verify([reference], user="kari")
        return office.rules(reference)

    return judged


@pytest.mark.parametrize("kind", ["change", "deactivate"])
def test_that_an_approved_order_had_the_base_that_it_replaced_or_ended(office, judged_again, kind):
    office.approve(office.order())
    order = office.order(kind=kind)
    assert office.rules(order) == []
    assert judged_again(order) == []


@pytest.mark.parametrize("kind", ["change", "deactivate"])
def test_that_an_approved_order_without_a_base_still_has_none(office, judged_again, kind):
    order = office.order(kind=kind)
    overrides = {"CHANGE-WITHOUT-BASE": "satt opp for lenge siden"}
    assert judged_again(order, overrides=overrides) == ["CHANGE-WITHOUT-BASE"]


def test_that_an_approved_renewal_is_not_held_against_itself(office, judged_again):
    office.approve(office.order())
    order = office.order()
    assert office.rules(order) == ["ALREADY-CONFIGURED"]
    assert judged_again(order, overrides={"ALREADY-CONFIGURED": "ny avtale"}) == []
