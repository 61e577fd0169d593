"""The combined difference says what becomes of configurations, and of which orders."""

from __future__ import annotations

from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.views import Effect, OrderQuery


def ids(office):
    return office.desk.order_ids(OrderQuery(sort="reference"), "kari")


def lines(preview):
    return [(one.effect, one.category, one.orders, one.fields) for one in preview.changes]


SYSTEMS = (
    ("Fjordjournal", "Fjord EPJ", *["yes"] * 3),
    ("Fjordjournal", "Fjord EPJ 2", *["yes"] * 3),
)


def approved_once(office, bases, orders):
    """Configurations that stand, and orders that kari has approved; none has a warning, so that
    many may be approved at once."""
    office.desk.replace_table("vendors", SYSTEMS, "kari")
    for fields in bases:
        office.approve(office.order(**fields))
    made = [office.order(**fields) for fields in orders]
    for reference in made:
        office.decide(reference, ("kari", "approve"))
    return made


def test_that_an_approval_of_many_says_what_is_new_changed_and_ended(office) -> None:
    made = approved_once(
        office,
        [{}, {"category": "Vaksine"}],
        [
            {"herId": "8000002"},
            {"kind": "change", "system": "Fjord EPJ 2"},
            {"kind": "deactivate", "category": "Vaksine"},
        ],
    )
    preview = office.desk.preview_many(ids(office)[2:], Action.APPROVE, "ola")
    assert preview.refused == ()
    assert not preview.waits
    effects = {one.effect: one for one in preview.changes}
    assert list(effects) == [Effect.NEW, Effect.CHANGED, Effect.ENDED]
    assert "system" in effects[Effect.CHANGED].fields
    assert [one.members[0].reference for one in preview.changes] == made
    assert {one.municipalities for one in preview.changes} == {1}
    assert effects[Effect.NEW].members[0].municipality_number == "1103"


def test_that_an_order_is_held_against_what_those_before_it_bring_about(office) -> None:
    approved_once(
        office, [{}], [{"kind": "deactivate"}, {"kind": "change", "system": "Fjord EPJ 2"}]
    )
    _base, ended, changed = ids(office)
    preview = office.desk.preview_many([changed, ended], Action.APPROVE, "ola")
    assert lines(preview) == [
        (Effect.CHANGED, "Lab", 1, ("system",)),
        (Effect.ENDED, "Lab", 1, ()),
    ]
    preview = office.desk.preview_many([ended, changed], Action.APPROVE, "ola")
    assert preview.refused == ()
    assert sorted(lines(preview)) == [(Effect.ENDED, "Lab", 1, ()), (Effect.NEW, "Lab", 1, ())]


def test_that_a_first_approval_of_many_waits_for_the_second(office) -> None:
    office.order()
    preview = office.desk.preview_many(ids(office), Action.APPROVE, "kari")
    assert preview.waits
    assert lines(preview) == [(Effect.NEW, "Lab", 1, ())]


def test_that_withdrawing_what_was_approved_takes_its_configuration_back(office) -> None:
    office.settings(second_approval=False)
    office.decide(office.order(), ("kari", "approve"))
    office.order(herId="8000002")
    preview = office.desk.preview_many(ids(office), Action.WITHDRAW, "kari")
    assert [one.effect for one in preview.changes] == [Effect.TAKEN_BACK, Effect.NONE]
