"""The rules that verification follows: code, weight, what it concerns, and where it comes from."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from timebok_desktop.domain.codes import SEVERITY_WORDS, Severity
from timebok_desktop.services.views import RuleDescription
from timebok_desktop.ui.help_topics import RULE_PROPERTY
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.page import Page
from timebok_desktop.ui.record_table import Column, RecordTable
from timebok_desktop.ui.shapes import TONE_OF_SEVERITY
from timebok_desktop.ui.theme import SPACE

_WEIGHT = {Severity.STOP: 0, Severity.WARNING: 1, Severity.NOTE: 2}


class RulesSection(QWidget):
    """A list of all rules; nothing can be changed here."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.table: RecordTable[RuleDescription] = RecordTable(
            "ruleTable", self.tr("Rules"), self._columns()
        )
        self.table.chosen.connect(self._bear_code)
        self.table.opened.connect(self._open_help)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.m)
        layout.addWidget(
            Text(
                self.tr(
                    "A stop must be put right before an order can be approved; a warning needs a "
                    "reason. What is not publicly known stands in the reference tables, and a "
                    "rule keeps silent where it does not know. Enter opens a rule's page."
                ),
                "muted",
                wrap=True,
            )
        )
        layout.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Ask for the rules."""
        self._page.ask(self._page.desk.rules, done=self._show, latest="rules")

    def _bear_code(self, rule: RuleDescription | None) -> None:
        """Help is asked about the rule that is chosen."""
        self.table.setProperty(RULE_PROPERTY, rule.code if rule is not None else "")

    def _open_help(self, rule: RuleDescription) -> None:
        self._page.context.helpWanted.emit(f"regler.md#{rule.code.lower()}")

    def _show(self, rules: tuple[RuleDescription, ...]) -> None:
        self.table.show_records(rules, key=lambda rule: rule.code)

    def _columns(self) -> tuple[Column[RuleDescription], ...]:
        say = self._page.context.say
        return (
            Column(
                self.tr("Weight"),
                lambda rule: say(SEVERITY_WORDS[rule.severity]),
                order=lambda rule: _WEIGHT[rule.severity],
                tone=lambda rule: TONE_OF_SEVERITY[rule.severity],
                width=112,
            ),
            Column(self.tr("Rule"), lambda rule: say(rule.title), stretch=True),
            Column(self.tr("Code"), lambda rule: rule.code, width=210),
            Column(self.tr("Source"), lambda rule: say(rule.source), width=300),
        )
