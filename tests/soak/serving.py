"""Runs commands of `timebok`, each in a forked process: the program is loaded once.

A process of its own: `python serving.py REQUESTS ANSWERS` with two file descriptors. A request is a
line of JSON with a list of commands; the answers are their process ids, then a line for each that
ends. Started as a script, because a fork is only safe where no other thread runs.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from collections.abc import Mapping
from typing import Any


def main() -> None:
    """Serve until the requests end."""
    with os.fdopen(int(sys.argv[1]), "rb") as requests:
        answers = int(sys.argv[2])
        _load()
        for line in requests:
            commands = json.loads(line)
            children = [_begin(command, answers) for command in commands]
            _say(answers, children)
            for _ in children:
                process, status = os.wait()
                _say(answers, [process, os.waitstatus_to_exitcode(status)])


def _load() -> None:
    import timebok_desktop.bootstrap  # noqa: PLC0415 - what every command would load again
    import timebok_desktop.cli.run  # noqa: PLC0415
    import timebok_desktop.files.lists.writer  # noqa: PLC0415
    import timebok_desktop.files.orders  # noqa: PLC0415
    import timebok_desktop.files.package.bag  # noqa: PLC0415
    import timebok_desktop.files.receipts  # noqa: PLC0415
    import timebok_desktop.files.registry  # noqa: PLC0415, F401


def _say(answers: int, told: object) -> None:
    os.write(answers, json.dumps(told).encode() + b"\n")


def _begin(command: Mapping[str, Any], answers: int) -> int:
    child = os.fork()
    if child:
        return child
    os.close(answers)
    os.setsid()
    code = 70
    try:
        for descriptor, path in enumerate(command["streams"]):
            flags = os.O_RDONLY if descriptor == 0 else os.O_WRONLY | os.O_CREAT | os.O_TRUNC
            opened = os.open(path, flags, 0o600)
            os.dup2(opened, descriptor)
            os.close(opened)
        os.environ.update(command["environment"])
        if command["stopped"]:
            os.kill(os.getpid(), signal.SIGSTOP)
        from timebok_desktop.cli import main as timebok  # noqa: PLC0415 - loaded already

        code = _exit_code(timebok, command["words"])
    except BaseException:  # noqa: BLE001 - a fork must never go on as its parent
        traceback.print_exc()
    finally:
        os._exit(code)


def _exit_code(timebok: Any, words: list[str]) -> int:
    try:
        code = timebok(words)
    except SystemExit as stop:
        code = int(stop.code or 0)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            return 71  # what Python itself does when it cannot say its last words
    return int(code)


if __name__ == "__main__":
    main()
