"""Verdicts in the store: worked out for many orders at once, written only where they change."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Any

from timebok_desktop.domain.codes import LEAVING_STATUSES, OPEN_STATUSES, Outcome
from timebok_desktop.domain.party import Snapshot
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.domain.rule_codes import BIT
from timebok_desktop.domain.rules.verdict import OwnRules
from timebok_desktop.services.ports_orders import Judged, VerifiedAt
from timebok_desktop.storage import tallies
from timebok_desktop.storage.values import json_ids
from timebok_desktop.storage.verdict_terms import (
    DESK,
    OWN,
    PARTY_COVERAGE,
    VERIFIABLE,
    desk_rules,
    fits,
    outcome,
    party_facts,
    registry_rules,
)

_THESE = "id IN (SELECT id FROM temp.verdict)"
_ALL_BY_PARTY = "SELECT her_id_number FROM orders INDEXED BY ix_orders_judged ORDER BY 1"
_SHARE = 50_000
"""Orders that are judged between two reports of progress."""
_OF_CHANGED = f"WHERE her_id_number IN (SELECT her_id FROM party_changed) AND {VERIFIABLE}"
_ON_THEIR_WAY = ", ".join(f"'{status.value}'" for status in OPEN_STATUSES | LEAVING_STATUSES)
_TALLY_ON_THEIR_WAY = f"tally_queue WHERE status IN ({_ON_THEIR_WAY})"
_OWN_VALUES = (
    "kind, scheme, category, form, vendor, system, had_interim_solution, municipality_number,"
    " organization_number, her_id_number, masked <> '{}'"
)


class SqlVerdicts:
    """Implements `services.ports_orders.VerdictStore`."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver
        self._all = False
        self._told_all = False

    # -- what verdicts rest on ---------------------------------------------------------------
    def rest_on(self) -> tuple[int | None, int | None]:
        """The snapshot and revision that all verdicts rest on but those that name another."""
        found = self._standing("snapshot")
        if not found:
            return None, None
        snapshot, revision = found.split(".")
        return int(snapshot), int(revision)

    def work_out_facts(self, at: VerifiedAt, tables: ReferenceTables, version: int) -> None:
        """See that what is compared of each party, and of each order alone, is of this day, these
        tables and this snapshot; parties for which it has changed are remembered."""
        if self._standing("facts") != _facts(at, version):
            self._work_out_parties(at, tables)
            if not self._standing("facts"):  # nothing was compared before
                self._run("DELETE FROM party_changed")
            self._stand("facts", _facts(at, version))
        if self._standing("own") != _own(at, tables, version):
            self._work_out_own(tables, at.today)
            self._stand("own", _own(at, tables, version))

    def has_facts(self, at: VerifiedAt, tables: ReferenceTables, version: int) -> bool:
        """Whether what is compared is of this day, these tables and this snapshot already."""
        kept = self._standing("facts"), self._standing("own")
        return kept == (_facts(at, version), _own(at, tables, version))

    def rests_on(self, at: VerifiedAt) -> bool:
        """Whether the verdicts of all orders rest on this extract already."""
        return self.rest_on() == (at.snapshot.id, at.snapshot.revision) and self._is_comparable(at)

    def any_waits(self) -> bool:
        """Whether an order on its way waits, where all verdicts rest on one extract."""
        return any(self._one(f"SELECT 1 FROM orders {which} LIMIT 1") for which in self._changed())

    # -- verdicts ----------------------------------------------------------------------------
    def begin(self, at: VerifiedAt, which: Judged) -> tuple[int, list[range]]:
        """Name the orders to judge. Returns how many, and shares to judge one after the other.

        After a new snapshot all orders wait, but only those whose party has changed are judged.
        """
        here = at.snapshot.id, at.snapshot.revision
        rests = self.rest_on()
        named = rests != here and self._any_rests_on(at.snapshot)
        anew = not named if rests == (None, None) else not self._is_comparable(at)
        self._all = which == "all" or (which == "waiting" and anew)
        self._told_all = self._all or (which == "waiting" and rests != here and not named)
        if self._all:
            return self._on_their_way(), self._shares(_ALL_BY_PARTY)
        self._empty("judged")
        one_by_one = which == "verified" or named
        for which_ones in self._one_by_one(at, which) if one_by_one else self._changed():
            self._run(f"INSERT OR IGNORE INTO temp.judged SELECT id FROM orders {which_ones}")
        count = self._one("SELECT count(*) FROM temp.judged")[0]
        shares = self._shares("SELECT id FROM temp.judged ORDER BY id")
        return self._on_their_way() if self._told_all else int(count), shares

    def _one_by_one(self, at: VerifiedAt, which: Judged) -> list[str]:
        """Where some verdicts rest on this snapshot and some do not, each order is asked."""
        waiting = self._waiting(at.snapshot)
        if which == "verified":
            return [f"WHERE {VERIFIABLE} AND NOT {waiting}"]
        return [f"WHERE {waiting}", _OF_CHANGED]

    def _changed(self) -> list[str]:
        """Where all verdicts rest on one snapshot: those that are missing, that name one themselves
        (another, or this one from before the order was out of the way for a while), or whose party
        has changed since."""
        named = "INDEXED BY ix_orders_snapshot_id WHERE snapshot_id IS NOT NULL"
        return [
            f"WHERE rules IS NULL AND {VERIFIABLE}",
            f"{named} AND {VERIFIABLE}",
            _OF_CHANGED,
        ]

    def _is_comparable(self, at: VerifiedAt) -> bool:
        """Whether the verdicts hold for parties that are the same now: the snapshot must be too
        old now as then, or neither."""
        return self._standing("stale") == str(int(at.is_stale))

    def _on_their_way(self) -> int:
        return int(self._one(f"SELECT coalesce(sum(orders), 0) FROM {_TALLY_ON_THEIR_WAY}")[0])

    def _any_rests_on(self, snapshot: Snapshot) -> bool:
        """Whether any single verdict rests on this snapshot already."""
        return (
            self._driver.execute(
                "SELECT 1 FROM orders INDEXED BY ix_orders_snapshot_id"
                " WHERE snapshot_id IS NOT NULL AND snapshot_id = ? AND snapshot_revision = ?"
                f" AND {VERIFIABLE} LIMIT 1",
                (snapshot.id, snapshot.revision),
            ).fetchone()
            is not None
        )

    def judge(self, at: VerifiedAt, tables: ReferenceTables, share: range) -> None:
        """Judge those of a share; what has not changed is not written."""
        stale = BIT["SNAPSHOT-STALE"] if at.is_stale else 0
        source = (
            f"orders INDEXED BY ix_orders_judged LEFT JOIN party_fact f ON f.her_id ="
            f" her_id_number WHERE her_id_number BETWEEN ? AND ? AND {VERIFIABLE}"
            if self._all
            else "temp.judged CROSS JOIN orders ON orders.id = judged.id LEFT JOIN party_fact f"
            " ON f.her_id = her_id_number WHERE judged.id BETWEEN ? AND ?"
        )
        self._empty("verdict")
        self._run(
            "INSERT INTO temp.verdict SELECT id, desk, found FROM (SELECT orders.id AS id,"
            f" desk_rules AS desk, own_rules | desk_rules | {stale} | {registry_rules(tables)}"
            f" AS found, orders.rules AS was FROM {source} LIMIT -1) WHERE found IS NOT was",
            share.start,
            share.stop - 1,
        )
        self._keep()

    def outcomes(self) -> dict[Outcome, int]:
        """What the verdicts on the judged orders amount to."""
        if self._told_all:
            asked = f"SELECT outcome, sum(orders) FROM {_TALLY_ON_THEIR_WAY} GROUP BY 1"
        else:
            asked = "SELECT outcome, count(*) FROM temp.judged JOIN orders USING (id) GROUP BY 1"
        rows = self._driver.execute(asked).fetchall()
        return {Outcome(outcome): count for outcome, count in rows if outcome and count}

    def outcomes_of(self, ids: range) -> dict[Outcome, int]:
        """What the verdicts on these orders amount to."""
        asked = "SELECT outcome, count(*) FROM orders WHERE id BETWEEN ? AND ? GROUP BY 1"
        rows = self._driver.execute(asked, (ids.start, ids.stop - 1)).fetchall()
        return {Outcome(outcome): count for outcome, count in rows if outcome}

    def judged(self) -> array[int]:
        """The ids of the judged orders."""
        source = f"orders WHERE {VERIFIABLE}" if self._told_all else "temp.judged"
        rows = self._driver.execute(f"SELECT id FROM {source} ORDER BY id").fetchall()
        return array("q", chain.from_iterable(rows))

    def _shares(self, ordered: str) -> list[range]:
        """Ranges that hold about as many of the ordered numbers each."""
        numbers = array("q", chain.from_iterable(self._driver.execute(ordered).fetchall()))
        if not numbers:
            return []
        starts = sorted({numbers[n] for n in range(0, len(numbers), _SHARE)})
        stops = [*starts[1:], numbers[-1] + 1]
        return [range(start, stop) for start, stop in zip(starts, stops, strict=True)]

    def fresh(self, at: VerifiedAt, tables: ReferenceTables, ids: Sequence[int]) -> dict[int, int]:
        """What the verdicts on these orders would be now, by id; nothing is written."""
        stale = BIT["SNAPSHOT-STALE"] if at.is_stale else 0
        return dict(
            self._driver.execute(
                f"SELECT orders.id, own_rules | desk_rules | {stale} | {registry_rules(tables)}"
                " FROM json_each(?) asked CROSS JOIN orders ON orders.id = asked.value"
                " LEFT JOIN party_fact f ON f.her_id = her_id_number",
                (json_ids(ids),),
            ).fetchall()
        )

    def rest_all_on(self, at: VerifiedAt) -> None:
        """Every order on its way was judged as of this."""
        self._run(
            "UPDATE orders INDEXED BY ix_orders_snapshot_id"
            " SET snapshot_id = NULL, snapshot_revision = NULL"
            f" WHERE snapshot_id IS NOT NULL AND {VERIFIABLE}"
        )
        self._stand("snapshot", f"{at.snapshot.id}.{at.snapshot.revision}")
        self._stand("stale", str(int(at.is_stale)))
        self._run("DELETE FROM party_changed")

    def keep(self, verdicts: Iterable[tuple[int, int]], snapshot: Snapshot) -> None:
        """Keep the verdicts on single orders by id, which rest on this snapshot."""
        self._empty("verdict")
        self._driver.executemany(
            f"INSERT INTO temp.verdict VALUES (?1, ?2 & {DESK}, ?2)", list(verdicts)
        ).close()
        self._keep()
        on: tuple[int | None, int | None] = (None, None)
        if self.rest_on() != (snapshot.id, snapshot.revision):
            on = (snapshot.id, snapshot.revision)
        self._run(
            f"UPDATE orders SET snapshot_id = ?, snapshot_revision = ? WHERE {_THESE}",
            *on,
        )

    def refresh_neighbours(self, pairs: Iterable[tuple[int, str]], tables: ReferenceTables) -> None:
        """A neighbour of these (HER-id, category) pairs came, changed or went: work out again what
        the rules on other orders and configurations say of the orders on their way."""
        self._empty("pair")
        self._driver.executemany(
            "INSERT OR IGNORE INTO temp.pair VALUES (?, ?)", list(pairs)
        ).close()
        self._refresh(tables)

    def refresh_added(self, ids: range, tables: ReferenceTables) -> None:
        """The same for the neighbours of orders that were added."""
        self._empty("pair")
        self._run(
            "INSERT OR IGNORE INTO temp.pair SELECT her_id_number, category_key FROM orders o"
            " WHERE id BETWEEN ? AND ? AND her_id_number <> 0 AND category_key <> ''"
            " AND (EXISTS (SELECT 1 FROM orders n WHERE n.her_id_number = o.her_id_number"
            " AND n.category_code = o.category_key AND n.id <> o.id)"
            " OR EXISTS (SELECT 1 FROM configuration c WHERE c.her_id = o.her_id_number"
            " AND c.category = o.category_key))",
            ids.start,
            ids.stop - 1,
        )
        self._refresh(tables)

    def refresh_all(self, tables: ReferenceTables) -> None:
        """The same for every order on its way."""
        self._empty("pair")
        self._run(
            "INSERT OR IGNORE INTO temp.pair SELECT her_id_number, category_key FROM orders"
            " WHERE her_id_number <> 0 AND category_key <> ''"
        )
        self._refresh(tables)

    # -- in parts ----------------------------------------------------------------------------
    def _refresh(self, tables: ReferenceTables) -> None:
        self._driver.create_function(
            "number_of_today", 1, tables.resolve_municipality, deterministic=True
        )
        self._empty("verdict")
        self._run(
            f"INSERT INTO temp.verdict SELECT id, found, (rules & ~{DESK}) | found FROM"
            f" (SELECT o.id AS id, o.rules AS rules, o.desk_rules AS was, {desk_rules()} AS found"
            " FROM temp.pair p CROSS JOIN orders o ON o.her_id_number = p.her_id"
            f" AND o.category_code = p.category WHERE {VERIFIABLE} LIMIT -1) WHERE found <> was"
        )
        self._keep()

    def _keep(self) -> None:
        """Write the verdicts that are in `temp.verdict`."""
        if self._one("SELECT 1 FROM temp.verdict LIMIT 1") is None:
            return
        judged = outcome("v.rules")
        tallies.rejudged(self._driver, judged)
        self._run(
            f"UPDATE orders SET desk_rules = v.desk, rules = v.rules, outcome = {judged}"
            f" FROM temp.verdict v WHERE v.id = orders.id AND orders.{_THESE}"
        )

    def _waiting(self, snapshot: Snapshot) -> str:
        """Orders on their way that have no verdict or one that rests on another snapshot."""
        here = f"(snapshot_id IS {snapshot.id} AND snapshot_revision IS {snapshot.revision})"
        if self.rest_on() == (snapshot.id, snapshot.revision):
            here = f"(snapshot_id IS NULL OR {here})"
        return f"({VERIFIABLE} AND (rules IS NULL OR NOT {here}))"

    def _work_out_parties(self, at: VerifiedAt, tables: ReferenceTables) -> None:
        self._tell_tables(tables)
        here = {"snapshot": at.snapshot.id, "today": at.today.isoformat()}
        for name, found in (
            ("party_fact", party_facts(tables, "true")),
            ("party_coverage", PARTY_COVERAGE),
        ):
            self._run(f"CREATE TEMP TABLE {name}_before AS SELECT * FROM {name}")
            self._run(f"DELETE FROM {name}")
            self._named_run(f"INSERT INTO {name} {found}", here)
            for now, before in ((name, f"temp.{name}_before"), (f"temp.{name}_before", name)):
                self._run(
                    "INSERT OR IGNORE INTO party_changed SELECT her_id FROM"
                    f" (SELECT * FROM {now} EXCEPT SELECT * FROM {before})"
                )
            self._run(f"DROP TABLE temp.{name}_before")

    def _tell_tables(self, tables: ReferenceTables) -> None:
        """What is asked of the reference tables, as tables of this connection."""
        known = [*tables.municipality_by_number, *tables.retired_by_number]
        today = [(number, tables.resolve_municipality(number)) for number in known]
        owners = [(n, one.number) for n, one in tables.municipality_by_organization.items()]
        fitting = [(*pair, bits) for pair, bits in fits(tables).items()]
        self._fill("number_today", "sent TEXT PRIMARY KEY, number TEXT", today)
        self._fill(
            "number_owner", "organization_number TEXT PRIMARY KEY, municipality TEXT", owners
        )
        self._fill("fit", "code_list TEXT, code TEXT, categories INTEGER", fitting)

    def _fill(self, name: str, columns: str, rows: Sequence[Sequence[Any]]) -> None:
        self._run(f"CREATE TEMP TABLE IF NOT EXISTS {name} ({columns})")
        self._run(f"DELETE FROM temp.{name}")
        marks = ", ".join("?" * (columns.count(",") + 1))
        self._driver.executemany(f"INSERT INTO temp.{name} VALUES ({marks})", rows).close()

    def _work_out_own(self, tables: ReferenceTables, today: date) -> None:
        """The rules on an order alone, again for every order: any may come back."""
        own = OwnRules(tables, today)

        def verdict(*values: Any) -> int:
            *matter, number, organisation, her_id, masked = values
            place = (number, organisation)
            return own.mask(place, tuple(matter), her_id or None, masked=bool(masked))

        self._driver.create_function("own_verdict", 11, verdict, deterministic=True)
        self._run(
            f"UPDATE orders SET own_rules = own_verdict({_OWN_VALUES})"
            f" WHERE own_rules IS NOT own_verdict({_OWN_VALUES})"
        )
        self._empty("verdict")
        self._run(
            f"INSERT INTO temp.verdict SELECT id, desk_rules, (rules & ~{OWN}) | own_rules AS found"
            f" FROM orders WHERE found IS NOT rules AND {VERIFIABLE}"
        )
        self._keep()

    def _standing(self, name: str) -> str:
        found = self._driver.execute(
            "SELECT value FROM standing WHERE name = ?", (name,)
        ).fetchone()
        return str(found[0]) if found else ""

    def _stand(self, name: str, value: str) -> None:
        self._run(
            "INSERT INTO standing VALUES (?1, ?2) ON CONFLICT(name) DO UPDATE SET value = ?2",
            name,
            value,
        )

    def _empty(self, name: str) -> None:
        columns = {
            "judged": "id INTEGER PRIMARY KEY",
            "verdict": "id INTEGER PRIMARY KEY, desk INTEGER, rules INTEGER",
            "pair": "her_id INTEGER, category TEXT, PRIMARY KEY (her_id, category)",
        }[name]
        self._run(f"CREATE TEMP TABLE IF NOT EXISTS {name} ({columns})")
        self._run(f"DELETE FROM temp.{name}")

    def _run(self, statement: str, *values: Any) -> None:
        self._driver.execute(statement, values).close()

    def _named_run(self, statement: str, values: dict[str, Any]) -> None:
        self._driver.execute(statement, values).close()

    def _one(self, statement: str) -> Any:
        return self._driver.execute(statement).fetchone()


def _facts(at: VerifiedAt, version: int) -> str:
    return f"{at.snapshot.id}.{at.snapshot.revision}.{version}.{at.today}"


def _own(at: VerifiedAt, tables: ReferenceTables, version: int) -> str:
    """All that a day means for an order alone is which forms may be used on it."""
    return f"{version}." + "".join(str(int(form.is_valid_on(at.today))) for form in tables.forms)
