"""What narrows the list: search, saved views, filters and sorting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QSettings, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop.domain.codes import OUTCOME_WORDS, STATUS_WORDS, Outcome, Status
from timebok_desktop.services.views import SAVED_VIEWS, OrderQuery, TableView
from timebok_desktop.ui.clear_sign import let_empty
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.icons import set_icon
from timebok_desktop.ui.labels import name_combo
from timebok_desktop.ui.orders.filter_chips import FilterChips
from timebok_desktop.ui.orders.view_list import ViewList
from timebok_desktop.ui.orders.view_sorts import Sort, ViewSorts
from timebok_desktop.ui.plain import plain_tooltip
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP

_SHARES = {False: 4, True: 5}
"""The words of the sorting are longer than those of a filter."""

SORTS: tuple[tuple[str, bool, str], ...] = (
    ("received_at", False, QT_TRANSLATE_NOOP("OrderFilters", "Oldest first")),
    ("received_at", True, QT_TRANSLATE_NOOP("OrderFilters", "Newest first")),
    ("urgency", False, QT_TRANSLATE_NOOP("OrderFilters", "Most urgent first")),
    ("outcome", False, QT_TRANSLATE_NOOP("OrderFilters", "Outcome")),
    ("status", False, QT_TRANSLATE_NOOP("OrderFilters", "Status")),
    ("municipality_number", False, QT_TRANSLATE_NOOP("OrderFilters", "By municipality")),
    ("category", False, QT_TRANSLATE_NOOP("OrderFilters", "Category")),
    ("her_id", False, QT_TRANSLATE_NOOP("OrderFilters", "HER-id")),
    ("reference", False, QT_TRANSLATE_NOOP("OrderFilters", "Reference")),
    ("holder", False, QT_TRANSLATE_NOOP("OrderFilters", "Holder")),
)


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
        self._sorts = ViewSorts()
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
        let_empty(self.search)
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

    def recall(self, state: QSettings) -> None:
        """Have each view sorted as it was; the first one is shown so without telling of it."""
        self._sorts.keep_in(state)
        self._take_sort_of(self.views.chosen())

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

    def narrow(self, **by: Any) -> None:
        """Narrow the list by what no field here shows, or no longer: parts of an OrderQuery."""
        self._base = replace(self._base, **by)
        self._tell()

    def _name_key(self) -> None:
        words = self.tr("Search orders, municipalities, HER-id …")
        actions = self._context.actions
        key = actions.key("findAction") if actions.has_key("findAction") else ""
        self.search.setPlaceholderText(f"{words}  {key}".rstrip())
        self.search.setToolTip(plain_tooltip(self.search.placeholderText()))

    def clear(self) -> None:
        """Take all filters away; all orders are sorted as they were before."""
        sort = self._sorts.of("all")
        self.show_query(OrderQuery(sort=sort.field, descending=sort.descending))

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
        for combo in (self.status, self.category, self.outcome):
            combo.currentIndexChanged.connect(lambda _index: self._tell())
        self.sort.currentIndexChanged.connect(lambda _index: self._sorted())

    def _sorted(self) -> None:
        """Somebody has sorted the view, which stays so; a view of one's own is saved otherwise."""
        if self._showing:
            return
        if self.views.own() is None:
            query = self.query()
            self._sorts.keep(query.view, Sort(query.sort, query.descending))
        self._tell()

    def _take_sort_of(self, view: str) -> None:
        sort, was_showing = self._sorts.of(view), self._showing
        self._showing = True
        self.sort_by(sort.field, descending=sort.descending)
        self._showing = was_showing

    def _view_chosen(self, row: int) -> None:
        """One's own view brings its filters along, and takes them with it when it is left."""
        if self._showing or row < 0:
            return
        own, was_own = self.views.own(), self._was_own
        self._was_own = own is not None
        if own is not None:
            self.show_query(own.query)
        elif was_own:
            name = SAVED_VIEWS[row].name
            sort = self._sorts.of(name)
            self.show_query(OrderQuery(view=name, sort=sort.field, descending=sort.descending))
        else:
            self._take_sort_of(SAVED_VIEWS[row].name)
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
