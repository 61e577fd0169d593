"""S2 and S13: import, and the size of what it leaves.

Ours is what the window does with files of orders (half JSON, half CSV): read, validate, store with
indexes and full text, verify against the whole registry, log; through `then_verify.import_orders`.
«Adding» is one file of each format into the full store.

The bare driver is one `executemany` a file of ready tuples of the same orders into a plain table
without indexes, as durably. It is handed what ours must first work out, so it is a floor that
nobody reaches. The ORM way does the same job as ours (see `orm_way`), on a sample from the JSON
file, scaled to one order: it takes minutes otherwise, and its cost an order does not shrink.

S13 compares what the orders add to the store, all indexes, texts, log and verdicts included, with
the file of the plain table; the registry is in neither.
"""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks import bare, orm_way
from benchmarks.plan import Plan, facts_of
from benchmarks.records import Measured
from benchmarks.synthetic import order_files, rows_of, world_of
from benchmarks.timing import MICRO, in_turn, median, seconds_of
from benchmarks.workspaces import STORE, add, copy_of, empty_full, fill


def measure(plan: Plan) -> list[Measured]:
    """Fill the store, from which the other groups go on, then add to it."""
    files, added = order_files(world_of(plan))
    ours, driver = _filled(plan, files)
    naive = _naive(plan, files)
    more, more_driver = _added(plan, added)
    note = f"ORM way on {plan.naive_sample:,} orders, scaled"
    return [
        Measured("import-orm", ours, naive, note),
        Measured("import-driver", ours, driver),
        Measured("adding-orm", more, naive, note),
        Measured("adding-driver", more, more_driver),
        _size(plan),
    ]


def _filled(plan: Plan, files: list[Path]) -> tuple[float, float]:
    """Microseconds an order into an empty store: ours and the driver's."""

    def ours() -> None:
        empty_full(plan)
        filling.append(seconds_of(lambda: fill(plan)))

    filling: list[float] = []
    driver = [facts_of(plan)["bare_seconds"]]
    for _ in range(plan.heavy_rounds):
        ours()
        driver.append(_driver_seconds(plan, files, plan.folder / "driver.sqlite3"))
    each = MICRO / plan.size
    return median(filling) * each, median(driver) * each


def _driver_seconds(plan: Plan, files: list[Path], place: Path) -> float:
    """Only the time within the driver; reading the files is not counted."""
    seconds = 0.0
    with closing(bare.connect(place)) as connection:
        bare.make_orders_table(connection)
        for path in files:
            rows = list(rows_of(path))
            seconds += seconds_of(partial(bare.add_orders, connection, rows))
    _remove(place)
    return seconds


def _naive(plan: Plan, files: list[Path]) -> float:
    """Microseconds an order the ORM way."""
    (path, *_) = [one for one in files if one.suffix == ".json"]
    engine = orm_way.engine_of(plan.bare)
    times = []
    for _ in range(plan.heavy_rounds):
        orm_way.make_tables(engine)
        most = plan.naive_sample
        times.append(seconds_of(partial(orm_way.import_file, engine, path, most)) / most)
    orm_way.make_tables(engine)
    engine.dispose()
    return median(times) * MICRO


def _added(plan: Plan, added: list[Path]) -> tuple[float, float]:
    """Microseconds an order into the full store: ours and the driver's, in turn by file."""
    ours, driver = [], []
    place = plan.folder / "driver.sqlite3"
    with copy_of(plan, plan.full, "adding") as folder, closing(bare.connect(place)) as connection:
        bare.make_orders_table(connection)
        for path in order_files(world_of(plan))[0]:
            bare.add_orders(connection, list(rows_of(path)))
        for path in added:
            rows = list(rows_of(path))
            of_ours, of_driver = in_turn(
                1,
                partial(add, folder, [path]),
                partial(bare.add_orders, connection, rows),
            )
            ours.append(of_ours[0] / len(rows))
            driver.append(of_driver[0] / len(rows))
    _remove(place)
    return sum(ours) / len(ours) * MICRO, sum(driver) / len(driver) * MICRO


def _size(plan: Plan) -> Measured:
    whole = bare.checkpointed_size(plan.full / STORE)
    without = bare.checkpointed_size(plan.base / STORE)
    return Measured(
        "store-size",
        (whole - without) / plan.size,
        facts_of(plan)["bare_bytes"] / plan.size,
        f"the store is {whole / 1e6:.0f} MB, {without / 1e6:.0f} MB of it before the orders came",
    )


def _remove(place: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        place.with_name(place.name + suffix).unlink(missing_ok=True)
