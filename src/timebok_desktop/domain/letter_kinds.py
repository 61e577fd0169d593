"""The kinds of letters to a municipality, and which state of an order each of them tells of."""

from __future__ import annotations

from enum import StrEnum

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.phrases import Phrase


class LetterKind(StrEnum):
    """What a letter is about."""

    REQUEST_INFORMATION = "request-information"
    REJECTION = "rejection"
    APPROVAL = "approval"


LETTER_WORDS = {
    LetterKind.REQUEST_INFORMATION: Phrase(
        "Forespørsel om opplysninger", "Førespurnad om opplysningar"
    ),
    LetterKind.REJECTION: Phrase("Avslag", "Avslag"),
    LetterKind.APPROVAL: Phrase("Godkjenning", "Godkjenning"),
}

TOLD_OF = {
    LetterKind.REQUEST_INFORMATION: frozenset({Status.AWAITING_INFORMATION}),
    LetterKind.REJECTION: frozenset({Status.REJECTED}),
    LetterKind.APPROVAL: frozenset(
        {Status.APPROVED, Status.EXPORTED, Status.EXPORT_FAILED, Status.ACKNOWLEDGED}
    ),
}
"""A letter tells of a decision that a caseworker has made: the states in which it is true."""


def kind_for(status: Status) -> LetterKind | None:
    """The letter that an order in this state calls for, None where nothing has been decided."""
    return next((kind for kind, states in TOLD_OF.items() if status in states), None)
