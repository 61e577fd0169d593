"""The soak in its short form: a few of each load and fault. `./dev soak` is the whole of it."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from soak.disks import Disk
from soak.forked import Server
from soak.recording import Change
from soak.whole_soak import SOAKS
from soak.worlds import World

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="processes are followed as Linux tells of them"
)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, World]]:
    with Server() as server:
        yield server, World(server, tmp_path_factory.mktemp("soak") / "world")


@pytest.mark.parametrize("number", list(SOAKS))
def test_that_what_was_acknowledged_survives(
    world: tuple[Server, World], tmp_path: Path, number: str
) -> None:
    server, made = world
    for row in SOAKS[number](server, made, tmp_path, True, 7):
        if row.skipped:
            pytest.skip(row.skipped)
        assert row.load
        assert row.breaches == []


class Unlucky(random.Random):
    """Nothing that was not synced has arrived."""

    def choice(self, offered: Any) -> Any:
        return offered[0]

    def randint(self, least: int, _most: int) -> int:
        return least

    def randrange(self, *_: Any) -> int:
        return 0


def test_that_the_disk_keeps_only_what_was_synced(tmp_path: Path) -> None:
    root = tmp_path / "disk"
    root.mkdir()
    (root / "old").write_bytes(b"before")
    disk = Disk(root)
    for one in (
        Change("write", f"{root}/old", b"AFTER!", 0),
        Change("create", f"{root}/new"),
        Change("write", f"{root}/new", b"new", 0),
        Change("sync", f"{root}/new"),
    ):
        disk.change(one)
    assert _found(disk, root) == {"old": b"before"}
    disk.change(Change("sync", str(root)))
    assert _found(disk, root) == {"old": b"before", "new": b"new"}
    disk.change(Change("sync", f"{root}/old"))
    assert _found(disk, root) == {"old": b"AFTER!", "new": b"new"}
    disk.change(Change("rename", f"{root}/new", other=f"{root}/old"))
    assert _found(disk, root) == {"old": b"AFTER!", "new": b"new"}
    disk.change(Change("sync-all"))
    assert _found(disk, root) == {"old": b"new"}


def _found(disk: Disk, root: Path) -> dict[str, bytes]:
    shutil.rmtree(root)
    disk.lose_power(root, Unlucky())
    return {path.name: path.read_bytes() for path in root.iterdir()}
