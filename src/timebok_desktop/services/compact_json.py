"""JSON with nothing to spare, as it is stored."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date


def _as_json(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Sequence):
        return list(value)
    raise TypeError(type(value).__name__)


_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_as_json)


def compact(value: object) -> str:
    """The value as compact JSON; days and moments as ISO texts."""
    return _encoder.encode(value)
