"""Every widget in every state of the window: named, told, whole, large enough, seen, reached.

The states are found by `scenes`; what a widget is held to stands in `walks` and `focus_walks`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton, QToolButton, QWidget

from accessibility.focus_walks import unseen_focus, wrong_ways
from accessibility.scenes import SIZE, opened, scenes, settle, show, single_letters
from accessibility.walks import cut, in_sight, nameless, small_targets, untold_reasons
from timebok_desktop.cli import main
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.ui import theme, translation
from timebok_desktop.ui.names import name_the_rest
from timebok_desktop.ui.page_list import PAGES
from timebok_desktop.ui.passphrase_panel import PassphrasePanel

Walk = Callable[[Any], Iterable[str]]
STANDING: tuple[Walk, ...] = (nameless, untold_reasons, cut, small_targets)
MOVING: tuple[Walk, ...] = (wrong_ways, unseen_focus)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    """A workspace in which the whole main job has been done once."""
    folder = tmp_path_factory.mktemp("accessibility") / "demo"
    assert main(["demo", "--out", str(folder)]) == 0
    return folder / "workspace"


def found(walks: Iterable[Walk], window: QWidget, state: str) -> list[str]:
    return [f"{walk.__name__} ({state}): {one}" for walk in walks for one in walk(window)]


@pytest.mark.parametrize(
    ("language", "mode", "text", "size"),
    [
        ("nn", "dark", 1.0, (1280, 800)),
        ("nb", "high-contrast", 2.0, SIZE),
        ("nn", "light", 2.0, SIZE),
    ],
    ids=["nn-dark-100", "nb-high-contrast-200", "nn-light-200"],
)
def test_that_nothing_is_found_in_any_state(
    world: Path,
    tmp_path: Path,
    language: str,
    mode: theme.Mode,
    text: float,
    size: tuple[int, int],
) -> None:
    shutil.copytree(world, tmp_path / "workspace")  # orders are decided on the way
    findings: list[str] = []
    with opened(tmp_path / "workspace", language, mode, text, size) as window:
        for state in scenes(window):
            findings += found(STANDING, window, state)
            if window.size() != QSize(*size):
                findings.append(f"the window ({state}) needs {window.size().toTuple()}")
                window.resize(*size)
        assert single_letters(window) == []
    assert len({*findings}) == 0, "\n".join(dict.fromkeys(findings))


@pytest.mark.parametrize(("mode", "text"), [("dark", 1.0), ("high-contrast", 2.0)])
def test_that_the_focus_is_seen_and_led_on_every_page(
    world: Path, mode: theme.Mode, text: float
) -> None:
    findings: list[str] = []
    with opened(world, "nb", mode, text) as window:
        for record in PAGES:
            show(window, record.key)
            findings += found(MOVING, window, record.key)
        assert single_letters(window) == []
    assert len({*findings}) == 0, "\n".join(dict.fromkeys(findings))


@pytest.mark.parametrize("purpose", ["open", "choose", "resume"])
@pytest.mark.parametrize(("language", "percent"), [("nb", 100), ("nn", 200)])
def test_that_nothing_is_found_where_the_passphrase_is_asked_for(
    qapp: QApplication, purpose: Any, language: Any, percent: int
) -> None:
    translation.install(qapp, language, resource_folder() / "translations")
    theme.scale_text(qapp, percent)
    theme.apply(qapp, "light")
    holder = QWidget()
    panel = PassphrasePanel(purpose, "/en/lang/sti/til/arbeidsmappen/timebok-desktop", holder)
    name_the_rest(panel)
    panel.complain("Passordfrasen er feil.")
    panel.adjustSize()
    holder.show()
    findings = found(STANDING, holder, purpose)
    holder.deleteLater()
    theme.scale_text(qapp, 100)
    theme.apply(qapp, "light")
    assert findings == []


def test_that_tab_leads_out_of_what_is_written_in(world: Path) -> None:
    """A field that keeps Tab to itself is a trap."""
    with opened(world, "nb") as window:
        window.context.actions["noteAction"].setEnabled(True)
        window.context.actions["noteAction"].trigger()
        settle(window)
        field = QApplication.focusWidget()
        assert field.objectName() == "noteText"
        QTest.keyClick(field, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is not field


def test_that_the_walks_find_what_is_wrong(world: Path) -> None:
    """A walk that finds nothing in a window made wrong would find nothing anywhere."""
    with opened(world, "nb") as window:
        wrong = QPushButton("Et ord som ikke får plass", window.pages.currentWidget())
        wrong.setGeometry(400, 300, 60, 32)
        wrong.show()
        tiny = QToolButton(window.pages.currentWidget())
        tiny.setGeometry(500, 300, 12, 12)
        tiny.show()
        nobody = QWidget(window.pages.currentWidget())
        nobody.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        nobody.setGeometry(400, 400, 40, 40)
        nobody.show()
        off = QPushButton("Av", window.pages.currentWidget())
        off.setEnabled(False)
        off.show()
        lines = QListWidget(window.pages.currentWidget())
        lines.addItem("En linje som er lengre enn sin plass")
        lines.item(0).setSizeHint(QSize(0, 40))
        lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lines.setGeometry(500, 400, 100, 60)
        lines.show()
        assert wrong in in_sight(window)
        assert any("has no name" in one for one in nameless(window))
        assert any("får plass" in one for one in cut(window))
        assert any("lengre enn" in one for one in cut(window))
        assert any("12 x 12" in one for one in small_targets(window))
        assert any("does not say why" in one for one in untold_reasons(window))
