"""What the tests of the services share: an open workspace with a clock, and small files for it.

Everything goes through the desk, as a click or a command does.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from timebok_desktop.bootstrap import Office, open_office
from timebok_desktop.domain.order import Order
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.local_desk import LocalDesk
from timebok_desktop.services.views import ImportReport, RegistryImportReport
from timebok_desktop.storage.schema import metadata

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
STAVANGER = {"municipalityNumber": "1103", "organizationNumber": "964965226"}
VENDORS = (
    ("Fjordjournal", "Fjord EPJ", "yes", "yes", "yes"),
    ("Fjelljournal", "Fjell EPJ", "no", "no", "no"),
)


def legacy_party(her_id: int, **fields: Any) -> dict[str, Any]:
    """An invented active service of Stavanger in AR's legacy export."""
    return {
        "HerId": her_id,
        "Type": "Service",
        "Name": "Legevakt",
        "ParentHerId": 8000000,
        "ParentOrganizationNumber": "964965226",
        "Municipality": {"CodeValue": "1103", "CodeText": "Stavanger"},
        "Active": True,
        "Valid": {"From": "2020-01-01T00:00:00", "To": None},
        **fields,
    }


def organisation(**fields: Any) -> dict[str, Any]:
    """The municipality itself as a party."""
    return {
        "HerId": 8000000,
        "Type": "Organization",
        "Name": "Stavanger kommune",
        "OrganizationNumber": "964965226",
        "Municipality": {"CodeValue": "1103", "CodeText": "Stavanger"},
        "Active": True,
        "Valid": {"From": "2020-01-01T00:00:00", "To": None},
        **fields,
    }


def json_order(**fields: Any) -> dict[str, Any]:
    """An order without findings, with fields replaced."""
    return {
        "kind": "activate",
        **STAVANGER,
        "municipalityName": "Stavanger",
        "herId": "8000001",
        "category": "Lab",
        "vendor": "Fjordjournal",
        "system": "Fjord EPJ",
        "contact": {"name": "Oda Oppdiktet", "email": "oda@example.no"},
        "language": "nb",
        **fields,
    }


@dataclass
class Workbench:
    """An open workspace with what the tests do again and again."""

    folder: Path
    now: datetime = NOW
    _office: Office | None = None
    _count: int = 0

    @property
    def office(self) -> Office:
        """The workspace, opened on first use."""
        if self._office is None:
            self._office = open_office(self.folder.parent / "workspace", lambda: self.now)
        return self._office

    def close(self) -> None:
        """Close the workspace; the next use opens it again."""
        if self._office is not None:
            self._office.close()
        self._office = None

    @property
    def desk(self) -> LocalDesk:
        return self.office.desk

    def file(self, content: object, name: str = "") -> Path:
        """A file of the caseworker; what is no text or bytes becomes JSON."""
        self._count += 1
        path = self.folder / (name or f"fil-{self._count}.json")
        if not isinstance(content, str | bytes):
            content = json.dumps(content)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def registry(self, *parties: dict[str, Any], **options: Any) -> RegistryImportReport:
        """Import an AR export."""
        content = {
            "LastDateTimeOffset": options.pop("taken_at", self.now.isoformat()),
            "LastEventId": 4711,
            "CommunicationParties": list(parties),
        }
        return self.desk.import_registry(self.file(content), "kari", **options)

    def supplement(self, *parties: dict[str, Any]) -> RegistryImportReport:
        """Import single answers of AR."""
        return self.desk.import_registry(self.file({"CommunicationParties": list(parties)}), "kari")

    def take(self, *orders: dict[str, Any], name: str = "") -> ImportReport:
        """Import orders from one JSON file."""
        self._count += 1
        content = {"schema": "timebok-order/1", "orders": list(orders)}
        text = json.dumps(content) + " " * self._count  # no two files are equal
        return self.desk.import_orders([self.file(text, name)], "kari")

    def order(self, *, verify: bool = True, **fields: Any) -> str:
        """One order, imported and verified; its reference."""
        (file,) = self.take(json_order(**fields)).files
        (reference,) = file.orders
        if verify:
            self.desk.verify([reference], user="kari")
        return reference

    def get(self, reference: str) -> Order:
        """The order as it stands."""
        return self.desk.case(reference, "kari").order

    def status(self, reference: str) -> str:
        return self.get(reference).status.value

    def decide(self, reference: str, *steps: tuple[str, str], **options: Any) -> str:
        """Decisions as (caseworker, action); the status after them."""
        for user, action in steps:
            self.desk.decide(reference, Action(action), user, **options)
        return self.status(reference)

    def approve(self, reference: str, **options: Any) -> str:
        """Both approvals."""
        return self.decide(reference, ("kari", "approve"), ("ola", "approve"), **options)

    def rules(self, reference: str) -> list[str]:
        """The rules that an order's stored findings are of."""
        return sorted({one.rule for one in self.desk.case(reference, "kari").findings})

    def export(self, **options: Any) -> Any:
        return self.desk.export(None, "kari", **options)

    def receipt(
        self, package: str, *results: tuple[str, str], message: str = "", **options: Any
    ) -> Any:
        """A receipt for a package, as (reference, status)."""
        lines = [{"reference": r, "status": s, "message": message} for r, s in results]
        file = self.file({"package": package, "results": lines})
        return self.desk.import_receipts(file, "kari", **options)

    def settings(self, **changes: Any) -> None:
        settings = replace(self.desk.settings(), **changes)
        self.desk.save_settings(settings, "kari")

    def later(self, **span: float) -> None:
        self.now += timedelta(**span)

    def state(self) -> tuple[Any, ...]:
        """All that a refused action must leave alone."""
        with self.office.store.read() as unit:
            return tuple(
                tuple(unit._connection.execute(select(table))) for table in metadata.sorted_tables
            )


def workbench(folder: Path) -> Workbench:
    """A new workspace with invented vendors and no AR export yet."""
    files = folder / "files"
    files.mkdir()
    made = Workbench(files)
    made.desk.replace_table("vendors", VENDORS, "kari")
    return made


@pytest.fixture
def make_workbench() -> Callable[[Path], Workbench]:
    return workbench


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    """A new workspace with invented vendors and no AR export yet."""
    made = workbench(tmp_path)
    yield made
    made.close()


@pytest.fixture
def office(bench: Workbench) -> Workbench:
    """A workspace with a municipality and two of its services in AR."""
    bench.registry(organisation(), legacy_party(8000001), legacy_party(8000002))
    return bench


@pytest.fixture(scope="session")
def make_office() -> Callable[[Path], Workbench]:
    """Makes such a workspace in a folder; whoever asks closes it."""

    def make(folder: Path) -> Workbench:
        made = workbench(folder)
        made.registry(organisation(), legacy_party(8000001), legacy_party(8000002))
        return made

    return make


@pytest.fixture
def make_party() -> Callable[..., dict[str, Any]]:
    return legacy_party


@pytest.fixture
def make_organisation() -> Callable[..., dict[str, Any]]:
    return organisation


@pytest.fixture
def make_order() -> Callable[..., dict[str, Any]]:
    return json_order
