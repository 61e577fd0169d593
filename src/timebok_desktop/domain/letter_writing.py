"""Puts a letter to a municipality together from the findings on its order.

Plain text: paragraphs with an empty line between them, points as `1. ` or `- `. It says what is
wrong and what the municipality should do, in its own language, and decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from timebok_desktop.domain.codes import Kind, Scheme, Severity
from timebok_desktop.domain.findings import EvidenceValue, Finding
from timebok_desktop.domain.letter_kinds import LetterKind
from timebok_desktop.domain.letter_texts import MONTHS, SILENT, Texts, fill, plain, text_name
from timebok_desktop.domain.order import Order
from timebok_desktop.domain.phrases import Language, Phrase

_WEEKDAYS: Mapping[Language, tuple[str, ...]] = {
    "nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "nn": ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"),
}
_MOST_SUGGESTIONS = 3
_UNFILLED = re.compile(r"^\s*\[.*\]\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Matter:
    """What a letter is about. `approved` are the lines of the configuration that was approved,
    `forms` the full names of forms by code."""

    order: Order
    received: date
    user: str
    findings: Sequence[Finding] = ()
    deadline: date | None = None
    approved: Sequence[tuple[Phrase, str]] = ()
    forms: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WrittenLetter:
    """A letter as it is proposed to the caseworker."""

    subject: str
    text: str


def write(kind: LetterKind, matter: Matter, language: Language, texts: Texts) -> WrittenLetter:
    """The letter of this kind in this language."""
    writer = _Writer(matter, language, texts)
    parts = [
        texts["greeting"][language],
        writer.opening(),
        *writer.middle(kind),
        f"{texts['closing'][language]}\n{plain(matter.user)}\n{texts['sender'][language]}",
    ]
    return WrittenLetter(
        plain(writer.say(f"{kind.value}/subject")), "\n\n".join(part for part in parts if part)
    )


def written_day(day: date) -> str:
    """`3. desember 2026`."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def written_weekday(day: date, language: Language) -> str:
    """`torsdag 3. desember 2026`."""
    return f"{_WEEKDAYS[language][day.weekday()]} {written_day(day)}"


def moved_deadline(text: str, before: date, after: date, language: Language) -> str:
    """A letter's text with another deadline wherever it names the one before."""
    text = text.replace(written_weekday(before, language), written_weekday(after, language))
    return text.replace(written_day(before), written_day(after))


def names_deadline(text: str, day: date) -> bool:
    """Whether a letter tells the municipality this deadline."""
    short = f"{day.day}.{day.month}.{day.year}"
    return any(form in text for form in (written_day(day), f"{day:%d.%m.%Y}", short))


def is_unfilled(text: str) -> bool:
    """Whether a line in square brackets still asks the caseworker to write something."""
    return _UNFILLED.search(text) is not None


class _Writer:
    """One letter while it is put together."""

    def __init__(self, matter: Matter, language: Language, texts: Texts) -> None:
        self._matter, self._language, self._texts = matter, language, texts
        order = matter.order
        self._values: dict[str, EvidenceValue] = {
            "reference": order.reference,
            "external_reference": order.external_reference,
            "category": order.category,
            "her_id": order.her_id,
            "received": written_day(matter.received),
        }
        if matter.deadline is not None:
            self._values["deadline"] = written_weekday(matter.deadline, language)
        self._values["matter"] = self.say(f"matter/{_matter_of(order)}")

    def say(self, name: str, /, **more: EvidenceValue) -> str:
        """A text with the values of this letter."""
        return fill(self._texts, name, self._language, {**self._values, **more})

    def opening(self) -> str:
        """Which order this is about."""
        known = bool(self._matter.order.external_reference)
        return self.say("opening/with-reference" if known else "opening")

    def middle(self, kind: LetterKind) -> list[str]:
        """What there is to say."""
        if kind is LetterKind.APPROVAL:
            return self._approval()
        if kind is LetterKind.REJECTION:
            found = [one for one in self._told() if one.severity is Severity.STOP] or self._told()
            return [self.say("rejection/intro"), self._points(kind, found), self._next(kind)]
        deadline = self._matter.deadline
        known = bool(self._matter.order.external_reference)
        answer = "answer" if known else "answer-without-reference"
        return [
            self.say(f"{kind.value}/intro"),
            self._points(kind, self._told()),
            self.say(f"{kind.value}/{answer}"),
            self.say(f"{kind.value}/deadline") if deadline is not None else "",
        ]

    def _told(self) -> list[Finding]:
        """The findings that ask something of the municipality."""
        weighty = (Severity.STOP, Severity.WARNING)
        return [
            one
            for one in self._matter.findings
            if one.rule not in SILENT and one.severity in weighty
        ]

    def _points(self, kind: LetterKind, findings: Sequence[Finding]) -> str:
        """The findings as points; what the caseworker must write where there are none."""
        if not findings:
            return self._texts[f"{kind.value}/to-fill-in"][self._language]
        with_suggestions = [one for one in findings if one.suggestions]
        first = with_suggestions[0] if with_suggestions else None
        sentences = []
        for finding in findings:
            sentence = self._sentence(finding)
            if kind is LetterKind.REQUEST_INFORMATION and finding is first:
                sentence = f"{sentence} {self._suggestion(finding)}"
            sentences.append(sentence)
        if len(sentences) == 1:
            return sentences[0]
        return "\n".join(f"{number}. {one}" for number, one in enumerate(sentences, start=1))

    def _sentence(self, finding: Finding) -> str:
        known = dict(finding.evidence)
        name = known.get("name")
        if "her_id" in known:
            her_id = f"HER-id {known['her_id']}"
            known["party"] = f"{her_id} ({name})" if name else her_id
        code = str(known.get("service_type") or "").rpartition(" ")[2]
        known["described"] = known.get("service_type_text") or code
        forms = known.get("known")
        if finding.rule == "FORM-UNKNOWN" and isinstance(forms, tuple):
            names = self._matter.forms
            known["known"] = tuple(f"«{names.get(code, code)}»" for code in forms)
        return self.say(text_name(finding), **known)

    def _suggestion(self, finding: Finding) -> str:
        some = finding.suggestions[:_MOST_SUGGESTIONS]
        told = tuple(
            f"{one.her_id} ({one.label})" if one.label else str(one.her_id) for one in some
        )
        return self.say("request-information/suggestion", suggestions=told)

    def _next(self, kind: LetterKind) -> str:
        return self.say(f"{kind.value}/next")

    def _approval(self) -> list[str]:
        kind = self._matter.order.kind
        intro = "intro" if kind is Kind.ACTIVATE else f"intro-{kind.value}"
        lines = [
            f"- {label.text(self._language)}: {plain(value)}"
            for label, value in self._matter.approved
            if value
        ]
        return [self.say(f"approval/{intro}"), "\n".join(lines), self._next(LetterKind.APPROVAL)]


def _matter_of(order: Order) -> str:
    via = order.scheme is Scheme.VIA_PRACTITIONER and order.kind is Kind.ACTIVATE
    return "via-practitioner" if via else order.kind.value
