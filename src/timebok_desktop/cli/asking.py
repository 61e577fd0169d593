"""Asks whoever sits at the terminal for a passphrase, which is not shown as it is typed."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from timebok_desktop.domain.phrases import Language, Phrase

SHORTEST = 12
"""Characters that a passphrase needs when a person chooses it."""

_TRIES = 3
_ASKED = Phrase("Gjenopprettingsfrase for {folder}: ", "Gjenopprettingsfrase for {folder}: ")
_WRONG = Phrase("Feil passordfrase. Prøv igjen.", "Feil passordfrase. Prøv igjen.")
_CHOOSE = Phrase(
    "Arbeidsmappen {folder} blir kryptert. Velg en gjenopprettingsfrase, og ta vare på den et "
    "trygt sted: Uten den og nøkkelringen kan ingen åpne arbeidsmappen.",
    "Arbeidsmappa {folder} blir kryptert. Vel ein gjenopprettingsfrase, og ta vare på han ein "
    "trygg stad: Utan han og nøkkelringen kan ingen opne arbeidsmappa.",
)
_SIGNING = Phrase(
    "Passordfrase for signeringsnøkkelen til {user}: ",
    "Passordfrase for signeringsnøkkelen til {user}: ",
)
_CHOOSE_SIGNING = Phrase(
    "{user} får en egen signeringsnøkkel. Velg en passordfrase for den; bare {user} skal kjenne "
    "den.",
    "{user} får ein eigen signeringsnøkkel. Vel ein passordfrase for han; berre {user} skal kjenne "
    "han.",
)
_NEW = Phrase("Ny passordfrase (minst {least} tegn): ", "Ny passordfrase (minst {least} teikn): ")
_AGAIN = Phrase("Gjenta passordfrasen: ", "Gjenta passordfrasen: ")
_SHORT = Phrase("Passordfrasen er for kort.", "Passordfrasen er for kort.")
_OTHER = Phrase("De to passordfrasene er ikke like.", "Dei to passordfrasane er ikkje like.")


def can_ask() -> bool:
    """Whether a person sits at a terminal, and does not pipe something in."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


class TerminalAsker:
    """Implements `unlocking.Asker`."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def passphrase(self, folder: Path, *, wrong: bool) -> str | None:
        """The recovery passphrase; nothing typed means no."""
        if wrong:
            self._say(_WRONG)
        return self._typed(_ASKED.fill(folder=folder))

    def new_passphrase(self, folder: Path) -> str | None:
        """A new one, typed twice alike."""
        self._say(_CHOOSE.fill(folder=folder))
        return self._chosen()

    def _chosen(self) -> str | None:
        for _ in range(_TRIES):
            chosen = self._typed(_NEW.fill(least=SHORTEST))
            if chosen is None:
                return None
            if len(chosen) < SHORTEST:
                self._say(_SHORT)
            elif self._typed(_AGAIN) == chosen:
                return chosen
            else:
                self._say(_OTHER)
        return None

    def signing_passphrase(self, caseworker: str, new: bool) -> str | None:  # noqa: FBT001 - asked by one protocol
        """The passphrase of a caseworker's signing key, or a new one, typed twice alike."""
        if not new:
            return self._typed(_SIGNING.fill(user=caseworker))
        self._say(_CHOOSE_SIGNING.fill(user=caseworker))
        return self._chosen()

    def _typed(self, phrase: Phrase) -> str | None:
        try:
            return getpass.getpass(phrase.text(self._language)) or None
        except EOFError:
            return None

    def _say(self, phrase: Phrase) -> None:
        sys.stderr.write(phrase.text(self._language) + "\n")
