"""Which ciphers are used: asked of the store itself, and read in the program's own modules."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest

from timebok_desktop.files.sealed import KEY_BYTES
from timebok_desktop.storage.driver import connect

SOURCES = Path(__file__).resolve().parents[2] / "src" / "timebok_desktop"
CIPHERS = {"cryptography.hazmat.primitives.ciphers.aead": {"AESGCM"}}
"""The only ciphers that a module may take; each authenticates what it encrypts."""
SIGNING = {"Ed25519PrivateKey", "Ed25519PublicKey"}


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("cipher", "AES-256-CBC"),
        ("cipher_use_hmac", "1"),
        ("cipher_hmac_algorithm", "HMAC_SHA512"),
    ],
)
def test_that_every_page_of_a_store_is_under_aes_256_and_a_code(
    tmp_path: Path, asked: str, answer: str
) -> None:
    connection = connect(tmp_path / "store.sqlite3", os.urandom(KEY_BYTES))
    try:
        assert connection.execute(f"PRAGMA {asked}").fetchall() == [(answer,)]
    finally:
        connection.close()


def test_that_no_module_takes_another_cipher_padding_or_kind_of_key() -> None:
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.ImportFrom) or not node.module:
                continue
            names = {name.name for name in node.names}
            if node.module.startswith("cryptography.hazmat.primitives.ciphers"):
                assert names <= CIPHERS.get(node.module, set()), path
            if node.module.startswith("cryptography.hazmat.primitives.asymmetric"):
                assert names <= SIGNING, path


def test_that_keys_have_256_bits() -> None:
    assert KEY_BYTES * 8 == 256
