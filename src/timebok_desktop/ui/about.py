"""What this program is, what it is made of and under which licences: to read and to copy."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from timebok_desktop import __version__
from timebok_desktop.services.parts import Part
from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.cards import button, row
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.record_table import Column, RecordTable
from timebok_desktop.ui.screen_facts import qt_versions
from timebok_desktop.ui.theme import SPACE, Role


class AboutView(QWidget):
    """Version, purpose, the parts as a table, and the licence of the chosen part."""

    def __init__(self, licences: Path | None) -> None:
        super().__init__()
        self._licences = licences
        self._parts: tuple[Part, ...] = ()
        self.parts: RecordTable[Part] = RecordTable(
            "partTable",
            self.tr("Parts and their licences"),
            (
                Column(self.tr("Part"), lambda part: part.name, width=220),
                Column(self.tr("Version"), lambda part: part.version, width=110),
                Column(self.tr("Licence"), lambda part: part.licence, stretch=True, width=200),
            ),
        )
        self.licence = QPlainTextEdit()
        self.licence.setReadOnly(True)
        self.licence.setTabChangesFocus(True)
        self.licence.setAccessibleName(self.tr("Licence of the chosen part"))
        self.licence.setPlaceholderText(self.tr("Choose a part to read its licence."))
        self.parts.chosen.connect(self._show_licence)
        self.copy_button = button(self.tr("Copy everything"), self.copy, icon="copy")
        self.copied = Text("", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.m)
        for place, text in enumerate(self._words()):
            role: Role = "base" if place else "strong"
            layout.addWidget(Text(text, role, wrap=True, selectable=True))
        layout.addWidget(self.parts, 3)
        layout.addWidget(self.licence, 2)
        layout.addLayout(row(self.copied, None, self.copy_button))

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show what the program is made of."""
        self._parts = tuple(parts)
        self.parts.show_records(self._parts, key=lambda part: part.name)

    def copy(self) -> None:
        """Everything that is said here, as plain text."""
        lines = [*self._words(), ""]
        lines += [f"{part.name} {part.version}: {part.licence}" for part in self._parts]
        QApplication.clipboard().setText("\n".join(lines))
        self.copied.setText(self.tr("Copied."))
        announce(self.copied, self.copied.text())

    def _show_licence(self, part: Part | None) -> None:
        if part is None:
            return
        told = "\n\n".join(part.texts)
        self.licence.setPlainText(told or f"{part.name}: {part.licence}")

    def _words(self) -> list[str]:
        words = [
            self.tr("Timebok Desktop {version}, licence MIT").format(version=__version__),
            self.tr(
                "The caseworker's desk for orders of ressurstimebok: it verifies, "
                "a person decides, the registry operators set up."
            ),
            self.tr("Everything stays on this machine; nothing is sent anywhere."),
            self.tr(
                "Timebok uses Qt {version} under the GNU Lesser General Public License, version 3. "
                "Qt is loaded as separate libraries, and you may replace them with your own."
            ).format(version=qt_versions()["Qt"]),
        ]
        if self._licences is not None:
            told = self.tr("All licence texts are in {folder}")
            words.append(told.format(folder=self._licences))
        return words
