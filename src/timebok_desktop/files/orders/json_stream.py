"""JSON read piece by piece and strictly: no NaN, doubled keys found, numbers kept exact.

Knows nothing of orders. A list of any length needs the memory of some elements. Most pieces are
decoded as a whole, and only those in which that could hide something element by element.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, BinaryIO

_SPACE = re.compile(r"[ \t\r\n]*")
_BETWEEN = re.compile(r"\}[ \t\r\n]*,[ \t\r\n]*\Z")
_LONGEST_INTEGER = 1000
_BLOCK = 2**15
"""Bytes that are read at once: so few that what is made of them stays in the cache."""

_LONGEST_ELEMENT = 100 * 2**20
_LONGEST_BETWEEN = 200
_FARTHEST_CUT = 200
_LITERAL = 12
"""Characters after which an error is no mark of a value cut short, such as `fals` or `\\u00e`."""

_EXPONENT = 2
"""Characters behind a number that may belong to it with those that follow, such as `e+`."""

_MOST_AT_ONCE = 1000
"""Elements in a piece whose elements are decoded one by one."""


class NotJsonError(Exception):
    """The text is not JSON; with the place where that is seen, or the byte that is not UTF-8."""

    def __init__(self, line: int = 0, column: int = 0, byte: int = -1) -> None:
        super().__init__("not JSON")
        self.line = line
        self.column = column
        self.byte = byte


@dataclass(frozen=True, slots=True)
class Element:
    """A JSON value and the keys that stand twice anywhere in it."""

    value: Any
    doubled: tuple[str, ...] = ()


@dataclass(slots=True)
class Piece:
    """Elements that follow each other in a list; `doubled` has the keys that stand twice in them,
    by their place in the piece."""

    values: list[Any]
    doubled: dict[int, tuple[str, ...]] = field(default_factory=dict)


class Document:
    """A JSON text. NotJsonError, from the constructor or later, where it is not JSON or is nested
    too deeply.

    `members` are those of a top-level object that have been read so far, without the list that
    was asked for. `inner` is the name of the one object that elements ordinarily have.
    """

    def __init__(self, source: BinaryIO, list_name: str, inner: str) -> None:
        self._text = _Text(source)
        self._list_name = list_name
        self._inner = inner
        self._in_object = False
        self.has_list = False
        self.members: dict[str, Any] = {}
        self.doubled: list[str] = []
        self._begin()

    @property
    def is_list(self) -> bool:
        """Whether the document itself is the list."""
        return self.has_list and not self._in_object

    def pieces(self) -> Iterator[Piece]:
        """The elements of the list; when it is exhausted, the whole document has been read."""
        text = self._text
        more = not text.takes("]")
        while more:
            values = text.whole_objects(self._inner)
            if values:
                yield Piece(values)
                continue
            piece = Piece([])
            while more and len(piece.values) < _MOST_AT_ONCE:
                element = text.value()
                if element.doubled:
                    piece.doubled[len(piece.values)] = element.doubled
                piece.values.append(element.value)
                more = text.goes_on("]")
            yield piece
        if self._in_object and text.goes_on("}"):
            self._rest_of_object()
        text.require_end()

    def _begin(self) -> None:
        if self._text.takes("["):
            self.has_list = True
        elif self._text.takes("{"):
            self._in_object = True
            if not self._text.takes("}"):
                self._rest_of_object()
            if not self.has_list:
                self._text.require_end()
        else:
            self._text.value()
            raise NotJsonError

    def _rest_of_object(self) -> None:
        """Members up to the list, or to the end of the object."""
        more = True
        while more:
            name = self._text.name()
            if name in self.members or (name == self._list_name and self.has_list):
                self.doubled.append(name)
            if name == self._list_name and not self.has_list and self._text.takes("["):
                self.has_list = True
                return
            element = self._text.value()
            self.members[name] = element.value
            self.doubled.extend(element.doubled)
            more = self._text.goes_on("}")


class _Text:
    """A text that is read as far as it is needed, and what has been taken from it."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._bytes = 0
        self._utf8 = codecs.getincrementaldecoder("utf-8-sig")()
        self._at_end = False
        self._text = ""
        self._position = 0
        self._forgotten = 0
        self._slow_until = 0
        self._lines = 0
        self._column = 0
        self._doubled: list[str] = []
        self._fast = json.JSONDecoder(
            parse_constant=_refuse_constant, parse_float=_exact_float, parse_int=_exact_integer
        )
        self._strict = json.JSONDecoder(
            object_pairs_hook=self._object,
            parse_constant=_refuse_constant,
            parse_float=_exact_float,
            parse_int=_exact_integer,
        )

    def takes(self, sign: str) -> bool:
        """Whether the sign comes next; then it is taken."""
        self._skip_space()
        if not self._text.startswith(sign, self._position):
            return False
        self._position += 1
        return True

    def goes_on(self, closing: str) -> bool:
        """Takes the comma before another value, or the closing sign."""
        if self.takes(closing):
            return False
        if not self.takes(","):
            raise self._error(self._position)
        return True

    def name(self) -> str:
        """Takes the name of a member and the colon."""
        self._skip_space()
        if not self._text.startswith('"', self._position):
            raise self._error(self._position)
        name = str(self.value().value)
        if not self.takes(":"):
            raise self._error(self._position)
        return name

    def require_end(self) -> None:
        """Nothing more may follow."""
        self._skip_space()
        if self._position < len(self._text):
            raise self._error(self._position)

    def value(self) -> Element:
        """Takes a value of any kind."""
        self._skip_space()
        while True:
            self._doubled.clear()
            try:
                value, end = self._strict.raw_decode(self._text, self._position)
            except json.JSONDecodeError as error:
                if self._at_end or not self._is_cut_short(error):
                    raise self._error(error.pos) from error
            except (ValueError, RecursionError) as error:
                raise NotJsonError from error
            else:
                if self._at_end or end < len(self._text) - _EXPONENT:
                    self._position = end
                    return Element(value, tuple(self._doubled))
            self._read()

    def whole_objects(self, inner: str) -> list[dict[str, Any]]:
        """Takes as many objects as are there as a whole, each with a comma behind it; none where
        that could hide something.

        The text up to the comma is a list of elements exactly if it can be decoded as one. No key
        stands twice if there are no more colons behind names in the text than members.
        """
        if self._forgotten + self._position < self._slow_until:
            return []
        if len(self._text) - self._position < _BLOCK:
            self._read()
        cut = self._cut()
        values = self._objects(self._text[self._position : cut[0]], inner) if cut else []
        if cut and values:
            self._position = cut[1]
        else:
            self._slow_until = self._forgotten + len(self._text)
        return values

    def _objects(self, text: str, inner: str) -> list[dict[str, Any]]:
        try:
            values: list[Any] = self._fast.decode(f"[{text}]")
        except (ValueError, RecursionError):
            return []
        if not all(type(value) is dict for value in values):
            return []
        members = sum(map(len, values)) + sum(
            len(found) for value in values if type(found := value.get(inner)) is dict
        )
        colons = sum(text.count(f"{sign}:") for sign in '" \t\n\r' if sign in text)
        return values if members == colons else []

    def _cut(self) -> tuple[int, int] | None:
        """Where the last object ends that is followed by a comma and another one, and where that
        one begins, for all that can be seen."""
        begin = len(self._text)
        for _ in range(_FARTHEST_CUT):
            begin = self._text.rfind("{", self._position + 1, begin)
            if begin < 0:
                return None
            before = max(self._position, begin - _LONGEST_BETWEEN)
            if found := _BETWEEN.search(self._text[before:begin]):
                return before + found.start() + 1, begin
        return None

    def _skip_space(self) -> None:
        while True:
            found = _SPACE.match(self._text, self._position)
            self._position = found.end() if found else self._position
            if self._position < len(self._text) or self._at_end:
                return
            self._read()

    def _read(self) -> None:
        """Forgets what has been taken and reads at least as much as is still there."""
        if self._at_end:
            return
        self._forget()
        if len(self._text) > _LONGEST_ELEMENT:
            raise NotJsonError
        block = self._source.read(max(_BLOCK, len(self._text)))
        self._bytes += len(block)
        self._at_end = not block
        try:
            self._text += self._utf8.decode(block, final=self._at_end)
        except UnicodeDecodeError as error:
            raise NotJsonError(byte=self._bytes - len(error.object) + error.start) from error

    def _forget(self) -> None:
        taken = self._text[: self._position]
        lines = taken.count("\n")
        self._forgotten += self._position
        self._lines += lines
        self._column = len(taken) - taken.rfind("\n") - 1 + (0 if lines else self._column)
        self._text = self._text[self._position :]
        self._position = 0

    def _is_cut_short(self, error: json.JSONDecodeError) -> bool:
        return error.msg.startswith("Unterminated") or error.pos > len(self._text) - _LITERAL

    def _error(self, position: int) -> NotJsonError:
        before = self._text[:position]
        lines = before.count("\n")
        column = position - before.rfind("\n") + (0 if lines else self._column)
        return NotJsonError(self._lines + lines + 1, column)

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) != len(pairs):
            names = [name for name, _ in pairs]
            self._doubled.extend(name for name in members if names.count(name) > 1)
        return members


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _exact_float(text: str) -> float | str:
    """The number, or its text where a float would not be the same number."""
    number = float(text)
    try:
        exact = Decimal(text) == Decimal(repr(number))
    except ArithmeticError:
        exact = False
    return number if exact else text


def _exact_integer(text: str) -> int | str:
    return int(text) if len(text) <= _LONGEST_INTEGER else text
