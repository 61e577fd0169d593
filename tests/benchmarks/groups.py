"""The groups of rows: each is measured by one function in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.figures import BY_KEY
from benchmarks.plan import Plan
from benchmarks.records import Measured

_JOBS = ("import", "verify", "export")
Measure = Callable[[Plan], list[Measured]]


@dataclass(frozen=True, slots=True)
class Group:
    """A module with a function `measure`, and the lines that it fills, by their keys."""

    name: str
    module: str
    keys: tuple[str, ...]
    function: str = "measure"

    @property
    def numbers(self) -> frozenset[str]:
        """The rows that these lines belong to."""
        return frozenset(BY_KEY[key].number for key in self.keys)


PREPARING = Group("prepare", "benchmarks.preparing", (), "prepare")
PREPARING_AND_FILLING = Group("prepare", "benchmarks.preparing", (), "prepare_and_fill")
GROUPS: tuple[Group, ...] = (
    Group(
        "import",
        "benchmarks.s02_import",
        ("import-orm", "import-driver", "adding-orm", "adding-driver", "store-size"),
    ),
    Group("start", "benchmarks.s01_start", ("start", "private")),
    Group("queue", "benchmarks.s03_queue", ("page", "slice", "sort-order")),
    Group("window", "benchmarks.s04_window", ("jump", "search", "sort-screen")),
    Group("verify", "benchmarks.s07_verify", ("verify-registry", "verify-all", "verify-changed")),
    Group("decide", "benchmarks.s08_decide", ("approve-one", "approve-many")),
    Group("lists", "benchmarks.s09_lists", ("save-json", "save-csv", "save-xlsx", "save-memory")),
    Group("package", "benchmarks.s10_package", ("package", "package-check")),
    Group("workbook", "benchmarks.s11_workbook", ("read-xlsx",)),
    Group(
        "frames",
        "benchmarks.s14_frames",
        tuple(f"{what}-{job}" for what in ("frames", "block") for job in _JOBS),
    ),
    Group("answers", "benchmarks.same_answers", ("same-answers", "same-rules")),
)
FILLING = GROUPS[0]
