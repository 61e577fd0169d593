"""Reasons that are offered: codes for decisions and which of them the findings speak for, and words
for setting warnings aside. Ours, not NHN's.

What is offered is never taken by itself: a caseworker chooses it, or writes something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
        "by-municipality": Phrase("Kommunen har trukket den", "Kommunen har trekt ho"),
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

_CONFIRMED = Phrase("Kommunen har bekreftet det", "Kommunen har stadfesta det")
_JOINT = Phrase("Tjenesten er interkommunal", "Tenesta er interkommunal")
_CLOSED = Phrase(
    "Parten er lagt ned, og timeboken skal bort", "Parten er lagd ned, og timeboka skal bort"
)

OVERRIDE_REASONS: Mapping[str, tuple[Phrase, ...]] = {
    "HER-UNKNOWN": (_CLOSED, _CONFIRMED),
    "HER-INACTIVE": (_CLOSED, _CONFIRMED),
    "HER-LEVEL": (
        Phrase(
            "Parten har ingen tjenester under seg i AR", "Parten har ingen tenester under seg i AR"
        ),
        _CONFIRMED,
    ),
    "HER-OWNER": (
        _JOINT,
        _CONFIRMED,
        Phrase("Virksomheten driver tjenesten for kommunen", "Verksemda driv tenesta for kommunen"),
    ),
    "HER-MUNICIPALITY": (_JOINT, _CONFIRMED),
    "HER-SERVICE-TYPE": (
        Phrase("Tjenesten tilbyr dette likevel", "Tenesta tilbyr dette likevel"),
        _CONFIRMED,
    ),
    "HER-IN-USE": (
        _JOINT,
        Phrase(
            "Den andre kommunen skal slutte med HER-id-en",
            "Den andre kommunen skal slutte med HER-id-en",
        ),
        _CONFIRMED,
    ),
    "ORG-MUNICIPALITY": (
        Phrase(
            "Den andre kommunen bestiller på vegne av denne",
            "Den andre kommunen bestiller på vegner av denne",
        ),
        _CONFIRMED,
    ),
    "MUN-RETIRED": (
        Phrase("Det nye kommunenummeret er riktig", "Det nye kommunenummeret er rett"),
        _CONFIRMED,
    ),
    "FORM-UNKNOWN": (
        _CONFIRMED,
        Phrase("Skjematabellen er ikke oppdatert", "Skjematabellen er ikkje oppdatert"),
    ),
    "VENDOR-UNKNOWN": (
        Phrase(
            "Leverandøren har bekreftet integrasjonen", "Leverandøren har stadfesta integrasjonen"
        ),
        Phrase("Leverandørtabellen er ikke oppdatert", "Leverandørtabellen er ikkje oppdatert"),
        _CONFIRMED,
    ),
    "CHANGE-WITHOUT-BASE": (
        Phrase(
            "Oppsettet er eldre enn dette programmet", "Oppsettet er eldre enn dette programmet"
        ),
        _CONFIRMED,
    ),
    "ALREADY-CONFIGURED": (
        Phrase("Bestillingen skal erstatte oppsettet", "Bestillinga skal erstatte oppsettet"),
        _CONFIRMED,
    ),
    "DUPLICATE-ORDER": (
        Phrase("Den andre bestillingen trekkes", "Den andre bestillinga blir trekt"),
        Phrase("Bestillingene gjelder hver sin timebok", "Bestillingane gjeld kvar si timebok"),
    ),
    "SNAPSHOT-STALE": (
        Phrase("Oppføringen er kontrollert i AR i dag", "Oppføringa er kontrollert i AR i dag"),
    ),
    "PERSONAL-ID": (
        Phrase("Nummeret er maskert og trengs ikke", "Nummeret er maskert og trengst ikkje"),
    ),
}
"""Words that are offered where a warning of the rule is set aside. INTERIM-SOLUTION has a checklist
instead (`services.checklists`)."""

_SPEAKS_FOR: Mapping[Action, Mapping[str, str]] = {
    Action.REQUEST_INFORMATION: {
        "HER": "her-id",
        "ORG": "municipality",
        "MUN": "municipality",
        "FORM": "form",
        "VENDOR": "vendor",
    },
    Action.REJECT: {
        "VENDOR-NOT-INTEGRATED": "not-integrated",
        "DUPLICATE-ORDER": "duplicate",
        "HER": "wrong-her-id",
    },
    Action.HOLD: {"HER": "awaiting-registry", "VENDOR": "awaiting-vendor"},
    Action.WITHDRAW: {"DUPLICATE-ORDER": "duplicate"},
}
"""Which finding speaks for which reason: by the rule, else by what its code begins with."""


def proposed_reason(action: Action, rules: Iterable[str]) -> str:
    """The code of the reason that the findings speak for, the weightiest of them first; "" where
    none does."""
    speaks = _SPEAKS_FOR.get(action, {})
    for rule in rules:
        code = speaks.get(rule) or speaks.get(rule.partition("-")[0])
        if code:
            return code
    return ""
