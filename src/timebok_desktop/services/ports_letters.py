"""What the services ask of the file room about letters."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from timebok_desktop.domain.phrases import Language


@dataclass(frozen=True, slots=True)
class LetterDocument:
    """A letter with all that stands on the sheet. `text` is plain: paragraphs with an empty line
    between them, points as `1. ` or `- `; "" is what is not known.
    """

    language: Language
    sender: str
    recipient: str
    contact: str
    municipality: str
    reference: str
    external_reference: str
    written: date
    subject: str
    text: str


class NewLetterFile(Protocol):
    """A letter's file, whole and synced, beside its place."""

    format: str

    def place(self) -> None:
        """Move the file into its place, for good."""


class LetterFiles(Protocol):
    """Writes letters as drafts of e-mails, for word processors, and as PDF."""

    def new(self, path: Path, letter: LetterDocument) -> AbstractContextManager[NewLetterFile]:
        """A letter in the format that the path's extension names.

        What stood there is replaced when the file is placed, and else left as it was. RefusedError
        for an unknown format, an address that cannot be one, or letters that no font has;
        UnavailableError where the disk does not allow it.
        """
