"""The contrast themes that come with Windows 11, and what Qt makes of them.

What Microsoft says of them: learn.microsoft.com/windows/apps/design/accessibility/
high-contrast-themes. The colours: what the WinUI Gallery shows below «Color», and Firefox's
toolkit/themes/shared/design-system/src/figma-variables-all.json (without Aquatic). They agree but
for the highlight of Dusk: #ABCFF2 there, #A1BFDE here; the fainter one is tested.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette


class SystemColours(NamedTuple):
    """A contrast theme as Windows shows it in its settings."""

    text: str
    hyperlink: str
    disabled: str
    selected_text: str
    selected: str
    button_text: str
    button: str
    background: str


CONTRAST_THEMES = {
    "aquatic": SystemColours(
        "#ffffff", "#75e9fc", "#a6a6a6", "#263b50", "#8ee3f0", "#ffffff", "#202020", "#202020"
    ),
    "desert": SystemColours(
        "#3d3d3d", "#1c5e75", "#676767", "#fff5e3", "#903909", "#202020", "#fffaef", "#fffaef"
    ),
    "dusk": SystemColours(
        "#ffffff", "#70ebde", "#a6a6a6", "#212d3b", "#a1bfde", "#b6f6f0", "#2d3236", "#2d3236"
    ),
    "night sky": SystemColours(
        "#ffffff", "#8080ff", "#a6a6a6", "#2b2b2b", "#d6b4fd", "#ffee32", "#000000", "#000000"
    ),
}


def palette_of(colours: SystemColours) -> QPalette:
    """The palette as Qt's platform plugin for Windows fills it: the window's ground is the face of
    its buttons, and the text on it is the window's."""
    role, off = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    palette = QPalette()
    for one, value in {
        role.Window: colours.button,
        role.WindowText: colours.text,
        role.Base: colours.background,
        role.Text: colours.text,
        role.Button: colours.button,
        role.ButtonText: colours.button_text,
        role.Highlight: colours.selected,
        role.HighlightedText: colours.selected_text,
        role.Link: colours.hyperlink,
    }.items():
        palette.setColor(one, QColor(value))
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(off, one, QColor(colours.disabled))
    return palette
