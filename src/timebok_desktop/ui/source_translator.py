"""Translates straight from a `.ts` file, for a checkout that has not compiled its catalogues."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from defusedxml import ElementTree
from PySide6.QtCore import QByteArray, QTranslator

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


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
