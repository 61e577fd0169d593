"""Our own icons, drawn on a grid of 20 px and coloured by the role of the text beside them.

An icon remembers its name on the widget or action that carries it (`set_icon`), so that
`recolour` can redraw all of them when the theme changes.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton

from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.ui.theme import ICON, colour

_NAME = "timebok_icon"
_ROLE = "timebok_icon_role"
_SCALES = (1.0, 2.0)
_ASLEEP = "timebok_icons_asleep"


def icon(name: str, role: str = "ink", size: int = ICON) -> QIcon:
    """The icon `name` in the colour of a role; `off` where its widget is disabled."""
    made = QIcon()
    for mode, wanted in ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, "off")):
        for scale in _SCALES:
            made.addPixmap(pixmap(name, colour(wanted), size, scale), mode)
    return made


def as_it_is(drawn: QPixmap) -> QIcon:
    """A picture for a row of a list. Qt would tint it in a chosen row."""
    made = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        made.addPixmap(drawn, mode)
    return made


def pixmap(name: str, wanted: QColor, size: int = ICON, scale: float = 1.0) -> QPixmap:
    """One picture of an icon, in one colour, for a screen of the given pixel ratio."""
    source = (resource_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    coloured = source.replace("currentColor", wanted.name())
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - the first paint can spare it

    drawn = QPixmap(QSize(round(size * scale), round(size * scale)))
    drawn.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(coloured.encode()))
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn


def set_icon(carrier: QAbstractButton | QAction, name: str, role: str = "ink") -> None:
    """Give a button or an action its icon and let it be recoloured later."""
    carrier.setProperty(_NAME, name)
    carrier.setProperty(_ROLE, role)
    if not _asleep():
        carrier.setIcon(icon(name, role))


def sleep(*, asleep: bool) -> None:
    """While asleep, icons are only remembered: a window draws them after its first paint."""
    application = QCoreApplication.instance()
    if application is not None:
        application.setProperty(_ASLEEP, asleep)


def _asleep() -> bool:
    application = QCoreApplication.instance()
    return application is not None and application.property(_ASLEEP) is True


def recolour(root: QObject) -> None:
    """Redraw every icon below `root` in the colours now in force."""
    carriers: list[QAbstractButton | QAction] = [
        *root.findChildren(QAbstractButton),
        *root.findChildren(QAction),
    ]
    for carrier in carriers:
        name = carrier.property(_NAME)
        if name:
            carrier.setIcon(icon(name, carrier.property(_ROLE)))
