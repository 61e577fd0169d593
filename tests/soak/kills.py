"""R1: kills. Single operations at any instant, and a process that decides all the time."""

from __future__ import annotations

import random
import time
from pathlib import Path

from soak.aftermath import breaches, expected, goes_through
from soak.forked import Command, Server, kill_group
from soak.held_facts import Facts, UnsoundError, facts
from soak.operations import OPERATIONS
from soak.soak_rows import Row
from soak.worlds import World, stream_of

_LONGER = 1.15
"""Kills fall between the first instant and a little after the usual end."""
_MANY = 3000
_FRESH = 8
"""Kills of a busy process on one copy of the world."""


def single(server: Server, world: World, place: Path, kills: int, seed: int) -> Row:
    """Kill single operations at random instants; then they must go through."""
    row = Row("R1", "single operations killed")
    chance = random.Random(seed)  # noqa: S311 - a repeatable choice, not a secret
    each = -(-kills // len(OPERATIONS))
    for operation in OPERATIONS.values():
        trial = place / operation.name
        wanted = expected(server, world, operation, trial)
        operation.begin(world, trial)
        begun = time.monotonic()
        server.run(operation.command(world, trial))
        usual = (time.monotonic() - begun) * _LONGER
        for _ in range(each):
            operation.begin(world, trial)
            after = chance.uniform(0, usual)
            ran = server.run_and_kill(operation.command(world, trial), after)
            row.add("kills", int(ran.code < 0))
            row.add("ended first", int(ran.code >= 0))
            told = breaches(server, operation, wanted, trial, ran)
            told += goes_through(server, world, operation, wanted, trial)
            row.breach(*(f"{operation.name} killed after {after * 1000:.1f} ms: {t}" for t in told))
    return row


def busy(server: Server, world: World, place: Path, kills: int, seed: int) -> Row:
    """Kill a process that decides all the time; every acknowledged decision must stand, once."""
    row = Row("R1", "a busy process killed")
    chance = random.Random(seed)  # noqa: S311
    world.copy(place / "workspace")
    for number in range(kills):
        before = facts(place / "workspace")
        words = ["decide", "--stream", "--workspace", str(place / "workspace"), "--by", "dina"]
        command = Command(words, place)
        command.stdin = stream_of(place / "decisions.jsonl", _free(before, world), _MANY)
        (child,) = server.begin(command)
        time.sleep(chance.uniform(0.05, 1.2))
        kill_group(child)
        (ran,) = server.end([command], [child])
        said = [one for one in ran.documents if one["ok"]]
        row.add("kills", int(ran.code < 0))
        row.add("acknowledged decisions", len(said))
        try:
            held = facts(place / "workspace")
        except UnsoundError as error:
            row.breach(f"kill {number}: unsound: {error}")
            break
        kept = len(held["decisions"]) - len(before["decisions"])
        logged = len(held["log"]) - len(before["log"])
        if not len(said) <= kept <= len(said) + 1 or kept != logged:
            row.breach(f"kill {number}: {len(said)} acknowledged, {kept} kept, {logged} in the log")
        if "Traceback" in ran.err or len(said) != len(ran.documents):
            row.breach(f"kill {number}: {ran.err[-200:]} {ran.documents[-1:]}")
        if number % _FRESH == _FRESH - 1:  # or the store would only grow, and the orders run out
            world.copy(place / "workspace")
    return row


def _free(before: Facts, world: World) -> list[str]:
    """Orders that a stream can begin with: nobody has them, whatever the last kill left."""
    received = {one[0] for one in before["orders"] if one[1] == "received"}
    return [one for one in world.clear if one in received]
