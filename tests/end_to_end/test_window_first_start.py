"""What a window asks and says when a workspace is new, and when its world is invented."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from timebok_desktop.app import create_window
from timebok_desktop.bootstrap import open_office
from timebok_desktop.services.settings import Settings


def opened(workspace, qapp):
    window = create_window(workspace, "anna")
    window.show()
    assert window.tasks.settle(10)
    qapp.processEvents()
    return window


def closed(window, qapp):
    window.close()
    window.deleteLater()
    qapp.processEvents()


def test_that_the_language_is_asked_once_in_a_workspace(tmp_path, qapp):
    workspace = tmp_path / "arbeid"
    open_office(workspace).close()
    first = opened(workspace, qapp)
    assert first.language_choice.isVisible()
    first.findChild(QPushButton, "nnButton").click()
    assert first.tasks.settle(10)
    assert first.language_choice.isHidden()
    closed(first, qapp)
    again = opened(workspace, qapp)
    assert again.language_choice.isHidden()
    assert again.context.language == "nn"
    closed(again, qapp)


def test_that_a_window_says_that_its_world_is_invented(tmp_path, qapp):
    workspace = tmp_path / "eksempel"
    office = open_office(workspace)
    office.desk.save_settings(Settings(language="nb", sample_world=True), "anna")
    office.close()
    window = opened(workspace, qapp)
    assert window.header.sample.isVisible()
    closed(window, qapp)
