"""Says that something was begun on this order, and takes the caseworker back to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from timebok_desktop.domain.letter_kinds import LETTER_WORDS, LetterKind
from timebok_desktop.domain.workflow import ACTION_WORDS, Action
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.flow import FlowLayout
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.orders.drafts import DraftKeeper
from timebok_desktop.ui.orders.fields import title
from timebok_desktop.ui.plain import plain_button
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE


class DraftNotice(QFrame):
    """Signal `goOn(str)` with the part of a draft's name that says where it was typed:
    `reason/hold`, `override`, `note`, `letter/rejection`, `amend/her_id`."""

    goOn = Signal(str)

    def __init__(
        self, context: Context, drafts: DraftKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("draftNotice")
        self._context, self._drafts = context, drafts
        self._places: tuple[str, ...] = ()
        self._buttons: list[QPushButton] = []
        dress(self, look="notice", tone="note")
        self._holder = QWidget()
        self._flow = FlowLayout(SPACE.s, self._holder)
        line = QHBoxLayout(self)
        line.setContentsMargins(SPACE.m, SPACE.xs, SPACE.m, SPACE.xs)
        line.setSpacing(SPACE.s)
        line.addWidget(Text(self.tr("Begun, but not finished:")))
        line.addWidget(self._holder, 1)
        self._discard = self._button(self.tr("Throw away"))
        self._discard.clicked.connect(self._throw_away)
        self.hide()

    def places(self) -> tuple[str, ...]:
        """Where something was begun."""
        return tuple(dict.fromkeys(map(_place_of, self._drafts.fields())))

    def show_drafts(self, *, wanted: bool) -> None:
        """Show what was begun, unless the forms show it themselves."""
        places = self.places()
        if places != self._places:
            self._places = places
            self._offer(places)
        self.setVisible(bool(places) and wanted)

    def _offer(self, places: tuple[str, ...]) -> None:
        for one in self._buttons:
            self._flow.removeWidget(one)
            one.hide()
            one.deleteLater()
        self._buttons = []
        self._flow.removeWidget(self._discard)
        for place in places:
            made = self._button(self._named(place))
            made.clicked.connect(lambda _checked=False, at=place: self.goOn.emit(at))
            self._buttons.append(made)
        self._flow.addWidget(self._discard)

    def _button(self, words: str) -> QPushButton:
        made = QPushButton(plain_button(words), self._holder)
        made.setAccessibleName(words)
        made.setAutoDefault(False)
        dress(made, look="quiet")
        self._flow.addWidget(made)
        made.show()
        return made

    def _named(self, place: str) -> str:
        say, (kind, _, rest) = self._context.say, place.partition("/")
        if kind == "reason":
            words = say(ACTION_WORDS[Action(rest)])
            return self.tr("Go on with the reason: {action}").format(action=words)
        if kind == "letter":
            words = say(LETTER_WORDS[LetterKind(rest)])
            return self.tr("Go on with the letter: {letter}").format(letter=words)
        if kind == "amend":
            return self.tr("Go on with the amendment: {field}").format(field=title(rest))
        if kind == "override":
            return self.tr("Go on with the reasons for the warnings")
        return self.tr("Go on with the note")

    def _throw_away(self) -> None:
        self._drafts.discard(*self._drafts.fields())


def _place_of(field: str) -> str:
    kind, *rest = field.split("/")
    return "/".join((kind, *rest[:1])) if kind in ("reason", "letter", "amend") else kind
