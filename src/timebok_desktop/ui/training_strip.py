"""Training in the window: the word that is always there, the score, and what the answer key says of
the decision just made. It compares and never decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from timebok_desktop.domain.rules import RULES
from timebok_desktop.domain.workflow import ACTION_WORDS, DECISION_WORDS
from timebok_desktop.services.training import AnswerKey, Judged, Score, score_of
from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.cards import button, clear, row, scrolled
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.labels import Chip, Text
from timebok_desktop.ui.orders.rule_way import way_to_rule
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.tasks import Tasks
from timebok_desktop.ui.theme import SPACE, tokens

if TYPE_CHECKING:
    from timebok_desktop.services.desk import Desk

_EDGE = 4


class TrainingFrame(QWidget):
    """A coloured frame around the whole window; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("trainingFrame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the window's size."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
            self.raise_()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the four edges."""
        painter = QPainter(self)
        ink = QColor(tokens().note)
        width, height = self.width(), self.height()
        painter.fillRect(0, 0, width, _EDGE, ink)
        painter.fillRect(0, height - _EDGE, width, _EDGE, ink)
        painter.fillRect(0, 0, _EDGE, height, ink)
        painter.fillRect(width - _EDGE, 0, _EDGE, height, ink)


class TrainingStrip(QFrame):
    """Signals: `againWanted()` for a new round, `leaveWanted()` to stop."""

    againWanted = Signal()
    leaveWanted = Signal()

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        context: Context,
        key: AnswerKey,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("trainingStrip")
        self.setAccessibleName(self.tr("Training"))
        dress(self, look="notice", tone="note")
        self._desk, self._tasks, self._context, self._key = desk, tasks, context, key
        self._score: Score | None = None
        self.count = Text("", "strong")
        self.answer = Text("", wrap=True)
        self._rules = row()
        self.result = QPushButton(self.tr("Result"))
        self.result.setAccessibleName(self.tr("Show the result"))
        self.result.setCheckable(True)
        self._lines = QGridLayout()
        self._table = self._listed()
        self.result.toggled.connect(self._table.setVisible)
        self._lay_out()
        context.storeChanged.connect(self.refresh)

    def refresh(self) -> None:
        """Ask how the round stands."""
        self._tasks.run(
            score_of,
            self._desk,
            self._context.user,
            self._key,
            owner=self,
            done=self.show_score,
            latest="score",
        )

    def show_score(self, score: Score) -> None:
        """Show the score, and the answer to what was decided since the last one."""
        before = {one.reference: one.made for one in self._score.orders} if self._score else {}
        known = self._score is not None
        self._score = score
        self.count.setText(
            self.tr("{decided} of {all} decided, {right} rightly").format(
                decided=len(score.decided), all=len(score.orders), right=score.right
            )
        )
        self._show_result(score)
        new = [one for one in score.decided if before.get(one.reference) is not one.made]
        if known and new:
            self._show_answer(new[-1])

    def _show_answer(self, judged: Judged) -> None:
        say = self._context.say
        verdict = self.tr("Right") if judged.is_right else self.tr("Not as in the answer key")
        made = say(DECISION_WORDS[judged.made]) if judged.made else ""
        right = self.tr(" or ").join(say(ACTION_WORDS[one]).lower() for one in judged.right)
        found = "; ".join(say(RULES[code].title) for code in judged.rules)
        words = self.tr("{verdict}. {reference}, you: {made}. The key: {found}. Then: {right}.")
        self.answer.setText(
            words.format(
                verdict=verdict,
                reference=judged.reference,
                made=made.lower(),
                found=found or self.tr("no findings"),
                right=right,
            )
        )
        clear(self._rules)
        for code in judged.rules:
            self._rules.addWidget(way_to_rule(code, self._context))
        self._rules.addStretch(1)
        announce(self, f"{self.answer.text()} {self.count.text()}")

    def _show_result(self, score: Score) -> None:
        clear(self._lines)
        for line, (code, (right, seen)) in enumerate(score.by_rule.items()):
            name = self._context.say(RULES[code].title) if code else self.tr("Without findings")
            told = self.tr("{right} of {seen} rightly").format(right=right, seen=seen)
            self._lines.addWidget(Text(name, wrap=True), line, 0)
            self._lines.addWidget(Text(told), line, 1)
            if code:
                self._lines.addWidget(way_to_rule(code, self._context), line, 2)
        if not score.decided:
            self._lines.addWidget(Text(self.tr("Nothing has been decided yet."), "muted"), 0, 0)

    def _listed(self) -> QWidget:
        inner = QWidget()
        self._lines.setHorizontalSpacing(SPACE.l)
        self._lines.setVerticalSpacing(SPACE.xs)
        self._lines.setColumnStretch(0, 1)
        inner.setLayout(self._lines)
        area = scrolled(inner)
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        area.hide()
        return area

    def _lay_out(self) -> None:
        self.answer.setText(
            self.tr(
                "Decide the orders; after each decision the answer key stands here. Everything "
                "is invented, and second approval is off."
            )
        )
        again = button(self.tr("Start over"), self.againWanted.emit)
        leave = button(
            self.tr("Leave"),
            self.leaveWanted.emit,
            look="quiet",
            name=self.tr("Leave the training"),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.l, SPACE.s, SPACE.m, SPACE.s)
        layout.setSpacing(SPACE.xs)
        mark = Chip(self.tr("Training"), "note")
        layout.addLayout(row(mark, self.count, None, self.result, again, leave))
        layout.addWidget(self.answer)
        layout.addLayout(self._rules)
        layout.addWidget(self._table)
