"""R8: backups while another process decides all the time, restored elsewhere."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from soak.forked import Command, Server, kill_group
from soak.held_facts import UnsoundError, differences, facts
from soak.soak_rows import Row
from soak.worlds import World, stream_of

_WRITTEN_ONCE = (
    'SELECT id, order_id, kind, "by", "at", reason, status_before, status_after FROM decision'
    " ORDER BY id"
)
_MANY = 200_000
_A_MOMENT = 0.01


def backups(server: Server, world: World, place: Path, count: int) -> Row:
    """Each backup holds the first so many decisions of the store, whole and in their order: at
    least those acknowledged when it began. Restored elsewhere it is the same.
    """
    row = Row("R8", "backups while writing, restored elsewhere")
    workspace = world.copy(place / "workspace")
    words = ["decide", "--stream", "--workspace", str(workspace), "--by", "dina"]
    busy = Command(words, place, "busy")
    busy.stdin = stream_of(place / "busy.jsonl", world.clear, _MANY)
    acknowledged = []
    with Server() as other:
        (child,) = other.begin(busy)
        while not busy.out.exists() or not busy.out.stat().st_size:
            time.sleep(_A_MOMENT)
        for number in range(count):
            acknowledged.append(busy.out.read_bytes().count(b'"ok": true'))
            target = place / f"backup-{number}.sqlite3"
            command = ["store", "backup", str(target), "--json", "--workspace", str(workspace)]
            ran = server.run(Command(command, place))
            if ran.code:
                row.breach(f"backup {number}: exit {ran.code}: {ran.err[-200:]}")
        kill_group(child)
        (ended,) = other.end([busy], [child])
    row.load["decisions meanwhile"] = len(ended.documents)
    written = _decisions(workspace / "store.sqlite3")
    before = len(_decisions(world.workspace / "store.sqlite3"))
    for number, at_least in enumerate(acknowledged):
        row.add("backups")
        told = _wrong(server, world, place, number, written, before + at_least)
        row.breach(*(f"backup {number}: {one}" for one in told))
    return row


def _wrong(
    server: Server,
    world: World,
    place: Path,
    number: int,
    written: list[tuple[Any, ...]],
    at_least: int,
) -> list[str]:
    copy, elsewhere = place / f"backup-{number}.sqlite3", place / "elsewhere"
    held = _decisions(copy)
    told = []
    if held != written[: len(held)] or len(held) < at_least:
        told.append(f"{len(held)} decisions that are not the first {at_least} or more")
    shutil.rmtree(elsewhere, ignore_errors=True)
    world.run(elsewhere, "init", "--plain")
    shutil.copytree(place / "workspace" / "originals", elsewhere / "originals", dirs_exist_ok=True)
    command = ["store", "restore", str(copy), "--json", "--workspace", str(elsewhere)]
    ran = server.run(Command(command, place))
    if ran.code:
        told.append(f"not restored: exit {ran.code}: {ran.err[-200:]}")
    if _decisions(elsewhere / "store.sqlite3") != held:
        told.append("other decisions when restored")
    try:
        beside = place / "beside"
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir()
        shutil.copytree(elsewhere / "originals", beside / "originals")
        shutil.copy(copy, beside / "store.sqlite3")
        if different := differences(facts(elsewhere), facts(beside)):
            told.append(f"restored otherwise: {different}")
    except UnsoundError as error:
        told.append(f"unsound: {error}")
    copy.unlink()
    return told


def _decisions(store: Path) -> list[tuple[Any, ...]]:
    connection = dbapi2.connect(str(store))
    try:
        return [tuple(row) for row in connection.execute(_WRITTEN_ONCE)]
    finally:
        connection.close()
