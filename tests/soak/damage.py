"""R4: copies of an encrypted store with something wrong in them: none may pass for whole."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

from soak.forked import Command, Ran, Server
from soak.soak_rows import Row
from soak.worlds import World

_PAGE = 4096
_SENTENCE = "en setning som bare er til prøve\n"


def damage(server: Server, place: Path, copies: int, seed: int) -> Row:
    """Damage so many copies; opening them or `store check` must find it, and the last good backup
    must come back with one command.
    """
    row = Row("R4", "damaged copies of an encrypted store")
    chance = random.Random(seed)  # noqa: S311 - a repeatable choice, not a secret
    place.mkdir(parents=True)
    secret = place / "passphrase"
    secret.write_text(_SENTENCE, "utf-8")
    world = World(server, place / "world", passphrase=secret)
    whole = (world.workspace / "store.sqlite3").read_bytes()
    slowest = 0.0
    for number in range(copies):
        workspace = world.copy(place / "copy")
        name = chance.choice(list(_WAYS))
        damaged = _WAYS[name](bytearray(whole), chance)
        (workspace / "store.sqlite3").write_bytes(damaged)
        row.add(name)
        begun = time.monotonic()
        found = _run(server, world, workspace, "store", "check")
        slowest = max(slowest, time.monotonic() - begun)
        if found.code == 0:
            row.breach(f"copy {number}, {name}: not found by `store check`")
        if found.code not in {0, 1, 3} or "Traceback" in found.err:
            row.breach(f"copy {number}, {name}: exit {found.code}: {found.err[-200:]}")
        if number % _RESTORED_EVERY == 0:
            row.add("restored")
            row.breach(
                *(f"copy {number}, {name}: {one}" for one in _back(server, world, workspace))
            )
    row.load["slowest check, seconds"] = f"{slowest:.2f}"
    return row


_RESTORED_EVERY = 20


def _back(server: Server, world: World, workspace: Path) -> list[str]:
    backup = str(world.files / "backup.sqlite3")
    for words in (("store", "restore", backup), ("store", "check")):
        ran = _run(server, world, workspace, *words)
        if ran.code:
            return [f"{' '.join(words[:2])} after the damage: exit {ran.code}: {ran.err[-300:]}"]
    return []


def _run(server: Server, world: World, workspace: Path, *words: str) -> Ran:
    command = [*words, "--json", "--workspace", str(workspace)]
    return server.run(Command(command, workspace.parent, environment=world.environment))


def _flip(content: bytearray, chance: random.Random) -> bytes:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(content)


def _blank(content: bytearray, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) // _PAGE) * _PAGE
    content[start : start + _PAGE] = bytes(_PAGE)
    return bytes(content)


def _cut(content: bytearray, chance: random.Random) -> bytes:
    return bytes(content[: chance.randrange(1, len(content))])


def _swap(content: bytearray, chance: random.Random) -> bytes:
    one, other = (number * _PAGE for number in chance.sample(range(len(content) // _PAGE), 2))
    first, second = content[one : one + _PAGE], content[other : other + _PAGE]
    content[one : one + _PAGE], content[other : other + _PAGE] = second, first
    return bytes(content)


_WAYS: dict[str, Callable[[bytearray, random.Random], bytes]] = {
    "a flipped bit": _flip,
    "a blank page": _blank,
    "cut off": _cut,
    "two pages swapped": _swap,
}
