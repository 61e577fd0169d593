"""How the desk looks: the tokens (colour, space, type) and their application to Qt.

Every colour that is painted comes from `tokens()`; no page writes a colour of its own. The tokens
in force belong to the application object, so there is no module state.

`open_with` is all that the first paint needs. PySide builds the enumerations of `Qt` and `QStyle`
when they are first named, which takes longer than that paint, so they are named after it.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from timebok_desktop.ui.tokens import DARK, LIGHT, STRONGEST, Tokens

Mode = Literal["system", "light", "dark", "high-contrast"]
Role = Literal["base", "small", "strong", "heading", "title"]

_TOKENS = "timebok_tokens"
_SYSTEM_FONT = "timebok_system_font"
_SCALE = "timebok_text_size"
_SIZES: dict[Role, float] = {
    "base": 1.0,
    "small": 12 / 13,
    "strong": 1.0,
    "heading": 15 / 13,
    "title": 20 / 13,
}
BASE_POINTS = 9.75
"""13 px at 96 dots an inch."""


class Space(NamedTuple):
    """The steps of spacing, in device-independent pixels."""

    xs: int = 4
    s: int = 8
    m: int = 12
    l: int = 16  # noqa: E741 - the step's name in the row xs s m l xl xxl
    xl: int = 24
    xxl: int = 32


SPACE = Space()
RADIUS_CONTROL = 6
RADIUS_CARD = 10
ICON = 20


def tokens() -> Tokens:
    """The tokens in force."""
    application = QCoreApplication.instance()
    found = application.property(_TOKENS) if application is not None else None
    return found if isinstance(found, Tokens) else LIGHT


def colour(name: str) -> QColor:
    """The colour of a role by its name in `Tokens`."""
    return QColor(getattr(tokens(), name))


def scale_text(application: QApplication, percent: int) -> bool:
    """Have text as large as the reader wants it, in hundredths of the system's size, from the next
    `prepare` on; says whether that is another size than before.
    """
    before = application.property(_SCALE) or 100
    application.setProperty(_SCALE, percent)
    return bool(before != percent)


def apply(application: QApplication, mode: Mode = "system") -> Tokens:
    """Dress the application; called again whenever mode, system colours or text size change."""
    chosen = prepare(application, mode)
    put_on_sheet(application)
    return chosen


def open_with(application: QApplication, mode: Mode, remembered: Tokens) -> None:
    """Colours and fonts for the first paint; `prepare` follows. A system's own colours are taken
    to be those `remembered` from the last time.
    """
    chosen = {LIGHT.name: LIGHT, DARK.name: DARK}.get(mode, remembered)
    if mode == "high-contrast" and remembered.name != STRONGEST.name:
        chosen = STRONGEST
    application.setProperty(_TOKENS, chosen)
    application.setFont(_base_font(application))


def put_on_sheet(application: QApplication) -> None:
    """Put the style sheet of the tokens in force on."""
    from timebok_desktop.ui.stylesheet import stylesheet  # noqa: PLC0415 - after the first paint

    application.setStyleSheet(stylesheet(tokens(), application.font().pointSizeF()))


def prepare(application: QApplication, mode: Mode = "system") -> Tokens:
    """All of `apply` but the style sheet, which is taken off.

    A widget that changes its parent under a style sheet is styled anew with all its children, so
    a window is built without one and dressed when it stands.
    """
    chosen = _choose(application, mode)
    application.setProperty(_TOKENS, chosen)
    if application.style().objectName() != "fusion":
        application.setStyle(QStyleFactory.create("Fusion"))
    application.setEffectEnabled(QtCore.Qt.UIEffect.UI_General, False)  # menus and tips: no motion
    application.setPalette(_palette(chosen))
    application.setFont(_base_font(application))
    if application.styleSheet():
        application.setStyleSheet("")
    return chosen


def font(role: Role = "base", *, tabular: bool = False) -> QFont:
    """The interface font in a role; `tabular` gives digits of equal width."""
    made = QFont(QApplication.font())
    made.setPointSizeF(made.pointSizeF() * _SIZES[role])
    if role in ("strong", "heading", "title"):
        made.setWeight(QFont.Weight.DemiBold)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def _choose(application: QApplication, mode: Mode) -> Tokens:
    hints = application.styleHints()
    if mode == "light":
        hints.setColorScheme(QtCore.Qt.ColorScheme.Light)
        return LIGHT
    if mode == "dark":
        hints.setColorScheme(QtCore.Qt.ColorScheme.Dark)
        return DARK
    hints.unsetColorScheme()
    wants_contrast = (
        hints.accessibility().contrastPreference() == QtCore.Qt.ContrastPreference.HighContrast
    )
    if wants_contrast:
        return from_palette(system_palette(application))
    if mode == "high-contrast":
        return STRONGEST
    return DARK if hints.colorScheme() == QtCore.Qt.ColorScheme.Dark else LIGHT


def system_palette(application: QApplication) -> QPalette:
    """The system's own colours, without those that the tokens have put over them."""
    application.setPalette(QPalette())
    return application.palette()


