"""The keys of an encrypted workspace, and how they are written where they are kept.

Plain data that loads nothing: how they are sealed is said in `key_file`.
"""

from __future__ import annotations

import json
import os
from typing import NamedTuple

_KEY_BYTES = 32


class StoreKeys(NamedTuple):
    """Random keys, the newest of a kind first; more than one while a change of keys goes on."""

    store: tuple[bytes, ...]
    """Of the database."""
    originals: tuple[bytes, ...]
    """Of the kept originals."""
    sealing: bytes
    """Of small secrets: private keys."""

    def written(self) -> str:
        """One line of text, to be sealed."""
        return json.dumps(
            {
                "store": [key.hex() for key in self.store],
                "originals": [key.hex() for key in self.originals],
                "sealing": self.sealing.hex(),
            }
        )

    def __repr__(self) -> str:
        """Nothing that may not stand in a log."""
        return "StoreKeys(…)"


def new_keys() -> StoreKeys:
    """New random keys."""
    return StoreKeys((new_key(),), (new_key(),), new_key())


def new_key() -> bytes:
    """One new random key."""
    return os.urandom(_KEY_BYTES)


def keys_of(written: str | bytes) -> StoreKeys:
    """The keys from their text; ValueError where it is anything else."""
    try:
        members = json.loads(written)
        keys = StoreKeys(
            tuple(_key(text) for text in members["store"]),
            tuple(_key(text) for text in members["originals"]),
            _key(members["sealing"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError("no keys") from error
    if not keys.store or not keys.originals:
        raise ValueError("a kind of key is missing")
    return keys


def _key(text: str) -> bytes:
    key = bytes.fromhex(text)
    if len(key) != _KEY_BYTES:
        raise ValueError("no key")
    return key
