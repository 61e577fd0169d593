"""The settings page: a list of sections and, beside it, the section itself.

Each section is a widget with `refresh`; what has unsaved changes keeps them.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget

from timebok_desktop.ui.cards import row
from timebok_desktop.ui.page import Page, Unsaved
from timebok_desktop.ui.pages.settings_caseworker import CaseworkerSection
from timebok_desktop.ui.pages.settings_general import GeneralSection
from timebok_desktop.ui.pages.settings_keys import KeysSection
from timebok_desktop.ui.pages.settings_rules import RulesSection
from timebok_desktop.ui.pages.settings_sections import section_titles
from timebok_desktop.ui.pages.settings_store import StoreSection
from timebok_desktop.ui.pages.settings_tables import TablesSection
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE


class Section(Protocol):
    """What the page asks of a section."""

    def refresh(self) -> None:
        """Ask for fresh data; unsaved changes stay."""


class SettingsPage(Page):
    """Settings, caseworker, tables, store, keys, rules."""

    object_name = "settingsPage"

    def build(self) -> None:
        """Make the widgets of the page."""
        self.add_title(self.tr("Settings"))
        self.general = GeneralSection(self)
        self.caseworker = CaseworkerSection(self)
        self.tables = TablesSection(self)
        self.store = StoreSection(self)
        self.keys = KeysSection(self)
        self.rules = RulesSection(self)
        self.commands["backupAction"] = self._back_up
        self._stack = QStackedWidget()
        self.sections = QListWidget()
        self.sections.setObjectName("settingsSections")
        self.sections.setAccessibleName(self.tr("Sections of the settings"))
        dress(self.sections, look="sections")
        sections = {
            "general": self.general,
            "caseworker": self.caseworker,
            "tables": self.tables,
            "store": self.store,
            "keys": self.keys,
            "rules": self.rules,
        }
        for key, title in section_titles():
            item = QListWidgetItem(title, self.sections)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self._stack.addWidget(sections[key])
        self.sections.currentRowChanged.connect(self._show_section)
        self._fit_list()
        body = row(self.sections, self._stack, spacing=SPACE.xl)
        body.setStretch(1, 1)
        body.setAlignment(self.sections, Qt.AlignmentFlag.AlignTop)
        self.content.addLayout(body, 1)
        self.sections.setCurrentRow(0)

    def refresh(self) -> None:
        """Refresh the section that is shown."""
        self._show_section(self._stack.currentIndex())

    def show_subject(self, subject: str) -> None:
        """Show a section by its key, or a reference table by its name."""
        for place in range(self.sections.count()):
            if self.sections.item(place).data(Qt.ItemDataRole.UserRole) == subject:
                self.sections.setCurrentRow(place)
                return
        self.sections.setCurrentRow(2)
        self.tables.open_table(subject)

    def unsaved(self) -> Unsaved | None:
        """Of a table, or of the settings themselves."""
        return self.tables.unsaved() or self.general.unsaved()

    def save_unsaved(self) -> bool:
        """Save both, unless the settings take a second stroke."""
        if self.tables.unsaved() is not None:
            self.tables.save()
        if self.general.unsaved() is None:
            return True
        waits = self.general.asks_first()
        if waits:
            self.sections.setCurrentRow(0)
        self.general.save()
        return not waits

    def _show_section(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        section: Section = self._stack.widget(place)  # type: ignore[assignment]
        section.refresh()

    def _fit_list(self) -> None:
        metrics = self.sections.fontMetrics()
        widest = max(
            metrics.horizontalAdvance(self.sections.item(place).text())
            for place in range(self.sections.count())
        )
        self.sections.setFixedWidth(widest + 48)
        height = self.sections.sizeHintForRow(0) * self.sections.count()
        self.sections.setFixedHeight(height + 2 * self.sections.frameWidth() + SPACE.s)

    def _back_up(self) -> None:
        self.sections.setCurrentRow(3)
        self.store.choose_backup()
