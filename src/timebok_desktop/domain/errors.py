"""What can go wrong, by whose move it is next. Every error says what, where and what to do.

Anything else that is raised is our own fault and is reported as a defect.
"""

from __future__ import annotations

from timebok_desktop.domain.phrases import Language, Phrase


class TimebokError(Exception):
    """A failure that is explained to the user, in the user's language."""

    def __init__(self, nb: str, nn: str, **values: object) -> None:
        self.phrase = Phrase(nb, nn, values)
        super().__init__(self.phrase.text("nb"))

    def text(self, language: Language) -> str:
        """The explanation in `language`."""
        return self.phrase.text(language)


class RefusedError(TimebokError):
    """The workflow, a rule or the content forbids it; nothing has changed; a person must act."""


class FourEyesError(RefusedError):
    """One and the same caseworker would approve twice."""


class NotFoundError(RefusedError):
    """What was named does not exist."""


class UsageError(TimebokError):
    """The command was put together wrongly."""


class UnreadableError(RefusedError):
    """A file cannot be read as what it should be. `at` names the place in it, "" for the whole."""

    def __init__(self, nb: str, nn: str, *, code: str, at: str = "", **values: object) -> None:
        super().__init__(nb, nn, **values)
        self.code = code
        self.at = at


class UnavailableError(TimebokError):
    """The machine or the store cannot do it now (damaged, locked, newer, disk full)."""


class DamagedError(UnavailableError):
    """The store's file cannot be trusted as it is."""


class WrongPassphraseError(UnavailableError):
    """The passphrase does not open what it was given for."""

    def __init__(self) -> None:
        super().__init__(
            "Feil passordfrase. Kontroller skrivemåten, med store og små bokstaver, og prøv igjen.",
            "Feil passordfrase. Kontroller skrivemåten, med store og små bokstavar, og prøv igjen.",
        )


class CancelledError(TimebokError):
    """The caseworker stopped it; what was not finished was not kept."""

    def __init__(self) -> None:
        super().__init__(
            "Avbrutt. Ingenting ble endret av det som ikke var ferdig.",
            "Avbrote. Ingenting vart endra av det som ikkje var ferdig.",
        )
