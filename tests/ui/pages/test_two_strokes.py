"""What cannot be undone takes a second stroke in the same place; everything else takes one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from fake_desk import FakeDesk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from timebok_desktop.ui.actions import RECORDS
from timebok_desktop.ui.cards import Notice
from timebok_desktop.ui.pages.configurations import ConfigurationsPage
from timebok_desktop.ui.pages.exports import ExportsPage
from timebok_desktop.ui.pages.settings import SettingsPage
from timebok_desktop.ui.stakes import FOR_GOOD, LOSES_NOTHING, UNDONE_BY, ask_for_good


class Deed(NamedTuple):
    """Where a deed is done, its first stroke, and what the desk has done after the second."""

    page: type
    begin: Callable[[Any], None]
    done: str


def _command(name: str) -> Callable[[Any], None]:
    return lambda page: page.commands[name]()


def _restore(page: SettingsPage) -> None:
    page.show_subject("store")
    page.store.choose_restore()


def _delete_sooner(page: SettingsPage) -> None:
    page.general.retention.setValue(30)
    page.general.save()


DEEDS = {
    "exportAction": Deed(ExportsPage, _command("exportAction"), "export delta"),
    "exportFullAction": Deed(ExportsPage, _command("exportFullAction"), "export full"),
    "importReceiptAction": Deed(
        ExportsPage, _command("importReceiptAction"), "import_receipts fil.json"
    ),
    "importConfigurationsAction": Deed(
        ConfigurationsPage,
        _command("importConfigurationsAction"),
        "import_configurations fil.json",
    ),
    "delete contact data sooner": Deed(SettingsPage, _delete_sooner, "save_settings"),
    "restore a backup": Deed(SettingsPage, _restore, "restore fil.json"),
}


def test_that_of_every_action_it_is_known_whether_and_how_it_is_undone() -> None:
    names = {record.name for record in RECORDS}
    known = [*LOSES_NOTHING, *UNDONE_BY, *FOR_GOOD]
    assert len(known) == len(set(known))
    assert names <= set(known)
    assert {one for one in known if one.endswith("Action")} <= names
    assert set(UNDONE_BY.values()) <= names | set(UNDONE_BY) | {"message"}
    assert set(DEEDS) == FOR_GOOD


def test_that_only_what_is_for_good_is_asked_about(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    with pytest.raises(ValueError, match="approveAction"):
        ask_for_good(notice, "approveAction", "Godkjenne?", "", ("Ja", lambda: None))


@pytest.mark.parametrize("deed", DEEDS.values(), ids=list(DEEDS))
def test_that_what_is_for_good_needs_another_key_than_the_first_stroke(
    make_page: Any, choosing: Any, qtbot: QtBot, fake_desk: FakeDesk, deed: Deed
) -> None:
    page = make_page(deed.page)
    choosing(page, Path("fil.json"))

    def begin() -> Notice:
        deed.begin(page)
        assert page.tasks.settle(10)
        (notice,) = [one for one in page.findChildren(Notice) if one.isVisible()]
        return notice

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape):
        notice = begin()
        assert fake_desk.done == []
        assert notice.detail.text().endswith("Det kan ikke angres.")
        leave = page.focusWidget()
        assert isinstance(leave, QPushButton)
        assert leave.text() == "La være"
        assert "J er «" in leave.accessibleDescription()
        qtbot.keyClick(leave, key)
        assert page.tasks.settle(10)
        assert not notice.isVisible()
        assert fake_desk.done == []
    begin()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_J)
    assert page.tasks.settle(10)
    assert fake_desk.done == [deed.done]


@pytest.mark.parametrize(
    ("before", "after", "asks"), [(0, 0, 0), (30, 0, 0), (30, 60, 0), (60, 30, 1)]
)
def test_that_only_an_earlier_deletion_is_asked_about(
    make_page: Any, fake_desk: FakeDesk, before: int, after: int, asks: int
) -> None:
    page = make_page(SettingsPage)
    general = page.general
    if before:
        _delete_sooner(page)
        general.retention.setValue(before)
        general._save(general._as_shown())
        assert page.tasks.settle(10)
        fake_desk.done.clear()
    general.retention.setValue(after)
    general.deadline.setValue(9)
    general.save()
    assert page.tasks.settle(10)
    assert general.notice.isVisible() is bool(asks)
    assert fake_desk.done == ([] if asks else ["save_settings"])
