"""The configurations of a package as one table, for spreadsheets and for our own import.

The columns that `configurations import` reads bear its names. Cells follow `files.safe_csv`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from timebok_desktop.files.package.times import instant, iso_day
from timebok_desktop.files.safe_csv import unprotect, write_csv
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

_REFERENCE, _HER_ID, _CATEGORY, _ACTION = map(
    COLUMNS.index, ("reference", "her_id", "category", "action")
)


def header_line() -> bytes:
    """The header row."""
    return write_csv([COLUMNS])


def lines(orders: Iterable[LeavingOrder]) -> bytes:
    """The rows of `orders`, in their order."""
    return write_csv(map(_row, orders))


def references(content: bytes) -> list[tuple[str, str, str, str]]:
    """(reference, HER-id, category, action) of each row; ValueError where it is no such table."""
    rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True)
    try:
        header = next(rows, None)
        if header is None or tuple(map(unprotect, header)) != COLUMNS:
            raise ValueError("other columns")
        return [_identity(row) for row in rows]
    except csv.Error as error:
        raise ValueError(str(error)) from error


def _identity(row: Sequence[str]) -> tuple[str, str, str, str]:
    if len(row) != len(COLUMNS):
        raise ValueError("other columns")
    return (
        unprotect(row[_REFERENCE]),
        unprotect(row[_HER_ID]),
        unprotect(row[_CATEGORY]),
        unprotect(row[_ACTION]),
    )


def _row(order: LeavingOrder) -> list[str]:
    key, after, before = order.proposal.key, order.proposal.after, order.proposal.before
    approvals = [text for item in order.approvals[:2] for text in (item.by, instant(item.at))]
    approvals += [""] * (4 - len(approvals))
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
        iso_day(after.valid_from) if after else "",
        before.form if before else "",
        before.vendor if before else "",
        before.system if before else "",
        iso_day(before.valid_from) if before else "",
        *approvals,
        instant(order.snapshot.taken_at),
        order.snapshot.sha256,
    ]
