"""The orders of a world, one after the other, with their defects and what they must fire.

The stream is the same every time it is made from the same seed: the world makes it twice, once
to learn who neighbours whom, once to write.
"""

from __future__ import annotations

from collections.abc import Iterator

from timebok_desktop.services.synthesis.blemishes import BLEMISHES, Blemish
from timebok_desktop.services.synthesis.draft import Draft
from timebok_desktop.services.synthesis.finishing import finish, leave_out_what_nobody_needs
from timebok_desktop.services.synthesis.grounds import GROUNDS, Ground, without_defect
from timebok_desktop.services.synthesis.rule_codes import PAIR_RULES
from timebok_desktop.services.synthesis.workshop import Workshop

CLEAN_SHARE = 0.56


def orders_of(workshop: Workshop, count: int) -> Iterator[Draft]:
    """Exactly `count` orders; the second of a pair comes somewhere after the first."""
    deck = _Deck(workshop)
    partners: list[Draft] = []
    for serial in range(1, count + 1):
        left = count - serial + 1
        if partners and (len(partners) >= left or workshop.chance(0.1)):
            draft = partners.pop(workshop.random.randrange(len(partners)))
        else:
            draft, *more = _make(workshop, deck, pairs=left > len(partners) + 1)
            partners += more
        draft.serial = serial
        yield draft


def _make(workshop: Workshop, deck: _Deck, *, pairs: bool) -> list[Draft]:
    """One order or a pair, finished."""
    if workshop.chance(CLEAN_SHARE):
        drafts = without_defect(workshop)
        leave_out_what_nobody_needs(workshop, drafts[0])
    else:
        drafts = _with_defects(workshop, deck, pairs=pairs)
    return [finish(workshop, draft) for draft in drafts]


def _with_defects(workshop: Workshop, deck: _Deck, *, pairs: bool) -> list[Draft]:
    first = deck.draw()
    wanted = workshop.random.choice((1, 1, 1, 1, 2, 2, 2, 3))
    chosen_ground = first if isinstance(first, Ground) else None
    if chosen_ground is None and wanted > 1 and workshop.chance(0.4):
        chosen_ground = workshop.random.choice(GROUNDS)
    drafts = _on(workshop, chosen_ground, pairs=pairs)
    draft = drafts[0]
    touched = set(chosen_ground.touches) if draft.defects and chosen_ground else {"party"}
    candidates = list(BLEMISHES)
    workshop.random.shuffle(candidates)
    if isinstance(first, Blemish):
        candidates.insert(0, first)
    for candidate in candidates:
        if len(draft.defects) >= wanted:
            break
        if not candidate.touches & touched and candidate.change(workshop, draft):
            touched |= candidate.touches
            draft.defects.append(candidate.name)
    return drafts


def _on(workshop: Workshop, wanted: Ground | None, *, pairs: bool) -> list[Draft]:
    """The orders of a ground; plain ones where there is none or the world has no room for it."""
    drafts = wanted.make(workshop) if wanted else []
    if not drafts or wanted is None or (len(drafts) > 1 and not pairs):
        return without_defect(workshop)
    from_neighbours = wanted.rules & PAIR_RULES
    for draft in drafts:
        draft.defects.append(wanted.name)
        draft.rules |= wanted.rules - PAIR_RULES
        draft.expected_pair_rules = from_neighbours
    return drafts


class _Deck:
    """All defects in random order, again and again, so that even a small world has most."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._cards: list[Ground | Blemish] = []

    def draw(self) -> Ground | Blemish:
        if not self._cards:
            self._cards = [*GROUNDS, *BLEMISHES]
            self._workshop.random.shuffle(self._cards)
        return self._cards.pop()
