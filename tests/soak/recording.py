"""Reads what strace wrote down of an operation: every change that the disk was told, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from soak import tracing

CALLS = (
    *tracing.WRITING,
    *("open", "openat", "creat", "close", "dup", "dup2", "dup3", "lseek", "read"),
    *("copy_file_range", "sendfile"),
)
OPTIONS = ("-y", "-xx", "-s", "40000000", "-e", f"trace={tracing.named(CALLS)}")


@dataclass(frozen=True)
class Change:
    """A change of the disk: `kind` is write, truncate, create, rename, link, remove, folder, sync
    (of a file or folder) or sync-all; `said` is what went to standard output.
    """

    kind: str
    path: str = ""
    data: bytes = b""
    offset: int = 0
    other: str = ""


_LINE = re.compile(r"^(\d+) +(.*)$")
_CALL = re.compile(r"^(\w+)\((.*)\) += (-?\d+|\?)(?:<(.*)>)?(?: .*)?$")
_DESCRIPTOR = re.compile(r"^(-?\d+|AT_FDCWD)(?:<(.*)>)?$")
_UNFINISHED = " <unfinished ...>"


def changes(log: Path) -> list[Change]:
    """The changes of a recorded operation, in order."""
    return list(_Reader().read(log))


class _Reader:
    """Follows the descriptors of every process."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, int], int] = {}
        self._appends: set[tuple[str, int]] = set()

    def read(self, log: Path) -> Iterator[Change]:
        for thread, call in _whole_calls(log):
            matched = _CALL.match(call)
            if matched is None or matched[3] in {"?", "-1"}:
                continue
            arguments = _split(matched[2])
            yield from self._change(
                thread, matched[1], arguments, int(matched[3]), _plain(matched[4] or "")
            )

    def _change(
        self, thread: str, call: str, arguments: list[str], answer: int, opened: str
    ) -> Iterator[Change]:
        if call in {"open", "openat", "creat"}:
            yield from self._open(thread, arguments[call == "openat" :], answer, opened)
        elif call in {"copy_file_range", "sendfile"}:
            message = f"{call} leaves no record of what was written"
            raise NotImplementedError(message)
        elif call in {"lseek", "read"}:
            self._move(thread, call, arguments, answer)
        elif call in {"write", "pwrite64"}:
            yield self._write(thread, call, arguments, answer)
        elif call in tracing.DATA:
            if call != "ftruncate":
                raise NotImplementedError(call)
            yield Change("truncate", _path(arguments[0]), offset=int(arguments[1]))
        elif call in tracing.SYNCS:
            kind = "sync-all" if call == "syncfs" else "sync"
            yield Change(kind, _path(arguments[0]))
        elif call in tracing.NAMES:
            yield _name(call, arguments)

    def _open(
        self, thread: str, arguments: list[str], answer: int, opened: str
    ) -> Iterator[Change]:
        flags = arguments[1] if len(arguments) > 1 else "O_CREAT|O_TRUNC"
        self._places[thread, answer] = 0
        self._appends.discard((thread, answer))
        if "O_APPEND" in flags:
            self._appends.add((thread, answer))
        if "O_CREAT" in flags:
            yield Change("create", opened)
        if "O_TRUNC" in flags:
            yield Change("truncate", opened, offset=0)

    def _move(self, thread: str, call: str, arguments: list[str], answer: int) -> None:
        key = (thread, _number(arguments[0]))
        self._places[key] = answer if call == "lseek" else self._places.get(key, 0) + answer

    def _write(self, thread: str, call: str, arguments: list[str], answer: int) -> Change:
        path, data = _path(arguments[0]), _octets(arguments[1])[:answer]
        if call == "pwrite64":
            return Change("write", path, data, int(arguments[3]))
        key = (thread, _number(arguments[0]))
        if key in self._appends:
            return Change("write", path, data, -1)
        offset = self._places.get(key, 0)
        self._places[key] = offset + answer
        return Change("write", path, data, offset)


def _name(call: str, arguments: list[str]) -> Change:
    paths = [_octets(one).decode() for one in arguments if one.startswith('"')]
    folders = [_path(one) for one in arguments if _DESCRIPTOR.match(one) and "<" in one]
    whole = [
        path if path.startswith("/") else f"{folders[min(at, len(folders) - 1)]}/{path}"
        for at, path in enumerate(paths)
    ]
    if call.startswith("rename"):
        return Change("rename", whole[0], other=whole[1])
    if call.startswith("link"):
        return Change("link", whole[0], other=whole[1])
    if call.startswith("mkdir"):
        return Change("folder", whole[0])
    if call.startswith("symlink"):
        raise NotImplementedError(call)
    return Change("remove", whole[0])


def _whole_calls(log: Path) -> Iterator[tuple[str, str]]:
    """Each call on one line; what strace wrote in two halves is put together."""
    halves: dict[str, str] = {}
    for line in log.read_text("ascii").splitlines():
        matched = _LINE.match(line)
        if matched is None:
            continue
        thread, call = matched[1], matched[2]
        if call.endswith(_UNFINISHED):
            halves[thread] = call.removesuffix(_UNFINISHED)
            continue
        if call.startswith("<... "):
            call = halves.pop(thread, "") + call.partition("resumed>")[2]
        yield thread, call


def _split(arguments: str) -> list[str]:
    """At commas; strings are written in hexadecimal, so they hold none."""
    return [one.strip() for one in arguments.split(",")]


def _octets(argument: str) -> bytes:
    text = argument.strip('"')
    return bytes.fromhex(text.replace("\\x", ""))


def _plain(text: str) -> str:
    return bytes.fromhex(text.replace("\\x", "")).decode() if text.startswith("\\x") else text


def _path(argument: str) -> str:
    matched = _DESCRIPTOR.match(argument)
    return _plain(matched[2] or "") if matched else ""


def _number(argument: str) -> int:
    return int(argument.partition("<")[0])
