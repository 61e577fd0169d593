"""The soak: `./dev soak [ROW...]`. Each row of «Reliability», in full or in a short form.

Exit codes: 0 every promise held, 1 one broke, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from soak.backups import backups
from soak.damage import damage
from soak.faults import faults
from soak.forked import Server
from soak.kills import busy, single
from soak.power import power
from soak.races import races
from soak.soak_rows import Row, table, write_document
from soak.worlds import World

Soak = Callable[[Server, World, Path, bool, int], list[Row]]

SOAKS: dict[str, Soak] = {
    "R1": lambda server, world, place, short, seed: [
        single(server, world, place / "single", 11 if short else 500, seed),
        busy(server, world, place / "busy", 4 if short else 500, seed),
    ],
    "R2": lambda server, world, place, short, seed: [
        faults(server, world, place / "faults", 1 if short else None, seed)
    ],
    "R3": lambda server, world, place, short, seed: [
        power(server, world, place / "power", 12 if short else 2000, seed)
    ],
    "R4": lambda server, _world, place, short, seed: [
        damage(server, place / "damage", 4 if short else 1000, seed)
    ],
    "R5": lambda server, world, place, short, seed: [
        races(server, world, place / "races", 12 if short else 200, seed)
    ],
    "R8": lambda server, world, place, short, _seed: [
        backups(server, world, place / "backups", 3 if short else 50)
    ],
}


def main(words: Sequence[str] | None = None) -> int:
    """Run the rows, print the table, and say whether every promise held."""
    arguments = _arguments(words)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(dir=arguments.place) as place, Server() as server:
        world = World(server, Path(place) / "world")
        for number in arguments.rows or SOAKS:
            begun = time.monotonic()
            for row in SOAKS[number](server, world, Path(place), arguments.short, arguments.seed):
                row.load["seconds"] = round(time.monotonic() - begun)
                sys.stdout.write(table([row]))
                sys.stdout.flush()
                rows.append(row)
    now = datetime.now(UTC)
    out = arguments.out or Path(f".dev/soak/{now:%Y%m%d-%H%M%S}.json")
    write_document(out, rows)
    sys.stdout.write(f"Written to {out}\n")
    return int(any(row.breaches for row in rows))


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    reader = argparse.ArgumentParser(prog="./dev soak", description=__doc__)
    reader.add_argument("rows", nargs="*", metavar="ROW", help=", ".join(SOAKS))
    reader.add_argument("--short", action="store_true", help="a few of each")
    reader.add_argument("--seed", type=int, default=20260302)
    reader.add_argument("--place", type=Path, help="a folder to work in, best in memory")
    reader.add_argument("--out", type=Path, help="where the JSON goes")
    arguments = reader.parse_args(words)
    for row in arguments.rows:
        if row not in SOAKS:
            reader.error(f"there is no row {row}")
    return arguments


if __name__ == "__main__":
    sys.exit(main())
