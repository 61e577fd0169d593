"""The operations that are interrupted: each one command, to be done wholly or not at all."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from soak.forked import Command
from soak.held_facts import Facts, UnsoundError, facts
from soak.worlds import World, stream_of


@dataclass(frozen=True)
class Operation:
    """A command on a copy of the world. `prepare` makes the copy ready, `outside` tells what stands
    beside the store; with `stream` its input is that many decisions, each a transaction. What is
    `resumed` is judged when the workspace has been opened again; with `moves_later` the store may
    be ahead of what stands beside it until the operation is done again.
    """

    name: str
    words: Callable[[World, Path], list[str]]
    prepare: Callable[[World, Path], object] = lambda _world, _trial: None
    outside: Callable[[Path], str] = lambda _trial: ""
    stream: int = 0
    resumed: bool = False
    moves_later: bool = False

    def command(self, world: World, trial: Path, *, stopped: bool = False) -> Command:
        """The command over the copy in `trial`."""
        words = [*self.words(world, trial), "--json", "--workspace", str(trial / "workspace")]
        by = [] if "--by" in words else ["--by", "cecilie"]
        command = Command([*words, *by], trial.parent, self.name, stopped=stopped)
        if self.stream:
            decisions = trial.parent / f"{self.name}.jsonl"
            command.stdin = stream_of(decisions, world.clear, self.stream)
        return command

    def begin(self, world: World, trial: Path) -> None:
        """A fresh copy of the world in `trial`."""
        shutil.rmtree(trial, ignore_errors=True)
        trial.mkdir(parents=True)
        world.copy(trial / "workspace")
        self.prepare(world, trial)

    def state(self, trial: Path) -> tuple[Facts, str]:
        """What stands in the store and beside it; UnsoundError where something is damaged."""
        return facts(trial / "workspace"), self.outside(trial)


def _settle_in_inbox(world: World, trial: Path) -> None:
    inbox = trial / "inbox"
    inbox.mkdir()
    kept = shutil.copy2(world.incoming, inbox / world.incoming.name)
    # It came an hour ago, so it has come to rest.
    _older(Path(kept))
    settings = trial / "workspace" / "settings.toml"
    settings.write_text(f'inbox_folder = "{inbox}"\n', "utf-8")


def _older(path: Path) -> None:
    hour_ago = time.time() - 3600
    os.utime(path, (hour_ago, hour_ago))


def _inbox(trial: Path) -> str:
    """In which places the file of the inbox is; exactly one is right."""
    found = [
        str(path.relative_to(trial / "inbox").parent)
        for path in (trial / "inbox").rglob("incoming.*")
        if path.stat().st_size
    ]
    if len(found) != 1:
        message = f"the file of the inbox is in {len(found)} places: {found}"
        raise UnsoundError(message)
    return found[0]


def _packages(trial: Path) -> str:
    """The packages that can be seen; each has to be whole, which the caller asks the program."""
    seen = sorted(trial.glob("out/timebok-export-*"))
    return f"{len(seen)} packages"


def _backup(trial: Path) -> str:
    """Whether there is a backup; one that has its name has to be whole."""
    target = trial / "backup.sqlite3"
    if not target.exists():
        return "none"
    whole = trial / "restored"
    shutil.rmtree(whole, ignore_errors=True)
    shutil.copytree(trial / "workspace" / "originals", whole / "originals")
    shutil.copy(target, whole / "store.sqlite3")
    held = facts(whole)
    return f"a whole one with {len(held['orders'])} orders"


def _after_the_backup(world: World, trial: Path) -> None:
    """Something has happened since the backup was taken."""
    world.run(trial / "workspace", "decide", world.clear[-1], "claim")


OPERATIONS = {
    one.name: one
    for one in (
        Operation("import", lambda world, _: ["orders", "import", str(world.incoming)]),
        Operation(
            "inbox",
            lambda _world, _: ["orders", "inbox"],
            _settle_in_inbox,
            _inbox,
            moves_later=True,
        ),
        Operation("verify", lambda _world, _: ["verify", "--all"]),
        Operation("approve", lambda world, _: ["decide", world.clear[0], "approve"]),
        Operation(
            "amend",
            lambda world, _: [
                *("orders", "amend", world.clear[0], "comment=ny", "--reason", "ringte dem"),
            ],
        ),
        Operation("stream", lambda _world, _: ["decide", "--stream"], stream=40),
        Operation(
            "export",
            lambda _world, trial: ["export", "--out", str(trial / "out")],
            outside=_packages,
            resumed=True,
        ),
        Operation(
            "backup",
            lambda _world, trial: ["store", "backup", str(trial / "backup.sqlite3")],
            outside=_backup,
        ),
        Operation(
            "restore",
            lambda world, _: ["store", "restore", str(world.files / "backup.sqlite3")],
            _after_the_backup,
        ),
        Operation(
            "migrate",
            lambda _world, _: ["audit", "verify"],
            lambda world, trial: shutil.copy(world.old_store, trial / "workspace/store.sqlite3"),
        ),
        Operation(
            "registry",
            lambda world, _: ["registry", "import", str(world.files / "registry.json")],
        ),
    )
}
