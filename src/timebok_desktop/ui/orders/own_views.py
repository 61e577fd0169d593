"""Views of one's own: saved, changed, named, deleted and shared from the list of orders."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.services.queue_views import VIEW_SUFFIX, OrderQuery, OwnView
from timebok_desktop.ui.context import Message
from timebok_desktop.ui.file_choice import FileQuestion
from timebok_desktop.ui.orders.forms import InlineForm
from timebok_desktop.ui.page import Page

if TYPE_CHECKING:
    from timebok_desktop.services.desk import Desk
    from timebok_desktop.ui.orders.filters import OrderFilters

_ACTIONS = (
    "saveViewAction",
    "changeViewAction",
    "renameViewAction",
    "deleteViewAction",
    "shareViewAction",
)


class NameForm(InlineForm):
    """Asks for a name; `done` is called with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit()
        self.name.setObjectName("viewName")
        self.name.setAccessibleName(self.tr("Name of the view"))
        self.name.setMaxLength(60)
        self.name.returnPressed.connect(self.submit)
        self.body.addWidget(self.name)
        self._done: Callable[[str], None] = lambda _name: None

    def ask(self, heading: str, confirm: str, name: str, done: Callable[[str], None]) -> None:
        """Ask for a name."""
        self._done = done
        self.name.setText(name)
        self.name.selectAll()
        self.open_form(heading, confirm, self.name)

    def submit(self) -> None:
        """The name, or a complaint."""
        name = self.name.text().strip()
        if not name:
            self.complain(self.tr("Write a name first."), self.name)
            return
        self._done(name)


