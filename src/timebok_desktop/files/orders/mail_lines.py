"""Labelled lines of a mail put together into orders: `Label: value`, one after another.

Works on text lines and on rows of a table alike; knows neither mail nor HTML. Greetings,
signatures and quoted text are no part of an order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from timebok_desktop.domain.order import RawOrder, RawValue
from timebok_desktop.domain.order_labels import field_of
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.problems import Problem

_LINE_END = re.compile(r"\r\n|\r|\n")
_LONGEST_LABEL = 60
_LABEL_ENDS_WITHIN = 200
_SEPARATOR = re.compile(r"[:\t]")
_AROUND_LABELS = " \t\u00a0-*•·"
_RULE = re.compile(r"[-_=*—]{3,}")
_FAREWELL = re.compile(
    r"--\Z|(?:med\s+)?(?:vennlig|venleg|beste|gode)\s+(?:hilsen|helsing)|(?:mvh|hilsen|helsing)\b",
    re.IGNORECASE,
)
_BEGINS_AN_ORDER = frozenset({"kind", "her_id", "category"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line or table row. `label` is "" where it has none; `text` is the value or the text."""

    place: str
    label: str
    text: str
    known: str | None = None


BREAK = Line("", "", "")
"""Where one block ends and another may begin: a blank line, a rule, a new table."""


@dataclass(slots=True)
class _Draft:
    """Labelled lines that stand together, on the way to become an order."""

    values: dict[str, RawValue] = field(default_factory=dict)
    extras: dict[str, RawValue] = field(default_factory=dict)
    waiting: list[Line] = field(default_factory=list)
    last: str | None = None
    repeats: str = ""
    """The place of the label by which it began, where that stands in the draft right above."""

    doubt: Problem | None = None
    """Why it cannot be told what the order says."""

    @property
    def is_order(self) -> bool:
        return not _BEGINS_AN_ORDER.isdisjoint(self.values)

    @property
    def is_complete(self) -> bool:
        return self.values.keys() >= _BEGINS_AN_ORDER

    def take(self, line: Line) -> None:
        """A line with a label of the form; unknown labels above it stand with the order."""
        self.keep_waiting()
        self.values[line.known or ""] = RawValue(line.text, line.place)
        self.last = line.known

    def keep_waiting(self) -> None:
        """Unknown labels that stand with an order are kept with it."""
        for extra in self.waiting:
            self._add_extra(extra.label, RawValue(extra.text, extra.place))
        self.waiting.clear()

    def continue_comment(self, line: Line) -> None:
        """A comment may run over several lines."""
        comment = self.values["comment"]
        self.values["comment"] = RawValue(f"{comment.value}\n{line.text}".strip(), comment.place)

    def add(self, other: _Draft) -> None:
        """What stands in the next block belongs to the same order."""
        self.values |= other.values
        for name, raw in other.extras.items():
            self._add_extra(name, raw)

    def _add_extra(self, name: str, raw: RawValue) -> None:
        self.extras[f"{name} ({raw.place})" if name in self.extras else name] = raw

    def order(self) -> RawOrder | Problem:
        """The order that the lines are, at the place of its first line, if that is certain."""
        if self.doubt is not None:
            return self.doubt
        return RawOrder(next(iter(self.values.values())).place, self.values, self.extras)


