"""Checksums of what is handed out, and a signature on them with a key that comes from outside.

The key is an Ed25519 private key in a PEM file that TIMEBOK_RELEASE_KEY names, the passphrase (if
it has one) in TIMEBOK_RELEASE_PASSPHRASE. Without a key nothing is signed, and that is said. The
signature is raw octets, so that `openssl pkeyutl -verify -rawin` checks it on any machine.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from handing_out.inventory import sha256

SUMS = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.sig"
PUBLIC_KEY = "release-key.pub.pem"
KEY_NAME = "TIMEBOK_RELEASE_KEY"
PASSPHRASE_NAME = "TIMEBOK_RELEASE_PASSPHRASE"  # noqa: S105 - the name, not the words


class SigningKeyError(Exception):
    """The key that was named cannot be used."""


def write_sums(folder: Path) -> Path:
    """`SHA256SUMS` of every file in the folder, as `sha256sum -c` reads it."""
    ours = {SUMS, SIGNATURE, PUBLIC_KEY}
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name not in ours)
    sums = folder / SUMS
    sums.write_text("".join(f"{sha256(path)}  {path.name}\n" for path in files), "utf-8")
    return sums


def sign(folder: Path, environment: Mapping[str, str] = os.environ) -> bool:
    """Sign the checksums; False without a key. A signature of earlier checksums never stays."""
    for name in (SIGNATURE, PUBLIC_KEY):
        (folder / name).unlink(missing_ok=True)
    named = environment.get(KEY_NAME)
    if not named:
        return False
    key = _key(Path(named), environment.get(PASSPHRASE_NAME))
    (folder / SIGNATURE).write_bytes(key.sign((folder / SUMS).read_bytes()))
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    (folder / PUBLIC_KEY).write_bytes(public)
    return True


def is_signed_by(folder: Path, public_key: Path) -> bool:
    """Whether the checksums were signed by the holder of a key, and the files are as they say."""
    key = load_pem_public_key(public_key.read_bytes())
    if not isinstance(key, Ed25519PublicKey):
        return False
    try:
        key.verify((folder / SIGNATURE).read_bytes(), (folder / SUMS).read_bytes())
    except (InvalidSignature, OSError):
        return False
    lines = (folder / SUMS).read_text("utf-8").splitlines()
    named = [line.split("  ", 1) for line in lines]
    return all((folder / name).is_file() and sha256(folder / name) == said for said, name in named)


def _key(path: Path, passphrase: str | None) -> Ed25519PrivateKey:
    try:
        words = passphrase.encode() if passphrase else None
        key = load_pem_private_key(path.read_bytes(), words)
    except (OSError, ValueError, TypeError) as error:
        raise SigningKeyError(f"{path} cannot be used as a key: {error}") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise SigningKeyError(f"{path} is no Ed25519 key")
    return key


def main() -> int:
    """`signing FOLDER PUBLIC-KEY`: whether the folder is as its signer left it."""
    folder, key = map(Path, sys.argv[1:3])
    good = is_signed_by(folder, key)
    sys.stdout.write("good\n" if good else "NOT as signed\n")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
