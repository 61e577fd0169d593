"""A window full of markup and naughty texts reads none of it, opens nothing and goes nowhere.

The file that the markup names is a pipe. Another process looks whether anybody waits at its other
end, which is where a window that opened it would stand still, and lets go of whoever does.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QMimeData,
    QObject,
    Qt,
    QUrl,
    Slot,
)
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from hostile.markup import corpus, markup
from timebok_desktop.app import DeskWindow, create_window
from timebok_desktop.ui.guides import GuideView
from timebok_desktop.ui.message_bar import Message
from timebok_desktop.ui.page_list import PAGES

OSLO = 9001001
TEXTS = ("comment", "form", "system", "municipalityName", "externalReference")
TIPS = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole, Qt.ItemDataRole.StatusTipRole)
MARKUP = ("<img", "<a ", "<b>", "<table", "<p ", "<link", "<style", "<object", "<iframe", "<script")
EACH_VIEW = 60

pytestmark = pytest.mark.skipif(os.name == "nt", reason="named pipes are files the POSIX way only")


class Followed(QObject):
    """What was to be opened outside of the window."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url.toString())


@pytest.fixture
def followed() -> Iterator[Followed]:
    """Takes every address that the desktop would be asked to open."""
    taker = Followed()
    schemes = ("http", "https", "file", "mailto", "ftp", "javascript")
    for scheme in schemes:
        QDesktopServices.setUrlHandler(scheme, taker, "take")
    yield taker
    for scheme in schemes:
        QDesktopServices.unsetUrlHandler(scheme)


WATCHER = """
import os, sys, time
while os.getppid() == int(sys.argv[2]):
    try:
        os.close(os.open(sys.argv[1], os.O_WRONLY | os.O_NONBLOCK))
        print("opened", flush=True)
    except OSError:
        pass
    time.sleep(0.02)
"""


@pytest.fixture
def trap(tmp_path: Path) -> Iterator[Path]:
    """A pipe that must not be opened by anybody."""
    path = tmp_path / "felle.png"
    os.mkfifo(path)
    words = [sys.executable, "-c", WATCHER, str(path), str(os.getpid())]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as watcher:
        yield path
        watcher.kill()
        assert watcher.stdout is not None
        assert watcher.stdout.read() == "", "somebody opened the file that a text names"


@pytest.fixture
def texts(trap: Path) -> tuple[str, ...]:
    naughty = [text for family in ("richtext", "naughty") for text in corpus(family)[::9]]
    storable = [text for text in naughty if text.strip() and len(text) < 500 and text.isprintable()]
    return (*markup(trap), *storable[:30])


@pytest.fixture
def full_workspace(
    desk: Any, order: Callable[..., str], registry_file: Callable[..., Path], tmp_path: Path, texts
) -> tuple[Path, list[str]]:
    """A workspace in which every text that anybody can write is one of `texts`."""
    first = texts[0]
    party = {"LocationDescription": f"Oslo {first}", "Name": first, "ParentName": texts[1]}
    desk("registry", "import", registry_file(oslo=party), expect=None)
    vendors = tmp_path / "vendors.csv"
    rows = [f'"{text.replace(chr(34), chr(34) * 2)}",Journalen,yes,yes,yes' for text in texts[:8]]
    header = "vendor,system,integrated,receives_answers,integrated_via_practitioner"
    vendors.write_text("\n".join([header, *rows]), "utf-8")
    desk("tables", "import", "vendors", vendors)
    references = []
    for number, text in enumerate(texts):
        fields: dict[str, object] = dict.fromkeys(TEXTS, text)
        contact = dict.fromkeys(("name", "email", "phone", "role"), text)
        vendor = texts[number % 8]
        her_id: object = OSLO if number % 3 else text
        category = "Lab" if number % 2 else text
        fields |= {"contact": contact, "vendor": vendor, "herId": her_id, "category": category}
        references.append(order(**fields, **{text[:60]: text}))
    named = tmp_path / f"{first.replace('/', '|')[:100]}.csv"
    named.write_text(
        f"HER-id;Gjelder;Kommunenummer;Timebok-kategori;{first}\n1;Bestilling;0301;Lab;x"
    )
    desk("orders", "import", named)
    for reference, text in zip(references[:6], texts, strict=False):
        desk("orders", "note", reference, text, by=text, expect=None)
        desk("decide", reference, "hold", "--reason", f"other: {text}", by=text, expect=None)
    return desk.workspace, references


