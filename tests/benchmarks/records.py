"""What a benchmark says: one measurement of one figure, and the verdict on it. Plain data only."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

NOT_YET = "not in the product yet"
"""How the reason begins where a line cannot be measured because the product cannot do it."""
GoalKind = Literal["ratio", "faster", "most", "none"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of the table: what is measured and what must hold.

    `goal_kind`: "ratio" is ours at most `goal` times the baseline, "faster" is the baseline at
    least `goal` times ours, "most" is ours at most `goal`, "none" is told and not judged.
    `growth` is how much dearer it may be at the largest size than at the smallest; with
    `whole`, the whole of it, else what each order (row, file) costs.
    """

    key: str
    number: str
    job: str
    unit: str
    baseline: str
    goal_kind: GoalKind
    goal: float
    growth: float | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure as measured. `ours` is None where it could not be; `why` says why not."""

    key: str
    ours: float | None
    baseline: float | None = None
    note: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class GroupRun:
    """What a group of rows cost as a process: its peak and its private memory at the end."""

    group: str
    size: int
    seconds: float
    peak_mb: float
    private_mb: float | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: the figure at one size, judged."""

    number: str
    key: str
    job: str
    size: int
    unit: str
    ours: float | None
    baseline: float | None
    baseline_is: str
    ratio: float | None
    goal: str
    growth: float | None
    growth_goal: float | None
    met: bool | None
    why: str
    note: str

    def as_json(self) -> dict[str, Any]:
        """The line as plain values."""
        return asdict(self)
