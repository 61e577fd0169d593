"""Two ways to work through the day: with keys alone and with the mouse alone.

Both know the same steps; what a step costs is for the counter to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from day_cases import DayCase
from day_hand import ALT, CTRL, SHIFT, Hand
from PySide6.QtCore import Qt

from timebok_desktop.domain.codes import Status

KEY = Qt.Key
_DIGITS = (KEY.Key_1, KEY.Key_2, KEY.Key_3)
_POINTS = {"INTERIM-SOLUTION": 3}
"""Points of a checklist; any other warning is answered by its first reason."""


class Person(Protocol):
    """The steps of the day."""

    def take_in(self, mails: Sequence[Path]) -> None:
        """Bring the mails in."""

    def approve(self) -> None:
        """Approve and go on."""

    def set_aside(self, rules: Sequence[str]) -> None:
        """Answer for each warning, then approve."""

    def take_suggestion(self) -> None:
        """The first suggestion becomes the order's HER-id."""

    def write_back(self, case: DayCase) -> None:
        """Request information or reject, with a letter, for the reason that is proposed."""

    def hold(self) -> None:
        """Put on hold for the reason that is proposed."""

    def withdraw(self) -> None:
        """Withdraw for the reason that is proposed."""

    def take_over(self) -> None:
        """The colleague sits down."""

    def open_finding(self) -> None:
        """Open the next finding that was set aside."""

    def export(self) -> None:
        """Export what is ready."""


class Keys:
    """Never touches the mouse."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand

    def take_in(self, mails: Sequence[Path]) -> None:
        """Chooses them all in the dialog that the system opens where they lie."""

        def choose() -> None:
            self._hand.wait_for_files(len(mails))
            self._hand.key_in_dialog(KEY.Key_Tab, SHIFT)
            self._hand.key_in_dialog(KEY.Key_A, CTRL)
            self._hand.key_in_dialog(KEY.Key_Return)

        self._hand.through_dialog(lambda: self._hand.key(KEY.Key_O, CTRL), choose)

    def approve(self) -> None:
        """One key."""
        self._hand.key(KEY.Key_A)

    def set_aside(self, rules: Sequence[str]) -> None:
        """A digit a reason or a point."""
        self.approve()
        for rule in rules:
            for digit in _DIGITS[: _POINTS.get(rule, 1)]:
                self._hand.key(digit)
        self.approve()

    def take_suggestion(self) -> None:
        """Its digit."""
        self._hand.key(KEY.Key_1)

    def write_back(self, case: DayCase) -> None:
        """The decision, on to the letter, saved under the name that is proposed."""
        self._hand.key(KEY.Key_I if case.end is Status.AWAITING_INFORMATION else KEY.Key_R)
        self._hand.key(KEY.Key_L)
        self._hand.through_dialog(
            lambda: self._hand.key(KEY.Key_Return, CTRL),
            lambda: self._hand.key_in_dialog(KEY.Key_Return),
        )

    def hold(self) -> None:
        """The decision, and yes."""
        self._hand.key(KEY.Key_H)
        self._hand.key(KEY.Key_Return)

    def withdraw(self) -> None:
        """The decision, and yes."""
        self._hand.key(KEY.Key_W, CTRL | SHIFT)
        self._hand.key(KEY.Key_Return)

    def take_over(self) -> None:
        """The colleague who approved last is proposed; the view is a chord."""
        self._hand.key(KEY.Key_U, CTRL | SHIFT)
        self._hand.key(KEY.Key_Return)
        self._hand.key(KEY.Key_6, ALT)

    def open_finding(self) -> None:
        """One key."""
        self._hand.key(KEY.Key_F)

    def export(self) -> None:
        """The command, and yes."""
        self._hand.key(KEY.Key_E, CTRL)
        self._hand.key(KEY.Key_J)


class Mouse:
    """Never touches the keyboard."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand

    def take_in(self, mails: Sequence[Path]) -> None:
        """Drags them onto the window."""
        self._hand.drop(mails)

    def approve(self) -> None:
        """One click."""
        self._hand.click("Godkjenn og neste")

    def set_aside(self, rules: Sequence[str]) -> None:
        """A click a reason or a point."""
        self.approve()
        for place, rule in enumerate(rules):
            for point in range(1, _POINTS.get(rule, 1) + 1):
                self._hand.click(f"{point}  ", place)
        self.approve()

    def take_suggestion(self) -> None:
        """The button at the finding."""
        self._hand.click("Bruk ")

    def write_back(self, case: DayCase) -> None:
        """The decision, on to the letter, saved under the name that is proposed."""
        asks = case.end is Status.AWAITING_INFORMATION
        self._hand.click("Be om opplysninger" if asks else "Avvis")
        self._hand.click("Videre til brevet")
        self._hand.through_dialog(
            lambda: self._hand.click("E-postutkast"),
            lambda: self._hand.click_in_dialog("Lagre"),
        )

    def hold(self) -> None:
        """The decision, and yes in the form above it."""
        self._hand.click("Sett på vent")
        self._hand.click("Sett på vent")

    def withdraw(self) -> None:
        """Behind the button of the seldom ones, and yes."""
        self._hand.click_named("Flere valg")
        self._hand.choose_in_menu("Trekk")
        self._hand.click("Trekk")

    def take_over(self) -> None:
        """The name at the top, and the colleague's; the first that waits comes by itself."""
        self._hand.click("anna")
        self._hand.click("bjarne")

    def open_finding(self) -> None:
        """The button that stands where the approval will."""
        self._hand.click("Åpne funnet")

    def export(self) -> None:
        """The page, the button, and yes."""
        self._hand.click_page("Eksport")
        self._hand.click("Eksporter …")
        self._hand.click("Eksporter nå")
