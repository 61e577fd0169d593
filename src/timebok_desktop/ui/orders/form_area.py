"""Where forms open, or notices come: as high as they need, at most a share of what they stand in;
beyond that they scroll, so that nothing of them is ever cut.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE

_MOST = 0.6
"""Of the height of the panel."""
_EDGES = 8
"""The border of a form, which its layout does not count."""
_ABOVE = 5
"""Lines of text that stay in sight above and below what has the focus."""
_CHANGES = frozenset({QEvent.Type.LayoutRequest, QEvent.Type.Resize})


class FormArea(QScrollArea):
    """The forms below each other, of which one at most is open."""

    def __init__(
        self, forms: Iterable[QWidget], panel: QWidget, *, most: float = _MOST, whole: bool = False
    ) -> None:
        super().__init__()
        self._panel, self._needed, self._most, self._whole = panel, 0, most, whole
        self.setMaximumHeight(0)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        dress(body, look="scrolled")
        self._forms = QVBoxLayout(body)
        side = SPACE.m if whole else SPACE.l  # as what stands below has it
        self._forms.setContentsMargins(side, 0 if whole else SPACE.s, side, 0)
        self._forms.setSpacing(SPACE.s)
        self._all = tuple(forms)
        for form in self._all:
            self._forms.addWidget(form)
        self.setWidget(body)
        body.installEventFilter(self)
        panel.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A form opens, closes or grows, or the panel has another height."""
        if event.type() in _CHANGES:
            self._fit()
            if watched is self._panel:
                self.updateGeometry()
        return super().eventFilter(watched, event)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What has the focus is seen, and the question above it."""
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, _ABOVE * self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        """What is open, as far as the panel has room."""
        return QSize(0, min(self._needed, round(self._panel.height() * self._most)))

    def minimumSizeHint(self) -> QSize:
        """Less than that scrolls; it is as wide as its forms ask for only where it is `whole`."""
        width = self._forms.minimumSize().width() if self._whole else 0
        return QSize(width, min(self._needed, 4 * self.fontMetrics().height()))

    def _fit(self) -> None:
        if all(form.isHidden() for form in self._all):
            needed = 0
        elif self._forms.hasHeightForWidth():
            needed = self._forms.totalHeightForWidth(self.viewport().width()) + _EDGES
        else:
            needed = self._forms.totalSizeHint().height() + _EDGES
        if needed != self._needed:
            self._needed = needed
            self.setMaximumHeight(needed)
            self.updateGeometry()
