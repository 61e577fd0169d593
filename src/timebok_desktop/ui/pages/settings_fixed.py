"""Settings that an administrator has fixed: shown as they are, not to be changed, and said so."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from timebok_desktop.services.fixed_settings import FixedSettings
from timebok_desktop.ui.icons import pixmap
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import ICON, SPACE, colour


class FixedMarks(QWidget):
    """Says above a form what is fixed and where, and beside each fixed field that it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, tuple[tuple[QWidget, ...], QWidget, list[str]]] = {}
        self.words = Text("", "strong", wrap=True)
        self.place = Text("", "muted", wrap=True, selectable=True)
        self.store = Text("", "muted", wrap=True, selectable=True)
        card = QFrame()
        dress(card, look="notice", tone="neutral")
        texts = QVBoxLayout()
        texts.setSpacing(SPACE.xs)
        for text in (self.words, self.place, self.store):
            texts.addWidget(text)
        inside = QHBoxLayout(card)
        inside.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        inside.setSpacing(SPACE.m)
        inside.addWidget(_Lock(), 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(texts, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.hide()

    def beside(self, setting: str, *fields: QWidget, stretched: bool = False) -> QWidget:
        """The fields of a setting, with room for the mark behind them (below, if stretched)."""
        mark = QWidget()
        line = QHBoxLayout(mark)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.xs)
        line.addWidget(_Lock())
        line.addWidget(Text(self.tr("Fixed by the administrator"), "muted"))
        line.addStretch(1)
        mark.hide()
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.setSpacing(SPACE.m)
        for field in fields:
            row.addWidget(field)
        layout = QVBoxLayout(holder) if stretched else QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.s if stretched else SPACE.m)
        layout.addLayout(row)
        layout.addWidget(mark, 0 if stretched else 1)
        names = [field.accessibleName() or _words(field) for field in fields]
        self._fields[setting] = (fields, mark, names)
        return holder

    def show_fixed(self, fixed: FixedSettings) -> None:
        """Show what is fixed; the rest can be changed again."""
        told = self.tr("fixed by the administrator")
        for setting, (fields, mark, names) in self._fields.items():
            held = setting in fixed.values
            mark.setVisible(held)
            for field, name in zip(fields, names, strict=True):
                field.setEnabled(not held)
                field.setAccessibleName(f"{name}, {told}" if held else name)
                field.setAccessibleDescription(str(fixed.path) if held else "")
        self.words.setText(
            self.tr("An administrator has fixed some settings for everybody on this machine.")
        )
        self.place.setText(self.tr("They stand in {path}").format(path=fixed.path))
        store = self.tr("The workspace can only be {path}").format(path=fixed.workspace)
        self.store.setText(store if fixed.workspace else "")
        self.store.setVisible(fixed.workspace is not None)
        self.setVisible(bool(fixed.values) or fixed.workspace is not None)


class _Lock(QWidget):
    """The picture of a lock, in the colours now in force; the words stand beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(ICON, ICON)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, pixmap("lock", colour("muted"), ICON, 2.0))


def _words(field: QWidget) -> str:
    """What is written on a field that has no name of its own."""
    return str(field.property("text") or "")
