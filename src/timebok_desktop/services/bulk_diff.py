"""The combined difference of a decision on many orders: what becomes of which configurations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timebok_desktop.domain.codes import Kind, Status
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.configuration_changes import form_code
from timebok_desktop.services.ports_bulk import Difference, Move, SetUp
from timebok_desktop.services.views import BulkChange, BulkOrder, Effect

_FIELDS = ("scheme", "form", "vendor", "system", "desired_from")
_EFFECTS = tuple(Effect)


class _Sort(NamedTuple):
    """What the orders of one line have in common."""

    effect: int
    kind: str
    category: str
    form: str
    form_before: str = ""
    fields: tuple[str, ...] = ()


def combined(
    moves: Sequence[Move],
    differences: Sequence[Difference],
    tables: ReferenceTables,
    action: Action,
) -> tuple[BulkChange, ...]:
    """The lines of the difference; an order sees what those before it bring about."""
    compared = _Comparison(tables)
    lines: dict[_Sort, list[BulkOrder]] = {}
    places: dict[_Sort, set[str]] = {}
    for move, difference in zip(moves, differences, strict=True):
        if action is Action.APPROVE:
            sort = compared.sort_of(move, difference)
        else:
            goes = move.state.status == Status.APPROVED
            sort = _plain(move, Effect.TAKEN_BACK if goes else Effect.NONE)
        member = BulkOrder(
            move.state.id,
            move.state.reference,
            difference.municipality_number,
            difference.municipality_name,
        )
        lines.setdefault(sort, []).append(member)
        places.setdefault(sort, set()).add(difference.municipality)
    return tuple(
        BulkChange(
            Kind(sort.kind),
            sort.category,
            sort.form,
            len(members),
            _EFFECTS[sort.effect],
            len(places[sort]),
            sort.form_before,
            sort.fields,
            tuple(members),
        )
        for sort, members in sorted(lines.items())
    )


class _Comparison:
    """What approvals bring about, one after the other."""

    def __init__(self, tables: ReferenceTables) -> None:
        self._tables = tables
        self._codes: dict[tuple[str, str], str] = {}
        self._now: dict[tuple[str, int, str], SetUp | None] = {}

    def sort_of(self, move: Move, difference: Difference) -> _Sort:
        """What the approval of an order does."""
        state = move.state
        key = (difference.municipality, state.her_id, state.category_key)
        before = self._now.get(key, difference.current)
        if state.kind == Kind.DEACTIVATE:
            self._now[key] = None
            return _plain(move, Effect.ENDED if before else Effect.SAME)
        asked = difference.asked
        after = (asked[0], self._code(asked[1], state.category_key), *asked[2:])
        self._now[key] = after
        if before is None:
            return _plain(move, Effect.NEW)
        fields = tuple(
            field
            for field, old, new in zip(_FIELDS, before, after, strict=True)
            if (old or "") != (new or "")
        )
        if not fields:
            return _plain(move, Effect.SAME)
        plain = _plain(move, Effect.CHANGED)
        return plain._replace(form_before=before[1], form=after[1], fields=fields)

    def _code(self, form: str, category: str) -> str:
        asked = (form, category)
        if asked not in self._codes:
            self._codes[asked] = form_code(self._tables, form, category)
        return self._codes[asked]


def _plain(move: Move, effect: Effect) -> _Sort:
    state = move.state
    return _Sort(_EFFECTS.index(effect), state.kind, state.category, state.form)
