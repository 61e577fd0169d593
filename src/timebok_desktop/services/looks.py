"""What a caseworker had before their eyes when approving. A light module: the window needs it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple


class Look(NamedTuple):
    """What was `shown` (`Case.shown`), the rules whose findings were opened, and the points that
    were ticked, by the rule whose checklist they are of."""

    shown: str
    seen: Collection[str] = ()
    ticked: Mapping[str, Collection[str]] = {}
