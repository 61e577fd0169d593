"""The editable reference tables: their columns, their checks, and what rules ask of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from timebok_desktop.domain.codes import Answer
from timebok_desktop.domain.errors import NotFoundError, UnreadableError
from timebok_desktop.domain.identifiers import (
    is_digits,
    normalise_municipality_number,
    normalise_organization_number,
)
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

YES_NO = ("yes", "no")
YES_NO_UNKNOWN = ("yes", "no", "unknown")


@dataclass(frozen=True, slots=True)
class TableDefinition:
    """A table: its columns, what a cell may hold, and which columns make a row unique."""

    name: str
    title: Phrase
    help: Phrase
    columns: tuple[str, ...]
    unique: tuple[str, ...]
    required: tuple[str, ...]
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dates: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    normalise: Mapping[str, Callable[[str], str]] = field(default_factory=dict)


_MUNICIPALITY = {"municipality_number": normalise_municipality_number}

DEFINITIONS: dict[str, TableDefinition] = {
    definition.name: definition
    for definition in (
        TableDefinition(
            "categories",
            Phrase("Timebok-kategorier", "Timebok-kategoriar"),
            Phrase(
                "Hva som kan bestilles, og om innbyggeren fyller ut skjema.",
                "Kva som kan bestillast, og om innbyggjaren fyller ut skjema.",
            ),
            ("category", "name", "form_required", "active"),
            unique=("category",),
            required=("category",),
            choices={"form_required": YES_NO, "active": YES_NO},
        ),
        TableDefinition(
            "forms",
            Phrase("Skjemaer", "Skjema"),
            Phrase(
                "Skjemaene som innbyggeren kan få. Navnene på skjemaene for Koronatest er ikke "
                "offentlige: før dem inn her.",
                "Skjemaa som innbyggjaren kan få. Namna på skjemaa for Koronatest er ikkje "
                "offentlege: før dei inn her.",
            ),
            ("code", "name", "category", "sends_answers", "valid_from", "valid_to"),
            unique=("code", "category"),
            required=("code", "category"),
            choices={"sends_answers": YES_NO},
            dates=("valid_from", "valid_to"),
        ),
        TableDefinition(
            "vendors",
            Phrase("Journalleverandører", "Journalleverandørar"),
            Phrase(
                "Leverandører og journalsystemer, og om de er integrert. Det finnes ingen "
                "offentlig liste: tabellen er tom til dere fyller den.",
                "Leverandørar og journalsystem, og om dei er integrerte. Det finst inga offentleg "
                "liste: tabellen er tom til de fyller han.",
            ),
            (
                "vendor",
                "system",
                "integrated",
                "receives_answers",
                "integrated_via_practitioner",
            ),
            unique=("vendor", "system"),
            required=("vendor",),
            choices={
                "integrated": YES_NO_UNKNOWN,
                "receives_answers": YES_NO_UNKNOWN,
                "integrated_via_practitioner": YES_NO_UNKNOWN,
            },
        ),
        TableDefinition(
            "service_types",
            Phrase("Tjenestetyper per kategori", "Tenestetypar per kategori"),
            Phrase(
                "Hvilke tjenestetyper i AR som passer til en kategori. Ikke offentlig kjent: så "
                "lenge tabellen er tom, sier programmet ikke noe om det.",
                "Kva tenestetypar i AR som passar til ein kategori. Ikkje offentleg kjent: så "
                "lenge tabellen er tom, seier programmet ikkje noko om det.",
            ),
            ("category", "code_list", "code"),
            unique=("category", "code_list", "code"),
            required=("category", "code_list", "code"),
        ),
        TableDefinition(
            "municipalities",
            Phrase("Kommuner", "Kommunar"),
            Phrase(
                "Kommunene i dag. Kilde: SSB klassifikasjon 131 og 1236; punkter © Kartverket.",
                "Kommunane i dag. Kjelde: SSB klassifikasjon 131 og 1236; punkt © Kartverket.",
            ),
            (
                "municipality_number",
                "name",
                "official_names",
                "county_number",
                "county",
                "organization_number",
                "organization_name",
                "longitude",
                "latitude",
            ),
            unique=("municipality_number",),
            required=("municipality_number", "name"),
            numbers=("longitude", "latitude"),
            normalise={
                **_MUNICIPALITY,
                "organization_number": lambda text: text and normalise_organization_number(text),
            },
        ),
        TableDefinition(
            "municipality_history",
            Phrase("Utgåtte kommunenumre", "Utgåtte kommunenummer"),
            Phrase(
                "Numre som ikke er i bruk, og hva de ble til. Kilde: SSB.",
                "Nummer som ikkje er i bruk, og kva dei vart til. Kjelde: SSB.",
            ),
            (
                "municipality_number",
                "name",
                "valid_from_year",
                "valid_to_year",
                "successors",
                "note",
            ),
            unique=("municipality_number", "valid_to_year"),
            required=("municipality_number",),
            normalise=_MUNICIPALITY,
        ),
        TableDefinition(
            "languages",
            Phrase("Målform per kommune", "Målform per kommune"),
            Phrase(
                "Målformen kommunen krever i brev fra staten (språklova). Uten rad gjelder "
                "målformen i bestillingen.",
                "Målforma kommunen krev i brev frå staten (språklova). Utan rad gjeld målforma i "
                "bestillinga.",
            ),
            ("municipality_number", "language"),
            unique=("municipality_number",),
            required=("municipality_number", "language"),
            choices={"language": ("nb", "nn", "neutral")},
            normalise=_MUNICIPALITY,
        ),
    )
}


def definition_of(name: str) -> TableDefinition:
    """A table's definition; NotFoundError for an unknown name."""
    if name not in DEFINITIONS:
        raise NotFoundError(
            "Tabellen «{name}» finnes ikke. Tabellene er {known}.",
            "Tabellen «{name}» finst ikkje. Tabellane er {known}.",
            name=name,
            known=", ".join(DEFINITIONS),
        )
    return DEFINITIONS[name]


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
            "har {found} celler, ikke {expected}",
            "har {found} celler, ikkje {expected}",
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
    )


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
