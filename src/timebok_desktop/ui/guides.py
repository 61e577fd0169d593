"""The guides of the product: packed with it, read, searched and shown without a network.

Shows nothing but its own packed Markdown: no HTML, no picture, no address is ever opened.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from timebok_desktop.domain.phrases import Language
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.ui.theme import SPACE, tokens

NAMES = (
    "arbeidsflyt",
    "brev",
    "bestillingsfiler",
    "regler",
    "eksportpakke",
    "oppslagstabeller",
    "arbeidsmappe",
    "sikkerhet",
    "kommandolinje",
)
"""The guides in the order of the list; each is a file of this name in either language."""

_MARKDOWN = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


@dataclass(frozen=True, slots=True)
class Guide:
    """One guide in one language: as Markdown, and as the plain text that is shown."""

    name: str
    title: str
    text: str
    shown: str

    def has(self, wanted: str) -> bool:
        """Whether the guide says `wanted`, however it is capitalised."""
        return wanted.casefold() in self.shown.casefold()


def read_guides(language: Language) -> tuple[Guide, ...]:
    """Every guide in a language."""
    folder = resource_folder() / "guides" / language
    return tuple(_guide(name, (folder / f"{name}.md").read_text("utf-8")) for name in NAMES)


def _guide(name: str, text: str) -> Guide:
    document = QTextDocument()
    document.setMarkdown(text, _MARKDOWN)
    return Guide(name, text.partition("\n")[0].removeprefix("# "), text, document.toPlainText())


class GuideView(QTextBrowser):
    """Shows one guide. A link to another guide is told by `guideWanted`; no other link works."""

    guideWanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Text of the guide"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.document().setDocumentMargin(SPACE.m)
        self.anchorClicked.connect(self._follow)

    def show_guide(self, guide: Guide) -> None:
        """Show a guide from its beginning."""
        self.document().setMarkdown(guide.text, _MARKDOWN)
        self._dress_headings()
        self._dress_tables()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def find_next(self, wanted: str) -> bool:
        """Mark and show the next place that says `wanted`; False where there is none further on."""
        return bool(wanted) and self.find(wanted)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing that a text names is ever loaded."""
        return None

    def _follow(self, link: QUrl) -> None:
        name = PurePosixPath(link.path()).stem
        if link.isRelative() and name in NAMES:
            self.guideWanted.emit(name)

    def _dress_headings(self) -> None:
        block = self.document().begin()
        while block.isValid():
            form = block.blockFormat()
            if form.headingLevel() > 1:
                form.setTopMargin(SPACE.l)
                QTextCursor(block).setBlockFormat(form)
            block = block.next()

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
