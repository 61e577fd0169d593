"""A backup of an encrypted workspace: one file that says by which passphrase it is opened.

First a line that names the form, then the sealed keys and the other files of the keys folder as
JSON, then the encrypted database. So it can be restored anywhere with the recovery passphrase of
the day it was made. A backup of a plain workspace is the database alone.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO
from uuid import uuid4

from timebok_desktop.domain.errors import RefusedError, TimebokError, UnavailableError
from timebok_desktop.files import caseworker_keys, strict_json
from timebok_desktop.files.disk import write_unless_taken
from timebok_desktop.files.folders import make_folders
from timebok_desktop.files.key_file import KeyFile
from timebok_desktop.files.store_keys import StoreKeys
from timebok_desktop.files.workspace import Workspace

_FORM = b"timebok-backup/1\n"
_LENGTH = 8
_LARGEST_HEAD = 16 * 1024 * 1024
_LARGEST_KEY = 256 * 1024
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

OpenKeyFile = Callable[[KeyFile], StoreKeys]


class SealedBackups:
    """Implements `storage.backups.BackupForm` for an encrypted workspace."""

    def __init__(self, workspace: Workspace, keys: StoreKeys, open_keys: OpenKeyFile) -> None:
        """`open_keys` opens the key file of a backup that was made under other keys."""
        self._workspace, self._keys, self._open_keys = workspace, keys, open_keys

    def wrap(self, database: Path, target: Path) -> None:
        """Write the whole backup of a copied database."""
        head = json.dumps({"files": _key_files(self._workspace)}).encode()
        with (
            database.open("rb") as source,
            os.fdopen(os.open(target, _CREATE, 0o600), "wb") as file,
        ):
            file.write(_FORM + len(head).to_bytes(_LENGTH, "big") + head)
            shutil.copyfileobj(source, file, 1024 * 1024)

    @contextmanager
    def unwrapped(self, source: Path) -> Iterator[tuple[Path, Iterator[bytes]]]:
        """The encrypted database of a backup, and the keys that it may have."""
        inner = self._workspace.backups / f".{uuid4().hex}.part"
        try:
            with source.open("rb") as file:
                files = _read_head(source, file)
                with os.fdopen(os.open(inner, _CREATE, 0o600), "wb") as copy:
                    shutil.copyfileobj(file, copy, 1024 * 1024)
            yield inner, self._candidates(key_file_of(source, files))
        except OSError as error:
            raise UnavailableError(
                "Sikkerhetskopien {path} kan ikke leses ({why}). Ingenting er endret.",
                "Tryggingskopien {path} kan ikkje lesast ({why}). Ingenting er endra.",
                path=source,
                why=error.strerror or "",
            ) from error
        finally:
            for name in (inner, *(inner.with_name(inner.name + end) for end in ("-wal", "-shm"))):
                with suppress(OSError):
                    name.unlink(missing_ok=True)

    def _candidates(self, held: KeyFile) -> Iterator[bytes]:
        yield from self._keys.store
        yield from self._open_keys(held).store


def adopt_keys(source: Path, workspace: Workspace, open_keys: OpenKeyFile) -> None:
    """Give a new workspace the keys of a backup, once they have been opened."""
    with source.open("rb") as file:
        files = _read_head(source, file)
    open_keys(key_file_of(source, files))
    make_folders(workspace.keys / caseworker_keys.FOLDER, 0o700)
    # The key file makes a workspace an encrypted one: it comes last.
    for name in sorted(files, key=lambda name: name == workspace.store_key.name):
        write_unless_taken(workspace.keys / name, (files[name].encode(),))


def is_sealed_backup(source: Path) -> bool:
    """Whether a file is the backup of an encrypted workspace."""
    try:
        with source.open("rb") as file:
            return file.read(len(_FORM)) == _FORM
    except OSError:
        return False


def key_file_of(source: Path, files: Mapping[str, str]) -> KeyFile:
    """The sealed keys of a backup."""
    try:
        document = strict_json.loads(files["store-key.json"].encode())
    except (KeyError, ValueError) as error:
        raise _damaged(source) from error
    if not isinstance(document, dict):
        raise _damaged(source)
    return KeyFile(document, source)


def _read_head(source: Path, file: BinaryIO) -> dict[str, str]:
    if file.read(len(_FORM)) != _FORM:
        raise RefusedError(
            "{path} er ikke sikkerhetskopi av en kryptert arbeidsmappe. Gjenopprett den i en "
            "arbeidsmappe uten kryptering, eller velg en annen.",
            "{path} er ikkje tryggingskopi av ei kryptert arbeidsmappe. Gjenopprett han i ei "
            "arbeidsmappe utan kryptering, eller vel ein annan.",
            path=source,
        )
    length = int.from_bytes(file.read(_LENGTH), "big")
    try:
        head: Any = strict_json.loads(file.read(length)) if length <= _LARGEST_HEAD else None
        files: Any = head["files"]
        sound = all(_is_key_name(name) and isinstance(files[name], str) for name in files)
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(source) from error
    if not sound or not isinstance(files, dict):
        raise _damaged(source)
    return files


def _key_files(workspace: Workspace) -> dict[str, str]:
    """The keys folder, with the caseworkers' own keys: what is private in it is sealed."""
    found = [*workspace.keys.glob("*"), *workspace.keys.glob(f"{caseworker_keys.FOLDER}/*")]
    names = {path.relative_to(workspace.keys).as_posix(): path for path in sorted(found)}
    return {
        name: path.read_text("utf-8")
        for name, path in names.items()
        if path.is_file() and _is_key_name(name) and path.stat().st_size <= _LARGEST_KEY
    }


def _is_key_name(path: str) -> bool:
    name = path.removeprefix(f"{caseworker_keys.FOLDER}/")
    return not name.startswith(".") and name == Path(name).name and "\\" not in name


def _damaged(source: Path) -> TimebokError:
    return UnavailableError(
        "Sikkerhetskopien {path} er skadet. Ingenting er endret. Velg en annen; de som er tatt, "
        "ligger i mappen «backups» i arbeidsmappen.",
        "Tryggingskopien {path} er skadd. Ingenting er endra. Vel ein annan; dei som er tekne, "
        "ligg i mappa «backups» i arbeidsmappa.",
        path=source,
    )
