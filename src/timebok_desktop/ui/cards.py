"""The pieces that pages are laid out with: cards, facts in two columns, notices with their
buttons, empty states, progress with its way out. They show what they are given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.focus_before import FocusBefore
from timebok_desktop.ui.icons import pixmap, set_icon
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.plain import plain_button
from timebok_desktop.ui.still_bar import StillBar
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import ICON, SPACE, colour
from timebok_desktop.ui.tokens import Tone

_SIDE_BY_SIDE = 115
"""Letters that must fit for a list and its panel to stand beside each other."""
_ICONS: dict[Tone, str] = {
    "clear": "status-clear",
    "warning": "status-warning",
    "stop": "status-stop",
    "note": "status-note",
    "neutral": "status-neutral",
}


def button(
    text: str, follow: Callable[[], object], *, look: str = "", icon: str = "", name: str = ""
) -> QPushButton:
    """A button with its words, what it does, and the name that assistive technology reads."""
    made = QPushButton(plain_button(text))
    made.setAccessibleName(name or text)
    made.setAutoDefault(False)
    if look:
        dress(made, look=look)
    if icon:
        set_icon(made, icon, "on_accent" if look == "primary" else "ink")
        made.setIconSize(QSize(ICON - 2, ICON - 2))
    made.clicked.connect(lambda _checked=False: follow())
    return made


class _CountField(QSpinBox):
    """As wide for one as for many, so that nothing moves while it counts."""

    def __init__(self) -> None:
        super().__init__()
        self.words: Callable[[int], str] | None = None

    def sizeHint(self) -> QSize:
        """Room for what its highest number counts."""
        hint = super().sizeHint()
        if self.words is not None:
            width, most = self.fontMetrics().horizontalAdvance, self.maximum()
            # Qt measures the text with a space behind it, and widths are rounded as a whole.
            more = width(f"{most}{self.words(most)} ") - width(f"{most}{self.suffix()} ")
            hint.setWidth(hint.width() + max(0, more))
        return hint


def number_field(name: str, lowest: int, highest: int) -> _CountField:
    """A field for a whole number."""
    field = _CountField()
    field.setRange(lowest, highest)
    field.setAccessibleName(name)
    field.lineEdit().setTextMargins(SPACE.s, 0, 0, 0)
    return field


def counted_in(field: _CountField, words: Callable[[int], str]) -> None:
    """Say behind the number what it counts, one day or several: `words` tells for each number."""

    def say(number: int) -> None:
        field.setSuffix(words(number))

    field.words = words
    field.valueChanged.connect(say)
    say(field.value())


def choice_field(name: str, choices: Sequence[tuple[str, str]] = ()) -> QComboBox:
    """A list to choose from; each choice is a key and its words."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.view().setAccessibleName(name)
    for key, words in choices:
        box.addItem(words, key)
    return box


def row(*parts: QWidget | QLayout | None, spacing: int = SPACE.s) -> QHBoxLayout:
    """Widgets side by side; None is the room that is left."""
    made = QHBoxLayout()
    made.setSpacing(spacing)
    for part in parts:
        if part is None:
            made.addStretch(1)
        elif isinstance(part, QLayout):
            made.addLayout(part)
        else:
            made.addWidget(part)
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it be deleted."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def scrolled(inner: QWidget) -> QScrollArea:
    """A widget that scrolls where there is too little room; nothing is ever cut."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    dress(inner, look="scrolled")
    area.setWidget(inner)
    return area


class SideBySide(QSplitter):
    """A list and its panel: beside each other, one above the other where there is little room."""

    def __init__(self, first: QWidget, second: QWidget, shares: tuple[int, int]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        for widget, share in zip((first, second), shares, strict=True):
            self.addWidget(widget)
            self.setStretchFactor(self.indexOf(widget), share)
        self._shares = shares
        self.setSizes([share * 100 for share in shares])

    def recall(self, state: object) -> None:
        """Take up shares that `saveState` gave; anything else is nothing."""
        if isinstance(state, QByteArray):
            self.restoreState(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the room asks for it."""
        super().resizeEvent(event)
        wide = self.width() >= _SIDE_BY_SIDE * self.fontMetrics().averageCharWidth()
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if wanted is not self.orientation():
            self.setOrientation(wanted)
            self.setSizes([share * 100 for share in self._shares])


