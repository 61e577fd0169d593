"""What is handed out bears checksums, and a signature where somebody has the key."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from handing_out import signing


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "dist"
    made.mkdir()
    (made / "a.whl").write_bytes(b"a")
    (made / "b.deb").write_bytes(b"b")
    signing.write_sums(made)
    return made


def key_in(path: Path, passphrase: str = "") -> Path:
    hidden = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    key = Ed25519PrivateKey.generate()
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, hidden))
    return path


def test_that_a_key_from_outside_signs_the_checksums(folder: Path, tmp_path: Path) -> None:
    key = key_in(tmp_path / "key.pem", "en setning")
    names = {signing.KEY_NAME: str(key), signing.PASSPHRASE_NAME: "en setning"}
    assert signing.sign(folder, names)
    public = shutil.copy(folder / signing.PUBLIC_KEY, tmp_path)
    assert signing.is_signed_by(folder, Path(public))
    signing.write_sums(folder)
    assert signing.is_signed_by(folder, Path(public))


@pytest.mark.skipif(not shutil.which("openssl"), reason="there is no openssl")
def test_that_openssl_and_sha256sum_say_the_same(folder: Path, tmp_path: Path) -> None:
    signing.sign(folder, {signing.KEY_NAME: str(key_in(tmp_path / "key.pem"))})
    words = "openssl pkeyutl -verify -rawin -pubin -inkey release-key.pub.pem"
    words += " -sigfile SHA256SUMS.sig -in SHA256SUMS"
    assert subprocess.run(words.split(), cwd=folder, check=False).returncode == 0
    assert (
        subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=folder, check=False).returncode == 0
    )


def test_that_nothing_is_signed_without_a_key(folder: Path, tmp_path: Path) -> None:
    signing.sign(folder, {signing.KEY_NAME: str(key_in(tmp_path / "key.pem"))})
    assert not signing.sign(folder, {})
    assert not (folder / signing.SIGNATURE).exists()
    assert not (folder / signing.PUBLIC_KEY).exists()


@pytest.mark.parametrize("changed", ["a.whl", signing.SUMS, signing.SIGNATURE])
def test_that_a_change_is_seen(folder: Path, tmp_path: Path, changed: str) -> None:
    signing.sign(folder, {signing.KEY_NAME: str(key_in(tmp_path / "key.pem"))})
    public = Path(shutil.copy(folder / signing.PUBLIC_KEY, tmp_path))
    (folder / changed).write_bytes(b"x" * 64)
    assert not signing.is_signed_by(folder, public)


def test_that_another_key_does_not_verify(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    signing.sign(folder, {signing.KEY_NAME: str(key_in(tmp_path / "key.pem"))})
    signing.sign(other, {signing.KEY_NAME: str(key_in(tmp_path / "other.pem"))})
    assert not signing.is_signed_by(folder, other / signing.PUBLIC_KEY)


def test_that_a_key_that_cannot_sign_is_refused(folder: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "ec.pem"
    curve = generate_private_key(SECP256R1())
    wrong.write_bytes(curve.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    locked = key_in(tmp_path / "locked.pem", "en setning")
    for path in (wrong, locked, tmp_path / "not there"):
        with pytest.raises(signing.SigningKeyError, match=path.name):
            signing.sign(folder, {signing.KEY_NAME: str(path)})
    assert not (folder / signing.SIGNATURE).exists()
