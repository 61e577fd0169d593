"""JSON documents of one shape: serialised once, then filled with the texts of each order.

Most of a document is the same for every order. A builder says once how the document of a shape
looks, with slots where its texts belong; what comes out is byte for byte what serialising each
document by itself gives. Knows neither orders nor FHIR.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from json.encoder import encode_basestring
from typing import Any

import orjson

_CANONICAL = orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
_SLOT = re.compile('"\ue000([0-9]+)\ue001"')


def canonical(document: Any) -> bytes:
    """Sorted keys, no spaces, a newline at the end: equal documents are equal bytes."""
    return orjson.dumps(document, option=_CANONICAL)


quoted = encode_basestring
"""A text as a JSON string, spelt as `canonical` spells it."""


def slot(number: int) -> str:
    """What stands in a document in place of value `number`."""
    return f"\ue000{number}\ue001"


class Template:
    """A document with slots for JSON values, ready to be filled."""

    def __init__(self, document: Any) -> None:
        self._pieces = _SLOT.split(canonical(document).decode())
        self._numbers = tuple(map(int, self._pieces[1::2]))

    def fill(self, values: Sequence[str]) -> bytes:
        """The document with `values`, each JSON already."""
        pieces = self._pieces[:]
        pieces[1::2] = [values[number] for number in self._numbers]
        return "".join(pieces).encode()
