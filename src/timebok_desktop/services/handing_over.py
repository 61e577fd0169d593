"""Handing orders over: who holds a case, and how it gets to somebody else's desk.

Nobody's hold outlives them: whoever is at work may hand on or take over what a colleague holds,
and says why. It is no decision: the status stays, only a new order is taken first.
"""

from __future__ import annotations

from collections.abc import Sequence

from timebok_desktop.domain.codes import STATUS_WORDS, Status
from timebok_desktop.domain.errors import RefusedError, UsageError
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.personal_numbers import mask
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.approval import require_caseworker
from timebok_desktop.services.approving import require_unlocked
from timebok_desktop.services.bulk_review import deciding_of, settle
from timebok_desktop.services.context import Service
from timebok_desktop.services.ports_bulk import Move, OrderState
from timebok_desktop.services.review import HELD
from timebok_desktop.services.views import BulkOutcome, HeldBack

HANDED_OVER = "handed-over"
"""The entry of the log."""


class HandingOverService(Service):
    """Implements the handing over of the desk."""

    def hand_over(self, ids: Sequence[int], to: str, user: str, reason: str = "") -> BulkOutcome:
        """Orders are held by `to` from now on, in one transaction, logged for each."""
        require_caseworker(user)
        receiver, why = to.strip(), mask(reason.strip())[0]
        if not squeezed(receiver):
            raise UsageError(
                "Skriv hvem som skal ta over bestillingen.",
                "Skriv kven som skal ta over bestillinga.",
            )
        require_unlocked(self._context, user)
        going: list[OrderState] = []
        held: list[HeldBack] = []
        with self._context.store.write() as unit:
            for state in unit.bulk.states(ids):
                try:
                    _require_possible(state, receiver, user, why)
                except RefusedError as error:
                    held.append(HeldBack(state.reference, error.phrase))
                else:
                    going.append(state)
            if going:
                now = self._now()
                new = [one for one in going if one.status == Status.RECEIVED]
                if new:
                    moves = [Move(one, Status.IN_REVIEW.value, {}) for one in new]
                    deciding = deciding_of(Action.CLAIM, user, now, why)
                    decisions = unit.bulk.decide(moves, deciding)
                    settle(self._context, unit, moves, decisions, deciding)
                names = unit.bulk.hold([one.id for one in going], receiver, now)
                unit.audit.append_many(
                    now,
                    user,
                    HANDED_OVER,
                    (
                        (one.reference, {"from": names[one.id], "to": receiver, "reason": why})
                        for one in going
                    ),
                )
            unit.commit()
        return BulkOutcome(len(going), tuple(held))


def _require_possible(state: OrderState, receiver: str, user: str, reason: str) -> None:
    status = Status(state.status)
    if status is not Status.RECEIVED and status not in HELD:
        raise RefusedError(
            "Ingen holder en bestilling som er «{status}», så den kan ikke overføres.",
            "Ingen held ei bestilling som er «{status}», så ho kan ikkje overførast.",
            status=STATUS_WORDS[status],
        )
    if state.holder_key == squeezed(receiver):
        raise RefusedError(
            "Bestillingen ligger allerede hos {receiver}.",
            "Bestillinga ligg alt hos {receiver}.",
            receiver=receiver,
        )
    if state.holder_key and state.holder_key != squeezed(user) and not reason:
        raise RefusedError(
            "Bestillingen ligger hos en kollega. Skriv hvorfor den overføres.",
            "Bestillinga ligg hos ein kollega. Skriv kvifor ho blir overført.",
        )
