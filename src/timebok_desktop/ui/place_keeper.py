"""What knows where one is on a page, and brings one back there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class PlaceKeeper(QObject):
    """`left(object)` the place that one is about to leave for another on the same page. Places are
    equal where one would not notice having moved.
    """

    left = Signal(object)

    def here(self) -> object:
        """The place that is shown now."""
        raise NotImplementedError

    def return_to(self, place: object) -> None:
        """Show a place of this page as it was left."""
        raise NotImplementedError
