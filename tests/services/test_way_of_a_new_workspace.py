"""How far a new workspace has come is read from the store, step by step."""

from __future__ import annotations

from timebok_desktop.bootstrap import open_office
from timebok_desktop.services.first_steps import Progress, Step, progress_of


def next_step(office, user="kari", skipped=()):
    return progress_of(office.desk, user, skipped).next


def test_that_a_new_workspace_has_every_step_left(tmp_path):
    office = open_office(tmp_path / "new")
    progress = progress_of(office.desk, "kari")
    office.close()
    assert (progress.done, progress.next, progress.complete) == (frozenset(), Step.SNAPSHOT, False)


def test_that_each_step_follows_when_the_one_before_is_done(office):
    assert next_step(office) is Step.ORDERS
    reference = office.order()
    assert progress_of(office.desk, "kari").has_clear
    assert next_step(office) is Step.APPROVE
    office.decide(reference, ("kari", "approve"))
    assert next_step(office) is Step.SECOND
    assert progress_of(office.desk, "KARI").needs_another
    assert not progress_of(office.desk, "per").needs_another
    office.decide(reference, ("per", "approve"))
    assert next_step(office) is Step.EXPORT
    office.export()
    assert next_step(office) is Step.RECEIPT
    assert progress_of(office.desk, "kari", [Step.RECEIPT]).complete
    package = office.desk.packages()[0].uuid
    office.receipt(package, (reference, "ok"))
    assert progress_of(office.desk, "kari").complete


def test_that_there_is_no_second_approval_where_it_is_off(office):
    office.settings(second_approval=False)
    progress = progress_of(office.desk, "kari")
    assert Step.SECOND not in progress.steps
    office.decide(office.order(), ("kari", "approve"))
    assert next_step(office) is Step.EXPORT


def test_that_an_order_with_a_finding_is_not_called_clear(office):
    office.order(herId=8_999_999)
    progress = progress_of(office.desk, "kari")
    assert (progress.next, progress.has_clear) == (Step.APPROVE, False)


def test_that_what_was_skipped_is_passed_over_but_not_done():
    progress = Progress(done=frozenset({Step.SNAPSHOT}), skipped=frozenset({Step.VENDORS}))
    assert progress.next is Step.ORDERS
    assert Step.VENDORS not in progress.done
