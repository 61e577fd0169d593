"""Who works here now, and the way to let another caseworker take over."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from timebok_desktop.ui.cards import Card, button, row
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.page import Page
from timebok_desktop.ui.theme import SPACE


class CaseworkerSection(QWidget):
    """The current caseworker; the window itself asks for the next one."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.name = Text("", "title", selectable=True)
        self.switch_button = button(
            self.tr("Switch caseworker …"),
            page.context.actions["switchUserAction"].trigger,
            look="primary",
            icon="person",
        )
        card = Card(self.tr("Caseworker"))
        card.body.addWidget(self.name)
        card.body.addWidget(
            Text(
                self.tr(
                    "Decisions, imports and exports are recorded in this name. Switch before "
                    "somebody else decides: an order can never be approved twice by one person."
                ),
                "muted",
                wrap=True,
            )
        )
        card.body.addSpacing(SPACE.s)
        card.body.addLayout(row(self.switch_button, None))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        layout.addStretch(1)
        page.context.userChanged.connect(self.name.setText)
        self.refresh()

    def refresh(self) -> None:
        """Show who works now."""
        self.name.setText(self._page.context.user)
