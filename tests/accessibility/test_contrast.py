"""Contrast: every pair of colours in use, in every theme, and no pair that nobody knows of.

WCAG 2.1 wants 4.5:1 of texts and 3:1 of what parts and states are told by. Texts of what cannot be
used now are exempt there; here they are held to the same.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSettings
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from accessibility import colour_takers
from accessibility.contrast_table import NEEDED, lowest, main, pairs, ratio, themes, too_faint
from accessibility.pairs_seen import BESIDE, SEEN
from accessibility.scenes import opened, settle, show
from accessibility.seen_pairs import Pair, picture, seen
from accessibility.sheet_pairs import drawn, dressed, marked
from accessibility.system_palettes import CONTRAST_THEMES, palette_of
from accessibility.telling import GROUNDS, STRONG_TELLING, TELLING, TEXTS
from accessibility.walks import path_of
from timebok_desktop.cli import main as timebok
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.services.figure_views import WaitFigures
from timebok_desktop.ui import theme
from timebok_desktop.ui.cards import Notice
from timebok_desktop.ui.charts import BarChart
from timebok_desktop.ui.contrast import contrast
from timebok_desktop.ui.help_book import HelpBook
from timebok_desktop.ui.help_library import Address
from timebok_desktop.ui.labels import Chip
from timebok_desktop.ui.opening import Opening, Places, colours, remember
from timebok_desktop.ui.orders.columns import COLUMNS, ShownRow
from timebok_desktop.ui.orders.filters import SORTS
from timebok_desktop.ui.orders.looks import Look
from timebok_desktop.ui.page_list import PAGES
from timebok_desktop.ui.pages.settings_fixed import _Lock
from timebok_desktop.ui.pages.waits import WaitCard
from timebok_desktop.ui.place_map import PlaceMap
from timebok_desktop.ui.stylesheet import stylesheet
from timebok_desktop.ui.tokens import DARK, LIGHT, STRONGEST, Tone
from timebok_desktop.ui.tour import TourFrame
from timebok_desktop.ui.training_strip import TrainingFrame

TONES: tuple[Tone, ...] = ("clear", "warning", "stop", "note", "neutral")
MARKED_BY_PAINTERS = {"QTableView::item", "QTreeView::item", 'QListView[look="cards"]::item'}
"""`ui.marks` paints the bar of the first two; a card has its own."""
NEVER_CHECKED = {'QPushButton[look="chip"]', 'QPushButton[look="primary"]'}
every_theme = pytest.mark.parametrize("name", themes())


def test_that_contrast_is_counted_as_wcag_does() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@every_theme
def test_that_no_pair_in_use_is_too_faint(name: str) -> None:
    chosen = themes()[name]
    assert [(one, ratio(one, chosen)) for one in pairs() if too_faint(one, chosen)] == []


@every_theme
def test_that_whatever_has_no_ground_of_its_own_is_seen_on_every_ground(name: str) -> None:
    """Labels, flat buttons, borders and handles stand on what is behind them."""
    chosen = themes()[name]
    parts = {role for one in dressed() if not one.off for role in drawn(one)} - {"line"}
    wanted = [(front, NEEDED["text"]) for front in TEXTS]
    wanted += [(front, NEEDED["part"]) for front in sorted(parts)]
    assert [
        (front, ground)
        for (front, least), ground in product(wanted, GROUNDS)
        if contrast(getattr(chosen, front), getattr(chosen, ground)) < least
    ] == []


@pytest.mark.parametrize("colours", [TELLING, STRONG_TELLING], ids=["tints", "strong"])
def test_that_what_is_chosen_shows_in_more_than_a_tint(colours: Any) -> None:
    """A tint alone is under 3:1 to what is around it."""
    known = {(one.part, one.states): one for one in dressed(colours)}
    unmarked = [
        one.words
        for (part, states), one in known.items()
        for state in states & {"selected", "checked"}
        if not one.off
        and part.words not in MARKED_BY_PAINTERS | NEVER_CHECKED
        and not marked(one, known[part, states - {state}])
    ]
    assert unmarked == []


@every_theme
def test_that_the_pictures_of_controls_are_seen(name: str) -> None:
    chosen = themes()[name]
    found = re.findall(r'url\("([^"]+)"\)', stylesheet(chosen, 10))
    for path in map(Path, set(found)):
        (colour,) = set(re.findall("#[0-9A-Fa-f]{6}", path.read_text("utf-8")))
        on = ("accent", "off") if path.stem in ("check", "dot") else ("surface", "canvas")
        assert min(contrast(colour, getattr(chosen, ground)) for ground in on) >= 3, path
    assert len(set(found)) == 4


def test_that_the_pictures_of_controls_have_the_colours_of_their_theme() -> None:
    for chosen in (LIGHT, DARK):
        for path in (resource_folder() / "icons" / "controls" / chosen.name).iterdir():
            wanted = chosen.on_accent if path.stem in ("check", "dot") else chosen.ink
            assert wanted in path.read_text("utf-8"), path


# -- the system's own contrast ---------------------------------------------------------------


@pytest.mark.parametrize("name", CONTRAST_THEMES)
def test_that_the_systems_colours_are_used_as_it_pairs_them(name: str) -> None:
    system = CONTRAST_THEMES[name]
    made = theme.from_palette(palette_of(system))
    assert {made.canvas, made.surface, made.selected} == {system.background}
    assert {made.ink, made.border, made.line} == {system.text}
    assert (made.accent, made.on_accent) == (system.selected, system.selected_text)
    assert made.off == system.disabled


def test_that_a_system_colour_that_cannot_be_read_gives_way() -> None:
    """A window's ground that belongs to another text, a faint highlight, a faint disabled text."""
    palette = palette_of(CONTRAST_THEMES["aquatic"])
    palette.setColor(QPalette.ColorRole.Window, QColor("#ffffff"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#204080"))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, "#404040")
    made = theme.from_palette(palette)
    assert [one for one in pairs() if too_faint(one, made)] == []
    assert made.accent == CONTRAST_THEMES["aquatic"].hyperlink
    assert made.off == made.ink


def test_that_the_systems_colours_are_read_without_ours(qapp: QApplication) -> None:
    before = theme.system_palette(qapp)
    theme.apply(qapp, "high-contrast")
    again = theme.system_palette(qapp)
    theme.apply(qapp, "light")
    assert theme.from_palette(again) == theme.from_palette(before)


def test_that_the_first_paint_has_the_colours_of_the_last_time(
    qapp: QApplication, tmp_path: Path
) -> None:
    """A reader of white on black is not met by a white window."""
    state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    assert colours(state) == LIGHT
    system = theme.from_palette(palette_of(CONTRAST_THEMES["desert"]))
    for mode, kept, wanted in (
        ("system", system, system),
        ("high-contrast", system, system),
        ("high-contrast", DARK, STRONGEST),
        ("light", system, LIGHT),
    ):
        theme.open_with(qapp, "system", kept)
        remember(state, Places())
        theme.open_with(qapp, mode, colours(state))
        assert theme.tokens() == wanted
    state.setValue("opening/colours", "dark")  # as an earlier version kept them
    assert colours(state) == LIGHT
    theme.apply(qapp, "light")


# -- what is really painted ------------------------------------------------------------------


@pytest.fixture
def telling(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The application in colours that tell their role and note who takes them."""
    monkeypatch.setattr(theme, "_choose", lambda *_: colour_takers.Watched(*TELLING))
    theme.apply(qapp)
    colour_takers.TAKEN.clear()
    yield
    monkeypatch.undo()
    theme.apply(qapp, "light")


class Census:
    """What has been seen, and where each of it was seen first."""

    def __init__(self) -> None:
        self.pairs: dict[Pair, str] = {}
        self.strange: dict[str, str] = {}

    def look(self, widget: QWidget, scene: str) -> None:
        found = seen(picture(widget))
        for mine, new in ((self.pairs, found.pairs), (self.strange, found.strange)):
            for what, place in new.items():
                if what not in mine:
                    mine[what] = f"{scene}: {_at(widget, place)}"  # type: ignore[index]


def _at(widget: QWidget, place: QPoint) -> str:
    return f"{place.toTuple()} {path_of(widget.childAt(place) or widget)}"


def _pages(census: Census, world: Path) -> None:
    with opened(world, "nb") as window:
        window.resize(1240, 800)
        census.look(window, "orders")
        under_headings = [field for field, *_ in SORTS].index("municipality_number")
        window.orders.list.filters.sort.setCurrentIndex(under_headings)
        settle(window)
        for record in PAGES:
            show(window, record.key)
            census.look(window.pages.currentWidget(), record.key)
        show(window, "overview")
        for painted in (window.findChild(BarChart), window.findChild(PlaceMap)):
            painted.setFocus()
            census.look(painted.parentWidget(), type(painted).__name__)
        window.context.actions["helpAction"].trigger()
        settle(window)
        book = window.findChild(HelpBook)
        for read in (Address("her-id"), None):
            book.go(read)
            census.look(book, f"help {read}")
        book.search.setText("her")
        census.look(book, "help search")
        window.context.actions["paletteAction"].trigger()
        settle(window)
        census.look(window.palette_panel, "palette")


def _parts(census: Census) -> None:
    """What seldom stands on a page, each in every tone that it can have."""
    holder = QWidget()
    holder.setObjectName("windowBody")
    layout = QVBoxLayout(holder)
    for tone in TONES:
        layout.addWidget(Chip(tone, tone))
        notice = Notice()
        layout.addWidget(notice)
        notice.show_notice(tone, tone, tone, [(tone, lambda: None)])
    layout.addWidget(_Lock())
    holder.resize(600, 800)
    frame = TourFrame(holder)
    frame.setGeometry(100, 720, 300, 60)
    frame.show()
    TrainingFrame(holder)
    holder.show()
    census.look(holder, "parts")
    holder.deleteLater()
    waits = WaitCard()
    waits.show_waits([WaitFigures(None, None, 9, 4, 8), WaitFigures("Oslo", None, 9, 4, 8)])
    waits.table.select_row(1)
    waits.resize(600, 400)
    census.look(waits, "waits")
    waits.deleteLater()
    rows = [ShownRow((("øvre", "nedre"),) * len(COLUMNS), tone) for tone in TONES]
    opening = Opening(rows, Places(), Look())
    opening.resize(1000, 700)
    census.look(opening, "opening")
    opening.deleteLater()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    folder = tmp_path_factory.mktemp("contrast") / "demo"
    assert timebok(["demo", "--out", str(folder)]) == 0
    return folder / "workspace"


@pytest.mark.usefixtures("telling")
def test_that_no_pair_is_painted_that_the_table_does_not_know(world: Path) -> None:
    census = Census()
    _pages(census, world)
    _parts(census)
    assert census.strange == {}
    known = {frozenset((one.front, one.ground)) for one in pairs()} | {*map(frozenset, BESIDE)}
    known |= {frozenset(two) for two in product((*GROUNDS, "line"), repeat=2)}
    assert {str(sorted(one)): at for one, at in census.pairs.items() if one not in known} == {}
    listed = {frozenset((front, on)) for on, all_ in SEEN.items() for front in all_.split()}
    assert (listed | {*map(frozenset, BESIDE)}) - {*census.pairs} == set()
    assert colour_takers.takers() - colour_takers.TAKEN == set()


def test_that_no_code_holds_colours_where_they_are_not_looked_for() -> None:
    assert colour_takers.holders() == {
        "opening.py: Opening.__init__",  # gives them to the row painter
        "opening.py: Opening._paint_band",  # and to the painter of headings
        "opening.py: remember",
        "orders/table.py: OrderTable._paint_heading",  # the same
        "orders/table.py: OrderTable._row_painter",
    }


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_that_the_guide_tells_the_lowest_contrasts(language: str) -> None:
    guide = (resource_folder() / "guides" / language / "tilgjengelighet.md").read_text("utf-8")
    told = [float(one.replace(",", ".")) for one in re.findall(r"minst (\d,\d):1", guide)]
    assert told == [math.floor(lowest(kind) * 10) / 10 for kind in ("text", "part")]


def test_that_the_table_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    told = capsys.readouterr().out
    assert "night sky" in told
    assert told.endswith(", 0 too faint\n")
