"""Places in files in the reader's words. As data a place stays as it was written: `row 4, HER-id`.

It never decides where something stands; that is for the readers.
"""

from __future__ import annotations

import re

from timebok_desktop.domain.phrases import Language, Phrase, same
from timebok_desktop.domain.problems import Problem

_KINDS = {
    "row": same("rad"),
    "line": Phrase("linje", "line"),
    "table row": same("tabellrad"),
}
_INSIDE = r"(?:table row|row|line) [0-9]+(?:, .*)?|/.*|attachment .*|sheet .*"
_COUNTED = re.compile(
    r"(?P<kind>table row|row|line) (?P<number>[0-9]+)(?P<rest>, .*)?", flags=re.DOTALL
)
_ATTACHED = re.compile(rf"attachment (?P<name>.+?)(?:, (?P<inside>{_INSIDE}))?", flags=re.DOTALL)
_AMENDED = Phrase("rettelse", "retting")


def in_words(at: str) -> Phrase:
    """A place for people; a JSON pointer or a name of a file stays as it is."""
    if counted := _COUNTED.fullmatch(at):
        kind = _KINDS[counted["kind"]]
        values = {"kind": kind, "number": counted["number"], "rest": counted["rest"] or ""}
        return Phrase("{kind} {number}{rest}", "{kind} {number}{rest}", values)
    if attached := _ATTACHED.fullmatch(at):
        name, inside = attached["name"], attached["inside"]
        if inside is None:
            return Phrase("vedlegg {name}", "vedlegg {name}", {"name": name})
        values = {"name": name, "inside": in_words(inside)}
        return Phrase("vedlegg {name}, {inside}", "vedlegg {name}, {inside}", values)
    if at.startswith("sheet "):
        return Phrase("ark {name}", "ark {name}", {"name": at.removeprefix("sheet ")})
    return _AMENDED if at == "amendment" else same(at)


def problem_in_words(problem: Problem, language: Language) -> str:
    """A problem with its place before it, unless it names its place itself."""
    told, place = problem.phrase.text(language), in_words(problem.at).text(language)
    names_it = told.casefold().startswith(place.casefold())
    return told if names_it else f"{place}: {told}"
