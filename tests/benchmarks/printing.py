"""The table for people and the document for machines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.records import GroupRun, Line, Measured

_HEAD = ("", "job", "orders", "ours", "baseline", "unit", "ratio", "goal", "growth", "verdict")
_RIGHT = frozenset({2, 3, 4, 6, 8})
_VERDICTS = {True: "met", False: "MISSED", None: "told"}


def table(lines: Sequence[Line], runs: Iterable[GroupRun]) -> str:
    """All lines under each other, then what is to be said of them, then memory."""
    rows = [_HEAD, *(_cells(line) for line in lines)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_HEAD))]
    text = [
        "  ".join(
            cell.rjust(width) if place in _RIGHT else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    text += ["", *_remarks(lines), "", *_memory(runs)]
    missed = sum(line.met is False for line in lines)
    text += ["", f"{len(lines)} lines, {missed} missed"]
    return "\n".join(text).rstrip() + "\n"


def document(
    lines: Sequence[Line],
    measured: Mapping[int, Sequence[Measured]],
    runs: Sequence[GroupRun],
    about: Mapping[str, Any],
) -> dict[str, Any]:
    """All that was found, as plain values; `measured` can be judged again."""
    return {
        **about,
        "lines": [line.as_json() for line in lines],
        "measured": {str(size): [_plain(one) for one in found] for size, found in measured.items()},
        "runs": [_plain(run) for run in runs],
    }


def write_document(path: Path, content: Mapping[str, Any]) -> None:
    """Write the document as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")


def number(value: float | None) -> str:
    """A number with about three digits that count."""
    if value is None:
        return "-"
    if value >= 1000:
        return f"{value:,.0f}"
    if value >= 100:
        return f"{value:.0f}"
    if value >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if value else "0"


def _plain(record: Measured | GroupRun) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__slots__}


def _cells(line: Line) -> tuple[str, ...]:
    growth = number(line.growth) if line.growth is not None else ""
    if growth and line.growth_goal is not None:
        growth = f"{growth} (<= {line.growth_goal:g})"
    return (
        line.number,
        line.job,
        f"{line.size:,}",
        number(line.ours),
        number(line.baseline),
        line.unit,
        number(line.ratio),
        line.goal,
        growth,
        _VERDICTS[line.met],
    )


def _remarks(lines: Iterable[Line]) -> list[str]:
    found = []
    for line in lines:
        said = [part for part in (line.why if line.met is False else "", line.note) if part]
        if said:
            found.append(f"{line.number} {line.key} at {line.size:,}: {'; '.join(said)}")
    return found


def _memory(runs: Iterable[GroupRun]) -> list[str]:
    return [
        f"{run.group} at {run.size:,}: {run.seconds:.0f} s, peak {run.peak_mb:.0f} MB"
        + (f", private at the end {run.private_mb:.0f} MB" if run.private_mb is not None else "")
        for run in runs
    ]
