"""New orders in the store: many at once, straight on the driver.

What follows from each of them alone is worked out here rather than by SQLite row by row, once for
all that have it in common; what it adds to the tallies is put there when all have come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from timebok_desktop.services.ports_orders import PREPARED_FIELDS, Judging, PreparedOrder
from timebok_desktop.storage.new_verdicts import NewVerdict, NewVerdicts
from timebok_desktop.storage.tallies import NewOrders
from timebok_desktop.storage.urgency import SqlUrgency
from timebok_desktop.storage.values import hours, microseconds, moment
from timebok_desktop.storage.verdict_terms import without_neighbours

_SENT, _SUFFIXES, _WORDS, _MUNICIPALITY, _CATEGORY, _CATEGORY_KEY, _DESIRED, _SUBMITTED = (
    PREPARED_FIELDS.index(name)
    for name in (
        "sent",
        "place_suffixes",
        "search_text",
        "municipality_key",
        "category",
        "category_key",
        "desired_from",
        "submitted_at",
    )
)
_MANY = 20_000
"""Fewer orders than this are not worth making the indexes anew."""
_ROOM = 192 * 1024
"""KiB of pages that are held while many come: those of the indexes that new orders fall into all
over, so that each is written once."""
_COMMON = re.compile(
    r'\{(?:"(?:#|kind|scheme|category|had_interim_solution|language)":'
    r'(?:"[^"\\]{0,60}"|true|false|null),?)*\}'
)
"""How orders were sent that may have that in common with many: nothing that names anybody."""
_MOST_FORMS = 10_000
_WORDS_AT_ONCE = 20_000
"""Orders whose words are handed to the full text together; it puts by what it was given whenever
anything else is written, and what is put by in many pieces is to be put together again."""
_WORDS_HELD = 32 * 2**20
"""Bytes that the full text may hold before it puts them by; what it does by itself is 1 MiB."""
_WORDS_HELD_ELSE = 2**20
_BEFORE = (
    "id",
    "reference",
    "waiting_hour",
    "urgency",
    "rules",
    "outcome",
    "layout_id",
    "sent",
    "sent_form_id",
    "received_us",
    "source_id",
)
"""What stands before the prepared values when an order is added."""
_ELSEWHERE = frozenset({"sent", "place_suffixes", "search_text"})
_WHOLE_HOURS = ":00"
_UNVERIFIED: NewVerdict = (None, None)


class SqlArrivals:
    """The part of `services.ports_orders.OrderStore` that adds."""

    def __init__(self, driver: Any, urgency: SqlUrgency) -> None:
        self._driver = driver
        self._urgency = urgency
        self._layouts: dict[str, int] = {}
        self._forms: dict[str, tuple[str, int | None]] = {}
        self._counted: NewOrders | None = None
        self._verdicts: NewVerdicts | None = None
        self._words: list[tuple[int, str]] = []

    def add(
        self,
        rows: Sequence[PreparedOrder],
        references: Sequence[str],
        received_at: datetime,
        source_id: int | None,
    ) -> range:
        """Add new orders with their search words; returns their ids, which follow each other."""
        first = self._driver.execute("SELECT coalesce(max(id), 0) + 1 FROM orders").fetchone()[0]
        ids = range(first, first + len(rows))
        hour = hours(received_at)
        waiting = [_waiting(row[_SUBMITTED], hour) for row in rows]
        verdicts = self._verdicts.of(rows) if self._verdicts else [_UNVERIFIED] * len(rows)
        key = self._urgency.of_new()
        rest = (microseconds(received_at), source_id)
        self._driver.executemany(
            _INSERT,
            [
                (
                    *(identity, reference, since, key(since, row[_DESIRED]), *verdict),
                    *(self._layout(row[_SUFFIXES]), *self._sent(row[_SENT]), *rest, *row),
                )
                for identity, reference, since, verdict, row in zip(
                    ids, references, waiting, verdicts, rows, strict=True
                )
            ],
        ).close()
        self._words += [
            (identity, f"{reference.lower().replace('-', ' ')} {row[_WORDS]}")
            for identity, reference, row in zip(ids, references, rows, strict=True)
        ]
        counted = self._counted or NewOrders()
        counted.add(hour, waiting, verdicts, list(map(_place, rows)))
        if self._counted is None:
            counted.write(self._driver)
        if self._counted is None or len(self._words) >= _WORDS_AT_ONCE:
            self._put_by_words()
        return ids

    @contextmanager
    def many(self, expected: int, judging: Judging | None) -> Iterator[None]:
        """Add so many orders, about, inside this: where they are more than there are already, the
        indexes are made once in the end instead of row by row."""
        self._run(f"PRAGMA cache_size = -{_ROOM}")
        self._verdicts = NewVerdicts(self._driver, judging) if judging else None
        self._counted = NewOrders()
        self._hold_words(_WORDS_HELD)
        indexes = self._indexes() if expected >= max(self._there(), _MANY) else []
        for name, _ in indexes:
            self._run(f"DROP INDEX {name}")
        yield
        self._put_by_words()
        self._hold_words(_WORDS_HELD_ELSE)
        for _, creation in indexes:
            self._run(creation)
        self._counted.write(self._driver)
        self._counted = self._verdicts = None

    def _there(self) -> int:
        tallied = "SELECT coalesce(sum(orders), 0) FROM tally_queue"
        return int(self._driver.execute(tallied).fetchone()[0])

    def _indexes(self) -> list[tuple[str, str]]:
        """Those of orders by name, and how they are made."""
        return list(
            self._driver.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'index'"
                " AND tbl_name = 'orders' AND sql IS NOT NULL"
            ).fetchall()
        )

    def _put_by_words(self) -> None:
        words, self._words = self._words, []
        self._driver.executemany(
            "INSERT INTO order_search(rowid, words) VALUES(?, ?)", words
        ).close()

    def _hold_words(self, most: int) -> None:
        self._run("INSERT INTO order_search(order_search, rank) VALUES('hashsize', ?)", most)

    def _layout(self, suffixes: Any) -> int:
        """The id of the layout with these suffixes; few files need more than a handful."""
        known = self._layouts.get(suffixes)
        if known is None:
            self._run("INSERT OR IGNORE INTO place_layout(suffixes) VALUES(?)", suffixes)
            found = self._driver.execute(
                "SELECT id FROM place_layout WHERE suffixes = ?", (suffixes,)
            ).fetchone()
            known = self._layouts[suffixes] = int(found[0])
        return known

    def _sent(self, text: Any) -> tuple[str, int | None]:
        """How an order was sent, or which of the common forms that is."""
        known = self._forms.get(text)
        if known is not None:
            return known
        if len(self._forms) >= _MOST_FORMS or not _COMMON.fullmatch(text):
            return text, None
        self._run("INSERT OR IGNORE INTO sent_form(text) VALUES(?)", text)
        found = self._driver.execute("SELECT id FROM sent_form WHERE text = ?", (text,)).fetchone()
        self._forms[text] = ("", int(found[0]))
        return self._forms[text]

    def _run(self, statement: str, *values: Any) -> None:
        self._driver.execute(statement, values).close()


def _place(row: PreparedOrder) -> tuple[str, str]:
    """The municipality of an order, and its category as it is tallied."""
    return str(row[_MUNICIPALITY]), str(row[_CATEGORY_KEY] or row[_CATEGORY])


def _waiting(submitted: Any, received: int) -> int:
    """The hour that an order has waited since."""
    if submitted is None:
        return received
    # Zones are whole hours as a rule; then many moments fall into the same hour.
    zone = submitted[-6:]
    if zone[0] in "+-" and zone.endswith(_WHOLE_HOURS):
        submitted = f"{submitted[:13]}{zone}"
    return min(_hour(submitted), received)


@lru_cache(maxsize=65_536)
def _hour(submitted: str) -> int:
    at = moment(submitted)
    return hours(at if at.tzinfo else at.replace(tzinfo=UTC))


def _statement() -> str:
    """Values stand by number: those of `_BEFORE` first, then the prepared ones."""
    stored = [name for name in PREPARED_FIELDS if name not in _ELSEWHERE]
    every = (*_BEFORE, *PREPARED_FIELDS)
    place = {name: f"?{n}" for n, name in reversed(list(enumerate(every, start=1)))}
    columns = (*_BEFORE, *stored)
    values = ", ".join(place[name] for name in columns)
    return (
        f"INSERT INTO orders(status, desk_rules, {', '.join(columns)})"
        f" VALUES('received', {_alone(place)}, {values})"
    )


def _alone(place: Mapping[str, str]) -> str:
    term = without_neighbours()
    for name in ("her_id_number", "category_key", "own_rules", "kind"):
        term = term.replace(name, place[name])
    return term


_INSERT = _statement()
