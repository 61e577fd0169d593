"""Invented orders that leave, keys, and a packager, for the tests of export packages."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType

import pytest

from timebok_desktop.domain.codes import Kind, PartyType, Scheme
from timebok_desktop.domain.configuration import Configuration, ConfigurationKey, Proposal
from timebok_desktop.domain.order import Contact, Order
from timebok_desktop.domain.party import Party, ServiceType, Snapshot
from timebok_desktop.files.keys import WorkspaceKeys
from timebok_desktop.files.package.bag import BagPackager
from timebok_desktop.services.ports_files import (
    Approval,
    LeavingOrder,
    Municipality,
    PackageHeader,
    WrittenPackage,
)

MOMENT = datetime(2026, 11, 5, 12, 40, tzinfo=UTC)
SNAPSHOT = Snapshot(1, datetime(2026, 11, 5, 6, 0, tzinfo=UTC), 4711, 300, "ab" * 32, False)
MUNICIPALITY = Municipality("3405", "Lillehammer", "945578564", "Innlandet")
HARAM = Municipality("1580", "Haram", "", "Møre og Romsdal")
OWNER = Party(
    her_id=8140001,
    type=PartyType.ORGANIZATION,
    name="Lillehammer kommune",
    organization_number="945578564",
    business_type="102",
    municipality_number="3405",
)
IKS = Party(
    her_id=8140099,
    type=PartyType.ORGANIZATION,
    name="Oppdiktet legevakt IKS",
    organization_number="999888777",
    business_type="114",
    municipality_number="3405",
)
PARTY = Party(
    her_id=8143043,
    type=PartyType.SERVICE,
    name="Smittevern",
    parent_her_id=8140001,
    parent_name="Lillehammer kommune",
    parent_organization_number="945578564",
    municipality_number="3405",
    municipality_name="Lillehammer",
    service_type=ServiceType("8663", "KA0301", "Smittevern"),
    active=True,
    valid_from=datetime(2020, 1, 1, tzinfo=UTC),
    location_description="Lillehammer sentrum",
)
APPROVALS = (
    Approval("anna", MOMENT, (("HER-OWNER", "Avklart med kommunen <per telefon>"),)),
    Approval("bjarne", datetime(2026, 11, 5, 13, 5, tzinfo=UTC)),
)


def leaving_order(
    number: int = 1,
    *,
    action: Kind = Kind.ACTIVATE,
    category: str = "Koronavaksine",
    form: str = "koronavaksine-1",
    municipality: Municipality = MUNICIPALITY,
    party: Party | None = PARTY,
    owner: Party | None = OWNER,
    approvals: tuple[Approval, ...] = APPROVALS,
    scheme: Scheme = Scheme.RESOURCE_SCHEDULE,
    vendor: str = "Oppdiktet Journal AS",
) -> LeavingOrder:
    key = ConfigurationKey(municipality.number, 8143043, category)
    after = Configuration(key, scheme, form, vendor, "Journal 1", date(2026, 12, 1))
    before = replace(after, form="koronavaksine-2", valid_from=date(2021, 3, 1))
    order = Order(
        reference=f"RTB-2026-{number:06d}",
        kind=action,
        scheme=scheme,
        municipality_number=municipality.number,
        municipality_name=municipality.name,
        organization_number=municipality.organization_number,
        her_id="8143043",
        category=category,
        form=form,
        vendor=vendor,
        system="Journal 1",
        contact=Contact("Kari Oppdiktet", "kari@oppdiktet.invalid"),
        had_interim_solution=False,
        desired_from=date(2026, 12, 1),
        language="nb",
        comment="Ingen",
        external_reference="sak-17",
        submitted_at=None,
        received_at=datetime(2026, 11, 2, 8, 12, tzinfo=UTC),
    )
    return LeavingOrder(
        order=order,
        proposal=Proposal(
            action,
            key,
            None if action is Kind.DEACTIVATE else after,
            None if action is Kind.ACTIVATE else before,
        ),
        party=party,
        owner=owner,
        municipality=municipality,
        snapshot=SNAPSHOT,
        approvals=approvals,
        form_name="Koronavaksine 1: Egenerklæring (Standard)" if form else "",
    )


def every_kind() -> list[LeavingOrder]:
    """One order of each kind and of each odd case that the field knows."""
    no_type = replace(PARTY, service_type=None, type=PartyType.ORGANIZATION, business_type="102")
    return [
        leaving_order(1),
        leaving_order(2, action=Kind.CHANGE),
        leaving_order(3, action=Kind.DEACTIVATE),
        leaving_order(4, category="Vaksine", form=""),
        leaving_order(5, category="Lab", form="", approvals=APPROVALS[:1]),
        leaving_order(6, category="Koronatest", scheme=Scheme.VIA_PRACTITIONER),
        leaving_order(7, owner=IKS),
        leaving_order(8, municipality=HARAM, owner=replace(OWNER, municipality_number="1580")),
        leaving_order(9, action=Kind.DEACTIVATE, party=None, owner=None),
        leaving_order(10, action=Kind.DEACTIVATE, party=None, owner=None, municipality=HARAM),
        leaving_order(11, party=no_type, owner=None),
        leaving_order(12, party=Party(8143043, PartyType.PERSON), owner=None),
        leaving_order(13, municipality=HARAM, owner=IKS),
    ]


def package_header(sequence: int = 1, **changes: object) -> PackageHeader:
    header = PackageHeader(
        sequence=sequence,
        uuid="4ee942a1-82e8-4657-b8ec-a5b9150d3f61",
        previous_sha256="",
        created=datetime(2026, 11, 6, 8, 0, tzinfo=UTC),
        by="anna",
        full=False,
        audit_head="cd" * 32,
    )
    return replace(header, **changes)  # type: ignore[arg-type]


@pytest.fixture
def make_order() -> Callable[..., LeavingOrder]:
    return leaving_order


@pytest.fixture
def odd_cases() -> list[LeavingOrder]:
    return every_kind()


@pytest.fixture
def make_header() -> Callable[..., PackageHeader]:
    return package_header


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> WorkspaceKeys:
    return WorkspaceKeys(tmp_path_factory.mktemp("workspace") / "keys")


@pytest.fixture
def packager(keys: WorkspaceKeys) -> BagPackager:
    return BagPackager(keys, "0.1.0")


@pytest.fixture
def package(packager: BagPackager, tmp_path: Path) -> WrittenPackage:
    orders = [leaving_order(1), leaving_order(2, action=Kind.CHANGE), leaving_order(3)]
    return packager.write(tmp_path / "exports", package_header(7), orders)


@pytest.fixture(scope="session")
def reference_data() -> Path:
    folder = Path(__file__).parents[4] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the reference data is not beside the project")
    return folder


@pytest.fixture(scope="session")
def profile_checker() -> ModuleType:
    name = "timebok_profile_checker"
    place = Path(__file__).with_name("profile_checker.py")
    specification = importlib.util.spec_from_file_location(name, place)
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    sys.modules[name] = module
    specification.loader.exec_module(module)
    return module


@pytest.fixture
def read_json() -> Callable[[Path], dict]:
    return lambda path: json.loads(path.read_text("utf-8"))
