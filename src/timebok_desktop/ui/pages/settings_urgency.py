"""The days that decide what is to be done first, as a card of the general settings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSpinBox

from timebok_desktop.services.settings import Settings
from timebok_desktop.ui.cards import Card, counted_in, form_card, number_field
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.pages.settings_fixed import FixedMarks


class UrgencyFields(QObject):
    """Six numbers of working days; `changed()`."""

    changed = Signal()

    def __init__(self, fixed: FixedMarks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fixed = fixed
        self._words = {
            "due_new_working_days": self.tr("Orders should be decided within"),
            "due_answer_working_days": self.tr("An answer should be seen to within"),
            "due_second_approval_working_days": self.tr("The second approval should come within"),
            "due_held_working_days": self.tr("What is on hold should be looked at after"),
            "due_before_desired_working_days": self.tr("Decided before the wanted date by"),
            "due_claimed_working_days": self.tr("A case that somebody has is marked after"),
        }
        self._fields: dict[str, QSpinBox] = {}
        for name, words in self._words.items():
            field = number_field(words, 1, 250)
            counted_in(field, lambda number: self.tr(" working day(s)", "", number))
            field.valueChanged.connect(self.changed)
            self._fields[name] = field

    def card(self) -> Card:
        """The card, which says whose numbers these are."""
        card = form_card(
            self.tr("What should be done first"),
            *((self._words[name], self._fixed.beside(name, one)) for name, one in self.fields()),
        )
        card.body.addWidget(
            Text(
                self.tr(
                    "These are this workspace's own numbers; no rule of NHN's stands behind them. "
                    "The sorting «Most urgent first» goes by them; the last one marks cases that "
                    "a colleague may have forgotten."
                ),
                "muted",
                wrap=True,
            )
        )
        return card

    def fields(self) -> list[tuple[str, QSpinBox]]:
        """The fields by their settings."""
        return list(self._fields.items())

    def show(self, settings: Settings) -> None:
        """Show what is stored."""
        for name, field in self.fields():
            field.setValue(getattr(settings, name))

    def as_shown(self, settings: Settings, **others: Any) -> Settings:
        """These settings with what is shown here, and others."""
        own: dict[str, Any] = {name: field.value() for name, field in self.fields()}
        return replace(settings, **own, **others)
