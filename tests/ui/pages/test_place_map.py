"""The map of the municipalities: where they stand, and the way to each of them."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, hypot, radians
from typing import Any

import pytest
from invented_places import PLACES, UNPLACED
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.codes import OPEN_STATUSES
from timebok_desktop.services.views import OrderQuery
from timebok_desktop.ui import theme
from timebok_desktop.ui.map_layout import (
    Spot,
    mark_sizes,
    nearest_towards,
    placed,
    projected,
    with_room,
)
from timebok_desktop.ui.pages.overview import OverviewPage
from timebok_desktop.ui.place_card import PlaceCard

Make = Callable[..., Any]
OPEN = tuple(sorted(OPEN_STATUSES))
WHERE = [(place.longitude, place.latitude) for place in PLACES]


@pytest.fixture
def card(make_page: Make) -> PlaceCard:
    page = make_page(OverviewPage)
    page.places.map.setFocus()
    found: PlaceCard = page.places
    return found


def test_that_the_projection_keeps_shapes() -> None:
    for longitude, latitude in ((5.0, 58.5), (15.0, 65.0), (30.0, 71.0)):
        here = projected(longitude, latitude)
        north = projected(longitude, latitude + 0.01)
        # a degree of longitude is as long as its parallel is short
        east = projected(longitude + 0.01, latitude)
        up = hypot(north.x - here.x, north.y - here.y)
        along = hypot(east.x - here.x, east.y - here.y) / cos(radians(latitude))
        assert along == pytest.approx(up, rel=0.002)


def test_that_every_municipality_has_room_on_the_map() -> None:
    spots, width = placed(WHERE, [3.5] * len(PLACES), 700, 20)
    assert len(spots) == len(PLACES) == 357
    assert all(0 < spot.x < width and 0 < spot.y < 700 for spot in spots)
    closest = min(hypot(a.x - b.x, a.y - b.y) for n, a in enumerate(spots) for b in spots[n + 1 :])
    assert closest > 4


def test_that_only_what_lies_around_a_large_mark_makes_room_for_it() -> None:
    base, _ = placed(WHERE, [4.5] * len(PLACES), 700, 20)
    oslo = next(n for n, place in enumerate(PLACES) if place.name == "Oslo")
    radii = [15.0 if n == oslo else 3.5 for n in range(len(PLACES))]
    spots = with_room(base, radii, 4.5)
    gaps = [
        hypot(spot.x - spots[oslo].x, spot.y - spots[oslo].y)
        for n, spot in enumerate(spots)
        if n != oslo
    ]
    assert min(gaps) > 15
    moved = [
        place.county for place, was, now in zip(PLACES, base, spots, strict=True) if was != now
    ]
    assert 4 < len(moved) < 80
    assert not {"Finnmark", "Troms", "Nordland", "Rogaland"} & {*moved}


def test_that_the_north_is_above_and_finnmark_to_the_east() -> None:
    spots, _ = placed(WHERE, [3.5] * len(PLACES), 700, 20)
    at = {place.name: spot for place, spot in zip(PLACES, spots, strict=True)}
    assert at["Vardø"].y < at["Tromsø"].y < at["Bodø"].y < at["Oslo"].y < at["Lindesnes"].y
    assert at["Vardø"].x > at["Tromsø"].x > at["Bodø"].x > at["Bergen"].x


def test_that_the_area_of_a_mark_is_in_proportion_to_its_orders() -> None:
    one, four, none = mark_sizes([1, 4, 0], 100_000)
    assert four == pytest.approx(2 * one)
    assert none == 0
    crowded = mark_sizes([9] * 357, 100_000)
    assert sum(3.15 * radius**2 for radius in crowded) < 20_000


def test_that_an_arrow_goes_to_the_nearest_place_in_its_direction() -> None:
    spots = [Spot(0, 0), Spot(10, 1), Spot(6, 5), Spot(-3, 0), Spot(0, 8)]
    assert nearest_towards(spots, 0, 1, 0) == 1
    assert nearest_towards(spots, 0, -1, 0) == 3
    assert nearest_towards(spots, 0, 0, 1) == 4
    assert nearest_towards(spots, 0, 0, -1) == 0


def test_that_every_place_is_reached_by_arrows(card: PlaceCard) -> None:
    spots = card.map.spots
    reached, to_go = {0}, [0]
    while to_go:
        here = to_go.pop()
        for direction in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            there = nearest_towards(spots, here, *direction)
            if there not in reached:
                reached.add(there)
                to_go.append(there)
    # the few that lie behind a nearer one are reached by name, or by Shift and a page key
    assert len(reached) > 0.95 * len(spots)


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp])
def test_that_shift_and_page_keys_reach_every_place(
    card: PlaceCard, qtbot: QtBot, key: Qt.Key
) -> None:
    seen, counties = set(), []
    for _ in PLACES:
        qtbot.keyClick(card.map, key, Qt.KeyboardModifier.ShiftModifier)
        assert card.map.current is not None
        seen.add(card.map.current.number)
        if card.map.current.county not in counties[-1:]:
            counties.append(card.map.current.county)
    assert len(seen) == len(PLACES) == 357
    # county by county: only the one it began in may come twice
    assert len(counties) <= len(set(counties)) + 1


def test_that_letters_go_to_a_name_and_return_to_its_orders(card: PlaceCard, qtbot: QtBot) -> None:
    wanted: list[str] = []
    card.chosen.connect(wanted.append)
    qtbot.keyClicks(card.map, "trom")
    assert card.map.current is not None
    assert card.map.current.name == "Tromsø"
    assert "Tromsø (5501), Troms, 4 åpne bestillinger, klar: 3, ikke verifisert: 1, eldste: " in (
        card.map.accessibleDescription()
    )
    qtbot.keyClick(card.map, Qt.Key.Key_Return)
    assert wanted == ["5501"]


def test_that_a_parallel_name_is_found_too(card: PlaceCard, qtbot: QtBot) -> None:
    qtbot.keyClicks(card.map, "kautok")
    assert card.map.current is not None
    assert card.map.current.number == "5612"
    assert "Guovdageaidnu – Kautokeino (5612)" in card.map.accessibleDescription()


def test_that_page_keys_go_through_the_counties(card: PlaceCard, qtbot: QtBot) -> None:
    seen = set()
    for _ in range(15):
        qtbot.keyClick(card.map, Qt.Key.Key_PageDown)
        assert card.map.current is not None
        seen.add(card.map.current.county)
    assert len(seen) == 15


def test_that_it_begins_where_most_orders_wait(card: PlaceCard, qtbot: QtBot) -> None:
    assert card.map.current is not None
    assert card.map.current.name == "Oslo"
    qtbot.keyClicks(card.map, "bod")
    qtbot.keyClick(card.map, Qt.Key.Key_Home)
    assert card.map.current.name == "Oslo"


def test_that_a_click_shows_the_orders_of_the_place(make_page: Make, qtbot: QtBot) -> None:
    page = make_page(OverviewPage)
    wanted: list[OrderQuery] = []
    page.context.queueWanted.connect(wanted.append)
    marks = page.places.map
    spot = marks.spots[len(marks.places) - 1]
    where = QPoint(round(spot.x), round(spot.y))
    qtbot.mouseClick(marks, Qt.MouseButton.LeftButton, pos=where)
    assert wanted == [OrderQuery(statuses=OPEN, municipality_numbers=("0301",))]


def test_that_the_table_says_the_same_of_every_municipality(card: PlaceCard, qtbot: QtBot) -> None:
    qtbot.keyClick(card.map, Qt.Key.Key_F2)
    assert card.table.isVisible()
    assert card.table.hasFocus()
    records = card.table.records
    assert records.rowCount() == 357
    said = records.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Kommune: Oslo, Nummer: 0301, Fylke: Oslo, Åpne bestillinger: 6, ")
    qtbot.keyClick(card.table, Qt.Key.Key_F2)
    assert card.map.isVisible()
    assert card.map.hasFocus()


def test_that_orders_of_no_known_municipality_are_not_lost(card: PlaceCard, qtbot: QtBot) -> None:
    assert card.lost.isHidden()
    card.show_places([*PLACES, UNPLACED])
    assert card.lost.text() == "Ikke på kartet: 3 åpne bestillinger fra ukjent kommune"
    wanted: list[str] = []
    card.chosen.connect(wanted.append)
    qtbot.mouseClick(card.lost, Qt.MouseButton.LeftButton)
    assert wanted == [""]
    assert card.table.records.rowCount() == 358
    assert len(card.map.spots) == 357


def test_that_the_map_grows_with_the_text(make_page: Make, qapp: QApplication) -> None:
    page = make_page(OverviewPage)
    before = page.places.map.sizeHint()
    try:
        theme.scale_text(qapp, 200)
        theme.apply(qapp, "light")
        qapp.processEvents()
        assert page.places.map.sizeHint().height() > 1.8 * before.height()
    finally:
        theme.scale_text(qapp, 100)
        theme.apply(qapp, "light")
