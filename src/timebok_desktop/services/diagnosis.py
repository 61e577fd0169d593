"""What `timebok diagnose` and the window tell of the program, the machine and the store, for
whoever helps: facts by section, never a name of a person, never what is in an order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from timebok_desktop.domain.phrases import Language, Phrase, same

Fact: TypeAlias = str | int | float | bool | tuple[str, ...] | Mapping[str, str] | None
Section: TypeAlias = Mapping[str, Fact]
Report: TypeAlias = Mapping[str, Section]

_SHORTEST_NAME = 3
"""Shorter names are hidden only where they are a whole part of a path."""

SECTIONS: Mapping[str, Phrase] = {
    "program": Phrase("Program", "Program"),
    "machine": Phrase("Maskin", "Maskin"),
    "paths": Phrase("Steder", "Stader"),
    "store": Phrase("Lager", "Lager"),
    "settings": Phrase("Innstillinger", "Innstillingar"),
    "keyring": Phrase("Nøkkelring", "Nøkkelring"),
    "fonts": Phrase("Skrift", "Skrift"),
    "display": Phrase("Skjerm", "Skjerm"),
    "parts": Phrase("Deler", "Delar"),
}

NAMES: Mapping[str, Phrase] = {
    "version": Phrase("versjon", "versjon"),
    "packed": Phrase("installert som program", "installert som program"),
    "versions": Phrase("deler", "delar"),
    "python": same("Python"),
    "system": Phrase("operativsystem", "operativsystem"),
    "architecture": Phrase("arkitektur", "arkitektur"),
    "locale": Phrase("språkoppsett", "språkoppsett"),
    "encoding": Phrase("tegnkoding for filnavn", "teiknkoding for filnamn"),
    "time_zone": Phrase("tidssone", "tidssone"),
    "knows_oslo": Phrase("kjenner norsk tid", "kjenner norsk tid"),
    "variables": Phrase("miljøvariabler som er satt", "miljøvariablar som er sette"),
    "workspace": Phrase("arbeidsmappe", "arbeidsmappe"),
    "settings_file": Phrase("innstillinger", "innstillingar"),
    "machine_file": Phrase("administratorens fil", "fila til administratoren"),
    "logs": Phrase("teknisk logg", "teknisk logg"),
    "resources": Phrase("ressurser", "ressursar"),
    "state": Phrase("tilstand", "tilstand"),
    "encrypted": Phrase("kryptert", "kryptert"),
    "size_bytes": Phrase("størrelse i byte", "storleik i byte"),
    "wal_bytes": Phrase("skrivelogg i byte", "skrivelogg i byte"),
    "revision": Phrase("form", "form"),
    "newest_revision": Phrase("nyeste form programmet kjenner", "nyaste form programmet kjenner"),
    "pragmas": Phrase("SQLite-valg", "SQLite-val"),
    "free_bytes": Phrase("ledig plass i byte", "ledig plass i byte"),
    "network_share": Phrase("på nettverksdisk", "på nettverksdisk"),
    "backups": Phrase("sikkerhetskopier i mappen", "tryggingskopiar i mappa"),
    "writable": Phrase("kan skrives i", "kan skrivast i"),
    "fixed": Phrase("fastsatt av administrator", "fastsett av administrator"),
    "changed": Phrase("endret fra standard", "endra frå standard"),
    "backend": Phrase("tjeneste", "teneste"),
    "usable": Phrase("kan brukes", "kan brukast"),
    "family": Phrase("grensesnittets skrift", "skrifta i grensesnittet"),
    "points": Phrase("punktstørrelse", "punktstorleik"),
    "families": Phrase("antall skrifter", "talet på skrifter"),
    "borrowed_letters": Phrase("bokstaver fra en annen skrift", "bokstavar frå ei anna skrift"),
    "missing_letters": Phrase("bokstaver som mangler", "bokstavar som manglar"),
    "platform": Phrase("vindussystem", "vindaugssystem"),
    "style": Phrase("stil", "stil"),
    "screens": Phrase("skjermer", "skjermar"),
    "scale": Phrase("forstørring", "forstørring"),
    "colours": Phrase("systemets farger", "fargane til systemet"),
    "contrast": Phrase("systemet ber om høy kontrast", "systemet ber om høg kontrast"),
    "screen_reader": Phrase("hjelpemiddel tilkoblet", "hjelpemiddel tilkopla"),
}

STATES: Mapping[str, Phrase] = {
    "none": Phrase("finnes ikke ennå", "finst ikkje enno"),
    "ok": Phrase("kan leses", "kan lesast"),
    "older": Phrase("eldre enn programmet", "eldre enn programmet"),
    "newer": Phrase("nyere enn programmet", "nyare enn programmet"),
    "foreign": Phrase("ikke et lager herfra", "ikkje eit lager herifrå"),
    "damaged": Phrase("skadet", "skadd"),
    "locked": Phrase("låst av et annet program", "låst av eit anna program"),
    "encrypted": Phrase("kryptert, ikke låst opp", "kryptert, ikkje låst opp"),
    "unreadable": Phrase("kan ikke leses", "kan ikkje lesast"),
    "in force": Phrase("gjelder", "gjeld"),
    "broken": Phrase("kan ikke brukes", "kan ikkje brukast"),
    "not started": Phrase("Qt kunne ikke starte her", "Qt kunne ikkje starte her"),
    "no answer": Phrase("svarte ikke", "svara ikkje"),
}

_TRUTH = {True: Phrase("ja", "ja"), False: Phrase("nei", "nei")}
_UNKNOWN = Phrase("ukjent", "ukjend")
_NOTHING = Phrase("ingen", "ingen")


class Mask:
    """Takes the home folder and the names of people out of a text: `~` and `<user>`."""

    def __init__(self, home: str, users: Iterable[str]) -> None:
        self._home = home.rstrip("/\\")
        self._users = sorted({one for one in users if one}, key=len, reverse=True)

    def __call__(self, text: str) -> str:
        """The text without them."""
        if self._home:
            text = re.sub(re.escape(self._home) + r"(?![\w.-])", "~", text)
        for user in self._users:
            name = re.escape(user)
            if len(user) < _SHORTEST_NAME:
                name = rf"(?<![^/\\]){name}(?![^/\\])"
            text = re.sub(name, "<user>", text, flags=re.IGNORECASE)
        return text


def report_lines(report: Report, language: Language) -> list[str]:
    """The report for people: a heading a section, a line a fact; the many versions last."""
    lines: list[str] = []
    parts: Mapping[str, str] = {}
    for section, facts in report.items():
        lines += [*([""] if lines else []), SECTIONS[section].text(language)]
        for name, fact in facts.items():
            label = NAMES[name].text(language)
            if not isinstance(fact, Mapping):
                lines.append(f"  {label}: {_said(name, fact, language)}")
            elif name == "versions":
                parts = fact
            else:
                lines += [f"  {label}:", *(f"    {key} {value}" for key, value in fact.items())]
    if parts:
        lines += ["", SECTIONS["parts"].text(language)]
        lines += [f"  {key} {value}" for key, value in parts.items()]
    return lines


def _said(name: str, fact: Fact, language: Language) -> str:
    if fact is None:
        return _UNKNOWN.text(language)
    if isinstance(fact, bool):
        return _TRUTH[fact].text(language)
    if isinstance(fact, tuple):
        return ", ".join(fact) or _NOTHING.text(language)
    if name in ("state", "backend", "platform") and fact in STATES:
        return STATES[str(fact)].text(language)
    return str(fact) or _NOTHING.text(language)
