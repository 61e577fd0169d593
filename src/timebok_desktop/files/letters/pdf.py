"""A letter as PDF/A-2a and PDF/UA-1: to be kept for good, and to be read aloud.

The letter goes to the typesetter as data, never as markup; it loads no font but its own, no file
and no package.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import lru_cache

import typst

from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.files.letters.blocks import blocks_of
from timebok_desktop.files.letters.sheet import head_of
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.services.ports_letters import LetterDocument

_NO_SUCH_LETTER = "could not be displayed"


def pdf(letter: LetterDocument) -> bytes:
    """The letter, tagged. RefusedError where it has a character that no font here can show."""
    head = head_of(letter)
    content = {
        "language": letter.language,
        "sender": letter.sender,
        "recipient": head.recipient,
        "facts": head.facts,
        "subject": letter.subject,
        "blocks": [
            {"kind": one.kind, "lines": one.lines, "start": one.start}
            for one in blocks_of(letter.text)
        ],
    }
    written = letter.written
    try:
        return typst.compile(
            _template(),
            sys_inputs={"letter": json.dumps(content)},
            ignore_system_fonts=True,
            pdf_standards=["a-2a", "ua-1"],
            timestamp=datetime(written.year, written.month, written.day, 12, tzinfo=UTC),
        )
    except typst.TypstError as error:
        if _NO_SUCH_LETTER not in str(error):
            raise
        raise RefusedError(
            "Brevet har tegn som PDF-en ikke kan vise ({found}). Ta dem bort, eller lagre brevet "
            "som .docx eller .eml.",
            "Brevet har teikn som PDF-en ikkje kan vise ({found}). Ta dei bort, eller lagre brevet "
            "som .docx eller .eml.",
            found=_shown(str(error)),
        ) from error


@lru_cache(maxsize=1)
def _template() -> bytes:
    return (resource_folder() / "letters" / "letter.typ").read_bytes()


def _shown(message: str) -> str:
    """The characters as code points, for they cannot be told by their looks."""
    quoted = message.partition("the text ")[2].partition(" could not")[0].strip('`"')
    return ", ".join(f"U+{ord(one):04X}" for one in dict.fromkeys(quoted)) or "?"