def from_palette(palette: QPalette) -> Tokens:
    """High contrast: the system's own colours, borders in place of tints.

    Everything stands on the one ground that the system pairs with its text: what Qt calls the
    window's ground is the face of buttons on Windows, which belongs to another text. A colour that
    cannot be read there gives way to the text's.
    """
    from timebok_desktop.ui.contrast import TEXT, contrast  # noqa: PLC0415 - after the first paint

    role, off = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    ground, ink = palette.color(role.Base).name(), palette.color(role.Text).name()

    def read(*wanted: QColor, on: str = ground, otherwise: str = ink) -> str:
        fitting = (one.name() for one in wanted if contrast(one.name(), on) >= TEXT)
        return next(fitting, otherwise)

    accent = read(palette.color(role.Highlight), palette.color(role.Link))
    grounds = ("canvas", "surface", "selected", "clear_soft", "warning_soft", "stop_soft")
    inks = ("ink", "muted", "border", "line", "clear", "warning", "stop", "note")
    return Tokens(
        name=STRONGEST.name,
        off=read(palette.color(off, role.WindowText)),
        accent=accent,
        on_accent=read(palette.color(role.HighlightedText), on=accent, otherwise=ground),
        **dict.fromkeys((*grounds, "note_soft"), ground),
        **dict.fromkeys(inks, ink),
    )


def _palette(chosen: Tokens) -> QPalette:
    strong = chosen.name == STRONGEST.name
    role = QPalette.ColorRole
    roles = {
        role.Window: chosen.canvas,
        role.Base: chosen.surface,
        role.AlternateBase: chosen.canvas,
        role.Button: chosen.surface,
        role.WindowText: chosen.ink,
        role.Text: chosen.ink,
        role.ButtonText: chosen.ink,
        role.PlaceholderText: chosen.muted,
        role.ToolTipBase: chosen.surface,
        role.ToolTipText: chosen.ink,
        role.Highlight: chosen.accent if strong else chosen.selected,
        role.HighlightedText: chosen.on_accent if strong else chosen.ink,
        role.Accent: chosen.accent,
        role.Link: chosen.accent,
        role.LinkVisited: chosen.accent,
        role.Mid: chosen.line,
        role.Dark: chosen.border,
    }
    palette = QPalette()
    for one, value in roles.items():
        palette.setColor(one, QColor(value))
        if one in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
            palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(chosen.off))
    return palette


def _base_font(application: QApplication) -> QFont:
    """13 px, or the system's own size where that is larger, times the reader's own choice."""
    system = application.property(_SYSTEM_FONT)
    if not isinstance(system, QFont):
        system = QFont(application.font())
        application.setProperty(_SYSTEM_FONT, system)
    scale = (application.property(_SCALE) or 100) / 100
    made = QFont(system)
    made.setPointSizeF(max(BASE_POINTS, system.pointSizeF()) * scale)
    return made
