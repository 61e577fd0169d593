"""S4, S5 and S6 in the window: jumps, key presses and clicks on columns, to painted frames.

S4 ours is the dearer of two frames after the scroll bar jumped to a random place: the one at once,
and the one once the rows of that place have come. The baseline is a stock QTableView of the same
size over Qt's own QStandardItemModel with rows of the same height and the same texts, each in a
cell of its own, as stock tables have them (at most 100,000 rows: its frame does not depend on
them), jumped and repainted twice in the same way.

S5 is the time from a key press in the search field to the frame in which every row that is
seen is the one that the desk answers for what stands in the field; keys that change nothing that
is seen are not counted. Between two keys there is a person's pause. The baseline is LIKE '%text%'
on seven columns of the plain table: the number of hits and the first page, without any painting.

S6 is the time from a click on a column's title to the frame in which the first rows are those of
the sort in its new order; what each click must show was learned before, in peace.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView

from benchmarks import bare
from benchmarks.painted import PaintWatch, has_come, pause, seen_rows, text_of
from benchmarks.plan import USER, Plan
from benchmarks.records import Measured
from benchmarks.timing import MILLI, median, p95
from benchmarks.workspaces import office
from timebok_desktop.app import create_window
from timebok_desktop.services.views import SORT_FIELDS, OrderQuery

SIZE = (1440, 900)
_STOCK_ROWS = 100_000
_TEXTS = 200
_JUMPS_A_SAMPLE = 5
_PAGE = 60
_KNOWN = 500
"""Rows of an answer that are known beforehand: what is seen lies among them."""


def measure(plan: Plan) -> list[Measured]:
    """All of it in one window."""
    with window_over(plan) as (window, table, watch):
        return [
            _keys(plan, window, table, watch),
            _clicks(plan, window, table, watch),
            _jumps(plan, table, watch),
        ]


@contextmanager
def window_over(plan: Plan) -> Iterator[tuple[Any, QTableView, PaintWatch]]:
    """The product's window over the full store, with its first page painted."""
    window = create_window(plan.full, USER)
    table = window.findChild(QTableView, "orderTable")
    assert table is not None
    watch = PaintWatch(table.viewport())
    window.resize(*SIZE)
    window.show()
    watch.wait(lambda: has_come(table))
    pause(500)
    try:
        yield window, table, watch
    finally:
        watch.stop()
        window.close()


# -- S4 ------------------------------------------------------------------------------------------
def _jumps(plan: Plan, table: QTableView, watch: PaintWatch) -> Measured:
    chance = random.Random(plan.seed)  # noqa: S311 - no secret
    stock = _stock(plan, table)
    ours, baseline, arrivals = [], [], []
    for _ in range(_JUMPS_A_SAMPLE * plan.samples):
        share = chance.random()
        frame, arrival = _jump(table, watch, share)
        ours.append(frame)
        arrivals.append(arrival)
        baseline.append(_stock_jump(stock, share))
    stock.close()
    stock.deleteLater()
    note = f"the rows are there {p95(arrivals) * MILLI:.1f} ms after the jump, p95"
    return Measured("jump", p95(ours) * MILLI, p95(baseline) * MILLI, note)


def _jump(table: QTableView, watch: PaintWatch, share: float) -> tuple[float, float]:
    """The dearer frame of a jump, and when the rows were there."""
    bar = table.verticalScrollBar()
    begun = time.perf_counter()
    bar.setValue(int(bar.maximum() * share))
    table.viewport().repaint()
    at_once = time.perf_counter() - begun
    arrival = at_once
    if not has_come(table):
        arrival = watch.wait(lambda: has_come(table)) - begun
    begun_again = time.perf_counter()
    table.viewport().repaint()
    return max(at_once, time.perf_counter() - begun_again), arrival