class OwnViews(QObject):
    """Asks and tells for the list of orders; the chips stand in its list of views."""

    def __init__(self, page: Page, filters: OrderFilters) -> None:
        super().__init__(page)
        self._desk, self._tasks, self._context = page.desk, page.tasks, page.context
        self._filters = filters
        self.form = NameForm()
        self.form.setObjectName("viewForm")
        filters.place(self.form)
        filters.keep.clicked.connect(self.save)
        filters.changed.connect(lambda _query: self._offer())
        filters.views.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        filters.views.customContextMenuRequested.connect(self._open_menu)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What to call for the actions that end here."""
        return {
            "saveViewAction": self.save,
            "changeViewAction": self.change,
            "renameViewAction": self.rename,
            "deleteViewAction": self.delete,
            "shareViewAction": self.share,
            "openViewAction": self.choose_file,
        }

    def refresh(self) -> None:
        """Ask for the views and their counts."""
        self._ask(_views_and_counts, self._desk, self._context.user, done=self._show)

    # -- what a caseworker does ----------------------------------------------------------------
    def save(self) -> None:
        """Save what the list is narrowed to, under a name that is asked for."""
        query = self._filters.query()
        self.form.ask(
            self.tr("Save what the list shows as a view of your own"),
            self.tr("Save the view"),
            "",
            lambda name: self._save(name, query),
        )

    def change(self) -> None:
        """Let the current view be what the list shows now."""
        own = self._filters.views.own()
        if own is None:
            self._say_none()
            return
        before, query = own, self._filters.query()
        self._act(
            partial(self._desk.save_own_view, replaces=True),
            own.name,
            query,
            self._context.user,
            done=lambda view: self._changed(view, before),
        )

    def rename(self) -> None:
        """Ask for another name of the current view."""
        own = self._filters.views.own()
        if own is None:
            self._say_none()
            return
        self.form.ask(
            self.tr("Another name for «{name}»").format(name=own.name),
            self.tr("Rename"),
            own.name,
            lambda new: self._act(
                self._desk.rename_own_view,
                own.name,
                new,
                self._context.user,
                done=self._saved,
            ),
        )

    def delete(self) -> None:
        """Take the current view away; the message takes it back."""
        own = self._filters.views.own()
        if own is None:
            self._say_none()
            return
        self._act(self._desk.delete_own_view, own.name, self._context.user, done=self._deleted)

    def share(self) -> None:
        """Write the current view to a file."""
        own = self._filters.views.own()
        if own is None:
            self._say_none()
            return
        question = FileQuestion(
            self.tr("Save the view as a file"),
            "save",
            f"Timebok (*{VIEW_SUFFIX})",
            own.name + VIEW_SUFFIX,
        )
        path = self._context.choose_file(self.form, question)
        if path is not None:
            words = self.tr("The view is saved in {file}.").format(file=path.name)
            self._act(
                partial(self._desk.write_own_view, replaces=True),
                own.name,
                path,
                self._context.user,
                done=lambda _nothing: self._context.tell(words, "clear", str(path)),
            )

    def choose_file(self) -> None:
        """Choose a view that a colleague has shared."""
        question = FileQuestion(self.tr("Open a view"), "open", f"Timebok (*{VIEW_SUFFIX} *.json)")
        path = self._context.choose_file(self.form, question)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Show the view of a file, and offer to save it."""
        self._ask(self._desk.read_view, path, done=self._came)

    # -- what comes of it ----------------------------------------------------------------------
    def _save(self, name: str, query: OrderQuery) -> None:
        self._act(self._desk.save_own_view, name, query, self._context.user, done=self._saved)

    def _saved(self, view: OwnView) -> None:
        self.form.close_form()
        self._context.note(self.tr("The view «{name}» is saved.").format(name=view.name))
        self._show_with(view)

    def _changed(self, view: OwnView, before: OwnView) -> None:
        self._show_with(view)
        self._tell_back(
            self.tr("The view «{name}» is what the list shows now.").format(name=view.name), before
        )

    def _deleted(self, view: OwnView) -> None:
        self._filters.show_query(OrderQuery())
        self.refresh()
        self._tell_back(self.tr("The view «{name}» is deleted.").format(name=view.name), view)

    def _tell_back(self, words: str, view: OwnView) -> None:
        self._context.messaged.emit(
            Message(words, button=self.tr("Take back"), follow=partial(self._put_back, view))
        )

    def _put_back(self, view: OwnView) -> None:
        self._act(
            partial(self._desk.save_own_view, replaces=True),
            view.name,
            view.query,
            self._context.user,
            done=self._saved,
        )

    def _came(self, view: OwnView) -> None:
        self._filters.show_query(view.query)
        self.form.ask(
            self.tr("This is the view of the file. Save it as your own, or close this."),
            self.tr("Save the view"),
            view.name,
            lambda name: self._save(name, view.query),
        )

    def _show_with(self, view: OwnView) -> None:
        """The views with this one among them, which is now the current one."""

        def shown(answer: tuple[Sequence[OwnView], Mapping[str, int]]) -> None:
            self._show(answer)
            self._filters.show_query(view.query)

        self._ask(_views_and_counts, self._desk, self._context.user, done=shown)

    def _show(self, answer: tuple[Sequence[OwnView], Mapping[str, int]]) -> None:
        self._filters.views.show_own(*answer)
        self._offer()

    def _offer(self) -> None:
        """Saving is offered where the list is narrowed to what is no view yet."""
        query = self._filters.query()
        known = self._filters.views.own_of(query) is not None
        plain = OrderQuery(view=query.view, sort=query.sort, descending=query.descending)
        self._filters.keep.setVisible(not known and query != plain)
        own = self._filters.views.own()
        for name in _ACTIONS[1:]:
            self._context.actions[name].setEnabled(own is not None)
        self._context.actions["changeViewAction"].setEnabled(own is not None and not known)

    def _open_menu(self, place: Any) -> None:
        menu = QMenu(self._filters.views)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in (*_ACTIONS, "openViewAction"):
            menu.addAction(self._context.actions[name])
        menu.popup(self._filters.views.viewport().mapToGlobal(place))

    def _say_none(self) -> None:
        self._context.note(self.tr("Choose one of your own views first."))

    def _refused(self, error: TimebokError) -> None:
        words = error.text(self._context.language)
        if self.form.isHidden():
            self._context.tell(words, "stop")
        else:
            self.form.complain(words, self.form.name)

    def _ask(self, function: Any, *arguments: Any, done: Any) -> None:
        self._tasks.run(function, *arguments, owner=self, done=done, failed=self._refused)

    def _act(self, function: Any, *arguments: Any, done: Any) -> None:
        """Write; it is done even where the window closes meanwhile."""
        self._tasks.run(
            function, *arguments, owner=self, done=done, failed=self._refused, lasting=True
        )


def _views_and_counts(desk: Desk, user: str) -> tuple[Sequence[OwnView], Mapping[str, int]]:
    """On the lane."""
    return desk.own_views(user), desk.own_view_counts(user)
