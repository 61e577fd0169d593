"""What every group needs: the workspace before the orders come, and the bare table beside it."""

from __future__ import annotations

from contextlib import closing
from functools import partial

from benchmarks import bare
from benchmarks.plan import Plan, keep_fact
from benchmarks.records import Measured
from benchmarks.synthetic import order_files, registry_file, rows_of, world_of
from benchmarks.timing import seconds_of
from benchmarks.workspaces import empty_full, fill, make_base


def prepare(plan: Plan) -> list[Measured]:
    """Make the world, the workspace and the bare table. The latter is timed on the way."""
    world_of(plan)
    make_base(plan)
    _make_bare(plan)
    return []


def prepare_and_fill(plan: Plan) -> list[Measured]:
    """The same, and the filled workspace, where no group measures its import."""
    prepare(plan)
    empty_full(plan)
    fill(plan)
    return []


def _make_bare(plan: Plan) -> None:
    world = world_of(plan)
    files, _ = order_files(world)
    seconds = 0.0
    with closing(bare.connect(plan.bare)) as connection:
        bare.make_orders_table(connection)
        for path in files:
            rows = list(rows_of(path))
            seconds += seconds_of(partial(bare.add_orders, connection, rows))
    keep_fact(plan, "bare_seconds", seconds)
    keep_fact(plan, "bare_bytes", bare.checkpointed_size(plan.bare))
    with closing(bare.connect(plan.bare)) as connection:
        bare.add_parties(connection, registry_file(world))
        bare.add_indexes(connection)
