"""Orders as mails: label lines, an HTML table, several in one mail, or attached files.

Dates, message ids and boundaries follow from the file's name, so the same orders give the same
bytes. All addresses end in `.example`.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from timebok_desktop.files.synthesis.sheets import windows_csv, workbook
from timebok_desktop.files.synthesis.spelling import said
from timebok_desktop.services.synthesis.written import WrittenOrder

_FALLBACK_DATE = datetime(2026, 1, 1, tzinfo=UTC)
_WORKBOOK_TYPE = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
_RULE = "-" * 30
_GROUP = 3


def lines_mail(orders: Sequence[WrittenOrder], name: str) -> bytes:
    """`Label: value` lines; several orders stand one after the other, with a rule between."""
    mail = _mail(orders, name)
    body = f"\n\n{_RULE}\n\n".join(_lines(order) for order in orders)
    opening, closing = _courtesies(orders[0])
    mail.set_content(f"{opening}\n\n{body}\n\n{closing}\n", cte="quoted-printable")
    return mail.as_bytes()


def html_mail(orders: Sequence[WrittenOrder], name: str) -> bytes:
    """Two-column tables, the numbers in groups, as word processors paste them."""
    mail = _mail(orders, name)
    opening, closing = (text.replace("\n", "<br>") for text in _courtesies(orders[0]))
    tables = "\n<hr>\n".join(_table(order) for order in orders)
    mail.set_content(
        f"<html><body><p>{opening}</p>\n{tables}\n<p>{closing}</p></body></html>\n",
        subtype="html",
        cte="quoted-printable",
    )
    return mail.as_bytes()


def csv_mail(orders: Sequence[WrittenOrder], name: str) -> bytes:
    """A short letter with a CSV file attached."""
    mail = _letter(orders, name)
    mail.add_attachment(
        windows_csv(orders), maintype="text", subtype="csv", filename="bestillinger.csv"
    )
    return _sealed(mail, name)


def workbook_mail(orders: Sequence[WrittenOrder], name: str) -> bytes:
    """A short letter with a workbook attached."""
    mail = _letter(orders, name)
    maintype, subtype = _WORKBOOK_TYPE
    mail.add_attachment(
        workbook(orders), maintype=maintype, subtype=subtype, filename="bestillinger.xlsx"
    )
    return _sealed(mail, name)


def _mail(orders: Sequence[WrittenOrder], name: str) -> EmailMessage:
    first = orders[0]
    mail = EmailMessage(policy=SMTP)
    mail["From"] = first.contact_email or "postmottak@kommune.example"
    mail["To"] = "timebok@mottak.example"
    sender = first.municipality_name or first.organization_number
    mail["Subject"] = f"Bestilling av timebok på Helsenorge – {sender}"
    mail["Date"] = format_datetime(first.submitted_at or _FALLBACK_DATE)
    mail["Message-ID"] = f"<{name}@kommune.example>"
    return mail


def _letter(orders: Sequence[WrittenOrder], name: str) -> EmailMessage:
    mail = _mail(orders, name)
    opening, closing = _courtesies(orders[0])
    nynorsk = orders[0].language == "nn"
    told = "Bestillingane ligg i vedlegget." if nynorsk else "Bestillingene ligger i vedlegget."
    mail.set_content(f"{opening}\n\n{told}\n\n{closing}\n", cte="quoted-printable")
    return mail


def _sealed(mail: EmailMessage, name: str) -> bytes:
    mail.set_boundary(f"=_{name}_=")
    return mail.as_bytes()


def _courtesies(order: WrittenOrder) -> tuple[str, str]:
    """What a letter begins and ends with; the end is no part of an order."""
    if order.language == "nn":
        return "Hei", f"Venleg helsing\n{order.contact_name}"
    return "Hei", f"Vennlig hilsen\n{order.contact_name}"


def _lines(order: WrittenOrder) -> str:
    return "\n".join(f"{label}: {' '.join(text.split())}" for _, label, text in said(order))


def _table(order: WrittenOrder) -> str:
    rows = "\n".join(
        f"<tr><td><b>{html.escape(label)}</b></td><td>{_cell(field, text)}</td></tr>"
        for field, label, text in said(order)
    )
    return f"<table>\n{rows}\n</table>"


def _cell(field: str, text: str) -> str:
    if field == "organization_number":
        text = " ".join(text[at : at + _GROUP] for at in range(0, len(text), _GROUP))
    return html.escape(text).replace("\n", "<br>")
