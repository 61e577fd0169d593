"""Going through the findings by keys: the next one, its field and back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.orders.review_panel import ReviewPanel
from timebok_desktop.ui.orders.table import OrderTable


class FindingsWalk(QObject):
    """Carries out the actions of the findings."""

    def __init__(self, panel: ReviewPanel, table: OrderTable) -> None:
        super().__init__(panel)
        self._panel = panel
        self._at_field = False
        table.refused.connect(self._answer)
        panel.findings.fieldWanted.connect(self._show_field)
        panel.comparison.fieldPressed.connect(self._look_at_field)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What the actions of the findings do."""
        return {
            "nextFindingAction": partial(self.step, 1),
            "previousFindingAction": partial(self.step, -1),
            "fieldAction": self.jump,
        }

    def step(self, by: int) -> None:
        """Look at the next finding, or the one before."""
        self._at_field = False
        self._come_to_the_front()
        card = self._panel.findings.step(by)
        if card is not None:
            self._panel.bring_into_view(card)
        elif self._panel.case is not None:
            announce(self._panel, self.tr("No findings."))

    def jump(self) -> None:
        """From a finding to its field, and back again."""
        self._come_to_the_front()
        finding = self._panel.findings.current_finding()
        if finding is None:
            self.step(1)
            finding = self._panel.findings.current_finding()
        if finding is None:
            return
        if self._at_field or not self._show_field(finding.field):
            self._at_field = False
            card = self._panel.findings.current_card()
            if card is not None:
                self._panel.bring_into_view(card)
                announce(self._panel, card.spoken())

    def _come_to_the_front(self) -> None:
        """What is looked at, and opened by that, is seen: in a narrow window too."""
        if self._panel.case is not None and not self._panel.isVisible():
            self._panel.frontWanted.emit()

    def _answer(self, action: str) -> None:
        """A key of an approval that may not be made: open what has to be seen first, else say
        what the bar says."""
        case, bar = self._panel.case, self._panel.bar
        if action != "approveAction" or case is None:
            return
        if self._panel.opened.missing(case):
            self.step(1)
        elif bar.why_not.isVisible():
            announce(self._panel, bar.why_not.text(), urgent=True)

    def _show_field(self, field: str) -> bool:
        """Show the row of a field; False where it has none."""
        comparison = self._panel.comparison
        row = comparison.row_of(field)
        if row is None:
            return False
        self._at_field = True
        comparison.point_at(field)
        self._panel.bring_into_view(row)
        announce(self._panel, comparison.spoken(field))
        return True

    def _look_at_field(self, field: str) -> None:
        """A row was clicked: look at its finding, if it has one."""
        if not self._panel.findings.look_at_field(field):
            self._panel.findings.show_nothing()
            self._panel.comparison.point_at(field)
