"""Writers of order mails: label lines, an HTML table, and sheets as attachments."""

from __future__ import annotations

from email.message import EmailMessage
from html import escape
from typing import Any

from outside_world.labels import labelled

SPELLINGS = (str, str.upper, str.lower, lambda label: label.replace("-", " - ") + " ")
"""Case and spacing of a label are free: each mail writes its labels in another way."""

CONTENT_TYPES = {
    "csv": ("text", "csv"),
    "json": ("application", "json"),
    "xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def lines_mail(fields: dict[str, Any], turn: int) -> bytes:
    """An order as lines of label and value; encoding and spelling change with the turn."""
    spell = SPELLINGS[turn % len(SPELLINGS)]
    lines = [f"{spell(label)}: {value}" for label, value in labelled(fields).items()]
    mail = _mail(fields["externalReference"])
    greeting = "Hei, vi vil gjerne bestille slik:\n\n" if turn % 2 else ""
    mail.set_content(
        greeting + "\n".join(lines) + "\n", cte=("quoted-printable", "base64", "8bit")[turn % 3]
    )
    return mail.as_bytes()


def table_mail(fields: dict[str, Any], turn: int) -> bytes:
    """An order as an HTML table with or without a text beside it."""
    spell = SPELLINGS[turn % len(SPELLINGS)]
    rows = "".join(
        f"<tr><td><b>{escape(spell(label))}</b></td>\n<td>{escape(value)}</td></tr>\n"
        for label, value in labelled(fields).items()
    )
    table = f"<table border='1'>{rows}</table>".replace("ø", "&oslash;").replace("å", "&#229;")
    html = f"<html><body><p>Hei</p>{table}<p>Helsing kommunen</p></body></html>"
    mail = _mail(fields["externalReference"])
    if turn % 2:
        mail.set_content("Bestillingen står i tabellen.\n", cte="quoted-printable")
        mail.add_alternative(html, subtype="html", cte="quoted-printable")
        mail.set_boundary(f"tabell-{turn}")
    else:
        mail.set_content(html, subtype="html", cte="base64")
    return mail.as_bytes()


def attachment_mail(*files: tuple[str, bytes]) -> bytes:
    """A mail whose orders all stand in its attachments, each given by name and content."""
    mail = _mail("-".join(name for name, _ in files))
    mail.set_content("Hei, bestillingene ligger ved.\n", cte="quoted-printable")
    for name, content in files:
        kind, subtype = CONTENT_TYPES[name.rpartition(".")[2]]
        mail.add_attachment(content, maintype=kind, subtype=subtype, filename=name)
    mail.set_boundary("vedlegg")
    return mail.as_bytes()


def _mail(subject: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Kari Oppdiktet <post@kommune.example>"
    mail["To"] = "bestilling@helsenett.example"
    mail["Subject"] = f"Bestilling av ressurstimebok {subject}"
    mail["Date"] = "Mon, 04 Mar 2024 09:00:00 +0100"
    mail["Message-ID"] = f"<{subject}@kommune.example>"
    return mail
