"""A letter as the draft of an e-mail (RFC 5322) that mail programs open ready to be sent."""

from __future__ import annotations

from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.services.ports_letters import LetterDocument


def eml(letter: LetterDocument) -> bytes:
    """The draft, without sender and date: the mail program adds both when it is sent."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if letter.recipient:
        message["To"] = _address(letter.recipient)
    message["Subject"] = letter.subject
    message.set_content(f"{letter.text}\n", charset="utf-8", cte="quoted-printable")
    message["Content-Language"] = letter.language
    return message.as_bytes()


def _address(text: str) -> Address:
    """One address and nothing else, so that no other header and no other reader comes along."""
    try:
        address = Address(addr_spec=text)
        local, domain = address.username, address.domain
        usable = bool(local and domain) and text.isascii() and text.isprintable()
    except (HeaderParseError, IndexError, ValueError):
        usable = False
    if not usable or any(one in text for one in ' ,;<>"()'):
        raise RefusedError(
            "«{address}» kan ikke være en e-postadresse. Rett mottakeren, eller la feltet stå tomt "
            "og fyll det ut i e-postprogrammet.",
            "«{address}» kan ikkje vere ei e-postadresse. Rett mottakaren, eller la feltet stå "
            "tomt og fyll det ut i e-postprogrammet.",
            address=text,
        )
    return address
