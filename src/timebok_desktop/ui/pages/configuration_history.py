"""The history of one configuration: every set-up of a party and category, newest first."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from timebok_desktop.domain.codes import SCHEME_WORDS
from timebok_desktop.domain.configuration import Configuration
from timebok_desktop.services.views import ConfigurationRow
from timebok_desktop.ui.cards import EmptyState, Facts, button, clear, row, scrolled
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.labels import Chip, Text
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.tokens import Tone
from timebok_desktop.ui.wording import exact_date, exact_moment, grouped_her_id


def state(configuration: Configuration) -> tuple[str, Tone]:
    """Whether a configuration is in force, and if not, why, in a word and a tone."""
    translate = QCoreApplication.translate
    if configuration.current:
        return translate("ConfigurationHistory", "Current"), "clear"
    words = {
        "replaced": translate("ConfigurationHistory", "Replaced"),
        "deactivated": translate("ConfigurationHistory", "Deactivated"),
        "undone": translate("ConfigurationHistory", "Undone"),
    }
    ended = translate("ConfigurationHistory", "Ended")
    return words.get(configuration.ended_reason, ended), "neutral"


def basis(configuration: Configuration) -> str:
    """What a configuration rests on: its order, or the imported base."""
    imported = QCoreApplication.translate("ConfigurationHistory", "Imported base")
    return configuration.order_reference or imported


class ConfigurationHistory(QFrame):
    """The panel beside the list of configurations."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        dress(self, look="card")
        self._heading = Text("", "heading", wrap=True)
        self._subheading = Text("", "muted", wrap=True)
        self._buttons = row()
        self._entries = QVBoxLayout()
        self._entries.setSpacing(SPACE.m)
        self._stack = QStackedWidget()
        self._stack.addWidget(
            EmptyState(
                self.tr("No configuration chosen"),
                self.tr("Choose one in the list to see what it rests on and what came before it."),
            )
        )
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.l)
        layout.setSpacing(SPACE.s)
        layout.addWidget(self._heading)
        layout.addWidget(self._subheading)
        layout.addLayout(self._buttons)
        layout.addSpacing(SPACE.s)
        layout.addWidget(Text(self.tr("History"), "strong"))
        layout.addLayout(self._entries)
        layout.addStretch(1)
        self._stack.addWidget(scrolled(inner))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._stack)

    def show_nothing(self) -> None:
        """No configuration is chosen."""
        self._stack.setCurrentIndex(0)

    def show_history(self, chosen: ConfigurationRow, history: tuple[ConfigurationRow, ...]) -> None:
        """Show the whole history that the chosen configuration belongs to."""
        key = chosen.configuration.key
        her_id = grouped_her_id(str(key.her_id))
        self._heading.setText(f"{key.municipality_number} {chosen.municipality_name}")
        self._subheading.setText(f"{key.category}, HER-id {her_id}")
        clear(self._buttons)
        party = button(
            self.tr("Show in AR"),
            lambda: self._context.pageWanted.emit("registry", str(key.her_id)),
            look="quiet",
        )
        self._buttons.addWidget(party)
        self._buttons.addStretch(1)
        clear(self._entries)
        for entry in history:
            self._entries.addWidget(self._entry(entry))
        self._stack.setCurrentIndex(1)

    def _entry(self, entry: ConfigurationRow) -> QWidget:
        configuration = entry.configuration
        word, tone = state(configuration)
        frame = QFrame()
        dress(frame, look="notice")
        facts = Facts()
        facts.show_facts(self._facts(entry))
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        layout.setSpacing(SPACE.s)
        head = row(Chip(word, tone), None)
        if configuration.order_reference:
            head.addWidget(self._open(configuration.order_reference))
        layout.addLayout(head)
        layout.addWidget(facts)
        return frame

    def _open(self, reference: str) -> QWidget:
        return button(
            self.tr("Show the order"),
            lambda: self._context.pageWanted.emit("orders", reference),
            look="quiet",
            name=self.tr("Show order {reference}").format(reference=reference),
        )

    def _facts(self, entry: ConfigurationRow) -> tuple[tuple[str, str], ...]:
        configuration = entry.configuration
        system = ", ".join(part for part in (configuration.vendor, configuration.system) if part)
        valid = exact_date(configuration.valid_from) if configuration.valid_from else ""
        created = exact_moment(configuration.created_at) if configuration.created_at else ""
        ended = exact_moment(configuration.ended_at) if configuration.ended_at else ""
        return (
            (
                self.tr("Municipality"),
                f"{configuration.key.municipality_number} {entry.municipality_name}".strip(),
            ),
            (self.tr("Rests on"), basis(configuration)),
            (self.tr("Scheme"), self._context.say(SCHEME_WORDS[configuration.scheme])),
            (self.tr("Form"), configuration.form),
            (self.tr("Vendor"), system),
            (self.tr("Valid from"), valid),
            (self.tr("Recorded"), created),
            (self.tr("Ended"), ended),
            (self.tr("Ended by"), configuration.ended_by),
        )
