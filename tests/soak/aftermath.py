"""Judges what an interrupted operation left: wholly done or not at all, sound, and honest."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from soak.forked import Command, Ran, Server
from soak.held_facts import Facts, UnsoundError, differences
from soak.operations import Operation
from soak.worlds import World

_EXIT_CODES = {0, 1, 3}


class Expected(NamedTuple):
    """What an operation finds and leaves where nothing disturbs it."""

    before: tuple[Facts, str]
    after: tuple[Facts, str]


def expected(server: Server, world: World, operation: Operation, trial: Path) -> Expected:
    """Do the operation once, undisturbed."""
    operation.begin(world, trial)
    before = operation.state(trial)
    ran = server.run(operation.command(world, trial))
    if ran.code not in {0, 1}:
        message = f"{operation.name} does not go through undisturbed: {ran.err}"
        raise RuntimeError(message)
    return Expected(before, operation.state(trial))


def breaches(
    server: Server, operation: Operation, wanted: Expected, trial: Path, ran: Ran
) -> list[str]:
    """Every promise that an interrupted operation broke."""
    return _words(ran) + left(server, operation, wanted, trial, ran.documents)


def left(
    server: Server, operation: Operation, wanted: Expected, trial: Path, said: Sequence[Any]
) -> list[str]:
    """What is wrong with what was left, where `said` had got out before the end."""
    found = []
    try:
        if operation.resumed:
            operation.state(trial)
            found += own_word(server, trial)
        state = operation.state(trial)
    except UnsoundError as error:
        return [*found, f"unsound: {error}"]
    if operation.stream:
        return found + _stream_breaches(wanted, state[0], said)
    if _same(state, wanted.after):
        return found
    if operation.moves_later and _same(state, (wanted.after[0], wanted.before[1])):
        return found
    if not _same(state, wanted.before):
        told = differences(state[0], wanted.before[0]) or f"{state[1]}, not {wanted.before[1]}"
        return [*found, f"half done: {told}"]
    if said and "error" not in said[-1]:
        found.append("said to be done, but it is not")
    return found


def goes_through(
    server: Server, world: World, operation: Operation, wanted: Expected, trial: Path
) -> list[str]:
    """Whether the operation can be done afterwards, with the same end, by the program's own word
    too (`store check`, and every visible package verifies).
    """
    ran = server.run(operation.command(world, trial))
    found = _words(ran)
    if ran.code == 3:
        found.append(f"cannot be done afterwards: {ran.err[-300:]}")
    if not operation.stream and not found:
        try:
            state = operation.state(trial)
            if not _same_but_repeated(state, wanted):
                found.append(f"ends otherwise: {differences(state[0], wanted.after[0])}")
        except UnsoundError as error:
            found.append(f"unsound afterwards: {error}")
    return found + own_word(server, trial)


def own_word(server: Server, trial: Path) -> list[str]:
    """What the program itself finds wrong."""
    found = []
    for words in (
        ["store", "check"],
        *(["package", "verify", str(one)] for one in sorted(trial.glob("out/timebok-export-*"))),
    ):
        command = [*words, "--json", "--workspace", str(trial / "workspace")]
        ran = server.run(Command(command, trial, "check"))
        if ran.code:
            found.append(f"{' '.join(words[:2])}: {ran.out.decode('utf-8', 'replace')[:300]}")
    return found


def _words(ran: Ran) -> list[str]:
    found = []
    if "Traceback" in ran.err or b"Traceback" in ran.out:
        found.append(f"a traceback: {ran.err[-400:]}")
    if ran.code >= 0 and ran.code not in _EXIT_CODES:
        found.append(f"exit code {ran.code}: {ran.err[-300:]}")
    return found


def _stream_breaches(wanted: Expected, found: Facts, said: Sequence[Any]) -> list[str]:
    """Each acknowledged decision stands, and at most one more, whose word did not get out."""
    acknowledged = sum(bool(one.get("ok")) for one in said)
    held = len(found["decisions"]) - len(wanted.before[0]["decisions"])
    logged = len(found["log"]) - len(wanted.before[0]["log"])
    told = []
    if not acknowledged <= held <= acknowledged + 1:
        told.append(f"{acknowledged} decisions acknowledged, {held} kept")
    if held != logged:
        told.append(f"{held} decisions kept, {logged} in the log")
    return told


def _same(one: tuple[Facts, str], other: tuple[Facts, str]) -> bool:
    return one[1] == other[1] and not differences(one[0], other[0])


def _same_but_repeated(state: tuple[Facts, str], wanted: Expected) -> bool:
    """Whether the end is the right one; what was done before and again may stand twice in the log,
    and an approval that stood already is refused.
    """
    parts = [name for name in wanted.after[0] if name not in {"log", "snapshots"}]
    return all(sorted(state[0][name], key=repr) == wanted.after[0][name] for name in parts)
