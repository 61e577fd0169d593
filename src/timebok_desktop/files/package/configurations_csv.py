"""The configurations of a package as one table, for spreadsheets and for our own import.

The columns that `configurations import` reads bear its names. Cells follow `files.safe_csv`.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date

from timebok_desktop.files.package.times import instant
from timebok_desktop.files.safe_csv import read_csv, write_csv
from timebok_desktop.services.ports_files import LeavingOrder

COLUMNS = (
    "reference",
    "action",
    "scheme",
    "municipality_number",
    "municipality_name",
    "organization_number",
    "her_id",
    "party_name",
    "category",
    "form",
    "form_name",
    "vendor",
    "system",
    "valid_from",
    "previous_form",
    "previous_vendor",
    "previous_system",
    "previous_valid_from",
    "approved_by",
    "approved_at",
    "second_approved_by",
    "second_approved_at",
    "snapshot_taken_at",
    "snapshot_sha256",
)


def configurations_csv(orders: Sequence[LeavingOrder]) -> bytes:
    """The table of `orders`, in their order, with a header row."""
    return write_csv([COLUMNS, *map(_row, orders)])


def references(content: bytes) -> list[tuple[str, str, str, str]]:
    """(reference, HER-id, category, action) of each row; ValueError where it is no such table."""
    try:
        rows = list(read_csv(content))
    except csv.Error as error:
        raise ValueError(str(error)) from error
    if not rows or tuple(rows[0]) != COLUMNS or any(len(row) != len(COLUMNS) for row in rows):
        raise ValueError("other columns")
    places = [COLUMNS.index(name) for name in ("reference", "her_id", "category", "action")]
    reference, her_id, category, action = places
    return [(row[reference], row[her_id], row[category], row[action]) for row in rows[1:]]


def _row(order: LeavingOrder) -> list[str]:
    key, after, before = order.proposal.key, order.proposal.after, order.proposal.before
    approvals = [text for item in order.approvals[:2] for text in (item.by, instant(item.at))]
    return [
        order.order.reference,
        order.proposal.action.value,
        order.order.scheme.value,
        key.municipality_number,
        order.municipality.name,
        order.municipality.organization_number,
        str(key.her_id),
        order.party.label if order.party else "",
        key.category,
        after.form if after else "",
        order.form_name if after else "",
        after.vendor if after else "",
        after.system if after else "",
        _day(after.valid_from if after else None),
        before.form if before else "",
        before.vendor if before else "",
        before.system if before else "",
        _day(before.valid_from if before else None),
        *(approvals + [""] * 4)[:4],
        instant(order.snapshot.taken_at),
        order.snapshot.sha256,
    ]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
