"""Verdicts on orders that are about to be stored: the same terms as for those that are there."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import Any, TypeAlias

from timebok_desktop.domain.rule_codes import BIT
from timebok_desktop.services.ports_orders import PREPARED_FIELDS, Judging, PreparedOrder
from timebok_desktop.storage.schema import CATEGORY_CODE, IS_VIA
from timebok_desktop.storage.verdict_terms import outcome, registry_rules, without_neighbours

NewVerdict: TypeAlias = tuple[int | None, str | None]
"""The rules that fire and the outcome; None where the order waits for verification."""

_COMPARED = (
    "kind",
    "scheme",
    "organization_number",
    "category",
    "municipality_key",
    "category_key",
    "her_id_number",
    "own_rules",
)
_picked = itemgetter(*map(PREPARED_FIELDS.index, _COMPARED))
_MADE = (
    f"CREATE TEMP TABLE IF NOT EXISTS arriving (place INTEGER PRIMARY KEY, {', '.join(_COMPARED)},"
    f" category_code GENERATED ALWAYS AS ({CATEGORY_CODE}) VIRTUAL,"
    f" is_via_practitioner GENERATED ALWAYS AS ({IS_VIA}) VIRTUAL)"
)
_FILLED = (
    f"INSERT INTO temp.arriving({', '.join(_COMPARED)}) VALUES({', '.join('?' * len(_COMPARED))})"
)


class NewVerdicts:
    """Judges new orders by what is known of their parties. What their neighbours mean for them is
    worked out when all are there (`VerdictStore.refresh_added`)."""

    def __init__(self, driver: Any, judging: Judging) -> None:
        self._driver = driver
        stale = BIT["SNAPSHOT-STALE"] if judging.at.is_stale else 0
        self._asked = (
            f"SELECT rules, {outcome('rules')} FROM (SELECT kind, own_rules |"
            f" {without_neighbours()} | {stale} | {registry_rules(judging.tables)} AS rules"
            " FROM temp.arriving orders LEFT JOIN party_fact f ON f.her_id = her_id_number"
            " ORDER BY place LIMIT -1)"
        )
        driver.execute(_MADE).close()

    def of(self, rows: Sequence[PreparedOrder]) -> list[NewVerdict]:
        """The verdict on each of these."""
        self._driver.execute("DELETE FROM temp.arriving").close()
        self._driver.executemany(_FILLED, list(map(_picked, rows))).close()
        found: list[NewVerdict] = self._driver.execute(self._asked).fetchall()
        return found
