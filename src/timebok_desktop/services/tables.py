"""The editable reference tables: how their rows are checked, and what rules ask of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from timebok_desktop.domain.codes import Answer
from timebok_desktop.domain.errors import UnreadableError
from timebok_desktop.domain.identifiers import is_digits
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.reference import (
    Category,
    Form,
    MunicipalityEntry,
    ReferenceTables,
    RetiredMunicipality,
    VendorSystem,
)
from timebok_desktop.services.ports_store import TableRows, TableStore
from timebok_desktop.services.table_definitions import DEFINITIONS, TableDefinition, definition_of

__all__ = ["DEFINITIONS", "TableDefinition", "checked_rows", "definition_of", "reference_tables"]


def checked_rows(name: str, rows: Sequence[Sequence[str]]) -> TableRows:
    """Rows as they are stored: trimmed, normalised. UnreadableError names the first bad place."""
    definition = definition_of(name)
    seen: dict[tuple[str, ...], int] = {}
    checked: list[tuple[str, ...]] = []
    for place, row in enumerate(rows, start=2):
        if not any(cell.strip() for cell in row):
            continue
        cells = _checked_row(definition, row, place)
        key = tuple(cells[definition.columns.index(c)].casefold() for c in definition.unique)
        if key in seen:
            raise _bad(
                definition,
                place,
                definition.unique[0],
                "er det samme som i rad {other}",
                "er det same som i rad {other}",
                other=seen[key],
            )
        seen[key] = place
        checked.append(cells)
    return tuple(checked)


def _checked_row(definition: TableDefinition, row: Sequence[str], place: int) -> tuple[str, ...]:
    if len(row) != len(definition.columns):
        raise _bad(
            definition,
            place,
            definition.columns[0],
            "har feil antall celler: {found}, ikke {expected}",
            "har feil tal på celler: {found}, ikkje {expected}",
            found=len(row),
            expected=len(definition.columns),
        )
    cells = []
    for column, cell in zip(definition.columns, row, strict=True):
        text = definition.normalise.get(column, str)(cell.strip())
        _check_cell(definition, column, text, place)
        cells.append(text.casefold() if column in definition.choices else text)
    return tuple(cells)


def _check_cell(definition: TableDefinition, column: str, text: str, place: int) -> None:
    if not text and column in definition.required:
        raise _bad(definition, place, column, "mangler", "manglar")
    choices = definition.choices.get(column)
    if choices and text.casefold() not in choices:
        raise _bad(
            definition,
            place,
            column,
            "er «{text}», men må være {choices}",
            "er «{text}», men må vere {choices}",
            text=text,
            choices=" / ".join(choices),
        )
    if text and column in definition.dates and _date(text) is None:
        raise _bad(
            definition,
            place,
            column,
            "er «{text}», men må være en dato (åååå-mm-dd)",
            "er «{text}», men må vere ein dato (åååå-mm-dd)",
            text=text,
        )
    if text and column in definition.numbers and _number(text) is None:
        raise _bad(
            definition,
            place,
            column,
            "er «{text}», men må være et tall",
            "er «{text}», men må vere eit tal",
            text=text,
        )
    why = definition.refuse[column](text) if column in definition.refuse else None
    if why is not None:
        raise _bad(definition, place, column, "{why}", "{why}", why=why)
    if column == "municipality_number" and not is_digits(text):
        raise _bad(
            definition,
            place,
            column,
            "er «{text}», men må være fire sifre",
            "er «{text}», men må vere fire siffer",
            text=text,
        )


def _bad(
    definition: TableDefinition, place: int, column: str, nb: str, nn: str, **values: object
) -> UnreadableError:
    return UnreadableError(
        "Tabellen {table}, rad {row}, {column}: " + nb + ". Tabellen er ikke endret.",
        "Tabellen {table}, rad {row}, {column}: " + nn + ". Tabellen er ikkje endra.",
        code="bad-table-row",
        at=f"row {place}, {column}",
        table=definition.name,
        row=place,
        column=column,
        **values,
    )


def reference_tables(store: TableStore) -> ReferenceTables:
    """All tables as the rules ask them."""
    rows = {name: _records(name, store.rows(name)) for name in DEFINITIONS}
    return ReferenceTables(
        categories=tuple(
            Category(r["category"], r["name"], r["form_required"] == "yes", r["active"] == "yes")
            for r in rows["categories"]
        ),
        forms=tuple(
            Form(
                r["code"],
                r["name"],
                r["category"],
                r["sends_answers"] == "yes",
                _date(r["valid_from"]),
                _date(r["valid_to"]),
            )
            for r in rows["forms"]
        ),
        vendors=tuple(
            VendorSystem(
                r["vendor"],
                r["system"],
                Answer(r["integrated"]),
                Answer(r["receives_answers"]),
                Answer(r["integrated_via_practitioner"]),
            )
            for r in rows["vendors"]
        ),
        service_types=tuple(
            (r["category"], r["code_list"], r["code"]) for r in rows["service_types"]
        ),
        municipalities=tuple(_municipality(r) for r in rows["municipalities"]),
        municipality_history=tuple(
            RetiredMunicipality(
                r["municipality_number"],
                r["name"],
                tuple(number for number in r["successors"].split("|") if number),
            )
            for r in rows["municipality_history"]
        ),
        languages={r["municipality_number"]: r["language"] for r in rows["languages"]},
        checklists=_checklists(rows["checklists"]),
        letter_texts={r["name"]: {"nb": r["nb"], "nn": r["nn"]} for r in rows["letter_texts"]},
    )


def _checklists(records: Sequence[Mapping[str, str]]) -> dict[str, tuple[Phrase, ...]]:
    lists: dict[str, tuple[Phrase, ...]] = {}
    for one in records:
        lists[one["rule"]] = (*lists.get(one["rule"], ()), Phrase(one["nb"], one["nn"]))
    return lists


def _municipality(record: Mapping[str, str]) -> MunicipalityEntry:
    return MunicipalityEntry(
        number=record["municipality_number"],
        name=record["name"],
        official_names=tuple(name for name in record["official_names"].split("|") if name),
        county_number=record["county_number"],
        county=record["county"],
        organization_number=record["organization_number"],
        longitude=_number(record["longitude"]) or 0.0,
        latitude=_number(record["latitude"]) or 0.0,
    )


def _records(name: str, rows: TableRows) -> list[dict[str, str]]:
    columns = DEFINITIONS[name].columns
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
