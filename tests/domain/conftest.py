"""Small builders for the tests of the domain: a case without findings, and ways to spoil it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from timebok_desktop.domain.codes import Answer, Kind, PartyType, Scheme
from timebok_desktop.domain.configuration import Configuration, ConfigurationKey
from timebok_desktop.domain.findings import Finding
from timebok_desktop.domain.order import Contact, Order
from timebok_desktop.domain.party import Party, ServiceType, Snapshot
from timebok_desktop.domain.reference import (
    Category,
    Form,
    MunicipalityEntry,
    ReferenceTables,
    RetiredMunicipality,
    VendorSystem,
)
from timebok_desktop.domain.rules import RuleCase, judge

TODAY = date(2026, 3, 16)
NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
HER_ID = 81234


def _municipality(number: str, name: str, organization_number: str) -> MunicipalityEntry:
    return MunicipalityEntry(number, name, (name,), number[:2], "Fylke", organization_number, 0, 0)


TABLES = ReferenceTables(
    categories=(
        Category("Koronatest", "Koronatest", form_required=True),
        Category("Koronavaksine", "Koronavaksine", form_required=True),
        Category("Lab", "Lab", form_required=False),
        Category("Vaksine", "Vaksine", form_required=False),
        Category("Blodbank", "Blodbank", form_required=False, active=False),
    ),
    forms=(
        Form("koronavaksine-1", "Koronavaksine 1: Egenerklæring (Standard)", "Koronavaksine", True),
        Form(
            "koronavaksine-2",
            "Koronavaksine 2: Egenerklæring uten innsending",
            "Koronavaksine",
            False,
        ),
        Form("koronatest-1", "Koronatest 1: Oppdiktet", "Koronatest", False),
        Form(
            "koronatest-0",
            "Koronatest 0: Oppdiktet",
            "Koronatest",
            False,
            date(2020, 3, 12),
            date(2026, 3, 15),
        ),
    ),
    vendors=(
        VendorSystem("Fjordjournal", "Fjord EPJ", Answer.YES, Answer.YES, Answer.YES),
        VendorSystem("Fjelljournal", "Fjell EPJ", Answer.YES, Answer.NO, Answer.NO),
        VendorSystem("Fjelljournal", "Fjell Helse", Answer.YES, Answer.YES, Answer.UNKNOWN),
        VendorSystem("Skogjournal", "Skog EPJ", Answer.NO, Answer.NO, Answer.YES),
        VendorSystem("Skogjournal", "Skog Mini", Answer.NO, Answer.NO, Answer.YES),
        VendorSystem("Myrjournal", "Myr EPJ", Answer.UNKNOWN, Answer.UNKNOWN, Answer.YES),
    ),
    service_types=(("Lab", "8663", "KX01"), ("Lab", "8663", "KX02")),
    municipalities=(
        _municipality("0301", "Oslo", "958935420"),
        _municipality("1101", "Eigersund", "944496394"),
        _municipality("1103", "Stavanger", "964965226"),
        _municipality("1506", "Molde", ""),
        _municipality("1508", "Ålesund", ""),
        _municipality("1580", "Haram", ""),
    ),
    municipality_history=(
        RetiredMunicipality("1507", "Ålesund", ("1508", "1580")),
        RetiredMunicipality("1543", "Nesset", ("1506",)),
        RetiredMunicipality("9001", "Gammelby", ("9002",)),
        RetiredMunicipality("9002", "Mellomby", ("0301",)),
        RetiredMunicipality("9003", "Rundby", ("9004",)),
        RetiredMunicipality("9004", "Ringby", ("9003",)),
        RetiredMunicipality("9005", "Spredtby", ()),
        RetiredMunicipality("0301", "Kristiania", ("1101",)),
    ),
)
ORDER = Order(
    reference="RTB-2026-000001",
    kind=Kind.ACTIVATE,
    scheme=Scheme.RESOURCE_SCHEDULE,
    municipality_number="0301",
    municipality_name="Oslo",
    organization_number="958935420",
    her_id=str(HER_ID),
    category="Lab",
    form="",
    vendor="Fjordjournal",
    system="Fjord EPJ",
    contact=Contact(name="Kari Oppdiktet"),
    had_interim_solution=False,
    desired_from=None,
    language="nb",
    comment="",
    external_reference="",
    submitted_at=None,
    received_at=NOW,
)
PARTY = Party(
    her_id=HER_ID,
    type=PartyType.SERVICE,
    name="Laboratorium",
    parent_her_id=500,
    parent_name="Oslo kommune",
    parent_organization_number="958935420",
    municipality_number="0301",
    municipality_name="Oslo",
    service_type=ServiceType("8663", "KX01", "Laboratorium"),
    active=True,
    valid_from=datetime(2020, 1, 1, tzinfo=UTC),
    valid_to=datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC),
    location_description="Storgata",
)
PARENT = Party(
    her_id=500,
    type=PartyType.ORGANIZATION,
    name="Oslo kommune",
    organization_number="958935420",
    municipality_number="0301",
    active=True,
)
SNAPSHOT = Snapshot(
    id=7, taken_at=NOW, last_event_id=100, parties=2, sha256="0" * 64, includes_deactivated=False
)
_ORDER, _TABLES, _SNAPSHOT, _CASE = (
    {field.name for field in fields(kind)} for kind in (Order, ReferenceTables, Snapshot, RuleCase)
)
CaseBuilder = Callable[..., RuleCase]


def build_case(**facts: Any) -> RuleCase:
    """A case without findings, changed by `facts`: fields of the order, the case, the tables or
    the snapshot, each by its own name; `party` and `parent` may be the fields to change."""
    for name, whole in (("party", PARTY), ("parent", PARENT)):
        given = facts.get(name, {})
        facts[name] = replace(whole, **given) if isinstance(given, dict) else given
    for name, codes in (("kind", Kind), ("scheme", Scheme)):
        facts.update({name: codes(facts[name])} if name in facts else {})
    unknown = set(facts) - _ORDER - _TABLES - _SNAPSHOT - _CASE
    assert not unknown
    order = replace(ORDER, **{name: facts[name] for name in facts if name in _ORDER})
    tables = replace(TABLES, **{name: facts[name] for name in facts if name in _TABLES})
    snapshot = replace(SNAPSHOT, **{name: facts[name] for name in facts if name in _SNAPSHOT})
    case = RuleCase(order, TODAY, NOW, tables, snapshot, snapshot_max_age_days=14)
    return replace(case, **{name: facts[name] for name in facts if name in _CASE})


def build_configuration(municipality: str = "0301", **changes: Any) -> Configuration:
    """A current configuration of the case's HER-id and category, imported as a base."""
    key = ConfigurationKey(municipality, HER_ID, changes.pop("category", "Lab"))
    base = Configuration(key, Scheme.RESOURCE_SCHEDULE, "", "Fjordjournal", "Fjord EPJ", None)
    return replace(base, **changes)


@pytest.fixture(scope="session")
def tables() -> ReferenceTables:
    return TABLES


@pytest.fixture(scope="session")
def a_case() -> CaseBuilder:
    return build_case


@pytest.fixture(scope="session")
def a_configuration() -> Callable[..., Configuration]:
    return build_configuration


@pytest.fixture(scope="session")
def find() -> Callable[..., Finding | None]:
    """The finding of one rule on a case built from facts, None where the rule is silent."""

    def finding(rule: str, **facts: Any) -> Finding | None:
        return next((f for f in judge(build_case(**facts)) if f.rule == rule), None)

    return finding


@pytest.fixture(scope="session")
def findings_of() -> Callable[..., tuple[Finding, ...]]:
    return lambda **facts: judge(build_case(**facts))
