"""What was chosen in the palette lately. Orders, parties and municipalities are remembered only
while the window stands: the file that the rest is kept in is not encrypted.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSettings

from timebok_desktop.ui.palette_hits import Hit

_KEY = "palette/recent"
_MOST = 5
_KEPT = ("command:", "view:", "settings:", "help:")
_OF_THE_STORE = ("order:", "party:")


class RecentChoices:
    """The last choices, the newest first."""

    def __init__(self, state: QSettings) -> None:
        self._state = state
        kept = state.value(_KEY)
        names = kept if isinstance(kept, list) else [kept] if kept else []
        self._chosen: list[str] = [str(one) for one in names]
        self._lines: dict[str, Hit] = {}

    def remember(self, hit: Hit) -> None:
        """A line was taken."""
        self._chosen = [hit.key, *(key for key in self._chosen if key != hit.key)][:_MOST]
        if hit.key.startswith(_OF_THE_STORE):
            self._lines[hit.key] = hit
        self._state.setValue(_KEY, [key for key in self._chosen if key.startswith(_KEPT)])

    def of(self, at_hand: Sequence[Hit]) -> list[Hit]:
        """Their lines as they are now; a command that is not possible now is left out."""
        lines = {**self._lines, **{hit.key: hit for hit in at_hand}}
        return [lines[key] for key in self._chosen if key in lines]
