"""R3: power loss. Each operation is recorded once; then disks are rebuilt as they might be found
had the power gone at any instant of it.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from soak import tracing
from soak.aftermath import expected, left, own_word
from soak.disks import Disk
from soak.forked import Server, documents_in
from soak.operations import OPERATIONS, Operation
from soak.recording import OPTIONS, changes
from soak.soak_rows import Row
from soak.worlds import World

_OWN_WORD_EVERY = 20


def power(server: Server, world: World, place: Path, disks: int, seed: int) -> Row:
    """Rebuild so many disks of each kind of operation; each must be sound and keep what was
    acknowledged before the power went.
    """
    row = Row("R3", "power losses", skipped=tracing.why_not())
    if row.skipped:
        return row
    chance = random.Random(seed)  # noqa: S311 - a repeatable choice, not a secret
    for operation in OPERATIONS.values():
        trial = place / operation.name
        wanted = expected(server, world, operation, trial)
        found = _found(server, world, operation, trial, row, disks, chance)
        for number, (at, acknowledged) in enumerate(found):
            told = left(server, operation, wanted, trial, documents_in(acknowledged))
            if number % _OWN_WORD_EVERY == 0:
                told += own_word(server, trial)
            row.add("disks")
            row.breach(*(f"{operation.name}, power lost at {at}: {one}" for one in told))
    return row


def _found(
    server: Server,
    world: World,
    operation: Operation,
    trial: Path,
    row: Row,
    disks: int,
    chance: random.Random,
) -> Iterator[tuple[int, bytes]]:
    """Puts one disk after the other in the place of the trial; yields when the power went and what
    had been said by then.
    """
    operation.begin(world, trial)
    disk = Disk(trial)
    command = operation.command(world, trial, stopped=True)
    log = trial.parent / f"{operation.name}.log"
    tracing.traced(server, command, OPTIONS, log)
    recorded = changes(log)
    log.unlink()
    row.add("writing calls", len(recorded))
    done, said = 0, b""
    for at in sorted(chance.randint(0, len(recorded)) for _ in range(disks)):
        for one in recorded[done:at]:
            disk.change(one)
            if one.path == str(command.out) and one.kind == "write":
                said += one.data
        done = at
        shutil.rmtree(trial)
        disk.lose_power(trial, chance)
        yield at, said
