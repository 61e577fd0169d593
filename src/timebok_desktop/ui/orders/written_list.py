"""Letters and notes of a case, newest first. A letter shows its words when it is opened."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from timebok_desktop.domain.letter_kinds import LETTER_WORDS
from timebok_desktop.services.correspondence_views import LetterRecord, NoteRecord
from timebok_desktop.services.views import Case
from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.plain import plain_tooltip
from timebok_desktop.ui.wording import exact_date, exact_moment, moment_in_words

_SHORT, _WHOLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_LANGUAGES = {"nb": "bokmål", "nn": "nynorsk"}


class WrittenList(QListWidget):
    """Enter or a double click opens a letter and closes it again."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("writtenList")
        self.setAccessibleName(self.tr("Letters and notes"))
        self.setProperty("look", "flush")
        self.setWordWrap(True)
        self.setMinimumHeight(140)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.itemActivated.connect(self._turn)
        self._case: Case | None = None
        context.actions.keysChanged.connect(self._name_key)

    @staticmethod
    def records(case: Case) -> list[LetterRecord | NoteRecord]:
        """Letters and notes, newest first."""
        written: list[LetterRecord | NoteRecord] = [
            *case.correspondence.letters,
            *case.correspondence.notes,
        ]
        return sorted(written, key=lambda one: one.at, reverse=True)

    def show_case(self, case: Case) -> None:
        """Show another case."""
        self._case = case
        self.clear()
        records = self.records(case)
        for record in records:
            self._add(record, case.order.reference)
        if not records:
            QListWidgetItem(
                self.tr("Nothing has been written. {key} writes a note.").format(
                    key=self._context.actions.key("noteAction", in_list=True)
                ),
                self,
            )

    def _name_key(self) -> None:
        if self._case is not None and not self.records(self._case):
            self.show_case(self._case)

    def _add(self, record: LetterRecord | NoteRecord, reference: str) -> None:
        when = moment_in_words(record.at, self._context.now())
        of = "" if record.reference == reference else f"  ·  {record.reference}"
        if isinstance(record, NoteRecord):
            words = self.tr("{by} noted").format(by=record.by)
            short = f"{when}  {words}{of}\n    {_indented(record.text)}"
            item = QListWidgetItem(short, self)
        else:
            head = f"{when}  {letter_in_words(record, self._context)}{of}"
            short = f"{head}\n    {record.subject}" if record.subject else head
            item = QListWidgetItem(short, self)
            item.setData(_SHORT, short)
            item.setData(_WHOLE, f"{short}\n\n    {_indented(record.text)}" if record.text else "")
        item.setToolTip(plain_tooltip(exact_moment(record.at)))

    def _turn(self, item: QListWidgetItem) -> None:
        short, whole = item.data(_SHORT), item.data(_WHOLE)
        if not whole:
            return
        item.setText(short if item.text() == whole else whole)
        announce(self, item.text())


def letter_in_words(letter: LetterRecord, context: Context) -> str:
    """That a letter was saved: by whom, of which kind, in which language, with which deadline."""
    kind = context.say(LETTER_WORDS[letter.kind])
    words = QCoreApplication.translate(
        "WrittenList", "{by} saved the letter «{kind}» in {language} ({formats})"
    ).format(
        by=letter.by,
        kind=kind,
        language=_LANGUAGES[letter.language],
        formats=", ".join(letter.formats),
    )
    if letter.deadline is None:
        return words
    until = QCoreApplication.translate("WrittenList", "answer by {day}")
    return f"{words}, {until.format(day=exact_date(letter.deadline))}"


def _indented(text: str) -> str:
    return text.replace("\n", "\n    ")
