"""From an order to what it answers and to its answer, what the answer changes, and until when it
may be answered.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.services.views import Case
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.icons import set_icon
from timebok_desktop.ui.labels import Chip, Text
from timebok_desktop.ui.orders.fields import title
from timebok_desktop.ui.plain import plain_button
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.wording import exact_date

_COMPARED = (
    "municipality_number",
    "organization_number",
    "her_id",
    "category",
    "form",
    "vendor",
)


class CaseLinks(QWidget):
    """Signal `orderWanted(reference)`. Not there at all where there is nothing to show."""

    orderWanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._references: dict[QPushButton, str] = {}
        self.earlier = self._link("back")
        self.later = self._link("next")
        self.deadline = Chip()
        self.changed = Text("", wrap=True, selectable=True)
        line = QHBoxLayout()
        line.setSpacing(SPACE.s)
        for widget in (self.deadline, self.earlier, self.later):
            line.addWidget(widget)
        line.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.xs)
        layout.addLayout(line)
        layout.addWidget(self.changed)
        self.hide()

    def show_case(self, case: Case) -> None:
        """Show another case."""
        written = case.correspondence
        earlier = written.answers[0] if written.answers else ""
        self._show(self.earlier, earlier, self.tr("Answer to {reference}"))
        self._tell_changes(case, earlier)
        self._show(self.later, written.answered_by, self.tr("Answered by {reference}"))
        self.deadline.setVisible(written.deadline is not None)
        if written.deadline is not None:
            passed = written.deadline < norwegian_day(self._context.now())
            words = self.tr("Past the deadline {day}") if passed else self.tr("Answer by {day}")
            self.deadline.show_state(
                words.format(day=exact_date(written.deadline)), "warning" if passed else "neutral"
            )
        self.setVisible(bool(earlier or written.answered_by or written.deadline))

    def _tell_changes(self, case: Case, earlier: str) -> None:
        """What reads otherwise than in the order that this one answers, as far as its row says."""
        before = next((row for row in case.earlier if row.reference == earlier), None)
        words = [
            self.tr("{field} (before: {value})").format(
                field=title(name), value=getattr(before, name) or "–"
            )
            for name in _COMPARED
            if before is not None and getattr(before, name) != getattr(case.order, name)
        ]
        told = self.tr("Changed since then: {fields}").format(fields=", ".join(words))
        self.changed.setText(told if words else "")
        self.changed.setVisible(bool(words))

    def _link(self, icon: str) -> QPushButton:
        made = QPushButton()
        made.setAutoDefault(False)
        made.setAccessibleName(self.tr("Another order of this case"))
        dress(made, look="quiet")
        set_icon(made, icon, "accent")
        made.clicked.connect(lambda _checked=False: self.orderWanted.emit(self._references[made]))
        return made

    def _show(self, link: QPushButton, reference: str, words: str) -> None:
        self._references[link] = reference
        link.setVisible(bool(reference))
        link.setText(plain_button(words.format(reference=reference)))
        link.setAccessibleName(words.format(reference=reference))
