"""A synthetic world: its registry, earlier set-ups and orders, with the rules that must fire.

Deterministic: the same seed, numbers and moment make the same world.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from random import Random

from timebok_desktop.domain.errors import UsageError
from timebok_desktop.services.synthesis import rule_codes as rules
from timebok_desktop.services.synthesis.draft import BaseConfiguration, Draft
from timebok_desktop.services.synthesis.geography import Geography
from timebok_desktop.services.synthesis.neighbours import Neighbours
from timebok_desktop.services.synthesis.orders import orders_of
from timebok_desktop.services.synthesis.registry import Registry, RegistryBuilder, RegistryShape
from timebok_desktop.services.synthesis.workshop import Workshop

FEWEST_PARTIES = 2
_ORDERS_SEED = 7919


@dataclass(frozen=True, slots=True)
class AnsweredOrder:
    """An order and the rules it must fire in its world."""

    draft: Draft
    rules: frozenset[str]


class World:
    """Everything of one seed. The orders are made anew each time they are asked for."""

    def __init__(
        self,
        geography: Geography,
        *,
        orders: int,
        parties: int,
        seed: int,
        taken_at: datetime,
        shape: RegistryShape,
    ) -> None:
        if orders < 0 or parties < FEWEST_PARTIES:
            raise UsageError(
                "Verdenen må ha minst {fewest} parter og kan ikke ha et negativt antall "
                "bestillinger. Endre --parties og --orders.",
                "Verda må ha minst {fewest} partar og kan ikkje ha eit negativt tal på "
                "bestillingar. Endre --parties og --orders.",
                fewest=FEWEST_PARTIES,
            )
        self.taken_at = taken_at
        self.count = orders
        self._geography = geography
        # Where AR does not say where a party is, nobody can tell that it is elsewhere.
        self._silent = frozenset() if shape.has_municipality else {rules.HER_MUNICIPALITY}
        self._seed = seed
        builder = RegistryBuilder(geography, Random(seed), taken_at, shape)  # noqa: S311 - no secret
        self.registry: Registry = builder.build(parties)
        self._neighbours, self.bases = self._look_around()

    def orders(self) -> Iterator[AnsweredOrder]:
        """Every order with its answers."""
        for draft in self._drafts(self._workshop()):
            fired = draft.rules | self._neighbours.rules(draft)
            yield AnsweredOrder(draft, frozenset(fired - self._silent))

    def _look_around(self) -> tuple[Neighbours, tuple[BaseConfiguration, ...]]:
        neighbours, workshop = Neighbours(), self._workshop()
        for draft in self._drafts(workshop):
            neighbours.note(draft)
        bases = tuple(workshop.bases.values())
        neighbours.note_bases(bases)
        return neighbours, bases

    def _workshop(self) -> Workshop:
        random = Random(self._seed * _ORDERS_SEED + 1)  # noqa: S311 - a seed, not a secret
        return Workshop(
            self._geography, self.registry, random, taken_at=self.taken_at, orders=self.count
        )

    def _drafts(self, workshop: Workshop) -> Iterator[Draft]:
        return orders_of(workshop, self.count)
