"""What the services ask for to have approvals signed: where keys lie, and where statements do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from timebok_desktop.services.shown import MadeSetUp, ShownOrder


@dataclass(frozen=True, slots=True)
class CaseworkerKey:
    """A caseworker's public Ed25519 key: its thumbprint (RFC 7638) and its `x` (base64url)."""

    caseworker: str
    thumbprint: str
    x: str


class SignedStatement(NamedTuple):
    """A statement as it was signed, with the signature (base64url) and the key's thumbprint."""

    statement: str
    signature: str
    key: str


class Checkpoint(NamedTuple):
    """The last entry of the log at a moment."""

    sequence: int
    head: str


class KeyRing(Protocol):
    """The private keys of the caseworkers, in files; no name is believed, only a key."""

    def make(self, caseworker: str) -> CaseworkerKey:
        """A new key for a caseworker; UnavailableError where it cannot be written."""

    def unlock(
        self, caseworker: str, key: CaseworkerKey | None, passphrase: str | None = None
    ) -> None:
        """See that a caseworker's key can be signed with, or made where there is none yet; cheap
        where that has been seen already.

        With a passphrase it is the one to try, else the one that is found is. RefusedError where
        it does not open the key or none is found; UnavailableError where the key is missing, or is
        another one than the store knows.
        """

    def sign(self, key: CaseworkerKey, statement: bytes) -> str:
        """The signature (base64url) of an unlocked key."""

    def is_signed(self, x: str, statement: bytes, signature: str) -> bool:
        """Whether the signature over the statement is of the key with this `x`."""


class ApprovalStore(Protocol):
    """Caseworkers' public keys and signed statements; nothing in either is ever changed."""

    def key_of(self, caseworker: str) -> CaseworkerKey | None:
        """The key a caseworker signs with now; names are compared without case."""

    def every_key(self) -> Sequence[CaseworkerKey]:
        """Every key that was ever made, oldest first."""

    def register(self, key: CaseworkerKey, at: datetime) -> None: ...
    def add(self, signed: SignedStatement) -> int:
        """Keep a statement; returns its id, which decisions refer to."""

    def statements(self, ids: Iterable[int]) -> Mapping[int, SignedStatement]: ...
    def shown(self, ids: Sequence[int]) -> list[ShownOrder]:
        """What is hashed of these orders, in the order of the ids; ids that are gone are left
        out."""

    def made_by(self, references: Sequence[str]) -> Mapping[str, MadeSetUp]:
        """The set-ups that these orders made and that were not undone, by reference."""

    def missing(self) -> int:
        """How many approvals refer to a statement that is not there."""

    def last_of_each_key(self) -> Sequence[SignedStatement]:
        """The last statement that was made with each key."""

    def heads(self) -> Iterable[Checkpoint]:
        """The ends of the log that statements build on, oldest first."""
