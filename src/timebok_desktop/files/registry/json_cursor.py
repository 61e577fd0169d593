"""A place in a stream of JSON text: looks ahead and takes one value at a time.

The text is never held as a whole: a value is decoded as soon as it is complete. The standard
library's decoder on complete values is more than twice as fast as a streaming parser here.
"""

from __future__ import annotations

import codecs
import json
import re

from timebok_desktop.files.registry import failures
from timebok_desktop.files.registry.failures import DamagedError, Progress
from timebok_desktop.files.registry.source import PIECE, ByteSource

LARGEST_VALUE = 64 * 1024 * 1024
"""Characters; a party of the full shape has four thousand."""

_SPACE = re.compile(r"[ \t\r\n]*")
_BEGUN = re.compile(r"t(ru?)?|f(a(ls?)?)?|n(ul?)?|N(a)?|-?I?[nfity]*|-|\.|[eE][+-]?")
_NEAR_THE_END = 16
"""Characters that an unfinished literal, number or escape can have."""


def _integer(digits: str) -> int | str:
    """Numbers longer than Python converts are nobody's HER-id: they stay text."""
    try:
        return int(digits)
    except ValueError:
        return digits


_decode = json.JSONDecoder().raw_decode
_decode_long_numbers = json.JSONDecoder(parse_int=_integer).raw_decode


class JsonCursor:
    """Takes JSON values from a byte source, in order."""

    def __init__(self, source: ByteSource, progress: Progress) -> None:
        self._source = source
        self._progress = progress
        self._utf8 = codecs.getincrementaldecoder("utf-8")()
        self._text = ""
        self._at = 0
        self._ended = False
        self._line = 1
        self._counted = 0

    @property
    def line(self) -> int:
        """The line of the present place, from 1."""
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    def peek(self) -> str:
        """The next character that is no space, "" at the end of the file."""
        while True:
            matched = _SPACE.match(self._text, self._at)
            self._at = matched.end() if matched else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if self._ended:
                return ""
            self._read_on()

    def take(self, expected: str) -> None:
        """Go past one of the characters `expected`, which must come next."""
        found = self.peek()
        if not found:
            raise failures.cut_off(self._progress)
        if found not in expected:
            raise DamagedError
        self._at += 1

    def value(self) -> object:
        """The next value, whole."""
        if not self.peek():
            raise failures.cut_off(self._progress)
        while True:
            try:
                value, end = self._decoded()
            except json.JSONDecodeError as error:
                self._read_on_after(error)
                continue
            except RecursionError:
                raise DamagedError from None
            if self._ended or end < len(self._text) - _NEAR_THE_END or isinstance(value, dict):
                self._at = end
                return value
            self._read_on()  # a number may go on in the next piece

    def ends_with_this_line(self) -> bool:
        """Whether nothing but spaces stands between here and the end of the line."""
        line = self.line
        return not self.peek() or self.line > line

    def skip_broken_line(self, *, lines_known: bool) -> bool:
        """Go to the next line, if this one is one broken object of a file with one on each line."""
        while (end := self._text.find("\n", self._at)) < 0 and not self._ended:
            self._read_on()
        end = len(self._text) if end < 0 else end
        closed = self._text[self._at : end].rstrip().endswith("}")
        self._at = end
        return (closed or lines_known) and self.peek() in {"", "{"}

    def _decoded(self) -> tuple[object, int]:
        try:
            return _decode(self._text, self._at)
        except json.JSONDecodeError:
            raise
        except ValueError:  # an integer of more digits than Python converts
            return _decode_long_numbers(self._text, self._at)

    def _read_on_after(self, error: json.JSONDecodeError) -> None:
        """More text where the value may only be unfinished; else it is damaged or cut off."""
        unterminated = error.msg.startswith("Unterminated string")
        rest = self._text[error.pos :]
        if not self._ended:
            if not unterminated and len(rest) > _NEAR_THE_END:
                raise DamagedError
            self._read_on()
        elif unterminated or not rest or _BEGUN.fullmatch(rest) or "escape" in error.msg:
            raise failures.cut_off(self._progress)
        else:
            raise DamagedError

    def _read_on(self) -> None:
        """Drop what is done and add at least as much text as is left, so growing stays linear."""
        left = len(self._text) - self._at
        if left > LARGEST_VALUE:
            raise failures.too_large(self._progress)
        self._line = self.line
        pieces = [self._text[self._at :]]
        added = 0
        while not self._ended and added <= max(left, PIECE // 2):
            piece = self._source.read()
            self._ended = not piece
            pieces.append(self._decoded_text(piece))
            added += len(pieces[-1])
        self._text = "".join(pieces)
        self._at = self._counted = 0

    def _decoded_text(self, piece: bytes) -> str:
        try:
            return self._utf8.decode(piece, final=not piece)
        except UnicodeDecodeError:
            cause = failures.damaged if piece else failures.cut_off
            raise cause(self._progress) from None
