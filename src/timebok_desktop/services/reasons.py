"""Reason codes for decisions, and the checklist of the interim solution. Ours, not NHN's."""

from __future__ import annotations

from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.workflow import Action

_WRONG_HER_ID = Phrase("Feil HER-id", "Feil HER-id")
_DUPLICATE = Phrase("Samme bestilling finnes fra før", "Same bestilling finst frå før")
_OTHER = Phrase("Annet (skriv hva)", "Anna (skriv kva)")

REASON_CODES: dict[Action, dict[str, Phrase]] = {
    Action.REJECT: {
        "wrong-her-id": _WRONG_HER_ID,
        "not-integrated": Phrase(
            "Journalsystemet er ikke integrert", "Journalsystemet er ikkje integrert"
        ),
        "duplicate": _DUPLICATE,
        "not-entitled": Phrase(
            "Avsenderen kan ikke bestille for tjenesten",
            "Avsendaren kan ikkje bestille for tenesta",
        ),
        "other": _OTHER,
    },
    Action.REQUEST_INFORMATION: {
        "her-id": Phrase("Riktig HER-id må oppgis", "Rett HER-id må oppgivast"),
        "form": Phrase("Skjema må velges", "Skjema må veljast"),
        "vendor": Phrase("Journalleverandør må oppgis", "Journalleverandør må oppgivast"),
        "municipality": Phrase(
            "Kommune eller organisasjonsnummer må avklares",
            "Kommune eller organisasjonsnummer må avklarast",
        ),
        "other": _OTHER,
    },
    Action.HOLD: {
        "awaiting-vendor": Phrase("Venter på journalleverandøren", "Ventar på journalleverandøren"),
        "awaiting-registry": Phrase("Venter på retting i AR", "Ventar på retting i AR"),
        "awaiting-colleague": Phrase("Venter på en kollega", "Ventar på ein kollega"),
        "other": _OTHER,
    },
    Action.WITHDRAW: {
        "by-municipality": Phrase("Kommunen har trukket den", "Kommunen har trekt henne"),
        "duplicate": _DUPLICATE,
        "other": _OTHER,
    },
    Action.REOPEN: {
        "new-information": Phrase("Nye opplysninger", "Nye opplysningar"),
        "mistake": Phrase("Avgjort ved en feil", "Avgjord ved ein feil"),
        "drift": Phrase("Oppføringen i AR er endret", "Oppføringa i AR er endra"),
        "other": _OTHER,
    },
}

INTERIM_CHECKLIST: tuple[Phrase, ...] = (
    Phrase(
        "Kommunen har bekreftet hvordan den gamle løsningen avsluttes",
        "Kommunen har stadfesta korleis den gamle løysinga blir avslutta",
    ),
    Phrase(
        "Innbyggere møter bare ett sted å bestille time",
        "Innbyggjarar møter berre éin stad å bestille time",
    ),
    Phrase(
        "HER-id-en er den som skal brukes fra nå av, ikke den gamle",
        "HER-id-en er den som skal brukast frå no av, ikkje den gamle",
    ),
)
