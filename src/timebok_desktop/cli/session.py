"""One run of the command line: who, where, in which language."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from timebok_desktop.bootstrap import Office, open_office
from timebok_desktop.cli.asking import TerminalAsker, can_ask
from timebok_desktop.cli.opening import caseworker
from timebok_desktop.cli.output import for_terminal
from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.domain.phrases import Language
from timebok_desktop.files.machine_settings import (
    MachineFile,
    require_offered,
    workspace_folder,
)
from timebok_desktop.files.store_keys import StoreKeys
from timebok_desktop.files.workspace import workspace_in
from timebok_desktop.services.local_desk import LocalDesk
from timebok_desktop.unlocking import Unlocking, opened_keys

PLAIN_NOTE = {
    "nb": "Merk: arbeidsmappen er ikke kryptert. Navnet {user} beviser ikke hvem som gjorde det.",
    "nn": "Merk: arbeidsmappa er ikkje kryptert. Namnet {user} viser ikkje kven som gjorde det.",
}

_PATIENCE = 1.0
"""Seconds before a person is told how far it has come."""


@dataclass
class Session:
    """The global options and the desk, which is opened when it is first used.

    Commands with invented worlds (`own_folder`) may work beside the store that an administrator
    has fixed.
    """

    arguments: argparse.Namespace
    machine: MachineFile
    plain: bool = False
    """Whether a workspace that is made now is made without encryption."""
    wanted: bool = False
    """Whether the command has asked for the workspace."""

    @property
    def as_json(self) -> bool:
        """Whether one JSON document is wanted on stdout."""
        return bool(getattr(self.arguments, "json", False))

    @property
    def workspace(self) -> Path:
        """The workspace's folder."""
        named: str | None = getattr(self.arguments, "workspace", None)
        if named and getattr(self.arguments, "own_folder", False):
            return Path(named)
        return workspace_folder(named, self.machine)

    @property
    def user(self) -> str:
        """The caseworker: `--by`, else the operating system's user."""
        return caseworker(getattr(self.arguments, "by", None))

    @property
    def language(self) -> Language:
        """`--language`, else the workspace's own once it is open, else bokmål."""
        named: Language | None = getattr(self.arguments, "language", None)
        if named:
            return named
        if "office" in self.__dict__:
            return self.desk.settings().language or "nb"
        return "nn" if os.environ.get("LANG", "").startswith("nn") else "nb"

    @property
    def has_workspace(self) -> bool:
        """Whether a workspace has been made in the folder."""
        return workspace_in(self.workspace).store.exists()

    @cached_property
    def office(self) -> Office:
        """The open workspace; a new one is encrypted unless a plain one is wanted."""
        self.wanted = True
        named: Language | None = getattr(self.arguments, "language", None)
        if named:
            require_offered(named, self.machine)
        asker = self.asker()
        ask = asker.signing_passphrase if asker else None
        return open_office(
            self.workspace,
            machine=self.machine,
            keys=self.keys(),
            ask=ask,
            unlocking=self.unlocking(),
        )

    def keys(self) -> StoreKeys | None:
        """The keys of the workspace, None where it is plain."""
        return opened_keys(self.workspace, self.unlocking(), plain=self.plain)

    def unlocking(self) -> Unlocking:
        """What finds keys, asking whoever sits at the terminal."""
        return Unlocking(self.asker())

    def asker(self) -> TerminalAsker | None:
        """Whoever sits at the terminal, if anybody does."""
        return TerminalAsker(self.language) if can_ask() else None

    @property
    def desk(self) -> LocalDesk:
        """The desk over the workspace."""
        return self.office.desk

    def plain_note(self) -> list[str]:
        """What has to be said where a name proves nothing."""
        if self.office.workspace.is_encrypted:
            return []
        return [PLAIN_NOTE[self.language].format(user=self.user)]

    def progress(self, what: str) -> Callable[[int, int], None] | None:
        """Progress on stderr, where a person is looking and has begun to wait."""
        if not sys.stderr.isatty():
            return None
        begun = time.monotonic()

        def show(done: int, total: int) -> None:
            if time.monotonic() - begun < _PATIENCE:
                return
            sys.stderr.write(f"\r{what} {done}/{total} " if total else f"\r{what} {done} ")
            if total and done >= total:
                sys.stderr.write("\n")
            sys.stderr.flush()

        return show

    def back_up_if_due(self) -> None:
        """The backup of the day; that it fails is said, and hinders nothing."""
        if "office" not in self.__dict__:
            return
        try:
            self.desk.back_up_if_due()
        except TimebokError as error:
            sys.stderr.write(f"timebok: {for_terminal(error.text(self.language))}\n")

    def reopen(self) -> None:
        """Close the workspace; it is opened anew when it is used."""
        self.close()
        self.__dict__.pop("office", None)

    def close(self) -> None:
        """Close what was opened."""
        if "office" in self.__dict__:
            self.office.close()
