"""A disk that loses its power: what was synced is there, of the rest any part may be.

The model is a harsh one. Of what was written and not synced any set of sectors (512 octets) may
have arrived, in any order. A name in a folder is only safe when that folder was synced; of those
that were not, the first so many may have arrived. Nothing is taken for granted of a journal.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from soak.recording import Change

SECTOR = 512

NamesOf = Callable[["_Folder"], dict[str, "_File | _Folder"]]


@dataclass(eq=False)
class _File:
    """`waiting` holds (offset, octets), or (size, None) for a change of the size."""

    safe: bytearray = field(default_factory=bytearray)
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)

    def size(self) -> int:
        """As the program sees it."""
        size = len(self.safe)
        for offset, data in self.waiting:
            size = offset if data is None else max(size, offset + len(data))
        return size

    def sync(self) -> None:
        """All that was written is safe."""
        for offset, data in self.waiting:
            _apply(self.safe, offset, data)
        self.waiting.clear()

    def found(self, chance: random.Random) -> bytes:
        """What one might find when the power has gone."""
        content = bytearray(self.safe)
        for offset, data in _arrived(self.waiting, chance):
            _apply(content, offset, data)
        return bytes(content)


@dataclass(eq=False)
class _Folder:
    safe: dict[str, _File | _Folder] = field(default_factory=dict)
    now: dict[str, _File | _Folder] = field(default_factory=dict)


@dataclass(eq=False)
class _Step:
    """`name` in `folder` becomes `node` (None: it goes); `gone` leaves the place it had."""

    folder: _Folder
    name: str
    node: _File | _Folder | None
    gone: tuple[_Folder, str] | None = None

    def touches(self, folder: _Folder) -> bool:
        """Whether syncing that folder makes this step safe."""
        return self.folder is folder or (self.gone is not None and self.gone[0] is folder)


class Disk:
    """What is written below `root`, on top of what stands there, and what of it is safe."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._top = _read(root)
        self._waiting: list[_Step] = []

    def change(self, one: Change) -> None:
        """Carry a change out. What is not below the root is none of ours; nor is the shared memory
        of SQLite, which does not outlive the machine.
        """
        if one.kind == "sync-all":
            self._sync_all()
        elif one.path.startswith(f"{self._root}/") and not one.path.endswith("-shm"):
            getattr(self, f"_{one.kind}")(one)
        elif one.path == self._root and one.kind == "sync":
            self._sync_folder(self._top)

    def lose_power(self, target: Path, chance: random.Random) -> None:
        """Write below `target` what one might find afterwards. The disk here goes on."""
        steps: dict[int, int] = {}
        names: dict[int, dict[str, _File | _Folder]] = {}
        for step in self._waiting:
            key = id(step.folder)
            if key not in steps:
                mine = sum(other.folder is step.folder for other in self._waiting)
                steps[key] = chance.choice((0, mine, chance.randint(0, mine)))
            if steps[key] > 0:
                steps[key] -= 1
                _take(step, lambda folder: names.setdefault(id(folder), dict(folder.safe)))
        _write(self._top, target, names, chance)

    # -- files -----------------------------------------------------------------------------------
    def _write(self, one: Change) -> None:
        file = self._file(one.path)
        file.waiting.append((file.size() if one.offset < 0 else one.offset, one.data))

    def _truncate(self, one: Change) -> None:
        file = self._file(one.path)
        if file.size() != one.offset:
            file.waiting.append((one.offset, None))

    def _sync(self, one: Change) -> None:
        node = self._node(one.path)
        if isinstance(node, _Folder):
            self._sync_folder(node)
        else:
            node.sync()

    # -- names -----------------------------------------------------------------------------------
    def _create(self, one: Change) -> None:
        folder, name = self._place(one.path)
        if name not in folder.now:
            self._step(_Step(folder, name, _File()))

    def _folder(self, one: Change) -> None:
        self._step(_Step(*self._place(one.path), _Folder()))

    def _remove(self, one: Change) -> None:
        self._step(_Step(*self._place(one.path), None))

    def _rename(self, one: Change) -> None:
        gone = self._place(one.path)
        self._step(_Step(*self._place(one.other), gone[0].now[gone[1]], gone))

    def _link(self, one: Change) -> None:
        self._step(_Step(*self._place(one.other), self._node(one.path)))

    def _step(self, step: _Step) -> None:
        self._waiting.append(step)
        _take(step, lambda folder: folder.now)

    # -- what is safe ----------------------------------------------------------------------------
    def _sync_folder(self, folder: _Folder) -> None:
        for step in self._waiting:
            if step.touches(folder):
                _take(step, lambda one: one.safe)
        self._waiting = [one for one in self._waiting if not one.touches(folder)]

    def _sync_all(self) -> None:
        for step in self._waiting:
            _take(step, lambda one: one.safe)
        self._waiting.clear()
        for file in _files(self._top):
            file.sync()

    # -- places ----------------------------------------------------------------------------------
    def _node(self, path: str) -> _File | _Folder:
        if path == self._root:
            return self._top
        folder, name = self._place(path)
        return folder.now[name]

    def _file(self, path: str) -> _File:
        node = self._node(path)
        if not isinstance(node, _File):
            raise TypeError(path)
        return node

    def _place(self, path: str) -> tuple[_Folder, str]:
        *between, name = path.removeprefix(f"{self._root}/").split("/")
        folder = self._top
        for part in between:
            node = folder.now[part]
            if not isinstance(node, _Folder):
                raise TypeError(path)
            folder = node
        return folder, name


