"""Which keys a command cannot have, and why: what the system, Qt or the window's own fields use."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence

from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP

Key, Modifier = Qt.Key, Qt.KeyboardModifier

_NO_KEY = QT_TRANSLATE_NOOP("KeyRules", "That is no key the program knows.")
_ONE = QT_TRANSLATE_NOOP("KeyRules", "A shortcut is one keystroke, not several in a row.")
_SYSTEM = QT_TRANSLATE_NOOP("KeyRules", "The system uses {keys} itself.")
_FIELDS = QT_TRANSLATE_NOOP("KeyRules", "{keys} moves between the fields.")
_CLOSES = QT_TRANSLATE_NOOP("KeyRules", "{keys} closes what is open.")
_TAKES = QT_TRANSLATE_NOOP("KeyRules", "{keys} takes what is chosen, or ends the writing.")
_MOVES = QT_TRANSLATE_NOOP("KeyRules", "{keys} moves in lists and texts.")
_WRITES = QT_TRANSLATE_NOOP("KeyRules", "{keys} is used for writing and for pressing buttons.")
_TYPES = QT_TRANSLATE_NOOP(
    "KeyRules",
    "{keys} writes a sign. Hold Ctrl too; a letter for the list stands in a field of its own.",
)
_TEXT = QT_TRANSLATE_NOOP("KeyRules", "{keys} copies, pastes, cuts or selects text.")
_MENUS = QT_TRANSLATE_NOOP("KeyRules", "Alt and a letter opens a menu.")
_VIEWS = QT_TRANSLATE_NOOP("KeyRules", "Alt and a digit shows a view.")
_MAP = QT_TRANSLATE_NOOP("KeyRules", "{keys} changes between the map and its table.")
_LETTER = QT_TRANSLATE_NOOP("KeyRules", "Only a single letter from A to Å can be used here.")

_OF_KEY = {
    Key.Key_Tab: _FIELDS,
    Key.Key_Backtab: _FIELDS,
    Key.Key_Escape: _CLOSES,
    Key.Key_Return: _TAKES,
    Key.Key_Enter: _TAKES,
    **dict.fromkeys((Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down), _MOVES),
    **dict.fromkeys((Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown), _MOVES),
    **dict.fromkeys((Key.Key_Space, Key.Key_Backspace, Key.Key_Delete, Key.Key_Insert), _WRITES),
    **dict.fromkeys((Key.Key_F10, Key.Key_Menu, Key.Key_Print), _SYSTEM),
}
_NO_KEYS = (
    Key.Key_unknown,
    Key.Key_Control,
    Key.Key_Shift,
    Key.Key_Alt,
    Key.Key_AltGr,
    Key.Key_Meta,
)
_IN_TEXTS = (Key.Key_A, Key.Key_C, Key.Key_V, Key.Key_X)
_LAST_SIGN = 0x01000000
"""Keys below this are signs."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"


def refused_keys(keys: QKeySequence) -> str:
    """Why no command can have these keys, "" where one can."""
    if keys.count() > 1:
        return _said(_ONE)
    reason = _reason(keys) if keys.count() else _NO_KEY
    return _said(reason).format(keys=keys.toString(QKeySequence.SequenceFormat.NativeText))


def refused_letter(letter: str) -> str:
    """Why this cannot be a letter of the list, "" where it can."""
    return "" if len(letter) == 1 and letter in LETTERS else _said(_LETTER)


def _reason(keys: QKeySequence) -> str:
    combination = keys[0]  # type: ignore[index]  # the stubs leave it out
    key, held = combination.key(), combination.keyboardModifiers()
    control, alt = bool(held & Modifier.ControlModifier), bool(held & Modifier.AltModifier)
    if key in _NO_KEYS:
        return _NO_KEY
    if key in _OF_KEY:
        return _OF_KEY[key]
    if held & Modifier.MetaModifier or (alt and (control or key == Key.Key_F4)):
        return _SYSTEM
    if key == Key.Key_F2 and not control and not alt and not held & Modifier.ShiftModifier:
        return _MAP
    return _of_a_sign(key, held) if key.value < _LAST_SIGN else ""


def _of_a_sign(key: Qt.Key, held: Qt.KeyboardModifier) -> str:
    if held & Modifier.AltModifier:
        return _VIEWS if Key.Key_0 <= key <= Key.Key_9 else _MENUS
    if not held & Modifier.ControlModifier:
        return _TYPES
    return _TEXT if key in _IN_TEXTS and not held & Modifier.ShiftModifier else ""


def _said(text: str) -> str:
    return QCoreApplication.translate("KeyRules", text) if text else ""
