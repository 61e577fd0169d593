"""The naive way: pydantic models and ORM objects, one of each an order. Written as people write it.

It does the same job as an import: read, validate, store with indexes and full text, look every
party up, judge, store what was found. It judges by a handful of plain checks, fewer than there are
rules, so that it is never slower than it must be.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict
from sqlalchemy import Engine, ForeignKey, Index, create_engine, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2

from benchmarks.bare import PRAGMAS


class SentContact(BaseModel):
    """Who sent it."""

    name: str = ""
    email: str = ""
    phone: str = ""
    role: str = ""


class SentOrder(BaseModel):
    """An order of a JSON file, validated."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    kind: str
    scheme: str
    municipalityNumber: str = ""  # noqa: N815 - the file's names
    municipalityName: str = ""  # noqa: N815
    organizationNumber: str = ""  # noqa: N815
    herId: str  # noqa: N815
    category: str
    form: str = ""
    vendor: str = ""
    system: str = ""
    contact: SentContact = SentContact()
    hadInterimSolution: bool | None = None  # noqa: N815
    desiredFrom: date | None = None  # noqa: N815
    language: str = ""
    comment: str = ""
    externalReference: str = ""  # noqa: N815
    submittedAt: datetime | None = None  # noqa: N815


class Base(DeclarativeBase):
    """The mapped tables of the naive way."""


class PartyObject(Base):
    """A party of the registry, as it stands in the bare store."""

    __tablename__ = "party"
    her_id: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str]
    name: Mapped[str]
    parent_her_id: Mapped[str | None]
    organization_number: Mapped[str | None]
    parent_organization_number: Mapped[str | None]
    municipality_number: Mapped[str | None]
    service_code: Mapped[str | None]
    active: Mapped[str | None]
    valid_from: Mapped[str | None]
    valid_to: Mapped[str | None]
    coverage: Mapped[str | None]


class OrderObject(Base):
    """An order with the 25 columns, indexed for the queue."""

    __tablename__ = "naive_orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    status: Mapped[str] = mapped_column(index=True)
    outcome: Mapped[str | None] = mapped_column(index=True)
    kind: Mapped[str]
    scheme: Mapped[str]
    municipality_number: Mapped[str] = mapped_column(index=True)
    municipality_name: Mapped[str]
    organization_number: Mapped[str]
    her_id: Mapped[str] = mapped_column(index=True)
    category: Mapped[str] = mapped_column(index=True)
    form: Mapped[str]
    vendor: Mapped[str]
    system: Mapped[str]
    contact_name: Mapped[str]
    contact_email: Mapped[str]
    contact_phone: Mapped[str]
    contact_role: Mapped[str]
    had_interim_solution: Mapped[bool | None]
    desired_from: Mapped[date | None]
    language: Mapped[str]
    comment: Mapped[str]
    external_reference: Mapped[str]
    submitted_at: Mapped[datetime | None]
    received_at: Mapped[datetime]
    holder: Mapped[str]
    findings: Mapped[list[FindingObject]] = relationship(back_populates="order")
    __table_args__ = (Index("ix_naive_received", "received_at", "id"),)


class FindingObject(Base):
    """What a check found."""

    __tablename__ = "naive_findings"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("naive_orders.id"), index=True)
    rule: Mapped[str]
    message: Mapped[str]
    order: Mapped[OrderObject] = relationship(back_populates="findings")


_FULL_TEXT = (
    "CREATE VIRTUAL TABLE naive_text USING fts5(words, tokenize='unicode61 remove_diacritics 2')",
    """CREATE TRIGGER naive_words AFTER INSERT ON naive_orders BEGIN
    INSERT INTO naive_text(rowid, words) VALUES (new.id, new.reference || ' ' ||
    new.municipality_number || ' ' || new.municipality_name || ' ' || new.organization_number
    || ' ' || new.her_id || ' ' || new.category || ' ' || new.vendor); END""",
)


