"""R5: several processes decide the same order at the same moment."""

from __future__ import annotations

import random
from pathlib import Path

from soak.forked import Command, Server
from soak.held_facts import Facts, facts
from soak.soak_rows import Row
from soak.worlds import World

_PROCESSES = 4
ONE_PERSON = ("anna", "ANNA", "Anna", "anna")
TWO_PERSONS = ("anna", "berit", "Anna", "BERIT")


def races(server: Server, world: World, place: Path, rounds: int, seed: int) -> Row:
    """In each round all processes approve one order, or claim it; whatever the order of things,
    nobody approves twice, one person is never two, and one holds the case.
    """
    row = Row("R5", "four processes, the same order")
    chance = random.Random(seed)  # noqa: S311 - a repeatable choice, not a secret
    workspace = place / "workspace"
    for number in range(rounds):
        world.copy(workspace)  # an approval can be what gives another order a warning
        reference = chance.choice(world.clear)
        action, names = chance.choice(
            (("approve", ONE_PERSON), ("approve", TWO_PERSONS), ("claim", TWO_PERSONS))
        )
        commands = [
            Command(
                [
                    "decide",
                    reference,
                    action,
                    "--by",
                    name,
                    "--json",
                    "--workspace",
                    str(workspace),
                ],
                place,
                f"racer-{at}",
            )
            for at, name in enumerate(names[:_PROCESSES])
        ]
        ran = server.end(commands, server.begin(*commands))
        row.add("rounds")
        row.add("decisions", sum(one.code == 0 for one in ran))
        said = sum(one.code == 0 for one in ran)
        told = _wrong(
            facts(workspace), reference, action, len({name.lower() for name in names}), said
        )
        told += [f"exit {one.code}: {one.err[-200:]}" for one in ran if one.code not in {0, 1}]
        row.breach(*(f"round {number}, {action} by {names}: {one}" for one in told))
    return row


def _wrong(found: Facts, reference: str, action: str, persons: int, said: int) -> list[str]:
    """How what stands in the store breaks the rules."""
    (order,) = (one for one in found["orders"] if one[0] == reference)
    status, holder = order[1], order[2]
    identity = int(reference.rsplit("-", 1)[1])
    made = [one for one in found["decisions"] if one[0] == identity and one[1] == action]
    by = [one[2].lower() for one in made]
    told = []
    if len(made) != said:
        told.append(f"{said} said to be done, {len(made)} kept")
    if len(set(by)) != len(by):
        told.append(f"somebody decided twice: {by}")
    wanted = "in_review" if action == "claim" else _APPROVED[persons]
    if status != wanted:
        told.append(f"the order is {status}, not {wanted}")
    if action == "claim" and (len(made) != 1 or holder.lower() != by[0]):
        told.append(f"claimed by {by}, held by {holder}")
    return told


_APPROVED = {1: "awaiting_second_approval", 2: "approved"}
