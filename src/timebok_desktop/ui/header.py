"""The strip at the top: the product's name, the menus, whether the world is invented, how old the
evidence is, and who works.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenuBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from timebok_desktop.domain.party import Snapshot
from timebok_desktop.ui.icons import set_icon
from timebok_desktop.ui.labels import Chip, ElidedText, Text
from timebok_desktop.ui.plain import plain_button, plain_tooltip
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.wording import exact_moment, grouped_count, local_day

_WAY = 32
"""The width of a button with nothing but an arrow."""


class Header(QFrame):
    """Shows the age of the registry extract and the caseworker."""

    def __init__(self, menus: QMenuBar | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.evidence = ElidedText("", "muted")
        self.evidence.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.evidence.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.sample = Chip(self.tr("Sample world: everything is invented"), "note")
        self.sample.setObjectName("sampleMark")
        self.sample.setToolTip(
            plain_tooltip(
                self.tr(
                    "Parties, vendors, orders and people in this workspace are invented. "
                    "Use a workspace of its own for real orders."
                )
            )
        )
        self.sample.hide()
        self.user = QPushButton()
        dress(self.user, look="quiet")
        set_icon(self.user, "person", "accent")
        self.back = _way(self.tr("Back"), "back")
        self.forward = _way(self.tr("Forward"), "next")
        ways = QHBoxLayout()
        ways.setSpacing(0)
        ways.addWidget(self.back)
        ways.addWidget(self.forward)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._first.addWidget(Text("Timebok", "heading"))
        if menus is not None:
            self._first.addWidget(menus)
        self._first.addLayout(ways)
        self._first.addStretch(1)
        self._second.addStretch(1)
        for part in (self.sample, self.evidence, self.user):
            self._second.addWidget(part)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(SPACE.l, SPACE.xs, SPACE.m, SPACE.xs)
        for line in (self._first, self._second):
            line.setSpacing(SPACE.m)
            self._lines.addLayout(line)

    def minimumSizeHint(self) -> QSize:
        """What the wider of two lines needs."""
        widest = max(line.minimumSize().width() for line in (self._first, self._second))
        return QSize(widest + SPACE.l + SPACE.m, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may ask for another line."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Other words need another room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """Two lines where one would cut what the decisions rest on."""
        needed = self._first.sizeHint().width() + self._second.sizeHint().width()
        room = self.width() - SPACE.l - SPACE.m - SPACE.m
        direction = QBoxLayout.Direction
        wanted = direction.LeftToRight if needed <= room else direction.TopToBottom
        if wanted is not self._lines.direction():
            self._lines.setDirection(wanted)
            self.updateGeometry()

    def show_ways(self, back: bool, forward: bool) -> None:  # noqa: FBT001 - the two answers
        """Show whether there is a way back, and one forward."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def show_user(self, user: str) -> None:
        """Show who works."""
        self.user.setText(plain_button(user))
        self.user.setAccessibleName(self.tr("Caseworker: {user}. Switch").format(user=user))
        self.user.setToolTip(plain_tooltip(self.tr("Switch caseworker")))

    def show_snapshot(self, snapshot: Snapshot | None, now: datetime, limit_days: int) -> None:
        """Show how old the evidence is, as a warning where it is too old."""
        if snapshot is None:
            self.evidence.setText(self.tr("▲ No registry extract yet"))
            self.evidence.set_tone("warning")
            return
        days = max(0, (local_day(now) - local_day(snapshot.taken_at)).days)
        words = self.tr("Registry extract %n day(s) old", "", days)
        if not days:
            words = self.tr("Registry extract from today")
        stale = now - snapshot.taken_at > timedelta(days=limit_days)  # as the rule has it
        self.evidence.setText(f"▲ {words}" if stale else words)
        self.evidence.set_tone("warning" if stale else "neutral")
        exact = self.tr("Taken {moment}, {parties} party(ies)", "", snapshot.parties).format(
            moment=exact_moment(snapshot.taken_at), parties=grouped_count(snapshot.parties)
        )
        self.evidence.explain(exact)


def _way(name: str, icon: str) -> QPushButton:
    """A small button with an arrow."""
    made = QPushButton()
    made.setAccessibleName(name)
    made.setToolTip(plain_tooltip(name))
    made.setEnabled(False)
    dress(made, look="quiet")
    set_icon(made, icon, "accent")
    made.setFixedWidth(_WAY)
    return made
