"""The other side of `reading_process`: reads the files it is handed and tells what is in them.

Started as a module. Its stdin brings requests, each with the content of its file behind it, and
stays open for as long as somebody may want an answer, which goes to stdout. It opens no file: it
could not (`confinement`).
"""

from __future__ import annotations

import io
import os
import pickle
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Iterator
from pathlib import PurePath

from timebok_desktop.domain.errors import NotFoundError, UnreadableError
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.files.orders import confinement, messages
from timebok_desktop.files.orders.excerpt import excerpt_of
from timebok_desktop.files.orders.messages import Content, CutShortError, Told
from timebok_desktop.files.orders.reader import OrderFileReader
from timebok_desktop.files.orders.reading_process import Request

_AHEAD = 16
"""Messages that wait for the other process while it stores; then reading waits too."""

_BATCH = 500
"""Orders in a message: so few that they stay in the cache until they are written."""

_PIECE = 2**18
_FRAMES = 6
_STDOUT = 1
_ENDED = 1


def main() -> None:
    """Read one file after the other, as stdin asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other process decides when to stop
    confinement.leave_network()
    waiting: queue.Queue[bytes] = queue.Queue(_AHEAD)
    writing = threading.Thread(target=_write, args=(waiting,))
    writing.start()
    confinement.confine()
    try:
        for request in _requests():
            content = Content(sys.stdin.buffer)
            for message in _messages(request, content):
                waiting.put(message)
            content.drain()
    except CutShortError:
        os._exit(_ENDED)  # nobody wants the rest
    waiting.put(b"")
    writing.join()


def _requests() -> Iterator[tuple[OrderFileReader, Request]]:
    """What is asked for; the reader, which remembers, serves as long as the limits are the same."""
    known, tables = b"", ReferenceTables()
    reader: OrderFileReader | None = None
    while (asked := messages.next_request(sys.stdin.buffer)) is not None:
        request, written = pickle.loads(asked)  # noqa: S301 - from who started us
        if written != known:
            known, tables = written, pickle.loads(written)  # noqa: S301 - as above
        if reader is None or reader.limits != request.limits:
            reader = OrderFileReader(request.limits)
        yield reader, request._replace(tables=tables)


def _messages(asked: tuple[OrderFileReader, Request], content: Content) -> Iterator[bytes]:
    reader, request = asked
    confinement.allow(request.limits.allowance(request.size))
    try:
        source = io.BufferedReader(content, _PIECE)
        if request.place:
            found = excerpt_of(request.kind, source.read(), request.place, request.field, reader)
            yield messages.excerpt_written(found)
        for item in (
            ()
            if request.place
            else reader.prepare_content(
                source, request.kind, request.glance, request.tables, request.today, _BATCH
            )
        ):
            yield messages.item_written(item)
        last = messages.written(Told.END, None)
    except (UnreadableError, NotFoundError) as error:
        last = messages.refusal_written(error)
    except CutShortError:
        raise
    except MemoryError:
        last = messages.written(Told.NO_MEMORY, None)
    except Exception as error:  # noqa: BLE001 - the other process reports our defects
        last = messages.written(Told.DEFECT, _told(error))
    confinement.rest()
    yield last


def _told(error: Exception) -> str:
    """What failed and where, in our own code; no value of the file is in it."""
    frames = traceback.extract_tb(error.__traceback__, -_FRAMES)
    places = [f"{PurePath(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return " < ".join([type(error).__name__, *reversed(places)])


def _write(waiting: queue.Queue[bytes]) -> None:
    """Write messages while the next ones are being made; end where nobody takes them."""
    try:
        while message := waiting.get():
            messages.write_all(_STDOUT, message)
    except OSError:
        os._exit(_ENDED)


if __name__ == "__main__":
    main()
