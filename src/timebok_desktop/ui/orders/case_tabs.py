"""Below the decision's matter: history, letters and notes, earlier orders, and the source."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTabWidget, QVBoxLayout, QWidget

from timebok_desktop.domain.codes import KIND_WORDS, STATUS_WORDS
from timebok_desktop.domain.places import in_words
from timebok_desktop.domain.workflow import DECISION_WORDS
from timebok_desktop.services.correspondence_views import LetterRecord
from timebok_desktop.services.reasons import REASON_CODES
from timebok_desktop.services.views import Case, DecisionRecord
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.orders.citizen_sketch import CitizenSketch
from timebok_desktop.ui.orders.excerpt_list import ExcerptList
from timebok_desktop.ui.orders.fields import title
from timebok_desktop.ui.orders.party_family import PartyFamily
from timebok_desktop.ui.orders.written_list import WrittenList, letter_in_words
from timebok_desktop.ui.plain import plain_tooltip
from timebok_desktop.ui.wording import exact_moment, moment_in_words


class CaseTabs(QTabWidget):
    """Signals: `orderWanted(reference)` when an earlier order is opened, `sourceWanted(field)` when
    the place of a field in the original file is to be shown."""

    orderWanted = Signal(str)
    sourceWanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown = ""
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.setAccessibleName(self.tr("More about the order"))
        self.tabBar().setAccessibleName(self.tr("More about the order"))
        self.earlier = _list("earlierList", self.tr("Earlier orders of the municipality"))
        self.history = _list("historyList", self.tr("History"))
        self.source = _list("sourceList", self.tr("Source"))
        self.written = WrittenList(context)
        self.addTab(self.history, self.tr("History"))
        self.addTab(self.written, self.tr("Letters and notes"))
        self.addTab(self.earlier, self.tr("Earlier orders"))
        self.excerpt = ExcerptList(context)
        self.source_page = QWidget()
        layout = QVBoxLayout(self.source_page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.excerpt)
        layout.addWidget(self.source)
        self.addTab(self.source_page, self.tr("Source"))
        self.citizen = CitizenSketch(context)
        self.addTab(self.citizen, self.tr("What the citizen meets"))
        self.family = PartyFamily(context)
        self.addTab(self.family, self.tr("In AR"))
        self.source.itemActivated.connect(self._source_pressed)
        self.source.itemClicked.connect(self._source_pressed)
        self.earlier.itemActivated.connect(
            lambda item: self.orderWanted.emit(item.data(Qt.ItemDataRole.UserRole))
        )

    def show_case(self, case: Case) -> None:
        """Show another case."""
        self._show_history(case)
        self._show_earlier(case)
        self._show_source(case)
        self.written.show_case(case)
        self.citizen.show_case(case)
        self.family.show_case(case)
        self._count(self.written, self.tr("Letters and notes"), len(self.written.records(case)))
        self._count(self.earlier, self.tr("Earlier orders"), len(case.earlier))

    def _count(self, tab: QWidget, title: str, count: int) -> None:
        text = self.tr("{title} ({count})").format(title=title, count=count)
        self.setTabText(self.indexOf(tab), text)

    def _show_history(self, case: Case) -> None:
        self.history.clear()
        told = [(one.at, 0, self._decision(one)) for one in case.decisions]
        told += [(one.at, 1, self._letter(one)) for one in case.correspondence.letters]
        for moment, _, text in sorted(told, reverse=True):
            _add(self.history, text, exact_moment(moment))
        received = self.tr("{moment}  received from {source}").format(
            moment=moment_in_words(case.order.received_at, self._context.now()),
            source=case.order.source_name or self.tr("a file"),
        )
        _add(self.history, received, exact_moment(case.order.received_at))

    def _letter(self, letter: LetterRecord) -> str:
        moment = moment_in_words(letter.at, self._context.now())
        return f"{moment}  {letter_in_words(letter, self._context)}"

    def _decision(self, decision: DecisionRecord) -> str:
        language = self._context.language
        text = self.tr("{moment}  {by} {action}: {before} → {after}").format(
            moment=moment_in_words(decision.at, self._context.now()),
            by=decision.by,
            action=DECISION_WORDS[decision.kind].text(language).lower(),
            before=STATUS_WORDS[decision.status_before].text(language),
            after=STATUS_WORDS[decision.status_after].text(language),
        )
        taken_back = self.tr("{decision} (taken back)").format(decision=text)
        lines = [taken_back if decision.taken_back else text]
        if decision.reason:
            lines.append(f"    {self._reason(decision)}")
        lines += [f"    {rule}: {reason}" for rule, reason in decision.overrides.items()]
        return "\n".join(lines)

    def _reason(self, decision: DecisionRecord) -> str:
        """The reason in words; a code of ours is said in the reader's language."""
        code, _, rest = decision.reason.partition(": ")
        words = REASON_CODES.get(decision.kind, {}).get(code)
        if words is None:
            return decision.reason
        return ": ".join(part for part in (self._context.say(words), rest) if part)

    def _show_earlier(self, case: Case) -> None:
        self.earlier.clear()
        language = self._context.language
        for row in case.earlier:
            text = "  ·  ".join(
                (
                    row.reference,
                    KIND_WORDS[row.kind].text(language),
                    row.category,
                    STATUS_WORDS[row.status].text(language),
                    moment_in_words(row.received_at, self._context.now()),
                )
            )
            item = _add(self.earlier, text, exact_moment(row.received_at))
            item.setData(Qt.ItemDataRole.UserRole, row.reference)
        if not case.earlier:
            _add(self.earlier, self.tr("No earlier orders from this municipality."), "")

    def show_source_of(self, field: str) -> None:
        """Come to the source, at a field where it has one."""
        self.setCurrentWidget(self.source_page)
        for row in range(self.source.count()):
            if field and self.source.item(row).data(Qt.ItemDataRole.UserRole) == field:
                self.source.setCurrentRow(row)

    def _source_pressed(self, item: QListWidgetItem) -> None:
        field = item.data(Qt.ItemDataRole.UserRole)
        if field:
            self.sourceWanted.emit(field)

    def _show_source(self, case: Case) -> None:
        self.source.clear()
        order = case.order
        if self._shown != order.reference:
            self._shown = order.reference
            self.excerpt.clear()
        _add(self.source, self.tr("File: {name}").format(name=order.source_name), "")
        _add(self.source, f"SHA-256: {order.source_sha256}", "")
        for field, place in order.places.items():
            sent = order.as_sent.get(field)
            told = self._context.say(in_words(place))
            text = f"{title(field)}: {'' if sent is None else sent}  ·  {told}"
            _add(self.source, text, "").setData(Qt.ItemDataRole.UserRole, field)
        for name, value in order.extras.items():
            text = self.tr("{name}: {value}  ·  unknown column, kept")
            _add(self.source, text.format(name=name, value="" if value is None else value), "")
        for field, place in order.masked.items():
            text = self.tr("A national identity number was masked in {field}  ·  {place}")
            _add(
                self.source,
                text.format(field=title(field), place=self._context.say(in_words(place))),
                "",
            )


def _list(name: str, accessible_name: str) -> QListWidget:
    made = QListWidget()
    made.setObjectName(name)
    made.setAccessibleName(accessible_name)
    made.setProperty("look", "flush")
    made.setWordWrap(True)
    made.setMinimumHeight(140)
    return made


def _add(target: QListWidget, text: str, tooltip: str) -> QListWidgetItem:
    item = QListWidgetItem(text, target)
    item.setToolTip(plain_tooltip(tooltip))
    return item
