"""Workspaces to measure in: made from a world, filled, copied, decided in. Public doors only."""

from __future__ import annotations

import inspect
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.plan import SECOND, USER, Plan
from benchmarks.synthetic import order_files, registry_file, taken_at, world_of
from timebok_desktop.bootstrap import Office, open_office
from timebok_desktop.domain.codes import Outcome, Status
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services import then_verify
from timebok_desktop.services.views import OrderQuery

STORE = "store.sqlite3"
FIRST = "FIRST"
_FIRST = {
    "kind": "activate",
    "municipalityNumber": "0301",
    "herId": "1",
    "category": "Lab",
    "externalReference": FIRST,
}
CLEAR = OrderQuery(statuses=(Status.RECEIVED,), outcomes=(Outcome.CLEAR,))


def noon() -> datetime:
    """A clock that stands still on the day of the world's extract: its answers hold then."""
    return taken_at() + timedelta(hours=12)


@contextmanager
def office(folder: Path, clock: Callable[[], datetime] = noon) -> Iterator[Office]:
    """An open workspace, closed in the end."""
    opened = open_office(folder, clock)
    try:
        yield opened
    finally:
        opened.close()


def make_base(plan: Plan) -> None:
    """A workspace that knows all but the world's orders.

    It has verified one order today, as a workspace in use has: what follows from the registry alone
    is worked out.
    """
    world = world_of(plan)
    with office(plan.base) as opened:
        opened.desk.import_registry(registry_file(world), USER)
        for table in sorted((world / "tables").iterdir()):
            opened.desk.import_table(table.stem, table, USER)
        opened.desk.import_configurations(world / "configurations.csv", USER)
        first = plan.folder / "first.json"
        first.write_text(json.dumps(_FIRST), "utf-8")
        then_verify.import_orders(opened.desk, [first], USER)


def empty_full(plan: Plan) -> None:
    """A fresh copy of that workspace, where the full one belongs."""
    shutil.rmtree(plan.full, ignore_errors=True)
    shutil.copytree(plan.base, plan.full)


def fill(plan: Plan) -> None:
    """Import all orders into that copy and verify them, as the window does."""
    files, _ = order_files(world_of(plan))
    add(plan.full, files)


def add(folder: Path, files: Sequence[Path]) -> int:
    """Import files into a workspace and verify what came in; how many orders that were."""
    with office(folder) as opened:
        return then_verify.import_orders(opened.desk, files, USER).accepted


@contextmanager
def copy_of(plan: Plan, original: Path, name: str) -> Iterator[Path]:
    """A copy of a workspace, to be written in; deleted in the end."""
    folder = plan.folder / name
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(original, folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def clear_ids(desk: Any, most: int) -> list[int]:
    """Orders that can be approved without a word."""
    return list(desk.order_ids(CLEAR, USER)[:most])


def decide_many(desk: Any, ids: Sequence[int], action: Action, user: str) -> int:
    """The same decision on many orders; how many went through."""
    if "ids" in inspect.signature(desk.decide_many).parameters:
        outcome = desk.decide_many(ids, action, user)
        return int(outcome.done)
    references = [row.reference for row in desk.order_rows(ids)]
    answers = desk.decide_many(references, action, user)
    return sum(why is None for why in answers.values())


def approve_fully(desk: Any, most: int) -> int:
    """Approve clear orders by two caseworkers; how many are ready to leave."""
    ids = clear_ids(desk, most)
    decide_many(desk, ids, Action.APPROVE, USER)
    return decide_many(desk, ids, Action.APPROVE, SECOND)
