"""What narrows the list: search, saved views with their counts, filters and sorting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop.domain.codes import OUTCOME_WORDS, STATUS_WORDS, Outcome, Status
from timebok_desktop.services.views import SAVED_VIEWS, OrderQuery, OwnView, TableView
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.icons import set_icon
from timebok_desktop.ui.labels import name_combo
from timebok_desktop.ui.orders.filter_chips import FilterChips
from timebok_desktop.ui.plain import plain_tooltip
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP
from timebok_desktop.ui.wording import grouped_count

_DIGITS = 9
_SHARES = {False: 4, True: 5}
"""The words of the sorting are longer than those of a filter."""

SORTS: tuple[tuple[str, bool, str], ...] = (
    ("received_at", False, QT_TRANSLATE_NOOP("OrderFilters", "Oldest first")),
    ("received_at", True, QT_TRANSLATE_NOOP("OrderFilters", "Newest first")),
    ("urgency", False, QT_TRANSLATE_NOOP("OrderFilters", "Most urgent first")),
    ("outcome", False, QT_TRANSLATE_NOOP("OrderFilters", "Outcome")),
    ("status", False, QT_TRANSLATE_NOOP("OrderFilters", "Status")),
    ("municipality_number", False, QT_TRANSLATE_NOOP("OrderFilters", "Municipality")),
    ("category", False, QT_TRANSLATE_NOOP("OrderFilters", "Category")),
    ("her_id", False, QT_TRANSLATE_NOOP("OrderFilters", "HER-id")),
    ("reference", False, QT_TRANSLATE_NOOP("OrderFilters", "Reference")),
    ("holder", False, QT_TRANSLATE_NOOP("OrderFilters", "Holder")),
)


class ViewList(QListWidget):
    """The saved views as a row of words with their counts, wrapping where it must. Signal
    `chosenByKey()` after Alt and a digit.
    """

    chosenByKey = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewList")
        self.setAccessibleName(self.tr("Saved views"))
        self.setProperty("look", "chips")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for view in SAVED_VIEWS:
            item = QListWidgetItem(context.say(view.title), self)
            item.setData(Qt.ItemDataRole.UserRole, view.name)
        self._offer_keys()
        self._own: tuple[OwnView, ...] = ()
        self._titles = [context.say(view.title) for view in SAVED_VIEWS]
        self.setCurrentRow(0)

    def _offer_keys(self) -> None:
        """Alt and a digit shows a view, wherever the focus is on the page."""
        for row in range(min(self.count(), _DIGITS)):
            keys = QKeySequence(f"Alt+{row + 1}")
            shortcut = QShortcut(keys, self)
            shortcut.activated.connect(partial(self._go_to, row))
            self.item(row).setToolTip(
                plain_tooltip(keys.toString(QKeySequence.SequenceFormat.NativeText))
            )

    def _go_to(self, row: int) -> None:
        self.setCurrentRow(row)
        self.chosenByKey.emit()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many orders each view holds."""
        for row, view in enumerate(SAVED_VIEWS):
            count = counts.get(view.name)
            number = "" if count is None else f" {grouped_count(count)}"
            self.item(row).setText(f"{self._titles[row]}{number}")
        self._fit()

    def show_own(self, views: Sequence[OwnView], counts: Mapping[str, int]) -> None:
        """Show one's own views after the others; the current one stays so."""
        current = self.own()
        self.blockSignals(True)
        while self.count() > len(SAVED_VIEWS):
            self.takeItem(self.count() - 1)
        self._own = tuple(views)
        for view in views:
            number = f" {grouped_count(counts[view.name])}" if view.name in counts else ""
            item = QListWidgetItem(f"★ {view.name}{number}", self)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{view.name}{number}")
        if current is not None and not self.choose_own(current.name):
            self.choose(current.query.view)
        self.blockSignals(False)
        self._fit()

    def own(self) -> OwnView | None:
        """The current view, where it is one's own."""
        place = self.currentRow() - len(SAVED_VIEWS)
        return self._own[place] if 0 <= place < len(self._own) else None

    def choose_own(self, name: str) -> bool:
        """Make a view of one's own the current one, if it is there."""
        for place, view in enumerate(self._own):
            if view.name == name:
                self.setCurrentRow(len(SAVED_VIEWS) + place)
                return True
        return False

    def own_of(self, query: OrderQuery) -> OwnView | None:
        """The view of one's own that is just this query."""
        return next((view for view in self._own if view.query == query), None)

    def chosen(self) -> str:
        """The name of the current view; of one's own, that of the view it narrows."""
        own = self.own()
        return own.query.view if own else SAVED_VIEWS[max(0, self.currentRow())].name

    def choose(self, name: str) -> None:
        """Make a view the current one."""
        for row, view in enumerate(SAVED_VIEWS):
            if view.name == name:
                self.setCurrentRow(row)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(super().sizeHint().width(), self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        """No view is ever hidden."""
        return QSize(120, self._wanted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The number of lines may have changed."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.doItemsLayout()
        self.setFixedHeight(self._wanted_height())

    def _wanted_height(self) -> int:
        last = self.visualItemRect(self.item(self.count() - 1))
        return max(28, last.bottom() + self.verticalScrollBar().value() + 3)


class OrderFilters(QWidget):
    """Holds the query of the list: `changed(OrderQuery)` whenever it is another one.

    What another page narrowed the list by stays, as chips, until it is taken away.
    """

    changed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._base = OrderQuery()
        self._showing = self._was_own = False
        self.search = QLineEdit()
        self.search.setObjectName("searchField")
        self.search.setAccessibleName(self.tr("Search orders"))
        self._name_key()
        context.actions.keysChanged.connect(self._name_key)
        looking_glass = QAction(self.tr("Search orders"), self.search)
        looking_glass.triggered.connect(
            lambda: self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        )
        set_icon(looking_glass, "search", "muted")
        self.search.addAction(looking_glass, QLineEdit.ActionPosition.LeadingPosition)
        empty = QAction(self.tr("Empty the search"), self.search)
        set_icon(empty, "close", "muted")
        empty.setVisible(False)
        empty.triggered.connect(self.search.clear)
        self.search.textChanged.connect(lambda text: empty.setVisible(bool(text)))
        self.search.addAction(empty, QLineEdit.ActionPosition.TrailingPosition)
        self.views = ViewList(context)
        self.chips = FilterChips(context)
        self.all = QPushButton(self.tr("Show all orders"))
        self.all.setAccessibleName(self.tr("Show all orders"))
        dress(self.all, look="quiet")
        self.all.clicked.connect(self.clear)
        self.all.hide()
        self.keep = QPushButton(self.tr("Save as a view …"))
        self.keep.setAccessibleName(self.tr("Save as a view …"))
        dress(self.keep, look="quiet")
        self.keep.hide()
        self.status = _combo(self.tr("Status"))
        self.category = _combo(self.tr("Category"))
        self.outcome = _combo(self.tr("Outcome"))
        self.sort = QComboBox()
        name_combo(self.sort, self.tr("Sort by"))
        self._fill()
        self._lay_out()
        self._connect()

    def query(self) -> OrderQuery:
        """The query that is set."""
        status, outcome = self.status.currentData(), self.outcome.currentData()
        category = self.category.currentData()
        field, descending, _ = SORTS[max(0, self.sort.currentIndex())]
        return replace(
            self._base,
            view=self.views.chosen(),
            statuses=(Status(status),) if status else self._base.statuses,
            categories=(category,) if category else self._base.categories,
            outcomes=(Outcome(outcome),) if outcome else self._base.outcomes,
            search=self.search.text().strip(),
            sort=field,
            descending=descending,
        )

    def place(self, form: QWidget) -> None:
        """Give a form its place below all else."""
        self._layout.addWidget(form)

    def show_query(self, query: OrderQuery) -> None:
        """Set another query and tell of it once."""
        self.blockSignals(True)
        self._showing = True
        own = self.views.own_of(query)
        if own is None or not self.views.choose_own(own.name):
            self.views.choose(query.view)
        self._was_own = own is not None
        self.search.setText(query.search)
        self._base = replace(
            query,
            statuses=_left_over(self.status, query.statuses),
            categories=_left_over(self.category, query.categories),
            outcomes=_left_over(self.outcome, query.outcomes),
        )
        self.sort_by(query.sort, descending=query.descending)
        self._showing = False
        self.blockSignals(False)
        self._tell()

    def sort_by(self, field: str, *, descending: bool) -> None:
        """Sort by a field of `SORT_FIELDS`."""
        exact = [n for n, sort in enumerate(SORTS) if sort[:2] == (field, descending)]
        near = [n for n, sort in enumerate(SORTS) if sort[0] == field]
        for place in (exact or near)[:1]:
            self.sort.setCurrentIndex(place)

    def _name_key(self) -> None:
        words = self.tr("Search orders, municipalities, HER-id …")
        actions = self._context.actions
        key = actions.key("findAction") if actions.has_key("findAction") else ""
        self.search.setPlaceholderText(f"{words}  {key}".rstrip())

    def clear(self) -> None:
        """Take all filters away; the sorting stays."""
        kept = self.query()
        self.show_query(OrderQuery(sort=kept.sort, descending=kept.descending))

    def is_narrowed(self) -> bool:
        """Whether anything but the sorting is set."""
        query = self.query()
        return replace(query, sort="received_at", descending=False) != OrderQuery()

    def learn_categories(self, table: TableView) -> None:
        """Take in the table of categories."""
        code, name = table.columns.index("category"), table.columns.index("name")
        self.offer_categories([(row[code], row[name]) for row in table.rows])

    def offer_categories(self, categories: Sequence[tuple[str, str]]) -> None:
        """Fill the filter of categories with codes and names."""
        chosen = self.category.currentData()
        self.category.blockSignals(True)
        while self.category.count() > 1:
            self.category.removeItem(1)
        for code, name in categories:
            self.category.addItem(name, code)
        _choose(self.category, chosen)
        self.category.blockSignals(False)

    def _fill(self) -> None:
        language = self._context.language
        for status, words in STATUS_WORDS.items():
            self.status.addItem(words.text(language), status.value)
        for outcome, words in OUTCOME_WORDS.items():
            self.outcome.addItem(words.text(language), outcome.value)
        for _field, _descending, text in SORTS:
            self.sort.addItem(QCoreApplication.translate("OrderFilters", text))

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._tell())
        self.chips.removed.connect(self._widen)
        self.views.currentRowChanged.connect(self._view_chosen)
        for combo in (self.status, self.category, self.outcome, self.sort):
            combo.currentIndexChanged.connect(lambda _index: self._tell())

    def _view_chosen(self, row: int) -> None:
        """One's own view brings its filters along, and takes them with it when it is left."""
        if self._showing or row < 0:
            return
        own, was_own = self.views.own(), self._was_own
        self._was_own = own is not None
        if own is not None:
            self.show_query(own.query)
        elif was_own:
            kept = self.query()
            name = SAVED_VIEWS[row].name
            self.show_query(OrderQuery(view=name, sort=kept.sort, descending=kept.descending))
        else:
            self._tell()

    def _widen(self, base: OrderQuery) -> None:
        """A chip was taken away."""
        self._base = base
        self._tell()
        self.views.setFocus()

    def _tell(self) -> None:
        base = self._base  # what is chosen here stands in the place of what came along
        self._base = replace(
            base,
            statuses=() if self.status.currentData() else base.statuses,
            categories=() if self.category.currentData() else base.categories,
            outcomes=() if self.outcome.currentData() else base.outcomes,
        )
        self.chips.show_query(self._base)
        self.all.setVisible(self.is_narrowed())
        self.changed.emit(self.query())

    def _lay_out(self) -> None:
        combos = QHBoxLayout()
        combos.setSpacing(SPACE.s)
        for combo in (self.status, self.category, self.outcome, self.sort):
            combo.setMinimumContentsLength(4)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combos.addWidget(combo, _SHARES[combo is self.sort])
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.s)
        layout.setSpacing(SPACE.s)
        layout.addWidget(self.search)
        layout.addWidget(self.views)
        layout.addLayout(combos)
        layout.addWidget(self.chips)


def _combo(name: str) -> QComboBox:
    """A filter; its first choice bears its name and restricts nothing."""
    combo = QComboBox()
    name_combo(combo, name)
    combo.addItem(name, "")
    return combo


def _left_over(combo: QComboBox, values: Sequence[str]) -> tuple[Any, ...]:
    """Choose the only value where the filter has it; else the filter stands open, and what it
    cannot show is given back.
    """
    only = str(values[0]) if len(values) == 1 else ""
    _choose(combo, only)
    return () if combo.currentData() else tuple(values)


def _choose(combo: QComboBox, value: str | None) -> None:
    combo.setCurrentIndex(max(0, combo.findData(str(value or ""))))
