"""The whole main job on the sample world, by two invented caseworkers, through the desk alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from timebok_desktop.domain.codes import Outcome, Status
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.desk import Desk
from timebok_desktop.services.views import OrderQuery

FIRST, SECOND = "anna", "bjorn"
"""Invented caseworkers."""

_OVERRIDE_REASON = "Vurdert mot AR og avklart med kommunen (demo)"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the main job and how it went."""

    step: str
    outcome: str


def load_sample(desk: Desk, world: Path, user: str) -> list[Step]:
    """Bring the sample world in: registry, tables, base configurations, orders; verify."""
    settings = desk.settings()
    desk.save_settings(replace(settings, sample_world=True), user)
    registry = desk.import_registry(world / "registry" / "ar-export.json", user)
    steps = [Step("registry import", f"{registry.snapshot.parties} parter")]
    tables = sorted((world / "tables").glob("*.csv"))
    for table in tables:
        desk.import_table(table.stem, table, user)
    steps.append(Step("tables import", ", ".join(table.stem for table in tables)))
    base = desk.import_configurations(world / "configurations.csv", user)
    steps.append(Step("configurations import", f"{base.accepted} konfigurasjoner"))
    orders = desk.import_orders([world / "orders"], user)
    steps.append(
        Step(
            "orders import",
            f"{orders.accepted} inn, {orders.refused} avvist, {orders.duplicates} fra før",
        )
    )
    report = desk.verify(everything=True, user=user, details=False)
    counts = ", ".join(f"{outcome.value} {report.counts[outcome]}" for outcome in Outcome)
    steps.append(Step("verify", counts))
    return steps


def run_demo(
    desk: Desk,
    world: Path,
    packages: Path,
    trust: Path,
    write_text: Callable[[Path, str], None],
) -> tuple[list[Step], str]:
    """The main job from files to receipt; returns its steps and the package's path."""
    steps = load_sample(desk, world, FIRST)
    steps.append(_review(desk))
    export = desk.export(packages, SECOND)
    steps.append(
        Step("export", f"{export.configurations} konfigurasjoner, {len(export.held_back)} tilbake")
    )
    desk.export_trust(trust)
    check = desk.verify_package(Path(export.path), trust)
    steps.append(Step("package verify", "gyldig" if check.valid else "ikke gyldig"))
    receipt = packages.parent / "receipt.json"
    write_text(receipt, _receipt(desk, export.sequence))
    answer = desk.import_receipts(receipt, SECOND)
    steps.append(Step("receipts import", f"ok {answer.accepted}, failed {answer.failed}"))
    verdict = desk.verify_audit()
    steps.append(
        Step(
            "audit verify",
            f"{verdict.events} hendelser, {'uskadd' if verdict.intact else 'endret'}",
        )
    )
    return steps, export.path


def _review(desk: Desk) -> Step:
    """Approve what is clear, override a few warnings, ask about or reject some of the rest."""
    approved = asked = rejected = 0
    for number, row in enumerate(desk.order_rows(desk.order_ids(OrderQuery(), FIRST))):
        if row.outcome is Outcome.STOPPED:
            if number % 2:
                desk.decide(row.reference, Action.REJECT, FIRST, "wrong-her-id: feil i demoen")
                rejected += 1
            elif number % 4 == 0:
                desk.decide(row.reference, Action.REQUEST_INFORMATION, FIRST, "her-id")
                asked += 1
        elif row.outcome is Outcome.CLEAR or number % 3 == 0:
            case = desk.case(row.reference, FIRST)
            if Action.APPROVE in case.blocked:
                continue
            overrides = dict.fromkeys(case.warnings_to_override, _OVERRIDE_REASON)
            desk.decide(row.reference, Action.APPROVE, FIRST, overrides=overrides)
            approved += _second(desk, row.reference)
    return Step("decide", f"{approved} godkjent av to, {rejected} avvist, {asked} venter på svar")


def _second(desk: Desk, reference: str) -> int:
    """The second caseworker approves what has not changed meanwhile."""
    case = desk.case(reference, SECOND)
    if Action.APPROVE in case.blocked or case.warnings_to_override:
        return 0
    order, _ = desk.decide(reference, Action.APPROVE, SECOND)
    return int(order.status is Status.APPROVED)


def _receipt(desk: Desk, sequence: int | None) -> str:
    """What a receiver might answer: everything went well but the last."""
    package = next(one for one in desk.packages() if one.sequence == sequence)
    exported = OrderQuery(statuses=(Status.EXPORTED,))
    references = [row.reference for row in desk.order_rows(desk.order_ids(exported, SECOND))]
    results = [
        {"reference": reference, "status": "ok", "message": ""} for reference in references[:-1]
    ] + [
        {"reference": reference, "status": "failed", "message": "Oppdiktet feil i demoen"}
        for reference in references[-1:]
    ]
    return json.dumps({"package": package.uuid, "results": results}, indent=1)
