"""The reference tables: choose one, edit its rows, save them all or none, exchange them as CSV.

The services check and store; what they refuse is shown and the edits stay.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.services.views import TableView
from timebok_desktop.ui.cards import EmptyState, Notice, button, choice_field
from timebok_desktop.ui.file_choice import FileQuestion
from timebok_desktop.ui.flow import FlowLayout
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.page import Page, Unsaved
from timebok_desktop.ui.pages.table_words import cell_words, column_words
from timebok_desktop.ui.reasons import allow
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.table_editor import TableEditor
from timebok_desktop.ui.theme import SPACE


class TablesSection(QWidget):
    """One table at a time; leaving one with unsaved changes asks first."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._shown = ""
        self._wanted = ""
        self.chooser = choice_field(self.tr("Reference table"))
        self.chooser.setMinimumContentsLength(24)
        self.chooser.activated.connect(lambda _place: self.open_table(self.chooser.currentData()))
        self.help = Text("", "muted", wrap=True)
        self.notice = Notice()
        self.editor = TableEditor("tableEditor", cell_words, column_words)
        self.editor.setAccessibleName(self.tr("Reference table"))
        self.state = Text("")
        self._make_buttons()
        self._lay_out()
        for signal in (
            self.editor.rows_model.dataChanged,
            self.editor.rows_model.rowsInserted,
            self.editor.rows_model.rowsRemoved,
            self.editor.rows_model.modelReset,
        ):
            signal.connect(self._changed)

    def refresh(self) -> None:
        """Ask for the tables' names and for the table shown, unless it has changes."""
        if not self.chooser.count():
            self._page.ask(self._read_titles, done=self._show_titles, latest="titles")
        elif not self.editor.rows_model.is_changed:
            self._load(self._shown)

    def open_table(self, name: str) -> None:
        """Show a table, after asking about changes that are not saved."""
        self._wanted = name
        if not self.chooser.count():
            self.refresh()
        elif name == self._shown:
            self._choose(name)
        elif self.editor.rows_model.is_changed:
            self._choose(self._shown)
            self._ask_about_changes(name)
        else:
            self._load(name)

    def save(self) -> None:
        """Save all rows as they stand, as one transaction."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._replace(self._shown, self.editor.rows_model.rows)

    def unsaved(self) -> Unsaved | None:
        """What is edited and not stored."""
        if not self.editor.rows_model.is_changed:
            return None
        return Unsaved(self._not_saved(), "tables")

    def _not_saved(self) -> str:
        words = self.tr("«{title}» has changes that are not saved.")
        return words.format(title=self.chooser.currentText())

    def _replace(self, name: str, rows: Sequence[Sequence[str]]) -> None:
        self._page.act(
            self._page.desk.replace_table,
            name,
            rows,
            self._page.context.user,
            words=self.tr("Saving the table"),
            done=partial(self._saved, self.editor.rows_model.stored),
            failed=self._refused,
        )

    def take_back(self) -> None:
        """Return to what is stored."""
        self.notice.hide()
        self.editor.rows_model.take_back()

    def import_csv(self) -> None:
        """Ask for a CSV and put it in the place of the table."""
        path = self._page.context.choose_file(
            self,
            FileQuestion(
                self.tr("Choose a CSV for this table"),
                patterns=self.tr("CSV (*.csv);;All files (*)"),
            ),
        )
        if path is not None and not self.editor.rows_model.is_changed:
            self._import(path)
        elif path is not None:
            self.notice.show_notice(
                self._not_saved(),
                "warning",
                self.tr("The rows of {name} take their place.").format(name=path.name),
                (
                    (self.tr("Leave it"), self.notice.hide),
                    (self.tr("Replace the rows"), lambda: self._import(path)),
                ),
            )

    def export_csv(self) -> None:
        """Ask where the table goes and write it."""
        path = self._page.context.choose_file(
            self,
            FileQuestion(
                self.tr("Save the table"), "save", self.tr("CSV (*.csv)"), f"{self._shown}.csv"
            ),
        )
        if path is not None:
            words = self.tr("The table was saved as {path}.").format(path=path)
            self._page.ask(
                self._page.desk.export_table,
                self._shown,
                path,
                done=lambda _nothing: self.notice.show_notice(words, "clear", "", self._close()),
                failed=self._refused,
            )

    def _make_buttons(self) -> None:
        self.add_button = button(self.tr("Add row"), self.editor.add_row)
        self.remove_button = button(self.tr("Remove row"), self.editor.remove_rows)
        self.import_button = button(self.tr("Import CSV …"), self.import_csv)
        self.export_button = button(self.tr("Export CSV …"), self.export_csv)
        self.undo_button = button(self.tr("Take back"), self.take_back)
        self.save_button = button(self.tr("Save table"), self.save, look="primary")

    def _lay_out(self) -> None:
        empty = EmptyState(
            self.tr("This table is empty"),
            self.tr(
                "Add a row, or import a CSV file. Until then the rules that ask it keep "
                "silent or say that they do not know."
            ),
            button(self.tr("Add the first row"), self.editor.add_row),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.editor)
        self._stack.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.m)
        layout.addLayout(_flowing(self.chooser, self.import_button, self.export_button))
        layout.addWidget(self.help)
        layout.addWidget(self.notice)
        layout.addWidget(self._stack, 1)
        layout.addLayout(
            _flowing(
                self.add_button,
                self.remove_button,
                self.undo_button,
                self.save_button,
                self.state,
            )
        )
        self._changed()

    def _read_titles(self) -> tuple[TableView, ...]:
        return tuple(self._page.desk.table(name) for name in self._page.desk.table_names())

    def _show_titles(self, tables: tuple[TableView, ...]) -> None:
        for table in tables:
            self.chooser.addItem(self._page.context.say(table.title), table.name)
        by_name = {table.name: table for table in tables}
        first = by_name.get(self._wanted) or (tables[0] if tables else None)
        if first is not None:
            self._show(first)

    def _load(self, name: str) -> None:
        self._page.ask(self._page.desk.table, name, done=self._show, latest="table")

    def _show(self, table: TableView) -> None:
        if table.name != self._shown:
            self.notice.hide()
        self._shown = table.name
        self._choose(table.name)
        self.help.setText(self._page.context.say(table.help))
        self.editor.setAccessibleName(self._page.context.say(table.title))
        self.editor.show_table(table.columns, table.rows, table.choices)

    def _choose(self, name: str) -> None:
        self.chooser.setCurrentIndex(self.chooser.findData(name))

    def _ask_about_changes(self, name: str) -> None:
        def leave() -> None:
            self.editor.rows_model.take_back()
            self._load(name)

        self.notice.show_notice(
            self._not_saved(),
            "warning",
            "",
            (
                (self.tr("Stay here"), self.notice.hide),
                (self.tr("Leave without saving"), leave),
            ),
        )

    def _import(self, path: Path) -> None:
        self._page.act(
            self._page.desk.import_table,
            self._shown,
            path,
            self._page.context.user,
            words=self.tr("Importing {name}").format(name=path.name),
            done=partial(self._saved, self.editor.rows_model.stored),
            failed=self._refused,
        )

    def _saved(self, before: Sequence[Sequence[str]], table: TableView) -> None:
        self._show(table)
        words = self.tr("Saved: %n row(s).", None, len(table.rows))
        (close,) = self._close()
        back = (self.tr("Undo the saving"), lambda: self._replace(table.name, before))
        choices = (close, back) if before != table.rows else (close,)
        self.notice.show_notice(words, "clear", "", choices)

    def _refused(self, error: TimebokError) -> None:
        self.notice.show_notice(error.text(self._page.context.language), "stop", "", self._close())

    def _close(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        return ((self.tr("Close"), self.notice.hide),)

    def _changed(self) -> None:
        model = self.editor.rows_model
        changed = model.is_changed
        self._stack.setCurrentIndex(0 if model.rowCount() else 1)
        why_not = "" if changed else self.tr("Nothing has been changed.")
        allow(self.save_button, why_not)
        allow(self.undo_button, why_not)
        allow(self.remove_button, "" if model.rowCount() else self.tr("The table is empty."))
        count = self.tr("%n row(s)", None, model.rowCount())
        dress(
            self.state,
            role="strong" if changed else "muted",
            tone="warning" if changed else "neutral",
        )
        self.state.setText(
            self.tr("{count}, not saved yet").format(count=count) if changed else count
        )


def _flowing(*parts: QWidget) -> FlowLayout:
    """Beside each other, and below each other where there is no room."""
    made = FlowLayout(SPACE.s)
    for part in parts:
        made.addWidget(part)
    return made
