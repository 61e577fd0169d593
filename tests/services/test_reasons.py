"""Reasons that are offered."""

from __future__ import annotations

import pytest

from timebok_desktop.domain.codes import Severity
from timebok_desktop.domain.rules import RULES
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.reasons import OVERRIDE_REASONS, REASON_CODES, proposed_reason


def test_that_reasons_are_offered(office):
    assert "wrong-her-id" in office.desk.reason_codes(Action.REJECT)
    assert office.desk.reason_codes(Action.CLAIM) == {}


def test_that_words_are_offered_for_every_warning_that_can_be_set_aside():
    can_warn = {
        rule.code
        for rule in RULES.values()
        if Severity.WARNING in (rule.severity, rule.at_deactivation)
    }
    assert set(OVERRIDE_REASONS) == can_warn - {"INTERIM-SOLUTION"}
    for offered in OVERRIDE_REASONS.values():
        assert 1 <= len(offered) <= 9
        assert all(len(words.nb) > 2 and len(words.nn) > 2 for words in offered)


@pytest.mark.parametrize(
    ("action", "rules", "code"),
    [
        (Action.REQUEST_INFORMATION, ["FORM-MISSING", "HER-OWNER"], "form"),
        (Action.REQUEST_INFORMATION, ["HER-SYNTAX"], "her-id"),
        (Action.REQUEST_INFORMATION, ["ORG-CHECKSUM"], "municipality"),
        (Action.REJECT, ["VENDOR-NOT-INTEGRATED"], "not-integrated"),
        (Action.HOLD, ["HER-INACTIVE"], "awaiting-registry"),
        (Action.WITHDRAW, ["SNAPSHOT-STALE", "DUPLICATE-ORDER"], "duplicate"),
        (Action.REOPEN, ["HER-INACTIVE"], ""),
        (Action.REJECT, [], ""),
    ],
)
def test_that_the_weightiest_finding_proposes_the_reason(action, rules, code):
    assert proposed_reason(action, rules) == code


def test_that_only_reasons_that_are_offered_are_proposed():
    for action, offered in REASON_CODES.items():
        proposed = {proposed_reason(action, [rule]) for rule in RULES}
        assert proposed <= {*offered, ""}
