"""The page of configurations: what is approved now, what was before, and what each rests on.

Configurations come from approvals or from an imported base; nothing is edited here.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from timebok_desktop.domain.configuration import Configuration
from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.services.views import ConfigurationRow, ImportReport
from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.cards import EmptyState, Notice, SideBySide, button, row
from timebok_desktop.ui.clear_sign import let_empty
from timebok_desktop.ui.file_choice import FileQuestion
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.page import Page
from timebok_desktop.ui.pages.configuration_history import ConfigurationHistory, basis, state
from timebok_desktop.ui.pages.import_outcome import show_import
from timebok_desktop.ui.record_table import Column, RecordTable
from timebok_desktop.ui.stakes import ask_for_good
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.wording import exact_date, grouped_her_id

_PAUSE = 120


class ConfigurationsPage(Page):
    """Current and past configurations."""

    object_name = "configurationsPage"

    def build(self) -> None:
        """Make the widgets of the page."""
        heading = QVBoxLayout()
        heading.setSpacing(SPACE.xs)
        heading.addWidget(Text(self.tr("Configurations"), "title"))
        heading.addWidget(
            Text(
                self.tr("The approved set-up of each municipality, HER-id and category."),
                "muted",
                wrap=True,
            )
        )
        self.import_button = button(
            self.tr("Import a base …"), self.choose_base, look="primary", icon="import"
        )
        self.import_button.setToolTip(
            self.tr("Load what was set up before this program, as the base of change orders")
        )
        self.commands["importConfigurationsAction"] = self.choose_base
        head = row(heading, self.import_button)
        head.setStretch(0, 1)
        head.setAlignment(self.import_button, Qt.AlignmentFlag.AlignTop)
        self.notice = Notice()
        self.content.addLayout(head)
        self.content.addWidget(self.notice)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.refresh)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list())
        self._stack.addWidget(self._nothing_yet())
        self.content.addWidget(self._stack, 1)

    def refresh(self) -> None:
        """Ask for the configurations that are searched for."""
        self.ask(
            partial(
                self.desk.configurations,
                past=self.past.isChecked(),
                search=self.search_field.text().strip(),
            ),
            done=self._show,
            latest="list",
        )

    def take_focus(self) -> None:
        """Begin where the work begins, or where an empty page leads on."""
        if self.search_field.isVisibleTo(self):
            self.search_field.setFocus()
        else:
            super().take_focus()

    def remember(self, state: QSettings) -> None:
        """Keep how list and panel share the room."""
        state.setValue("configurations/shares", self._splitter.saveState())

    def recall(self, state: QSettings) -> None:
        """Share the room as before."""
        self._splitter.recall(state.value("configurations/shares"))

    def show_subject(self, subject: str) -> None:
        """Show what is found by this text (a HER-id, a municipality)."""
        self.search_field.setText(subject)
        self.refresh()

    def choose_base(self) -> None:
        """Ask for the base and import it."""
        path = self.context.choose_file(
            self,
            FileQuestion(
                self.tr("Choose a CSV with what is set up already"),
                patterns=self.tr("CSV (*.csv);;All files (*)"),
            ),
        )
        if path is not None:
            self.notice.hide()
            self.ask(
                partial(self.desk.import_configurations, dry_run=True),
                path,
                self.context.user,
                done=partial(self._ask_about, path),
                failed=self._refused,
                latest="base",
            )

    def _ask_about(self, path: Path, would: ImportReport) -> None:
        """Say what would come in, then ask; a file that brings nothing is told of at once."""
        if not would.accepted:
            self._import(path)
            return
        ask_for_good(
            self.notice,
            "importConfigurationsAction",
            self.tr("Import %n configuration(s)?", None, would.accepted),
            self.tr("They are in force at once; afterwards only an order changes or ends them."),
            (self.tr("Import them"), lambda: self._import(path)),
        )

    def _import(self, path: Path) -> None:
        self.act(
            self.desk.import_configurations,
            path,
            self.context.user,
            words=self.tr("Importing {name}").format(name=path.name),
            done=self._imported,
            failed=self._refused,
        )

    def _list(self) -> QWidget:
        self.search_field = QLineEdit()
        self.search_field.setObjectName("configurationSearchField")
        self.search_field.setAccessibleName(self.tr("Search configurations"))
        self.search_field.setPlaceholderText(self.tr("Municipality, HER-id, category …"))
        let_empty(self.search_field)
        self.search_field.textChanged.connect(lambda _text: self._pause.start())
        self.past = QCheckBox(self.tr("Also show ended ones"))
        self.past.toggled.connect(lambda _on: self.refresh())
        self.table: RecordTable[ConfigurationRow] = RecordTable(
            "configurationTable", self.tr("Configurations"), self._columns()
        )
        self.table.chosen.connect(self._chosen)
        self._found = Text("", "small")
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        search = row(self.search_field, self.past, spacing=SPACE.l)
        search.setStretch(0, 1)
        column.addLayout(search)
        column.addWidget(self.table, 1)
        column.addWidget(self._found)
        self.history = ConfigurationHistory(self.context)
        self._splitter = SideBySide(found, self.history, (9, 4))
        return self._splitter

    def _columns(self) -> tuple[Column[ConfigurationRow], ...]:
        def of(row: ConfigurationRow) -> Configuration:
            return row.configuration

        return (
            Column(
                self.tr("State"),
                lambda row: state(of(row))[0],
                tone=lambda row: state(of(row))[1],
                width=128,
            ),
            Column(
                self.tr("Municipality"),
                lambda row: f"{of(row).key.municipality_number} {row.municipality_name}",
                stretch=True,
            ),
            Column(
                self.tr("HER-id"),
                lambda row: grouped_her_id(str(of(row).key.her_id)),
                order=lambda row: of(row).key.her_id,
                spoken=lambda row: str(of(row).key.her_id),
                numeric=True,
                width=100,
            ),
            Column(self.tr("Category"), lambda row: of(row).key.category, width=124),
            Column(
                self.tr("Valid from"),
                lambda row: _date(of(row)),
                order=lambda row: (of(row).valid_from is not None, of(row).valid_from or 0),
                width=110,
            ),
            Column(self.tr("Rests on"), lambda row: basis(of(row)), width=160),
        )

    def _nothing_yet(self) -> QWidget:
        return EmptyState(
            self.tr("No configurations yet"),
            self.tr(
                "A configuration appears here when an order is approved. What was set up before "
                "this program can be imported from a CSV file, so that change orders have a base."
            ),
            button(self.tr("Choose a CSV file …"), self.choose_base),
        )

    def _show(self, rows: tuple[ConfigurationRow, ...]) -> None:
        unrestricted = not self.search_field.text().strip() and self.past.isChecked()
        if not rows and not self.search_field.text().strip() and not self.past.isChecked():
            self._look_for_past()
        self._stack.setCurrentIndex(1 if unrestricted and not rows else 0)
        self.table.show_records(rows, key=_identity)
        words = self.tr("%n configuration(s)", "", len(rows)) if rows else self.tr("Nothing found.")
        if self._found.text() != words:
            self._found.setText(words)
            announce(self._found, words)

    def _look_for_past(self) -> None:
        def answer(rows: tuple[ConfigurationRow, ...]) -> None:
            self._stack.setCurrentIndex(0 if rows else 1)

        self.ask(partial(self.desk.configurations, past=True), done=answer, latest="past")

    def _chosen(self, row: ConfigurationRow | None) -> None:
        if row is None:
            self.history.show_nothing()
            return
        key = row.configuration.key
        self.ask(
            self.desk.configuration_history,
            key.her_id,
            key.category,
            done=lambda rows: self.history.show_history(row, rows),
            latest="history",
        )

    def _imported(self, report: ImportReport) -> None:
        words = self.tr("%n configuration(s) imported.", None, report.accepted)
        show_import(self.notice, self.context, report, words)

    def _refused(self, error: TimebokError) -> None:
        self.notice.show_notice(error.text(self.context.language), "stop")


def _date(configuration: Configuration) -> str:
    return exact_date(configuration.valid_from) if configuration.valid_from else "–"


def _identity(row: ConfigurationRow) -> tuple[object, ...]:
    configuration = row.configuration
    return (configuration.key, configuration.created_at, configuration.order_reference)
