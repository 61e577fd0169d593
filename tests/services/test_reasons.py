"""Reasons that are offered, and the checklist of the interim solution."""

from __future__ import annotations

import pytest

from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.domain.workflow import Action


def test_that_reasons_and_the_checklist_are_offered(office):
    assert "wrong-her-id" in office.desk.reason_codes(Action.REJECT)
    assert office.desk.reason_codes(Action.CLAIM) == {}
    assert len(office.desk.interim_checklist()) == 3


def test_that_the_interim_solution_must_be_ticked_off(office):
    reference = office.order(hadInterimSolution=True)
    with pytest.raises(RefusedError, match="INTERIM-SOLUTION"):
        office.decide(reference, ("kari", "approve"))
    office.approve(reference, overrides={"INTERIM-SOLUTION": "gått gjennom"})
    assert office.status(reference) == "approved"
