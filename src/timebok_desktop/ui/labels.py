"""Labels that show data: plain text always, never markup.

Qt guesses that a text with tags is markup, and a QLabel given `<img src=...>` opens local files.
Whatever shows a text that a person or a file wrote uses these classes and those of `ui.plain`.
Signs that are not seen or turn a text around are shown as `U+XXXX`.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QSizePolicy, QWidget

from timebok_desktop.domain.odd_signs import without_tricks
from timebok_desktop.ui.plain import plain_tooltip
from timebok_desktop.ui.shapes import paint_shape
from timebok_desktop.ui.theme import Role, font, tokens
from timebok_desktop.ui.tokens import Tone

Elide = Literal["none", "end", "start", "middle"]
"""Which part of a text that does not fit is left out."""

_ELIDE = {
    "none": Qt.TextElideMode.ElideNone,
    "end": Qt.TextElideMode.ElideRight,
    "start": Qt.TextElideMode.ElideLeft,
    "middle": Qt.TextElideMode.ElideMiddle,
}
_GROUP = 16
"""Signs of a hash that stand together."""


def name_combo(combo: QComboBox, name: str) -> None:
    """Name a choice, the list that it opens, and the line that it is written in."""
    combo.setAccessibleName(name)
    combo.view().setAccessibleName(name)
    line = combo.lineEdit()
    if line is not None:
        line.setAccessibleName(name)
    combo.currentTextChanged.connect(lambda text: combo.setToolTip(plain_tooltip(text)))


class Text(QLabel):
    """A text of the interface or of the data, wrapped if asked, selectable if asked."""

    def __init__(
        self,
        text: str = "",
        role: Role | Literal["muted"] = "base",
        *,
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setOpenExternalLinks(False)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        self._focus = Qt.FocusPolicy.ClickFocus if selectable else Qt.FocusPolicy.NoFocus
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show `text` and let assistive technology read the same; nothing takes no focus."""
        shown = without_tricks(text)
        super().setText(shown)
        self.setAccessibleName(shown)
        self.setFocusPolicy(self._focus if text else Qt.FocusPolicy.NoFocus)

    def set_tone(self, tone: Tone) -> None:
        """Colour the text by meaning; the caller says it in words as well."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)


class ElidedText(Text):
    """One line that leaves out what does not fit; the tooltip has all of it.

    `elide="start"` keeps the distinguishing end of a path or a reference visible.
    """

    def __init__(
        self,
        text: str = "",
        role: Role | Literal["muted"] = "base",
        *,
        elide: Elide = "end",
        parent: QWidget | None = None,
    ) -> None:
        self._elide, self._more = elide, ""
        super().__init__(text, role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Show `text` on one line."""
        super().setText(" ".join(text.split()))
        self._offer_whole()

    def explain(self, more: str) -> None:
        """Tell more in the tooltip and to assistive technology."""
        self._more = more
        self.setAccessibleDescription(more)
        self._offer_whole()

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters at least."""
        hint = super().minimumSizeHint()
        return QSize(
            min(hint.width(), self.fontMetrics().horizontalAdvance("0000…")), hint.height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What fits may have changed."""
        super().resizeEvent(event)
        self._offer_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(
            self.contentsRect(),
            int(self.alignment() | Qt.AlignmentFlag.AlignVCenter) | Qt.TextFlag.TextSingleLine,
            self.shown(),
        )

    def shown(self) -> str:
        """What is visible of the text."""
        return self.fontMetrics().elidedText(
            self.text(), _ELIDE[self._elide], self.contentsRect().width()
        )

    def _offer_whole(self) -> None:
        whole = self.text()
        told = ([whole] if self.shown() != whole else []) + ([self._more] if self._more else [])
        self.setToolTip(plain_tooltip("\n".join(told)))


class IdentifierText(Text):
    """An identifier shown in groups (`945 578 564`) and copied without spaces."""

    def __init__(
        self, identifier: str = "", grouped: str = "", *, parent: QWidget | None = None
    ) -> None:
        self._identifier = identifier
        super().__init__(grouped or identifier, selectable=True, parent=parent)
        self._focus = Qt.FocusPolicy.StrongFocus
        self.setText(grouped or identifier)
        self.setFont(font("base", tabular=True))
        self.setAccessibleName(identifier)

    def show_identifier(self, identifier: str, grouped: str) -> None:
        """Show another identifier."""
        self._identifier = identifier
        self.setText(grouped)
        self.setAccessibleName(identifier)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is selected, or all of it, without the spaces."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the copy."""
        menu = QMenu(self)
        menu.addAction(self.tr("Copy"), self.copy)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def copy(self) -> None:
        """Put the identifier on the clipboard without spaces."""
        chosen = self.selectedText() if self.hasSelectedText() else self._identifier
        QGuiApplication.clipboard().setText("".join(chosen.split()))


def hash_text(value: str) -> IdentifierText:
    """A SHA-256 or fingerprint in groups, so that it breaks into lines where there is little room;
    it is copied without the spaces."""
    groups = (value[at : at + _GROUP] for at in range(0, len(value), _GROUP))
    shown = IdentifierText(value, " ".join(groups))
    shown.setWordWrap(True)
    return shown


class Chip(QWidget):
    """A short status: shape, word and colour together, on a soft ground."""

    def __init__(
        self, word: str = "", tone: Tone = "neutral", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._word = ""
        self._tone: Tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(word, tone)

    def show_state(self, word: str, tone: Tone) -> None:
        """Show another state."""
        self._word, self._tone = word, tone
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the shape, the word and their padding."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._word) + round(self._side()) + 24
        return QSize(width, metrics.height() + 6)

    def minimumSizeHint(self) -> QSize:
        """A status is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, shape and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ink = QColor(tokens().of_tone(self._tone))
        painter.setBrush(QColor(tokens().soft_of_tone(self._tone)))
        painter.setPen(ink if tokens().name == "contrast" else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(ground, 6, 6)
        side = self._side()
        paint_shape(painter, self._tone, QRectF(9, (self.height() - side) / 2, side, side))
        painter.setPen(ink)
        text = self.rect().adjusted(round(side) + 15, 0, -8, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self._word)

    def _side(self) -> float:
        return self.fontMetrics().height() * 0.62
