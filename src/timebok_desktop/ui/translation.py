"""Installs the language of the interface: source texts are English, readers choose nb or nn.

What Qt itself says (file dialogs, context menus, keys) has a catalogue of its own, `qtbase_*`.

A wheel carries compiled catalogues (`.qm`). A checkout that has not compiled them reads the
sources (`.ts`), so that nobody ever meets the English source texts.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from timebok_desktop.domain.phrases import Language

_INSTALLED = "timebok_translator"
_CATALOGUES = ("qtbase", "timebok")


def install(application: QCoreApplication, language: Language, folder: Path) -> None:
    """Make `language` the language of `tr()`, of Qt, and of its numbers and dates, in place of the
    one before.
    """
    QLocale.setDefault(QLocale(f"{language}_NO"))
    for before in application.findChildren(QTranslator, _INSTALLED):
        application.removeTranslator(before)
        before.setObjectName("")
        before.deleteLater()
    for catalogue in _CATALOGUES:
        name = f"{catalogue}_{language}"
        translator = _compiled(name, folder) or _sources(name, folder)
        translator.setParent(application)
        translator.setObjectName(_INSTALLED)
        application.installTranslator(translator)


def _compiled(name: str, folder: Path) -> QTranslator | None:
    compiled, source = (folder / f"{name}.{suffix}" for suffix in ("qm", "ts"))
    if not compiled.is_file():
        return None
    if source.is_file() and source.stat().st_mtime > compiled.stat().st_mtime:
        return None
    translator = QTranslator()
    return translator if translator.load(str(compiled)) else None


def _sources(name: str, folder: Path) -> QTranslator:
    from timebok_desktop.ui.source_translator import (  # noqa: PLC0415 - wheels do without it
        SourceTranslator,
    )

    return SourceTranslator(folder / f"{name}.ts")
