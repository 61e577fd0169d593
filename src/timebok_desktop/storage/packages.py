"""Packages that have left, and what came back for their orders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from timebok_desktop.services.ports_files import PackageHeader
from timebok_desktop.services.ports_store import PackageRecord
from timebok_desktop.storage.schema import orders, package, package_order
from timebok_desktop.storage.values import moment, moment_text


class SqlPackages:
    """Implements `services.ports_store.PackageStore`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def last(self) -> PackageRecord | None:
        """The package with the highest sequence."""
        found = self._select(limit=1)
        return found[0] if found else None

    def listed(self) -> list[PackageRecord]:
        """All packages, newest first."""
        return self._select()

    def add(self, record: PackageRecord, order_ids: Sequence[int]) -> None:
        """Remember a package and the orders that left with it."""
        header = record.header
        self._connection.execute(
            insert(package).values(
                sequence=header.sequence,
                uuid=header.uuid,
                previous_sha256=header.previous_sha256,
                created=moment_text(header.created),
                by=header.by,
                full=header.full,
                audit_head=header.audit_head,
                audit_sequence=header.audit_sequence,
                sha256=record.sha256,
                path=record.path,
                configurations=record.configurations,
            )
        )
        driver: Any = self._connection.connection.driver_connection
        driver.executemany(
            "INSERT INTO package_order(sequence, order_id) VALUES(?, ?)",
            [(header.sequence, identity) for identity in order_ids],
        ).close()

    def order_ids(self, uuid: str) -> dict[str, int] | None:
        """The orders of a package by reference."""
        sequence = self._sequence(uuid)
        if sequence is None:
            return None
        rows = self._connection.execute(
            select(orders.c.reference, orders.c.id)
            .join(package_order, package_order.c.order_id == orders.c.id)
            .where(package_order.c.sequence == sequence)
        )
        return dict(rows.all())

    def answers(self, uuid: str) -> dict[str, bool]:
        """What has come back for a package: by reference, whether it went well."""
        rows = self._connection.execute(
            select(orders.c.reference, package_order.c.receipt)
            .join(package_order, package_order.c.order_id == orders.c.id)
            .where(
                package_order.c.sequence == self._sequence(uuid),
                package_order.c.receipt.is_not(None),
            )
        )
        return {reference: receipt == "ok" for reference, receipt in rows}

    def set_receipt(
        self, uuid: str, order_id: int, *, ok: bool, message: str, at: datetime
    ) -> None:
        """Note what came back for an order of a package."""
        self._connection.execute(
            update(package_order)
            .where(
                package_order.c.sequence == self._sequence(uuid),
                package_order.c.order_id == order_id,
            )
            .values(receipt="ok" if ok else "failed", message=message, receipt_at=moment_text(at))
        )

    def _sequence(self, uuid: str) -> int | None:
        return self._connection.execute(
            select(package.c.sequence).where(package.c.uuid == uuid)
        ).scalar()

    def _select(self, limit: int | None = None) -> list[PackageRecord]:
        rows = self._connection.execute(
            select(package).order_by(package.c.sequence.desc()).limit(limit)
        ).mappings()
        return [_record(row, self._receipts(row["sequence"])) for row in rows]

    def _receipts(self, sequence: int) -> dict[str | None, int]:
        rows = self._connection.execute(
            select(package_order.c.receipt, func.count())
            .where(package_order.c.sequence == sequence)
            .group_by(package_order.c.receipt)
        )
        return dict(rows.all())


def _record(row: Mapping[Any, Any], receipts: Mapping[str | None, int]) -> PackageRecord:
    return PackageRecord(
        header=PackageHeader(
            sequence=row["sequence"],
            uuid=row["uuid"],
            previous_sha256=row["previous_sha256"],
            created=moment(row["created"]),
            by=row["by"],
            full=row["full"],
            audit_head=row["audit_head"],
            audit_sequence=row["audit_sequence"],
        ),
        sha256=row["sha256"],
        path=row["path"],
        configurations=row["configurations"],
        acknowledged=receipts.get("ok", 0),
        failed=receipts.get("failed", 0),
        waiting=receipts.get(None, 0),
    )
