"""The checklists of the workspace: every point is ticked before a warning is set aside, whoever
asks, and what was ticked stands in the decision.
"""

from __future__ import annotations

import pytest

from timebok_desktop.domain.errors import RefusedError, UnreadableError
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.looks import Look

INTERIM = "INTERIM-SOLUTION"


@pytest.fixture
def waiting(office):
    """An order of a municipality that had the interim solution."""
    return office.order(hadInterimSolution=True)


def points(office, reference, language="nb"):
    return [one.text(language) for one in office.desk.case(reference, "kari").checklists[INTERIM]]


def approve(office, reference, ticked):
    look = Look(office.desk.case(reference, "kari").shown, ticked={INTERIM: ticked})
    given = {INTERIM: "en annen begrunnelse"} if not ticked else {}
    _, decision = office.desk.decide(reference, Action.APPROVE, "kari", "", given, look)
    return decision


def test_that_the_case_has_the_checklists_of_its_warnings_and_no_others(office, waiting):
    assert list(office.desk.case(waiting, "kari").checklists) == [INTERIM]
    assert len(points(office, waiting)) == 3
    assert office.desk.case(office.order(herId="8000002"), "kari").checklists == {}


@pytest.mark.parametrize("missing", [0, 1, 2, None])
def test_that_a_point_that_is_not_ticked_is_named_and_nothing_is_decided(office, waiting, missing):
    asked = points(office, waiting)
    ticked = [] if missing is None else [one for one in asked if one != asked[missing]]
    before = office.state()
    with pytest.raises(RefusedError) as refused:
        approve(office, waiting, ticked)
    assert asked[missing or 0] in refused.value.text("nb")
    assert points(office, waiting, "nn")[missing or 0] in refused.value.text("nn")
    assert office.state() == before


@pytest.mark.parametrize(
    ("language", "begins"),
    [("nb", "Sjekklisten er krysset av: "), ("nn", "Sjekklista er kryssa av: ")],
)
def test_that_the_decision_says_what_was_ticked_and_the_second_approver_confirms_it(
    office, waiting, language, begins
):
    asked = points(office, waiting, language)
    decision = approve(office, waiting, asked)
    words = f"{begins}{'; '.join(asked)}"
    assert decision.overrides == {INTERIM: words}
    case = office.desk.case(waiting, "ola")
    assert case.first_approval.overrides == {INTERIM: words}
    assert case.checklists == {}
    office.desk.decide(waiting, Action.APPROVE, "ola", look=Look(case.shown, case.to_see))
    assert office.status(waiting) == "approved"
    assert office.export().configurations == 1


def test_that_a_command_ticks_the_checklist_by_its_reason(office, waiting):
    with pytest.raises(RefusedError, match=INTERIM):
        office.decide(waiting, ("kari", "approve"))
    office.approve(waiting, overrides={INTERIM: "gått gjennom"})
    assert office.status(waiting) == "approved"


def test_that_the_workspace_decides_which_warnings_have_a_checklist(office, waiting):
    vendor = office.order(herId="8000002", vendor="Ukjent")
    rows = [("vendor-unknown", "Leverandøren er ringt", "Leverandøren er ringd")]
    office.desk.replace_table("checklists", rows, "kari")
    assert office.desk.table("checklists").rows[0][0] == "VENDOR-UNKNOWN"
    case = office.desk.case(vendor, "kari")
    assert list(case.checklists) == ["VENDOR-UNKNOWN"]
    look = Look(case.shown, ticked={"VENDOR-UNKNOWN": ["Leverandøren er ringd"]})
    office.desk.decide(vendor, Action.APPROVE, "kari", look=look)
    # A rule without points asks for a reason again.
    shown = office.desk.case(waiting, "kari").shown
    with pytest.raises(RefusedError, match=INTERIM):
        office.desk.decide(waiting, Action.APPROVE, "kari", look=Look(shown))
    given = {INTERIM: "gått gjennom"}
    office.desk.decide(waiting, Action.APPROVE, "kari", overrides=given, look=Look(shown))


@pytest.mark.parametrize("rule", ["HER-SYNTAX", "ingen"])
def test_that_only_a_rule_that_can_warn_has_a_checklist(office, rule):
    with pytest.raises(UnreadableError) as refused:
        office.desk.replace_table("checklists", [(rule, "Punkt", "Punkt")], "kari")
    assert rule.upper() in refused.value.text("nn")
