"""An invented world for the tests of the window: parties, orders, packages, log, tables."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta

from timebok_desktop.domain.codes import Kind, Outcome, PartyType, Scheme, Status
from timebok_desktop.domain.configuration import Configuration, ConfigurationKey
from timebok_desktop.domain.party import (
    CoverageArea,
    ElectronicAddress,
    Party,
    PostalAddress,
    ServiceType,
    Snapshot,
)
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.services.views import (
    AuditEvent,
    ConfigurationRow,
    OrderRow,
    PackageRow,
    TableView,
)

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
_START = datetime(2024, 1, 1, tzinfo=UTC)


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _organization(her_id: int, number: str, name: str, orgnr: str) -> Party:
    return Party(
        her_id=her_id,
        type=PartyType.ORGANIZATION,
        name=f"{name.upper()} KOMMUNE",
        display_name=f"{name} kommune",
        organization_number=orgnr,
        business_type="102",
        municipality_number=number,
        municipality_name=name,
        active=True,
        valid_from=_START,
        postal_addresses=(PostalAddress("PST", "Rådhusgata 1", "Postboks 12", "2600", name),),
        electronic_addresses=(ElectronicAddress("E_EDI", "post@eksempel.invalid"),),
    )


def _service(her_id: int, parent: Party, kind: ServiceType, place: str, *, active: bool) -> Party:
    return Party(
        her_id=her_id,
        type=PartyType.SERVICE,
        name=kind.text,
        display_name=kind.text,
        parent_her_id=parent.her_id,
        parent_name=parent.display_name,
        parent_organization_number=parent.organization_number,
        parent_business_type="102",
        municipality_number=parent.municipality_number,
        municipality_name=parent.municipality_name,
        service_type=kind,
        active=active,
        valid_from=_START,
        valid_to=None if active else datetime(2026, 4, 24, tzinfo=UTC),
        location_description=place,
        coverage=(
            CoverageArea(parent.her_id, parent.organization_number, parent.municipality_name),
            CoverageArea(None, "", "Øyer"),
        ),
        postal_addresses=(PostalAddress("RES", "Helsevegen 4", "", "2609", "Lillehammer"),),
        electronic_addresses=(
            ElectronicAddress("E_EDI", "her@eksempel.invalid"),
            ElectronicAddress("E_TLF", "61000000", inherited=True),
        ),
        last_changed=datetime(2026, 10, 2, 12, 30, tzinfo=UTC),
    )


_INFECTION = ServiceType("8663", "KA0301", "Smittevern")
_EMERGENCY = ServiceType("8663", "KA02", "Legevakt")
_PLACES = (
    (8100010, "3405", "Lillehammer", "945578564"),
    (8100020, "5501", "Tromsø", "940101808"),
    (8100030, "1108", "Sandnes", "964965137"),
    (8100040, "0301", "Oslo", "958935420"),
)


def invented_parties() -> tuple[Party, ...]:
    """Four municipalities with their services."""
    parties: list[Party] = []
    for her_id, number, name, orgnr in _PLACES:
        owner = _organization(her_id, number, name, orgnr)
        parties += [
            owner,
            _service(her_id + 1, owner, _INFECTION, f"{name} sentrum", active=True),
            _service(her_id + 2, owner, _EMERGENCY, f"Legevakta i {name}", active=True),
            _service(her_id + 3, owner, _INFECTION, f"{name}, gamle helsehuset", active=False),
        ]
    return tuple(parties)


def invented_snapshot(number: int, days_old: int, parties: int) -> Snapshot:
    taken = NOW - timedelta(days=days_old)
    return Snapshot(
        id=number,
        taken_at=taken,
        last_event_id=4_410_000 + number * 1250,
        parties=parties,
        sha256=sha(f"snapshot {number}"),
        includes_deactivated=number % 2 == 0,
        imported_at=taken + timedelta(hours=2),
        source_name=f"ar-export-{taken:%Y-%m-%d}.json",
    )


def order_row(number: int, *, status: Status, outcome: Outcome | None = None) -> OrderRow:
    """An invented line of the queue."""
    _, municipality, name, orgnr = _PLACES[number % len(_PLACES)]
    category = ("Koronavaksine", "Lab", "Vaksine", "Koronatest")[number % 4]
    return OrderRow(
        id=number,
        reference=f"RTB-2026-{number:06d}",
        status=status,
        kind=(Kind.ACTIVATE, Kind.CHANGE)[number % 2],
        scheme=Scheme.RESOURCE_SCHEDULE,
        municipality_number=municipality,
        municipality_name=name,
        organization_number=orgnr,
        her_id=str(8100011 + 10 * (number % 4)),
        category=category,
        form="koronavaksine-1" if category == "Koronavaksine" else "",
        vendor="Fjordjournal AS (oppdiktet)",
        external_reference="",
        received_at=NOW - timedelta(days=number % 9, hours=3),
        waiting_since=NOW - timedelta(days=number % 9, hours=3),
        outcome=outcome,
        holder="",
    )


def invented_configuration(
    number: int, *, current: bool = True, ended: str = ""
) -> ConfigurationRow:
    her_id, municipality, name, _ = _PLACES[number % len(_PLACES)]
    category = ("Koronavaksine", "Lab", "Vaksine", "Koronatest")[(number // 4) % 4]
    return ConfigurationRow(
        Configuration(
            key=ConfigurationKey(municipality, her_id + 1, category),
            scheme=Scheme.RESOURCE_SCHEDULE,
            form="koronavaksine-1" if category == "Koronavaksine" else "",
            vendor="Fjordjournal AS (oppdiktet)",
            system="Fjordjournal 5",
            valid_from=date(2026, 1, 1 + number % 27),
            order_reference="" if number % 3 == 0 else f"RTB-2026-{number:06d}",
            current=current,
            created_at=NOW - timedelta(days=40 + number),
            ended_at=None if current else NOW - timedelta(days=number),
            ended_by="" if current else f"RTB-2026-{number + 1:06d}",
            ended_reason=ended,
        ),
        name,
    )


def invented_package(sequence: int, ok: int, failed: int, waiting: int) -> PackageRow:
    uuid = f"5b1f6c2e-0000-4000-8000-{sequence:012d}"
    return PackageRow(
        sequence=sequence,
        uuid=uuid,
        created=NOW - timedelta(days=3 * (20 - sequence), hours=1),
        by="anna",
        full=sequence == 1,
        configurations=ok + failed + waiting,
        sha256=sha(uuid),
        path=f"exports/timebok-export-{sequence}-{uuid}",
        acknowledged=ok,
        failed=failed,
        waiting=waiting,
    )


_ACTIONS = ("received", "approve", "exported", "verified", "settings-saved", "table-replaced")


def invented_event(seq: int) -> AuditEvent:
    return AuditEvent(
        seq=seq,
        at=NOW - timedelta(minutes=7 * (400 - seq)),
        by=("anna", "bjørn", "system")[seq % 3],
        action=_ACTIONS[seq % len(_ACTIONS)],
        subject=f"RTB-2026-{seq % 40:06d}" if seq % 6 < 3 else "",
        details={
            "from": "received",
            "to": "awaiting_second_approval",
            "reason": "Alt stemmer",
            "ok": True,
            "overrides": {"HER-OWNER": "Avklart"},
        },
        hash=sha(f"event {seq}"),
    )


_ANSWERS = ("yes", "no", "unknown")


def invented_tables() -> dict[str, TableView]:
    return {
        "categories": TableView(
            "categories",
            Phrase("Timebok-kategorier", "Timebok-kategoriar"),
            Phrase(
                "Kategoriene som kan bestilles, og om de krever skjema.",
                "Kategoriane som kan bestillast, og om dei krev skjema.",
            ),
            ("category", "name", "form_required", "active"),
            (
                ("Koronatest", "Koronatest", "yes", "yes"),
                ("Koronavaksine", "Koronavaksine", "yes", "yes"),
                ("Lab", "Lab", "no", "yes"),
                ("Vaksine", "Vaksine", "no", "yes"),
            ),
            {"form_required": ("yes", "no"), "active": ("yes", "no")},
        ),
        "vendors": TableView(
            "vendors",
            Phrase("Journalleverandører", "Journalleverandørar"),
            Phrase(
                "Det finnes ingen offentlig liste over leverandører som er integrert med "
                "ressurstimeboken. Skriv inn det dere vet.",
                "Det finst inga offentleg liste over leverandørar som er integrerte med "
                "ressurstimeboka. Skriv inn det de veit.",
            ),
            ("vendor", "system", "integrated", "receives_answers", "integrated_via_practitioner"),
            (
                ("Fjordjournal AS (oppdiktet)", "Fjordjournal 5", "yes", "yes", "unknown"),
                ("Fjordjournal AS (oppdiktet)", "Fjordjournal 4", "yes", "no", "no"),
                ("Breheim Data (oppdiktet)", "Breheim Helse", "no", "unknown", "unknown"),
            ),
            {
                "integrated": _ANSWERS,
                "receives_answers": _ANSWERS,
                "integrated_via_practitioner": _ANSWERS,
            },
        ),
        "municipalities": TableView(
            "municipalities",
            Phrase("Kommuner", "Kommunar"),
            Phrase("Kommunene i dag.", "Kommunane i dag."),
            ("municipality_number", "name", "county"),
            (
                ("3405", "Lillehammer", "Innlandet"),
                ("3440", "Øyer", "Innlandet"),
                ("5501", "Tromsø", "Troms"),
            ),
        ),
        "service_types": TableView(
            "service_types",
            Phrase("Kategori til tjenestetype", "Kategori til tenestetype"),
            Phrase(
                "Hvilke tjenestetyper som passer til hver kategori.",
                "Kva tenestetypar som passar til kvar kategori.",
            ),
            ("category", "code_list", "code"),
            (),
            {"category": ("Koronatest", "Koronavaksine", "Lab", "Vaksine")},
        ),
    }
