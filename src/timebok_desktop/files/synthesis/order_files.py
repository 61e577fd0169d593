"""The order files of a world: which formats there are, and who stands in which file.

A new format is one function and one line here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import cycle, islice
from typing import NamedTuple

from timebok_desktop.files.synthesis import mails, sheets
from timebok_desktop.files.synthesis.spelling import as_json
from timebok_desktop.services.synthesis.written import WrittenOrder

_SMALLEST_BATCH, _LARGEST_BATCH = 4, 2000
_BATCHES_AT_LEAST = 60
_IN_ONE_MAIL = 3
_BATCH = 0
"""Stands for as many orders as the size of the world suggests."""


class OrderFormat(NamedTuple):
    """A way to write orders: the file's ending, how many go into one file, and the writer."""

    suffix: str
    size: int
    write: Callable[[Sequence[WrittenOrder], str], bytes]


class OrderFile(NamedTuple):
    """One file to be written, and the orders that stand in it."""

    name: str
    content: bytes
    orders: Sequence[WrittenOrder]


def _wrapped_json(orders: Sequence[WrittenOrder], _name: str) -> bytes:
    listed = [as_json(order, numbers=False) for order in orders]
    document = {"schema": "timebok-order/1", "orders": listed}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _listed_json(orders: Sequence[WrittenOrder], _name: str) -> bytes:
    listed = [as_json(order, numbers=True) for order in orders]
    return (json.dumps(listed, ensure_ascii=False, indent=1) + "\n").encode()


ORDER_WRITERS = {
    "json-wrapped": OrderFormat(".json", _BATCH, _wrapped_json),
    "csv-windows": OrderFormat(".csv", _BATCH, lambda orders, _: sheets.windows_csv(orders)),
    "mail-lines": OrderFormat(".eml", 1, mails.lines_mail),
    "xlsx": OrderFormat(".xlsx", _BATCH, lambda orders, _: sheets.workbook(orders)),
    "mail-html": OrderFormat(".eml", 1, mails.html_mail),
    "csv-comma": OrderFormat(".csv", _BATCH, lambda orders, _: sheets.comma_csv(orders)),
    "mail-csv": OrderFormat(".eml", _BATCH, mails.csv_mail),
    "json-list": OrderFormat(".json", _BATCH, _listed_json),
    "mail-several": OrderFormat(".eml", _IN_ONE_MAIL, mails.lines_mail),
    "csv-tab": OrderFormat(".csv", _BATCH, lambda orders, _: sheets.tab_csv(orders)),
    "mail-xlsx": OrderFormat(".eml", _BATCH, mails.workbook_mail),
}
ORDER_FORMATS = tuple(ORDER_WRITERS)


def order_files(
    orders: Iterable[WrittenOrder],
    count: int,
    formats: Sequence[str] = ORDER_FORMATS,
    per_file: int | None = None,
) -> Iterator[OrderFile]:
    """The orders in files of all the formats in turn, one file at a time.

    `per_file` is how many stand in a file of those formats that take any number.
    """
    suggested = max(_SMALLEST_BATCH, min(_LARGEST_BATCH, count // _BATCHES_AT_LEAST))
    batch = per_file or suggested
    waiting, names, number = iter(orders), cycle(formats), 1
    name = next(names)
    while taken := list(islice(waiting, ORDER_WRITERS[name].size or batch)):
        yield order_file(f"{number:06d}-{name}", name, taken)
        name, number = next(names), number + 1


def order_file(stem: str, format_name: str, orders: Sequence[WrittenOrder]) -> OrderFile:
    """One file of the format."""
    chosen = ORDER_WRITERS[format_name]
    return OrderFile(stem + chosen.suffix, chosen.write(orders, stem), orders)
