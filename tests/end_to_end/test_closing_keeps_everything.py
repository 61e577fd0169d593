"""Who closes the window at once after the last stroke finds everything done the next time."""

from __future__ import annotations

import threading

from timebok_desktop.bootstrap import open_office
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.views import OrderQuery


def answer(window, function, *arguments):
    """What the desk says, asked on its lane."""
    told = []
    window.tasks.run(function, *arguments, owner=window, done=told.append)
    assert window.tasks.settle(10)
    return told[0]


def write_vendor(settings):
    """A new row of the table in front; its rows."""
    editor = settings.tables.editor
    editor.add_row()
    place = editor.rows_model.index(editor.currentIndex().row(), 0)
    editor.rows_model.setData(place, "Fjordjournal (oppdiktet)")
    return editor.rows_model


def test_that_what_was_done_before_the_window_closed_stands_in_the_store(
    desk, order, open_window, qtbot
):
    references = [order() for _ in range(4)]
    window = open_window(desk.workspace)
    orders, settings, panel = window.orders, window.page("settings"), window.orders.panel
    ids = list(answer(window, window.desk.order_ids, OrderQuery(sort="reference"), "anna"))
    claimed = answer(window, window.desk.decide_many, ids[:1], Action.CLAIM, "anna")
    held = answer(window, window.desk.preview_many, ids[1:3], Action.HOLD, "anna")
    window.show_page("settings", "vendors")
    assert window.tasks.settle(10)
    write_vendor(settings)
    settings.general.refresh()
    assert window.tasks.settle(10)
    settings.general.deadline.setValue(9)

    gate = threading.Event()
    window.tasks.run(gate.wait, 10, owner=window)
    settings.tables.save()
    settings.general.save()
    window.context.actions["themeAction"].trigger()
    orders.own_views.save()
    orders.own_views.form.name.setText("Det jeg ser på")
    orders.own_views.form.submit()
    orders.bulk.undo(claimed.decisions)
    panel.bulk_form.given.emit(held, Action.HOLD, "awaiting-registry")
    panel.hand_over_form.given.emit(ids[3:], "bjarne", "ferie")
    window.close()
    gate.set()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)

    office = open_office(desk.workspace)
    cases = [office.desk.case(reference, "anna") for reference in references]
    assert [case.order.status for case in cases] == ["received", "on_hold", "on_hold", "in_review"]
    assert [one.kind for one in cases[0].decisions] == ["claim", "undo"]
    assert cases[3].holder == "bjarne"
    assert [one.name for one in office.desk.own_views("anna")] == ["Det jeg ser på"]
    assert "Fjordjournal (oppdiktet)" in [row[0] for row in office.desk.table("vendors").rows]
    kept = office.desk.settings()
    assert (kept.deadline_working_days, kept.theme) == (9, "light")
    office.close()


def test_that_what_was_typed_and_not_saved_is_asked_about(desk, open_window, qtbot):
    window = open_window(desk.workspace)
    settings = window.page("settings")
    window.show_page("settings", "vendors")
    assert window.tasks.settle(10)
    model = write_vendor(settings)
    window.show_page("orders")
    assert not window.close()
    assert window.current_page == "settings"
    assert window.farewell.isVisible()
    window.farewell.buttons.itemAt(0).widget().click()
    assert window.isVisible()
    assert model.is_changed
    assert not window.close()
    window.farewell.buttons.itemAt(1).widget().click()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)
    office = open_office(desk.workspace)
    assert "Fjordjournal (oppdiktet)" in [row[0] for row in office.desk.table("vendors").rows]
    office.close()
