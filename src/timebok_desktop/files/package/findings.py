"""What can be wrong with an export package: a code, the words, and what to do."""

from __future__ import annotations

from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.problems import Problem

_AGAIN_NB = " Ikke bruk pakken; be avsenderen om den på nytt."
_AGAIN_NN = " Ikkje bruk pakken; be avsendaren om han på nytt."

_PHRASES = {
    "not-a-package": (
        (
            "Dette er ingen eksportpakke. Velg mappen «timebok-export-…» eller en fil av typen "
            ".timebok-package."
        ),
        (
            "Dette er ingen eksportpakke. Vel mappa «timebok-export-…» eller ei fil av typen "
            ".timebok-package."
        ),
    ),
    "symbolic-link": (
        "Dette er en lenke, ikke en fil i pakken." + _AGAIN_NB,
        "Dette er ei lenkje, ikkje ei fil i pakken." + _AGAIN_NN,
    ),
    "special-file": (
        "Dette er verken en vanlig fil eller en mappe." + _AGAIN_NB,
        "Dette er verken ei vanleg fil eller ei mappe." + _AGAIN_NN,
    ),
    "unexpected-file": (
        "Dette hører ikke hjemme i pakken." + _AGAIN_NB,
        "Dette høyrer ikkje heime i pakken." + _AGAIN_NN,
    ),
    "missing-file": (
        "Filen mangler i pakken." + _AGAIN_NB,
        "Fila manglar i pakken." + _AGAIN_NN,
    ),
    "not-listed": (
        "Filen er ikke ført i manifestet; den er lagt til eller har fått nytt navn." + _AGAIN_NB,
        "Fila er ikkje ført i manifestet; ho er lagd til eller har fått nytt namn." + _AGAIN_NN,
    ),
    "changed-file": (
        "Filen er endret etter at pakken ble laget." + _AGAIN_NB,
        "Fila er endra etter at pakken vart laga." + _AGAIN_NN,
    ),
    "unreadable-file": (
        "Filen kan ikke leses: {reason}. Kontroller tilgangen og disken, og prøv igjen.",
        "Fila kan ikkje lesast: {reason}. Kontroller tilgangen og disken, og prøv igjen.",
    ),
    "too-large": (
        "Dette er større enn noen eksportpakke kan være." + _AGAIN_NB,
        "Dette er større enn nokon eksportpakke kan vere." + _AGAIN_NN,
    ),
    "bag-malformed": (
        "Filen er ikke slik BagIt 1.0 og programmet skriver den." + _AGAIN_NB,
        "Fila er ikkje slik BagIt 1.0 og programmet skriv ho." + _AGAIN_NN,
    ),
    "manifest-malformed": (
        "Linjen er ingen gyldig linje i et manifest." + _AGAIN_NB,
        "Linja er inga gyldig linje i eit manifest." + _AGAIN_NN,
    ),
    "manifest-path": (
        "Manifestet fører en sti som ikke kan stå i en pakke: {path}." + _AGAIN_NB,
        "Manifestet fører ein sti som ikkje kan stå i ein pakke: {path}." + _AGAIN_NN,
    ),
    "manifest-duplicate": (
        "Manifestet fører {path} mer enn én gang." + _AGAIN_NB,
        "Manifestet fører {path} meir enn éin gong." + _AGAIN_NN,
    ),
    "index-malformed": (
        "Innholdsfortegnelsen er ikke gyldig." + _AGAIN_NB,
        "Innhaldslista er ikkje gyldig." + _AGAIN_NN,
    ),
    "index-disagrees": (
        "Innholdsfortegnelsen stemmer ikke med filene i pakken." + _AGAIN_NB,
        "Innhaldslista stemmer ikkje med filene i pakken." + _AGAIN_NN,
    ),
    "folder-name": (
        (
            "Mappen heter ikke det pakken sier at den skal hete ({expected}). Gi mappen det navnet "
            "hvis du har endret det selv; be ellers avsenderen om pakken på nytt."
        ),
        (
            "Mappa heiter ikkje det pakken seier at ho skal heite ({expected}). Gi mappa det "
            "namnet dersom du har endra det sjølv; be elles avsendaren om pakken på nytt."
        ),
    ),
    "sequence": (
        (
            "Pakken har nummer {sequence}, men nummer {after} er allerede mottatt. Den er gammel "
            "eller sendt om igjen; ikke bruk den, og be avsenderen om den nyeste."
        ),
        (
            "Pakken har nummer {sequence}, men nummer {after} er alt motteke. Han er gammal eller "
            "send om att; ikkje bruk han, og be avsendaren om den nyaste."
        ),
    ),
    "statement-wrong": (
        (
            "En erklæring om godkjenning i pakken er ikke signert av den saksbehandleren den sier, "
            "eller hører ikke til avsenderens logg." + _AGAIN_NB
        ),
        (
            "Ei erklæring om godkjenning i pakken er ikkje signert av den saksbehandlaren ho "
            "seier, eller høyrer ikkje til loggen til avsendaren." + _AGAIN_NN
        ),
    ),
    "approval-missing": (
        "Konfigurasjonen har ikke de godkjenningene den skal ha." + _AGAIN_NB,
        "Konfigurasjonen har ikkje dei godkjenningane han skal ha." + _AGAIN_NN,
    ),
    "approval-wrong": (
        "Konfigurasjonen er en annen enn den saksbehandleren godkjente." + _AGAIN_NB,
        "Konfigurasjonen er ein annan enn den saksbehandlaren godkjende." + _AGAIN_NN,
    ),
    "approval-same": (
        "Den samme saksbehandleren står for begge godkjenningene." + _AGAIN_NB,
        "Den same saksbehandlaren står for begge godkjenningane." + _AGAIN_NN,
    ),
    "approval-weak": (
        (
            "Konfigurasjoner uten signert godkjenning: {unsigned}. Godkjent av bare én: {single}. "
            "Det kreves to signerte godkjenninger. Be avsenderen godkjenne dem på nytt."
        ),
        (
            "Konfigurasjonar utan signert godkjenning: {unsigned}. Godkjende av berre éin: "
            "{single}. Det er kravd to signerte godkjenningar. Be avsendaren godkjenne dei på nytt."
        ),
    ),
    "log-cut": (
        (
            "Pakken bygger ikke på loggen slik den var da pakke {after} ble mottatt: loggen er "
            "kuttet eller byttet ut. Ikke bruk pakken; spør avsenderen på en sikker måte."
        ),
        (
            "Pakken byggjer ikkje på loggen slik han var då pakke {after} vart motteken: loggen er "
            "kutta eller bytt ut. Ikkje bruk pakken; spør avsendaren på ein trygg måte."
        ),
    ),
    "archive-malformed": (
        "Filen er ikke et ZIP-arkiv med nøyaktig én eksportpakke slik det skal være." + _AGAIN_NB,
        "Fila er ikkje eit ZIP-arkiv med nøyaktig éin eksportpakke slik det skal vere." + _AGAIN_NN,
    ),
    "archive-path": (
        "Arkivet inneholder en sti som ikke kan stå i en pakke: {path}." + _AGAIN_NB,
        "Arkivet inneheld ein sti som ikkje kan stå i ein pakke: {path}." + _AGAIN_NN,
    ),
}


def finding(code: str, at: str, **values: object) -> Problem:
    """The problem with this code at a place of the package."""
    nb, nn = _PHRASES[code]
    return Problem(at, code, Phrase(nb, nn, values), refuses=True)