def _read(path: Path) -> _Folder:
    names: dict[str, _File | _Folder] = {
        one.name: _read(one) if one.is_dir() else _File(bytearray(one.read_bytes()))
        for one in path.iterdir()
        if not one.name.endswith("-shm")
    }
    return _Folder(dict(names), names)


def _take(step: _Step, names_of: NamesOf) -> None:
    if step.gone:
        names_of(step.gone[0]).pop(step.gone[1], None)
    if step.node is None:
        names_of(step.folder).pop(step.name, None)
    else:
        names_of(step.folder)[step.name] = step.node


def _files(folder: _Folder) -> Iterator[_File]:
    for node in folder.now.values():
        if isinstance(node, _File):
            yield node
        else:
            yield from _files(node)


def _write(
    folder: _Folder,
    target: Path,
    names: dict[int, dict[str, _File | _Folder]],
    chance: random.Random,
) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for name, node in names.get(id(folder), folder.safe).items():
        if isinstance(node, _Folder):
            _write(node, target / name, names, chance)
        else:
            (target / name).write_bytes(node.found(chance))


def _arrived(
    waiting: list[tuple[int, bytes | None]], chance: random.Random
) -> list[tuple[int, bytes | None]]:
    """A part of what was written: nothing, all, the first so much, or any sectors."""
    how = chance.randrange(4)
    if how < 2:
        return waiting if how else []
    pieces = [piece for one in waiting for piece in _sectors(*one)]
    if how == 2:
        return pieces[: chance.randint(0, len(pieces))]
    return [piece for piece in pieces if chance.random() < 0.5]


def _apply(content: bytearray, offset: int, data: bytes | None) -> None:
    if data is None:
        del content[offset:]
    content.extend(bytes(max(0, offset - len(content))))
    if data is not None:
        content[offset : offset + len(data)] = data


def _sectors(offset: int, data: bytes | None) -> Iterator[tuple[int, bytes | None]]:
    if data is None:
        yield offset, None
        return
    end = offset + len(data)
    while offset < end:
        stop = min(end, (offset // SECTOR + 1) * SECTOR)
        yield offset, data[: stop - offset]
        data, offset = data[stop - offset :], stop