def physical_lines(text: str) -> list[str]:
    """The lines of a text body as they stand."""
    return _LINE_END.split(text)


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text body, numbered as they stand in it."""
    for number, line in enumerate(_LINE_END.split(text), 1):
        yield line_of(f"line {number}", line)


def flowed_lines_of(text: str) -> Iterator[Line]:
    """The lines of a text body that was sent as format=flowed: a space at the end goes on."""
    begun: list[str] = []
    start = 0
    for number, line in enumerate(_LINE_END.split(text), 1):
        start = start if begun else number
        begun.append(line)
        if not line.endswith(" ") or line == "-- ":
            yield line_of(f"line {start}", "".join(begun))
            begun.clear()
    if begun:
        yield line_of(f"line {start}", "".join(begun))


def line_of(place: str, text: str) -> Line:
    """A line of text as what it is: labelled, a break, or prose."""
    bare = text.strip()
    if not bare or (_RULE.fullmatch(bare) and bare != "--"):
        return BREAK
    start = bare.lstrip(_AROUND_LABELS)
    separator = _SEPARATOR.search(start, 0, _LABEL_ENDS_WITHIN)
    label = start[: separator.start()].strip(_AROUND_LABELS) if separator else ""
    value = start[separator.end() :].strip(" \t\u00a0*") if separator else ""
    if not label or len(label) > _LONGEST_LABEL or not label[0].isalpha() or value[:2] == "//":
        return Line(place, "", bare)
    return Line(place, label, value, field_of(label))


def labelled(place: str, label: str, text: str) -> Line:
    """A line made of a label and a value that already stand apart (a table row)."""
    name = label.strip().strip(_AROUND_LABELS).rstrip(":").strip()
    return Line(place, name, text.strip(), field_of(name))


def orders_in(lines: Iterable[Line]) -> list[RawOrder | Problem]:
    """The orders that the lines hold, and notes on labels that were left out."""
    drafts: list[_Draft] = []
    notes: list[Problem] = []
    for draft, signed in _drafts(lines):
        continues = bool(drafts) and drafts[-1].values.keys().isdisjoint(draft.values)
        if signed and not draft.is_complete:
            continue
        if draft.repeats and drafts and not draft.is_complete:
            drafts[-1].doubt = _doubled(draft.repeats)
            continue
        if continues and not (drafts[-1].is_complete and draft.is_complete):
            drafts[-1].add(draft)
        elif draft.is_order or not drafts:
            drafts.append(draft)
        else:
            notes.extend(_repeated(raw.place) for raw in draft.values.values())
    orders = [draft.order() for draft in drafts if draft.is_order]
    return [*orders, *notes] if orders else []


def complete(items: Iterable[RawOrder | Problem]) -> int:
    """How many of the orders have what an order must have."""
    return sum(
        isinstance(item, RawOrder) and item.values.keys() >= _BEGINS_AN_ORDER for item in items
    )


def _drafts(lines: Iterable[Line]) -> Iterator[tuple[_Draft, bool]]:
    """Lines that stand together, and whether they stand below a farewell (in a signature)."""
    draft = _Draft()
    signed = False
    for line in lines:
        farewell = not line.known and _is_farewell(line)
        if line is BREAK or farewell or (line.known and line.known in draft.values):
            if draft.values:
                draft.keep_waiting()
                yield draft, signed
                signed = signed and not draft.is_complete
            draft = _Draft(repeats=line.place if line.known else "")
        signed = signed or farewell
        if line.known:
            draft.take(line)
        elif line.label and draft.values:
            draft.waiting.append(line)
        elif line is not BREAK and not farewell and draft.last == "comment" and not draft.waiting:
            draft.continue_comment(line)
        else:
            draft.last = None
    if draft.values:
        draft.keep_waiting()
        yield draft, signed


def _is_farewell(line: Line) -> bool:
    return _FAREWELL.match(line.label or line.text) is not None


def _doubled(place: str) -> Problem:
    return Problem(
        place,
        "duplicate-label",
        Phrase(
            "Etiketten står to ganger i bestillingen, så det er uklart hva som gjelder. Be "
            "kommunen sende den på nytt; flere bestillinger i en e-post skilles med en tom linje.",
            "Etiketten står to gonger i bestillinga, så det er uklart kva som gjeld. Be kommunen "
            "sende ho på nytt; fleire bestillingar i ein e-post blir skilde med ei tom linje.",
        ),
        refuses=True,
    )


def _repeated(place: str) -> Problem:
    return Problem(
        place,
        "repeated-label",
        Phrase(
            "Linjen gjentar noe som allerede står i bestillingen over, og er ikke lest. Se i "
            "originalen hva som gjelder.",
            "Linja tek opp att noko som alt står i bestillinga over, og er ikkje lesen. Sjå i "
            "originalen kva som gjeld.",
        ),
        refuses=False,
    )
