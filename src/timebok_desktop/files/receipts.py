"""Reads the receipts of those who received a package: JSON of one package, CSV of one or more.

Strict: a line counts only where it says clearly which order of which package succeeded or failed;
everything else becomes a problem with its place. Nothing is guessed from a message.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from timebok_desktop.domain.errors import NotFoundError, UnavailableError, UnreadableError
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.problems import Problem
from timebok_desktop.files import strict_json
from timebok_desktop.services.ports_files import Receipt, ReceiptLine

_LARGEST_FILE = 64 * 1024 * 1024
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_STATUSES = {"ok": True, "failed": False}
_NEEDED = ("package", "reference", "status")
_DELIMITERS = (",", ";", "\t")

_PHRASES = {
    "bad-package": Phrase(
        "«{value}» er ikke nummeret (UUID) til en eksportpakke. Be mottakeren rette kvitteringen.",
        "«{value}» er ikkje nummeret (UUID) til ein eksportpakke. Be mottakaren rette kvitteringa.",
    ),
    "missing-reference": Phrase(
        "Referansen til bestillingen mangler. Be mottakeren rette kvitteringen.",
        "Referansen til bestillinga manglar. Be mottakaren rette kvitteringa.",
    ),
    "bad-status": Phrase(
        "Status «{value}» er verken «ok» eller «failed». Be mottakeren rette kvitteringen.",
        "Status «{value}» er verken «ok» eller «failed». Be mottakaren rette kvitteringa.",
    ),
    "bad-message": Phrase(
        "Meldingen er ikke tekst. Be mottakeren rette kvitteringen.",
        "Meldinga er ikkje tekst. Be mottakaren rette kvitteringa.",
    ),
    "repeated": Phrase(
        "Bestillingen {value} er allerede kvittert for i denne filen. Bare den første linjen "
        "teller.",
        "Bestillinga {value} er alt kvittert for i denne fila. Berre den første linja tel.",
    ),
    "bad-row": Phrase(
        "Raden har ikke de samme kolonnene som overskriften. Be mottakeren rette kvitteringen.",
        "Rada har ikkje dei same kolonnane som overskrifta. Be mottakaren rette kvitteringa.",
    ),
}


class ReceiptFileReader:
    """The file room's `ReceiptReader`."""

    def read(self, path: Path) -> tuple[Receipt, ...]:
        """The receipts of a file, one a package; never empty."""
        return read_receipts(path)


def read_receipts(path: Path) -> tuple[Receipt, ...]:
    """The receipts of a file, one a package, in the order of the file."""
    content = _content(path)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return (_from_json(content, path),)
    return _from_csv(content, path)


@dataclass(slots=True)
class _Collected:
    """The lines and problems of one package while they are read."""

    lines: dict[str, ReceiptLine] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def take(self, found: ReceiptLine | Problem) -> None:
        if isinstance(found, Problem):
            self.problems.append(found)
        elif found.reference in self.lines:
            self.problems.append(_problem("repeated", found.place, found.reference))
        else:
            self.lines[found.reference] = found

    def receipt(self, package: str) -> Receipt:
        return Receipt(package, tuple(self.lines.values()), tuple(self.problems))


def _from_json(content: bytes, path: Path) -> Receipt:
    try:
        document = strict_json.loads(content.removeprefix(b"\xef\xbb\xbf"))
    except ValueError as error:
        raise _unreadable(path) from error
    if not isinstance(document, dict) or not isinstance(document.get("results"), list):
        raise _unreadable(path)
    package = _package(document.get("package"))
    if not package:
        raise _unreadable(path, "/package")
    collected = _Collected()
    for number, result in enumerate(document["results"]):
        collected.take(_json_line(result, f"/results/{number}"))
    return collected.receipt(package)


def _json_line(result: object, place: str) -> ReceiptLine | Problem:
    if not isinstance(result, dict):
        return _problem("missing-reference", place)
    return _line(result, place, "/")


def _from_csv(content: bytes, path: Path) -> tuple[Receipt, ...]:
    try:
        rows = list(_rows(content))
    except csv.Error as error:
        raise _unreadable(path) from error
    names = [name.strip().casefold() for name in rows[0]] if rows else []
    if not set(_NEEDED) <= set(names) or len(set(names)) != len(names):
        raise _unreadable(path, "row 1" if rows else "")
    collected: dict[str, _Collected] = {}
    homeless: list[Problem] = []
    for number, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        place = f"row {number}"
        values = dict(zip(names, row, strict=False))
        package = _package(values.get("package"))
        if len(row) != len(names):
            homeless.append(_problem("bad-row", place))
        elif not package:
            homeless.append(_problem("bad-package", f"{place}, package", values["package"]))
        else:
            collected.setdefault(package, _Collected()).take(_line(values, place, ", "))
    if not collected:
        raise _unreadable(path, homeless[0].at if homeless else "")
    next(iter(collected.values())).problems.extend(homeless)
    return tuple(found.receipt(package) for package, found in collected.items())


def _line(values: Mapping[str, object], place: str, separator: str) -> ReceiptLine | Problem:
    reference, status = values.get("reference"), values.get("status")
    message = values.get("message")
    if not isinstance(reference, str) or not reference.strip():
        return _problem("missing-reference", f"{place}{separator}reference")
    known = status.strip().casefold() if isinstance(status, str) else ""
    if known not in _STATUSES:
        return _problem("bad-status", f"{place}{separator}status", status)
    if not isinstance(message, str | None):
        return _problem("bad-message", f"{place}{separator}message")
    return ReceiptLine(reference.strip(), _STATUSES[known], (message or "").strip(), place)


def _package(value: object) -> str:
    """The package's UUID in lower case, "" where it is none."""
    found = value.strip().lower().removeprefix("urn:uuid:") if isinstance(value, str) else ""
    return found if _UUID.fullmatch(found) else ""


def _rows(content: bytes) -> Iterator[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    header = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise NotFoundError(
            "Finner ikke kvitteringen {path}. Kontroller stien.",
            "Finn ikkje kvitteringa {path}. Kontroller stien.",
            path=path,
        ) from error
    except OSError as error:
        raise UnavailableError(
            "Kan ikke lese kvitteringen {path}: {reason}. Kontroller tilgangen.",
            "Kan ikkje lese kvitteringa {path}: {reason}. Kontroller tilgangen.",
            path=path,
            reason=error.strerror or error,
        ) from error
    if len(content) > _LARGEST_FILE:
        raise _unreadable(path)
    return content


def _problem(code: str, at: str, value: object = "") -> Problem:
    return Problem(at, code, _PHRASES[code].fill(value=value), refuses=True)


def _unreadable(path: Path, at: str = "") -> UnreadableError:
    return UnreadableError(
        "{path} er ingen gyldig kvittering. Den skal være JSON med «package» og «results», eller "
        "CSV med kolonnene package, reference, status og message. Be mottakeren om en ny.",
        "{path} er inga gyldig kvittering. Ho skal vere JSON med «package» og «results», eller "
        "CSV med kolonnane package, reference, status og message. Be mottakaren om ei ny.",
        code="no-receipt",
        at=at,
        path=path,
    )
