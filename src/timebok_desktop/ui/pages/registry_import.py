"""Importing an AR export: progress with a way out, and the question about far fewer parties.

The service asks on its own thread and cannot wait for a person there, so the first attempt is
refused and remembers the numbers; a yes imports again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from timebok_desktop.domain.codes import OUTCOME_WORDS, Outcome
from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.services import then_verify
from timebok_desktop.services.views import RegistryImportReport, VerificationReport
from timebok_desktop.ui.cards import Notice, ProgressStrip
from timebok_desktop.ui.file_choice import FileQuestion
from timebok_desktop.ui.page import Page
from timebok_desktop.ui.pages.import_outcome import problem_lines
from timebok_desktop.ui.wording import exact_moment, grouped_count


class _RememberedQuestion:
    """Answers no, and keeps what was asked."""

    def __init__(self) -> None:
        self.numbers: tuple[int, int] | None = None

    def accept(self, new: int, old: int) -> bool:
        """The question of the service, on the service's thread."""
        self.numbers = (new, old)
        return False


class RegistryImport(QWidget):
    """The strip on the registry page where an import is followed and asked about."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._number = 0
        self.progress = ProgressStrip(self._stop)
        self.notice = Notice()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.progress)
        layout.addWidget(self.notice)
        page.context.progressed.connect(self._progressed)

    def choose(self) -> None:
        """Ask for the file and import it."""
        path = self._page.context.choose_file(
            self,
            FileQuestion(
                self.tr("Choose an AR export"),
                patterns=self.tr("AR export (*.json *.xml);;All files (*)"),
            ),
        )
        if path is not None:
            self.start(path)

    def start(self, path: Path) -> None:
        """Import a file; far fewer parties than before are asked about first."""
        question = _RememberedQuestion()

        def failed(error: TimebokError) -> None:
            self._ended()
            if question.numbers is None:
                self.notice.show_notice(error.text(self._page.context.language), "stop")
            else:
                self._ask_about_fewer(path, *question.numbers)

        self._run(path, question.accept, failed)

    def _start_anyway(self, path: Path) -> None:
        def failed(error: TimebokError) -> None:
            self._ended()
            self.notice.show_notice(error.text(self._page.context.language), "stop")

        self._run(path, lambda _new, _old: True, failed)

    def _run(
        self,
        path: Path,
        accept: Callable[[int, int], bool],
        failed: Callable[[TimebokError], None],
    ) -> None:
        self.notice.hide()
        words = self.tr("Importing {name}").format(name=path.name)
        self.progress.begin(words)
        page = self._page
        self._number = page.act(
            partial(
                then_verify.import_registry,
                page.desk,
                path,
                page.context.user,
                accept_fewer=accept,
            ),
            words=words,
            done=self._done,
            failed=failed,
            lasting=False,
        )

    def _stop(self) -> None:
        self._page.tasks.cancel(self._number)
        self.progress.words.setText(self.tr("Stopping …"))

    def _progressed(self, number: int, done: int, total: int) -> None:
        if number == self._number:
            self.progress.progressed(done, total)

    def _ended(self) -> None:
        self.progress.end()
        self._number = 0

    def _done(self, report: RegistryImportReport) -> None:
        self._ended()
        snapshot = report.snapshot
        words = (
            self.tr(
                "The file supplemented the snapshot of {taken}; it now has {parties} party(ies).",
                "",
                snapshot.parties,
            )
            if report.supplemented
            else self.tr(
                "The snapshot of {taken} with {parties} party(ies) is now the current one.",
                "",
                snapshot.parties,
            )
        ).format(taken=exact_moment(snapshot.taken_at), parties=grouped_count(snapshot.parties))
        lines = problem_lines(self._page.context, report.problems)
        told = [self._verified(report.verification)]
        if lines:
            told += [self.tr("Could not be read and was left out:"), lines]
        self.notice.show_notice(
            words, "warning" if lines else "clear", "\n".join(told), self._close()
        )

    def _verified(self, report: VerificationReport | None) -> str:
        if report is None:
            return self.tr(
                "The orders have not been verified against it. {key} verifies them."
            ).format(key=self._page.context.actions.key("verifyAllAction"))
        total = sum(report.counts.values())
        if not total:
            return self.tr("No order needed to be verified against it.")
        say = self._page.context.say
        counts = ", ".join(
            f"{say(OUTCOME_WORDS[outcome]).lower()} {grouped_count(report.counts.get(outcome, 0))}"
            for outcome in reversed(Outcome)
        )
        words = self.tr("%n order(s) were verified against it: {counts}.", "", total)
        return words.format(counts=counts)

    def _close(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        return ((self.tr("Close"), self.notice.hide),)

    def _ask_about_fewer(self, path: Path, new: int, old: int) -> None:
        self.notice.show_notice(
            self.tr("{name} has far fewer parties than the current snapshot.").format(
                name=path.name
            ),
            "warning",
            self.tr(
                "{new} against {old}. It may be cut off. If you use it, orders for the parties "
                "that are missing will be stopped. Nothing has changed yet."
            ).format(new=grouped_count(new), old=grouped_count(old)),
            (
                (self.tr("Keep the current snapshot"), self.notice.hide),
                (self.tr("Use it all the same"), lambda: self._start_anyway(path)),
            ),
        )
