"""Which keys each command has on this machine: the declared ones, and what was chosen instead.

What was chosen stands in the window's state file. What cannot be used there is left out, and told.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Signal
from PySide6.QtGui import QKeySequence

from timebok_desktop.ui.action_records import RECORDS
from timebok_desktop.ui.key_rules import refused_keys, refused_letter

Kind = Literal["shortcuts", "letters"]
KINDS: tuple[Kind, ...] = ("shortcuts", "letters")
_OFF = "keys/letters_off"
_TEXTS = {record.name: record.text for record in RECORDS}
_DECLARED: dict[Kind, dict[str, str]] = {
    "shortcuts": {
        record.name: QKeySequence(record.shortcut).toString(
            QKeySequence.SequenceFormat.PortableText
        )
        for record in RECORDS
    },
    "letters": {record.name: record.letter for record in RECORDS},
}


class ChosenKeys(QObject):
    """The keys in force. Signal `changed()`; `ignored` names what was stored and cannot be used.

    A change answers why it was refused, "" when it was made.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: QSettings | None = None
        self._chosen: dict[Kind, dict[str, str]] = {"shortcuts": {}, "letters": {}}
        self._letters_off = False
        self.ignored: tuple[str, ...] = ()
        self._in_force = self._worked_out()

    def keep_in(self, state: QSettings) -> None:
        """Take up what this file has, and keep changes there."""
        self._state = state
        ignored: list[str] = []
        for kind in KINDS:
            self._chosen[kind] = self._read(state, kind, ignored)
        off = state.value(_OFF, "false")
        if off not in ("true", "false", True, False):
            ignored.append(f"{_OFF} = {off}")
        self._letters_off = off in ("true", True)
        self.ignored = tuple(ignored)
        self._take_effect()

    # -- what is in force ----------------------------------------------------------------------
    def shortcut(self, name: str) -> QKeySequence:
        """The shortcut of a command, empty where it has none."""
        return QKeySequence(self._in_force["shortcuts"][name])

    def letter(self, name: str) -> str:
        """The letter of a command in the list; "" while letters are switched off."""
        return "" if self._letters_off else self._in_force["letters"][name]

    def kept_letter(self, name: str) -> str:
        """The letter of a command, though letters may be switched off."""
        return self._in_force["letters"][name]

    @property
    def letters_on(self) -> bool:
        """Whether single letters are commands in the lists."""
        return not self._letters_off

    def differs(self, name: str) -> bool:
        """Whether a command has other keys than the declared ones."""
        return any(self._in_force[kind][name] != _DECLARED[kind][name] for kind in KINDS)

    # -- changing ------------------------------------------------------------------------------
    def change(self, kind: Kind, name: str, keys: str) -> str:
        """Give a command other keys, "" for none."""
        refusal = self._refusal(kind, name, keys)
        if not refusal:
            self._choose(kind, name, keys)
            self._keep()
        return refusal

    def reset(self, name: str) -> str:
        """Give a command its declared keys again."""
        for kind in KINDS:
            refusal = self._refusal(kind, name, _DECLARED[kind][name])
            if refusal:
                return refusal
        for kind in KINDS:
            self._chosen[kind].pop(name, None)
        self._keep()
        return ""

    def reset_all(self) -> Callable[[], None]:
        """Give every command its declared keys, and the lists their letters; what is returned
        takes that back."""
        before = (self._chosen, self._letters_off)
        self._choose_all({"shortcuts": {}, "letters": {}}, letters_off=False)
        return lambda: self._choose_all(before[0], letters_off=before[1])

    def _choose_all(self, chosen: dict[Kind, dict[str, str]], *, letters_off: bool) -> None:
        self._chosen, self._letters_off = chosen, letters_off
        self._keep()

    def use_letters(self, *, on: bool) -> None:
        """Switch single letters on or off altogether."""
        self._letters_off = not on
        self._keep()

    def _refusal(self, kind: Kind, name: str, keys: str) -> str:
        if not keys:
            return ""
        if keys != _DECLARED[kind][name] and (refused := _refused(kind, keys)):
            return refused
        for other, taken in self._in_force[kind].items():
            if other != name and taken == keys:
                words = QCoreApplication.translate("Actions", _TEXTS[other]).removesuffix(" …")
                return QCoreApplication.translate(
                    "ChosenKeys", "{keys} belongs to «{other}». Give that another key first."
                ).format(keys=_native(keys), other=words)
        return ""

    def _choose(self, kind: Kind, name: str, keys: str) -> None:
        if keys == _DECLARED[kind][name]:
            self._chosen[kind].pop(name, None)
        else:
            self._chosen[kind][name] = keys

    # -- keeping -------------------------------------------------------------------------------
    def _keep(self) -> None:
        self.ignored = ()
        if self._state is not None:
            self._state.remove("keys")
            for kind in KINDS:
                for name, keys in self._chosen[kind].items():
                    self._state.setValue(f"keys/{kind}/{name}", keys)
            if self._letters_off:
                self._state.setValue(_OFF, "true")
            self._state.sync()
        self._take_effect()

    def _take_effect(self) -> None:
        self._in_force = self._worked_out()
        self.changed.emit()

    def _worked_out(self) -> dict[Kind, dict[str, str]]:
        """What was chosen comes first; a declared key that is taken by then is left out."""
        return {kind: _joined(_DECLARED[kind], self._chosen[kind]) for kind in KINDS}

    @staticmethod
    def _read(state: QSettings, kind: Kind, ignored: list[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        state.beginGroup(f"keys/{kind}")
        stored = {name: state.value(name) for name in state.childKeys()}
        state.endGroup()
        for name, value in stored.items():
            keys = _usable(kind, name, value)
            if keys is None or (keys and keys in found.values()):
                ignored.append(f"{name} = {value}")
            elif keys != _DECLARED[kind][name]:
                found[name] = keys
        return found


def _usable(kind: Kind, name: str, value: object) -> str | None:
    """A stored value as keys, None where it cannot be."""
    if name not in _DECLARED[kind] or not isinstance(value, str):
        return None
    keys = QKeySequence(value).toString() if kind == "shortcuts" else value
    if value and (not keys or (keys != _DECLARED[kind][name] and _refused(kind, keys))):
        return None
    return keys


def _joined(declared: dict[str, str], chosen: dict[str, str]) -> dict[str, str]:
    taken = {keys for keys in chosen.values() if keys}
    rest = {name: "" if keys in taken else keys for name, keys in declared.items()}
    return {**rest, **chosen}


def _refused(kind: Kind, keys: str) -> str:
    return refused_keys(QKeySequence(keys)) if kind == "shortcuts" else refused_letter(keys)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
