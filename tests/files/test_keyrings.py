"""The system's keyring: used where it keeps a secret, nothing else is one, and nobody waits."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend

from timebok_desktop.files.keyrings import SERVICE, SystemKeyring
from timebok_desktop.files.store_keys import new_keys


class Ring(KeyringBackend):
    """A ring in memory."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def before() -> Iterator[None]:
    there = keyring.get_keyring()
    yield
    keyring.set_keyring(there)


@pytest.fixture
def ring(before: None) -> Ring:
    made = Ring()
    keyring.set_keyring(made)
    return made


def test_that_keys_are_kept_under_the_workspace_and_can_be_forgotten(ring: Ring) -> None:
    ours, keys = SystemKeyring(), new_keys()
    assert ours.get("a") is None
    assert ours.set("a", keys)
    assert ours.get("a") == keys
    assert ours.get("b") is None
    assert list(ring.kept) == [(SERVICE, "a")]
    assert ours.forget("a")
    assert not ours.forget("a")
    assert ring.kept == {}


@pytest.mark.parametrize("content", ["", "{}", "[]", "nøkkel", '{"store":[],"originals":[]}'])
def test_that_anything_else_in_the_ring_is_no_key(ring: Ring, content: str) -> None:
    ring.kept[SERVICE, "a"] = content
    assert SystemKeyring().get("a") is None


@pytest.mark.parametrize("module", ["keyring.backends.null", "keyring.backends.fail"])
def test_that_a_ring_that_keeps_nothing_is_none(before: None, module: str) -> None:
    keyring.set_keyring(__import__(module, fromlist=["Keyring"]).Keyring())
    ours = SystemKeyring()
    assert not ours.set("a", new_keys())
    assert ours.get("a") is None
    assert not ours.forget("a")


def test_that_a_ring_in_plain_text_is_none(ring: Ring) -> None:
    class Plaintext(Ring):
        priority = 0.5  # type: ignore[assignment]

    plain = Plaintext()
    keyring.set_keyring(plain)
    assert not SystemKeyring().set("a", new_keys())
    assert plain.kept == {}


def test_that_a_ring_that_forgets_what_it_was_given_has_kept_nothing(before: None) -> None:
    class Forgetful(Ring):
        def set_password(self, service: str, username: str, password: str) -> None: ...

    keyring.set_keyring(Forgetful())
    assert not SystemKeyring().set("a", new_keys())


def test_that_a_ring_that_never_answers_is_not_waited_for(before: None) -> None:
    let_go = threading.Event()

    class Silent(Ring):
        def get_password(self, *_asked: str) -> str | None:
            let_go.wait()
            return None

    keyring.set_keyring(Silent())
    assert SystemKeyring(patience=0.01).get("a") is None
    let_go.set()


def test_that_a_ring_that_fails_is_none(before: None) -> None:
    class Broken(Ring):
        def get_password(self, *_asked: str) -> str | None:
            raise RuntimeError("no session bus")

    keyring.set_keyring(Broken())
    assert SystemKeyring().get("a") is None


def test_that_keys_do_not_show_in_a_log() -> None:
    keys = new_keys()
    assert keys.sealing.hex() not in repr(keys) + str(keys)
