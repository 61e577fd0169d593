"""Starts commands of `timebok` quickly, and lets them be stopped at any instant."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

HANGS_AFTER = 120.0
"""Seconds after which a command counts as hanging, and is killed."""


@dataclass
class Command:
    """A command line with its streams. `stopped` leaves it stopped before its first step."""

    words: Sequence[str]
    folder: Path
    name: str = "command"
    stdin: Path = Path(os.devnull)
    environment: Mapping[str, str] = field(default_factory=dict)
    stopped: bool = False

    @property
    def out(self) -> Path:
        """Where its standard output goes."""
        return self.folder / f"{self.name}.out"

    @property
    def err(self) -> Path:
        """Where its standard error goes."""
        return self.folder / f"{self.name}.err"

    def request(self) -> dict[str, Any]:
        """What the server needs to know."""
        return {
            "words": list(self.words),
            "streams": [str(self.stdin), str(self.out), str(self.err)],
            "environment": dict(self.environment),
            "stopped": self.stopped,
        }


class Ran:
    """How a command went. `code` is negative where a signal ended it."""

    def __init__(self, command: Command, code: int) -> None:
        self.code = code
        self.out = command.out.read_bytes() if command.out.exists() else b""
        self.err = command.err.read_text("utf-8", "replace") if command.err.exists() else ""

    @property
    def documents(self) -> list[Any]:
        """The JSON documents on its standard output; a line cut short is left out."""
        return documents_in(self.out)


def documents_in(out: bytes) -> list[Any]:
    """The JSON documents of an output; a line cut short is left out."""
    return [json.loads(line) for line in out.split(b"\n")[:-1] if line.startswith(b"{")]


class Server:
    """The process that forks. Close it when done."""

    def __init__(self) -> None:
        requests_read, requests = os.pipe()
        answers, answers_write = os.pipe()
        script = Path(__file__).with_name("serving.py")
        self._process = subprocess.Popen(
            [sys.executable, str(script), str(requests_read), str(answers_write)],
            pass_fds=(requests_read, answers_write),
            stdin=subprocess.DEVNULL,
        )
        os.close(requests_read)
        os.close(answers_write)
        self._requests = os.fdopen(requests, "wb", buffering=0)
        self._answers = os.fdopen(answers, "rb")
        self._running: set[int] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        _kill_all(list(self._running))
        self._requests.close()
        self._process.wait()
        self._answers.close()

    def begin(self, *commands: Command) -> list[int]:
        """Start them all; their process ids."""
        for command in commands:
            command.out.unlink(missing_ok=True)
            command.err.unlink(missing_ok=True)
        self._requests.write(json.dumps([one.request() for one in commands]).encode() + b"\n")
        children: list[int] = self._answer()
        self._running.update(children)
        return children

    def end(self, commands: Sequence[Command], children: Sequence[int]) -> list[Ran]:
        """Wait for all that were started; how each went."""
        watch = threading.Timer(HANGS_AFTER, _kill_all, [children])
        watch.start()
        codes = dict(self._answer() for _ in children)
        watch.cancel()
        self._running.difference_update(children)
        return [Ran(one, codes[child]) for one, child in zip(commands, children, strict=True)]

    def run(self, command: Command) -> Ran:
        """Run one command to its end."""
        return self.end([command], self.begin(command))[0]

    def run_and_kill(self, command: Command, after: float) -> Ran:
        """Run one command and kill it and all it has started after so many seconds."""
        children = self.begin(command)
        time.sleep(after)
        kill_group(children[0])
        return self.end([command], children)[0]

    def _answer(self) -> Any:
        line = self._answers.readline()
        if not line:
            message = "the serving process has ended"
            raise RuntimeError(message)
        return json.loads(line)


def _kill_all(children: Sequence[int]) -> None:
    for child in children:
        kill_group(child)


def kill_group(child: int) -> None:
    """Kill a command with everything that it has started."""
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:  # before it has a group of its own, or after its end
        try:
            os.kill(child, signal.SIGKILL)
        except ProcessLookupError:
            return
