"""Letters of the page of orders: asks for the proposal, saves what the caseworker made of it, and
goes on with what was begun.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from timebok_desktop.domain.codes import STATUS_WORDS
from timebok_desktop.domain.errors import RefusedError, TimebokError
from timebok_desktop.domain.letter_kinds import LetterKind, kind_for
from timebok_desktop.domain.order import Order
from timebok_desktop.domain.phrases import Language
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.letter_views import LetterText, ProposedLetter, SavedLetter
from timebok_desktop.ui.file_choice import FileQuestion
from timebok_desktop.ui.orders.letter_sheet import Format, Pending
from timebok_desktop.ui.orders.review_panel import ReviewPanel
from timebok_desktop.ui.page import Page

if TYPE_CHECKING:
    from timebok_desktop.services.desk import Desk

_LETTER_OF = {
    Action.REQUEST_INFORMATION: LetterKind.REQUEST_INFORMATION,
    Action.REJECT: LetterKind.REJECTION,
}
_PATTERNS = {"docx": "Word (*.docx)", "pdf": "PDF (*.pdf)"}


def decide_and_save(
    desk: Desk, reference: str, pending: Pending, letter: LetterText, path: Path, user: str
) -> tuple[Order, SavedLetter]:
    """Make a decision and save its letter; nothing is decided where the letter is not finished."""
    desk.check_letter(reference, letter)
    order, _ = desk.decide(reference, pending.action, user, pending.reason)
    return order, desk.save_letter(reference, letter, path, user)


class LetterWriting(QObject):
    """Signals: `decided(Action, Order)` when a decision was made together with its letter,
    `reasonWanted(Action)` where its reason must come first, `saved()` when a letter was;
    `reasonWanted` and `approvalWanted()` also where a draft of theirs is gone on with."""

    decided = Signal(object, object)
    reasonWanted = Signal(object)
    approvalWanted = Signal()
    saved = Signal()

    def __init__(self, page: Page, panel: ReviewPanel) -> None:
        super().__init__(page)
        self._page, self._panel = page, panel
        panel.letter.saveWanted.connect(self._save)
        panel.letter.languageWanted.connect(self._speak)
        panel.notice.goOn.connect(self._go_on)

    def open_for(self, pending: Pending | None = None) -> None:
        """Write the letter of the decision that stands, or of one that is made with it."""
        case = self._panel.case
        if case is None:
            return
        kind = _LETTER_OF[pending.action] if pending else kind_for(case.order.status)
        if kind is None:
            self._page.context.tell(
                self.tr(
                    "A letter tells of a decision. Request information, reject or approve first."
                )
            )
            return
        self._ask(case.order.reference, kind, None, partial(self._opened, pending))

    def _go_on(self, place: str) -> None:
        """Back to what was begun on the order: see `DraftNotice`."""
        kind, _, rest = place.partition("/")
        if kind == "reason":
            self.reasonWanted.emit(Action(rest))
        elif kind == "override":
            self.approvalWanted.emit()
        elif kind == "amend":
            self._panel.open_amendment(rest)
        elif kind == "note":
            self._panel.open_note()
        else:
            self.open_draft(LetterKind(rest))

    def open_draft(self, kind: LetterKind) -> None:
        """Go on with a letter that was begun; where its decision has not been made, the reason
        comes first."""
        case = self._panel.case
        if case is not None and kind is kind_for(case.order.status):
            self.open_for()
            return
        action = next((one for one, made in _LETTER_OF.items() if made is kind), None)
        if action is not None and case is not None and action in case.actions:
            self.reasonWanted.emit(action)
        else:
            self._page.context.tell(self.tr("The decision that the letter told of does not stand."))

    def _ask(
        self, reference: str, kind: LetterKind, language: Language | None, done: object
    ) -> None:
        context = self._page.context
        self._page.ask(
            self._page.desk.letter,
            reference,
            context.user,
            kind,
            language,
            None,
            context.language,
            done=done,  # type: ignore[arg-type]
            latest="letter",
        )

    def _opened(self, pending: Pending | None, proposed: ProposedLetter) -> None:
        if self._is_current(proposed):
            self._panel.open_letter(proposed, pending)

    def _speak(self, language: Language) -> None:
        proposed = self._panel.letter.proposed
        if proposed is not None:
            self._ask(proposed.reference, proposed.letter.kind, language, self._spoken)

    def _spoken(self, proposed: ProposedLetter) -> None:
        if self._is_current(proposed) and self._panel.letter.proposed is not None:
            self._panel.letter.take(proposed)

    def _is_current(self, proposed: ProposedLetter) -> bool:
        case = self._panel.case
        return case is not None and case.order.reference == proposed.reference

    # -- saving --------------------------------------------------------------------------------
    def _save(self, form: Format) -> None:
        sheet, context = self._panel.letter, self._page.context
        proposed, letter = sheet.proposed, sheet.letter()
        if proposed is None or letter is None:
            return
        reference = proposed.reference
        suggested = self.tr("{reference}-letter").format(reference=reference) + f".{form}"
        pattern = _PATTERNS.get(form) or self.tr("E-mail draft (*.eml)")
        question = FileQuestion(self.tr("Save the letter"), "save", pattern, suggested)
        path = context.choose_file(self._page, question)
        if path is None:
            return
        pending = sheet.pending
        words = self.tr("Saving the letter")
        if pending is None:
            self._page.act(
                self._page.desk.save_letter,
                reference,
                letter,
                path,
                context.user,
                words=words,
                done=partial(self._saved, path),
                failed=self._failed,
            )
            return
        self._page.act(
            decide_and_save,
            self._page.desk,
            reference,
            pending,
            letter,
            path,
            context.user,
            words=words,
            done=partial(self._saved_with, pending.action, path),
            failed=self._failed,
        )

    def _saved(self, path: Path, saved: SavedLetter) -> None:
        self._put_away(saved)
        self._page.context.tell(self._told(path), "clear", str(path))
        self.saved.emit()

    def _saved_with(self, action: Action, path: Path, result: tuple[Order, SavedLetter]) -> None:
        order, saved = result
        self._put_away(saved)
        status = self._page.context.say(STATUS_WORDS[order.status])
        told = f"{order.reference}: {status}. {self._told(path)}"
        self._page.context.tell(told, "clear", str(path))
        self.decided.emit(action, order)

    def _told(self, path: Path) -> str:
        return self.tr("The letter is saved in {file}. Nothing has been sent.").format(
            file=path.name
        )

    def _put_away(self, saved: SavedLetter) -> None:
        self._panel.drafts.used(f"letter/{saved.record.kind.value}/")
        self._panel.letter.close_letter()

    def _failed(self, error: TimebokError) -> None:
        """What is wrong with the letter is said where it is."""
        words = error.text(self._page.context.language)
        if isinstance(error, RefusedError) and self._panel.letter.proposed is not None:
            self._panel.letter.complain(words)
        else:
            self._page.tell_failure(error)
