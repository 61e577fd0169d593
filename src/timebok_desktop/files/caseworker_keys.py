"""The caseworkers' signing keys: public in the clear, private where only their owner comes to.

One Ed25519 key a caseworker, named by its thumbprint, so that a key that was put in another's place
is not found under its name; the store says which key is whose. In a plain workspace private keys
lie unencrypted, readable only by their owner, else each is sealed under its caseworker's own
passphrase. This module must never put a private key or a passphrase into a message.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.files import strict_json
from timebok_desktop.files.keys import unwritable, write_beside
from timebok_desktop.files.sealed import (
    ORDINARY,
    Cost,
    open_with_passphrase,
    seal_with_passphrase,
)
from timebok_desktop.services.ports_approvals import CaseworkerKey

FOLDER = "caseworkers"
Note = Callable[[str, bool], None]
"""Takes note of a try at a sealed key: how its passphrase came, and whether it opened."""


class Passphrases(Protocol):
    """Where passphrases come from when nobody types one into the window."""

    def __call__(self, caseworker: str, *, new: bool) -> str | None:
        """The passphrase of a caseworker's key, of a `new` one chosen now; None where none is
        found."""


class CaseworkerKeys:
    """Implements `services.ports_approvals.KeyRing` over the folder of keys of a workspace.

    Without `passphrases` it is that of a plain workspace.
    """

    def __init__(
        self,
        folder: Path,
        passphrases: Passphrases | None = None,
        cost: Cost = ORDINARY,
        note: Note | None = None,
    ) -> None:
        self._note = note
        self._folder = folder / FOLDER
        self._passphrases = passphrases
        self._cost = cost
        self._open: dict[str, Ed25519PrivateKey] = {}
        self._chosen: dict[str, str] = {}

    def make(self, caseworker: str) -> CaseworkerKey:
        """A new key for a caseworker, its files written before anybody relies on it."""
        private = Ed25519PrivateKey.generate()
        x = encoded(private.public_key().public_bytes_raw())
        key = CaseworkerKey(caseworker, thumbprint_of(x), x)
        public = {"kty": "OKP", "crv": "Ed25519", "x": x, "alg": "Ed25519", "kid": key.thumbprint}
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_beside(self._private_file(key), self._kept(key, private), 0o600, replace=False)
            told = {**public, "use": "sig", "caseworker": caseworker}
            write_beside(self._public_file(key), told, 0o644, replace=False)
        except OSError as error:
            raise unwritable(self._private_file(key), error) from error
        self._open[key.thumbprint] = private
        return key

    def unlock(
        self, caseworker: str, key: CaseworkerKey | None, passphrase: str | None = None
    ) -> None:
        """See that a key can be signed with; nothing is locked in a plain workspace."""
        if self._passphrases is None:
            return
        if key is None:
            if passphrase is not None or squeezed(caseworker) not in self._chosen:
                self._chosen[squeezed(caseworker)] = self._asked(caseworker, passphrase, new=True)
        elif passphrase is not None or key.thumbprint not in self._open:
            self._open[key.thumbprint] = self._read(key, passphrase)

    def sign(self, key: CaseworkerKey, statement: bytes) -> str:
        """The signature of an unlocked key."""
        if key.thumbprint not in self._open:
            self._open[key.thumbprint] = self._read(key)
        return encoded(self._open[key.thumbprint].sign(statement))

    def is_signed(self, x: str, statement: bytes, signature: str) -> bool:
        """Whether the signature over the statement is of the key with this `x`."""
        return is_signed(x, statement, signature)

    def _kept(self, key: CaseworkerKey, private: Ed25519PrivateKey) -> dict[str, object]:
        """How a private key is written down."""
        secret = private.private_bytes_raw()
        if self._passphrases is None:
            return {"kty": "OKP", "crv": "Ed25519", "x": key.x, "d": encoded(secret)}
        passphrase = self._chosen.pop(squeezed(key.caseworker), None)
        if passphrase is None:
            passphrase = self._asked(key.caseworker, None, new=True)
        return seal_with_passphrase(secret, passphrase, purpose=_purpose(key), cost=self._cost)

    def _asked(self, caseworker: str, given: str | None, *, new: bool) -> str:
        passphrase = given
        if passphrase is None and self._passphrases is not None:
            passphrase = self._passphrases(caseworker, new=new)
        if not passphrase:
            raise UnavailableError(
                "Signeringsnøkkelen til {user} er låst. Skriv passordfrasen der du bytter "
                "saksbehandler i vinduet, eller legg den i filen som "
                "TIMEBOK_SIGNING_PASSPHRASE_FILE peker på.",
                "Signeringsnøkkelen til {user} er låst. Skriv passordfrasen der du byter "
                "saksbehandlar i vindauget, eller legg han i fila som "
                "TIMEBOK_SIGNING_PASSPHRASE_FILE peikar på.",
                user=caseworker,
            )
        return passphrase

    def _read(self, key: CaseworkerKey, passphrase: str | None = None) -> Ed25519PrivateKey:
        file = self._private_file(key)
        try:
            members = strict_json.loads(file.read_bytes())
            if self._passphrases is None:
                secret = decoded(members["d"])
            else:
                given = self._asked(key.caseworker, passphrase, new=False)
                way = "found passphrase" if passphrase is None else "typed passphrase"
                secret = self._unsealed(key, members, given, way)
            private = Ed25519PrivateKey.from_private_bytes(secret)
        except FileNotFoundError as error:
            raise UnavailableError(
                "Signeringsnøkkelen til {user} mangler ({file}). Legg den tilbake fra en "
                "sikkerhetskopi, eller lag en ny med «timebok keys renew --by {user}».",
                "Signeringsnøkkelen til {user} manglar ({file}). Legg han tilbake frå ein "
                "tryggingskopi, eller lag ein ny med «timebok keys renew --by {user}».",
                user=key.caseworker,
                file=file,
            ) from error
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise self._unreadable(key) from error
        if encoded(private.public_key().public_bytes_raw()) != key.x:
            raise self._unreadable(key)
        return private

    def _unsealed(
        self, key: CaseworkerKey, members: dict[str, Any], passphrase: str, way: str
    ) -> bytes:
        opened = False
        try:
            secret = open_with_passphrase(members, passphrase, purpose=_purpose(key))
            opened = True
        finally:
            if self._note is not None:
                self._note(way, opened)
        return secret

    def _unreadable(self, key: CaseworkerKey) -> UnavailableError:
        return UnavailableError(
            "Signeringsnøkkelen i {file} kan ikke leses, eller er ikke den som er ført på {user}. "
            "Legg den tilbake fra en sikkerhetskopi, eller lag en ny med «timebok keys renew --by "
            "{user}».",
            "Signeringsnøkkelen i {file} kan ikkje lesast, eller er ikkje den som er ført på "
            "{user}. Legg han tilbake frå ein tryggingskopi, eller lag ein ny med «timebok keys "
            "renew --by {user}».",
            file=self._private_file(key),
            user=key.caseworker,
        )

    def _private_file(self, key: CaseworkerKey) -> Path:
        return self._folder / f"{key.thumbprint}.private.jwk"

    def _public_file(self, key: CaseworkerKey) -> Path:
        return self._folder / f"{key.thumbprint}.public.jwk"


def _purpose(key: CaseworkerKey) -> str:
    """A key that was put under another's name does not open there."""
    return f"caseworker {squeezed(key.caseworker)} {key.thumbprint}"


def thumbprint_of(x: str) -> str:
    """The thumbprint of an Ed25519 key after RFC 7638."""
    members: dict[str, Any] = {"crv": "Ed25519", "kty": "OKP", "x": x}
    content = json.dumps(members, sort_keys=True, separators=(",", ":")).encode()
    return encoded(sha256(content).digest())


def is_signed(x: str, statement: bytes, signature: str) -> bool:
    """Whether a signature (base64url) over a statement is of the Ed25519 key with this `x`."""
    try:
        Ed25519PublicKey.from_public_bytes(decoded(x)).verify(decoded(signature), statement)
    except (InvalidSignature, ValueError):
        return False
    return True


def encoded(content: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    """Base64url without padding, in its one canonical spelling; ValueError for anything else."""
    try:
        content = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, TypeError) as error:
        raise ValueError(text) from error
    if encoded(content) != text:
        raise ValueError(text)
    return content
