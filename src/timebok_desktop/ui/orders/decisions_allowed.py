"""Which decisions can be made on what is shown, and why the others cannot."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from timebok_desktop.domain.codes import STATUS_WORDS
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.views import Case
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.orders.bulk_decisions import BULK_ACTIONS

ACTION_NAMES: dict[Action, str] = {
    Action.APPROVE: "approveAction",
    Action.REQUEST_INFORMATION: "requestInformationAction",
    Action.HOLD: "holdAction",
    Action.REJECT: "rejectAction",
    Action.CLAIM: "claimAction",
    Action.RELEASE: "releaseAction",
    Action.WITHDRAW: "withdrawAction",
    Action.REOPEN: "reopenAction",
}


def allow_decisions(
    context: Context, case: Case | None, *, several: bool, undoable: bool, unseen: bool
) -> None:
    """Enable what the workflow allows; nothing while the case has not come, no approval while
    something is `unseen` that has to be opened first. Where several orders are selected, the
    preview tells what it allows for each of them.
    """
    actions, why_not = context.actions, _why_not(context, case, several=several)
    allowed = case.actions - case.blocked.keys() if case is not None else frozenset()
    if several:
        allowed = BULK_ACTIONS
    elif unseen:
        allowed -= {Action.APPROVE}
    for action, name in ACTION_NAMES.items():
        blocked = case.blocked.get(action) if case is not None else None
        why = context.say(blocked) if blocked is not None else why_not
        if action is Action.APPROVE and unseen and not several:
            why = QCoreApplication.translate(
                "OrdersPage", "What was set aside has to be opened first."
            )
        actions.allow(name, "" if action in allowed else why)
    actions.allow("amendAction", "" if case is not None and case.may_amend else why_not)
    for name in ("letterAction", "noteAction"):
        actions.allow(name, "" if case is not None and not several else why_not)
    actions.allow("undoAction", "" if undoable or Action.UNDO in allowed else why_not)


def _why_not(context: Context, case: Case | None, *, several: bool) -> str:
    if several:
        return QCoreApplication.translate("OrdersPage", "Not possible for several orders at once.")
    if case is None:
        return QCoreApplication.translate("OrdersPage", "No order is shown.")
    words = QCoreApplication.translate(
        "OrdersPage", "Not possible while the order has the status «{status}»."
    )
    return words.format(status=context.say(STATUS_WORDS[case.order.status]))
