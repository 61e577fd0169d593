"""What is written quickly has the same bytes as what is written plainly."""

from __future__ import annotations

import json
import tempfile
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timebok_desktop.domain.codes import Kind, PartyType, Scheme
from timebok_desktop.domain.configuration import Configuration, ConfigurationKey, Proposal
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.order import Order
from timebok_desktop.domain.party import Party, ServiceType, Snapshot
from timebok_desktop.files import safe_csv
from timebok_desktop.files.keys import WorkspaceKeys
from timebok_desktop.files.package.ar_change import ar_change, ar_json
from timebok_desktop.files.package.bag import BagPackager
from timebok_desktop.files.package.codings import stable_urn
from timebok_desktop.files.package.fhir import bundle, bundle_json
from timebok_desktop.files.package.templates import Template, canonical, quoted, slot
from timebok_desktop.files.package.times import instant, norwegian
from timebok_desktop.services.ports_files import (
    Approval,
    LeavingOrder,
    Municipality,
    PackageHeader,
)

TEXTS = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["", "%s", "100 %", "\ue0001\ue001", '"', "\\", "\x00\x1f\x7f", "\u2028", "Lab", "Vaksine"]
)
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
DAYS = st.none() | st.dates(date(1990, 1, 1))
PARTIES = st.builds(
    Party,
    her_id=st.integers(1, 2**31),
    type=st.sampled_from(PartyType),
    name=TEXTS,
    display_name=TEXTS,
    parent_her_id=st.none() | st.integers(0, 9),
    parent_name=TEXTS,
    parent_organization_number=TEXTS,
    parent_business_type=TEXTS,
    organization_number=TEXTS,
    business_type=TEXTS,
    municipality_number=TEXTS,
    municipality_name=TEXTS,
    service_type=st.none() | st.builds(ServiceType, TEXTS, TEXTS, TEXTS),
    active=st.none() | st.booleans(),
    valid_from=st.none() | MOMENTS,
    valid_to=st.none() | MOMENTS,
    location_description=TEXTS,
)
KEYS = st.builds(ConfigurationKey, TEXTS, st.integers(1, 2**31), TEXTS)
CONFIGURATIONS = st.builds(Configuration, KEYS, st.sampled_from(Scheme), TEXTS, TEXTS, TEXTS, DAYS)
APPROVALS = st.builds(
    Approval, TEXTS, MOMENTS, st.lists(st.tuples(TEXTS, TEXTS), max_size=3).map(tuple)
)
ORDERS = st.builds(
    Order,
    reference=TEXTS,
    kind=st.sampled_from(Kind),
    scheme=st.sampled_from(Scheme),
    municipality_number=TEXTS,
    municipality_name=TEXTS,
    organization_number=TEXTS,
    her_id=TEXTS,
    category=TEXTS,
    form=TEXTS,
    vendor=TEXTS,
    system=TEXTS,
    contact=st.none(),
    had_interim_solution=st.none(),
    desired_from=DAYS,
    language=TEXTS,
    comment=TEXTS,
    external_reference=TEXTS,
    submitted_at=st.none() | MOMENTS,
    received_at=MOMENTS,
)
LEAVING = st.builds(
    LeavingOrder,
    order=ORDERS,
    proposal=st.builds(
        Proposal,
        st.sampled_from(Kind),
        KEYS,
        st.none() | CONFIGURATIONS,
        st.none() | CONFIGURATIONS,
    ),
    party=st.none() | PARTIES,
    owner=st.none() | PARTIES,
    municipality=st.builds(Municipality, TEXTS, TEXTS, TEXTS, TEXTS),
    snapshot=st.builds(Snapshot, st.just(1), MOMENTS, st.just(7), st.just(3), TEXTS, st.just(True)),
    approvals=st.lists(
        APPROVALS, min_size=1, max_size=2, unique_by=lambda one: squeezed(one.by)
    ).map(tuple),
    form_name=TEXTS,
)


