"""R2: a fault at each system call that writes, of every operation."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from soak import tracing
from soak.aftermath import Expected, breaches, expected, goes_through
from soak.forked import Server
from soak.operations import OPERATIONS, Operation
from soak.soak_rows import Row
from soak.worlds import World

_ROOM = (*tracing.DATA, "rename", "renameat", "renameat2", "link", "linkat", "mkdir", "mkdirat")
"""The calls that can find a disk full."""


_SOME = 1


class Fault(NamedTuple):
    """What meets which calls, in the words of strace; the number is the call's."""

    calls: tuple[str, ...]
    words: str


FAULTS = {
    "killed": Fault(tracing.WRITING, "signal=KILL:when={}"),
    "disk full once": Fault(_ROOM, "error=ENOSPC:when={}"),
    "disk full for good": Fault(_ROOM, "error=ENOSPC:when={}+"),
    "sync fails": Fault(tracing.SYNCS, "error=EIO:when={}"),
}


def faults(server: Server, world: World, place: Path, most: int | None, seed: int) -> Row:
    """Each fault at each call; with `most`, one fault at so many random calls of each operation."""
    row = Row("R2", "faults at writing system calls", skipped=tracing.why_not())
    if row.skipped:
        return row
    chance = random.Random(seed)  # noqa: S311 - a repeatable choice, not a secret
    for operation in OPERATIONS.values():
        trial = place / operation.name
        wanted = expected(server, world, operation, trial)
        names = list(FAULTS) if most is None else chance.sample(list(FAULTS), _SOME)
        for name, fault in ((name, FAULTS[name]) for name in names):
            for number in _places(server, world, operation, trial, fault, most, chance):
                told = _tried(server, world, (operation, wanted, trial), fault, number)
                row.add(name)
                row.breach(*(f"{operation.name}, {name} at call {number}: {one}" for one in told))
        row.breach(*_read_only(server, world, operation, trial))
        row.add("read-only", int(_may_mount()))
    return row


def _places(
    server: Server,
    world: World,
    operation: Operation,
    trial: Path,
    fault: Fault,
    most: int | None,
    chance: random.Random,
) -> Iterator[int]:
    operation.begin(world, trial)
    command = operation.command(world, trial, stopped=True)
    count = tracing.counted(server, command, fault.calls, trial.parent / "calls")
    numbers = range(1, count + 1)
    yield from numbers if most is None or count <= most else sorted(chance.sample(numbers, most))


def _tried(
    server: Server,
    world: World,
    what: tuple[Operation, Expected, Path],
    fault: Fault,
    number: int,
) -> list[str]:
    operation, wanted, trial = what
    operation.begin(world, trial)
    command = operation.command(world, trial, stopped=True)
    ran = tracing.disturbed(server, command, fault.calls, fault.words.format(number))
    told = breaches(server, operation, wanted, trial, ran)
    return told + goes_through(server, world, operation, wanted, trial)


def _read_only(server: Server, world: World, operation: Operation, trial: Path) -> list[str]:
    """The operation in a workspace on a file system that cannot be written to."""
    if not _may_mount():
        return []
    operation.begin(world, trial)
    before = operation.state(trial)
    workspace = str(trial / "workspace")
    subprocess.run(["mount", "--bind", workspace, workspace], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", workspace], check=True)
        ran = server.run(operation.command(world, trial))
    finally:
        subprocess.run(["umount", workspace], check=True)
    told = []
    if ran.code != 3 or "Traceback" in ran.err:
        told.append(f"{operation.name}, read-only: exit {ran.code}: {ran.err[-300:]}")
    if operation.state(trial) != before:
        told.append(f"{operation.name}, read-only: something changed")
    return told


@cache
def _may_mount() -> bool:
    """Whether a folder can be made read-only here, which takes the rights of root."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        return False
    quiet = subprocess.DEVNULL
    tried = subprocess.run(["unshare", "-m", "true"], check=False, stdout=quiet, stderr=quiet)
    return tried.returncode == 0
