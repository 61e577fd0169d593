"""The help in the window: the guides, their search, and that nothing else is ever opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.services.behind import Behind
from timebok_desktop.ui import translation
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.guides import NAMES, Guide, GuideView, read_guides
from timebok_desktop.ui.help_book import HelpBook
from timebok_desktop.ui.help_panel import HelpPanel
from timebok_desktop.ui.tasks import Tasks


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> Iterator[HelpPanel]:
    translation.install(qapp, "nn", resource_folder() / "translations")
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    context = Context("anna", "nn", window)
    context.actions.retranslate()
    made = HelpPanel(context, Tasks(window), Behind, window)
    window.show()
    made.open()
    yield made
    translation.install(qapp, "nb", resource_folder() / "translations")


@pytest.fixture
def book(panel: HelpPanel) -> HelpBook:
    assert panel.book is not None
    return panel.book


def titles(book: HelpBook) -> list[str]:
    items = [book.list.item(row) for row in range(book.list.count())]
    return [item.text() for item in items if not item.isHidden()]


def test_that_the_help_begins_with_the_keys_and_lists_every_guide_in_the_language(
    book: HelpBook,
) -> None:
    assert book.current == ""
    assert titles(book) == ["Tastar", *(guide.title for guide in read_guides("nn"))]
    assert "Oppslagstabellar" in titles(book)


def test_that_every_guide_can_be_read_with_the_keyboard_alone(book: HelpBook) -> None:
    assert book.list.hasFocus()
    for guide in read_guides("nn"):
        QTest.keyClick(book.list, Qt.Key.Key_Down)
        assert book.current == guide.name
        assert book.view.toPlainText().startswith(guide.title)
        assert book.view.isVisible()


def test_that_escape_closes_the_help_from_every_part_of_it(panel: HelpPanel) -> None:
    for part in ("search", "list", "view"):
        panel.open()
        assert panel.book is not None
        panel.book.list.setCurrentRow(1)
        QTest.keyClick(getattr(panel.book, part), Qt.Key.Key_Escape)
        assert panel.isHidden()


def test_that_a_search_lists_the_guides_that_say_it_and_goes_from_hit_to_hit(
    book: HelpBook,
) -> None:
    QTest.keyClicks(book.search, "snapshot-stale")
    assert titles(book) == ["Tastar", "Reglar"]
    assert book.found.text() == "1 av 9 rettleiingar"
    QTest.keyClick(book.search, Qt.Key.Key_Return)
    assert book.current == "regler"
    assert book.view.textCursor().selectedText() == "SNAPSHOT-STALE"


def test_that_the_search_goes_on_in_the_next_guide_and_begins_anew(book: HelpBook) -> None:
    book.search.setText("HER-IN-USE")
    places = []
    for _ in range(6):
        QTest.keyClick(book.search, Qt.Key.Key_Return)
        places.append((book.current, book.view.textCursor().position()))
    assert len(set(places)) < len(places)
    assert {name for name, _ in places} == {
        guide.name for guide in read_guides("nn") if guide.has("HER-IN-USE")
    }


def test_that_a_search_without_hits_says_so_and_changes_nothing(book: HelpBook) -> None:
    book.open_guide("regler")
    book.search.setText("finst ikkje nokon stad xyz")
    QTest.keyClick(book.search, Qt.Key.Key_Return)
    assert titles(book) == ["Tastar"]
    assert book.found.text() == "0 av 9 rettleiingar"
    assert book.current == "regler"


def test_that_a_link_opens_the_other_guide_and_no_other_link_does_anything(
    book: HelpBook,
) -> None:
    book.open_guide("regler")
    book.search.setText("SNAPSHOT-STALE")
    for link in ("https://example.org/regler", "file:///arbeidsflyt.md", "fremmed.md"):
        book.view.anchorClicked.emit(QUrl(link))
        assert book.current == "regler"
    book.view.anchorClicked.emit(QUrl("arbeidsflyt.md"))
    assert book.current == "arbeidsflyt"
    assert book.search.text() == ""


def test_that_markup_and_pictures_in_a_guide_are_never_carried_out(qtbot: QtBot) -> None:
    view = GuideView()
    qtbot.addWidget(view)
    text = "# Prøve\n\n<img src='file:///x.png'> ![bilde](file:///y.png) <b>fet</b>\n"
    view.show_guide(Guide("prove", "Prøve", text, text))
    assert "<img src='file:///x.png'>" in view.toPlainText()
    assert "<b>fet</b>" in view.toPlainText()
    assert view.loadResource(2, QUrl("file:///y.png")) is None


def test_that_everything_in_the_help_that_takes_the_focus_has_a_name(book: HelpBook) -> None:
    for part in (book.search, book.list, book.view):
        assert part.accessibleName()
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_that_no_guide_lies_unlisted(language: str) -> None:
    files = {path.stem for path in (resource_folder() / "guides" / language).glob("*.md")}
    assert files == set(NAMES)
