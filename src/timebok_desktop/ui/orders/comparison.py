"""The comparison: order, registry and proposed configuration side by side, row by row.

Three panes of equal rows; a difference is marked by weight and a mark in the margin, a finding by
its shape and word at the field it concerns. Cells are reused from order to order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from timebok_desktop.domain.codes import Severity
from timebok_desktop.domain.findings import Finding
from timebok_desktop.ui.icons import set_icon
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.orders.fields import (
    CONFIGURED,
    IN_REGISTRY,
    NOTHING,
    OURS,
    SHOWN,
    FieldRow,
    title,
)
from timebok_desktop.ui.plain import plain_tooltip
from timebok_desktop.ui.shape_label import ShapeLabel
from timebok_desktop.ui.shapes import TONE_OF_SEVERITY
from timebok_desktop.ui.theme import SPACE

_WEIGHT = {Severity.STOP: 2, Severity.WARNING: 1, Severity.NOTE: 0}
_SHARES = (20, 30, 28, 24)


class Cell(QWidget):
    """One value, with a margin for marks before it and a muted line below it. What few cells show
    is made when it is first shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = Text("", "strong")
        self.mark.setFixedWidth(max(16, self.mark.fontMetrics().height()))
        self.shape: ShapeLabel | None = None
        self.value = Text("", wrap=True, selectable=True)
        self.below: Text | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.side = QHBoxLayout(self)
        self.side.setContentsMargins(0, SPACE.xs, SPACE.s, SPACE.xs)
        self.side.setSpacing(SPACE.xs)
        self._texts = QVBoxLayout()
        self._texts.setContentsMargins(0, 0, 0, 0)
        self._texts.setSpacing(0)
        self._texts.addWidget(self.value)
        self._texts.addStretch()
        self.side.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        self.side.addLayout(self._texts, 1)
        self.edit: QToolButton | None = None
        self.may_edit = False

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer is here: offer the amendment."""
        super().enterEvent(event)
        if self.edit is not None and self.may_edit:
            self.edit.show()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has gone."""
        super().leaveEvent(event)
        if self.edit is not None:
            self.edit.hide()

    def show_value(
        self, value: str, below: str = "", *, strong: bool = False, empty: str = NOTHING
    ) -> None:
        """Show a value; where there is none, `empty`."""
        self.value.setText(value or empty)
        role = "strong" if strong else "muted" if not value else "base"
        if self.value.property("role") != role:
            self.value.setProperty("role", role)
            self.value.style().unpolish(self.value)
            self.value.style().polish(self.value)
        if below and self.below is None:
            self.below = Text("", "small", wrap=True)
            self._texts.insertWidget(1, self.below)
        if self.below is not None:
            self.below.setText(below)
            self.below.setVisible(bool(below))

    def point_out(self, finding: Finding | None) -> None:
        """Put the shape of a finding in the place of the mark."""
        self.mark.setVisible(finding is None)
        if finding is not None and self.shape is None:
            self.shape = ShapeLabel("note")
            self.side.insertWidget(1, self.shape, 0, Qt.AlignmentFlag.AlignTop)
        if self.shape is None:
            return
        self.shape.setVisible(finding is not None)
        if finding is not None:
            self.shape.show_tone(TONE_OF_SEVERITY[finding.severity])
            self.shape.setToolTip(plain_tooltip(finding.rule))
            self.shape.setAccessibleName(finding.rule)


class Pane(QFrame):
    """One of the panes: a heading and a cell for every field."""

    widthChanged = Signal()

    def __init__(self, name: str, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(heading)
        self.heading = Text(heading, "small")
        indent = max(16, self.heading.fontMetrics().height()) + SPACE.xs
        self.heading.setContentsMargins(indent, 0, 0, 0)
        self.cells = {field: Cell() for field in SHOWN}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heading)
        for cell in self.cells.values():
            layout.addWidget(cell)
        layout.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrapped values may need more or fewer lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.widthChanged.emit()

    def describe(self, rows: Sequence[FieldRow], values: Mapping[str, str]) -> None:
        """Say the whole pane to assistive technology."""
        told = (f"{title(row.field)}: {values[row.field]}" for row in rows if values[row.field])
        self.setAccessibleDescription("; ".join(told))


