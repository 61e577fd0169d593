"""`keys/store-key.json`: the keys of a workspace, sealed under its recovery passphrase.

A workspace is encrypted where this file is, so it is written first and taken away never. It is
replaced whole or not at all.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

from timebok_desktop.domain.errors import TimebokError, UnavailableError
from timebok_desktop.files import sealed, strict_json
from timebok_desktop.files.disk import write_beside, write_unless_taken
from timebok_desktop.files.store_keys import StoreKeys, keys_of

FORM = "timebok-store-key/1"
_LARGEST = 64 * 1024


class KeyFile:
    """The document of sealed keys: which workspace it belongs to, and how it is opened."""

    def __init__(self, document: Mapping[str, Any], told: Path) -> None:
        """`told` is what messages call it. UnavailableError where it is no such document."""
        self._told = told
        recovery, workspace = document.get("recovery"), document.get("workspace")
        named = isinstance(workspace, str)
        if document.get("form") != FORM or not named or not isinstance(recovery, dict | None):
            raise _damaged(told)
        self.workspace = str(workspace)
        self._recovery: Mapping[str, Any] | None = recovery
        self.document = dict(document)

    @property
    def has_recovery(self) -> bool:
        """Whether a passphrase opens it; without one the keyring alone does."""
        return self._recovery is not None

    def open(self, passphrase: str) -> StoreKeys:
        """The keys; WrongPassphraseError where it is another passphrase."""
        if self._recovery is None:
            raise UnavailableError(
                "Arbeidsmappen har ingen gjenopprettingsfrase; bare nøkkelringen på maskinen der "
                "den ble laget, åpner den. Lås opp nøkkelringen og prøv igjen.",
                "Arbeidsmappa har ingen gjenopprettingsfrase; berre nøkkelringen på maskina der "
                "ho vart laga, opnar ho. Lås opp nøkkelringen og prøv igjen.",
            )
        opened = sealed.open_with_passphrase(
            self._recovery, passphrase, purpose=_purpose(self.workspace)
        )
        try:
            return keys_of(opened)
        except ValueError as error:
            raise _damaged(self._told) from error


def sealed_document(
    keys: StoreKeys, passphrase: str | None, *, workspace: str, cost: sealed.Cost
) -> dict[str, object]:
    """What is written of a workspace's keys."""
    recovery = None
    if passphrase is not None:
        recovery = sealed.seal_with_passphrase(
            keys.written().encode(), passphrase, purpose=_purpose(workspace), cost=cost
        )
    return {"form": FORM, "workspace": workspace, "recovery": recovery}


def new_workspace_id() -> str:
    """What the keys of a new workspace go by in the keyring."""
    return str(uuid4())


def make_key_file(path: Path, document: Mapping[str, object]) -> bool:
    """Write the keys of a new workspace; False where another process has written its own first."""
    return write_unless_taken(path, (_content(document),))


def replace_key_file(path: Path, document: Mapping[str, object]) -> None:
    """Put other sealed keys in the place of those that are there."""
    write_beside(path, _content(document))


def read_key_file(path: Path) -> KeyFile:
    """The key file at `path`; UnavailableError where it cannot be read."""
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
        document = strict_json.loads(content) if len(content) <= _LARGEST else None
    except OSError as error:
        raise UnavailableError(
            "Nøkkelfilen {file} kan ikke leses ({why}). Gi den som kjører programmet, lesetilgang.",
            "Nøkkelfila {file} kan ikkje lesast ({why}). Gi den som køyrer programmet, "
            "lesetilgang.",
            file=path,
            why=error.strerror or "",
        ) from error
    except ValueError as error:
        raise _damaged(path) from error
    if not isinstance(document, dict):
        raise _damaged(path)
    return KeyFile(document, path)


def _purpose(workspace: str) -> str:
    return f"keys of workspace {workspace}"


def _content(document: Mapping[str, object]) -> bytes:
    return (json.dumps(document, indent=1) + "\n").encode()


def _damaged(path: Path) -> TimebokError:
    return UnavailableError(
        "Nøkkelfilen {file} er skadet. Legg den tilbake fra en sikkerhetskopi: den følger med i "
        "hver kopi som «timebok store backup» tar.",
        "Nøkkelfila {file} er skadd. Legg ho tilbake frå ein tryggingskopi: ho følgjer med i "
        "kvar kopi som «timebok store backup» tek.",
        file=path,
    )
