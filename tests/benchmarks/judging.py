"""Turns measurements into lines with a verdict. Knows goals and growth, measures nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from benchmarks.figures import FIGURES
from benchmarks.records import Figure, Line, Measured

_NOT_MEASURED = "not measured"


def judged(
    measured: Mapping[int, Iterable[Measured]],
    numbers: Sequence[str] = (),
    goals: Mapping[str, float] | None = None,
) -> list[Line]:
    """The lines of every size, smallest first; with `numbers`, of these rows only.

    `goals` replaces goals by key. What was not measured is missed.
    """
    wanted = [figure for figure in FIGURES if not numbers or figure.number in numbers]
    figures = [replace(one, goal=(goals or {}).get(one.key, one.goal)) for one in wanted]
    by_size = {size: {one.key: one for one in found} for size, found in measured.items()}
    lines = []
    for size in sorted(by_size):
        for figure in figures:
            found = by_size[size].get(figure.key, Measured(figure.key, None, why=_NOT_MEASURED))
            smallest = by_size[min(by_size)].get(figure.key) if size == max(by_size) else None
            growth = _growth(found, smallest) if size > min(by_size) else None
            lines.append(_line(figure, size, found, growth))
    return lines


def is_missed(lines: Iterable[Line]) -> bool:
    """Whether any line is missed."""
    return any(line.met is False for line in lines)


def ratio_of(figure: Figure, found: Measured) -> float | None:
    """How many times the baseline it costs; where it must be faster, how many times it is."""
    if found.ours is None or found.baseline is None:
        return None
    above, below = found.ours, found.baseline
    if figure.goal_kind == "faster":
        above, below = below, above
    return above / below if below else None


def _growth(found: Measured, smallest: Measured | None) -> float | None:
    if smallest is None or not smallest.ours or found.ours is None:
        return None
    return found.ours / smallest.ours


def _line(figure: Figure, size: int, found: Measured, growth: float | None) -> Line:
    ratio = ratio_of(figure, found)
    holds = _holds(figure, found, ratio)
    too_much = growth is not None and figure.growth is not None and growth > figure.growth
    judged_growth = growth is not None and figure.growth is not None
    why = found.why
    if not why and holds is False:
        why = f"goal {goal_words(figure)}"
    if too_much:
        why = f"{why}, grows {growth:.2f}" if why else f"grows {growth:.2f}"
    met: bool | None = holds
    if too_much:
        met = False
    elif holds is None and judged_growth:
        met = True
    return Line(
        number=figure.number,
        key=figure.key,
        job=figure.job,
        size=size,
        unit=figure.unit,
        ours=found.ours,
        baseline=found.baseline,
        baseline_is=figure.baseline,
        ratio=ratio,
        goal=goal_words(figure),
        growth=growth,
        growth_goal=figure.growth,
        met=met,
        why=why,
        note=found.note,
    )


def _holds(figure: Figure, found: Measured, ratio: float | None) -> bool | None:
    """None where the figure is only told."""
    if found.ours is None:
        return False
    if figure.goal_kind == "none":
        return None
    if figure.goal_kind == "most":
        return found.ours <= figure.goal
    if ratio is None:
        return False
    return ratio >= figure.goal if figure.goal_kind == "faster" else ratio <= figure.goal


def goal_words(figure: Figure) -> str:
    """The goal as it stands in the table."""
    match figure.goal_kind:
        case "ratio":
            return f"<= {figure.goal:g} x"
        case "faster":
            return f">= {figure.goal:g} x faster"
        case "most":
            return f"<= {figure.goal:g} {figure.unit}".rstrip()
        case _:
            return "-"
