"""Which status may follow which, by which action. Anything else is refused."""

from __future__ import annotations

from enum import StrEnum

from timebok_desktop.domain.codes import STATUS_WORDS, Status
from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.domain.phrases import Phrase


class Action(StrEnum):
    """What a caseworker can do to an order."""

    CLAIM = "claim"
    RELEASE = "release"
    APPROVE = "approve"
    REJECT = "reject"
    REQUEST_INFORMATION = "request-information"
    HOLD = "hold"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    UNDO = "undo"


ACTION_WORDS = {
    Action.CLAIM: Phrase("Ta saken", "Ta saka"),
    Action.RELEASE: Phrase("Frigi", "Frigi"),
    Action.APPROVE: Phrase("Godkjenn", "Godkjenn"),
    Action.REJECT: Phrase("Avvis", "Avvis"),
    Action.REQUEST_INFORMATION: Phrase("Be om opplysninger", "Be om opplysningar"),
    Action.HOLD: Phrase("Sett på vent", "Set på vent"),
    Action.REOPEN: Phrase("Gjenåpne", "Opne på nytt"),
    Action.WITHDRAW: Phrase("Trekk", "Trekk"),
    Action.UNDO: Phrase("Angre", "Angre"),
}

DECISION_WORDS = {
    Action.CLAIM: Phrase("Tok saken", "Tok saka"),
    Action.RELEASE: Phrase("Frigav saken", "Frigav saka"),
    Action.APPROVE: Phrase("Godkjente", "Godkjende"),
    Action.REJECT: Phrase("Avviste", "Avviste"),
    Action.REQUEST_INFORMATION: Phrase("Ba om opplysninger", "Bad om opplysningar"),
    Action.HOLD: Phrase("Satte på vent", "Sette på vent"),
    Action.REOPEN: Phrase("Gjenåpnet", "Opna på nytt"),
    Action.WITHDRAW: Phrase("Trakk bestillingen", "Trekte bestillinga"),
    Action.UNDO: Phrase("Angret", "Angra"),
}
"""What somebody did, in the history and the log."""

_DECIDABLE = (Status.RECEIVED, Status.IN_REVIEW, Status.ON_HOLD)
_ASSESSABLE = (*_DECIDABLE, Status.AWAITING_SECOND_APPROVAL)
_BEFORE_EXPORT = frozenset(Status) - {
    Status.EXPORTED,
    Status.EXPORT_FAILED,
    Status.ACKNOWLEDGED,
    Status.SUPERSEDED,
}

TRANSITIONS: dict[Action, dict[Status, Status]] = {
    Action.CLAIM: {Status.RECEIVED: Status.IN_REVIEW},
    Action.RELEASE: {Status.IN_REVIEW: Status.RECEIVED},
    Action.APPROVE: {
        **dict.fromkeys(_DECIDABLE, Status.AWAITING_SECOND_APPROVAL),
        Status.AWAITING_SECOND_APPROVAL: Status.APPROVED,
    },
    Action.REQUEST_INFORMATION: dict.fromkeys(_ASSESSABLE, Status.AWAITING_INFORMATION),
    Action.HOLD: dict.fromkeys(_ASSESSABLE, Status.ON_HOLD),
    Action.REJECT: dict.fromkeys(_ASSESSABLE, Status.REJECTED),
    Action.WITHDRAW: {
        status: Status.WITHDRAWN for status in _BEFORE_EXPORT if status is not Status.WITHDRAWN
    },
    Action.REOPEN: dict.fromkeys(
        (Status.REJECTED, Status.WITHDRAWN, Status.ON_HOLD, Status.APPROVED), Status.IN_REVIEW
    ),
}
"""Action -> status before -> status after. Undo goes to the status before, whatever it was."""

UNDOABLE = _BEFORE_EXPORT
"""Where the last decision may be taken back."""

AMENDABLE = frozenset(
    {
        Status.RECEIVED,
        Status.IN_REVIEW,
        Status.AWAITING_INFORMATION,
        Status.ON_HOLD,
        Status.AWAITING_SECOND_APPROVAL,
        Status.APPROVED,
    }
)
"""Where what the order says may be amended."""


def status_after(action: Action, status: Status, *, second_approval: bool = True) -> Status:
    """The status that `action` leads to. RefusedError where the workflow has no such step."""
    following = TRANSITIONS.get(action, {}).get(status)
    if following is None:
        raise refused(action, status)
    if following is Status.AWAITING_SECOND_APPROVAL and not second_approval:
        return Status.APPROVED
    return following


def status_after_amendment(status: Status) -> Status:
    """Approvals fall away with an amendment; an awaited answer brings the order back.

    RefusedError where nothing may be amended any more.
    """
    if status not in AMENDABLE:
        raise RefusedError(
            "Bestillingen er «{status}» og kan ikke rettes. Gjenåpne den først; etter eksport må "
            "kommunen sende en endringsbestilling.",
            "Bestillinga er «{status}» og kan ikkje rettast. Opne ho på nytt først; etter eksport "
            "må kommunen sende ei endringsbestilling.",
            status=STATUS_WORDS[status],
        )
    if status is Status.AWAITING_INFORMATION:
        return Status.RECEIVED
    if status in {Status.AWAITING_SECOND_APPROVAL, Status.APPROVED}:
        return Status.IN_REVIEW
    return status


def allowed_actions(status: Status) -> frozenset[Action]:
    """The actions that the workflow knows from `status` (who may is judged elsewhere)."""
    actions = {action for action, steps in TRANSITIONS.items() if status in steps}
    return frozenset(actions)


def refused(action: Action, status: Status) -> RefusedError:
    """The refusal of a step that the workflow does not have."""
    return RefusedError(
        "«{action}» går ikke når bestillingen er «{status}». Ingenting er endret.",
        "«{action}» går ikkje når bestillinga er «{status}». Ingenting er endra.",
        action=ACTION_WORDS[action],
        status=STATUS_WORDS[status],
    )