def _stock(plan: Plan, table: QTableView) -> QTableView:
    """A stock view of the same size and texts."""
    rows = list(seen_rows(table))[:_TEXTS]
    texts = [text_of(table, row).split("\n") for row in rows]
    stock = QTableView()
    # Filled by `setData`: items made here would leave the garbage collector a million objects to
    # look at, which is no part of a frame.
    model = QStandardItemModel(min(plan.size, _STOCK_ROWS), max(map(len, texts)), stock)
    for number in range(model.rowCount()):
        for column, text in enumerate(texts[number % len(texts)]):
            model.setData(model.index(number, column), text)
    stock.setModel(model)
    stock.verticalHeader().hide()
    stock.verticalHeader().setDefaultSectionSize(table.rowHeight(rows[0]))
    stock.resize(table.size())
    for column in range(model.columnCount()):
        stock.setColumnWidth(column, table.viewport().width() // model.columnCount())
    stock.show()
    pause(100)
    return stock


def _stock_jump(stock: QTableView, share: float) -> float:
    """The dearer of two frames, as with ours."""
    bar = stock.verticalScrollBar()
    begun = time.perf_counter()
    bar.setValue(int(bar.maximum() * share))
    stock.viewport().repaint()
    at_once = time.perf_counter() - begun
    begun_again = time.perf_counter()
    stock.viewport().repaint()
    return max(at_once, time.perf_counter() - begun_again)


# -- S5 ------------------------------------------------------------------------------------------
def _keys(plan: Plan, window: Any, table: QTableView, watch: PaintWatch) -> Measured:
    field = window.findChild(QLineEdit, "searchField")
    ours, baseline = [], []
    with closing(bare.connect(plan.bare)) as connection, office(plan.full) as opened:
        desk = opened.desk
        for word in _words(plan, desk):
            field.clear()
            _settle(plan, window)
            table.scrollToTop()
            before = _expected(desk, "")
            for letter in range(1, len(word) + 1):
                text = word[:letter]
                expected = _expected(desk, text)
                begun = time.perf_counter()
                _press(field, text[-1])
                # Where nothing that is seen changes, nothing need be painted.
                if expected and _seen(table, expected) != _seen(table, before):
                    ours.append(watch.wait(partial(_shows, table, expected)) - begun)
                    baseline.append(_like(connection, text))
                pause(plan.pause)
                before = expected
    field.clear()
    _settle(plan, window)
    note = f"{len(ours)} keys, median {median(ours) * MILLI:.1f} ms"
    return Measured("search", p95(ours) * MILLI, median(baseline) * MILLI, note)


def _words(plan: Plan, desk: Any) -> list[str]:
    """What people look for: places, numbers, vendors, references, drawn from the queue."""
    chance = random.Random(plan.seed)  # noqa: S311 - no secret
    ids = desk.order_ids(OrderQuery(), USER)
    rows = desk.order_rows([chance.choice(ids) for _ in range(plan.samples // 5 + 1)])
    found = []
    for number, row in enumerate(rows):
        choices = (
            row.municipality_name.split(" ")[0],
            row.her_id,
            row.organization_number or row.her_id,
            row.external_reference.lower(),
            f"{row.municipality_name.split(' ')[0]} {row.category}".lower(),
        )
        found.append(choices[number % len(choices)][:12])
    return [word for word in found if word]


def _expected(desk: Any, text: str) -> list[str]:
    """The references of the first rows of an answer."""
    page = desk.order_page(OrderQuery(search=text), USER, _KNOWN)
    return [row.reference for row in page.rows]


def _seen(table: QTableView, references: list[str]) -> list[str]:
    return references[: max(1, table.viewport().height() // max(1, table.rowHeight(0) or 40))]


def _shows(table: QTableView, references: list[str]) -> bool:
    """Whether what is seen are these rows, at their places (the list may be scrolled)."""
    rows = seen_rows(table)
    if not references:
        return not table.isVisible() or len(rows) == 0
    if len(rows) == 0 or rows[-1] >= len(references):
        return False
    return all(references[row] in text_of(table, row) for row in rows)


def _press(field: QLineEdit, letter: str) -> None:
    """A key of any letter (`QTest.keyClick` knows those of ASCII only)."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
        QCoreApplication.sendEvent(field, event)


def _like(connection: Any, text: str) -> float:
    asked = " OR ".join(f"{name} LIKE ?" for name in bare.SEARCHED)
    values = [f"%{text}%"] * len(bare.SEARCHED)
    begun = time.perf_counter()
    connection.execute(f"SELECT count(*) FROM orders WHERE {asked}", values).fetchall()  # noqa: S608
    connection.execute(
        f"SELECT * FROM orders WHERE {asked} ORDER BY id LIMIT {_PAGE}",  # noqa: S608
        values,
    ).fetchall()
    return time.perf_counter() - begun


def _settle(plan: Plan, window: Any) -> None:
    pause(plan.pause)
    window.tasks.settle()
    pause(plan.pause)


# -- S6 ------------------------------------------------------------------------------------------
def _clicks(plan: Plan, window: Any, table: QTableView, watch: PaintWatch) -> Measured:
    """Every column, twice each. The first time round is to learn what each click must show."""
    with office(plan.full) as opened, closing(bare.connect(plan.bare)) as connection:
        screens = _screens(opened.desk)
        ways = [section for section in range(table.model().columnCount()) for _ in range(2)]
        shown = [_learned(plan, (window, table), section, screens) for section in ways]
        ours, baseline = [], []
        for _ in range(max(1, plan.samples // 12)):
            for section, expected in zip(ways, shown, strict=True):
                table.verticalScrollBar().setValue(0)
                pause(plan.pause)
                if _shows(table, expected):
                    _click(table, section)
                    _settle(plan, window)
                    continue
                begun = time.perf_counter()
                _click(table, section)
                ours.append(watch.wait(partial(_shows, table, expected)) - begun)
                baseline.append(_bare_first(connection))
    note = f"{len(ours)} clicks, median {median(ours) * MILLI:.1f} ms"
    return Measured("sort-screen", p95(ours) * MILLI, median(baseline) * MILLI, note)


def _screens(desk: Any) -> list[list[str]]:
    """The first rows of every sort that is offered, in both directions."""
    queries = [
        OrderQuery(sort=sort, descending=descending)
        for sort in SORT_FIELDS
        for descending in (False, True)
    ]
    return [[row.reference for row in desk.order_page(one, USER, _KNOWN).rows] for one in queries]


def _learned(
    plan: Plan, at: tuple[Any, QTableView], section: int, screens: list[list[str]]
) -> list[str]:
    """Click, wait for everything, and see which of the offered sorts is shown."""
    window, table = at
    _click(table, section)
    _settle(plan, window)
    table.verticalScrollBar().setValue(0)
    _settle(plan, window)
    for screen in screens:
        if _shows(table, screen):
            return screen
    message = f"a click on column {section} shows the rows of no sort that is offered"
    raise AssertionError(message)


def _click(table: QTableView, section: int) -> None:
    header = table.horizontalHeader()
    middle = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
    where = QPoint(middle, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)


def _bare_first(connection: Any) -> float:
    begun = time.perf_counter()
    connection.execute(
        f"SELECT * FROM orders ORDER BY municipality_number, id LIMIT {_PAGE}"  # noqa: S608
    ).fetchall()
    return time.perf_counter() - begun
