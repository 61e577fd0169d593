"""JSON read strictly: no doubled keys, no NaN, no endless nesting, UTF-8 only.

`json.loads` takes all of these; a signed document must mean the same to every reader.
"""

from __future__ import annotations

import json
from typing import Any


def loads(content: bytes) -> Any:
    """The value that `content` holds; ValueError where it is no strict JSON."""
    try:
        return json.loads(
            content.decode("utf-8"),
            object_pairs_hook=_without_doubles,
            parse_constant=_refuse_constant,
        )
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
