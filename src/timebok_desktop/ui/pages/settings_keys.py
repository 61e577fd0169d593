"""The keys of every command: shown in a table, changed by pressing others."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop.ui.actions import MENUS, RECORDS, menu_title
from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.cards import button, row, scrolled
from timebok_desktop.ui.chosen_keys import Kind
from timebok_desktop.ui.clear_sign import let_empty
from timebok_desktop.ui.context import Message
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.page import Page
from timebok_desktop.ui.reasons import allow
from timebok_desktop.ui.record_table import Column, RecordTable
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE

_ROWS = 6
"""So many commands are seen at least; below that, the section scrolls."""


class KeyRow(NamedTuple):
    """A command as the table shows it."""

    name: str
    command: str
    menu: str
    keys: str
    letter: str
    own: bool


class KeysSection(QWidget):
    """The table, and below it the fields for the command that is chosen in it."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._actions = page.context.actions
        self._keys = self._actions.keys
        self._name = ""
        self.search = QLineEdit()
        self.search.setObjectName("keySearchField")
        self.search.setAccessibleName(self.tr("Search commands and keys"))
        self.search.setPlaceholderText(self.tr("Search commands and keys …"))
        let_empty(self.search)
        self.search.textChanged.connect(self._show)
        self.letters = QCheckBox(self.tr("Single letters are commands in the lists"))
        self.letters.toggled.connect(self._use_letters)
        self.table: RecordTable[KeyRow] = RecordTable(
            "keyTable", self.tr("Commands and their keys"), self._columns()
        )
        self.table.setAccessibleDescription(self.tr("Enter goes to the field for other keys."))
        self._make_fields()
        self.told = Text("", wrap=True)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self.shortcut.setFocus())
        self._keys.changed.connect(self._show)
        self._lay_out()

    def refresh(self) -> None:
        """Show the keys as they are; nothing has to be asked for."""
        self._show()
        if self.table.current() is None:
            self.table.select_row(0)
        if self._keys.ignored:
            words = self.tr("Left out, since it cannot be used: {keys}")
            self._tell(words.format(keys=", ".join(self._keys.ignored)), "warning")

    # -- building ------------------------------------------------------------------------------
    def _make_fields(self) -> None:
        self.shortcut = QKeySequenceEdit()
        self.shortcut.setMaximumSequenceLength(1)
        self.shortcut.setAccessibleName(self.tr("Shortcut"))
        for inside in self.shortcut.findChildren(QLineEdit):
            inside.setAccessibleName(self.tr("Shortcut"))
        self.shortcut.editingFinished.connect(self._shortcut_pressed)
        self.letter = QLineEdit()
        self.letter.setObjectName("keyLetterField")
        self.letter.setMaxLength(1)
        self.letter.setAccessibleName(self.tr("Letter in the list"))
        self.letter.textEdited.connect(self._letter_typed)
        self.no_shortcut = button(self.tr("No shortcut"), lambda: self._change("shortcuts", ""))
        self.no_letter = button(self.tr("No letter"), lambda: self._change("letters", ""))
        self.usual = button(self.tr("Usual keys"), self._reset)
        self.all_usual = button(
            self.tr("Usual keys for all commands"), self._reset_all, look="quiet"
        )
        self._command = Text("", "heading", wrap=True)

    def _lay_out(self) -> None:
        intro = self.tr(
            "These keys apply on this machine, in this workspace. Choose a command and press the "
            "keys it should have. They work at once."
        )
        fields = QGridLayout()
        fields.setHorizontalSpacing(SPACE.m)
        fields.setVerticalSpacing(SPACE.s)
        parts: tuple[tuple[str, QWidget, QPushButton], ...] = (
            (self.tr("Shortcut"), self.shortcut, self.no_shortcut),
            (self.tr("Letter in the list"), self.letter, self.no_letter),
        )
        for at, (words, field, none) in enumerate(parts):
            fields.addWidget(Text(words), at, 0)
            fields.addWidget(field, at, 1)
            fields.addWidget(none, at, 2)
        fields.setColumnStretch(1, 1)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.m)
        layout.addWidget(Text(intro, "muted", wrap=True))
        layout.addWidget(self.search)
        layout.addWidget(self.letters)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._command)
        layout.addLayout(fields)
        layout.addWidget(self.told)
        layout.addLayout(row(self.usual, None, self.all_usual))
        self.table.setMinimumHeight(_ROWS * self.table.verticalHeader().defaultSectionSize())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner))

    def _columns(self) -> tuple[Column[KeyRow], ...]:
        none = self.tr("none")
        own, usual = self.tr("your own"), self.tr("usual")
        return (
            Column(self.tr("Command"), lambda one: one.command, stretch=True, width=260),
            Column(self.tr("Menu"), lambda one: one.menu, width=120),
            Column(
                self.tr("Shortcut"),
                lambda one: one.keys,
                spoken=lambda one: one.keys or none,
                width=180,
            ),
            Column(
                self.tr("In the list"),
                lambda one: one.letter,
                spoken=lambda one: one.letter or none,
                width=110,
            ),
            Column(self.tr("Keys"), lambda one: own if one.own else usual, width=110),
        )

    # -- showing -------------------------------------------------------------------------------
    def _rows(self) -> list[KeyRow]:
        menus = {menu: menu_title(title).replace("&", "") for menu, title in MENUS}
        native = QKeySequence.SequenceFormat.NativeText
        return [
            KeyRow(
                record.name,
                self._words(record.name),
                menus[record.menu],
                self._keys.shortcut(record.name).toString(native),
                self._keys.letter(record.name),
                self._keys.differs(record.name),
            )
            for record in RECORDS
        ]

    def _words(self, name: str) -> str:
        return self._actions[name].text().replace("&", "")

    def _show(self) -> None:
        wanted = self.search.text().casefold().split()
        rows = [
            one
            for one in self._rows()
            if all(word in " ".join(one[1:5]).casefold() for word in wanted)
        ]
        self.letters.blockSignals(True)
        self.letters.setChecked(self._keys.letters_on)
        self.letters.blockSignals(False)
        self.table.show_records(rows, key=lambda one: one.name)
        if self.table.current() is None and rows:
            self.table.select_row(0)

    def _choose(self, chosen: KeyRow | None) -> None:
        if chosen is None or chosen.name != self._name:
            self._tell("")
        self._name = chosen.name if chosen is not None else ""
        self._command.setText(chosen.command if chosen is not None else "")
        for one in (self.shortcut, self.letter, self.no_shortcut, self.no_letter, self.usual):
            allow(one, "" if chosen is not None else self.tr("Choose a command first."))
        if chosen is not None:
            self._show_fields(chosen)

    def _show_fields(self, chosen: KeyRow) -> None:
        about = self.tr("Shortcut of «{command}»: press the keys").format(command=chosen.command)
        self.shortcut.setAccessibleName(about)
        for field in self.shortcut.findChildren(QLineEdit):
            field.setAccessibleName(about)
        about = self.tr("Letter in the list for «{command}»").format(command=chosen.command)
        self.letter.setAccessibleName(about)
        self._restore()

    def _restore(self) -> None:
        """The fields show what is in force."""
        self.shortcut.blockSignals(True)
        self.shortcut.setKeySequence(self._keys.shortcut(self._name))
        self.shortcut.blockSignals(False)
        self.letter.setText(self._keys.kept_letter(self._name))

    # -- changing ------------------------------------------------------------------------------
    def _shortcut_pressed(self) -> None:
        pressed = self.shortcut.keySequence()
        if self._name and not pressed.isEmpty() and pressed != self._keys.shortcut(self._name):
            self._change("shortcuts", pressed.toString())

    def _letter_typed(self, text: str) -> None:
        letter = text.strip().upper()
        if letter and letter != self._keys.kept_letter(self._name):
            self._change("letters", letter)
        elif letter:
            self._restore()

    def _change(self, kind: Kind, keys: str) -> None:
        changed = self.tr("«{command}» has got other keys.")
        self._answer(self._keys.change(kind, self._name, keys), changed)

    def _reset(self) -> None:
        refusal = self._keys.reset(self._name)
        self._answer(refusal, self.tr("«{command}» has its usual keys again."))

    def _reset_all(self) -> None:
        take_back = self._keys.reset_all()
        self._page.context.messaged.emit(
            Message(
                self.tr("All commands have their usual keys again."),
                "clear",
                button=self.tr("Take back"),
                follow=take_back,
            )
        )
        self._tell("")

    def _use_letters(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._keys.use_letters(on=on)
        self._tell(
            self.tr("Single letters are commands in the lists.")
            if on
            else self.tr("Single letters do nothing now. The shortcuts work as before."),
            "clear",
        )

    def _answer(self, refusal: str, done: str) -> None:
        self._restore()
        if refusal:
            self._tell(refusal, "stop")
        else:
            self._tell(done.format(command=self._words(self._name)), "clear")

    def _tell(self, words: str, tone: str = "") -> None:
        self.told.setText(words)
        dress(self.told, tone=tone)
        if words:
            announce(self, words, urgent=tone == "stop")
