"""What the order says beside its set-up: who to ask, in which language, in their own words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from timebok_desktop.domain.odd_signs import odd_signs_by_field, spelled_out
from timebok_desktop.services.views import Case
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.orders.fields import has_title, title
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.wording import exact_date, exact_moment

ROWS = ("contact_name", "desired_from", "language", "comment", "external_reference", "submitted_at")
ODD_SIGNS = "odd_signs"
"""The row that names the signs of the order which deceive the eye."""

_MOST_NAMED = 20


class OrderDetails(QWidget):
    """Names and values in two columns; what was not said is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = (*ROWS, ODD_SIGNS)
        self._names = {row: Text(title(row), "muted") for row in rows}
        self._values = {row: Text("", wrap=True, selectable=True) for row in rows}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.l)
        grid.setVerticalSpacing(SPACE.xs)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for place, row in enumerate(rows):
            grid.addWidget(self._names[row], place, 0, top)
            grid.addWidget(self._values[row], place, 1, top)

    def show_case(self, case: Case) -> None:
        """Show another case."""
        for row, value in _values(case).items():
            self._values[row].setText(value if row == ODD_SIGNS else spelled_out(value))
            for widget in (self._names[row], self._values[row]):
                widget.setVisible(bool(value))


def _values(case: Case) -> dict[str, str]:
    order, contact = case.order, case.order.contact
    people = (contact.name, contact.role, contact.email, contact.phone)
    masked = [title(field) for field in order.masked]
    comment = order.comment
    if masked:
        words = QCoreApplication.translate("Fields", "A national identity number was masked.")
        comment = f"{comment}\n▲ {words}".strip()
    return {
        "contact_name": ", ".join(part for part in people if part),
        "desired_from": exact_date(order.desired_from) if order.desired_from else "",
        "language": {"nb": "Bokmål", "nn": "Nynorsk"}.get(order.language, order.language),
        "comment": comment,
        "external_reference": order.external_reference,
        "submitted_at": exact_moment(order.submitted_at) if order.submitted_at else "",
        ODD_SIGNS: _odd_signs(case),
    }


def _odd_signs(case: Case) -> str:
    """Field by field: the code of each odd sign, its Unicode name, and where it stands."""
    lines = []
    order = case.order
    for field, signs in odd_signs_by_field({**order.as_sent, **order.extras}).items():
        told = [f"{one.code} {one.name} ({one.position})" for one in signs[:_MOST_NAMED]]
        told += ["…"] if len(signs) > _MOST_NAMED else []
        lines.append(f"▲ {title(field) if has_title(field) else field}: {', '.join(told)}")
    return "\n".join(lines)
