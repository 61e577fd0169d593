"""The page of orders: the list in the middle, the decision beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from timebok_desktop.domain.codes import STATUS_WORDS, Status
from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.domain.order import Order
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.draft_fields import used_by
from timebok_desktop.services.looks import Look
from timebok_desktop.services.views import (
    Case,
    DecisionRecord,
    OrderQuery,
    OrderRow,
)
from timebok_desktop.ui import theme
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.orders.amending import Amending
from timebok_desktop.ui.orders.bulk_decisions import BulkDecisions
from timebok_desktop.ui.orders.decisions_allowed import ACTION_NAMES, allow_decisions
from timebok_desktop.ui.orders.drafts import DraftKeeper
from timebok_desktop.ui.orders.findings_walk import FindingsWalk
from timebok_desktop.ui.orders.forms import NEEDS_REASON
from timebok_desktop.ui.orders.grouping import Grouping
from timebok_desktop.ui.orders.hand_over import HandingOver
from timebok_desktop.ui.orders.intake import OrderIntake
from timebok_desktop.ui.orders.letter_keys import LetterKeys
from timebok_desktop.ui.orders.letter_sheet import Pending
from timebok_desktop.ui.orders.letters import LetterWriting
from timebok_desktop.ui.orders.list_look import ListLook
from timebok_desktop.ui.orders.list_saving import ListSaving
from timebok_desktop.ui.orders.notes import NoteWriting
from timebok_desktop.ui.orders.order_list import OrderList
from timebok_desktop.ui.orders.own_views import OwnViews
from timebok_desktop.ui.orders.party_family import connect_family
from timebok_desktop.ui.orders.reading import Reading
from timebok_desktop.ui.orders.review_panel import ReviewPanel
from timebok_desktop.ui.orders.source_looking import SourceLooking
from timebok_desktop.ui.orders.undoing import Undoable, undo_hint
from timebok_desktop.ui.page import Page
from timebok_desktop.ui.tasks import Tasks
from timebok_desktop.ui.theme import SPACE

if TYPE_CHECKING:
    from timebok_desktop.services.desk import Desk

NARROW = 1200
_NO_TICKS: Mapping[str, Sequence[str]] = {}
_MOVES_ON = frozenset(
    {Action.APPROVE, Action.REQUEST_INFORMATION, Action.HOLD, Action.REJECT, Action.WITHDRAW}
)


class OrdersPage(Page):
    """Three things happen here: an order is chosen, its case is shown, it is decided."""

    object_name = "ordersPage"

    def __init__(
        self, desk: Desk, tasks: Tasks, context: Context, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, tasks, context, parent)
        self._reference = ""
        self.undoable = Undoable()
        self._narrow = False

    # -- building ------------------------------------------------------------------------------
    def build(self) -> None:
        """Make the list and the panel."""
        self.content.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.m)
        self.list = OrderList(self.desk, self.tasks, self.context)
        self.drafts = DraftKeeper(self.desk, self.tasks, self.context, self)
        self.panel = ReviewPanel(self.context, self.drafts)
        self.letters = LetterWriting(self, self.panel)
        self.notes = NoteWriting(self, self.panel)
        self.amending = Amending(self, self.panel, self.drafts)
        self.walk = FindingsWalk(self.panel, self.list.table)
        self.letter_keys = LetterKeys(self.panel, self.list.table)
        self.looking = SourceLooking(self, self.panel)
        connect_family(self, self.panel.tabs.family)
        self.intake = OrderIntake(self)
        self.bulk = BulkDecisions(self)
        self.handing_over = HandingOver(self)
        self.reading = Reading(self)
        self.look = ListLook(self.list.table)
        self.own_views = OwnViews(self, self.list.filters)
        self.saving = ListSaving(self, self.list.filters.query)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([524, 736])
        self.splitter.setMinimumWidth(1)  # where both find no room, one is hidden
        self.content.addWidget(self.splitter)
        self._connect()
        self._allow(None)

    def _connect(self) -> None:
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._opened)
        self.list.importWanted.connect(self.intake.choose)
        self.intake.came.connect(self.list.begin_work)
        self.list.selectionCounted.connect(lambda _number: self._allow(self._case()))
        panel = self.panel
        panel.backWanted.connect(self._back)
        self.amending.amended.connect(self.focus_back)
        self.amending.refused.connect(self._refused)
        panel.frontWanted.connect(self._opened)
        for place in (self.list.table, panel):
            place.digitPressed.connect(self.amending.take_numbered)
        panel.partOpened.connect(lambda: self._allow(self._case()))
        panel.reason_form.given.connect(self._decide_for)
        panel.override_form.given.connect(self._approve_with)
        panel.tabs.orderWanted.connect(self.show_subject)
        panel.links.orderWanted.connect(self.show_subject)
        panel.reason_form.letterWanted.connect(
            lambda action, reason: self.letters.open_for(Pending(action, reason))
        )
        self.notes.noted.connect(self.focus_back)
        self.letters.decided.connect(self._letter_decided)
        self.letters.reasonWanted.connect(self._start)
        self.letters.approvalWanted.connect(self.approve)
        panel.letter.opened.connect(self._opened)
        panel.letter.strayed.connect(self.focus_back)
        for form in panel.forms():
            form.opened.connect(self._opened)
        for form in (*panel.forms(), self.own_views.form):
            form.strayed.connect(self.focus_back)
        self.context.userChanged.connect(self._user_changed)
        self.commands = {
            **self.intake.commands(),
            **self.saving.commands(),
            **self.look.commands(),
            **self.reading.commands(),
            **Grouping(self.list.filters).commands(),
            **self.handing_over.commands(),
            **self.walk.commands(),
            **self.own_views.commands(),
            "approveAction": self.approve,
            "undoAction": self.undo,
            "nextAction": partial(self.list.step, 1),
            "previousAction": partial(self.list.step, -1),
            "approveClearAction": self.bulk.offer_clear,
            "amendAction": panel.open_amendment,
            "sourceAction": panel.show_source,
            "citizenAction": panel.show_citizen,
            "letterAction": self.letters.open_for,
            "noteAction": panel.open_note,
            "findAction": self._find,
            **{
                name: partial(self._start, action)
                for action, name in ACTION_NAMES.items()
                if action is not Action.APPROVE
            },
        }

    # -- what others ask for -------------------------------------------------------------------
    def refresh(self) -> None:
        """Ask for the list and for the order that is looked at."""
        self.list.refresh()
        self.own_views.refresh()
        if self._reference:
            self._ask_case()

    def show_subject(self, subject: str) -> None:
        """Show an order by its reference, whatever the list is narrowed to."""
        self.list.show_query(OrderQuery(search=subject))

    def show_query(self, query: OrderQuery) -> None:
        """Show these orders."""
        self.list.show_query(query)

    def take_focus(self) -> None:
        """Work begins in the list."""
        self.list.table.setFocus()

    def remember(self, state: QSettings) -> None:
        """Keep the widths, and what is being typed."""
        self.drafts.flush()
        self.look.remember(state)
        state.setValue("orders/splitter", self.splitter.saveState())

    def recall(self, state: QSettings) -> None:
        """Take the widths up again."""
        self.look.recall(state)
        self.list.recall(state)
        kept = state.value("orders/splitter")
        if kept is not None:
            self.splitter.restoreState(kept)

    def _user_changed(self, _user: str) -> None:
        self.undoable.clear()
        self.panel.close_forms()
        self.list.begin_work(taken_over=True)
        self.refresh()
        if self.isVisible():
            self.focus_back()

    # -- choosing ------------------------------------------------------------------------------
    def _chosen(self, row: OrderRow | None) -> None:
        self.undoable.another_shown()
        self._reference = row.reference if row is not None else ""
        self._allow(None)
        if row is None:
            self.panel.show_nothing()
            if self.panel.isVisibleTo(self) and self.panel.has_taken_over:
                self._back()  # the way back goes with the case
        else:
            self._ask_case()

    def _ask_case(self) -> None:
        self.ask(
            self.desk.case, self._reference, self.context.user, done=self._show_case, latest="case"
        )

    def _show_case(self, case: Case) -> None:
        self.panel.show_case(case)
        self.reading.case_shown(case)
        self._allow(case)

    def _allow(self, case: Case | None) -> None:
        """Enable what the workflow allows; nothing while the case has not come. Where several
        orders are selected, the preview tells what it allows for each of them.
        """
        several = self.list.has_several()
        unseen = case is not None and bool(self.panel.opened.missing(case))
        allow_decisions(
            self.context, case, several=several, undoable=bool(self.undoable), unseen=unseen
        )

    def _find(self) -> None:
        self.list.filters.search.setFocus()
        self.list.filters.search.selectAll()

    # -- deciding ------------------------------------------------------------------------------
    def _case(self) -> Case | None:
        """The case on the screen, if it is that of the current order of the list."""
        case, row = self.panel.case, self.list.current()
        if case is None or row is None or case.order.reference != row.reference:
            return None
        return case if row.reference == self._reference else None

    def approve(self) -> None:
        """Approve and go on; warnings that nobody has answered for are asked about first."""
        if self.list.has_several():
            self.bulk.offer(Action.APPROVE)
            return
        case = self._case()
        if case is None:
            return
        if not self.panel.override_form.isHidden():
            self.panel.override_form.submit()
            return
        unanswered = frozenset(case.warnings_to_override) - frozenset(case.confirmed_overrides)
        if unanswered:
            self.panel.open_overrides(unanswered)
        else:
            self._decide(Action.APPROVE, "", dict(case.confirmed_overrides))

    def undo(self) -> None:
        """Take back the decision made last, else the last one of the order on the screen."""
        made = self.undoable.take() or self._reference
        if isinstance(made, range):
            self.bulk.undo(made)
        elif made:
            self._write(made, Action.UNDO, "", {})

    def _approve_with(
        self, overrides: Mapping[str, str], ticked: Mapping[str, Sequence[str]]
    ) -> None:
        case = self._case()
        if case is not None:
            self._decide(Action.APPROVE, "", {**case.confirmed_overrides, **overrides}, ticked)

    def _start(self, action: Action) -> None:
        """Begin a decision: with a question where it needs a reason, with a preview where it is
        one on several orders.
        """
        if self.list.has_several():
            self.bulk.offer(action)
            return
        if self._case() is None:
            return
        if action in NEEDS_REASON:
            self.ask(
                self.desk.reason_codes,
                action,
                done=partial(self.panel.open_reason, action),
                latest="codes",
            )
        else:
            self._decide(action, "", {})

    def _decide_for(self, action: Action, reason: str) -> None:
        self._decide(action, reason, {})

    def _decide(
        self,
        action: Action,
        reason: str,
        overrides: Mapping[str, str],
        ticked: Mapping[str, Sequence[str]] = _NO_TICKS,
    ) -> None:
        case = self._case()
        if action in _MOVES_ON and case is not None:
            self.list.plan_next(case.order.status)
        look = None
        if case is not None and action is Action.APPROVE:
            look = Look(case.shown, self.panel.opened.rules(), dict(ticked))
        self._write(self._reference, action, reason, overrides, look)
        self.reading.decided()

    def _write(
        self,
        reference: str,
        action: Action,
        reason: str,
        overrides: Mapping[str, str],
        look: Look | None = None,
    ) -> None:
        self._allow(None)
        self.tasks.run(
            self.desk.decide,
            reference,
            action,
            self.context.user,
            reason,
            dict(overrides),
            look,
            owner=self,
            lasting=True,
            done=partial(self._decided, action),
            failed=self._refused,
        )

    def _decided(self, action: Action, result: tuple[Order, DecisionRecord]) -> None:
        order, _decision = result
        self.drafts.used(*used_by(action))
        self.panel.close_forms()
        if action in _MOVES_ON:
            with self.undoable.moving_on(order.reference):
                self.list.go_to_planned()
        self.focus_back()
        status = self.context.say(STATUS_WORDS[order.status])
        words = self.tr("{reference}: {status}.").format(reference=order.reference, status=status)
        if self.undoable:
            words = " ".join((words, undo_hint(self.context)))
        self.context.note(words)
        self.context.storeChanged.emit()

    def _letter_decided(self, action: Action, order: Order) -> None:
        """A letter was saved with its decision: the next order comes, as after any other."""
        self.drafts.used(*used_by(action))
        self.list.plan_next(Status.RECEIVED)
        with self.undoable.moving_on(order.reference):
            self.list.go_to_planned()
        self.focus_back()

    def _refused(self, error: TimebokError) -> None:
        self.tell_failure(error)
        self._ask_case()

    # -- narrow windows ------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below 1200 px the panel takes over, with a way back."""
        super().resizeEvent(event)
        scale = max(1.0, theme.font().pointSizeF() / theme.BASE_POINTS)
        narrow = self.window().width() < NARROW * scale
        if narrow != self._narrow:
            self._narrow = narrow
            self._back()

    def _opened(self) -> None:
        if self._narrow:
            self.list.hide()
            self.panel.show()
            self.panel.take_focus()

    def focus_back(self) -> None:
        """Work goes on in the list, or in the panel where that has taken over."""
        if self.list.isVisibleTo(self):
            self.list.table.setFocus()
        else:
            self.panel.take_focus()

    def _back(self) -> None:
        self.list.show()
        self.panel.setVisible(not self._narrow)
        self.panel.offer_way_back(wanted=self._narrow)
        self.list.table.setFocus()
