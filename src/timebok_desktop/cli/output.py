"""What a command gives back, and how it is printed: JSON on stdout, or lines for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from timebok_desktop.domain.odd_signs import without_tricks
from timebok_desktop.domain.phrases import Language, Phrase

DONE = 0
NEEDS_A_PERSON = 1
WRONG_USAGE = 2
COULD_NOT = 3


class UnsaidError(Exception):
    """What was done could not be told; the argument says why."""


@dataclass(frozen=True)
class Answer:
    """A command's result: the JSON document, lines for people, the exit code."""

    document: Mapping[str, Any]
    lines: Sequence[str] = ()
    code: int = DONE
    notes: Sequence[str] = field(default=())


def print_answer(answer: Answer, *, as_json: bool) -> None:
    """Print an answer; `notes` always go to stderr."""
    for note in answer.notes:
        sys.stderr.write(f"{for_terminal(note)}\n")
    if as_json:
        say(document_text(answer.document) + "\n")
    else:
        say("".join(f"{for_terminal(line)}\n" for line in answer.lines))


def for_terminal(text: str) -> str:
    """The text with nothing in it that would steer a terminal, whoever wrote it."""
    return without_tricks(text).replace("\r", "⟨U+000D⟩")


def say(text: str) -> None:
    """Write to standard output at once; UnsaidError where that cannot be done."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnsaidError(error.strerror or str(error)) from error


def document_text(document: Mapping[str, Any]) -> str:
    """One JSON document, UTF-8, on one line."""
    return json.dumps(document, ensure_ascii=False, default=_as_json)


def said(phrase: Phrase, language: Language) -> str:
    """A phrase in the language of the session."""
    return phrase.text(language)


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as aligned columns."""
    if not rows:
        return []
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _as_json(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    return str(value)
