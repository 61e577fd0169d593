"""Verdicts instead of stored words, tallies, and rows without what can be worked out.

Every table that refers to orders is made anew with it: foreign keys stay on in a migration.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.storage.migrations import second_form as form

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_FIELDS = [
    "kind",
    "scheme",
    "municipality_number",
    "municipality_name",
    "organization_number",
    "her_id",
    "category",
    "form",
    "vendor",
    "system",
    "contact_name",
    "contact_email",
    "contact_phone",
    "contact_role",
    "had_interim_solution",
    "desired_from",
    "language",
    "comment",
    "external_reference",
    "submitted_at",
]
_CODES = [
    "HER-SYNTAX",
    "HER-UNKNOWN",
    "HER-INACTIVE",
    "HER-LEVEL",
    "HER-OWNER",
    "HER-MUNICIPALITY",
    "HER-SERVICE-TYPE",
    "HER-IN-USE",
    "ORG-CHECKSUM",
    "ORG-MUNICIPALITY",
    "MUN-UNKNOWN",
    "MUN-RETIRED",
    "CAT-UNKNOWN",
    "FORM-MISSING",
    "FORM-NOT-ALLOWED",
    "FORM-UNKNOWN",
    "FORM-RECEIVER",
    "VENDOR-UNKNOWN",
    "VENDOR-NOT-INTEGRATED",
    "INTERIM-SOLUTION",
    "CHANGE-WITHOUT-BASE",
    "ALREADY-CONFIGURED",
    "DUPLICATE-ORDER",
    "PRACTITIONER-CATEGORY",
    "PRACTITIONER-SERVICE",
    "SNAPSHOT-STALE",
    "PERSONAL-ID",
]
_DESK = ("HER-IN-USE", "CHANGE-WITHOUT-BASE", "ALREADY-CONFIGURED", "DUPLICATE-ORDER")
_KEPT = [
    "id",
    "reference",
    "status",
    "outcome",
    "kind",
    "scheme",
    "municipality_number",
    "municipality_name",
    "organization_number",
    "her_id",
    "category",
    "form",
    "vendor",
    "system",
    "contact_name",
    "contact_email",
    "contact_phone",
    "contact_role",
    "had_interim_solution",
    "desired_from",
    "language",
    "comment",
    "external_reference",
    "submitted_at",
    "holder",
    "holder_key",
    "extras",
    "masked",
    "municipality_key",
    "category_key",
    "snapshot_id",
    "snapshot_revision",
]
"""Columns of orders that both forms have."""
_BATCH = 1000


def upgrade() -> None:
    connection = op.get_bind()
    run = connection.exec_driver_sql
    _rename_aside("imported_file")
    for name, columns in form.NEW_TABLES.items():
        run(f"CREATE TABLE {name} ({columns})")
    for name, columns in form.NEW_KEYED_TABLES.items():
        run(f"CREATE TABLE {name} ({columns}) WITHOUT ROWID")
    run("INSERT INTO imported_file SELECT NULL, *, NULL FROM imported_file_aside ORDER BY rowid")
    run(f"CREATE TABLE orders_new ({form.ORDERS})")
    _copy(_rows("SELECT * FROM orders ORDER BY id"), "orders_new", _to_new)
    _give_verdicts()
    _replace_orders()
    for statement in (*form.ORDER_INDEXES, *form.TALLIES):
        run(statement)
    run("DROP TABLE finding")
    run("DROP TABLE imported_file_aside")
    run("CREATE INDEX ix_configuration_ended_by ON configuration (ended_by) WHERE ended_by <> ''")
    _give_days()
    _search_anew(form.SEARCH)


def downgrade() -> None:
    """Back to the first form; the words of findings are not there, so all is to be verified."""
    run = op.get_bind().exec_driver_sql
    run(
        "CREATE TABLE finding (order_id INTEGER NOT NULL, position INTEGER NOT NULL,"
        " rule VARCHAR NOT NULL, severity VARCHAR NOT NULL, field VARCHAR NOT NULL,"
        " text_nb TEXT NOT NULL, text_nn TEXT NOT NULL, evidence TEXT NOT NULL,"
        " suggestions TEXT NOT NULL, CONSTRAINT pk_finding PRIMARY KEY (order_id, position),"
        " CONSTRAINT fk_finding_order_id_orders FOREIGN KEY(order_id) REFERENCES orders (id))"
    )
    run("CREATE INDEX ix_finding_rule ON finding (rule)")
    run(
        f"CREATE TABLE orders_new (id INTEGER NOT NULL, reference VARCHAR NOT NULL,"
        f" status VARCHAR NOT NULL, outcome VARCHAR, {form.FORM_FIELDS},"
        f" holder VARCHAR DEFAULT '' NOT NULL, holder_key VARCHAR DEFAULT '' NOT NULL,"
        f" received_at VARCHAR NOT NULL, as_sent TEXT NOT NULL, places TEXT NOT NULL,"
        f" extras TEXT NOT NULL, masked TEXT NOT NULL, municipality_key VARCHAR NOT NULL,"
        f" municipality_title VARCHAR NOT NULL, category_key VARCHAR NOT NULL,"
        f" her_id_number INTEGER, source_sha256 VARCHAR NOT NULL, source_name VARCHAR NOT NULL,"
        f" snapshot_id INTEGER, snapshot_revision INTEGER,"
        f" CONSTRAINT pk_orders PRIMARY KEY (id), CONSTRAINT uq_orders_reference"
        f" UNIQUE (reference), CONSTRAINT fk_orders_snapshot_id_snapshot"
        f" FOREIGN KEY(snapshot_id) REFERENCES snapshot (id))"
    )
    old = _rows(
        "SELECT orders.*, imported_file.sha256, imported_file.name, place_layout.suffixes"
        " FROM orders LEFT JOIN imported_file ON imported_file.id = source_id"
        " JOIN place_layout ON place_layout.id = layout_id ORDER BY orders.id"
    )
    _copy(old, "orders_new", _to_old)
    _replace_orders()
    for statement in (
        "CREATE INDEX ix_orders_status_received_at ON orders (status, received_at, id)",
        "CREATE INDEX ix_orders_received_at ON orders (received_at, id)",
        "CREATE INDEX ix_orders_her_id_number_category_key ON orders (her_id_number, category_key)",
        "CREATE INDEX ix_orders_municipality_key ON orders (municipality_key, id)",
        "CREATE INDEX ix_orders_holder_key_status ON orders (holder_key, status)",
        "CREATE INDEX ix_orders_external_reference ON orders (external_reference)",
    ):
        run(statement)
    _rename_aside("imported_file")
    run(
        f"CREATE TABLE imported_file (sha256 VARCHAR NOT NULL, {form.FILE_FIELDS},"
        f" CONSTRAINT pk_imported_file PRIMARY KEY (sha256))"
    )
    run(
        "INSERT INTO imported_file SELECT sha256, name, format, outcome, imported_at,"
        " imported_by, has_personal_number FROM imported_file_aside ORDER BY id"
    )
    for name in (
        "imported_file_aside",
        *reversed(list(form.NEW_TABLES)[1:]),
        *form.NEW_KEYED_TABLES,
    ):
        run(f"DROP TABLE {name}")
    run("DROP INDEX ix_configuration_ended_by")
    run("ALTER TABLE party DROP COLUMN first_day")
    run("ALTER TABLE party DROP COLUMN last_day")
    _search_anew(form.OLD_SEARCH)


def _rename_aside(name: str) -> None:
    op.get_bind().exec_driver_sql(f"ALTER TABLE {name} RENAME TO {name}_aside")


def _rows(query: str) -> Iterable[Mapping[Any, Any]]:
    return op.get_bind().execute(sa.text(query)).mappings()


def _copy(rows: Iterable[Mapping[Any, Any]], table: str, turned: Any) -> None:
    waiting: list[dict[str, Any]] = []
    for row in rows:
        waiting.append(turned(row))
        if len(waiting) >= _BATCH:
            _insert(table, waiting)
            waiting = []
    if waiting:
        _insert(table, waiting)


def _insert(table: str, rows: list[dict[str, Any]]) -> None:
    names = list(rows[0])
    marks = ", ".join(f":{name}" for name in names)
    columns = ", ".join(names)
    op.get_bind().execute(sa.text(f"INSERT INTO {table} ({columns}) VALUES ({marks})"), rows)


def _to_new(row: Mapping[Any, Any]) -> dict[str, Any]:
    sent = json.loads(row["as_sent"])
    received = datetime.fromisoformat(row["received_at"])
    source = _scalar("SELECT id FROM imported_file WHERE sha256 = ?", row["source_sha256"])
    if source is None and row["source_sha256"]:
        source = _scalar(
            "INSERT INTO imported_file VALUES (NULL, ?, ?, '', 'imported', ?, '', 0, NULL)"
            " RETURNING id",
            row["source_sha256"],
            row["source_name"],
            row["received_at"],
        )
    titled = row["municipality_title"] != row["municipality_name"]
    return {
        **{name: row[name] for name in _KEPT},
        "her_id_number": row["her_id_number"] or 0,
        "municipality_title": row["municipality_title"] if titled else "",
        "received_us": _microseconds(received),
        "waiting_hour": _microseconds(_waiting_since(row["submitted_at"], received))
        // 3_600_000_000,
        "source_id": source,
        "sent": _compact({name: sent.get(name) for name in _FIELDS}),
        "place_prefix": "",
        "layout_id": _layout(row["places"]),
    }


def _layout(suffixes: str) -> int:
    return int(
        _scalar(
            "INSERT INTO place_layout VALUES (NULL, ?)"
            " ON CONFLICT(suffixes) DO UPDATE SET suffixes = suffixes RETURNING id",
            suffixes,
        )
    )


def _to_old(row: Mapping[Any, Any]) -> dict[str, Any]:
    difference = json.loads(row["sent"])
    ordinary = {name: row[name] for name in _FIELDS if row[name] not in ("", None)}
    if "had_interim_solution" in ordinary:
        ordinary["had_interim_solution"] = bool(ordinary["had_interim_solution"])
    together = {name: difference.get(name, ordinary.get(name)) for name in _FIELDS}
    places = json.loads(row["suffixes"])
    prefix = row["place_prefix"]
    return {
        **{name: row[name] for name in _KEPT},
        "outcome": None,
        "snapshot_id": None,
        "snapshot_revision": None,
        "her_id_number": row["her_id_number"] or None,
        "municipality_title": row["municipality_title"] or row["municipality_name"],
        "received_at": datetime.fromtimestamp(row["received_us"] // 1_000_000, UTC)
        .replace(microsecond=row["received_us"] % 1_000_000)
        .strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "as_sent": _compact({name: v for name, v in together.items() if v is not None}),
        "places": _compact({name: prefix + suffix for name, suffix in places.items()}),
        "source_sha256": row["sha256"] or "",
        "source_name": row["name"] or "",
    }


def _waiting_since(submitted_at: str | None, received: datetime) -> datetime:
    submitted = datetime.fromisoformat(submitted_at) if submitted_at else received
    return min(submitted if submitted.tzinfo else submitted.replace(tzinfo=UTC), received)


def _microseconds(moment: datetime) -> int:
    since = moment - datetime(1970, 1, 1, tzinfo=UTC)
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def _give_verdicts() -> None:
    """What was found before, as bits; what looks at the order alone is worked out again."""
    run = op.get_bind().exec_driver_sql
    bits = " ".join(f"WHEN '{code}' THEN {1 << place}" for place, code in enumerate(_CODES))
    desk = sum(1 << _CODES.index(code) for code in _DESK)
    run(
        f"UPDATE orders_new SET rules = coalesce((SELECT sum(CASE rule {bits} ELSE 0 END)"
        f" FROM finding WHERE order_id = orders_new.id), 0) WHERE outcome IS NOT NULL"
    )
    run(f"UPDATE orders_new SET desk_rules = rules & {desk} WHERE rules IS NOT NULL")


def _replace_orders() -> None:
    """Put the new orders in the place of the old ones; what refers to them is made anew."""
    run = op.get_bind().exec_driver_sql
    run("CREATE TABLE decision_aside AS SELECT * FROM decision")
    run("CREATE TABLE package_order_aside AS SELECT * FROM package_order")
    run("UPDATE decision SET takes_back = NULL, previous = NULL, is_current = 0, is_standing = 0")
    run("DELETE FROM finding")
    for name in ("decision", "package_order", "orders"):
        run(f"DROP TABLE {name}")
    run("ALTER TABLE orders_new RENAME TO orders")
    run(f"CREATE TABLE decision ({form.DECISION})")
    run(f"CREATE TABLE package_order ({form.PACKAGE_ORDER})")
    run("INSERT INTO decision SELECT * FROM decision_aside ORDER BY id")
    run("INSERT INTO package_order SELECT * FROM package_order_aside")
    run("DROP TABLE decision_aside")
    run("DROP TABLE package_order_aside")
    for statement in form.CHILD_INDEXES:
        run(statement)


def _give_days() -> None:
    """The days that bound a party's validity, in Norway."""
    connection = op.get_bind()
    connection.exec_driver_sql("ALTER TABLE party ADD COLUMN first_day VARCHAR")
    connection.exec_driver_sql("ALTER TABLE party ADD COLUMN last_day VARCHAR")
    rows = connection.exec_driver_sql(
        "SELECT valid_from, valid_to, id FROM party"
        " WHERE valid_from IS NOT NULL OR valid_to IS NOT NULL"
    ).all()
    days = [(_day(start), _day(end), identity) for start, end, identity in rows]
    if days:
        connection.exec_driver_sql(
            "UPDATE party SET first_day = ?, last_day = ? WHERE id = ?", days
        )


def _day(moment: str | None) -> str | None:
    return norwegian_day(datetime.fromisoformat(moment)).isoformat() if moment else None


def _search_anew(creation: str) -> None:
    """The same words in an index of another make."""
    run = op.get_bind().exec_driver_sql
    run("CREATE VIRTUAL TABLE order_words USING fts5vocab(order_search, 'instance')")
    run(
        "CREATE TABLE order_words_aside AS SELECT doc, group_concat(DISTINCT term) AS words"
        " FROM order_words GROUP BY doc"
    )
    run("DROP TABLE order_words")
    run("DROP TABLE order_search")
    run(creation)
    run(
        "INSERT INTO order_search(rowid, words)"
        " SELECT doc, replace(words, ',', ' ') FROM order_words_aside ORDER BY doc"
    )
    run("DROP TABLE order_words_aside")


def _scalar(statement: str, *values: Any) -> Any:
    return op.get_bind().exec_driver_sql(statement, values).scalar()


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
