"""The help: its pages, its search over both languages, and that nothing else is ever opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.ui import translation
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.guides import GuideView
from timebok_desktop.ui.help_book import HelpBook
from timebok_desktop.ui.help_keys import keys_in_words
from timebok_desktop.ui.help_library import Address, HelpLibrary


@pytest.fixture
def context(qapp: QApplication, qtbot: QtBot) -> Iterator[Context]:
    translation.install(qapp, "nn", resource_folder() / "translations")
    made = Context("anna", "nn")
    made.actions.retranslate()
    yield made
    translation.install(qapp, "nb", resource_folder() / "translations")


@pytest.fixture
def book(context: Context, qtbot: QtBot) -> HelpBook:
    window = QMainWindow()
    qtbot.addWidget(window)
    library = HelpLibrary("nn", lambda: keys_in_words(context.actions))
    made = HelpBook(library)
    window.setCentralWidget(made)
    window.resize(460, 800)
    window.show()
    made.window_kept = window  # type: ignore[attr-defined]
    return made


def titles(book: HelpBook) -> list[str]:
    return [book.list.item(row).text() for row in range(book.list.count())]


def test_that_the_help_begins_with_its_contents_in_the_language(book: HelpBook) -> None:
    assert book.address is None
    assert titles(book)[:3] == ["Arbeidet", "Bestillingsprosessen", "Arbeidsbordet"]
    for title in ("Tastane", "HER-id", "Reglar", "Brev til kommunen", "Eksportpakke"):
        assert title in titles(book)
    assert any("HER-UNKNOWN" in title for title in titles(book))


def test_that_every_page_can_be_opened_with_the_keyboard_alone(book: HelpBook) -> None:
    addresses = book.list.addresses()
    for place, address in enumerate(addresses):
        book.go(None)
        book.list.setFocus()
        for _ in range(place):
            QTest.keyClick(book.list, Qt.Key.Key_Down)
        QTest.keyClick(book.list, Qt.Key.Key_Return)
        assert book.address == address
        title = book.guides.page(address.page).title
        assert book.view.toPlainText().startswith(title)


def test_that_a_search_finds_any_word_and_shows_a_line_of_its_context(book: HelpBook) -> None:
    QTest.keyClicks(book.search, "snapshot_max_age")
    assert book.told.text().endswith("treff")
    hits = book.guides.search("snapshot_max_age")
    assert any("snapshot_max_age_days" in hit.line for hit in hits)
    assert Address("SNAPSHOT-STALE", 2) in [hit.address for hit in hits]
    QTest.keyClick(book.search, Qt.Key.Key_Return)
    assert "snapshot" in book.view.textCursor().selectedText().casefold()


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("mellomløysinga", "INTERIM-SOLUTION"),
        ("mellomløsningen", "INTERIM-SOLUTION"),
        ("MELLOMLOYSING", "INTERIM-SOLUTION"),
        ("fødselsnumre maskert", "PERSONAL-ID"),
        ("utgaatte kommune", "MUN-RETIRED"),
        ("kontrollsiffer organisasjonsnummer", "her-id"),
    ],
)
def test_that_words_of_both_languages_are_found_however_they_are_typed(
    book: HelpBook, text: str, page: str
) -> None:
    assert page in [hit.address.page for hit in book.guides.search(text)]


def test_that_what_a_page_is_called_comes_before_what_only_mentions_it(book: HelpBook) -> None:
    first = book.guides.search("her-unknown")[0].address
    assert first == Address("HER-UNKNOWN")
    assert book.guides.search("brev til kommunen")[0].address == Address("brev")


def test_that_a_search_without_hits_says_so_and_the_page_is_still_there(book: HelpBook) -> None:
    book.go(Address("brev"))
    book.search.setText("finst ikkje nokon stad xyzq")
    QTest.keyClick(book.search, Qt.Key.Key_Return)
    assert book.told.text() == "0 treff"
    book.search.clear()
    assert book.address == Address("brev")
    assert book.view.isVisible()


def test_that_the_way_back_restores_the_place_on_the_page(book: HelpBook) -> None:
    book.go(Address("kommandolinje"))
    book.view.verticalScrollBar().setValue(300)
    book.go(Address("HER-OWNER"))
    book.go(Address("her-id", 3))
    book.back.click()
    assert book.address == Address("HER-OWNER")
    book.back.click()
    assert book.address == Address("kommandolinje")
    assert book.view.verticalScrollBar().value() == 300
    book.forward.click()
    book.forward.click()
    assert book.address == Address("her-id", 3)
    assert not book.forward.isEnabled()
    book.step(-1)
    book.go(Address("brev"))
    assert not book.forward.isEnabled()


def test_that_asked_about_the_same_again_the_help_is_where_one_was(book: HelpBook) -> None:
    book.open_topic(Address("arbeidsbordet", 2))
    book.go(Address("her-id"))
    book.close_book()
    book.show()
    book.open_topic(Address("arbeidsbordet", 2))
    assert book.address == Address("her-id")
    book.open_topic(Address("arbeidsbordet", 3))
    assert book.address == Address("arbeidsbordet", 3)


def test_that_links_lead_on_in_the_help_and_nowhere_else(book: HelpBook) -> None:
    book.go(Address("her-id"))
    for link in ("https://example.org/regler", "file:///arbeidsflyt.md", "fremmed.md", "/brev.md"):
        book.view.anchorClicked.emit(QUrl(link))
        assert book.address == Address("her-id")
    book.view.anchorClicked.emit(QUrl("regler.md#her-unknown"))
    assert book.address == Address("HER-UNKNOWN")
    book.view.anchorClicked.emit(QUrl("her-id.md#vanlege-feil"))
    assert book.address == Address("her-id", 5)


def test_that_the_list_of_shortcuts_is_that_of_the_commands_as_they_are_now(
    book: HelpBook, context: Context
) -> None:
    context.actions["verifyAction"].setShortcut("Ctrl+Alt+J")
    book.go(Address("tastene"))
    text = book.view.toPlainText()
    assert "Ctrl+Alt+J" in text
    for action in context.actions.all():
        assert action.text().replace("&", "") in text


def test_that_markup_and_pictures_in_a_page_are_never_carried_out(qtbot: QtBot) -> None:
    view = GuideView()
    qtbot.addWidget(view)
    text = "# Prøve\n\n<img src='file:///x.png'> ![bilde](file:///y.png) <b>fet</b>\n"
    view.show_text(text)
    assert "<img src='file:///x.png'>" in view.toPlainText()
    assert "<b>fet</b>" in view.toPlainText()
    assert view.loadResource(2, QUrl("file:///y.png")) is None


def test_that_escape_closes_the_help_from_every_part_of_it(book: HelpBook) -> None:
    for part in (book.search, book.list, book.view):
        book.show()
        QTest.keyClick(part, Qt.Key.Key_Escape)
        assert book.isHidden()


def test_that_everything_in_the_help_that_takes_the_focus_has_a_name(book: HelpBook) -> None:
    for part in (book.search, book.list, book.view, book.back, book.forward, book.contents):
        assert part.accessibleName()
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus
