"""Invented orders, their findings and the extract they rest on, for the desk in memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from timebok_desktop.domain.codes import (
    Kind,
    Scheme,
    Severity,
)
from timebok_desktop.domain.findings import Finding, Suggestion, outcome_of
from timebok_desktop.domain.order import Contact, Order
from timebok_desktop.domain.party import Snapshot
from timebok_desktop.domain.phrases import Phrase

PLACES = (
    ("3405", "Lillehammer", "945578564"),
    ("5501", "Tromsø", "940101808"),
    ("1108", "Sandnes", "964965137"),
    ("0301", "Oslo", "958935420"),
    ("4601", "Bergen", "964338531"),
    ("5612", "Guovdageaidnu – Kautokeino", "945475056"),
)
CATEGORIES = ("Koronavaksine", "Lab", "Vaksine", "Koronatest")
SNAPSHOT = Snapshot(
    id=3,
    taken_at=datetime.now(UTC) - timedelta(days=3),
    last_event_id=99,
    parties=287_412,
    sha256="ab" * 32,
    includes_deactivated=False,
)


def finding(rule: str, severity: Severity, place: str, nb: str, **more: object) -> Finding:
    """A finding in words."""
    return Finding(rule, severity, place, Phrase(nb, nb), **more)  # type: ignore[arg-type]


STOPPED = finding(
    "HER-INACTIVE",
    Severity.STOP,
    "her_id",
    "HER-id 8143040 er deaktivert i AR siden 24.04.2025. Innbyggere vil ikke kunne bestille.",
    evidence={"her_id": 8143040, "valid_to": "2025-04-24"},
    suggestions=(
        Suggestion(
            8143043,
            "Smittevern, Lillehammer sentrum",
            (Phrase("samme virksomhet", "same verksemd"), Phrase("ett siffer unna", "eitt siffer")),
        ),
    ),
)
WARNED = finding(
    "HER-OWNER",
    Severity.WARNING,
    "organization_number",
    "Organisasjonsnummeret 945 578 564 eier ikke HER-id-en i AR; det gjør 938 103 105. Sjekk at "
    "kommunen kan bestille for tjenesten.",
    evidence={"owner": "938103105"},
)
CHECKLIST = (
    Phrase("Den gamle løsningen er avsluttet", "Den gamle løysinga er avslutta"),
    Phrase("Det er bare ett sted å bestille", "Det er berre éin stad å bestille"),
    Phrase("HER-id-en er den nye", "HER-id-en er den nye"),
)
INTERIM = finding(
    "INTERIM-SOLUTION",
    Severity.WARNING,
    "had_interim_solution",
    "Kommunen har hatt mellomløsningen. Gå gjennom sjekklisten før du godkjenner.",
)


def invented_order(number: int, findings: Sequence[Finding]) -> Order:
    """An order of an invented municipality."""
    municipality, name, organization = PLACES[number % len(PLACES)]
    category = CATEGORIES[number % len(CATEGORIES)]
    return Order(
        reference=f"RTB-2026-{number:06d}",
        kind=(Kind.ACTIVATE, Kind.ACTIVATE, Kind.CHANGE)[number % 3],
        scheme=Scheme.RESOURCE_SCHEDULE,
        municipality_number=municipality,
        municipality_name=name,
        organization_number=organization,
        her_id=str(8143043 + 10 * (number % 40)),
        category=category,
        form="koronavaksine-1" if category == "Koronavaksine" else "",
        vendor="Fjordjournal AS (oppdiktet)",
        system="Fjordjournal",
        contact=Contact("Anna Eksempel", "anna@eksempel.invalid", "61 00 00 00", "Fagansvarlig"),
        had_interim_solution=INTERIM in findings,
        desired_from=None,
        language="nb",
        comment="Vi ønsker oppstart så snart det lar seg gjøre.",
        external_reference=f"K-{number}",
        submitted_at=None,
        received_at=datetime.now(UTC) - timedelta(days=number % 9, hours=2),
        outcome=outcome_of(findings),
        as_sent={"her_id": f"{8143043 + 10 * (number % 40):,}".replace(",", " ")},
        places={"her_id": f"row {number}, HER-id"},
        source_sha256="cd" * 32,
        source_name="bestillinger-uke-47.xlsx",
    )
