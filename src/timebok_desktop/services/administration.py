"""Reference tables, settings, the log, the store: what keeps the desk in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.domain.phrases import Phrase, same
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.domain.rules import RULES
from timebok_desktop.services.anchors import Anchors
from timebok_desktop.services.context import Service
from timebok_desktop.services.fixed_settings import FixedSettings
from timebok_desktop.services.order_keys import order_keys
from timebok_desktop.services.ports_store import UnitOfWork
from timebok_desktop.services.settings import (
    SettingRow,
    Settings,
    WrongSettingError,
    setting_from_text,
    urgency_days,
)
from timebok_desktop.services.tables import DEFINITIONS, checked_rows, definition_of
from timebok_desktop.services.verification import verified_at
from timebok_desktop.services.views import (
    AuditEvent,
    AuditVerdict,
    OrderQuery,
    RuleDescription,
    StoreCheck,
    TableView,
)

_KEY_TABLES = frozenset({"municipalities", "municipality_history", "categories"})
"""Tables that orders are looked up by: their keys are worked out again."""
_BATCH = 500


class TableService(Service):
    """Implements the reference tables of the desk."""

    def table_names(self) -> tuple[str, ...]:
        """The names of the reference tables."""
        return tuple(DEFINITIONS)

    def table(self, name: str) -> TableView:
        """A reference table."""
        definition = definition_of(name)
        with self._context.store.read() as unit:
            rows = unit.tables.rows(name)
        return TableView(
            name, definition.title, definition.help, definition.columns, rows, definition.choices
        )

    def replace_table(self, name: str, rows: Sequence[Sequence[str]], user: str) -> TableView:
        """Replace a table and verify what it touches, in one transaction."""
        checked = checked_rows(name, rows)
        with self._context.store.write() as unit:
            before = unit.tables.rows(name)
            unit.tables.replace(name, checked)
            told = {"table": name, "rows": len(checked), "rows_before": len(before)}
            unit.audit.append(self._now(), user, "table-replaced", "", told)
            self._verify_again(unit, new_keys=name in _KEY_TABLES)
            unit.commit()
        return self.table(name)

    def import_table(self, name: str, path: Path, user: str) -> TableView:
        """Replace a table from its CSV."""
        columns = definition_of(name).columns
        self._context.originals.keep_file(path)
        rows = self._context.disk.read_csv(path, columns)
        return self.replace_table(name, rows, user)

    def export_table(self, name: str, path: Path) -> None:
        """Write a table as CSV."""
        table = self.table(name)
        self._context.disk.write_csv(path, table.columns, table.rows)

    def _verify_again(self, unit: UnitOfWork, *, new_keys: bool) -> None:
        """Orders whose findings rest on the current snapshot are judged by the new table."""
        snapshot = unit.registry.current()
        if snapshot is None and not new_keys:
            return
        tables = self._context.tables(unit)
        if new_keys:
            _work_out_keys(unit, tables)
            unit.verdicts.refresh_all(tables)
        if snapshot is None:
            return
        at = verified_at(self._context, snapshot)
        unit.verdicts.work_out_facts(at, tables, unit.tables.version())
        _count, shares = unit.verdicts.begin(at, "verified")
        for share in shares:
            unit.verdicts.judge(at, tables, share)


class LogService(Service):
    """Implements the log of the desk, and the rules."""

    def audit_events(
        self, reference: str = "", limit: int | None = None, before: int | None = None
    ) -> tuple[AuditEvent, ...]:
        """Log entries in ascending order of sequence."""
        with self._context.store.read() as unit:
            return unit.audit.events(reference, limit, before)

    def verify_audit(self) -> AuditVerdict:
        """Recompute the whole hash chain, and hold it against what was signed and sent."""
        events, head, broken = 0, "", list[int]()
        with self._context.store.read() as unit:
            anchors = Anchors(self._context, unit)
            for number, stated, expected in unit.audit.chain():
                events += 1
                head = stated
                if stated != expected or not anchors.holds(number, stated):
                    broken.append(number)
                    break
            else:
                broken += anchors.unheld()
            length = unit.audit.checkpoint().sequence
            head = unit.audit.head()
        first_broken = min(broken, default=None)
        return AuditVerdict(max(events, length), head, first_broken is None, first_broken)

    def rules(self) -> tuple[RuleDescription, ...]:
        """All rules, for help and settings."""
        return tuple(
            RuleDescription(rule.code, rule.severity, rule.concerns, rule.title, rule.source)
            for rule in RULES.values()
        )


class StoreService(Service):
    """Implements the care of the store and the settings."""

    def check_store(self) -> StoreCheck:
        """Look everything through: the file, the log's chain, the originals, the tallies."""
        problems: list[Phrase] = [same(line) for line in self._context.store.check()]
        if not problems:
            verdict = LogService(self._context).verify_audit()
            if not verdict.intact:
                problems.append(
                    Phrase(
                        "Loggen er endret fra og med oppføring {seq}.",
                        "Loggen er endra frå og med oppføring {seq}.",
                        {"seq": verdict.first_broken},
                    )
                )
            problems += [_damaged(sha256) for sha256 in self._context.originals.damaged()]
            with self._context.store.read() as unit:
                problems += [_miscounted(table) for table in unit.orders.miscounts()]
        return StoreCheck(not problems, tuple(problems))

    def backup(self, target: Path, *, replaces: bool = False) -> None:
        """Write a whole, verified copy of the store."""
        self._context.store.backup(target, replaces=replaces)

    def back_up_if_due(self) -> Path | None:
        """The backup of the day, made once; None where there is nothing to do."""
        kept = self._context.settings_file.load().backups_kept
        return self._context.store.backup_if_due(self._now(), kept)

    def restore(self, source: Path) -> Path:
        """Replace the store by a backup; returns where the one before it is kept."""
        kept = self._context.store.restore(source)
        self.rest_on_settings()
        return kept

    def restore_last(self) -> tuple[Path, Path]:
        """The same with the last good backup; which, and where the one before it is kept."""
        chosen, kept = self._context.store.restore_last()
        self.rest_on_settings()
        return chosen, kept

    def rest_on_settings(self) -> None:
        """See that what is kept in the store rests on the settings as they are."""
        days = urgency_days(self.settings())
        with self._context.store.read() as unit:
            if unit.orders.rests_on_days(days):
                return
        with self._context.store.write() as unit:
            unit.orders.rest_on_days(days)
            unit.commit()

    def settings(self) -> Settings:
        """The settings in force."""
        return self._context.settings_file.load()

    def fixed_settings(self) -> FixedSettings:
        """What an administrator has fixed for everybody on the machine."""
        return self._context.settings_file.fixed()

    def setting_rows(self) -> tuple[SettingRow, ...]:
        """Every setting: what is in force, its default, and who decided it."""
        values, defaults = asdict(self.settings()), asdict(Settings())
        origins = self._context.settings_file.origins()
        return tuple(
            SettingRow(name, value, defaults[name], origins[name]) for name, value in values.items()
        )

    def change_settings(self, changes: Mapping[str, str], user: str) -> None:
        """Change settings by their names, values as a person types them; all or none, logged."""
        values: dict[str, Any] = {}
        for name, text in changes.items():
            try:
                values[name] = setting_from_text(name, text)
            except WrongSettingError as error:
                raise RefusedError(
                    "{name}: {why}. Ingenting er endret.",
                    "{name}: {why}. Ingenting er endra.",
                    name=error.name,
                    why=error.why,
                ) from error
        self.save_settings(replace(self.settings(), **values), user)

    def save_settings(self, settings: Settings, user: str) -> None:
        """Save settings; what changed is logged. RefusedError where a fixed one would change."""
        before = asdict(self._context.settings_file.load())
        after = asdict(settings)
        changed = {
            name: [before[name], after[name]] for name in after if after[name] != before[name]
        }
        if not changed:
            return
        self._require_free(changed)
        self._context.settings_file.save(settings)
        with self._context.store.write() as unit:
            unit.orders.rest_on_days(urgency_days(settings))
            unit.audit.append(self._now(), user, "settings-saved", "", changed)
            unit.commit()

    def _require_free(self, names: Iterable[str]) -> None:
        fixed = self.fixed_settings()
        held = sorted(fixed.values.keys() & set(names))
        if held:
            raise RefusedError(
                "{names} er fastsatt av administrator (i {path}) og kan ikke endres her. "
                "Ingenting er endret.",
                "{names} er fastsett av administrator (i {path}) og kan ikkje endrast her. "
                "Ingenting er endra.",
                names=", ".join(held),
                path=fixed.path,
            )


def _work_out_keys(unit: UnitOfWork, tables: ReferenceTables) -> None:
    ids = unit.orders.ids(OrderQuery(), "")
    for start in range(0, len(ids), _BATCH):
        for stored in unit.orders.by_ids(ids[start : start + _BATCH]):
            keys = order_keys(stored.order, tables)
            if replace(keys, search_text="") != stored.keys:
                unit.orders.save(replace(stored, keys=keys))


def _damaged(sha256: str) -> Phrase:
    return Phrase(
        "Originalen {sha256} er skadet. Legg den tilbake i mappen «originals» fra en "
        "sikkerhetskopi.",
        "Originalen {sha256} er skadd. Legg han tilbake i mappa «originals» frå ein tryggingskopi.",
        {"sha256": sha256},
    )


def _miscounted(table: str) -> Phrase:
    return Phrase(
        "Tallene i {table} stemmer ikke med bestillingene.",
        "Tala i {table} stemmer ikkje med bestillingane.",
        {"table": table},
    )
