"""The editable reference tables: their names, their columns, and what a cell may hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from timebok_desktop.domain.codes import Severity
from timebok_desktop.domain.errors import NotFoundError
from timebok_desktop.domain.identifiers import (
    normalise_municipality_number,
    normalise_organization_number,
)
from timebok_desktop.domain.letter_texts import NAMES, PLACEHOLDERS, unknown_placeholders
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.rules import RULES

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
    refuse: Mapping[str, Callable[[str], Phrase | None]] = field(default_factory=dict)


def _unknown_text(name: str) -> Phrase | None:
    """Why a name is not one of a letter's texts."""
    if name in NAMES:
        return None
    return Phrase(
        "er «{name}», og ingen tekst heter det",
        "er «{name}», og ingen tekst heiter det",
        {"name": name},
    )


def _unknown_value(text: str) -> Phrase | None:
    """Why a text names a value that no letter has."""
    unknown = unknown_placeholders(text)
    if not unknown:
        return None
    values = {"unknown": unknown[0], "known": ", ".join(sorted(PLACEHOLDERS))}
    return Phrase(
        "har «{{{unknown}}}», som ingen kjenner. Det som kan stå i krøllparentes, er {known}",
        "har «{{{unknown}}}», som ingen kjenner. Det som kan stå i krøllparentes, er {known}",
        values,
    )


def _no_warning(rule: str) -> Phrase | None:
    """Why a rule can have no checklist."""
    found = RULES.get(rule)
    if found is not None and Severity.WARNING in (found.severity, found.at_deactivation):
        return None
    return Phrase(
        "er «{rule}», men må være koden til en regel som kan gi en advarsel",
        "er «{rule}», men må vere koden til ein regel som kan gi ei åtvaring",
        {"rule": rule},
    )


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
        TableDefinition(
            "letter_texts",
            Phrase("Tekster i brev", "Tekstar i brev"),
            Phrase(
                "Det brevene til kommunen settes sammen av, på begge målformer. Tekstene er våre "
                "egne; NHNs brev er ikke offentlige. Det som står i {krøllparentes}, fylles ut fra "
                "bestillingen.",
                "Det breva til kommunen blir sette saman av, på begge målformer. Tekstane er våre "
                "eigne; breva til NHN er ikkje offentlege. Det som står i {krøllparentes}, blir "
                "fylt ut frå bestillinga.",
            ),
            ("name", "nb", "nn"),
            unique=("name",),
            required=("name", "nb", "nn"),
            refuse={"name": _unknown_text, "nb": _unknown_value, "nn": _unknown_value},
        ),
        TableDefinition(
            "checklists",
            Phrase("Sjekklister", "Sjekklister"),
            Phrase(
                "Det som må krysses av, punkt for punkt, før en advarsel overstyres. Punktene "
                "gjelder arbeidsmappen og kommer ikke fra NHN. En regel uten punkter her spør "
                "etter en begrunnelse i stedet.",
                "Det som må kryssast av, punkt for punkt, før ei åtvaring blir overstyrt. Punkta "
                "gjeld arbeidsmappa og kjem ikkje frå NHN. Ein regel utan punkt her spør etter ei "
                "grunngiving i staden.",
            ),
            ("rule", "nb", "nn"),
            unique=("rule", "nb"),
            required=("rule", "nb", "nn"),
            normalise={"rule": str.upper},
            refuse={"rule": _no_warning},
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
