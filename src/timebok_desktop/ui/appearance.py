"""The appearances that can be chosen, and their words."""

from __future__ import annotations

from timebok_desktop.ui.theme import Mode
from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP

APPEARANCES: dict[Mode, str] = {
    "system": QT_TRANSLATE_NOOP("Appearance", "As the system"),
    "light": QT_TRANSLATE_NOOP("Appearance", "Light"),
    "dark": QT_TRANSLATE_NOOP("Appearance", "Dark"),
    "high-contrast": QT_TRANSLATE_NOOP("Appearance", "High contrast"),
}
