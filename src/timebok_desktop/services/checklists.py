"""Checklists: what has to be ticked, point by point, before a warning of a rule is set aside.

Their points stand in the table `checklists`, which belongs to the workspace. Asked wherever an
approval is made of what somebody was shown, so that no button can forget a point. A command names
the rule that it sets aside and was shown nothing: its reason ticks the checklist.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.reference import ReferenceTables

Checklists = Mapping[str, Sequence[Phrase]]


def checklists(tables: ReferenceTables, rules: Iterable[str]) -> dict[str, tuple[Phrase, ...]]:
    """The checklists of those of these rules that ask for one."""
    asked = dict.fromkeys(rules)
    return {rule: points for rule, points in tables.checklists.items() if rule in asked}


def ticked_reasons(
    reference: str, lists: Checklists, ticked: Mapping[str, Collection[str]]
) -> dict[str, str]:
    """What the log says of the ticked lists, by rule, in the words that were ticked. RefusedError
    where a point of one of them was not."""
    reasons = {}
    for rule, points in lists.items():
        words = [_as_ticked(point, ticked.get(rule, ())) for point in points]
        for point, found in zip(points, words, strict=True):
            if not found:
                raise RefusedError(
                    "{reference} kan ikke godkjennes ennå. Dette punktet i sjekklisten er ikke "
                    "krysset av: {point}.",
                    "{reference} kan ikkje godkjennast enno. Dette punktet i sjekklista er ikkje "
                    "kryssa av: {point}.",
                    reference=reference,
                    point=point,
                )
        nynorsk = words == [point.text("nn") for point in points]
        begins = "Sjekklista er kryssa av" if nynorsk else "Sjekklisten er krysset av"
        reasons[rule] = f"{begins}: {'; '.join(words)}"
    return reasons


def _as_ticked(point: Phrase, ticked: Collection[str]) -> str:
    return next((words for words in (point.text("nb"), point.text("nn")) if words in ticked), "")
