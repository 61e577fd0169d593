"""Marks a text for translation where it is declared; whoever shows it translates it."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """`text` as it is (PySide6's own function is typed as returning an object)."""
    return text
