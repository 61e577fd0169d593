"""The world of the day says what it is said to say, before anybody works in it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from day_cases import CASES
from day_world import COPY, external_reference, write_day

from timebok_desktop.domain.codes import Status

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


def test_that_forty_mails_give_thirty_nine_cases_with_the_rules_that_are_written_down(
    timebok, tmp_path, rules_by_reference, load_registry_of
):
    folder = tmp_path / "day"
    write_day(folder, datetime.now(UTC))
    load_registry_of(timebok, folder)
    report = timebok("orders", "import", folder / "orders").document
    assert len(report["files"]) == 40
    assert (report["accepted"], report["refused"], report["duplicates"]) == (39, 0, 1)
    (copy,) = [one for one in report["files"] if one["outcome"] == "duplicate"]
    assert {copy["path"].rpartition("/")[2]} <= {COPY, "01-3405.eml"}
    fired = rules_by_reference(timebok)
    written = {external_reference(place): sorted(case.rules) for place, case in enumerate(CASES)}
    assert fired == written


def test_that_the_day_is_a_mixed_one():
    ends = Counter(case.end for case in CASES)
    assert ends == {
        Status.AWAITING_SECOND_APPROVAL: 30,
        Status.AWAITING_INFORMATION: 5,
        Status.REJECTED: 2,
        Status.ON_HOLD: 1,
        Status.WITHDRAWN: 1,
    }
    assert {case.kind for case in CASES} == {"activate", "change", "deactivate"}
    assert sum(not case.rules for case in CASES) == 21
    assert sum(bool(case.take) for case in CASES) == 4


def test_that_the_same_day_gives_the_same_bytes(tmp_path):
    for name in ("first", "second"):
        write_day(tmp_path / name, NOW)
    first, second = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in sorted((tmp_path / name).rglob("*"))
            if path.is_file()
        }
        for name in ("first", "second")
    )
    assert first == second
