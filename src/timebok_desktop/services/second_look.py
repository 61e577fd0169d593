"""The second approver's look: what the first one saw, and what has to be opened before approving.

Asked wherever an approval is made of what somebody was shown, so that no button can forget it. A
command names what it approves and was shown nothing: it confirms with its one action.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from timebok_desktop.domain.codes import Kind, Status
from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.domain.party import Snapshot
from timebok_desktop.domain.rule_codes import codes_of
from timebok_desktop.domain.rules.verdict import masks_by_severity
from timebok_desktop.services.ports_bulk import Standing
from timebok_desktop.services.views import AuditEvent, DecisionRecord, FirstApproval


def first_approval(
    first: DecisionRecord,
    events: Sequence[AuditEvent],
    snapshots: Sequence[Snapshot],
    *,
    same_entry: bool,
) -> FirstApproval:
    """What the first approver saw; the log says which extract that was."""
    told = next(
        (one.details.get("snapshot") for one in events if one.details.get("decision") == first.id),
        None,
    )
    return FirstApproval(
        first.by,
        first.at,
        first.reason,
        first.overrides,
        next((one for one in snapshots if one.id == told), None),
        same_entry=same_entry,
    )


def flagged(
    status: Status, kind: Kind, verdict: int, confirmed: Mapping[str, str]
) -> tuple[str, ...]:
    """The rules whose findings and reasons a second approver has to open: every warning, and
    everything that the first approver set aside."""
    if status is not Status.AWAITING_SECOND_APPROVAL:
        return ()
    _, warns = masks_by_severity(deactivation=kind is Kind.DEACTIVATE)
    return tuple(dict.fromkeys((*codes_of(verdict & warns), *confirmed)))


def require_seen(reference: str, to_see: Collection[str], seen: Collection[str]) -> None:
    """RefusedError where something that was flagged has not been opened."""
    missing = [rule for rule in to_see if rule not in seen]
    if missing:
        raise RefusedError(
            "{reference} kan ikke godkjennes ennå. Åpne og se på dette først: {rules}.",
            "{reference} kan ikkje godkjennast enno. Opne og sjå på dette først: {rules}.",
            reference=reference,
            rules=", ".join(missing),
        )


def require_nothing_flagged(
    reference: str, status: Status, kind: Kind, verdict: int, approvals: Sequence[Standing]
) -> None:
    """RefusedError where a second approval has something to open: that is done order by order."""
    confirmed = approvals[0].overrides if approvals else {}
    to_see = flagged(status, kind, verdict, confirmed)
    if to_see:
        raise RefusedError(
            "{reference} må godkjennes for seg: {rules} er overstyrt, og det må du åpne og se "
            "på først.",
            "{reference} må godkjennast for seg: {rules} er overstyrt, og det må du opne og "
            "sjå på først.",
            reference=reference,
            rules=", ".join(to_see),
        )