class Comparison(QWidget):
    """The panes in one grid. Signals: `amendWanted(field)` when a value is to be amended,
    `fieldPressed(field)` on a click in its row."""

    amendWanted = Signal(str)
    fieldPressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = {field: Text(title(field), "muted", wrap=True) for field in SHOWN}
        self.order = Pane("orderPane", self.tr("Ordered"))
        self.registry = Pane("registryPane", self.tr("Registry (AR)"))
        self.configuration = Pane("configurationPane", self.tr("Becomes"))
        self._panes = (self.order, self.registry, self.configuration)
        self._heading = Text("", "small")
        self._rows: tuple[FieldRow, ...] = ()
        self.pointed = ""
        self._names = QVBoxLayout()
        self._names.setSpacing(0)
        self._names.addWidget(self._heading)
        for label in self._titles.values():
            label.setContentsMargins(0, SPACE.xs, SPACE.s, SPACE.xs)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self._names.addWidget(label)
        self._names.addStretch()
        self._lay_out()
        for pane in self._panes:
            pane.widthChanged.connect(self._align)

    def show_rows(
        self, rows: Sequence[FieldRow], findings: Sequence[Finding], *, may_amend: bool
    ) -> None:
        """Show a case. Rows that nobody says anything about are left out."""
        self._rows = tuple(rows)
        for row in rows:
            self._show_row(row, _worst(findings, row.field), may_amend=may_amend)
        self.order.describe(rows, {row.field: row.ordered for row in rows})
        self.registry.describe(rows, {row.field: row.registry for row in rows})
        self.configuration.describe(rows, {row.field: row.becomes for row in rows})
        self._align()

    def point_at(self, field: str) -> None:
        """Mark the row of a field that is looked at, "" for none."""
        before, self.pointed = self.pointed, field
        for one, marked in ((before, False), (field, True)):
            if one in self._titles and before != field:
                for widget in self._row(one):
                    widget.setProperty("pointed", marked)
                    widget.style().unpolish(widget)
                    widget.style().polish(widget)

    def row_of(self, field: str) -> QWidget | None:
        """What to bring into view for a field; None where no row is shown for it."""
        label = self._titles.get(field)
        return label if label is not None and not label.isHidden() else None

    def spoken(self, field: str) -> str:
        """A row in one text, for a screen reader."""
        row = next(one for one in self._rows if one.field == field)
        parts = (
            (self.order.heading.text(), row.ordered),
            (self.registry.heading.text(), row.registry),
            (self.configuration.heading.text(), row.becomes),
        )
        return "; ".join((title(field), *(f"{name}: {value}" for name, value in parts if value)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click in a row points at its field."""
        super().mousePressEvent(event)
        height = event.position().toPoint().y()
        for field, label in self._titles.items():
            top = label.mapTo(self, QPoint()).y()
            if not label.isHidden() and top <= height < top + label.height():
                self.fieldPressed.emit(field)

    def _row(self, field: str) -> list[QWidget]:
        return [self._titles[field], *(pane.cells[field] for pane in self._panes)]

    def _show_row(self, row: FieldRow, finding: Finding | None, *, may_amend: bool) -> None:
        field = row.field
        ordered, registry, becomes = (pane.cells[field] for pane in self._panes)
        shown = bool(row.ordered or row.registry or row.becomes or finding)
        for widget in self._row(field):
            widget.setVisible(shown)
        sent = self.tr("sent as “{value}”").format(value=row.sent) if row.sent else ""
        ordered.show_value(row.ordered, sent, strong=row.differs)
        registry.show_value(
            row.registry, strong=row.differs, empty=NOTHING if field in IN_REGISTRY else ""
        )
        before = self.tr("before: {value}").format(value=row.before) if row.before else ""
        becomes.show_value(
            row.becomes,
            before,
            strong=bool(row.before),
            empty=NOTHING if field in CONFIGURED else "",
        )
        self._mark(registry, row)
        becomes.mark.setText("→" if row.before else "")
        ordered.point_out(finding)
        ordered.may_edit = may_amend

    def _mark(self, cell: Cell, row: FieldRow) -> None:
        both = bool(row.ordered and row.registry)
        cell.mark.setText("≠" if row.differs else "=" if both else "")
        words = self.tr("differs from the order") if row.differs else self.tr("as in the order")
        cell.mark.setToolTip(plain_tooltip(words if row.differs or both else ""))
        cell.mark.setAccessibleName(words if row.differs or both else "")
        cell.mark.set_tone("warning" if row.differs else "neutral")

    def _align(self) -> None:
        """Give the cells of a row the height of the tallest of them."""
        for field in SHOWN:
            label = self._titles[field]
            if label.isHidden():
                continue
            cells = self._row(field)
            widths = [label.width(), *(pane.width() for pane in self._panes)]
            tallest = max(_height(cell, width) for cell, width in zip(cells, widths, strict=True))
            for cell in cells:
                cell.setFixedHeight(tallest)
        heading = max(pane.heading.sizeHint().height() for pane in self._panes)
        for top in (self._heading, *(pane.heading for pane in self._panes)):
            top.setFixedHeight(heading + SPACE.xs)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.s)
        grid.addLayout(self._names, 0, 0)
        for column, pane in enumerate(self._panes, start=1):
            grid.addWidget(pane, 0, column)
        for column, share in enumerate(_SHARES):
            grid.setColumnStretch(column, share)
        for field, cell in self.order.cells.items():
            if field in OURS:
                continue
            edit = QToolButton()
            edit.setProperty("look", "mini")
            edit.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            set_icon(edit, "edit", "muted")
            words = self.tr("Amend {field}").format(field=title(field))
            edit.setAccessibleName(words)
            edit.setToolTip(plain_tooltip(words))
            edit.setIconSize(QSize(14, 14))
            edit.setFixedSize(18, 16)
            policy = edit.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            edit.setSizePolicy(policy)
            edit.hide()
            edit.clicked.connect(lambda _checked, one=field: self.amendWanted.emit(one))
            cell.side.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
            cell.edit = edit


def _height(widget: QWidget, width: int) -> int:
    """What a cell needs at a width; a fixed height from before must not count."""
    widget.setMinimumHeight(0)
    layout = widget.layout()
    if layout is not None:
        layout.invalidate()
        layout.activate()
        if layout.hasHeightForWidth():
            return layout.totalHeightForWidth(width)
    return (
        widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
    )


def _worst(findings: Sequence[Finding], field: str) -> Finding | None:
    own = [finding for finding in findings if finding.field == field]
    return max(own, key=lambda finding: _WEIGHT[finding.severity], default=None)
