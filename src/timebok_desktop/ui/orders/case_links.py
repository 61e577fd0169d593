"""From an order to what it answers and to its answer, and until when it may be answered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.services.views import Case
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.icons import set_icon
from timebok_desktop.ui.labels import Chip
from timebok_desktop.ui.plain import plain_button
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.wording import exact_date


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
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.s)
        for widget in (self.deadline, self.earlier, self.later):
            layout.addWidget(widget)
        layout.addStretch()
        self.hide()

    def show_case(self, case: Case) -> None:
        """Show another case."""
        written = case.correspondence
        earlier = written.answers[0] if written.answers else ""
        self._show(self.earlier, earlier, self.tr("Answer to {reference}"))
        self._show(self.later, written.answered_by, self.tr("Answered by {reference}"))
        self.deadline.setVisible(written.deadline is not None)
        if written.deadline is not None:
            passed = written.deadline < norwegian_day(self._context.now())
            words = self.tr("Past the deadline {day}") if passed else self.tr("Answer by {day}")
            self.deadline.show_state(
                words.format(day=exact_date(written.deadline)), "warning" if passed else "neutral"
            )
        self.setVisible(bool(earlier or written.answered_by or written.deadline))

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
