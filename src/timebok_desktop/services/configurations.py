"""Configurations: current and past, and what was set up before this program."""

from __future__ import annotations

from pathlib import Path

from timebok_desktop.domain.codes import Scheme
from timebok_desktop.domain.configuration import Configuration, ConfigurationKey
from timebok_desktop.domain.errors import NotFoundError
from timebok_desktop.domain.folding import words
from timebok_desktop.domain.identifiers import (
    HER_ID_MAXIMUM,
    her_id_number,
    normalise_her_id,
    normalise_municipality_number,
)
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.problems import Problem
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.domain.sent_values import day_of
from timebok_desktop.services.context import Service
from timebok_desktop.services.facts import Pair
from timebok_desktop.services.ports_store import UnitOfWork
from timebok_desktop.services.views import ConfigurationRow, ImportedFile, ImportReport

COLUMNS = (
    "municipality_number",
    "her_id",
    "category",
    "form",
    "vendor",
    "system",
    "valid_from",
)


class ConfigurationService(Service):
    """Implements the configuration part of the desk."""

    def configurations(
        self, *, past: bool = False, search: str = ""
    ) -> tuple[ConfigurationRow, ...]:
        """Current configurations (with `past` the ended ones too) that have every word."""
        with self._context.store.read() as unit:
            tables = self._context.tables(unit)
            rows = [_row(one, tables) for one in unit.configurations.listed(past=past)]
        wanted = words(search)
        return tuple(row for row in rows if _has_words(row, wanted))

    def configuration_history(self, her_id: int, category: str) -> tuple[ConfigurationRow, ...]:
        """All configurations of a party and category, newest first."""
        with self._context.store.read() as unit:
            tables = self._context.tables(unit)
            known = tables.category(category)
            code = known.code if known else category
            found = unit.configurations.history(her_id, code) if her_id <= HER_ID_MAXIMUM else []
            rows = tuple(_row(one, tables) for one in found)
        if not rows:
            raise NotFoundError(
                "Det finnes ingen konfigurasjon for HER-id {her_id} og {category}.",
                "Det finst ingen konfigurasjon for HER-id {her_id} og {category}.",
                her_id=her_id,
                category=category,
            )
        return rows

    def import_configurations(
        self, path: Path, user: str, *, dry_run: bool = False
    ) -> ImportReport:
        """Load a base CSV; with `dry_run` only tell. A row whose key is configured already is left
        as it is, and said."""
        content = self._context.disk.read(path, 100 * 1024 * 1024)
        sha256 = "" if dry_run else self._context.originals.keep(content)
        rows = self._context.disk.read_csv(path, COLUMNS)
        problems: list[Problem] = []
        pairs: set[Pair] = set()
        accepted = duplicates = 0
        with self._context.store.write() as unit:
            tables = self._context.tables(unit)
            for place, row in enumerate(rows, start=2):
                found = self._configuration(row, place, tables)
                if isinstance(found, Problem):
                    problems.append(found)
                elif unit.configurations.current(found.key) is not None:
                    duplicates += 1
                    problems.append(_known(place))
                else:
                    unit.configurations.add(found)
                    pairs.add((found.key.her_id, found.key.category))
                    accepted += 1
            if not dry_run:  # else leaving the unit of work takes it all back
                self._finish(unit, sha256, accepted, user, pairs)
        refused = sum(problem.refuses for problem in problems)
        outcome = "refused" if refused and not accepted else "partly" if refused else "imported"
        if duplicates and not accepted and not refused:
            outcome = "duplicate"
        file = ImportedFile(str(path.absolute()), sha256, "csv", outcome, (), tuple(problems))
        return ImportReport((file,), accepted, refused, duplicates)

    def _finish(
        self, unit: UnitOfWork, sha256: str, accepted: int, user: str, pairs: set[Pair]
    ) -> None:
        if not accepted:
            return
        told = {"file": sha256, "configurations": accepted}
        unit.audit.append(self._now(), user, "configurations-imported", "", told)
        unit.verdicts.refresh_neighbours(pairs, self._context.tables(unit))
        unit.commit()

    def _configuration(
        self, row: tuple[str, ...], place: int, tables: ReferenceTables
    ) -> Configuration | Problem:
        record = dict(zip(COLUMNS, row, strict=True))
        number = normalise_municipality_number(record["municipality_number"])
        her_id = her_id_number(normalise_her_id(record["her_id"]))
        category = tables.category(record["category"])
        valid_from = day_of(record["valid_from"]) if record["valid_from"] else None
        if not tables.municipality_name(number):
            return _refused(place, "municipality_number", record["municipality_number"])
        if her_id is None:
            return _refused(place, "her_id", record["her_id"])
        if category is None:
            return _refused(place, "category", record["category"])
        if record["valid_from"] and valid_from is None:
            return _refused(place, "valid_from", record["valid_from"])
        return Configuration(
            key=ConfigurationKey(
                tables.resolve_municipality(number) or number, her_id, category.code
            ),
            scheme=Scheme.RESOURCE_SCHEDULE,
            form=record["form"],
            vendor=record["vendor"],
            system=record["system"],
            valid_from=valid_from,
            created_at=self._now(),
        )


def _row(configuration: Configuration, tables: ReferenceTables) -> ConfigurationRow:
    name = tables.municipality_name(configuration.key.municipality_number)
    return ConfigurationRow(configuration, name)


def _has_words(row: ConfigurationRow, wanted: list[str]) -> bool:
    one = row.configuration
    told = words(
        f"{one.key.municipality_number} {row.municipality_name} {one.key.her_id} "
        f"{one.key.category} {one.form} {one.vendor} {one.system} {one.order_reference}"
    )
    return all(any(word.startswith(part) for word in told) for part in wanted)


def _refused(place: int, column: str, value: str) -> Problem:
    return Problem(
        f"row {place}, {column}",
        "bad-value",
        Phrase(
            "Rad {row}, {column}: «{value}» kan ikke brukes. Raden er ikke importert.",
            "Rad {row}, {column}: «{value}» kan ikkje brukast. Rada er ikkje importert.",
            {"row": place, "column": column, "value": value},
        ),
        refuses=True,
    )


def _known(place: int) -> Problem:
    return Problem(
        f"row {place}",
        "already-configured",
        Phrase(
            "Rad {row}: konfigurasjonen finnes allerede og er ikke endret.",
            "Rad {row}: konfigurasjonen finst alt og er ikkje endra.",
            {"row": place},
        ),
        refuses=False,
    )
