"""Installs the language of the interface: source texts are English, readers choose nb or nn.

A wheel carries compiled catalogues (`.qm`). A checkout that has not compiled them reads the
sources (`.ts`), so that nobody ever meets the English source texts.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

from timebok_desktop.domain.phrases import Language

_INSTALLED = "timebok_translator"


def install(application: QCoreApplication, language: Language, folder: Path) -> QTranslator:
    """Make `language` the language of `tr()`, in place of the one before."""
    for before in application.findChildren(QTranslator, _INSTALLED):
        application.removeTranslator(before)
        before.setObjectName("")
        before.deleteLater()
    translator = _compiled(language, folder) or _sources(language, folder)
    translator.setParent(application)
    translator.setObjectName(_INSTALLED)
    application.installTranslator(translator)
    return translator


def _compiled(language: Language, folder: Path) -> QTranslator | None:
    compiled, source = (folder / f"timebok_{language}.{suffix}" for suffix in ("qm", "ts"))
    if not compiled.is_file():
        return None
    if source.is_file() and source.stat().st_mtime > compiled.stat().st_mtime:
        return None
    translator = QTranslator()
    return translator if translator.load(str(compiled)) else None


def _sources(language: Language, folder: Path) -> QTranslator:
    from timebok_desktop.ui.source_translator import (  # noqa: PLC0415 - wheels do without it
        SourceTranslator,
    )

    return SourceTranslator(folder / f"timebok_{language}.ts")
