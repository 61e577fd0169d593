"""Texts for the places where Qt guesses what a text is: they are shown as they stand."""

from __future__ import annotations

from PySide6 import QtGui


def plain_tooltip(text: str) -> str:
    """`text` for a tooltip or any other place where Qt guesses: it is shown as it stands."""
    if not QtGui.Qt.mightBeRichText(text):
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span style='white-space: pre-wrap'>{escaped}</span>"


def plain_button(text: str) -> str:
    """`text` for a button, menu or tab, where a lone ampersand would become a shortcut."""
    return text.replace("&", "&&")
