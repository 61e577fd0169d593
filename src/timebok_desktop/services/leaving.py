"""Which orders may leave, and why the others are held back."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timebok_desktop.domain.codes import LEAVING_STATUSES, Kind, Status
from timebok_desktop.domain.party import Snapshot
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.rule_codes import codes_of, mask_of
from timebok_desktop.domain.rules.verdict import ON_REGISTRY, masks_by_severity
from timebok_desktop.services.approving import Looks
from timebok_desktop.services.configuration_changes import ABSENT
from timebok_desktop.services.context import Context
from timebok_desktop.services.ports_bulk import OrderState, Standing
from timebok_desktop.services.ports_store import UnitOfWork
from timebok_desktop.services.views import HeldBack

_REOPEN = Phrase(
    "Gjenåpne bestillingen, og vurder den på nytt.",
    "Opne bestillinga på nytt, og vurder ho igjen.",
)
_NEW_ORDER = Phrase(
    "Den har vært eksportert før: be kommunen om en endringsbestilling.",
    "Ho har vore eksportert før: be kommunen om ei endringsbestilling.",
)
_FRESH = Phrase(
    "Importer et nytt AR-uttrekk, og eksporter igjen.",
    "Importer eit nytt AR-uttrekk, og eksporter igjen.",
)
_VOID = Phrase(
    "Bestillingen eller konfigurasjonen er endret etter at {by} godkjente, så den godkjenningen "
    "gjelder ikke lenger. {advice}",
    "Bestillinga eller konfigurasjonen er endra etter at {by} godkjende, så den godkjenninga gjeld "
    "ikkje lenger. {advice}",
)

CHUNK = 500
"""Orders whose texts are gathered together."""


@dataclass(frozen=True)
class Selection:
    """What leaves and what does not; `approvals` are those of the leaving orders, by id."""

    leaving: array[int]
    held_back: tuple[HeldBack, ...]
    approvals: Mapping[int, Sequence[Standing]]


def selected(
    context: Context,
    unit: UnitOfWork,
    snapshot: Snapshot,
    ids: array[int],
    fresh: Mapping[int, int],
) -> Selection:
    approvals = unit.bulk.approvals(ids)
    looks = Looks(context, unit)
    looks.load(one for given in approvals.values() for one in given)
    leaving, held = array("q"), []
    for start in range(0, len(ids), CHUNK):
        part = ids[start : start + CHUNK]
        states = unit.bulk.states(part)
        void = _void(unit, looks, part, approvals)
        marks = unit.registry.fingerprints(snapshot.id, {one.her_id for one in states})
        for state in states:
            by = void.get(state.id)
            why = _VOID.fill(by=by, advice=_way_out(state)) if by is not None else None
            if why is None and state.status in LEAVING_STATUSES:
                given = approvals.get(state.id, [])
                mark = given[-1].fingerprint if given else ""
                changed = marks.get(state.her_id, ABSENT) != mark
                verdict = fresh.get(state.id, state.rules or 0)
                why = _held_back(verdict, state, given, changed=changed)
            if why is None:
                leaving.append(state.id)
            else:
                held.append(HeldBack(state.reference, why))
    return Selection(leaving, tuple(held), approvals)


def _void(
    unit: UnitOfWork,
    looks: Looks,
    ids: Sequence[int],
    approvals: Mapping[int, Sequence[Standing]],
) -> dict[int, str]:
    """Those orders of which an approval no longer covers what would leave, and whose that is."""
    orders = looks.orders(ids)
    made = unit.approvals.made_by([one.reference for one in orders.values()])
    found = {}
    for identity, order in orders.items():
        change = looks.change_made(order, made.get(order.reference))
        void = looks.void(order, approvals.get(identity, ()), change)
        if void is not None:
            found[identity] = void.by
    return found


def _way_out(state: OrderState) -> Phrase:
    """What to do about an order that is held back."""
    return _REOPEN if state.status == Status.APPROVED else _NEW_ORDER


def _held_back(
    verdict: int, state: OrderState, approvals: Sequence[Standing], *, changed: bool
) -> Phrase | None:
    """Why an order may not leave; None where it may.

    Only what rests on the registry counts beside stops: that another municipality has ordered in
    the meantime does not take an approval back.
    """
    way_out = _way_out(state)
    accepted = mask_of(rule for approval in approvals for rule in approval.overrides)
    stops, warnings = masks_by_severity(deactivation=state.kind == Kind.DEACTIVATE)
    new = sorted(codes_of(verdict & (stops | (warnings & ON_REGISTRY & ~accepted))))
    if new:
        advice = _FRESH if new == ["SNAPSHOT-STALE"] else way_out
        return Phrase(
            "Nye funn mot gjeldende AR-uttrekk: {rules}. {advice}",
            "Nye funn mot gjeldande AR-uttrekk: {rules}. {advice}",
            {"rules": ", ".join(new), "advice": advice},
        )
    if changed:
        return Phrase(
            "Oppføringen i AR er endret etter godkjenningen (avvik). {advice}",
            "Oppføringa i AR er endra etter godkjenninga (avvik). {advice}",
            {"advice": way_out},
        )
    return None
