"""The caseworkers' signing keys: public in the clear, private where only their owner comes to.

One Ed25519 key a caseworker, named by its thumbprint, so that a key that was put in another's place
is not found under its name. In a plain workspace private keys lie unencrypted, readable only by
their owner; the store says which key is whose.
"""

from __future__ import annotations

import base64
import binascii
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.files import strict_json
from timebok_desktop.files.keys import unwritable, write_beside
from timebok_desktop.services.ports_approvals import CaseworkerKey

FOLDER = "caseworkers"


class CaseworkerKeys:
    """Implements `services.ports_approvals.KeyRing` over the folder of keys of a workspace."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER
        self._open: dict[str, Ed25519PrivateKey] = {}

    def make(self, caseworker: str) -> CaseworkerKey:
        """A new key for a caseworker, its files written before anybody relies on it."""
        private = Ed25519PrivateKey.generate()
        x = encoded(private.public_key().public_bytes_raw())
        key = CaseworkerKey(caseworker, thumbprint_of(x), x)
        public = {"kty": "OKP", "crv": "Ed25519", "x": x, "alg": "Ed25519", "kid": key.thumbprint}
        secret = {**public, "d": encoded(private.private_bytes_raw())}
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_beside(self._private_file(key), secret, 0o600, replace=False)
            told = {**public, "use": "sig", "caseworker": caseworker}
            write_beside(self._public_file(key), told, 0o644, replace=False)
        except OSError as error:
            raise unwritable(self._private_file(key), error) from error
        self._open[key.thumbprint] = private
        return key

    def unlock(
        self, caseworker: str, key: CaseworkerKey | None, passphrase: str | None = None
    ) -> None:
        """Nothing is locked in a plain workspace."""

    def sign(self, key: CaseworkerKey, statement: bytes) -> str:
        """The signature of an unlocked key."""
        if key.thumbprint not in self._open:
            self._open[key.thumbprint] = self._read(key)
        return encoded(self._open[key.thumbprint].sign(statement))

    def is_signed(self, x: str, statement: bytes, signature: str) -> bool:
        """Whether the signature over the statement is of the key with this `x`."""
        return is_signed(x, statement, signature)

    def _read(self, key: CaseworkerKey) -> Ed25519PrivateKey:
        file = self._private_file(key)
        try:
            members = strict_json.loads(file.read_bytes())
            private = Ed25519PrivateKey.from_private_bytes(decoded(members["d"]))
        except FileNotFoundError as error:
            raise UnavailableError(
                "Signeringsnøkkelen til {user} mangler ({file}). Legg den tilbake fra en "
                "sikkerhetskopi, eller lag en ny med «timebok keys renew --by {user}».",
                "Signeringsnøkkelen til {user} manglar ({file}). Legg han tilbake frå ein "
                "tryggingskopi, eller lag ein ny med «timebok keys renew --by {user}».",
                user=key.caseworker,
                file=file,
            ) from error
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise self._unreadable(key) from error
        if encoded(private.public_key().public_bytes_raw()) != key.x:
            raise self._unreadable(key)
        return private

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
