"""The second form of the store, as SQL, and what of the first one leads back to it."""

from __future__ import annotations

FORM_FIELDS = """
    kind VARCHAR NOT NULL, scheme VARCHAR NOT NULL, municipality_number VARCHAR NOT NULL,
    municipality_name VARCHAR NOT NULL, organization_number VARCHAR NOT NULL,
    her_id VARCHAR NOT NULL, category VARCHAR NOT NULL, form VARCHAR NOT NULL,
    vendor VARCHAR NOT NULL, system VARCHAR NOT NULL, contact_name VARCHAR NOT NULL,
    contact_email VARCHAR NOT NULL, contact_phone VARCHAR NOT NULL, contact_role VARCHAR NOT NULL,
    had_interim_solution BOOLEAN, desired_from VARCHAR, language VARCHAR NOT NULL,
    comment TEXT NOT NULL, external_reference VARCHAR NOT NULL, submitted_at VARCHAR"""
FILE_FIELDS = """
    name VARCHAR NOT NULL, format VARCHAR NOT NULL, outcome VARCHAR NOT NULL,
    imported_at VARCHAR NOT NULL, imported_by VARCHAR NOT NULL,
    has_personal_number BOOLEAN NOT NULL"""
DECISION = """
    id INTEGER NOT NULL, order_id INTEGER NOT NULL, kind VARCHAR NOT NULL,
    "by" VARCHAR NOT NULL, by_key VARCHAR NOT NULL, "at" VARCHAR NOT NULL, reason TEXT NOT NULL,
    overrides TEXT NOT NULL, status_before VARCHAR NOT NULL, status_after VARCHAR NOT NULL,
    fingerprint VARCHAR NOT NULL, takes_back INTEGER, previous INTEGER,
    is_current BOOLEAN NOT NULL, is_standing BOOLEAN NOT NULL, is_taken_back BOOLEAN NOT NULL,
    CONSTRAINT pk_decision PRIMARY KEY (id),
    CONSTRAINT fk_decision_order_id_orders FOREIGN KEY(order_id) REFERENCES orders (id),
    CONSTRAINT fk_decision_takes_back_decision FOREIGN KEY(takes_back) REFERENCES decision (id),
    CONSTRAINT fk_decision_previous_decision FOREIGN KEY(previous) REFERENCES decision (id)"""
PACKAGE_ORDER = """
    sequence INTEGER NOT NULL, order_id INTEGER NOT NULL, receipt VARCHAR, message TEXT,
    receipt_at VARCHAR,
    CONSTRAINT pk_package_order PRIMARY KEY (sequence, order_id),
    CONSTRAINT fk_package_order_sequence_package FOREIGN KEY(sequence)
        REFERENCES package (sequence),
    CONSTRAINT fk_package_order_order_id_orders FOREIGN KEY(order_id) REFERENCES orders (id)"""
CHILD_INDEXES = (
    "CREATE INDEX ix_decision_order_id ON decision (order_id, id)",
    "CREATE UNIQUE INDEX uq_decision_current ON decision (order_id) WHERE is_current = 1",
    (
        "CREATE UNIQUE INDEX uq_decision_four_eyes ON decision (order_id, by_key)"
        " WHERE kind = 'approve' AND is_standing = 1"
    ),
    "CREATE INDEX ix_package_order_order_id ON package_order (order_id)",
)
STATUS_PLACE = (
    "CASE status WHEN 'received' THEN 0 WHEN 'in_review' THEN 1"
    " WHEN 'awaiting_information' THEN 2 WHEN 'on_hold' THEN 3"
    " WHEN 'awaiting_second_approval' THEN 4 WHEN 'approved' THEN 5 WHEN 'exported' THEN 6"
    " WHEN 'export_failed' THEN 7 WHEN 'acknowledged' THEN 8 WHEN 'rejected' THEN 9"
    " WHEN 'withdrawn' THEN 10 ELSE 11 END"
)
OUTCOME_PLACE = (
    "CASE outcome WHEN 'stopped' THEN 1 WHEN 'warnings' THEN 2 WHEN 'clear' THEN 3 ELSE 9 END"
)
CATEGORY_CODE = "coalesce(nullif(category_key, ''), category)"
ORDERS = f"""
    id INTEGER NOT NULL, reference VARCHAR NOT NULL, status VARCHAR NOT NULL, outcome VARCHAR,
    rules INTEGER, own_rules INTEGER, desk_rules INTEGER DEFAULT 0 NOT NULL,
    snapshot_id INTEGER, snapshot_revision INTEGER, holder VARCHAR DEFAULT '' NOT NULL,
    holder_key VARCHAR DEFAULT '' NOT NULL, received_us INTEGER NOT NULL,
    waiting_hour INTEGER NOT NULL, source_id INTEGER, {FORM_FIELDS},
    sent TEXT NOT NULL, place_prefix VARCHAR NOT NULL, layout_id INTEGER NOT NULL,
    extras TEXT NOT NULL, masked TEXT NOT NULL, municipality_key VARCHAR NOT NULL,
    municipality_title VARCHAR NOT NULL, category_key VARCHAR NOT NULL,
    her_id_number INTEGER NOT NULL,
    status_place INTEGER GENERATED ALWAYS AS ({STATUS_PLACE}) VIRTUAL,
    outcome_place INTEGER GENERATED ALWAYS AS ({OUTCOME_PLACE}) VIRTUAL,
    category_code VARCHAR GENERATED ALWAYS AS ({CATEGORY_CODE}) VIRTUAL,
    is_via_practitioner BOOLEAN GENERATED ALWAYS AS (scheme = 'via-practitioner') VIRTUAL,
    CONSTRAINT pk_orders PRIMARY KEY (id),
    CONSTRAINT uq_orders_reference UNIQUE (reference),
    CONSTRAINT fk_orders_snapshot_id_snapshot FOREIGN KEY(snapshot_id) REFERENCES snapshot (id),
    CONSTRAINT fk_orders_source_id_imported_file FOREIGN KEY(source_id)
        REFERENCES imported_file (id),
    CONSTRAINT fk_orders_layout_id_place_layout FOREIGN KEY(layout_id)
        REFERENCES place_layout (id)"""
