"""JSON read element by element and strictly: no NaN, doubled keys found, numbers kept exact.

Knows nothing of orders. A list of any length needs the memory of one element; what comes after the
list is checked before the first element is given out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

_SPACE = re.compile(r"[ \t\n\r]*")
_LONGEST_INTEGER = 1000


@dataclass(frozen=True, slots=True)
class Element:
    """A JSON value and the keys that stand twice anywhere in it."""

    value: Any
    doubled: tuple[str, ...]


class Document:
    """A JSON text. ValueError from the constructor where it is not JSON, or nested too deeply.

    `members` are those of a top-level object, without the list that was asked for.
    """

    def __init__(self, text: str, list_name: str) -> None:
        self._text = text
        self._doubled: list[str] = []
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._object,
            parse_constant=_refuse_constant,
            parse_float=_exact_float,
            parse_int=_exact_integer,
        )
        self._list_start: int | None = None
        self._list_name = list_name
        self.members: dict[str, Any] = {}
        self.doubled: tuple[str, ...] = ()
        self._survey()

    @property
    def has_list(self) -> bool:
        """Whether there is a list of elements: the whole document, or the member asked for."""
        return self._list_start is not None

    @property
    def is_list(self) -> bool:
        """Whether the document itself is the list."""
        return self._list_start is not None and self._text[: self._list_start].strip() == ""

    def elements(self) -> Iterator[Element]:
        """The elements of the list."""
        if self._list_start is not None:
            for element, _ in self._in_list(self._list_start):
                yield element

    def _survey(self) -> None:
        start = self._after_space(0)
        sign = self._text[start : start + 1]
        if sign == "[":
            self._list_start = start
            end = self._end_of_list(start)
        elif sign == "{":
            end = self._in_object(start)
        else:
            _, end = self._value(start)
            raise ValueError("neither an object nor a list")
        if self._after_space(end) != len(self._text):
            raise json.JSONDecodeError("more text after the end", self._text, end)

    def _in_object(self, start: int) -> int:
        position = self._after_space(start + 1)
        if self._sign(position) == "}":
            return position + 1
        doubled: list[str] = []
        while True:
            name, position = self._name(position)
            if name in self.members or (name == self._list_name and self.has_list):
                doubled.append(name)
            if name == self._list_name and self._sign(position) == "[" and not self.has_list:
                self._list_start = position
                position = self._end_of_list(position)
            else:
                element, position = self._value(position)
                self.members[name] = element.value
                doubled.extend(element.doubled)
            position, more = self._after_comma(position, "}")
            if not more:
                self.doubled = tuple(doubled)
                return position

    def _name(self, position: int) -> tuple[str, int]:
        if self._sign(position) != '"':
            raise json.JSONDecodeError("a name in quotation marks is missing", self._text, position)
        element, end = self._value(position)
        colon = self._after_space(end)
        if self._sign(colon) != ":":
            raise json.JSONDecodeError("a colon is missing", self._text, colon)
        return str(element.value), self._after_space(colon + 1)

    def _end_of_list(self, start: int) -> int:
        end = self._after_space(start + 1) + 1
        for _, position in self._in_list(start):
            end, _more = self._after_comma(position, "]")
        return end

    def _in_list(self, start: int) -> Iterator[tuple[Element, int]]:
        position = self._after_space(start + 1)
        more = self._sign(position) != "]"
        while more:
            element, end = self._value(position)
            yield element, end
            position, more = self._after_comma(end, "]")

    def _after_comma(self, position: int, closing: str) -> tuple[int, bool]:
        position = self._after_space(position)
        sign = self._sign(position)
        if sign == closing:
            return position + 1, False
        if sign != ",":
            raise json.JSONDecodeError("a comma is missing", self._text, position)
        return self._after_space(position + 1), True

    def _value(self, position: int) -> tuple[Element, int]:
        self._doubled.clear()
        try:
            value, end = self._decoder.raw_decode(self._text, position)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        return Element(value, tuple(self._doubled)), end

    def _sign(self, position: int) -> str:
        return self._text[position : position + 1]

    def _after_space(self, position: int) -> int:
        found = _SPACE.match(self._text, position)
        return found.end() if found else position

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
