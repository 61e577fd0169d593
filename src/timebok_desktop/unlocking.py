"""Finds the keys of a workspace, for the command line and the window alike.

In this order: the passphrase in the file that TIMEBOK_PASSPHRASE_FILE names, the system's keyring,
whoever can be asked. Only an encrypted or a new workspace needs what stands here; a plain one opens
without loading any of it (see `opened_keys`). No Qt here.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from timebok_desktop.domain.errors import UnavailableError, WrongPassphraseError
from timebok_desktop.files.key_file import (
    KeyFile,
    make_key_file,
    new_workspace_id,
    read_key_file,
    sealed_document,
)
from timebok_desktop.files.keyrings import Keyring, SystemKeyring
from timebok_desktop.files.local_log import LocalLog
from timebok_desktop.files.passphrase_file import passphrase_in
from timebok_desktop.files.sealed import ORDINARY, Cost
from timebok_desktop.files.store_keys import StoreKeys, new_keys
from timebok_desktop.files.workspace import Workspace, make_workspace, require_keys, workspace_in
from timebok_desktop.storage.driver import opens

ENVIRONMENT_NAME = "TIMEBOK_PASSPHRASE_FILE"
_TRIES = 5


class Asker(Protocol):
    """Somebody who can be asked for a passphrase."""

    def passphrase(self, folder: Path, *, wrong: bool) -> str | None:
        """The recovery passphrase of a workspace; `wrong` when the one before was. None: no."""

    def new_passphrase(self, folder: Path) -> str | None:
        """A passphrase that is chosen for a new workspace. None: no."""


class Unlocking:
    """Finds keys, with whatever keyring and whoever there is to ask."""

    def __init__(
        self,
        asker: Asker | None = None,
        keyring: Keyring | None = None,
        cost: Cost = ORDINARY,
    ) -> None:
        """`cost` is what a guess at the passphrase of a workspace made here costs."""
        self._asker = asker
        self._keyring = keyring or SystemKeyring()
        self._cost = cost

    def keys(self, workspace: Workspace) -> StoreKeys:
        """The keys of an encrypted workspace; those of a new one are made here.

        UnavailableError where nobody gives the key, naming the ways out.
        """
        if not workspace.is_encrypted:
            made = self._make(workspace)
            if made is not None:
                return made
        return self.open(read_key_file(workspace.store_key), workspace)

    def open(self, held: KeyFile, workspace: Workspace) -> StoreKeys:
        """The keys that a key file holds, with the one first that opens the store."""
        named = _passphrase_from_file()
        if named is not None:
            with _noted(workspace, "workspace", "passphrase file"):
                keys = _opened_by_file(held, named)
            return _for_store(workspace, keys)
        kept = self._keyring.get(held.workspace)
        if kept is not None:
            fitting = _fitting(workspace, kept)
            _note(workspace, "workspace", "keyring", opened=fitting is not None)
            if fitting is not None:
                return fitting
        if self._asker is not None and held.has_recovery:
            return _for_store(workspace, self._asked(held, workspace, "workspace"))
        if kept is not None:
            return kept  # the store may be damaged, which whoever opens it says
        raise _no_key(workspace.folder)

    def open_other(self, held: KeyFile, folder: Path) -> StoreKeys:
        """The keys of a backup, which may have been made under another passphrase."""
        named = _passphrase_from_file()
        if named is not None:
            try:
                with _noted(workspace_in(folder), "backup", "passphrase file"):
                    return held.open(named)
            except WrongPassphraseError:
                if self._asker is None:
                    raise
        kept = self._keyring.get(held.workspace)
        if kept is not None and not held.has_recovery:
            _note(workspace_in(folder), "backup", "keyring", opened=True)
            return kept
        if self._asker is not None and held.has_recovery:
            return self._asked(held, workspace_in(folder), "backup")
        raise _no_key(folder)

    def passphrase_for(self, workspace: Workspace) -> tuple[str | None, StoreKeys]:
        """The recovery passphrase, given anew, and what it opens; None where there is none yet."""
        held = read_key_file(workspace.store_key)
        if not held.has_recovery:
            return None, self.open(held, workspace)
        named = _passphrase_from_file()
        typed = named
        if typed is None and self._asker is not None:
            typed = self._asker.passphrase(workspace.folder, wrong=False)
        if typed is None:
            raise _no_key(workspace.folder)
        return typed, self.proved(workspace, typed)

    def remember_again(self, workspace: Workspace, keys: StoreKeys) -> None:
        """Put changed keys into the keyring, if it had those before."""
        name = read_key_file(workspace.store_key).workspace
        if self._keyring.get(name) is not None:
            self._keyring.set(name, keys)

    def proved(self, workspace: Workspace, passphrase: str) -> StoreKeys:
        """The keys by the recovery passphrase itself; WrongPassphraseError where it is another."""
        held = read_key_file(workspace.store_key)
        with _noted(workspace, "workspace", "passphrase"):
            keys = held.open(passphrase)
        return _for_store(workspace, keys)

    def remember(self, workspace: Workspace, keys: StoreKeys) -> bool:
        """Put the keys into the keyring; False where there is none."""
        return self._keyring.set(read_key_file(workspace.store_key).workspace, keys)

    def forget(self, workspace: Workspace) -> bool:
        """Take the keys out of the keyring; False where they were not there."""
        return self._keyring.forget(read_key_file(workspace.store_key).workspace)

    def _make(self, workspace: Workspace) -> StoreKeys | None:
        """New keys for a new workspace; None where another process was first."""
        keys, name = new_keys(), new_workspace_id()
        passphrase = named = _passphrase_from_file()
        if passphrase is None and self._asker is not None:
            passphrase = self._asker.new_passphrase(workspace.folder)
            if passphrase is None:
                raise _no_key(workspace.folder)
        # Where nobody can be asked the keyring alone will do: then it must surely have the keys.
        if named is None and not self._keyring.set(name, keys) and passphrase is None:
            raise _no_key(workspace.folder)
        document = sealed_document(keys, passphrase, workspace=name, cost=self._cost)
        make_workspace(workspace.folder)
        if not make_key_file(workspace.store_key, document):
            self._keyring.forget(name)
            return None
        return keys

    def _asked(self, held: KeyFile, workspace: Workspace, what: str) -> StoreKeys:
        folder, wrong = workspace.folder, False
        for _ in range(_TRIES):
            typed = self._asker.passphrase(folder, wrong=wrong) if self._asker else None
            if typed is None:
                raise _no_key(folder)
            try:
                with _noted(workspace, what, "passphrase"):
                    return held.open(typed)
            except WrongPassphraseError:
                wrong = True
        raise WrongPassphraseError


def has_passphrase(workspace: Workspace) -> bool:
    """Whether a passphrase opens the workspace, and not the keyring alone."""
    return read_key_file(workspace.store_key).has_recovery


def opened_keys(
    folder: Path, unlocking: Unlocking | None = None, *, plain: bool = False
) -> StoreKeys | None:
    """The keys of the workspace in `folder`, None where it is plain, or is to be made `plain`."""
    workspace = workspace_in(folder)
    require_keys(workspace)
    if not workspace.is_encrypted and (plain or workspace.store.exists()):
        return None
    return (unlocking or Unlocking()).keys(workspace)


def _fitting(workspace: Workspace, keys: StoreKeys) -> StoreKeys | None:
    """The keys with the one first that opens the store; None where none of them does."""
    for key in keys.store:
        if opens(workspace.store, key):
            return keys._replace(store=(key, *(one for one in keys.store if one != key)))
    return None


def _for_store(workspace: Workspace, keys: StoreKeys) -> StoreKeys:
    """As `_fitting`; where none opens the store, whoever opens it says what is wrong with it."""
    return _fitting(workspace, keys) or keys


def _note(workspace: Workspace, what: str, way: str, *, opened: bool) -> None:
    """In the local log, where there is a workspace to have one."""
    if workspace.folder.is_dir():
        LocalLog(workspace.logs).unlocking(what, way, opened=opened)


@contextmanager
def _noted(workspace: Workspace, what: str, way: str) -> Iterator[None]:
    """Note whether what is tried inside lets somebody in."""
    try:
        yield
    except UnavailableError:
        _note(workspace, what, way, opened=False)
        raise
    _note(workspace, what, way, opened=True)


def _passphrase_from_file() -> str | None:
    named = os.environ.get(ENVIRONMENT_NAME)
    return passphrase_in(Path(named)) if named else None


def _opened_by_file(held: KeyFile, passphrase: str) -> StoreKeys:
    try:
        return held.open(passphrase)
    except WrongPassphraseError as error:
        raise UnavailableError(
            "Passordfrasen i filen som TIMEBOK_PASSPHRASE_FILE peker på, åpner ikke arbeidsmappen. "
            "Rett filen, eller fjern variabelen for å bruke nøkkelringen eller bli spurt.",
            "Passordfrasen i fila som TIMEBOK_PASSPHRASE_FILE peikar på, opnar ikkje arbeidsmappa. "
            "Rett fila, eller fjern variabelen for å bruke nøkkelringen eller bli spurd.",
        ) from error


def _no_key(folder: Path) -> UnavailableError:
    if workspace_in(folder).is_encrypted:
        return UnavailableError(
            "Arbeidsmappen {folder} er kryptert, og nøkkelen kom verken fra nøkkelringen eller fra "
            "noen som kunne spørres. Legg gjenopprettingsfrasen i en fil og la "
            "TIMEBOK_PASSPHRASE_FILE peke på den, eller kjør i en terminal. En arbeidsmappe uten "
            "kryptering lages med «timebok init --plain».",
            "Arbeidsmappa {folder} er kryptert, og nøkkelen kom verken frå nøkkelringen eller frå "
            "nokon som kunne spørjast. Legg gjenopprettingsfrasen i ei fil og lat "
            "TIMEBOK_PASSPHRASE_FILE peike på ho, eller køyr i ein terminal. Ei arbeidsmappe utan "
            "kryptering blir laga med «timebok init --plain».",
            folder=folder,
        )
    return UnavailableError(
        "En ny arbeidsmappe blir kryptert, og det finnes ingen passordfrase å gjøre det med. Legg "
        "en i en fil og la TIMEBOK_PASSPHRASE_FILE peke på den, eller kjør i en terminal; eller "
        "lag en arbeidsmappe uten kryptering med «timebok init --plain». Ingenting er laget i "
        "{folder}.",
        "Ei ny arbeidsmappe blir kryptert, og det finst ingen passordfrase å gjere det med. Legg "
        "ein i ei fil og la TIMEBOK_PASSPHRASE_FILE peike på ho, eller køyr i ein terminal; eller "
        "lag ei arbeidsmappe utan kryptering med «timebok init --plain». Ingenting er laga i "
        "{folder}.",
        folder=folder,
    )
