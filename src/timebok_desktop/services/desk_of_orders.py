"""The part of the desk that deals with single orders: queue, review, decisions, letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from timebok_desktop.domain.letter_kinds import LetterKind
from timebok_desktop.domain.order import Order
from timebok_desktop.domain.phrases import Language, Phrase
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.correspondence_views import NoteRecord
from timebok_desktop.services.letter_views import LetterText, ProposedLetter, SavedLetter
from timebok_desktop.services.looks import Look
from timebok_desktop.services.source_views import SourceView
from timebok_desktop.services.views import (
    BulkOutcome,
    BulkPreview,
    Case,
    DecisionRecord,
    ImportReport,
    OrderGroup,
    OrderPage,
    OrderQuery,
    OrderRow,
    OwnView,
    VerificationReport,
)

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class OrderDesk(Protocol):
    """What a front door can do with orders. User names are compared without case."""

    def order_ids(
        self, query: OrderQuery, user: str, cancelled: Cancelled | None = None
    ) -> Sequence[int]:
        """The ids of all orders of a query, in its order: an array of type 'q', or a
        range where they follow each other. CancelledError as soon as `cancelled` says so."""

    def grouped_order_ids(
        self, query: OrderQuery, user: str, cancelled: Cancelled | None = None
    ) -> tuple[Sequence[int], tuple[OrderGroup, ...]]:
        """The same, and where the query is sorted by municipality, how many of them each has, in
        that order; nothing beside the ids elsewhere."""

    def order_rows(self, ids: Sequence[int], user: str = "") -> tuple[OrderRow, ...]:
        """The rows of these ids, in this order; ids that are gone are left out. Without a `user`
        none of them is unread."""

    def mark_read(self, ids: Sequence[int], user: str) -> None:
        """The caseworker has seen these orders as they are now. Not logged."""

    def mark_unread(self, ids: Sequence[int], user: str) -> None:
        """These orders are as though the caseworker had never seen them. Not logged."""

    def order_page(
        self, query: OrderQuery, user: str, limit: int, after: str = "", *, counted: bool = True
    ) -> OrderPage:
        """A page by keyset; RefusedError for a cursor that is not of this query. The total is -1
        where it would have to be counted and `counted` is not wanted."""

    def save_list(
        self,
        path: Path,
        query: OrderQuery,
        user: str,
        *,
        ids: Sequence[int] | None = None,
        language: Language = "nb",
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> int:
        """Save the orders of a query (of these only, with `ids`) as a list that our own import
        reads, in the format that the path's extension names; how many. All or nothing."""

    def view_counts(self, user: str) -> Mapping[str, int]:
        """How many orders each saved view holds, by its name."""

    # -- views of one's own --------------------------------------------------------------------
    def own_views(self, user: str) -> tuple[OwnView, ...]:
        """The views that the caseworker has saved, in that order."""

    def own_view_counts(self, user: str) -> Mapping[str, int]:
        """How many orders each of them holds, by its name; those that would have to be counted for
        long are left out."""

    def save_own_view(
        self, name: str, query: OrderQuery, user: str, *, replaces: bool = False
    ) -> OwnView:
        """Save a query under a name. RefusedError where the name is taken and `replaces` is not
        wanted."""

    def rename_own_view(self, name: str, new: str, user: str) -> OwnView:
        """Give a view another name. RefusedError where that is taken."""

    def delete_own_view(self, name: str, user: str) -> OwnView:
        """Take a view away; it is returned, so that it can be saved again."""

    def write_own_view(self, name: str, path: Path, user: str, *, replaces: bool = False) -> None:
        """Write a view as a file to share. RefusedError where the file exists and `replaces` is
        not wanted."""

    def read_view(self, path: Path) -> OwnView:
        """The view of such a file; UnreadableError says what is wrong with it, and where."""

    # -- cases and files -----------------------------------------------------------------------
    def case(self, reference: str, user: str) -> Case:
        """All that a review needs. NotFoundError for an unknown reference."""

    def import_orders(
        self,
        paths: Sequence[Path],
        user: str,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
        *,
        verifying: bool = False,
    ) -> ImportReport:
        """Import order files and folders (recursive); each file is one transaction. With
        `verifying` what comes in is verified at once, where nothing else has to be verified
        first (`ImportReport.any_waits`)."""

    def take_inbox(self, user: str, *, verifying: bool = False) -> ImportReport:
        """Import what has settled in the inbox folder and move it to its subfolders."""

    def original(self, sha256: str) -> bytes:
        """A kept original, unchanged. NotFoundError where there is none."""

    def source_view(self, reference: str, field: str, user: str) -> SourceView:
        """What stands in the order's file where a field was read, as plain text, masked; logged.
        RefusedError where no place is known, UnreadableError where nothing is found there."""

    def save_original(self, reference: str, target: Path, user: str) -> int:
        """Write the file that an order came in with, logged; how many bytes. RefusedError where
        `target` exists."""

    def verify(
        self,
        references: Sequence[str] = (),
        *,
        everything: bool = False,
        user: str,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
        details: bool = True,
    ) -> VerificationReport:
        """Verify against the current snapshot. RefusedError where there is none.

        With neither references nor `everything`: the orders whose findings are missing or rest
        on an older snapshot.
        """

    def amend(self, reference: str, changes: Mapping[str, str], reason: str, user: str) -> Order:
        """Amend fields (names of `domain.order.FIELDS`, values as a person types them); what was
        sent stays in `as_sent`; the order is verified again where there is a snapshot."""

    def decide(
        self,
        reference: str,
        action: Action,
        user: str,
        reason: str = "",
        overrides: Mapping[str, str] | None = None,
        look: Look | None = None,
    ) -> tuple[Order, DecisionRecord]:
        """Make or take back a decision, durably, or raise RefusedError and change nothing.

        An approval is refused where what was looked at is no longer what would be shown, where a
        second approver has not opened all of `Case.to_see`, and where a point of
        `Case.checklists` is not ticked. Without a `look` the action itself confirms what the first
        approver set aside, and a reason ticks a checklist.
        """

    def preview_many(self, ids: Sequence[int], action: Action, user: str) -> BulkPreview:
        """What a bulk decision would do to these orders; nothing is changed."""

    def decide_many(
        self,
        ids: Sequence[int],
        action: Action,
        user: str,
        reason: str = "",
        shown: bytes | None = None,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> BulkOutcome:
        """The same decision on many orders in one transaction; what may not be decided is named,
        so is what is no longer as it was `shown` (`BulkPreview.shown`, of just these ids).
        CancelledError where it was stopped: then none is decided."""

    def undo_many(
        self,
        decisions: range,
        user: str,
        reason: str = "",
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> BulkOutcome:
        """Take back what one bulk decision did (`BulkOutcome.decisions`), in one transaction; what
        can no longer be undone is named and stays. CancelledError where it was stopped."""

    def hand_over(self, ids: Sequence[int], to: str, user: str, reason: str = "") -> BulkOutcome:
        """Orders are held by another caseworker from now on, in one transaction; new ones are
        taken first. What nobody can hold, or a colleague holds where there is no reason, is named
        and stays."""

    def reason_codes(self, action: Action) -> Mapping[str, Phrase]:
        """The reason codes offered for an action, by code."""

    # -- letters -------------------------------------------------------------------------------
    def letter(
        self,
        reference: str,
        user: str,
        kind: LetterKind | None = None,
        language: Language | None = None,
        deadline: date | None = None,
        reader: Language = "nb",
    ) -> ProposedLetter:
        """The letter that the program proposes: of the kind that the order's status calls for, in
        the municipality's language (else the order's, else the reader's), unless others are
        named. RefusedError where nothing has been decided that a letter could tell."""

    def check_letter(self, reference: str, letter: LetterText) -> None:
        """RefusedError where a letter is not finished, whatever the order's status."""

    def save_letter(self, reference: str, letter: LetterText, path: Path, user: str) -> SavedLetter:
        """Save a letter as .eml, .docx or .pdf and keep it with the order. RefusedError where it
        tells of a decision that does not stand, or is not finished."""

    # -- notes and drafts ----------------------------------------------------------------------
    def add_note(self, reference: str, text: str, user: str) -> NoteRecord:
        """Write an internal note on an order; it is never changed and never exported."""

    def save_draft(self, reference: str, field: str, text: str, user: str) -> None:
        """Keep what a caseworker has typed into a field and not used yet; "" takes it away."""

    def discard_drafts(self, reference: str, fields: Sequence[str], user: str) -> None:
        """Throw drafts away; a name that ends in `/` is all that begin so."""
