"""The other side of `reading_process`: reads the files it is asked for and tells what is in them.

Started as a module. Its stdin brings the requests and stays open for as long as somebody may want
an answer, which goes to stdout.
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
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.files.orders import messages
from timebok_desktop.files.orders.messages import Told
from timebok_desktop.files.orders.reader import OrderFileReader
from timebok_desktop.files.orders.reading_process import Request

_AHEAD = 16
"""Messages that wait for the other process while it stores; then reading waits too."""

_BATCH = 500
"""Orders in a message: so few that they stay in the cache until they are written."""

_STDOUT = 1


def main() -> None:
    """Read one file after the other, as stdin asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other process decides when to stop
    requests: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
    is_reading = threading.Event()
    threading.Thread(target=_listen, args=(requests, is_reading), daemon=True).start()
    waiting: queue.Queue[bytes] = queue.Queue(_AHEAD)
    writing = threading.Thread(target=_write, args=(waiting,))
    writing.start()
    reader = OrderFileReader()
    while (request := requests.get()) is not None:
        for message in _messages(reader, request, is_reading):
            waiting.put(message)
    waiting.put(b"")
    writing.join()


def _messages(
    reader: OrderFileReader, request: Request, is_reading: threading.Event
) -> Iterator[bytes]:
    path, kind, tables, today = request.path, request.kind, request.tables, request.today
    try:
        for item in reader.prepare_here(path, kind, tables, today, _BATCH):
            yield messages.item_written(item)
        last = messages.written(Told.END, None)
    except (UnreadableError, NotFoundError) as error:
        last = messages.refusal_written(error)
    except Exception:  # noqa: BLE001 - the other process reports our defects
        last = messages.written(Told.DEFECT, traceback.format_exc())
    is_reading.clear()
    yield last


def _write(waiting: queue.Queue[bytes]) -> None:
    """Write messages while the next ones are being made; end where nobody takes them."""
    try:
        while message := waiting.get():
            messages.write_all(_STDOUT, message)
    except OSError:
        os._exit(1)


def _listen(requests: queue.SimpleQueue[Request | None], is_reading: threading.Event) -> None:
    """The process that asks holds our stdin open, and cannot fail to let it go when it ends."""
    known, tables = b"", ReferenceTables()
    while (asked := messages.next_request(sys.stdin.buffer)) is not None:
        path, kind, today, written = pickle.loads(asked)  # noqa: S301 - from who started us
        if written != known:
            known, tables = written, pickle.loads(written)  # noqa: S301 - as above
        is_reading.set()
        requests.put(Request(path, kind, tables, today))
    if is_reading.is_set():
        os._exit(1)
    requests.put(None)


if __name__ == "__main__":
    main()