def test_that_no_text_of_anybody_is_read_as_markup_or_followed(
    full_workspace: tuple[Path, list[str]], texts: tuple[str, ...], followed: Followed, qapp
) -> None:
    workspace, references = full_workspace
    window = create_window(workspace, texts[0])
    assert isinstance(window, DeskWindow)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(1500, 1000)
    window.show()
    try:
        assert window.tasks.settle(20)
        seen = set()
        for record in PAGES:
            window.show_page(record.key)
            assert window.tasks.settle(20)
            seen |= looked_over(window)
        for reference in references:
            window.show_page("orders", reference)
            assert window.tasks.settle(20)
            for tab in range(window.orders.panel.tabs.count()):
                window.orders.panel.tabs.setCurrentIndex(tab)
            seen |= looked_over(window)
        for text in texts:
            window.messages.show_message(Message(text, "stop", text, text, lambda: None))
            window.statusBar().showMessage(text)
            seen |= looked_over(window)
        paste_into_all(window, texts[0])
        copy_from_all(window)
        qapp.processEvents()
    finally:
        window.close()
    assert seen > set(texts[:8]), "the texts were there to be read"
    assert followed.urls == []


def looked_over(window: QWidget) -> set[str]:
    """Paint the window and look at every widget in it; the texts of its labels."""
    assert not window.grab().isNull()
    shown = set()
    for widget in [window, *window.findChildren(QWidget)]:
        for tip in (widget.toolTip(), widget.whatsThis(), widget.statusTip()):
            require_plain(tip)
        if isinstance(widget, QLabel):
            assert widget.textFormat() is Qt.TextFormat.PlainText, widget.objectName()
            assert not widget.openExternalLinks()
            shown.add(widget.text())
        if isinstance(widget, QTextEdit):
            assert isinstance(widget, GuideView), "only our own guides are rich text"
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            require_plain_model(widget.model())
    for action in window.findChildren(QAction):
        require_plain(action.toolTip())
    return shown


def require_plain(tip: str) -> None:
    """Either nothing that Qt takes for markup, or all of it escaped."""
    if GuiQt.mightBeRichText(tip):
        assert tip.startswith("<span style='white-space: pre-wrap'>"), tip
        assert not any(sign in tip for sign in MARKUP), tip


def require_plain_model(model: QAbstractItemModel) -> None:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(min(model.rowCount(), EACH_VIEW)):
        for column in range(columns):
            for role in TIPS:
                require_plain(str(model.index(row, column).data(role) or ""))


def paste_into_all(window: QWidget, text: str) -> None:
    """What comes in by the clipboard as markup arrives as text."""
    data = QMimeData()
    data.setHtml(text)
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    for field in window.findChildren(QLineEdit):
        before = field.text()
        field.paste()
        field.setText(before)
    for area in window.findChildren(QPlainTextEdit):
        before = area.toPlainText()
        area.paste()
        assert "<img" not in area.document().toHtml()
        area.setPlainText(before)


def copy_from_all(window: QWidget) -> None:
    """What goes out by the clipboard is plain text."""
    for label in window.findChildren(QLabel):
        copy = getattr(label, "copy", None)
        if copy is not None and label.text():
            copy()
            data = QGuiApplication.clipboard().mimeData()
            assert data.hasText()
            assert not data.hasHtml()