class Card(QFrame):
    """A white surface with a heading; `body` takes what stands on it, `head` what stands beside
    the heading.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, look="card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.l)
        self.body.setSpacing(SPACE.s)
        self.head = QHBoxLayout()
        self.head.setSpacing(SPACE.s)
        if title:
            self.head.addWidget(Text(title, "heading"))
            self.head.addStretch(1)
            self.body.addLayout(self.head)


class Facts(QWidget):
    """Labels and values in two columns; what nobody has said is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE.l)
        self._grid.setVerticalSpacing(SPACE.s)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[tuple[str, str | QWidget]]) -> None:
        """Show other facts; a value may be a widget (an identifier, a chip, a button)."""
        clear(self._grid)
        for line, (label, value) in enumerate(f for f in facts if f[1] != ""):
            name = Text(label, "muted")
            if isinstance(value, str | Text):
                name.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(name, line, 0)
            shown = Text(value, wrap=True, selectable=True) if isinstance(value, str) else value
            if isinstance(value, str):
                shown.setAccessibleName(f"{label}: {value}")
            self._grid.addWidget(shown, line, 1)


class Notice(QFrame):
    """What just happened or is asked, where it happened: icon, words, details, buttons.

    Hidden until `show_notice`; a button hides it again and then does what it says. A single
    button stands at the side, several stand below the words. Enter presses the button that has
    the focus, one of the `letters` its own, Escape leaves everything as it is. The focus goes back
    where it was then; `strayed` tells that this has gone.
    """

    strayed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, look="notice")
        self._before = FocusBefore(self)
        self.letters: dict[str, QPushButton] = {}
        self._icon = Text()
        self.text = Text("", "strong", wrap=True)
        self.detail = Text("", wrap=True, selectable=True)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(SPACE.s)
        self._side: QPushButton | None = None
        words = QVBoxLayout()
        words.setSpacing(SPACE.xs)
        words.addWidget(self.text)
        words.addWidget(self.detail)
        words.addLayout(self.buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        layout.setSpacing(SPACE.m)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self._row = layout
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_notice(
        self,
        text: str,
        tone: Tone,
        detail: str = "",
        choices: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        """Show words in a tone, with `choices` as buttons (the first has the focus)."""
        self._before.remember()
        dress(self, tone=tone)
        self._icon.setPixmap(pixmap(_ICONS[tone], colour(tone if tone != "neutral" else "muted")))
        self.text.setText(text)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.letters = {}
        made = [button(words, self._answer(follow)) for words, follow in choices]
        self._place(made)
        self.show()
        if made:
            made[0].setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{text} {detail}".strip(), urgent=tone == "stop")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter says yes to the button in focus, Escape no to all of them."""
        pressed = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            pressed, QPushButton
        ):
            pressed.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.text().upper() in self.letters:
            self.letters[event.text().upper()].click()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Go away without having done anything."""
        if not self._before.put_away():
            self.strayed.emit()

    def _place(self, made: Sequence[QPushButton]) -> None:
        clear(self.buttons)
        if self._side is not None:
            self._row.removeWidget(self._side)
            self._side.hide()
            self._side.deleteLater()
            self._side = None
        if len(made) == 1:
            self._side = made[0]
            self._row.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        else:
            for each in made:
                self.buttons.addWidget(each)
        # an empty row would hold the words to no width at all
        self.buttons.addStretch(1)

    def _answer(self, follow: Callable[[], object]) -> Callable[[], None]:
        def answer() -> None:
            self.leave()
            follow()

        return answer


class EmptyState(QWidget):
    """What belongs here while nothing is here, and the next step."""

    def __init__(
        self,
        title: str,
        explanation: str,
        step: QPushButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE.s)
        layout.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.xl)
        layout.addStretch(2)
        heading = Text(title, "heading", wrap=True)
        words = Text(explanation, "muted", wrap=True)
        for label in (heading, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        if step is not None:
            layout.addSpacing(SPACE.s)
            layout.addWidget(step, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)


class ProgressStrip(QFrame):
    """A long job in words, with how far it has come and a way to stop it. Hidden when idle."""

    def __init__(self, cancel: Callable[[], object] | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, look="notice", tone="note")
        self.words = Text("")
        self.bar = StillBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        parts: list[QWidget] = [self.words, self.bar]
        if cancel is not None:
            parts.append(button(self.tr("Stop"), cancel))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.s)
        layout.setSpacing(SPACE.m)
        for part in parts:
            layout.addWidget(part, 1 if part is self.bar else 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.hide()

    def begin(self, words: str) -> None:
        """Show that something runs."""
        self.words.setText(words)
        self.bar.begin()
        self.show()

    def progressed(self, done: int, total: int) -> None:
        """How far it has come; a total of 0 is unknown."""
        self.bar.advance(done, total)

    def end(self) -> None:
        """Nothing runs any more."""
        self.hide()


def form_card(title: str, *lines: tuple[str, QWidget]) -> Card:
    """A card of fields with their words before them."""
    card = Card(title)
    form = QFormLayout()
    form.setHorizontalSpacing(SPACE.l)
    form.setVerticalSpacing(SPACE.m)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    for words, field in lines:
        if words:
            form.addRow(Text(words, wrap=False), field)
        else:
            form.addRow(field)
    card.body.addLayout(form)
    return card
