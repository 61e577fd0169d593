"""Windows over the invented desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from invented_orders import OrdersDesk
from PySide6.QtWidgets import QApplication

from timebok_desktop.domain.phrases import Language
from timebok_desktop.ui.main_window import MainWindow, WindowOptions


@pytest.fixture
def orders_desk() -> OrdersDesk:
    """A desk with 38 invented orders."""
    return OrdersDesk()


@pytest.fixture
def make_window(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., MainWindow]]:
    """Makes windows and closes them after the test."""
    made: list[MainWindow] = []

    def make(
        desk: OrdersDesk, user: str = "anna", *, language: Language | None = "nb"
    ) -> MainWindow:
        options = WindowOptions(
            user=user, state_file=tmp_path / "window.ini", language=language, theme="light"
        )
        window = MainWindow(desk, options)
        window.resize(1440, 900)
        window.show()
        assert window.tasks.settle(10)
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    qapp.processEvents()
