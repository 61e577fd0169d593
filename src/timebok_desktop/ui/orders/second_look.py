"""What the first approver saw, above the matter, while a second approval is awaited; and what the
second approver has opened of it. The service asks for the same (`services.second_look`)."""

from __future__ import annotations

from textwrap import shorten

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from timebok_desktop.domain.rules import RULES
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.views import Case
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.wording import exact_moment, moment_in_words

_LONGEST = 72
"""Letters of a reason above the buttons; all of it stands at its finding."""


def awaits(case: Case) -> bool:
    """Whether it is this caseworker's second approval that is awaited, and nothing bars it."""
    may_approve = Action.APPROVE in case.actions and Action.APPROVE not in case.blocked
    return case.first_approval is not None and may_approve


class Opened:
    """The flagged rules that this caseworker has opened, by order, as long as each is what it was
    when they were opened."""

    def __init__(self) -> None:
        self._of_orders: dict[str, tuple[tuple[object, ...], set[str]]] = {}
        self._now: set[str] = set()

    def look_at(self, case: Case, user: str) -> None:
        """Another case, or the same one as it stands now."""
        first = case.first_approval
        stands = (user.casefold(), case.shown, case.to_see, first.at if first else None)
        kept, opened = self._of_orders.get(case.order.reference, (stands, set()))
        self._now = opened if kept == stands else set()
        self._of_orders[case.order.reference] = (stands, self._now)

    def add(self, rule: str) -> None:
        """One more was opened."""
        self._now.add(rule)

    def rules(self) -> frozenset[str]:
        """What has been opened of the case that is looked at."""
        return frozenset(self._now)

    def missing(self, case: Case) -> tuple[str, ...]:
        """What this caseworker has still to open before approving it."""
        return tuple(rule for rule in case.to_see if rule not in self._now) if awaits(case) else ()


def words_for_bar(case: Case, opened: Opened, context: Context) -> str:
    """What the decision bar says above its buttons: what is still to be opened, else what a second
    approval confirms; "" where there is nothing to say."""
    missing = len(opened.missing(case))
    if missing == 1:
        return QCoreApplication.translate(
            "SecondLook", "Before you approve: open the finding that was set aside."
        )
    if missing:
        words = QCoreApplication.translate(
            "SecondLook",
            "Before you approve: open the {count} findings that were set aside.",
        )
        return words.format(count=missing)
    if not case.confirmed_overrides or Action.APPROVE not in case.actions:
        return ""
    reasons = "; ".join(
        f"{context.say(RULES[rule].title) if rule in RULES else rule}: "
        f"{shorten(reason, _LONGEST, placeholder=' …')}"
        for rule, reason in case.confirmed_overrides.items()
    )
    words = QCoreApplication.translate(
        "SecondLook", "Approving also confirms these reasons. {reasons}"
    )
    return words.format(reasons=reasons)


class FirstLook(QFrame):
    """Who approved first, when, on which extract, and whether the entry in AR is still the one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("firstLook")
        self._context = context
        dress(self, look="notice", tone="neutral")
        self.who = Text("", "strong", wrap=True)
        self.evidence = Text("", "small", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.s)
        layout.setSpacing(SPACE.xs)
        layout.addWidget(self.who)
        layout.addWidget(self.evidence)
        self.hide()

    def show_case(self, case: Case) -> None:
        """Show another case; nothing where no second approval is awaited."""
        first = case.first_approval
        self.setVisible(first is not None)
        if first is None:
            return
        moment = moment_in_words(first.at, self._context.now())
        aside = len(first.overrides)
        if aside == 0:
            words = self.tr("{by} approved {moment} and set nothing aside.")
        elif aside == 1:
            words = self.tr("{by} approved {moment} and set 1 warning aside.")
        else:
            words = self.tr("{by} approved {moment} and set {count} warnings aside.")
        self.who.setText(words.format(by=first.by, moment=moment, count=aside))
        parts = [exact_moment(first.at)]
        if first.snapshot is not None:
            taken = exact_moment(first.snapshot.taken_at)
            parts.append(self.tr("registry extract of {moment}").format(moment=taken))
        parts.append(
            self.tr("the entry in AR is still the same")
            if first.same_entry
            else self.tr("the entry in AR has changed since")
        )
        if first.reason:
            parts.append(first.reason)
        self.evidence.setText(" · ".join(parts))
        self.evidence.set_tone("neutral" if first.same_entry else "warning")
