"""What the orders of a world mean to each other: the rules that compare orders and set-ups.

A plain look over the whole world, for exactly the four rules of `PAIR_RULES`; it holds numbers
only, so that a million orders fit. It must not ask the rules.
"""

from __future__ import annotations

from collections.abc import Iterable

from timebok_desktop.domain.codes import Kind
from timebok_desktop.services.synthesis import rule_codes as rules
from timebok_desktop.services.synthesis.draft import BaseConfiguration, Draft
from timebok_desktop.services.synthesis.invented import CATEGORIES

_SEVERAL = -1
_MUNICIPALITIES = 10_000
_KINDS = (Kind.ACTIVATE, Kind.CHANGE, Kind.DEACTIVATE)
_CATEGORY_NUMBER = {category: number for number, category in enumerate(CATEGORIES)}


class Neighbours:
    """Who else names the same HER-id and category, in orders and in earlier set-ups."""

    def __init__(self) -> None:
        self._orders: dict[int, int] = {}
        self._set_up: dict[int, int] = {}
        self._configured: set[int] = set()
        self._seen: set[int] = set()
        self._seen_again: set[int] = set()

    def note(self, draft: Draft) -> None:
        """Take an open order into account."""
        use, municipality = _use(draft), _municipality(draft)
        if use is None or municipality is None:
            return
        _remember(self._orders, use, municipality)
        order = _order(use, municipality, draft.kind)
        (self._seen_again if order in self._seen else self._seen).add(order)

    def note_bases(self, bases: Iterable[BaseConfiguration]) -> None:
        """Take what is set up already into account."""
        for base in bases:
            use = _use_number(base.her_id, base.category)
            municipality = int(base.municipality_number)
            _remember(self._set_up, use, municipality)
            self._configured.add(use * _MUNICIPALITIES + municipality)

    def rules(self, draft: Draft) -> set[str]:
        """The pair rules that must fire for an order of this world."""
        found: set[str] = set()
        use, municipality = _use(draft), _municipality(draft)
        if use is None or municipality is None:
            return found
        if _order(use, municipality, draft.kind) in self._seen_again:
            found.add(rules.DUPLICATE_ORDER)
        in_use = self._orders.get(use, municipality) != municipality
        if in_use or self._set_up.get(use, municipality) != municipality:
            found.add(rules.HER_IN_USE)
        configured = use * _MUNICIPALITIES + municipality in self._configured
        if configured and draft.kind is Kind.ACTIVATE:
            found.add(rules.ALREADY_CONFIGURED)
        if not configured and draft.kind is not Kind.ACTIVATE:
            found.add(rules.CHANGE_WITHOUT_BASE)
        return found


def _use(draft: Draft) -> int | None:
    if draft.known_her_id is None or not draft.known_category:
        return None
    return _use_number(draft.known_her_id, draft.known_category)


def _use_number(her_id: int, category: str) -> int:
    return her_id * len(CATEGORIES) + _CATEGORY_NUMBER[category]


def _municipality(draft: Draft) -> int | None:
    return int(draft.known_municipality) if draft.known_municipality else None


def _order(use: int, municipality: int, kind: Kind) -> int:
    return (use * _MUNICIPALITIES + municipality) * len(_KINDS) + _KINDS.index(kind)


def _remember(uses: dict[int, int], use: int, municipality: int) -> None:
    known = uses.setdefault(use, municipality)
    if known != municipality:
        uses[use] = _SEVERAL
