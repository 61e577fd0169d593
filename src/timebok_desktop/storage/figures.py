"""Counts of a period, grouped by SQLite: receipts and waiting times from tallies, the rest by the
index on days."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime
from typing import Any

from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.services.ports_figures import (
    DecidedRow,
    JudgedRow,
    Scope,
    WaitedRow,
)
from timebok_desktop.storage.happened_terms import (
    IN_PERIOD,
    JUDGED,
    NOT_TAKEN_BACK,
    REASON,
    period,
)
from timebok_desktop.storage.values import hours, moment_of_microseconds, moment_text

_HOUR = 3_600_000_000


class SqlFigures:
    """Implements `services.ports_figures.FigureStore`."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver

    def first_day(self) -> datetime | None:
        """When the first order was received, to the hour; None before that."""
        found = self._rows("SELECT min(hour) FROM tally_received WHERE orders > 0")[0][0]
        return None if found is None else moment_of_microseconds(found * _HOUR)

    def received(self, scope: Scope) -> list[tuple[datetime, int]]:
        """How many orders were received, by hour."""
        where, values = _of_scope(scope, "municipality", "category")
        rows = self._rows(
            "SELECT hour, sum(orders) FROM tally_received WHERE hour >= ? AND hour < ?"
            f"{where} GROUP BY 1 HAVING sum(orders) > 0 ORDER BY 1",
            hours(scope.begins),
            hours(scope.ends),
            *values,
        )
        return [(moment_of_microseconds(hour * _HOUR), count) for hour, count in rows]

    def exported(self, scope: Scope) -> list[tuple[datetime, int]]:
        """How many orders left in a package, by hour; one that leaves again counts again."""
        join, where, values = _of_orders(scope, "po.order_id")
        return self._by_hour(
            "SELECT substr(p.created, 1, 13), count(*) FROM package p"
            f" CROSS JOIN package_order po ON po.sequence = p.sequence{join}"
            f" WHERE p.created >= ? AND p.created < ?{where} GROUP BY 1 ORDER BY 1",
            scope,
            *values,
        )

    def answered(self, scope: Scope, *, ok: bool) -> list[tuple[datetime, int]]:
        """How many receipts came, by hour: acknowledged, or failed."""
        join, where, values = _of_orders(scope, "po.order_id")
        return self._by_hour(
            "SELECT substr(po.receipt_at, 1, 13), count(*) FROM package_order po"
            f"{join} WHERE po.receipt IS NOT NULL AND po.receipt_at >= ? AND po.receipt_at < ?"
            f" AND po.receipt = ?{where} GROUP BY 1 ORDER BY 1",
            scope,
            "ok" if ok else "failed",
            *values,
        )

    def decided(self, scope: Scope) -> list[DecidedRow]:
        """Decisions that were not taken back, by sort."""
        join, where, values = _of_orders(scope, "d.order_id")
        rows = self._rows(
            'SELECT substr(d."at", 1, 13), d.kind, d.status_after, d."by",'
            f" {REASON}, count(*) FROM decision d{join} WHERE {IN_PERIOD}"
            f" AND {NOT_TAKEN_BACK}{where} GROUP BY 1, 2, 3, 4, 5 ORDER BY 1",
            *period(scope.begins, scope.ends),
            *values,
        )
        return [DecidedRow(_hour(row[0]), *row[1:]) for row in rows]

    def judged(self, scope: Scope) -> list[JudgedRow]:
        """The orders that were approved, rejected or sent back, by their rules."""
        _, where, values = _of_orders(scope, "d.order_id")
        rows = self._rows(
            "SELECT coalesce(o.rules, 0), last.overrides, count(*) FROM"
            " (SELECT d.order_id, d.overrides, max(d.id) FROM decision d"
            f" WHERE {IN_PERIOD} AND {NOT_TAKEN_BACK} AND {JUDGED} GROUP BY d.order_id) last"
            f" JOIN orders o ON o.id = last.order_id WHERE true{where} GROUP BY 1, 2",
            *period(scope.begins, scope.ends),
            *values,
        )
        found: Counter[tuple[int, frozenset[str]]] = Counter()
        for rules, overrides, count in rows:
            codes = frozenset(json.loads(overrides)) if overrides != "{}" else frozenset[str]()
            found[rules, codes] += count
        return [JudgedRow(rules, codes, count) for (rules, codes), count in found.items()]

    def waited(self, scope: Scope) -> list[WaitedRow]:
        """How many working days the orders had waited that were decided for good."""
        where, values = _of_scope(scope, "municipality", "category")
        rows = self._rows(
            "SELECT municipality, category, waited, sum(orders) FROM tally_waited"
            f" WHERE day >= ? AND day < ?{where} GROUP BY 1, 2, 3 HAVING sum(orders) > 0",
            norwegian_day(scope.begins).isoformat(),
            norwegian_day(scope.ends).isoformat(),
            *values,
        )
        return [WaitedRow._make(row) for row in rows]

    def _by_hour(self, statement: str, scope: Scope, *values: Any) -> list[tuple[datetime, int]]:
        span = moment_text(scope.begins), moment_text(scope.ends)
        return [(_hour(at), count) for at, count in self._rows(statement, *span, *values)]

    def _rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        return list(self._driver.execute(statement, values).fetchall())


def _of_orders(scope: Scope, identity: str) -> tuple[str, str, list[str]]:
    """The join that a narrowed scope needs, and only that."""
    where, values = _of_scope(scope, "o.municipality_key", "o.category_code")
    return (f" JOIN orders o ON o.id = {identity}" if where else ""), where, values


def _of_scope(scope: Scope, municipality: str, category: str) -> tuple[str, list[str]]:
    where = ""
    values: list[str] = []
    if scope.municipalities is not None:
        marks = ", ".join("?" * len(scope.municipalities))
        where += f" AND {municipality} IN ({marks})"
        values += scope.municipalities
    if scope.category:
        where += f" AND {category} = ?"
        values.append(scope.category)
    return where, values


def _hour(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}:00:00").replace(tzinfo=UTC)
