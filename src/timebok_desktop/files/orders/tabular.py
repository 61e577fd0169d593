"""Orders in rows below a header row: what CSV files and workbooks have in common.

Knows no file format; a row comes with the number that a spreadsheet shows for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from timebok_desktop.domain.errors import UnreadableError
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.normalising import unknown_column
from timebok_desktop.domain.order import RawOrder, RawValue, SentValue
from timebok_desktop.domain.order_labels import REQUIRED_FIELDS, field_of, label_of
from timebok_desktop.domain.personal_numbers import mask
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.plain_row import TEXT_FIELDS, PlainRow, RowLayout
from timebok_desktop.domain.problems import Problem
from timebok_desktop.domain.sent_values import text_of

Row = Sequence[SentValue]

HEADER_ROWS = 20
"""How far down a header row is looked for."""

_LONGEST_NAME = 60
_LETTERS = 26


@dataclass(slots=True)
class Header:
    """The columns of a table: fields by column number, names of the others, and its row."""

    row: int
    width: int
    fields: dict[int, str]
    others: dict[int, str]
    noted: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.known = [(column, name, label_of(name)) for column, name in self.fields.items()]
        self.missing = [
            (name, label_of(name)) for name in REQUIRED_FIELDS if name not in self.fields.values()
        ]
        self._columns = {name: column for column, name in self.fields.items()}

    def column(self, name: str) -> int:
        """The column of a field, or the one behind the last where there is none."""
        return self._columns.get(name, self.width)

    def knows_all_of(self, cells: Row) -> bool:
        """Whether nothing stands in a column that the order form does not have."""
        return not any(cells[column] not in ("", None) for column in self.others)

    known: list[tuple[int, str, str]] = field(init=False)
    missing: list[tuple[str, str]] = field(init=False)
    _columns: dict[str, int] = field(init=False)


def known_labels(cells: Row) -> int:
    """How many cells are labels of the order form; 0 where HER-id is not among them."""
    fields = [field_of(text_of(cell)) for cell in cells if cell]
    return sum(name is not None for name in fields) if "her_id" in fields else 0


def header_of(number: int, cells: Row, first_column: int = 0) -> Header:
    """The header that `cells` make; refused where a column stands twice."""
    fields: dict[int, str] = {}
    others: dict[int, str] = {}
    seen: set[str] = set()
    for column, cell in enumerate(cells):
        text = text_of(cell)
        name = field_of(text)
        if text and (name or squeezed(text)) in seen:
            raise _doubled(number, label_of(name) if name else _shown(text))
        seen.add(name or squeezed(text))
        if name:
            fields[column] = name
        else:
            others[column] = text or f"column {_column_letters(first_column + column)}"
    return Header(number, len(cells), fields, others)


def no_header() -> UnreadableError:
    """The refusal of a table in which no row is a header row."""
    return UnreadableError(
        "Fant ingen overskriftsrad med HER-id. Den første raden må ha navnene fra "
        "bestillingsskjemaet, blant dem HER-id.",
        "Fann inga overskriftsrad med HER-id. Den første rada må ha namna frå "
        "bestillingsskjemaet, mellom dei HER-id.",
        code="no-header",
    )


def orders_in(
    header: Header, rows: Iterable[tuple[int, Row | Problem]]
) -> Iterator[PlainRow | RawOrder | Problem]:
    """The orders in the rows below the header, and what is wrong with rows that are none."""
    width, her_id = header.width, header.column("her_id")
    texts = itemgetter(*map(header.column, TEXT_FIELDS))
    interim = header.column("had_interim_solution")
    layout = RowLayout(
        {name: label for _, name, label in header.known},
        lambda number, cells: _in_row(header, number, cells),
    )
    for number, cells in rows:
        if isinstance(cells, Problem):
            yield cells
        elif len(cells) == width and _is_there(cells[her_id]) and header.knows_all_of(cells):
            whole = (*cells, "")
            yield PlainRow(texts(whole), whole[interim], f"row {number}, ", layout, (number, cells))
        else:
            yield from _in_row(header, number, cells)


def _is_there(cell: SentValue) -> bool:
    return not cell.isspace() if type(cell) is str and cell else cell is not None and cell != ""


def _in_row(header: Header, number: int, cells: Row) -> Iterator[RawOrder | Problem]:
    row = f"row {number}"
    if not any(cell.strip() if isinstance(cell, str) else cell is not None for cell in cells):
        return
    if len(cells) > header.width and any(map(text_of, cells[header.width :])):
        yield _too_many_cells(row, len(cells), header.width)
        return
    count = len(cells)
    values = {
        name: RawValue(cells[column] if column < count else None, f"{row}, {label}")
        for column, name, label in header.known
    }
    if not any(name in values and text_of(values[name].value) for name in REQUIRED_FIELDS):
        yield _no_order(row)
        return
    for name, label in header.missing:
        values[name] = RawValue(None, f"{row}, {label}")
    extras: dict[str, RawValue] = {}
    for column, name in header.others.items():
        if column < count and text_of(cells[column]):
            extras[name] = RawValue(cells[column], f"{row}, {_shown(name)}")
            if column not in header.noted:
                header.noted.add(column)
                yield unknown_column(name, f"row {header.row}, {_shown(name)}")
    yield RawOrder(row, values, extras, extras_noted=True)


def _shown(name: str) -> str:
    return mask(name)[0][:_LONGEST_NAME]


def _column_letters(column: int) -> str:
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def _doubled(number: int, name: str) -> UnreadableError:
    return UnreadableError(
        "Kolonnen «{name}» står to ganger i overskriftsraden. Fjern den ene, og importer på nytt.",
        "Kolonnen «{name}» står to gonger i overskriftsrada. Fjern den eine, og importer på nytt.",
        code="duplicate-column",
        at=f"row {number}, {name}",
        name=name,
    )


def _too_many_cells(row: str, cells: int, width: int) -> Problem:
    return Problem(
        row,
        "too-many-cells",
        Phrase(
            "Raden har {cells} celler, men overskriften har {width} kolonner. Rett raden; et "
            "skilletegn i en tekst må stå mellom hermetegn.",
            "Rada har {cells} celler, men overskrifta har {width} kolonnar. Rett rada; eit "
            "skiljeteikn i ein tekst må stå mellom hermeteikn.",
            {"cells": cells, "width": width},
        ),
        refuses=True,
    )


def _no_order(row: str) -> Problem:
    return Problem(
        row,
        "no-order-in-row",
        Phrase(
            "Raden har ingen av de påkrevde feltene i en bestilling. Slett raden eller fyll den "
            "ut, og importer på nytt.",
            "Rada har ingen av dei påkravde felta i ei bestilling. Slett rada eller fyll ho "
            "ut, og importer på nytt.",
        ),
        refuses=True,
    )