NEW_TABLES = {
    "imported_file": f"""
    id INTEGER NOT NULL, sha256 VARCHAR NOT NULL, {FILE_FIELDS}, audit_seq INTEGER,
    CONSTRAINT pk_imported_file PRIMARY KEY (id),
    CONSTRAINT uq_imported_file_sha256 UNIQUE (sha256)""",
    "place_layout": """
    id INTEGER NOT NULL, suffixes TEXT NOT NULL,
    CONSTRAINT pk_place_layout PRIMARY KEY (id),
    CONSTRAINT uq_place_layout_suffixes UNIQUE (suffixes)""",
    "standing": """
    name VARCHAR NOT NULL, value TEXT NOT NULL, CONSTRAINT pk_standing PRIMARY KEY (name)""",
    "party_changed": """
    her_id INTEGER NOT NULL, CONSTRAINT pk_party_changed PRIMARY KEY (her_id)""",
    "party_fact": """
    her_id INTEGER NOT NULL, rules INTEGER NOT NULL, misfit INTEGER NOT NULL,
    organization_number VARCHAR NOT NULL, owner_number VARCHAR NOT NULL,
    municipality VARCHAR NOT NULL, covers BOOLEAN NOT NULL,
    CONSTRAINT pk_party_fact PRIMARY KEY (her_id)""",
}
NEW_KEYED_TABLES = {
    "party_coverage": """
    her_id INTEGER NOT NULL, municipality VARCHAR NOT NULL,
    CONSTRAINT pk_party_coverage PRIMARY KEY (her_id, municipality)""",
    "tally_queue": """
    status VARCHAR NOT NULL, holder_key VARCHAR NOT NULL, outcome VARCHAR NOT NULL,
    category VARCHAR NOT NULL, orders INTEGER NOT NULL,
    CONSTRAINT pk_tally_queue PRIMARY KEY (status, holder_key, outcome, category)""",
    **{
        f"tally_{name}": f"""
    {column} NOT NULL, is_open BOOLEAN NOT NULL, orders INTEGER NOT NULL,
    CONSTRAINT pk_tally_{name} PRIMARY KEY ({column.split()[0]}, is_open)"""
        for name, column in (
            ("place", "municipality VARCHAR"),
            ("rules", "rules INTEGER"),
            ("hour", "hour INTEGER"),
        )
    },
}
"""Without a row number beside their key."""
ORDER_INDEXES = (
    "CREATE INDEX ix_orders_status_place ON orders (status_place)",
    "CREATE INDEX ix_orders_outcome_place ON orders (outcome_place)",
    "CREATE INDEX ix_orders_municipality_number ON orders (municipality_number)",
    (
        "CREATE INDEX ix_orders_municipality_key ON orders (municipality_key)"
        " WHERE municipality_key <> municipality_number"
    ),
    "CREATE INDEX ix_orders_category_code ON orders (category_code)",
    "CREATE INDEX ix_orders_her_id_number ON orders (her_id_number)",
    (
        "CREATE INDEX ix_orders_judged ON orders (her_id_number, category_code, status_place,"
        " municipality_key, organization_number, is_via_practitioner, kind, own_rules, desk_rules,"
        " rules)"
    ),
    "CREATE INDEX ix_orders_holder_key ON orders (holder_key)",
    "CREATE INDEX ix_orders_rules ON orders (rules)",
    "CREATE INDEX ix_orders_waiting_hour ON orders (waiting_hour)",
    (
        "CREATE INDEX ix_orders_external_reference ON orders (external_reference)"
        " WHERE status = 'awaiting_information'"
    ),
    "CREATE INDEX ix_orders_snapshot_id ON orders (snapshot_id) WHERE snapshot_id IS NOT NULL",
)
OPEN = "status_place <= 4"
TALLIES = (
    (
        "INSERT INTO tally_queue SELECT status, holder_key, coalesce(outcome, ''),"
        " category_code, count(*) FROM orders GROUP BY 1, 2, 3, 4"
    ),
    f"INSERT INTO tally_place SELECT municipality_key, {OPEN}, count(*) FROM orders GROUP BY 1, 2",
    (
        f"INSERT INTO tally_rules SELECT rules, {OPEN}, count(*) FROM orders"
        " WHERE rules IS NOT NULL GROUP BY 1, 2"
    ),
    f"INSERT INTO tally_hour SELECT waiting_hour, {OPEN}, count(*) FROM orders GROUP BY 1, 2",
)
SEARCH = (
    "CREATE VIRTUAL TABLE order_search USING fts5(words, content='', contentless_delete=1,"
    " tokenize='ascii', prefix='1 2 3', detail=none)"
)
OLD_SEARCH = (
    "CREATE VIRTUAL TABLE order_search USING fts5(words, content='', contentless_delete=1,"
    " tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
)
