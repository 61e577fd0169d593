"""Days as they are written on the command line."""

from __future__ import annotations

from datetime import date

from timebok_desktop.domain.errors import UsageError


def day_of(text: str) -> date:
    """The day that a text names; UsageError for any other text."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(
            "«{text}» er ikke en dato. Skriv åååå-mm-dd.",
            "«{text}» er ikkje ein dato. Skriv åååå-mm-dd.",
            text=text,
        ) from error
