"""What a defect is: a small named function, the rules it adds, and what of the order it touches.

Two defects go together when they touch nothing in common. A ground makes the order (or a pair of
orders) around a party; a blemish changes one thing in an order that exists.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from timebok_desktop.services.synthesis.draft import Draft
from timebok_desktop.services.synthesis.workshop import Workshop

MakeOrders = Callable[[Workshop], list[Draft]]
ChangeOrder = Callable[[Workshop, Draft], bool]


@dataclass(frozen=True, slots=True)
class Ground:
    """Makes one order, or a pair, with its defect; an empty list where the world has no room."""

    name: str
    rules: frozenset[str]
    touches: frozenset[str]
    make: MakeOrders


@dataclass(frozen=True, slots=True)
class Blemish:
    """Changes an order; False, and nothing changed, where the order gives no occasion."""

    name: str
    rules: frozenset[str]
    touches: frozenset[str]
    change: ChangeOrder


GROUNDS: list[Ground] = []
BLEMISHES: list[Blemish] = []

Make = TypeVar("Make", bound=MakeOrders)
Change = TypeVar("Change", bound=ChangeOrder)


def ground(*rules: str, touches: str = "") -> Callable[[Make], Make]:
    """Register a function as the defect that its name says. Every ground touches the party."""

    def register(make: Make) -> Make:
        touched = frozenset({"party", *touches.split()})
        GROUNDS.append(Ground(_name(make), frozenset(rules), touched, make))
        return make

    return register


def blemish(*rules: str, touches: str) -> Callable[[Change], Change]:
    """Register a function as the defect that its name says."""

    def register(change: Change) -> Change:
        BLEMISHES.append(
            Blemish(_name(change), frozenset(rules), frozenset(touches.split()), change)
        )
        return change

    return register


def _name(function: Callable[..., object]) -> str:
    return str(getattr(function, "__name__", "")).replace("_", "-")
