"""What cannot be done says why: to whoever points at it, and to a screen reader."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from timebok_desktop.ui.plain import plain_tooltip


def allow(widget: QWidget, why_not: str) -> None:
    """Let a widget be used, or not, for a reason: "" where there is none."""
    widget.setEnabled(not why_not)
    widget.setToolTip(plain_tooltip(why_not))
    widget.setAccessibleDescription(why_not)
