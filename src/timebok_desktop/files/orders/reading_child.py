"""The other side of `reading_process`: reads one file and tells what stands in it, then ends.

Started as a module. Its stdin brings the request and stays open for as long as somebody wants the
answer, which goes to stdout.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Iterator

from timebok_desktop.domain.errors import NotFoundError, UnreadableError
from timebok_desktop.files.orders import messages
from timebok_desktop.files.orders.messages import Told
from timebok_desktop.files.orders.reader import prepare_here
from timebok_desktop.files.orders.reading_process import Request

_AHEAD = 16
"""Messages that wait for the other process while it stores; then reading waits too."""

_BATCH = 500
"""Orders in a message: so few that they stay in the cache until they are written."""

_STDIN, _STDOUT = 0, 1


def main() -> None:
    """Read the file that stdin names."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other process decides when to stop
    request: Request = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started us
    told_all = threading.Event()
    threading.Thread(target=_end_with_stdin, args=(told_all,), daemon=True).start()
    waiting: queue.Queue[bytes] = queue.Queue(_AHEAD)
    writing = threading.Thread(target=_write, args=(waiting,))
    writing.start()
    for message in _messages(request, told_all):
        waiting.put(message)
    waiting.put(b"")
    writing.join()


def _messages(request: Request, told_all: threading.Event) -> Iterator[bytes]:
    try:
        for item in prepare_here(
            request.path, request.kind, request.tables, request.today, batch=_BATCH
        ):
            yield messages.item_written(item)
        last = messages.written(Told.END, None)
    except (UnreadableError, NotFoundError) as error:
        last = messages.refusal_written(error)
    except Exception:  # noqa: BLE001 - the other process reports our defects
        last = messages.written(Told.DEFECT, traceback.format_exc())
    told_all.set()
    yield last


def _write(waiting: queue.Queue[bytes]) -> None:
    """Write messages while the next ones are being made; end where nobody takes them."""
    try:
        while message := waiting.get():
            messages.write_all(_STDOUT, message)
    except OSError:
        os._exit(1)


def _end_with_stdin(told_all: threading.Event) -> None:
    """The process that wants the answer holds our stdin open, and cannot fail to let it go."""
    while os.read(_STDIN, 1):
        pass
    if not told_all.is_set():
        os._exit(1)


if __name__ == "__main__":
    main()
