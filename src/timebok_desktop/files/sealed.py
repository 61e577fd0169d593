"""The one envelope for small secrets: keys, sealed under a passphrase or under another key.

AES-256-GCM; a passphrase becomes a key by argon2id, whose cost stands in the envelope and is
bounded on reading, so that a hostile file cannot ask for all memory. Everything in the envelope is
bound to the content, also what the secret is for: a key of one kind never opens as another kind.
This module reads and writes no files, and it must never put a secret into a message.
"""

from __future__ import annotations

import base64
import json
import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from timebok_desktop.domain.errors import UnavailableError, UsageError, WrongPassphraseError

FORM = "timebok-sealed/1"
KEY_BYTES = 32
_NONCE_BYTES = 12
_SALT_BYTES = 16
_LARGEST_SECRET = 64 * 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a passphrase costs: memory in KiB, passes over it, lanes side by side."""

    memory_kib: int
    passes: int
    lanes: int

    @property
    def is_bearable(self) -> bool:
        """Whether argon2id takes it, and a machine of any size can pay it in some seconds."""
        return (
            1 <= self.lanes <= _MOST.lanes
            and 1 <= self.passes <= _MOST.passes
            and 8 * self.lanes <= self.memory_kib <= _MOST.memory_kib
        )


ORDINARY = Cost(memory_kib=64 * 1024, passes=3, lanes=4)
_MOST = Cost(memory_kib=512 * 1024, passes=10, lanes=16)


def seal_with_passphrase(
    secret: bytes, passphrase: str, *, purpose: str, cost: Cost = ORDINARY
) -> dict[str, object]:
    """An envelope, ready for JSON, that only `passphrase` opens, and only for `purpose`."""
    if not passphrase:
        raise UsageError(
            "Passordfrasen er tom. Velg en som ikke er tom.",
            "Passordfrasen er tom. Vel ein som ikkje er tom.",
        )
    if not cost.is_bearable:
        raise ValueError(cost)
    salt = os.urandom(_SALT_BYTES)
    derivation: dict[str, object] = {
        "name": "argon2id",
        "salt": _text(salt),
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
    }
    return _seal(secret, _stretched(passphrase, salt, cost), derivation, purpose)


def open_with_passphrase(document: Mapping[str, Any], passphrase: str, *, purpose: str) -> bytes:
    """The secret in `document`; WrongPassphraseError where the passphrase does not open it."""
    derivation = _derivation(document, "argon2id")
    try:
        salt = _bytes(derivation["salt"])
        cost = Cost(*(_number(derivation[name]) for name in ("memory_kib", "passes", "lanes")))
    except (KeyError, TypeError, ValueError) as error:
        raise _unreadable() from error
    if not (cost.is_bearable and _SALT_BYTES <= len(salt) <= KEY_BYTES):
        _refuse()
    try:
        return _open(document, _stretched(passphrase, salt, cost), purpose)
    except InvalidTag as error:
        raise WrongPassphraseError from error


def seal_with_key(secret: bytes, key: bytes, *, purpose: str) -> dict[str, object]:
    """An envelope, ready for JSON, that only `key` opens, and only for `purpose`."""
    return _seal(secret, key, {"name": "key"}, purpose)


def open_with_key(document: Mapping[str, Any], key: bytes, *, purpose: str) -> bytes:
    """The secret in `document`; UnavailableError where it is another key's, or has been changed."""
    _derivation(document, "key")
    try:
        return _open(document, key, purpose)
    except InvalidTag as error:
        raise UnavailableError(
            "Det forseglede innholdet er endret, eller det hører til en annen nøkkel. "
            "Legg filen tilbake fra en sikkerhetskopi av samme arbeidsmappe.",
            "Det forsegla innhaldet er endra, eller det høyrer til ein annan nøkkel. "
            "Legg fila tilbake frå ein tryggingskopi av same arbeidsmappe.",
        ) from error


def derived_key(key: bytes, purpose: str) -> bytes:
    """A key of its own for `purpose`; none tells anything of another, nor of `key`."""
    derivation = HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=f"timebok {purpose}".encode())
    return derivation.derive(key)


def _seal(
    secret: bytes, key: bytes, derivation: Mapping[str, object], purpose: str
) -> dict[str, object]:
    if len(secret) > _LARGEST_SECRET:
        raise ValueError("too large for an envelope")
    head: dict[str, object] = {"form": FORM, "purpose": purpose, "derivation": dict(derivation)}
    nonce = os.urandom(_NONCE_BYTES)
    content = AESGCM(key).encrypt(nonce, secret, _bound(head))
    return {**head, "nonce": _text(nonce), "content": _text(content)}


def _open(document: Mapping[str, Any], key: bytes, purpose: str) -> bytes:
    if document.get("purpose") != purpose:
        _refuse()
    try:
        nonce, content = _bytes(document["nonce"]), _bytes(document["content"])
        head = {name: document[name] for name in ("form", "purpose", "derivation")}
        bound = _bound(head)
    except (KeyError, TypeError, ValueError) as error:
        raise _unreadable() from error
    if len(nonce) != _NONCE_BYTES or len(content) > 2 * _LARGEST_SECRET:
        _refuse()
    return AESGCM(key).decrypt(nonce, content, bound)


def _bound(head: Mapping[str, object]) -> bytes:
    return json.dumps(head, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    # The same passphrase may be typed in composed letters on one machine and decomposed on another.
    typed = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    argon2 = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    try:
        return argon2.derive(typed)
    except MemoryError as error:
        raise UnavailableError(
            "Det er ikke nok minne til å åpne med passordfrasen ({needed} MiB trengs). "
            "Lukk andre programmer og prøv igjen.",
            "Det er ikkje nok minne til å opne med passordfrasen ({needed} MiB trengst). "
            "Lukk andre program og prøv igjen.",
            needed=cost.memory_kib // 1024,
        ) from error


def _derivation(document: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    derivation = document.get("derivation") if document.get("form") == FORM else None
    if not isinstance(derivation, dict) or derivation.get("name") != name:
        _refuse()
    return derivation


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError(value)
    return value


def _refuse() -> NoReturn:
    raise _unreadable()


def _unreadable() -> UnavailableError:
    return UnavailableError(
        "Innholdet er ikke en forsegling som dette programmet kjenner, eller den er skadet. "
        "Legg filen tilbake fra en sikkerhetskopi.",
        "Innhaldet er inga forsegling som dette programmet kjenner, eller ho er skadd. "
        "Legg fila tilbake frå ein tryggingskopi.",
    )
