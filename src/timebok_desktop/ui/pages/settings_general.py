"""General settings: language, look, second approval, limits, inbox. Saved with one button."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop.services.desk import Desk
from timebok_desktop.services.fixed_settings import FixedSettings
from timebok_desktop.services.retention import RetentionReport
from timebok_desktop.services.settings import Settings
from timebok_desktop.ui.appearance import APPEARANCES
from timebok_desktop.ui.cards import (
    Card,
    Notice,
    button,
    choice_field,
    counted_in,
    form_card,
    number_field,
    row,
    scrolled,
)
from timebok_desktop.ui.file_choice import FileQuestion
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.page import Page, Unsaved
from timebok_desktop.ui.pages.settings_fixed import FixedMarks
from timebok_desktop.ui.pages.settings_urgency import UrgencyFields
from timebok_desktop.ui.reasons import allow
from timebok_desktop.ui.stakes import ask_for_good
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE

TEXT_SIZES = (100, 115, 130, 150, 175, 200)
"""In hundredths of the system's own size."""


class GeneralSection(QWidget):
    """A form over the settings in force."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._stored: Settings | None = None
        self._filling = False
        self.fixed = FixedMarks()
        self._make_fields()
        inner = QWidget()
        cards = QVBoxLayout(inner)
        cards.setContentsMargins(0, 0, SPACE.s, 0)
        cards.setSpacing(SPACE.m)
        cards.addWidget(self.fixed)
        for card in (
            self._look(),
            self._approval(),
            self._limits(),
            self.due.card(),
            self._safety(),
            self._inbox(),
        ):
            cards.addWidget(card)
        cards.addStretch(1)
        self.notice = Notice()
        self.state = Text("", "muted", wrap=True)
        self.undo_button = button(self.tr("Take back"), self.take_back)
        self.save_button = button(self.tr("Save settings"), self.save, look="primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.m)
        layout.addWidget(scrolled(inner), 1)
        layout.addWidget(self.notice)
        layout.addLayout(row(self.state, None, self.undo_button, self.save_button))
        self._changed()

    def refresh(self) -> None:
        """Ask for the settings, unless there are changes here."""
        if self._stored is None or self._as_shown() == self._stored:
            self._page.ask(
                _settings_and_fixed, self._page.desk, done=self._answered, latest="settings"
            )

    def take_back(self) -> None:
        """Return to what is stored."""
        if self._stored is not None:
            self._show(self._stored)

    def save(self) -> None:
        """Save what is shown."""
        shown = self._as_shown()
        if shown is None or self._stored is None:
            return
        if _deletes_sooner(self._stored, shown):
            self._page.ask(
                self._page.desk.would_retain,
                self._page.context.user,
                shown.contact_retention_days,
                done=partial(self._ask_about_deleting, shown),
                failed=lambda _error: self._ask_about_deleting(shown, None),
                latest="retention",
            )
        else:
            self._save(shown)

    def unsaved(self) -> Unsaved | None:
        """What is shown and not stored."""
        if self._stored is None or self._as_shown() == self._stored:
            return None
        return Unsaved(self.tr("The settings have changes that are not saved."), "general")

    def asks_first(self) -> bool:
        """Whether saving what is shown takes a second stroke."""
        shown = self._as_shown()
        return (
            shown is not None and self._stored is not None and _deletes_sooner(self._stored, shown)
        )

    def _ask_about_deleting(self, shown: Settings, would: RetentionReport | None) -> None:
        days = shown.contact_retention_days
        words = self.tr(
            "Name, e-mail, telephone and role are deleted %n day(s) after the receipt.", None, days
        )
        if would is not None and would.orders:
            due = self.tr("%n order(s) have such contact data today.", None, would.orders)
            words = f"{words} {due}"
        ask_for_good(
            self.notice,
            "delete contact data sooner",
            self.tr("Delete contact data sooner than before?"),
            words,
            (self.tr("Save and delete"), lambda: self._save(shown)),
        )

    def _save(self, shown: Settings) -> None:
        def saved(_nothing: object) -> None:
            self._show(shown)
            self._page.context.tell(self.tr("The settings are saved."), "clear")
            self._page.context.settingsChanged.emit(shown)

        self._page.act(
            self._page.desk.save_settings,
            shown,
            self._page.context.user,
            words=self.tr("Saving settings"),
            done=saved,
        )

    def choose_inbox(self) -> None:
        """Ask for the folder."""
        path = self._page.context.choose_file(
            self, FileQuestion(self.tr("Choose the inbox folder"), "folder")
        )
        if path is not None:
            self.inbox.setText(str(path))

    def _make_fields(self) -> None:
        self.language = choice_field(self.tr("Language"), (("nb", "Bokmål"), ("nn", "Nynorsk")))
        self.theme = choice_field(
            self.tr("Appearance"),
            tuple(
                (key, QCoreApplication.translate("Appearance", words))
                for key, words in APPEARANCES.items()
            ),
        )
        self.text_size = choice_field(
            self.tr("Size of text"), tuple((str(one), f"{one} %") for one in TEXT_SIZES)
        )
        self.second_approval = QCheckBox(self.tr("Another caseworker must approve too"))
        self.verify_after_import = QCheckBox(self.tr("Verify orders as soon as they are imported"))
        self.snapshot_age = number_field(self.tr("A snapshot is too old after"), 1, 3650)
        counted_in(self.snapshot_age, self._days)
        self.deadline = number_field(self.tr("A municipality should answer within"), 1, 250)
        counted_in(self.deadline, lambda number: self.tr(" working day(s)", "", number))
        self.due = UrgencyFields(self.fixed)
        self.due.changed.connect(self._changed)
        self.retention = number_field(self.tr("Contact data are deleted after"), 0, 3650)
        counted_in(self.retention, self._days)
        self.retention.setSpecialValueText(self.tr("Never"))
        self.lock = number_field(self.tr("An encrypted workspace is locked after"), 0, 480)
        counted_in(self.lock, lambda number: self.tr(" minute(s)", "", number))
        self.lock.setSpecialValueText(self.tr("Never"))
        self.inbox = QLineEdit()
        self.inbox.setAccessibleName(self.tr("Inbox folder"))
        self.inbox.setPlaceholderText(self.tr("No inbox folder"))
        for field in (self.language, self.theme, self.text_size):
            field.currentIndexChanged.connect(self._changed)
        for box in (self.second_approval, self.verify_after_import):
            box.toggled.connect(self._changed)
        for number in (self.snapshot_age, self.deadline, self.retention, self.lock):
            number.valueChanged.connect(self._changed)
        self.inbox.textChanged.connect(self._changed)

    def _days(self, number: int) -> str:
        return self.tr(" day(s)", "", number)

    def _look(self) -> Card:
        return form_card(
            self.tr("Language and appearance"),
            (self.tr("Language"), self.fixed.beside("language", self.language)),
            (self.tr("Appearance"), self.fixed.beside("theme", self.theme)),
            (self.tr("Size of text"), self.fixed.beside("text_size", self.text_size)),
        )

    def _approval(self) -> Card:
        card = Card(self.tr("Second approval"))
        card.body.addWidget(self.fixed.beside("second_approval", self.second_approval))
        card.body.addWidget(
            Text(
                self.tr("Nobody can be the second approver of an order they approved themselves."),
                "muted",
                wrap=True,
            )
        )
        return card

    def _limits(self) -> Card:
        return form_card(
            self.tr("Verification and deadlines"),
            ("", self.fixed.beside("verify_after_import", self.verify_after_import)),
            (
                self.tr("A snapshot is too old after"),
                self.fixed.beside("snapshot_max_age_days", self.snapshot_age),
            ),
            (
                self.tr("A municipality should answer within"),
                self.fixed.beside("deadline_working_days", self.deadline),
            ),
        )

    def _safety(self) -> Card:
        return form_card(
            self.tr("Privacy and locking"),
            (
                self.tr("Contact data are deleted after"),
                self.fixed.beside("contact_retention_days", self.retention),
            ),
            (
                self.tr("An encrypted workspace is locked after"),
                self.fixed.beside("lock_after_minutes", self.lock),
            ),
        )

    def _inbox(self) -> Card:
        card = Card(self.tr("Inbox folder"))
        card.body.addWidget(
            Text(
                self.tr(
                    "Order files that are put in this folder are imported and moved to its "
                    "subfolders."
                ),
                "muted",
                wrap=True,
            )
        )
        choose = button(
            self.tr("Choose …"), self.choose_inbox, name=self.tr("Choose the inbox folder")
        )
        card.body.addWidget(self.fixed.beside("inbox_folder", self.inbox, choose, stretched=True))
        return card

    def _answered(self, answer: tuple[Settings, FixedSettings]) -> None:
        self.fixed.show_fixed(answer[1])
        self._show(answer[0])

    def _show(self, settings: Settings) -> None:
        self._stored = settings
        self._filling = True
        self.language.setCurrentIndex(
            self.language.findData(settings.language or self._page.context.language)
        )
        self.theme.setCurrentIndex(self.theme.findData(settings.theme))
        if self.text_size.findData(str(settings.text_size)) < 0:
            self.text_size.addItem(f"{settings.text_size} %", str(settings.text_size))
        self.text_size.setCurrentIndex(self.text_size.findData(str(settings.text_size)))
        self.second_approval.setChecked(settings.second_approval)
        self.verify_after_import.setChecked(settings.verify_after_import)
        self.snapshot_age.setValue(settings.snapshot_max_age_days)
        self.deadline.setValue(settings.deadline_working_days)
        self.due.show(settings)
        self.retention.setValue(settings.contact_retention_days)
        self.lock.setValue(settings.lock_after_minutes)
        self.inbox.setText(settings.inbox_folder)
        self._filling = False
        self._changed()

    def _as_shown(self) -> Settings | None:
        if self._stored is None:
            return None
        language = self.language.currentData()
        if self._stored.language is None and language == self._page.context.language:
            language = None
        return self.due.as_shown(
            self._stored,
            language=language,
            theme=self.theme.currentData(),
            text_size=int(self.text_size.currentData()),
            second_approval=self.second_approval.isChecked(),
            verify_after_import=self.verify_after_import.isChecked(),
            snapshot_max_age_days=self.snapshot_age.value(),
            deadline_working_days=self.deadline.value(),
            contact_retention_days=self.retention.value(),
            lock_after_minutes=self.lock.value(),
            inbox_folder=self.inbox.text().strip(),
        )

    def _changed(self) -> None:
        if self._filling:
            return
        self.notice.hide()  # a question about what was shown before
        changed = self._stored is not None and self._as_shown() != self._stored
        why_not = "" if changed else self.tr("Nothing has been changed.")
        allow(self.save_button, why_not)
        allow(self.undo_button, why_not)
        self.state.setText(self.tr("Not saved yet") if changed else "")
        dress(self.state, tone="warning" if changed else "neutral")


def _deletes_sooner(stored: Settings, shown: Settings) -> bool:
    """Whether contact data would go that would have stayed."""
    before, after = stored.contact_retention_days, shown.contact_retention_days
    return after > 0 and (before == 0 or after < before)


def _settings_and_fixed(desk: Desk) -> tuple[Settings, FixedSettings]:
    """On the lane."""
    return desk.settings(), desk.fixed_settings()
