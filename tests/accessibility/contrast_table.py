"""Every pair of colours in use with its contrast in every theme: `./dev contrast`.

The pairs are those that the style sheet makes in every state (`sheet_pairs`) and those that are
seen in pictures of the window (`pairs_seen`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Literal, NamedTuple

from accessibility.pairs_seen import SEEN
from accessibility.sheet_pairs import dressed, edges, texts
from accessibility.system_palettes import CONTRAST_THEMES, palette_of
from accessibility.telling import STRONG_TELLING, TELLING, TEXTS
from timebok_desktop.ui.contrast import contrast
from timebok_desktop.ui.theme import from_palette
from timebok_desktop.ui.tokens import DARK, LIGHT, STRONGEST, Tokens

Kind = Literal["text", "part", "line"]
NEEDED: dict[Kind, float] = {"text": 4.5, "part": 3.0, "line": 1.0}
"""WCAG 2.1, 1.4.3 and 1.4.11. A line is decoration: nothing is told by it alone."""


class Pair(NamedTuple):
    """One colour on another, and a place where it is so."""

    front: str
    ground: str
    kind: Kind
    where: str


def themes() -> dict[str, Tokens]:
    """All themes: our own, and what becomes of the system's."""
    own = {"light": LIGHT, "dark": DARK, "strong": STRONGEST}
    return own | {name: from_palette(palette_of(one)) for name, one in CONTRAST_THEMES.items()}


def pairs() -> list[Pair]:
    """Every pair once, by its ground."""
    found: dict[tuple[str, str], Pair] = {}
    for one in (*_of_texts(), *_of_edges(), *_of_pictures()):
        known = found.get((one.front, one.ground))
        if known is None or NEEDED[one.kind] > NEEDED[known.kind]:
            found[one.front, one.ground] = one
    return sorted(found.values(), key=lambda one: (one.ground, one.kind, one.front))


def ratio(pair: Pair, theme: Tokens) -> float:
    """The contrast of a pair in a theme."""
    return contrast(getattr(theme, pair.front), getattr(theme, pair.ground))


def too_faint(pair: Pair, theme: Tokens) -> bool:
    """Whether a pair falls short."""
    return ratio(pair, theme) < NEEDED[pair.kind]


def lowest(kind: Kind) -> float:
    """The lowest contrast of a kind in any theme."""
    return min(
        ratio(pair, theme) for pair in pairs() if pair.kind == kind for theme in themes().values()
    )


def _of_texts() -> Iterator[Pair]:
    for one in (*dressed(TELLING), *dressed(STRONG_TELLING)):
        for front, ground in texts(one):
            yield Pair(front, ground, "text", one.words)


def _of_edges() -> Iterator[Pair]:
    for one in (*dressed(TELLING), *dressed(STRONG_TELLING)):
        for front, ground in edges(one):
            yield Pair(front, ground, _kind(front), one.words)


def _of_pictures() -> Iterator[Pair]:
    for ground, fronts in SEEN.items():
        for front in fronts.split():
            kind: Kind = "text" if front in (*TEXTS, "on_accent") else _kind(front)
            yield Pair(front, ground, kind, "seen")


def _kind(edge: str) -> Kind:
    return "line" if edge == "line" else "part"


def main() -> int:
    """Print the table; 1 where a pair falls short."""
    known = themes()
    faint = 0
    head = ("colour", "on", "kind", "needs", *known, "for example")
    lines = [head]
    for pair in pairs():
        ratios = []
        for theme in known.values():
            short = too_faint(pair, theme)
            faint += short
            ratios.append(f"{ratio(pair, theme):.2f}{' !' if short else ''}")
        needs = "" if pair.kind == "line" else f"{NEEDED[pair.kind]:.1f}"
        lines.append((pair.front, pair.ground, pair.kind, needs, *ratios, pair.where))
    widths = [max(len(line[place]) for line in lines) for place in range(len(head) - 1)]
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=False))
        sys.stdout.write("  ".join((*cells, line[-1])) + "\n")
    sys.stdout.write(f"\n{len(lines) - 1} pairs in {len(known)} themes, {faint} too faint\n")
    return int(faint > 0)


if __name__ == "__main__":
    raise SystemExit(main())
