"""Why an AR file, or one party in it, cannot be read: the words, in one place.

Only makes errors; decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from timebok_desktop.domain.errors import UnreadableError
from timebok_desktop.domain.phrases import Phrase


@dataclass(slots=True)
class Progress:
    """How far the reading has come, for the words of a failure."""

    elements: int = 0
    place: str = ""


class DamagedError(Exception):
    """What stands at the present place is no JSON; the reader decides whether it can go on."""


class PartyError(Exception):
    """One party cannot be read; the file goes on."""

    def __init__(self, code: str, phrase: Phrase) -> None:
        self.code = code
        self.phrase = phrase
        super().__init__(code)


def cut_off(progress: Progress) -> UnreadableError:
    """The file ends too early."""
    return UnreadableError(
        "AR-filen er ufullstendig: Den slutter brått. Kommunikasjonsparter lest så langt: "
        "{elements}. Ingenting er importert. Hent filen på nytt.",
        "AR-fila er ufullstendig: Ho sluttar brått. Kommunikasjonspartar lesne så langt: "
        "{elements}. Ingenting er importert. Hent fila på nytt.",
        code="cut-off",
        at=progress.place,
        elements=progress.elements,
    )


def damaged(progress: Progress) -> UnreadableError:
    """The file is not well formed."""
    return UnreadableError(
        "AR-filen er skadet og kan ikke leses videre. Kommunikasjonsparter lest så langt: "
        "{elements}. Ingenting er importert. Hent filen på nytt.",
        "AR-fila er skadd og kan ikkje lesast vidare. Kommunikasjonspartar lesne så langt: "
        "{elements}. Ingenting er importert. Hent fila på nytt.",
        code="damaged",
        at=progress.place,
        elements=progress.elements,
    )


def too_large(progress: Progress) -> UnreadableError:
    """One value is larger than any party can be."""
    return UnreadableError(
        "AR-filen har en verdi som er større enn en kommunikasjonspart kan være. "
        "Kommunikasjonsparter lest så langt: {elements}. Ingenting er importert. Hent filen på "
        "nytt.",
        "AR-fila har ein verdi som er større enn ein kommunikasjonspart kan vere. "
        "Kommunikasjonspartar lesne så langt: {elements}. Ingenting er importert. Hent fila på "
        "nytt.",
        code="too-large",
        at=progress.place,
        elements=progress.elements,
    )


def document_type_refused(progress: Progress) -> UnreadableError:
    """XML with a document type: it could define entities, and AR's messages never have one."""
    return UnreadableError(
        "XML-filen har en dokumenttype (DOCTYPE). Det har meldinger fra AR aldri, og av "
        "sikkerhetsgrunner leses den ikke. Hent filen på nytt fra AR.",
        "XML-fila har ein dokumenttype (DOCTYPE). Det har meldingar frå AR aldri, og av "
        "tryggleiksgrunnar blir ho ikkje lesen. Hent fila på nytt frå AR.",
        code="document-type",
        at=progress.place,
    )


def not_a_registry_file() -> UnreadableError:
    """Nothing in the file is a communication party."""
    return UnreadableError(
        "Dette er ikke en fil fra AR: det står ingen kommunikasjonsparter i filen. Bruk et "
        "AR-uttrekk (JSON med CommunicationParties), objekter fra REST-API-et til AR eller XML med "
        "CommunicationParty-elementer; gjerne komprimert med gzip.",
        "Dette er ikkje ei fil frå AR: det står ingen kommunikasjonspartar i fila. Bruk eit "
        "AR-uttrekk (JSON med CommunicationParties), objekt frå REST-API-et til AR eller XML med "
        "CommunicationParty-element; gjerne komprimert med gzip.",
        code="not-a-registry-file",
    )


def empty() -> UnreadableError:
    """The file has no content."""
    return UnreadableError(
        "Filen er tom. Hent AR-uttrekket på nytt.",
        "Fila er tom. Hent AR-uttrekket på nytt.",
        code="empty",
    )


def her_ids_only(place: str) -> UnreadableError:
    """The answer of REST /export: the HER-ids, without the parties."""
    return UnreadableError(
        "Filen har bare HER-id-er (svaret fra /export), ikke selve kommunikasjonspartene. Hent "
        "objektene med POST /api/v1/communicationparty, en gruppe HER-id-er om gangen, legg dem "
        "i listen communicationParties og behold lastSequenceNumber.",
        "Fila har berre HER-id-ar (svaret frå /export), ikkje sjølve kommunikasjonspartane. Hent "
        "objekta med POST /api/v1/communicationparty, ei gruppe HER-id-ar om gongen, legg dei i "
        "lista communicationParties og behald lastSequenceNumber.",
        code="her-ids-only",
        at=place,
    )


def several_exports() -> UnreadableError:
    """A full export and something else in one file."""
    return UnreadableError(
        "Det står mer enn ett AR-uttrekk i filen. Del den opp, og importer ett uttrekk om gangen.",
        "Det står meir enn eitt AR-uttrekk i fila. Del ho opp, og importer eitt uttrekk om gongen.",
        code="several-exports",
    )


BROKEN_LINE = Phrase(
    "Linjen er ikke gyldig JSON, og kommunikasjonsparten der er ikke importert.",
    "Linja er ikkje gyldig JSON, og kommunikasjonsparten der er ikkje importert.",
)
NO_TIME = Phrase(
    "Tidspunktet for uttrekket ({value}) kan ikke leses. Oppgi det ved importen.",
    "Tidspunktet for uttrekket ({value}) kan ikkje lesast. Oppgi det ved importen.",
)
NO_EVENT = Phrase(
    "Nummeret på den siste hendelsen ({value}) er ikke et heltall og er ikke brukt.",
    "Nummeret på den siste hendinga ({value}) er ikkje eit heiltal og er ikkje brukt.",
)
OTHER_COUNT = Phrase(
    "Antallet kommunikasjonsparter stemmer ikke: Filen oppgir {said}, men har {found}.",
    "Talet på kommunikasjonspartar stemmer ikkje: Fila oppgir {said}, men har {found}.",
)
