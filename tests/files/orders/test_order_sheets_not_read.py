"""Sheets with orders that are not read are said."""

from __future__ import annotations

import io

import xlsxwriter

from timebok_desktop.files.orders import OrderFileReader

LINES = "Gjelder: Bestilling\nKommunenummer: 0301\nHER-id: 1\nTimebok-kategori: Lab\nSkuff: fire\n"


def items_of(name: str, content: bytes) -> list[object]:
    return list(OrderFileReader().read(name, content))


def workbook(*, hide_first: bool = False) -> bytes:
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    for number, name in enumerate(("En", "To", "Notat")):
        sheet = book.add_worksheet(name)
        if name != "Notat":
            sheet.write_row(0, 0, ["Gjelder", "Kommunenummer", "HER-id", "Timebok-kategori"])
            sheet.write_row(1, 0, ["Bestilling", "0301", number + 1, "Lab"])
    if hide_first:
        book.worksheets()[1].activate()
        book.worksheets()[0].hide()
    book.close()
    return content.getvalue()


def test_that_another_sheet_with_orders_is_said():
    order, note = items_of("a.xlsx", workbook())
    assert order.values["her_id"].value == 1
    assert (note.at, note.code, note.refuses) == ("sheet To", "sheet-not-read", False)


def test_that_a_hidden_sheet_with_orders_is_not_read_but_said():
    order, note = items_of("a.xlsx", workbook(hide_first=True))
    assert order.values["her_id"].value == 2
    assert (note.at, note.code, note.refuses) == ("sheet En", "sheet-not-read", False)
