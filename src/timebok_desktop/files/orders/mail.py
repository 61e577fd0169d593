"""Orders in mail (.eml): labelled lines or a table in the body, and order files attached.

Bodies come first and attachments after them, because what follows a `Part` belongs to it. No
mail makes this fail: what cannot be decoded is read as well as it can be.
"""

from __future__ import annotations

import email
import email.errors
import email.policy
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from email.message import Message
from typing import Any, TypeVar

from timebok_desktop.domain.errors import UnreadableError
from timebok_desktop.domain.order import RawOrder, RawValue
from timebok_desktop.domain.personal_numbers import mask
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.plain_row import PlainRow, RowLayout
from timebok_desktop.domain.problems import Problem
from timebok_desktop.files.orders import mail_html, mail_lines
from timebok_desktop.files.orders.file_format import FileFormat, InnerReader, Item
from timebok_desktop.services.ports_files import OrderFormat, Part

Result = TypeVar("Result")

_MALFORMED = (
    email.errors.MessageError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
"""What the standard library raises on malformed headers and encodings, though it should not."""

_HEADER = re.compile(rb"[!-9;-~]+:[^\r\n]*(?:\r?\n)")
_HEADERS_OF_MAIL = re.compile(
    rb"^(?:from|to|subject|date|received|return-path|message-id|mime-version):",
    re.IGNORECASE | re.MULTILINE,
)
_PART = re.compile(rb"^content-type:", re.IGNORECASE | re.MULTILINE)
_HEAD = 4096
_DEEPEST = 2
_LONGEST_NAME = 120
"""Mails in mails, and the part of a name that is shown."""


@dataclass(frozen=True, slots=True)
class _Attachment:
    name: str
    content: bytes


@dataclass(slots=True)
class _Contents:
    """A mail taken apart. Each body is a group of alternatives that say the same."""

    bodies: list[list[Message]] = field(default_factory=list)
    attachments: list[_Attachment] = field(default_factory=list)


def read(content: bytes, reader: InnerReader) -> Iterator[Item]:
    """The orders of a mail: those of its body, then those of its attachments."""
    return _read(content, reader, 0)


def attached(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The attachments of a mail by the names that places give them."""
    for one in _taken_apart(content).attachments:
        yield one.name, one.content


def body_with(content: bytes, place: str, field: str) -> tuple[list[tuple[str, str]], int] | None:
    """The lines of the body in which a line of this place states this field, as (label, text), and
    which line it is; else of the first body that has the place."""
    bodies = [
        max(alternatives, key=lambda part: mail_lines.complete(mail_lines.orders_in(_lines(part))))
        for alternatives in _taken_apart(content).bodies
        if alternatives
    ]
    stated = [part for part in bodies if _states(part, place, field)]
    there = [part for part in bodies if any(line.place == place for line in _lines(part))]
    return _told_of(next(iter(stated + there)), place) if there else None


def _states(part: Message, place: str, field: str) -> bool:
    return any(line.place == place and line.known == field for line in _lines(part))


def _told_of(part: Message, place: str) -> tuple[list[tuple[str, str]], int]:
    if part.get_content_subtype() != "html":
        number = int(place.rpartition(" ")[2])
        lines = mail_lines.physical_lines(_text(part))
        return [(str(at), text) for at, text in enumerate(lines, 1)], number - 1
    told = [line for line in _lines(part) if line is not mail_lines.BREAK]
    marked = next(at for at, line in enumerate(told) if line.place == place)
    return [(line.label, line.text) for line in told], marked


def looks_like(content: bytes) -> bool:
    """Whether the content begins with header lines of a mail."""
    head = content[:_HEAD]
    return bool(_HEADER.match(head) and _HEADERS_OF_MAIL.search(head))


FORMAT = FileFormat((".eml",), looks_like, read)


def _read(content: bytes, reader: InnerReader, depth: int) -> Iterator[Item]:
    _require_few_parts(content, reader.limits.members)
    contents = _taken_apart(content)
    for body in contents.bodies:
        yield from _best(body)
    readable = []
    for attachment in contents.attachments:
        kind = _format(attachment, reader, depth)
        if kind is None:
            yield _not_read(attachment.name)
            continue
        opened = _Opened(attachment, kind, reader, depth)
        problem = opened.problem()
        if problem:
            yield problem
        else:
            readable.append(opened)
    for opened in readable:
        yield opened.part()
        yield from opened.items()


def _require_few_parts(content: bytes, most: int) -> None:
    """Refuse a mail of more parts than the limit, before they are taken apart."""
    if content.count(b"\n--") <= most and len(_PART.findall(content)) <= most:
        return
    raise UnreadableError(
        "E-posten har flere enn {most} deler og leses ikke. Be om bestillingen i en enkel e-post "
        "eller som en fil.",
        "E-posten har fleire enn {most} delar og blir ikkje lesen. Be om bestillinga i ein enkel "
        "e-post eller som ei fil.",
        code="too-many-parts",
        most=most,
    )


def _taken_apart(content: bytes) -> _Contents:
    contents = _Contents()
    try:
        _take(email.message_from_bytes(content, policy=email.policy.default), contents, None)
    except (*_MALFORMED, RecursionError) as error:
        raise UnreadableError(
            "E-posten er skadet og kan ikke leses. Lagre den på nytt fra e-postprogrammet som "
            ".eml, eller be om den på nytt.",
            "E-posten er skadd og kan ikkje lesast. Lagre han på nytt frå e-postprogrammet som "
            ".eml, eller be om han på nytt.",
            code="damaged-mail",
        ) from error
    return contents


def _take(part: Message, contents: _Contents, group: list[Message] | None) -> None:
    kind = part.get_content_type()
    below = part.get_payload()
    if kind.startswith("multipart/") and isinstance(below, list):
        if kind == "multipart/alternative" and group is None:
            group = []
            contents.bodies.append(group)
        for child in below:
            if isinstance(child, Message):
                _take(child, contents, group)
    elif not _is_body(part, kind):
        contents.attachments.append(_attachment(part, len(contents.attachments) + 1))
    elif group is None:
        contents.bodies.append([part])
    else:
        group.append(part)


def _is_body(part: Message, kind: str) -> bool:
    if _tried(part.get_content_disposition, None) == "attachment" or _tried(part.get_filename, ""):
        return False
    return kind in ("text/plain", "text/html") or kind.startswith("multipart/")


def _attachment(part: Message, number: int) -> _Attachment:
    below = part.get_payload()
    inner = below[0] if isinstance(below, list) and below else None
    name = _tried(part.get_filename, "")
    if isinstance(inner, Message):
        subject = _tried(lambda: inner["subject"], "")
        return _Attachment(_shown(name or f"{subject or number}.eml"), _tried(inner.as_bytes, b""))
    return _Attachment(_shown(name or str(number)), _bytes_of(part))


def _shown(name: str) -> str:
    printable = "".join(sign if sign.isprintable() else "\ufffd" for sign in name)
    return mask(printable)[0][-_LONGEST_NAME:]


def _bytes_of(part: Message) -> bytes:
    payload = _tried(lambda: part.get_payload(decode=True), None)
    return payload if isinstance(payload, bytes) else b""


def _tried(ask: Callable[[], Any], otherwise: Result) -> Result:
    """What the standard library answers, or `otherwise` where it fails on malformed content."""
    try:
        answer: Result = ask()
    except _MALFORMED:
        return otherwise
    return answer


def _best(alternatives: list[Message]) -> list[RawOrder | Problem]:
    """The orders of the alternative that has most of them complete; of equals the first."""
    readings = [mail_lines.orders_in(_lines(part)) for part in alternatives]
    return max(readings, key=mail_lines.complete, default=[])


def _lines(part: Message) -> Iterator[mail_lines.Line]:
    text = _text(part)
    if part.get_content_subtype() == "html":
        return mail_html.lines_of(text)
    flowed = _tried(lambda: part.get_param("format"), "")
    if str(flowed).casefold() == "flowed":
        return mail_lines.flowed_lines_of(text)
    return mail_lines.lines_of(text)


def _text(part: Message) -> str:
    content = _bytes_of(part)
    for charset in (_tried(part.get_content_charset, None) or "utf-8", "utf-8"):
        try:
            return content.decode(charset)
        except (LookupError, ValueError):
            continue
    return content.decode("cp1252", errors="replace")


def _format(attachment: _Attachment, reader: InnerReader, depth: int) -> OrderFormat | None:
    try:
        kind = reader.recognise(attachment.name, attachment.content)
    except UnreadableError:
        return None
    return None if kind == "mail" and depth >= _DEEPEST else kind


@dataclass(frozen=True, slots=True)
class _Opened:
    """An attachment that is an order file by its format."""

    attachment: _Attachment
    kind: OrderFormat
    reader: InnerReader
    depth: int

    def problem(self) -> Problem | None:
        """Why there is nothing to take from it, found before its `Part` is announced."""
        try:
            # To its end, since what it is broken by may stand last.
            if sum(_tells(item) for item in self._read()):
                return None
        except UnreadableError as error:
            return Problem(self._place(error.at), error.code, error.phrase, refuses=True)
        return _not_read(self.attachment.name)

    def part(self) -> Part:
        digest = hashlib.sha256(self.attachment.content).hexdigest()
        return Part(self.attachment.name, digest, self.kind)

    def items(self) -> Iterator[Item]:
        """Its orders and problems, with the attachment in front of their places."""
        return self._all_placed(self._read())

    def _all_placed(self, items: Iterator[Item]) -> Iterator[Item]:
        layouts: dict[RowLayout, RowLayout] = {}
        for item in items:
            if isinstance(item, PlainRow):
                layout = item.layout
                if layout not in layouts:
                    layouts[layout] = RowLayout(layout.places, self._general(layout))
                yield item._replace(prefix=self._place(item.prefix), layout=layouts[layout])
            elif isinstance(item, Part):
                yield replace(item, name=f"{self.attachment.name}, {item.name}")
            else:
                yield self._one_placed(item)

    def _general(self, layout: RowLayout) -> Callable[..., Iterator[RawOrder | Problem]]:
        return lambda *row: map(self._one_placed, layout.general(*row))

    def _one_placed(self, item: RawOrder | Problem) -> RawOrder | Problem:
        if isinstance(item, Problem):
            return replace(item, at=self._place(item.at))
        return replace(
            item,
            place=self._place(item.place),
            values=self._placed(item.values),
            extras=self._placed(item.extras),
        )

    def _read(self) -> Iterator[Item]:
        if self.kind == "mail":
            return _read(self.attachment.content, self.reader, self.depth + 1)
        return self.reader.items(self.attachment.name, self.attachment.content)

    def _placed(self, values: Mapping[str, RawValue]) -> dict[str, RawValue]:
        return {name: RawValue(raw.value, self._place(raw.place)) for name, raw in values.items()}

    def _place(self, inside: str) -> str:
        return f"attachment {self.attachment.name}" + (f", {inside}" if inside else "")


def _tells(item: Item) -> bool:
    return isinstance(item, (PlainRow, RawOrder)) or (isinstance(item, Problem) and item.refuses)


def _not_read(name: str) -> Problem:
    return Problem(
        f"attachment {name}",
        "attachment-not-read",
        Phrase(
            "Vedlegget {name} er ikke en bestillingsfil og er ikke lest. Åpne originalen for å se "
            "det.",
            "Vedlegget {name} er ikkje ei bestillingsfil og er ikkje lese. Opne originalen for å "
            "sjå det.",
            {"name": name},
        ),
        refuses=False,
    )
