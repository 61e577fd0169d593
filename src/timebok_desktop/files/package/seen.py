"""What a receiver remembers: the last package of each sender, and the end of the sender's log then.

A package must go on from there: a higher number, the same log, and that log's earlier end among
those that the package states. So neither an old package, nor one that was kept back and is offered
again, nor one that was made on a cut or replaced log passes for the newest.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from timebok_desktop.domain.errors import UnavailableError, UnreadableError
from timebok_desktop.domain.problems import Problem
from timebok_desktop.files import strict_json
from timebok_desktop.files.package import layout
from timebok_desktop.files.package.findings import finding
from timebok_desktop.files.package.index import Index
from timebok_desktop.services.ports_files import EarlierPackage, PackageCheck

_FORM = "timebok-seen/1"
_LARGEST = 1024 * 1024


class SeenFile:
    """The memory of a receiver, in a file that is made when it is first needed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = self._read()

    def problems(self, index: Index, signed_by: str) -> list[Problem]:
        """What keeps a package from going on from the last one that was seen of its sender."""
        last = self._known.get(signed_by)
        if last is None:
            return []
        if index.sequence <= last.package:
            values = {"sequence": index.sequence, "after": last.package}
            return [finding("sequence", layout.INDEX, **values)]
        if last not in index.earlier:
            return [finding("log-cut", layout.INDEX, after=last.package)]
        return []

    def remember(self, check: PackageCheck) -> None:
        """Keep a valid package as the last one of its sender."""
        if check.log is None:
            return
        self._known[check.signed_by] = check.log
        document = {
            "form": _FORM,
            "senders": {key: one._asdict() for key, one in sorted(self._known.items())},
        }
        try:
            descriptor, name = tempfile.mkstemp(prefix=".", dir=self._path.absolute().parent)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(json.dumps(document, indent=1) + "\n")
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(self._path)
        except OSError as error:
            raise UnavailableError(
                "Kan ikke skrive {file}: {reason}. Pakken er gyldig, men ikke husket. Kontroller "
                "at du har skrivetilgang til mappen.",
                "Kan ikkje skrive {file}: {reason}. Pakken er gyldig, men ikkje hugsa. Kontroller "
                "at du har skrivetilgang til mappa.",
                file=self._path,
                reason=error.strerror or error,
            ) from error

    def _read(self) -> dict[str, EarlierPackage]:
        try:
            with self._path.open("rb") as file:
                content = file.read(_LARGEST + 1)
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise self._unreadable() from error
        try:
            document: Any = strict_json.loads(content)
            senders = {key: EarlierPackage(**one) for key, one in document["senders"].items()}
            right = document["form"] == _FORM and len(content) <= _LARGEST
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise self._unreadable() from error
        if not right:
            raise self._unreadable()
        return senders

    def _unreadable(self) -> UnreadableError:
        return UnreadableError(
            "{file} er ikke en fil over mottatte pakker, eller den er skadet. Legg den tilbake fra "
            "en sikkerhetskopi; uten filen kan en gammel pakke gå for å være ny.",
            "{file} er inga fil over mottekne pakkar, eller ho er skadd. Legg ho tilbake frå ein "
            "tryggingskopi; utan fila kan ein gammal pakke gå for å vere ny.",
            code="no-seen-file",
            file=self._path,
        )
