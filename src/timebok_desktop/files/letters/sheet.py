"""What stands above a letter's text: who it is for, of which day, under which reference."""

from __future__ import annotations

from dataclasses import dataclass

from timebok_desktop.domain.letter_writing import written_day
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.services.ports_letters import LetterDocument

_DATE = Phrase("Dato: {day}", "Dato: {day}")
_OURS = Phrase("Vår referanse: {reference}", "Vår referanse: {reference}")
_YOURS = Phrase("Deres referanse: {reference}", "Dykkar referanse: {reference}")
_ATTENTION = Phrase("Att.: {name}", "Att.: {name}")


@dataclass(frozen=True, slots=True)
class Head:
    """The lines above the text; what is not known is left out."""

    recipient: tuple[str, ...]
    facts: tuple[str, ...]


def head_of(letter: LetterDocument) -> Head:
    """The head of a letter in its language."""
    language = letter.language
    recipient = [letter.municipality]
    if letter.contact:
        recipient.append(_ATTENTION.fill(name=letter.contact).text(language))
    facts = [
        _DATE.fill(day=written_day(letter.written)).text(language),
        _OURS.fill(reference=letter.reference).text(language),
    ]
    if letter.external_reference:
        facts.append(_YOURS.fill(reference=letter.external_reference).text(language))
    return Head(tuple(line for line in recipient if line), tuple(facts))
