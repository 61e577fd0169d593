"""What the tests of the storage room share: an empty store and small orders to put into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from timebok_desktop.domain.codes import Kind, PartyType, Scheme, Status
from timebok_desktop.domain.order import Contact, Order
from timebok_desktop.domain.party import Party, Snapshot
from timebok_desktop.domain.rule_codes import BIT
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.ports_approvals import CaseworkerKey, SignedStatement
from timebok_desktop.services.ports_bulk import Signed
from timebok_desktop.services.ports_files import RegistryHeader
from timebok_desktop.services.ports_orders import OrderKeys, VerifiedAt
from timebok_desktop.services.ports_store import NewDecision, NewFile, UnitOfWork
from timebok_desktop.services.prepared import prepared_of
from timebok_desktop.storage.store import SqlStore

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
SNAPSHOT = Snapshot(1, NOW, None, 0, "", includes_deactivated=False)
"""What verdicts rest on where no test looks at it."""


def order(number: int = 1, **fields: Any) -> Order:
    """An invented order with fields replaced."""
    sound = Order(
        reference=f"RTB-2026-{number:06}",
        kind=Kind.ACTIVATE,
        scheme=Scheme.RESOURCE_SCHEDULE,
        municipality_number="1103",
        municipality_name="Stavanger",
        organization_number="964965226",
        her_id="81234",
        category="Lab",
        form="",
        vendor="Fjordjournal",
        system="Fjord EPJ",
        contact=Contact("Oda Oppdiktet", "oda@example.no", "00000000", "rådgiver"),
        had_interim_solution=None,
        desired_from=None,
        language="nb",
        comment="",
        external_reference=f"K-{number}",
        submitted_at=None,
        received_at=NOW + timedelta(seconds=number),
    )
    return replace(sound, **fields)


def keys(of: Order, search_text: str = "") -> OrderKeys:
    """The keys that an order has where nothing is unresolved."""
    number = int(of.her_id) if of.her_id.isdigit() else None
    return OrderKeys(of.municipality_number, of.municipality_name, of.category, number, search_text)


def new_decision(
    kind: Action, by: str, before: Status, after: Status, signed: Signed | None = None
) -> NewDecision:
    """A decision without reason or overrides."""
    return NewDecision(kind, by, NOW, "", {}, before, after, signed=signed)


def signature_of(unit: UnitOfWork, by: str) -> Signed:
    """A statement under the caseworker's key, as far as the database looks at it."""
    key = unit.approvals.key_of(by)
    if key is None:
        key = CaseworkerKey(by, f"thumbprint of {by}", "x")
        unit.approvals.register(key, NOW)
    statement = unit.approvals.add(SignedStatement("{}", "signature", key.thumbprint))
    return Signed(statement, key.thumbprint)


def party(her_id: int, **fields: Any) -> Party:
    """An invented service with fields replaced."""
    return replace(Party(her_id, PartyType.SERVICE, name="Legevakt"), **fields)


@pytest.fixture
def make_order() -> Callable[..., Order]:
    return order


@pytest.fixture
def make_keys() -> Callable[..., OrderKeys]:
    return keys


@pytest.fixture
def make_decision() -> Callable[..., NewDecision]:
    return new_decision


@pytest.fixture
def signed_by() -> Callable[[UnitOfWork, str], Signed]:
    return signature_of


@pytest.fixture
def make_party() -> Callable[..., Party]:
    return party


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the store lies."""
    return tmp_path / "store.sqlite3"


@pytest.fixture
def open_store(tmp_path: Path, place: Path) -> Iterator[Callable[..., SqlStore]]:
    """Opens the store at `place`, or another one; closes all of them in the end."""
    opened: list[SqlStore] = []

    def _open(path: Path = place) -> SqlStore:
        opened.append(SqlStore(path, tmp_path / "backups"))
        return opened[-1]

    yield _open
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: Callable[..., SqlStore]) -> SqlStore:
    """An empty store."""
    return open_store()


@pytest.fixture
def behind_the_back(place: Path) -> Callable[..., list[Any]]:
    """Runs SQL on the file with another connection, without the program."""

    def _run(*statements: str) -> list[Any]:
        connection = dbapi2.connect(str(place), isolation_level=None)
        try:
            return [connection.execute(statement).fetchall() for statement in statements][-1]
        finally:
            connection.close()

    return _run


def put(unit: UnitOfWork, one: Order, of: OrderKeys, holder: str = "") -> int:
    """Adds an order as intake does, then brings it to where it stands; returns its id."""
    row = prepared_of(one, of, 0)
    source = None
    if one.source_sha256:
        file = NewFile(one.source_sha256, one.source_name, "json", "imported", NOW, "kari")
        source = unit.files.add(file)
    (identity,) = unit.orders.add([row], [one.reference], one.received_at, source)
    stored = unit.orders.by_ids([identity])[0]
    unit.orders.save(replace(stored, order=replace(stored.order, status=one.status), holder=holder))
    if one.outcome is not None:
        unit.verdicts.rest_all_on(VerifiedAt(SNAPSHOT, NOW.date(), is_stale=False))
        code = {"stopped": "HER-SYNTAX", "warnings": "HER-LEVEL"}.get(one.outcome)
        unit.verdicts.keep([(identity, BIT[code] if code else 0)], SNAPSHOT)
    return identity


@pytest.fixture
def put_order() -> Callable[..., int]:
    return put


@pytest.fixture
def fill(store: SqlStore) -> Callable[..., list[int]]:
    """Adds orders with their keys and search words; returns their ids."""

    def _fill(*orders: Order, search: Callable[[Order], str] = lambda _: "") -> list[int]:
        with store.write() as unit:
            ids = [put(unit, one, keys(one, search(one))) for one in orders]
            unit.commit()
        return ids

    return _fill


@pytest.fixture
def snapshot_of(store: SqlStore) -> Callable[..., Any]:
    """Makes a current snapshot of parties."""

    def _snapshot(*parties: Party, taken_at: datetime = NOW) -> Any:
        with store.write() as unit:
            identity = unit.registry.begin_snapshot(taken_at, "00", "uttrekk.json", NOW)
            unit.registry.add_parties(identity, parties)
            made = unit.registry.finish_snapshot(
                identity, RegistryHeader("legacy-export", full=True), includes_deactivated=False
            )
            unit.commit()
        return made

    return _snapshot
