"""Receipts: what the registry operators say of a package moves its orders on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.personal_numbers import mask
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.problems import Problem
from timebok_desktop.services.context import Service
from timebok_desktop.services.facts import pair_of
from timebok_desktop.services.ports_files import Receipt, ReceiptLine
from timebok_desktop.services.ports_store import UnitOfWork
from timebok_desktop.services.views import ReceiptReport


class ReceiptService(Service):
    """Implements the receipt part of the desk.

    The first answer on an order of a package counts: the same receipt taken in again, perhaps after
    the order has left with a later package, changes nothing.
    """

    def import_receipts(self, path: Path, user: str, *, dry_run: bool = False) -> ReceiptReport:
        """Take receipts of one or more packages, in one transaction; with `dry_run` only tell.

        Lines about packages or orders that never left count as unknown and change nothing.
        """
        sha256 = "" if dry_run else self._context.originals.keep_file(path)
        receipts = self._context.receipt_reader.read(path)
        accepted = failed = unknown = 0
        problems: list[Problem] = []
        with self._context.store.write() as unit:
            for receipt in receipts:
                problems.extend(receipt.problems)
                orders = unit.packages.order_ids(receipt.package) or {}
                answers = unit.packages.answers(receipt.package)
                for line in receipt.results:
                    if line.reference not in orders:
                        unknown += 1
                        continue
                    before = answers.get(line.reference, line.ok)
                    if before is not line.ok:
                        problems.append(_answered(line))
                        continue
                    accepted += line.ok
                    failed += not line.ok
                    if line.reference not in answers:
                        answers[line.reference] = line.ok
                        self._take_line(unit, receipt, line, orders[line.reference], user, sha256)
            if not dry_run:  # else leaving the unit of work takes it all back
                unit.commit()
        return ReceiptReport(accepted, failed, unknown, tuple(problems))

    def _take_line(
        self,
        unit: UnitOfWork,
        receipt: Receipt,
        line: ReceiptLine,
        order_id: int,
        user: str,
        sha256: str,
    ) -> None:
        stored = unit.orders.by_ids([order_id])[0]
        message = mask(line.message)[0]
        unit.packages.set_receipt(
            receipt.package, order_id, ok=line.ok, message=message, at=self._now()
        )
        if stored.order.status is Status.EXPORTED:
            status = Status.ACKNOWLEDGED if line.ok else Status.EXPORT_FAILED
            unit.orders.save(
                replace(
                    stored,
                    order=replace(stored.order, status=status),
                    keys=replace(stored.keys, search_text=""),
                )
            )
            pair = pair_of(stored)
            if pair is not None and not line.ok:  # on its way again, among its neighbours
                unit.verdicts.refresh_neighbours({pair}, self._context.tables(unit))
        unit.audit.append(
            self._now(),
            user,
            "receipt",
            line.reference,
            {"package": receipt.package, "ok": line.ok, "message": message, "file": sha256},
        )


def _answered(line: ReceiptLine) -> Problem:
    return Problem(
        line.place,
        "already-answered",
        Phrase(
            "{reference} har allerede fått et annet svar for denne eksportpakken. Det første "
            "gjelder.",
            "{reference} har alt fått eit anna svar for denne eksportpakken. Det første gjeld.",
            {"reference": line.reference},
        ),
        refuses=True,
    )
