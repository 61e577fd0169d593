"""Shows a page of help: packed Markdown and nothing else. No HTML, no picture is ever loaded, no
link leads anywhere by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from timebok_desktop.domain.folding import fold
from timebok_desktop.ui.theme import SPACE, Role, font, tokens

_MARKDOWN = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
_HEADINGS: dict[int, Role] = {1: "title", 2: "heading"}
_WORD = re.compile(r"[^\W_]+")


class GuideView(QTextBrowser):
    """Shows one page. A link that is followed is told by `linkFollowed(str)`."""

    linkFollowed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Text of the help"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.document().setDocumentMargin(SPACE.m)
        self.document().setIndentWidth(SPACE.l)
        self.anchorClicked.connect(lambda link: self.linkFollowed.emit(link.toString()))

    def show_text(self, text: str, section: int = 0) -> None:
        """Show Markdown from a section of it, counted by its headings; 0 is its beginning."""
        self.document().setMarkdown(text, _MARKDOWN)
        self._dress_links()
        self._dress_headings()
        self._dress_tables()
        self.go_to(section)

    def go_to(self, section: int) -> None:
        """Bring a section to the top, with the cursor there."""
        self.moveCursor(QTextCursor.MoveOperation.Start)
        headings = [block for block in self._blocks() if block.blockFormat().headingLevel()]
        if not 0 < section < len(headings):
            return
        self.setTextCursor(QTextCursor(headings[section]))
        place = self.document().documentLayout().blockBoundingRect(headings[section]).y()
        self.verticalScrollBar().setValue(int(place))

    def find_word(self, wanted: Sequence[str]) -> None:
        """Mark the next place from here that says one of these folded words."""
        block = self.textCursor().block()
        while block.isValid():
            for word in _WORD.finditer(block.text()):
                if any(fold(word[0]).startswith(one) for one in wanted):
                    start, end = (block.position() + place for place in word.span())
                    self.setTextCursor(self._span(start, end))
                    return
            block = block.next()

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing that a text names is ever loaded."""
        return None

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def _span(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _dress_links(self) -> None:
        """Links in the accent of the theme in force, and underlined."""
        links = []
        for block in self._blocks():
            place = block.begin()
            while not place.atEnd():
                fragment = place.fragment()
                if fragment.charFormat().isAnchor():
                    end = fragment.position() + fragment.length()
                    links.append((fragment.position(), end, fragment.charFormat()))
                place += 1
        for start, end, form in links:
            form.setForeground(QBrush(QColor(tokens().accent)))
            form.setFontUnderline(True)
            self._span(start, end).setCharFormat(form)

    def _dress_headings(self) -> None:
        for block in self._blocks():
            form = block.blockFormat()
            level = form.headingLevel()
            if not level:
                continue
            written = font(_HEADINGS.get(level, "strong"))
            title = self._span(block.position(), block.position() + block.length() - 1)
            shown = title.charFormat()
            shown.clearProperty(QTextFormat.Property.FontSizeAdjustment)
            shown.setFontPointSize(written.pointSizeF())
            shown.setFontWeight(written.weight())
            title.setCharFormat(shown)
            if level > 1:
                form.setTopMargin(SPACE.l)
                QTextCursor(block).setBlockFormat(form)

    def _dress_tables(self) -> None:
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                form = frame.format()
                form.setBorder(1)
                form.setBorderBrush(QBrush(QColor(tokens().line)))
                form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                form.setBorderCollapse(True)
                form.setCellPadding(SPACE.xs)
                frame.setFormat(form)
