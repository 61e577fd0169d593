"""A small geography and worlds in it; nothing is read from files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from timebok_desktop.services.synthesis.geography import Geography, Place
from timebok_desktop.services.synthesis.registry import RegistryShape
from timebok_desktop.services.synthesis.world import AnsweredOrder, World

WorldMaker = Callable[..., World]
OrderMaker = Callable[..., list[AnsweredOrder]]

TAKEN_AT = datetime(2026, 3, 2, tzinfo=UTC)
PLACES = tuple(
    Place(f"{9001 + index:04d}", f"Oppdiktet {index}", number, (f"{8001 + index:04d}",))
    for index, number in enumerate(
        ("958935420", "964338531", "942110464", "940101808", "944588132", "945475056")
    )
)


@pytest.fixture
def geography() -> Geography:
    return Geography(PLACES, split_numbers=("7001", "7002"), never_used_numbers=("6001", "6002"))


@pytest.fixture
def make_world(geography: Geography) -> WorldMaker:
    def make(
        orders: int = 400,
        parties: int = 300,
        seed: int = 1,
        shape: RegistryShape = RegistryShape(),  # noqa: B008 - frozen
    ) -> World:
        return World(
            geography, orders=orders, parties=parties, seed=seed, taken_at=TAKEN_AT, shape=shape
        )

    return make
