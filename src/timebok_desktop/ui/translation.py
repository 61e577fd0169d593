"""Installs the language of the interface: source texts are English, readers choose nb or nn.

A wheel carries compiled catalogues (`.qm`). A checkout that has not compiled them reads the
sources (`.ts`), so that nobody ever meets the English source texts.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from defusedxml import ElementTree
from PySide6.QtCore import QByteArray, QCoreApplication, QTranslator

from timebok_desktop.domain.phrases import Language

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_INSTALLED = "timebok_translator"


def install(application: QCoreApplication, language: Language, folder: Path) -> QTranslator:
    """Make `language` the language of `tr()`, in place of the one before."""
    for before in application.findChildren(QTranslator, _INSTALLED):
        application.removeTranslator(before)
        before.setObjectName("")
        before.deleteLater()
    translator = _compiled(language, folder) or SourceTranslator(folder / f"timebok_{language}.ts")
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


class SourceTranslator(QTranslator):
    """Reads a `.ts` file as it is."""

    def __init__(self, source: Path) -> None:
        super().__init__()
        self._texts: dict[tuple[str, str], tuple[str, ...]] = {}
        if source.is_file():
            root = ElementTree.fromstring(source.read_text(encoding="utf-8"))
            for context in root.iter("context"):
                self._read(context)

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        _disambiguation: QByteArray | bytes | bytearray | memoryview | str | None = None,
        n: int = -1,
    ) -> str | None:
        """The translation, None where there is none."""
        forms = self._texts.get((context, sourceText), ())
        if not forms:
            return None
        form = forms[0] if n == 1 or len(forms) == 1 else forms[1]
        return form.replace("%n", str(n)) if n >= 0 else form

    def isEmpty(self) -> bool:
        """Whether the file gave nothing."""
        return not self._texts

    def _read(self, context: Element) -> None:
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            forms = tuple(form.text or "" for form in translation.iter("numerusform"))
            texts = forms or (translation.text or "",)
            if any(texts):
                self._texts[name, message.findtext("source", "")] = texts