def engine_of(path: Path) -> Engine:
    """SQLAlchemy over the same driver with the same durability."""

    def opened() -> Any:
        connection = dbapi2.connect(str(path))
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").close()
        return connection

    return create_engine("sqlite+pysqlite://", module=dbapi2, creator=opened, poolclass=NullPool)


def make_tables(engine: Engine) -> None:
    """The tables of the naive way, empty, beside what is there."""
    names = (FindingObject.__tablename__, OrderObject.__tablename__)
    ours = [Base.metadata.tables[name] for name in names]
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE IF EXISTS naive_text"))
        Base.metadata.drop_all(connection, tables=ours)
        Base.metadata.create_all(connection, tables=ours)
        for statement in _FULL_TEXT:
            connection.execute(text(statement))


def import_file(engine: Engine, path: Path, most: int) -> int:
    """Import the first orders of a JSON file; how many that were."""
    received = datetime(2026, 3, 2)  # noqa: DTZ001 - SQLite keeps no zone
    with Session(engine) as session:
        sent = [SentOrder.model_validate(one) for one in json.loads(path.read_bytes())[:most]]
        orders = [_object_of(one, number, received) for number, one in enumerate(sent, 1)]
        for order in orders:
            judge(session, order)
        session.add_all(orders)
        session.commit()
    return len(orders)


def judge(session: Session, order: OrderObject) -> None:
    """Look the party up and note what is wrong; the order is not in the session yet."""
    party = session.get(PartyObject, _number(order.her_id))
    wrong = _wrong_with(order, party)
    order.findings = [FindingObject(rule=rule, message=rule) for rule in wrong]
    order.outcome = "stopped" if wrong else "clear"


def look_up(engine: Engine, her_ids: Sequence[str]) -> int:
    """Only the look-up of each order's party; how many there are."""
    with Session(engine) as session:
        found = (session.get(PartyObject, _number(her_id)) for her_id in her_ids)
        return sum(one is not None and one.active == "1" for one in found)


def add_and_commit(session: Session, serial: int) -> None:
    """One object, one durable commit."""
    session.add(FindingObject(order_id=1, rule="approve", message=f"decision {serial}"))
    session.commit()


def _number(her_id: str) -> int:
    return int(her_id) if her_id.isdigit() else -1


def _wrong_with(order: OrderObject, party: PartyObject | None) -> list[str]:
    if party is None:
        return ["HER-UNKNOWN"]
    numbers = (party.organization_number, party.parent_organization_number)
    checks = {
        "HER-INACTIVE": party.active != "1",
        "HER-LEVEL": party.type != "Service",
        "HER-OWNER": order.organization_number not in numbers,
        "HER-MUNICIPALITY": order.municipality_number != party.municipality_number,
        "FORM-MISSING": order.category.startswith("Korona") and not order.form,
        "VENDOR-UNKNOWN": not order.vendor,
    }
    return [rule for rule, fires in checks.items() if fires]


def _object_of(sent: SentOrder, number: int, received: datetime) -> OrderObject:
    return OrderObject(
        reference=f"NAIVE-{number:07}",
        status="received",
        kind=sent.kind,
        scheme=sent.scheme,
        municipality_number=sent.municipalityNumber.zfill(4),
        municipality_name=sent.municipalityName,
        organization_number=sent.organizationNumber,
        her_id=sent.herId,
        category=sent.category,
        form=sent.form,
        vendor=sent.vendor,
        system=sent.system,
        contact_name=sent.contact.name,
        contact_email=sent.contact.email,
        contact_phone=sent.contact.phone,
        contact_role=sent.contact.role,
        had_interim_solution=sent.hadInterimSolution,
        desired_from=sent.desiredFrom,
        language=sent.language,
        comment=sent.comment,
        external_reference=sent.externalReference,
        submitted_at=sent.submittedAt,
        received_at=received,
        holder="",
    )
