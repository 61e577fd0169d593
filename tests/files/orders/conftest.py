"""What the tests of the order reader share: files to read and answers to ask."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
import xlsxwriter

from timebok_desktop.domain.errors import UnreadableError
from timebok_desktop.domain.order import RawOrder
from timebok_desktop.domain.problems import Problem
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.files.orders import OrderFileReader
from timebok_desktop.services.ports_files import Part
from timebok_desktop.services.preparing import Preparing

CORPORA = Path(__file__).parents[3].parent / "shared" / "data" / "corpora"


class OrderAnswer:
    """All that was read from one file, in its order and by kind."""

    def __init__(self, items: list[RawOrder | Problem | Part]) -> None:
        self.items = items
        self.orders = [item for item in items if isinstance(item, RawOrder)]
        self.problems = [item for item in items if isinstance(item, Problem)]
        self.parts = [item for item in items if isinstance(item, Part)]

    @property
    def order(self) -> RawOrder:
        (only,) = self.orders
        return only

    @property
    def refusals(self) -> list[tuple[str, str]]:
        return [(item.at, item.code) for item in self.problems if item.refuses]

    @property
    def notes(self) -> list[tuple[str, str]]:
        return [(item.at, item.code) for item in self.problems if not item.refuses]

    def column(self, field: str) -> list[object]:
        return [order.values[field].value for order in self.orders]


def require_prepared_alike(name: str, data: bytes, answer: OrderAnswer) -> None:
    """What is prepared for the store is what the general form of the orders is prepared to."""
    preparing = Preparing(ReferenceTables(), date(2026, 3, 16))
    short = list(preparing.batches(OrderFileReader().items(name, data), size=1))
    assert repr(short) == repr(list(preparing.batches(answer.items, size=1)))


@pytest.fixture
def read_orders() -> Callable[[str, bytes | str], OrderAnswer]:
    """Read content as the file of that name."""

    def _read(name: str, content: bytes | str) -> OrderAnswer:
        data = content.encode() if isinstance(content, str) else content
        answer = OrderAnswer(list(OrderFileReader().read(name, data)))
        require_prepared_alike(name, data, answer)
        return answer

    return _read


@pytest.fixture
def refusal_of() -> Callable[[str, bytes | str], UnreadableError]:
    """The refusal of a whole file, which must be sayable in both languages."""

    def _refused(name: str, content: bytes | str) -> UnreadableError:
        data = content.encode() if isinstance(content, str) else content
        with pytest.raises(UnreadableError) as caught:
            list(OrderFileReader().read(name, data))
        assert caught.value.text("nb") != caught.value.text("nn")
        return caught.value

    return _refused


@pytest.fixture
def workbook() -> Callable[..., bytes]:
    """A workbook made of named sheets and their rows."""

    def _workbook(*, hidden: Sequence[str] = (), **sheets: Sequence[Sequence[object]]) -> bytes:
        target = io.BytesIO()
        book = xlsxwriter.Workbook(target, {"in_memory": True, "default_date_format": "dd.mm.yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, cells in enumerate(rows):
                sheet.write_row(number, 0, cells)
            if name in hidden:
                sheet.hide()
            else:
                sheet.activate()
        book.close()
        return target.getvalue()

    return _workbook


@pytest.fixture
def mail() -> Callable[..., bytes]:
    """A mail with a text body, an HTML alternative and attachments."""

    def _mail(
        text: str | None = None,
        html: str | None = None,
        attachments: Sequence[tuple[str, bytes]] = (),
    ) -> bytes:
        message = EmailMessage()
        message["From"] = "Kari Oppdiktet <kari@kommune.example>"
        message["Subject"] = "Bestilling av ressurstimebok"
        if text is not None:
            message.set_content(text)
        if html is not None and text is not None:
            message.add_alternative(html, subtype="html")
        elif html is not None:
            message.set_content(html, subtype="html")
        for name, content in attachments:
            message.add_attachment(
                content, maintype="application", subtype="octet-stream", filename=name
            )
        return message.as_bytes()

    return _mail


@pytest.fixture
def corpora() -> Path:
    """The folder of reference corpora beside the project, where there is one."""
    if not CORPORA.is_dir():
        pytest.skip("the reference corpora are not here")
    return CORPORA
