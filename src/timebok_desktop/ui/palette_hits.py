"""What the command palette can lead to, and how well a line fits what is typed. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QCoreApplication

from timebok_desktop.domain.folding import words
from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP

SEARCH_HELP = "search:help"
"""The key of the line that searches the help for what is typed; it is no hit."""
MOST = 6
"""More lines of a group than this are no help; the group's own page has the rest."""
_PREFIX, _ELSEWHERE, _INSIDE = 1, 100, 10_000
_DIGITS = 3
"""So many digits in a row are a number that somebody looks up."""


class Group(Enum):
    """A kind of line: its heading, and the word for one of them."""

    RECENT = (QT_TRANSLATE_NOOP("Palette", "Chosen lately"), "")
    COMMANDS = (QT_TRANSLATE_NOOP("Palette", "Commands"), QT_TRANSLATE_NOOP("Palette", "Command"))
    ORDERS = (QT_TRANSLATE_NOOP("Palette", "Orders"), QT_TRANSLATE_NOOP("Palette", "Order"))
    PARTIES = (
        QT_TRANSLATE_NOOP("Palette", "Parties in the registry"),
        QT_TRANSLATE_NOOP("Palette", "Party"),
    )
    MUNICIPALITIES = (
        QT_TRANSLATE_NOOP("Palette", "Orders of a municipality"),
        QT_TRANSLATE_NOOP("Palette", "Municipality"),
    )
    VIEWS = (QT_TRANSLATE_NOOP("Palette", "Saved views"), QT_TRANSLATE_NOOP("Palette", "View"))
    SETTINGS = (QT_TRANSLATE_NOOP("Palette", "Settings"), QT_TRANSLATE_NOOP("Palette", "Setting"))
    HELP = (QT_TRANSLATE_NOOP("Palette", "Help"), QT_TRANSLATE_NOOP("Palette", "Help page"))

    @property
    def heading(self) -> str:
        """What stands above its lines."""
        return QCoreApplication.translate("Palette", self.value[0])

    @property
    def word(self) -> str:
        """What one line of it is."""
        return QCoreApplication.translate("Palette", self.value[1])


@dataclass(frozen=True, slots=True)
class Hit:
    """One line. `key` is the same whenever it leads to the same; `also` are words that it is found
    by and that are not shown.
    """

    key: str
    group: Group
    title: str
    follow: Callable[[], object]
    detail: str = ""
    keys: str = ""
    icon: str = ""
    also: str = ""
    _title_words: tuple[str, ...] = field(init=False, default=(), compare=False)
    _other_words: tuple[str, ...] = field(init=False, default=(), compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_title_words", tuple(words(self.title)))
        object.__setattr__(self, "_other_words", tuple(words(f"{self.detail} {self.also}")))

    def sentence(self) -> str:
        """All of the line, as it is read aloud: numbers without the spaces of their groups."""
        parts = [f"{self.group.word}: {self.title}" if self.group.word else self.title]
        parts += [self.detail] if self.detail else []
        if self.keys:
            spoken = QCoreApplication.translate("Palette", "Shortcut {keys}")
            parts.append(spoken.format(keys=self.keys))
        told = ". ".join(part.rstrip(".") for part in parts).replace("\u00a0", "")
        return " ".join(told.split())

    def rank(self, wanted: Sequence[str]) -> int | None:
        """How far the line is from what is wanted: 0 is nothing further; None where it does not
        have every word.
        """
        total = 0
        for one in wanted:
            distance = self._distance(one)
            if distance is None:
                return None
            total += distance
        if wanted and not (self._title_words and self._title_words[0].startswith(wanted[0])):
            total += 2
        return total

    def _distance(self, wanted: str) -> int | None:
        if wanted in self._title_words:
            return 0
        if any(word.startswith(wanted) for word in self._title_words):
            return _PREFIX
        if any(word.startswith(wanted) for word in self._other_words):
            return _ELSEWHERE
        if any(wanted in word for word in self._title_words):
            return _INSIDE
        return None


@dataclass(frozen=True, slots=True)
class Ranked:
    """The lines of one group that fit, the nearest first."""

    group: Group
    rank: int
    hits: tuple[Hit, ...]

    @property
    def is_near(self) -> bool:
        """Whether its first line is plainly what is typed, by the beginnings of its words. The
        help has so many words that this is never said of it.
        """
        return self.rank < _ELSEWHERE and self.group is not Group.HELP


def grouped(hits: Iterable[Hit], text: str, most: int = MOST) -> list[Ranked]:
    """The lines that fit, by their groups, that with the nearest line first."""
    wanted = words(text)
    by_group: dict[Group, list[tuple[int, int, Hit]]] = {}
    for place, hit in enumerate(hits):
        rank = hit.rank(wanted)
        if rank is not None:
            by_group.setdefault(hit.group, []).append((rank, place, hit))
    found = []
    for group, some in by_group.items():
        some.sort(key=lambda one: one[:2])
        found.append(Ranked(group, some[0][0], tuple(hit for *_, hit in some[:most])))
    return sorted(found, key=lambda one: one.rank)


def is_number(text: str) -> bool:
    """Whether somebody looks up a reference, a HER-id or another number."""
    digits = "".join(text.split())
    longest = run = 0
    for sign in digits:
        run = run + 1 if sign.isdigit() else 0
        longest = max(longest, run)
    return longest >= _DIGITS or digits.casefold().startswith("rtb")


def with_found(at_hand: Sequence[Ranked], found: Sequence[Ranked], *, number: bool) -> list[Ranked]:
    """What is known at once and what the store has found, as they stand below each other.

    Where a number is looked up, the store's lines come first; else they come behind whatever is
    plainly meant, so that a late answer never puts another line under the finger.
    """
    near = [] if number else [one for one in at_hand if one.is_near]
    rest = [one for one in at_hand if one not in near]
    return [*near, *found, *rest]


def with_last(groups: Sequence[Ranked], last: Hit) -> list[Ranked]:
    """The same with one line more at the very end, below the lines of its kind where they end."""
    if groups and groups[-1].group is last.group:
        *before, end = groups
        return [*before, Ranked(end.group, end.rank, (*end.hits, last))]
    return [*groups, Ranked(last.group, _INSIDE, (last,))]
