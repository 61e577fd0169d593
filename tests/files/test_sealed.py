"""Small secrets in their envelope: who opens it, and what happens when it was touched."""

from __future__ import annotations

import base64
import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timebok_desktop.domain.errors import UnavailableError, UsageError, WrongPassphraseError
from timebok_desktop.files import sealed

CHEAP = sealed.Cost(memory_kib=32, passes=1, lanes=1)
SECRET = bytes(range(32))
KEY = b"k" * sealed.KEY_BYTES
WORDS = "blåbær på tunet"


def _under_passphrase() -> dict[str, Any]:
    document = sealed.seal_with_passphrase(SECRET, WORDS, purpose="a test", cost=CHEAP)
    read: dict[str, Any] = json.loads(json.dumps(document))
    return read


def _under_key() -> dict[str, Any]:
    return sealed.seal_with_key(SECRET, KEY, purpose="a test")


def _open(document: dict[str, Any]) -> bytes:
    return sealed.open_with_passphrase(document, WORDS, purpose="a test")


def test_that_what_is_sealed_under_a_passphrase_opens_with_it_alone() -> None:
    document = _under_passphrase()
    assert _open(document) == SECRET
    with pytest.raises(WrongPassphraseError) as caught:
        sealed.open_with_passphrase(document, "blåbær på tunet ", purpose="a test")
    assert "Feil passordfrase" in caught.value.text("nb")
    assert WORDS not in str(caught.value)


def test_that_what_is_sealed_under_a_key_opens_with_it_alone() -> None:
    document = _under_key()
    assert sealed.open_with_key(document, KEY, purpose="a test") == SECRET
    with pytest.raises(UnavailableError):
        sealed.open_with_key(document, b"x" * sealed.KEY_BYTES, purpose="a test")


@settings(max_examples=25, deadline=None)
@given(secret=st.binary(max_size=300), passphrase=st.text(min_size=1))
def test_that_any_secret_under_any_passphrase_comes_back(secret: bytes, passphrase: str) -> None:
    document = sealed.seal_with_passphrase(secret, passphrase, purpose="a test", cost=CHEAP)
    assert sealed.open_with_passphrase(document, passphrase, purpose="a test") == secret


def test_that_composed_and_decomposed_letters_are_the_same_passphrase() -> None:
    document = sealed.seal_with_passphrase(SECRET, "bl\u00e5", purpose="a test", cost=CHEAP)
    assert sealed.open_with_passphrase(document, "bla\u030a", purpose="a test") == SECRET


def test_that_an_envelope_holds_the_secret_in_no_readable_form() -> None:
    for document in (_under_passphrase(), _under_key()):
        written = json.dumps(document)
        assert base64.b64encode(SECRET).decode() not in written
        assert SECRET.hex() not in written


def test_that_two_envelopes_of_the_same_secret_differ() -> None:
    assert _under_passphrase()["content"] != _under_passphrase()["content"]
    assert _under_key()["content"] != _under_key()["content"]


def test_that_a_secret_opens_for_its_own_purpose_only() -> None:
    document = _under_passphrase()
    with pytest.raises(UnavailableError):
        sealed.open_with_passphrase(document, WORDS, purpose="another")
    relabelled = {**document, "purpose": "another"}
    with pytest.raises(UnavailableError):
        sealed.open_with_passphrase(relabelled, WORDS, purpose="another")


@pytest.mark.parametrize("place", ["nonce", "content", "salt"])
def test_that_every_changed_byte_is_found(place: str) -> None:
    document = _under_passphrase()
    holder = document["derivation"] if place == "salt" else document
    content = bytearray(base64.b64decode(holder[place]))
    for position in range(len(content)):
        changed = bytearray(content)
        changed[position] ^= 1
        holder[place] = base64.b64encode(bytes(changed)).decode()
        with pytest.raises(UnavailableError):
            _open(document)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("memory_kib", 100 * 1024 * 1024),
        ("memory_kib", 7),
        ("memory_kib", "32"),
        ("memory_kib", True),
        ("passes", 10**9),
        ("passes", 0),
        ("passes", 2),
        ("lanes", 10**6),
        ("lanes", None),
        ("salt", "!"),
        ("salt", ""),
        ("salt", "A" * 4096),
        ("name", "key"),
        ("name", "none"),
    ],
)
def test_that_a_derivation_that_was_tampered_with_is_refused(name: str, value: object) -> None:
    document = _under_passphrase()
    document["derivation"][name] = value
    with pytest.raises(UnavailableError):
        _open(document)


@pytest.mark.parametrize("name", ["form", "purpose", "derivation", "nonce", "content"])
@pytest.mark.parametrize("value", [None, 7, [], {}, "", "AAAA", "é"])
def test_that_an_envelope_with_anything_else_in_a_member_is_refused(
    name: str, value: object
) -> None:
    for document in (_under_passphrase(), {**_under_passphrase(), name: value}):
        without = copy.deepcopy(document)
        without.pop(name)
        with pytest.raises(UnavailableError):
            _open(without)
    with pytest.raises(UnavailableError):
        _open({**_under_passphrase(), name: value})
    with pytest.raises(UnavailableError):
        sealed.open_with_key({**_under_key(), name: value}, KEY, purpose="a test")


def test_that_an_envelope_under_a_key_is_none_under_a_passphrase() -> None:
    with pytest.raises(UnavailableError):
        _open(_under_key())
    with pytest.raises(UnavailableError):
        sealed.open_with_key(_under_passphrase(), KEY, purpose="a test")


def test_that_no_secret_is_sealed_under_an_empty_passphrase() -> None:
    with pytest.raises(UsageError):
        sealed.seal_with_passphrase(SECRET, "", purpose="a test", cost=CHEAP)


def test_that_neither_an_unbearable_cost_nor_a_huge_secret_is_sealed() -> None:
    with pytest.raises(ValueError, match="Cost"):
        sealed.seal_with_passphrase(SECRET, WORDS, purpose="a test", cost=sealed.Cost(2**30, 1, 1))
    with pytest.raises(ValueError, match="too large"):
        sealed.seal_with_key(b"x" * 100_000, KEY, purpose="a test")


def test_that_too_little_memory_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    class Starved:
        def __init__(self, **given: object) -> None: ...

        def derive(self, _typed: bytes) -> bytes:
            raise MemoryError

    document = _under_passphrase()
    monkeypatch.setattr(sealed, "Argon2id", Starved)
    with pytest.raises(UnavailableError, match="minne"):
        _open(document)


def test_that_the_ordinary_cost_is_what_is_used_when_none_is_named() -> None:
    document = sealed.seal_with_passphrase(SECRET, WORDS, purpose="a test")
    assert document["derivation"] | {"salt": ""} == {  # type: ignore[operator]
        "name": "argon2id",
        "salt": "",
        "memory_kib": 65536,
        "passes": 3,
        "lanes": 4,
    }
    assert sealed.open_with_passphrase(document, WORDS, purpose="a test") == SECRET


def test_that_keys_for_different_purposes_have_nothing_in_common() -> None:
    store, originals = sealed.derived_key(KEY, "store"), sealed.derived_key(KEY, "originals")
    assert len({store, originals, KEY}) == 3
    assert len(store) == sealed.KEY_BYTES
    assert store == sealed.derived_key(KEY, "store")
