"""An order that is in order has no findings; findings are ordered and amount to an outcome."""

from __future__ import annotations

from timebok_desktop.domain.codes import Outcome, Severity
from timebok_desktop.domain.findings import outcome_of


def test_that_an_order_with_nothing_amiss_is_clear(findings_of) -> None:
    assert findings_of() == ()
    assert outcome_of(findings_of()) is Outcome.CLEAR


def test_that_warnings_alone_give_warnings(findings_of) -> None:
    findings = findings_of(had_interim_solution=True)
    assert [finding.rule for finding in findings] == ["INTERIM-SOLUTION"]
    assert outcome_of(findings) is Outcome.WARNINGS


def test_that_one_stop_among_warnings_stops_and_stands_first(findings_of) -> None:
    findings = findings_of(had_interim_solution=True, form="koronavaksine-1", vendor="Ukjent")
    assert [finding.rule for finding in findings] == [
        "FORM-NOT-ALLOWED",
        "VENDOR-UNKNOWN",
        "INTERIM-SOLUTION",
    ]
    assert [finding.severity for finding in findings] == [
        Severity.STOP,
        Severity.WARNING,
        Severity.WARNING,
    ]
    assert outcome_of(findings) is Outcome.STOPPED
