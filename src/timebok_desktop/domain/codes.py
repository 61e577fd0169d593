"""The closed code lists of the product, with their words in the interface (contract and AR)."""

from __future__ import annotations

from enum import StrEnum

from timebok_desktop.domain.phrases import Phrase


class Kind(StrEnum):
    """What an order asks for."""

    ACTIVATE = "activate"
    CHANGE = "change"
    DEACTIVATE = "deactivate"


class Scheme(StrEnum):
    """Which booking arrangement is ordered."""

    RESOURCE_SCHEDULE = "resource-schedule"
    VIA_PRACTITIONER = "via-practitioner"


class Status(StrEnum):
    """Where an order stands."""

    RECEIVED = "received"
    IN_REVIEW = "in_review"
    AWAITING_INFORMATION = "awaiting_information"
    ON_HOLD = "on_hold"
    AWAITING_SECOND_APPROVAL = "awaiting_second_approval"
    APPROVED = "approved"
    EXPORTED = "exported"
    EXPORT_FAILED = "export_failed"
    ACKNOWLEDGED = "acknowledged"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


OPEN_STATUSES = frozenset(
    {
        Status.RECEIVED,
        Status.IN_REVIEW,
        Status.AWAITING_INFORMATION,
        Status.ON_HOLD,
        Status.AWAITING_SECOND_APPROVAL,
    }
)
"""Orders that still wait for a decision."""

LEAVING_STATUSES = frozenset({Status.APPROVED, Status.EXPORT_FAILED})
"""Orders that the next export takes."""


class Severity(StrEnum):
    """How much a finding weighs."""

    STOP = "stop"
    WARNING = "warning"
    NOTE = "note"


class Outcome(StrEnum):
    """What all findings of an order amount to."""

    CLEAR = "clear"
    WARNINGS = "warnings"
    STOPPED = "stopped"


class PartyType(StrEnum):
    """Type of a communication party in AR (Department only in older data)."""

    ORGANIZATION = "Organization"
    SERVICE = "Service"
    PERSON = "Person"
    DEPARTMENT = "Department"


class Answer(StrEnum):
    """What a reference table knows."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


KIND_WORDS = {
    Kind.ACTIVATE: Phrase("Bestilling", "Bestilling"),
    Kind.CHANGE: Phrase("Endring", "Endring"),
    Kind.DEACTIVATE: Phrase("Avslutning", "Avslutning"),
}
SCHEME_WORDS = {
    Scheme.RESOURCE_SCHEDULE: Phrase("Ressurstimebok", "Ressurstimebok"),
    Scheme.VIA_PRACTITIONER: Phrase("Via behandler", "Via behandlar"),
}
STATUS_WORDS = {
    Status.RECEIVED: Phrase("Ny", "Ny"),
    Status.IN_REVIEW: Phrase("Under behandling", "Under behandling"),
    Status.AWAITING_INFORMATION: Phrase("Venter på kommunen", "Ventar på kommunen"),
    Status.ON_HOLD: Phrase("På vent", "På vent"),
    Status.AWAITING_SECOND_APPROVAL: Phrase("Til totrinnskontroll", "Til totrinnskontroll"),
    Status.APPROVED: Phrase("Godkjent", "Godkjend"),
    Status.EXPORTED: Phrase("Eksportert", "Eksportert"),
    Status.EXPORT_FAILED: Phrase("Eksport feilet", "Eksport feila"),
    Status.ACKNOWLEDGED: Phrase("Kvittert", "Kvittert"),
    Status.REJECTED: Phrase("Avvist", "Avvist"),
    Status.WITHDRAWN: Phrase("Trukket", "Trekt"),
    Status.SUPERSEDED: Phrase("Erstattet", "Erstatta"),
}
SEVERITY_WORDS = {
    Severity.STOP: Phrase("Stopper", "Stoppar"),
    Severity.WARNING: Phrase("Advarsel", "Åtvaring"),
    Severity.NOTE: Phrase("Merknad", "Merknad"),
}
OUTCOME_WORDS = {
    Outcome.CLEAR: Phrase("Klar", "Klar"),
    Outcome.WARNINGS: Phrase("Advarsel", "Åtvaring"),
    Outcome.STOPPED: Phrase("Stoppet", "Stoppa"),
}
PARTY_TYPE_WORDS = {
    PartyType.ORGANIZATION: Phrase("Virksomhet", "Verksemd"),
    PartyType.SERVICE: Phrase("Tjeneste", "Teneste"),
    PartyType.PERSON: Phrase("Person", "Person"),
    PartyType.DEPARTMENT: Phrase("Avdeling", "Avdeling"),
}
