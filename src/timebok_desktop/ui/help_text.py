"""Help in Markdown as plain lines: what is searched and what a hit is shown with. No widgets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timebok_desktop.domain.folding import words

_HEADING = re.compile(r"(#+) (.+)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_TABLE_RULE = re.compile(r"\|[\s|:-]+\|")
_MARKS = re.compile(r"\*\*|`")
_POINT = re.compile(r"^(?:[-*]|\d+\.) ")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines below it, without marks."""

    heading: str
    lines: tuple[str, ...]

    @property
    def slug(self) -> str:
        """What a link calls it."""
        return slug_of(self.heading)


def slug_of(heading: str) -> str:
    """`Når en regel ikke slår ut` as `når-en-regel-ikke-slår-ut`."""
    kept = "".join(sign for sign in heading.casefold() if sign.isalnum() or sign in " -_")
    return kept.replace(" ", "-")


def sections_of(text: str) -> tuple[Section, ...]:
    """The sections of a page; the first one bears its title."""
    found: list[tuple[str, list[str]]] = [("", [])]
    fenced = False
    for line in text.splitlines():
        if line.startswith("```"):
            fenced = not fenced
            continue
        heading = None if fenced else _HEADING.fullmatch(line)
        if heading:
            found.append((plain(heading[2]), []))
        elif line.strip() and not _TABLE_RULE.fullmatch(line.strip()):
            found[-1][1].append(line.strip() if fenced else plain(line))
    return tuple(Section(heading, tuple(lines)) for heading, lines in found if heading or lines)


def plain(line: str) -> str:
    """A line as it is read."""
    text = _MARKS.sub("", _LINK.sub(r"\1", line.strip().removeprefix("> ")))
    if text.startswith("|"):
        text = " · ".join(cell.strip() for cell in text.strip("|").split("|") if cell.strip())
    return _POINT.sub("", text)


def line_with(lines: tuple[str, ...], wanted: list[str], longest: int) -> str:
    """The line that has most of the words, cut around the first of them; else the first line."""
    best = max(lines, key=lambda line: _count(line, wanted), default="")
    if len(best) <= longest:
        return best
    place = next(
        (n for n, word in enumerate(best.split()) if _count(word, wanted)),
        0,
    )
    shown = best.split()[max(0, place - 4) :]
    text = ("… " if place > 4 else "") + " ".join(shown)  # noqa: PLR2004 - words before the hit
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0]} …"


def _count(text: str, wanted: list[str]) -> int:
    found = words(text)
    return sum(any(word.startswith(one) for word in found) for one in wanted)
