"""Configurations in the store. The database allows one current one a key."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    insert,
    literal_column,
    select,
    true,
    tuple_,
    update,
)

from timebok_desktop.domain.codes import Scheme
from timebok_desktop.domain.configuration import Configuration, ConfigurationKey, Proposal
from timebok_desktop.storage.schema import configuration
from timebok_desktop.storage.values import iso, moment_text, optional_date, optional_moment

_BATCH = 500
_END = (
    "UPDATE configuration SET is_current = 0, ended_at = ?, ended_by = ?, ended_reason = ?"
    " WHERE municipality_number = ? AND her_id = ? AND category = ? AND is_current = 1"
)
_MAKE = (
    "INSERT INTO configuration(municipality_number, her_id, category, scheme, form, vendor, system,"
    " valid_from, order_reference, created_at, is_current, ended_by, ended_reason)"
    " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, '', '')"
)

_BUILT_ON = (
    "SELECT asked.value FROM json_each(?) asked WHERE EXISTS"
    " (SELECT 1 FROM configuration m WHERE m.order_reference = asked.value"
    " AND m.ended_reason <> 'undone' AND m.is_current = 0)"
    " OR EXISTS (SELECT 1 FROM configuration e CROSS JOIN configuration f"
    " ON f.her_id = e.her_id AND f.category = e.category"
    " AND f.municipality_number = e.municipality_number AND f.id > e.id"
    " WHERE e.ended_by = asked.value AND e.ended_by <> '' AND e.ended_reason IN"
    " ('replaced', 'deactivated') AND f.ended_reason <> 'undone'"
    " AND f.order_reference <> asked.value)"
)
"""The orders after which another one changed the same configuration."""
_UNDO_MANY = (
    "UPDATE configuration SET is_current = 0, ended_at = ?, ended_by = order_reference,"
    " ended_reason = 'undone' WHERE ended_reason <> 'undone'"
    " AND order_reference IN (SELECT value FROM json_each(?))"
)
_BRING_BACK_MANY = (
    "UPDATE configuration SET is_current = 1, ended_at = NULL, ended_by = '', ended_reason = ''"
    " WHERE ended_by IN (SELECT value FROM json_each(?)) AND ended_by <> ''"
    " AND ended_reason IN ('replaced', 'deactivated')"
)
_COLUMNS = (
    "municipality_number",
    "her_id",
    "category",
    "scheme",
    "form",
    "vendor",
    "system",
    "valid_from",
    "order_reference",
    "is_current",
    "created_at",
    "ended_at",
    "ended_by",
    "ended_reason",
)
_OF_ORDERS = (
    f"SELECT {', '.join(_COLUMNS)} FROM json_each(?) asked CROSS JOIN configuration"
    " ON {by} = asked.value AND {by} <> '' WHERE {stands} ORDER BY configuration.id DESC"
)
_MADE_BY_ORDERS = _OF_ORDERS.format(by="order_reference", stands="ended_reason <> 'undone'")
_ENDED_BY_ORDERS = _OF_ORDERS.format(
    by="ended_by", stands="ended_reason IN ('replaced', 'deactivated')"
)
_ORDERS_OF_CURRENT = (
    "SELECT DISTINCT orders.id FROM configuration CROSS JOIN orders"
    " ON orders.reference = order_reference WHERE is_current = 1 AND order_reference <> ''"
    " ORDER BY orders.id"
)


class SqlConfigurations:
    """Implements `services.ports_store.ConfigurationStore`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def current(self, key: ConfigurationKey) -> Configuration | None:
        """The current configuration of a key."""
        found = self._select(_has_key(key), configuration.c.is_current)
        return found[0] if found else None

    def of_pairs(self, pairs: Iterable[tuple[int, str]]) -> list[Configuration]:
        """Current configurations with these (HER-id, category) pairs."""
        return self._of_pairs(pairs, configuration.c.is_current)

    def ended_by_orders(
        self, pairs: Iterable[tuple[int, str]], references: Iterable[str]
    ) -> list[Configuration]:
        """What these orders replaced or deactivated among these (HER-id, category) pairs."""
        orders = set(references)
        ended = self._of_pairs(pairs, _was_ended()) if orders else []
        return [one for one in ended if one.ended_by in orders]

    def made_by(self, reference: str) -> Configuration | None:
        """The configuration that an order made and that was not undone, current or past."""
        found = self._select(
            configuration.c.order_reference == reference, configuration.c.ended_reason != "undone"
        )
        return found[0] if found else None

    def ended_by(self, reference: str) -> Configuration | None:
        """The configuration that an order replaced or deactivated."""
        found = self._select(_was_ended_by(reference))
        return found[0] if found else None

    def of_orders(
        self, references: Sequence[str]
    ) -> tuple[dict[str, Configuration], dict[str, Configuration]]:
        """What each of these orders made (and was not undone), and what each ended."""
        asked = json.dumps(list(references))
        made = self._driven(_MADE_BY_ORDERS, asked)
        ended = self._driven(_ENDED_BY_ORDERS, asked)
        return (
            {one.order_reference: one for one in reversed(made)},
            {one.ended_by: one for one in reversed(ended)},
        )

    def orders_of_current(self) -> array[int]:
        """The ids of the orders that made what is current."""
        driver: Any = self._connection.connection.driver_connection
        rows = driver.execute(_ORDERS_OF_CURRENT).fetchall()
        return array("q", chain.from_iterable(rows))

    def add(self, new: Configuration) -> None:
        """Add a configuration, current or past."""
        created = new.created_at
        if created is None:
            raise ValueError("a stored configuration has a moment of creation")
        self._connection.execute(
            insert(configuration).values(
                municipality_number=new.key.municipality_number,
                her_id=new.key.her_id,
                category=new.key.category,
                scheme=new.scheme.value,
                form=new.form,
                vendor=new.vendor,
                system=new.system,
                valid_from=iso(new.valid_from),
                order_reference=new.order_reference,
                is_current=new.current,
                created_at=moment_text(created),
                ended_at=moment_text(new.ended_at) if new.ended_at else None,
                ended_by=new.ended_by,
                ended_reason=new.ended_reason,
            )
        )

    def carry_out(self, changes: Iterable[tuple[Proposal, str]], at: datetime) -> None:
        """End what was current and make the new ones current, in this order."""
        driver: Any = self._connection.connection.driver_connection
        moment = moment_text(at)
        for proposed, reference in changes:
            key, after = proposed.key, proposed.after
            where = (key.municipality_number, key.her_id, key.category)
            reason = "replaced" if after else "deactivated"
            driver.execute(_END, (moment, reference, reason, *where)).close()
            if after:
                driver.execute(
                    _MAKE,
                    (
                        *where,
                        after.scheme.value,
                        after.form,
                        after.vendor,
                        after.system,
                        iso(after.valid_from),
                        reference,
                        moment,
                    ),
                ).close()

    def undo(self, reference: str, at: datetime) -> None:
        """What an order made is neither current nor part of the chain any more."""
        self._connection.execute(
            update(configuration)
            .where(
                configuration.c.order_reference == reference,
                configuration.c.ended_reason != "undone",
            )
            .values(
                is_current=False,
                ended_at=moment_text(at),
                ended_by=reference,
                ended_reason="undone",
            )
        )

    def take_back_plain(self, references: Sequence[str], at: datetime) -> list[str]:
        """Undo and bring back for the orders on which no other one builds; returns the others."""
        driver: Any = self._connection.connection.driver_connection
        asked = json.dumps(list(references))
        others = {row[0] for row in driver.execute(_BUILT_ON, (asked,)).fetchall()}
        plain = json.dumps([one for one in references if one not in others])
        driver.execute(_UNDO_MANY, (moment_text(at), plain)).close()
        driver.execute(_BRING_BACK_MANY, (plain,)).close()
        return [one for one in references if one in others]

    def bring_back(self, reference: str) -> None:
        """Make current again what an order had ended."""
        self._connection.execute(
            update(configuration)
            .where(_was_ended_by(reference))
            .values(is_current=True, ended_at=None, ended_by="", ended_reason="")
        )

    def hand_over(self, reference: str, to: str, reason: str) -> None:
        """What an order had ended counts as ended by another one."""
        self._connection.execute(
            update(configuration)
            .where(_was_ended_by(reference))
            .values(ended_by=to, ended_reason=reason)
        )

    def listed(self, *, past: bool) -> list[Configuration]:
        """All current ones; with `past` the ended ones too, newest first."""
        return self._select(*(() if past else (configuration.c.is_current,)))

    def history(self, her_id: int, category: str) -> list[Configuration]:
        """All of a party and category, newest first."""
        return self._select(configuration.c.her_id == her_id, configuration.c.category == category)

    def _of_pairs(
        self, pairs: Iterable[tuple[int, str]], *where: ColumnElement[Any]
    ) -> list[Configuration]:
        wanted = sorted(set(pairs))
        found: list[Configuration] = []
        for start in range(0, len(wanted), _BATCH):
            some = wanted[start : start + _BATCH]
            pair = tuple_(configuration.c.her_id, configuration.c.category)
            found.extend(self._select(pair.in_(some), *where))
        return found

    def _select(self, *where: ColumnElement[Any]) -> list[Configuration]:
        rows = self._connection.execute(
            select(configuration).where(and_(true(), *where)).order_by(configuration.c.id.desc())
        )
        return [_configuration(row) for row in rows.mappings()]

    def _driven(self, statement: str, *values: Any) -> list[Configuration]:
        """What a statement over `_COLUMNS` finds, straight on the driver."""
        driver: Any = self._connection.connection.driver_connection
        rows = driver.execute(statement, values).fetchall()
        return [_configuration(dict(zip(_COLUMNS, row, strict=True))) for row in rows]


def _was_ended_by(reference: str) -> ColumnElement[bool]:
    """Said as the index says it too, with the text itself: without it all would be read."""
    given = configuration.c.ended_by != literal_column("''")
    return and_(configuration.c.ended_by == reference, given, _was_ended())


def _was_ended() -> ColumnElement[bool]:
    return configuration.c.ended_reason.in_(("replaced", "deactivated"))


def _has_key(key: ConfigurationKey) -> ColumnElement[bool]:
    return and_(
        configuration.c.municipality_number == key.municipality_number,
        configuration.c.her_id == key.her_id,
        configuration.c.category == key.category,
    )


def _configuration(row: Mapping[Any, Any]) -> Configuration:
    return Configuration(
        key=ConfigurationKey(row["municipality_number"], row["her_id"], row["category"]),
        scheme=Scheme(row["scheme"]),
        form=row["form"],
        vendor=row["vendor"],
        system=row["system"],
        valid_from=optional_date(row["valid_from"]),
        order_reference=row["order_reference"],
        current=bool(row["is_current"]),
        created_at=optional_moment(row["created_at"]),
        ended_at=optional_moment(row["ended_at"]),
        ended_by=row["ended_by"],
        ended_reason=row["ended_reason"],
    )