def plainly(document: Any) -> bytes:
    text = json.dumps(
        document, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return f"{text}\n".encode()


@given(LEAVING)
def test_that_a_bundle_is_written_as_it_is_described(order: LeavingOrder) -> None:
    assert bundle_json(order) == plainly(bundle(order))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(LEAVING, max_size=4))
def test_that_a_package_of_any_texts_verifies(
    keys: WorkspaceKeys, make_header: Callable[..., PackageHeader], orders: list[LeavingOrder]
) -> None:
    named = [
        replace(order, order=replace(order.order, reference=f"RTB-2026-{number:06d}"))
        for number, order in enumerate(orders)
    ]
    packager = BagPackager(keys, "0.1.0")
    with tempfile.TemporaryDirectory() as folder:
        written = packager.write(Path(folder), make_header(), named)
        check = packager.verify(written.path, [])
        assert check.problems == ()
        assert (check.configurations, check.sha256) == (len(orders), written.sha256)


@given(LEAVING)
def test_that_a_change_is_written_as_it_is_described(order: LeavingOrder) -> None:
    assert ar_json(order) == plainly(ar_change(order))


def test_that_orders_of_one_shape_do_not_share_their_texts(
    make_order: Callable[..., LeavingOrder],
) -> None:
    one, other = make_order(1, vendor="Én AS"), make_order(2, vendor="Annen AS")
    assert "Én AS".encode() in bundle_json(one)
    assert "Én AS".encode() not in bundle_json(other)
    moved = replace(other, order=replace(other.order, external_reference=""))
    assert json.loads(bundle_json(moved)) == bundle(moved)


@given(st.lists(TEXTS, max_size=4), st.data())
def test_that_a_template_gives_the_canonical_document(texts: list[str], data: Any) -> None:
    document = {"%d": "x", "b": [slot(number) for number in range(len(texts))], "a": slot(0)}
    if not texts:
        document.pop("a")
    filled = Template(document).fill([quoted(text) for text in texts])
    expected = {"%d": "x", "b": texts, "a": texts[0]} if texts else {"%d": "x", "b": []}
    assert filled == canonical(expected) == plainly(expected)


@given(st.lists(st.text(st.characters(codec="utf-8")) | st.integers(), min_size=1))
def test_that_urns_are_version_5_uuids(parts: list[str | int]) -> None:
    namespace = uuid.UUID("6e0a7a52-4d53-5f0c-9d2c-3f6f7a0c9b41")
    name = "/".join(["kind", *map(str, parts)])
    assert stable_urn("kind", *parts) == uuid.uuid5(namespace, name).urn


@given(st.datetimes(datetime(1950, 1, 1), datetime(2090, 1, 1)), st.integers(0, 1))  # noqa: DTZ001
def test_that_a_moment_is_the_same_text_from_every_zone(moment: datetime, fold: int) -> None:
    local = moment.replace(fold=fold)
    zoned = local.replace(tzinfo=ZoneInfo("Europe/Oslo"))
    utc = zoned.astimezone(UTC)
    texts = {instant(local), instant(zoned), instant(utc)}
    assert texts == {utc.replace(tzinfo=None, microsecond=0).isoformat() + "Z"}
    expected = utc.astimezone(ZoneInfo("Europe/Oslo")).strftime("%d.%m.%Y kl. %H.%M")
    assert norwegian(local) == norwegian(zoned) == norwegian(utc) == expected


def test_that_the_two_hours_of_an_autumn_night_are_told_apart() -> None:
    first = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Oslo"))
    second = first.replace(fold=1)
    assert instant(second) != instant(first)
    assert second.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=1)


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8")), min_size=1), min_size=1))
def test_that_cells_are_protected_whatever_they_begin_with(rows: list[list[str]]) -> None:
    content = safe_csv.write_csv(rows)
    assert list(safe_csv.read_csv(content)) == rows
    for row in rows:
        for cell in row:
            assert not cell[:1].isalnum() or safe_csv.protect(cell) == cell
