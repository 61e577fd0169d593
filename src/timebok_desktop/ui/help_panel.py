"""Over the window: what is new, what this program is, and what whoever helps needs to know. The
help itself stands beside the work (`ui.help_place`).
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop.services.behind import Behind
from timebok_desktop.ui.about import AboutView
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.focus_before import FocusBefore
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.news import NewsView, read_news
from timebok_desktop.ui.screen_facts import screen_facts
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.tasks import Tasks
from timebok_desktop.ui.technical import TechnicalView
from timebok_desktop.ui.theme import BASE_POINTS, SPACE

_MIDDLE = (820, 720)
_NARROW = (640, 640)


class HelpPanel(QFrame):
    """A panel over the window, closed with Escape; `strayed()` where what had the focus before has
    gone."""

    strayed = Signal()

    def __init__(
        self, context: Context, tasks: Tasks, behind: Callable[[], Behind], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("helpPanel")
        dress(self, look="card")
        self._context, self._tasks, self._behind = context, tasks, behind
        self.about: AboutView | None = None
        self.news: QScrollArea | None = None
        self.technical: TechnicalView | None = None
        self._before = FocusBefore(self)
        self._title = Text("", "heading")
        self._close = QPushButton(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.clicked.connect(self.close_panel)
        self._pages = QStackedWidget()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.xl, SPACE.l, SPACE.l, SPACE.l)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)
        self.hide()

    def open_about(self) -> None:
        """Show what this program is and what it is made of."""
        if self.about is None:
            behind = self._behind()
            self.about = AboutView(behind.licences)
            self._pages.addWidget(self.about)
            self._tasks.run(behind.parts, owner=self, done=self.about.show_parts)
        self._open(self.tr("About Timebok"), self.about, _MIDDLE)
        self._close.setFocus()

    def open_news(self) -> None:
        """Show what has changed from version to version."""
        if self.news is None:
            self.news = self._scrolled(NewsView(read_news(self._context.language)))
            self._pages.addWidget(self.news)
        self._open(self.tr("What is new"), self.news, _NARROW)
        self._close.setFocus()

    def open_technical(self) -> None:
        """Show what whoever helps needs to know, as it is now."""
        if self.technical is None:
            self.technical = TechnicalView(self._context)
            self._pages.addWidget(self.technical)
        self._tasks.run(
            self._behind().diagnose,
            screen_facts(),
            owner=self,
            done=self.technical.show_report,
            latest="technical",
        )
        self._open(self.tr("Technical information"), self.technical, _MIDDLE)
        self.technical.report.setFocus()

    def close_panel(self) -> None:
        """Close and give the focus back."""
        if not self._before.put_away():
            self.strayed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)

    def _scrolled(self, body: QWidget) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setAccessibleName(self.tr("Help text"))
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        return scroll

    def _open(self, title: str, page: QWidget, size: tuple[int, int]) -> None:
        if self.isHidden():
            self._before.remember()
        self._title.setText(title)
        self._pages.setCurrentWidget(page)
        window = self.window()
        scale = max(1.0, self.font().pointSizeF() / BASE_POINTS)
        width = min(round(size[0] * scale), window.width() - 32)
        height = min(round(size[1] * scale), window.height() - 96)
        self.setGeometry((window.width() - width) // 2, 56, width, height)
        self.show()
        self.raise_()
