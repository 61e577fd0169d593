"""The pairs of colours that the style sheet makes, rule by rule and state by state.

Every part that a selector names is looked at in every mixture of the states that any rule for it
knows, and gets what the cascade gives it: later and more particular rules win.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from PySide6 import QtWidgets

from accessibility.telling import GROUNDS, ROLE_OF, TELLING
from timebok_desktop.ui.stylesheet import stylesheet
from timebok_desktop.ui.tokens import Tokens

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_PART = re.compile(r"([A-Za-z]+)?((?:#\w+|\[[^\]]+\])*)(?:::([\w-]+))?((?::[\w-]+)*)$")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_SIDES = ("left", "right", "top", "bottom")
_NEVER_TOGETHER = ({"disabled", "hover"}, {"disabled", "pressed"})


@dataclass(frozen=True)
class Part:
    """What a selector names, without its states."""

    around: str
    kind: str
    marks: frozenset[str]
    sub: str

    @property
    def words(self) -> str:
        """As it is written in the sheet."""
        sub = f"::{self.sub}" if self.sub else ""
        return f"{self.around} {self.kind}{''.join(sorted(self.marks))}{sub}".strip()

    def is_a(self, other: Part) -> bool:
        """Whether a rule for the other is one for this too."""
        return (
            self.sub == other.sub
            and other.marks <= self.marks
            and other.around in ("", self.around)
            and issubclass(_class(self.kind), _class(other.kind))
        )


@dataclass(frozen=True)
class Rule:
    """What a part gets in some states; the later and the more particular, the heavier."""

    part: Part
    states: frozenset[str]
    given: tuple[tuple[str, str], ...]
    weight: tuple[int, int, int, int]


@dataclass(frozen=True)
class Dressed:
    """A part in some states, with what the cascade gives it: property to role or word."""

    part: Part
    states: frozenset[str]
    look: dict[str, str]

    @property
    def off(self) -> bool:
        """Whether it cannot be used."""
        return "disabled" in self.states

    @property
    def words(self) -> str:
        """The part and its states."""
        return ":".join((self.part.words, *sorted(self.states)))


def _class(kind: str) -> type:
    if kind == "QTableCornerButton":  # Qt keeps it to itself
        return QtWidgets.QAbstractButton
    return getattr(QtWidgets, kind or "QWidget")


def rules(tokens: Tokens = TELLING) -> list[Rule]:
    """All rules of the sheet."""
    found = []
    for place, (selectors, body) in enumerate(_RULE.findall(stylesheet(tokens, 10))):
        given = tuple(_declared(body))
        found += [_rule(one.split(), given, place) for one in selectors.split(",")]
    return found


def dressed(tokens: Tokens = TELLING) -> Iterator[Dressed]:
    """Every part in every mixture of its states."""
    known = rules(tokens)
    for part in dict.fromkeys(rule.part for rule in known):
        mine = sorted((one for one in known if part.is_a(one.part)), key=lambda one: one.weight)
        states = sorted(frozenset().union(*(rule.states for rule in mine)))
        for count in range(len(states) + 1):
            for chosen in map(frozenset, combinations(states, count)):
                if not any(never <= chosen for never in _NEVER_TOGETHER):
                    look: dict[str, str] = {}
                    for rule in mine:
                        if rule.states <= chosen:
                            look |= rule.given
                    yield Dressed(part, chosen, look)


def texts(one: Dressed) -> Iterator[tuple[str, str]]:
    """What is written in it, on what: only where it has a ground of its own. The rest stands on
    whatever is behind it, and is held to all grounds that there are."""
    look = one.look
    ground = look.get("background")
    for written in ("color", "placeholder-text-color"):
        if ground in ROLE_OF.values() and look.get(written) in ROLE_OF.values():
            yield look[written], ground
    chosen = look.get("selection-color"), look.get("selection-background-color")
    if chosen[0] in ROLE_OF.values() and chosen[1] in ROLE_OF.values():
        yield chosen


def edges(one: Dressed) -> Iterator[tuple[str, str]]:
    """Each border and the ground inside of it, and what is filled on the ground around it."""
    fill = one.look.get("background")
    for side in _SIDES:
        edge = one.look.get(f"border-{side}")
        if edge in ROLE_OF.values() and fill in GROUNDS:
            yield edge, fill


def drawn(one: Dressed) -> Iterator[str]:
    """Every colour that it has around it: borders, and a fill that is no ground."""
    fill = one.look.get("background")
    sides = [one.look.get(f"border-{side}") for side in _SIDES]
    yield from {role for role in (*sides, fill) if role in ROLE_OF.values()} - {*GROUNDS}


def marked(one: Dressed, without: Dressed) -> bool:
    """Whether a state shows in more than a tint: in a border or a fill that is not there, or is
    another, without it."""
    return {*_shown(one)} != {*_shown(without)}


def _shown(one: Dressed) -> Iterator[tuple[str, str]]:
    for name in ("image", "font-weight", *(f"border-{side}" for side in _SIDES)):
        yield name, one.look.get(name, "")
    fill = one.look.get("background", "")
    yield "background", "" if fill in GROUNDS else fill


def _declared(body: str) -> Iterator[tuple[str, str]]:
    for declaration in body.split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        found = _COLOUR.search(value)
        said = ROLE_OF[found[0]] if found else value
        if name in ("border", "border-color"):
            yield from ((f"border-{side}", said) for side in _SIDES)
        elif name:
            yield name, said


def _rule(words: list[str], given: tuple[tuple[str, str], ...], place: int) -> Rule:
    found = _PART.match(words[-1])
    assert found is not None, words
    kind, marks, sub, states = found.groups()
    marked_as = frozenset(re.findall(r"#\w+|\[[^\]]+\]", marks))
    wanted = frozenset(states.split(":")) - {""}
    names = sum(one.startswith("#") for one in marked_as)
    particular = len(marked_as) - names + len(wanted)
    kinds = bool(kind) + bool(sub) + len(words) - 1
    part = Part(" ".join(words[:-1]), kind or "", marked_as, sub or "")
    return Rule(part, wanted, given, (names, particular, kinds, place))
