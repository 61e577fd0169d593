"""The operating system's keyring: where the keys of a workspace wait while its owner is logged in.

A ring that keeps secrets in plain text, or not at all, is none. No call waits for ever: a ring
without a person to open it may never answer. Nothing falls back to a file.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from importlib import import_module
from typing import Any, Protocol, TypeVar

from timebok_desktop.files.store_keys import StoreKeys, keys_of

SERVICE = "timebok-desktop"
PATIENCE = 20.0
"""Seconds; a person may have to open the ring."""

_WORTHLESS = ("keyring.backends.null", "keyring.backends.fail", "keyrings.alt")
_LEAST_PRIORITY = 1
_T = TypeVar("_T")


class Keyring(Protocol):
    """Keeps the keys of workspaces, by the workspace's id."""

    def get(self, workspace: str) -> StoreKeys | None:
        """The keys, None where they are not there or the ring cannot be used."""

    def set(self, workspace: str, keys: StoreKeys) -> bool:
        """Keep the keys; False where the ring cannot be used."""

    def forget(self, workspace: str) -> bool:
        """Take the keys out; False where there were none."""


class SystemKeyring:
    """Implements `Keyring` with the system's own."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience

    def get(self, workspace: str) -> StoreKeys | None:
        """The keys of a workspace."""
        written = self._asked(lambda ring: ring.get_password(SERVICE, workspace))
        try:
            return keys_of(written) if isinstance(written, str) else None
        except ValueError:
            return None

    def set(self, workspace: str, keys: StoreKeys) -> bool:
        """Keep the keys of a workspace, and look whether they are there."""

        def keep(ring: Any) -> bool:
            ring.set_password(SERVICE, workspace, keys.written())
            return bool(ring.get_password(SERVICE, workspace) == keys.written())

        return bool(self._asked(keep))

    def forget(self, workspace: str) -> bool:
        """Take the keys of a workspace out."""

        def forget(ring: Any) -> bool:
            if ring.get_password(SERVICE, workspace) is None:
                return False
            ring.delete_password(SERVICE, workspace)
            return True

        return bool(self._asked(forget))

    def text(self, name: str) -> str | None:
        """A single secret text, None where it is not there or the ring cannot be used."""
        return self._asked(lambda ring: ring.get_password(SERVICE, name))

    def keep_text(self, name: str, text: str) -> bool:
        """Keep a single secret text, and look whether it is there."""

        def keep(ring: Any) -> bool:
            ring.set_password(SERVICE, name, text)
            return bool(ring.get_password(SERVICE, name) == text)

        return bool(self._asked(keep))

    def _asked(self, question: Callable[[Any], _T]) -> _T | None:
        answers: list[_T] = []

        def ask() -> None:
            try:
                ring = trusted_ring()
                if ring is not None:
                    answers.append(question(ring))
            except Exception:  # noqa: BLE001, S110 - other people's rings raise anything; then there is none
                pass

        # A thread that never comes back must not keep the program from ending.
        asking = threading.Thread(target=ask, name="keyring", daemon=True)
        asking.start()
        asking.join(self._patience)
        return answers[0] if answers else None


def trusted_ring() -> Any:
    """The system's ring that is worth trusting, None where there is none. It may never answer."""
    ring = import_module("keyring").get_keyring()
    # A chain asks one ring after the other, also those that are worth nothing.
    for one in getattr(ring, "backends", (ring,)):
        if not type(one).__module__.startswith(_WORTHLESS) and one.priority >= _LEAST_PRIORITY:
            return one
    return None
