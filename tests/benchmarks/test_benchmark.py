"""The benchmark in short: every row is measured, told and judged. Times are never asserted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks.__main__ import main
from benchmarks.figures import BY_KEY, FIGURES, NUMBERS
from benchmarks.groups import GROUPS
from benchmarks.judging import is_missed, judged
from benchmarks.printing import table
from benchmarks.records import NOT_YET, Line, Measured
from benchmarks.timing import in_turn, percentile

SIZE = 10_000
LINE_KEYS = set(Line.__slots__)
EASY = {"ratio": 1e12, "faster": 0.0, "most": 1e12, "none": 0.0}
IMPOSSIBLE = {"ratio": 0.0, "faster": 1e12, "most": -1.0, "none": 0.0}


def judge(folder: Path, run: Path, goals: dict[str, float], rows: Sequence[str] = ()) -> int:
    """The exit code of judging a written run by other goals."""
    place = folder / "goals.json"
    place.write_text(json.dumps(goals), "utf-8")
    return main(["--judge", str(run), "--goals", str(place), *rows])


def test_that_the_short_form_measures_every_row_and_tells_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "run.json"
    words = ["--short", "--size", str(SIZE), "--cache", str(tmp_path), "--out", str(out)]
    code = main(words)
    told = capsys.readouterr().out
    run: dict[str, Any] = json.loads(out.read_text("utf-8"))
    lines = {line["key"]: line for line in run["lines"]}
    assert set(lines) == set(BY_KEY)
    assert all(set(line) == LINE_KEYS for line in lines.values())
    broken = {
        key: line["why"]
        for key, line in lines.items()
        if line["ours"] is None and not line["why"].startswith(NOT_YET)
    }
    assert broken == {}
    assert lines["same-answers"]["met"], lines["same-answers"]["note"]
    assert lines["same-rules"]["met"], lines["same-rules"]["note"]
    assert code == any(line["met"] is False for line in lines.values())
    for line in lines.values():
        (row,) = [one for one in told.splitlines() if f"  {line['job']}  " in one]
        assert row.startswith(line["number"])
        assert ("MISSED" in row) is (line["met"] is False)
    peaks = {one["group"]: one["peak_mb"] for one in run["runs"]}
    assert set(peaks) == {"prepare", *(group.name for group in GROUPS)}
    assert all(peak > 0 for peak in peaks.values())
    done = [
        number
        for number in NUMBERS
        if all(line["ours"] is not None for line in lines.values() if line["number"] == number)
    ]
    assert judge(tmp_path, out, {one.key: EASY[one.goal_kind] for one in FIGURES}, done) == 0
    for number in done:
        goals = {one.key: IMPOSSIBLE[one.goal_kind] for one in FIGURES if one.number == number}
        hard = [one for one in FIGURES if one.number == number and one.goal_kind != "none"]
        assert judge(tmp_path, out, goals, [number]) == bool(hard)


def test_that_every_line_belongs_to_one_group() -> None:
    keys = [key for group in GROUPS for key in group.keys]
    assert sorted(keys) == sorted(BY_KEY)
    assert len(BY_KEY) == len(FIGURES)
    assert {f"S{number}" for number in range(1, 15)} <= set(NUMBERS)


def test_that_what_was_not_measured_is_missed_with_its_reason() -> None:
    lines = judged({100: [Measured("start", None, why="the window fell over")]}, ["S1", "S12"])
    assert [(line.key, line.met, line.why) for line in lines] == [
        ("start", False, "the window fell over"),
        ("private", False, "not measured"),
    ]
    assert is_missed(lines)
    assert "S1 start at 100: the window fell over" in table(lines, [])


@pytest.mark.parametrize(
    ("key", "ours", "baseline", "met"),
    [
        ("start", 129.0, 100.0, True),
        ("start", 131.0, 100.0, False),
        ("import-orm", 10.0, 150.0, True),
        ("import-orm", 10.0, 149.0, False),
        ("search", 16.7, None, True),
        ("search", 16.8, 1.0, False),
        ("start", 1.0, None, False),
        ("approve-one", 9.0, 1.0, None),
    ],
)
def test_that_a_figure_is_judged_by_its_goal(
    *, key: str, ours: float, baseline: float | None, met: bool | None
) -> None:
    (line,) = [
        one
        for one in judged({100: [Measured(key, ours, baseline)]}, [BY_KEY[key].number])
        if one.key == key
    ]
    assert line.met is met


@pytest.mark.parametrize(("largest", "met"), [(109.0, True), (112.0, False)])
def test_that_growth_is_judged_from_the_smallest_size_to_the_largest(
    *, largest: float, met: bool
) -> None:
    measured = {
        10_000: [Measured("start", 100.0, 100.0)],
        100_000: [Measured("start", 125.0, 100.0)],
        1_000_000: [Measured("start", largest, 100.0)],
    }
    lines = [one for one in judged(measured, ["S1"]) if one.key == "start"]
    assert [line.growth for line in lines] == [None, None, largest / 100]
    assert [line.met for line in lines] == [True, True, met]


def test_that_a_wrong_row_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["S99"])
    assert ended.value.code == 2
    assert "S99" in capsys.readouterr().err


def test_that_ours_and_the_baseline_take_turns() -> None:
    order: list[str] = []
    ours, baseline = in_turn(3, lambda: order.append("ours"), lambda: order.append("bare"))
    assert order == ["ours", "bare", "bare", "ours", "ours", "bare"]
    assert len(ours) == len(baseline) == 3


def test_that_a_percentile_is_a_value_that_was_measured() -> None:
    values = [float(number) for number in range(100, 0, -1)]
    assert percentile(values, 0.95) == 95.0
    assert percentile([7.0], 0.95) == 7.0
