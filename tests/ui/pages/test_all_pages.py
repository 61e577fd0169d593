"""What holds for every page: its name, names for assistive technology, room at 200 % text."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QScrollArea, QWidget

from timebok_desktop.ui import theme
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.page import Page
from timebok_desktop.ui.page_list import PAGES

Make = Callable[..., Any]
KEYS = ("registry", "configurations", "exports", "overview", "log", "settings")
RECORDS = {record.key: record for record in PAGES}


def _page(make_page: Make, key: str, **options: Any) -> Any:
    record = RECORDS[key]
    return make_page(getattr(import_module(record.module), record.class_name), **options)


def _focusable(page: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not widget.objectName().startswith("qt_")
    ]


@pytest.mark.parametrize("key", KEYS)
def test_that_a_page_has_the_name_that_others_rely_on(make_page: Make, key: str) -> None:
    assert _page(make_page, key).objectName() == f"{key}Page"


@pytest.mark.parametrize("key", KEYS)
def test_that_everything_that_takes_focus_has_a_name(make_page: Make, key: str) -> None:
    page = _page(make_page, key)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in _focusable(page)
        if not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not isinstance(widget, Text)
    ]
    assert nameless == []


@pytest.mark.parametrize("key", KEYS)
def test_that_a_page_has_at_most_one_primary_button_in_sight(make_page: Make, key: str) -> None:
    page = _page(make_page, key)
    primary = [
        button
        for button in page.findChildren(QPushButton)
        if button.property("look") == "primary" and button.isVisible()
    ]
    assert len(primary) <= 1


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("key", KEYS)
def test_that_no_english_is_left_on_a_page(make_page: Make, key: str, language: str) -> None:
    page = _page(make_page, key, language=language)
    words = [label.text() for label in page.findChildren(Text)]
    words += [button.text() for button in page.findChildren(QAbstractButton)]
    english = [text for text in words if {"the", "and", "is", "of", "with"} & set(text.split())]
    assert english == []


@pytest.mark.parametrize("key", KEYS)
def test_that_buttons_are_not_cut_with_large_text(
    make_page: Make, qapp: QApplication, key: str
) -> None:
    page = _page(make_page, key)
    theme.scale_text(qapp, 200)
    theme.apply(qapp, "light")
    page.resize(1170, 860)  # beside the navigation of a window of 1440
    qapp.processEvents()
    cut = [
        button.text()
        for button in page.findChildren(QPushButton)
        if button.isVisible() and button.width() < button.minimumSizeHint().width()
    ]
    aside = [
        bar
        for area in page.findChildren(QScrollArea)
        if (bar := area.horizontalScrollBar()).isVisible()
    ]
    width = page.width()
    theme.scale_text(qapp, 100)
    theme.apply(qapp, "light")
    assert cut == []
    assert aside == []
    assert width == 1170


@pytest.mark.parametrize("key", ["registry", "configurations", "log"])
def test_that_list_and_panel_share_the_room_as_before(
    make_page: Make, tmp_path: Path, key: str
) -> None:
    state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    before = _page(make_page, key)._splitter
    before.setSizes([500, 700])
    page = before
    while not isinstance(page, Page):
        page = page.parentWidget()
    page.remember(state)
    again = _page(make_page, key)
    again.recall(state)
    first, second = again._splitter.sizes()
    assert second > first


def test_that_list_and_panel_stand_one_above_the_other_where_room_is_scarce(
    make_page: Make,
) -> None:
    page = _page(make_page, "configurations")
    assert page._splitter.orientation() is Qt.Orientation.Horizontal
    page.resize(640, 800)
    QApplication.processEvents()
    assert page._splitter.orientation() is Qt.Orientation.Vertical


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("registry", "search_field"),
        ("configurations", "search_field"),
        ("log", "filter_field"),
        ("exports", "export_button"),
        ("settings", "sections"),
    ],
)
def test_that_work_begins_where_the_focus_is(make_page: Make, key: str, field: str) -> None:
    page = _page(make_page, key)
    page.take_focus()
    assert page.focusWidget() is getattr(page, field)
