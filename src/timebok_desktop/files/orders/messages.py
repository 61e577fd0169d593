"""What the reading process tells, as bytes: plain data only, since a file may have got at it.

A message is its kind, the length of what follows, and that as `marshal` writes it: several times
as fast as `pickle`, and without a way to run anything.
"""

from __future__ import annotations

import marshal
import os
import struct
from enum import IntEnum
from typing import IO, Any

from timebok_desktop.domain.errors import NotFoundError, UnreadableError
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.problems import Problem
from timebok_desktop.services.ports_files import Part

_HEAD = struct.Struct("<BQ")
_LENGTH = struct.Struct("<Q")
_WITHOUT_REFERENCES = 2
"""The version of `marshal` that does not look for what is the same; the quickest to write."""


class Told(IntEnum):
    """Kinds of messages."""

    ORDERS = 1
    PROBLEM = 2
    PART = 3
    REFUSED = 4
    DEFECT = 5
    END = 6


def written(kind: Told, data: Any) -> bytes:
    """A message as bytes."""
    body = marshal.dumps(data, _WITHOUT_REFERENCES)
    return _HEAD.pack(kind, len(body)) + body


def next_message(source: IO[bytes]) -> tuple[Told, Any] | None:
    """The next message; None where the other side ended, be it in the middle of one."""
    head = source.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    body = source.read(length)
    return (Told(kind), marshal.loads(body)) if len(body) == length else None  # noqa: S302


def framed(request: bytes) -> bytes:
    """A request to the reading process, with its length in front."""
    return _LENGTH.pack(len(request)) + request


def next_request(source: IO[bytes]) -> bytes | None:
    """The next request; None where nobody asks any more."""
    head = source.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    request = source.read(length)
    return request if len(request) == length else None


def write_all(target: int, data: bytes) -> None:
    """Write all of it to a pipe."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(target, rest) :]


def item_written(item: list[Any] | Problem | Part) -> bytes:
    """Orders, a problem or a part as bytes."""
    if isinstance(item, Problem):
        plain = (item.at, item.code, _plain(item.phrase), item.refuses)
        return written(Told.PROBLEM, plain)
    if isinstance(item, Part):
        return written(Told.PART, (item.name, item.sha256, item.format))
    return written(Told.ORDERS, item)


def item_of(kind: Told, data: Any) -> list[Any] | Problem | Part:
    """The same from its message."""
    if kind is Told.PROBLEM:
        at, code, phrase, refuses = data
        return Problem(at, code, _phrase(phrase), refuses)
    if kind is Told.PART:
        return Part(*data)
    orders: list[Any] = data
    return orders


def refusal_written(error: UnreadableError | NotFoundError) -> bytes:
    """The refusal of the whole file as bytes."""
    code, at = (error.code, error.at) if isinstance(error, UnreadableError) else ("not-found", "")
    return written(Told.REFUSED, (code, at, _plain(error.phrase)))


def refusal_of(data: Any) -> UnreadableError:
    """The same from its message."""
    code, at, (nb, nn, values) = data
    told = {name: _spoken(value) for name, value in values.items()}
    return UnreadableError(nb, nn, code=code, at=at, **told)


def _plain(phrase: Phrase) -> tuple[str, str, dict[str, Any]]:
    values = phrase.values.items()
    return phrase.nb, phrase.nn, {name: _plain_value(value) for name, value in values}


def _plain_value(value: object) -> Any:
    if isinstance(value, Phrase):
        return _plain(value)
    return value if type(value) in (str, int, float, bool) else str(value)


def _phrase(plain: tuple[str, str, dict[str, Any]]) -> Phrase:
    nb, nn, values = plain
    return Phrase(nb, nn, {name: _spoken(value) for name, value in values.items()})


def _spoken(value: Any) -> object:
    return _phrase(value) if isinstance(value, tuple) else value
