"""What can be told of fonts and screens, for whoever helps. Run as a program it prints this as
JSON: Qt ends a process that finds no screen, so the command line asks in a process of its own.
"""

from __future__ import annotations

import json
import sys

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontDatabase, QFontMetricsF, QGuiApplication, QRawFont

from timebok_desktop.services.diagnosis import Fact

LETTERS = "ÆØÅæøåÀÉÈÊÓÒÔÄÖÜàéèêóòôäöüÁáČčĐđŊŋŠšŦŧŽžÏïǦǧǤǥǨǩƷʒǮǯʹʼ«»–…●▲■"
"""Of Norwegian, of the Sámi languages and Kven, and the signs that the window uses."""


def font_facts() -> dict[str, Fact]:
    """The interface's font and the letters that it lacks; those are borrowed or missing."""
    font = QGuiApplication.font()
    own, metrics = QRawFont.fromFont(font), QFontMetricsF(font)
    lacking = [letter for letter in LETTERS if not own.supportsCharacter(ord(letter))]
    missing = [letter for letter in lacking if not metrics.inFontUcs4(ord(letter))]
    return {
        "family": own.familyName(),
        "points": round(font.pointSizeF(), 2),
        "families": len(QFontDatabase.families()),
        "borrowed_letters": "".join(one for one in lacking if one not in missing),
        "missing_letters": "".join(missing),
    }


def display_facts() -> dict[str, Fact]:
    """The window system and the screens: sizes, never their names or serial numbers."""
    hints = QGuiApplication.styleHints()
    contrast = hints.accessibility().contrastPreference()
    return {
        "platform": QGuiApplication.platformName(),
        "screens": tuple(
            f"{one.size().width()} x {one.size().height()}, {one.logicalDotsPerInch():.0f} dpi"
            for one in QGuiApplication.screens()
        ),
        "scale": tuple(f"{one.devicePixelRatio():g}" for one in QGuiApplication.screens()),
        "colours": hints.colorScheme().name.lower(),
        "contrast": contrast == Qt.ContrastPreference.HighContrast,
    }


def qt_versions() -> dict[str, str]:
    """Of Qt and of what binds it to Python."""
    return {"Qt": qVersion(), "PySide6": pyside_version}


def screen_facts() -> dict[str, dict[str, Fact]]:
    """Everything, for a process that has an application."""
    return {"versions": {**qt_versions()}, "fonts": font_facts(), "display": display_facts()}


def main() -> int:
    """Print the facts."""
    application = QGuiApplication(["timebok"])
    sys.stdout.write(json.dumps(screen_facts()))
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
