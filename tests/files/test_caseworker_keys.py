"""A caseworker's key in an encrypted workspace: sealed under the caseworker's own passphrase."""

from __future__ import annotations

import json

import pytest

from timebok_desktop.domain.errors import UnavailableError, UsageError, WrongPassphraseError
from timebok_desktop.files.caseworker_keys import (
    CaseworkerKeys,
    decoded,
    is_signed,
    thumbprint_of,
)
from timebok_desktop.files.key_file import make_key_file, sealed_document
from timebok_desktop.files.sealed import Cost
from timebok_desktop.files.signing_passphrases import (
    ENVIRONMENT_NAME,
    Remembered,
    SigningPassphrases,
)
from timebok_desktop.files.store_keys import new_keys

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


class Answers:
    """Somebody who knows passphrases, and how often they were asked."""

    def __init__(self, **known: str) -> None:
        self.known = known
        self.asked: list[tuple[str, bool]] = []

    def __call__(self, caseworker: str, *, new: bool) -> str | None:
        self.asked.append((caseworker, new))
        return self.known.get(caseworker.casefold())


@pytest.fixture
def answers():
    return Answers(kari="hemmelig kari", ola="hemmelig ola")


@pytest.fixture
def ring(tmp_path, answers):
    return CaseworkerKeys(tmp_path, answers, CHEAP)


def private_file(tmp_path, key):
    return tmp_path / "caseworkers" / f"{key.thumbprint}.private.jwk"


def test_that_a_sealed_key_signs_and_can_be_read_by_nobody(ring, tmp_path):
    key = ring.make("Kari")
    assert is_signed(key.x, b"det som ble vist", ring.sign(key, b"det som ble vist"))
    assert not is_signed(key.x, b"noe annet", ring.sign(key, b"det som ble vist"))
    written = private_file(tmp_path, key).read_text()
    assert "hemmelig" not in written
    assert "d" not in json.loads(written)


def test_that_a_key_is_unlocked_once(ring, tmp_path, answers):
    key = ring.make("Kari")
    later = CaseworkerKeys(tmp_path, answers, CHEAP)
    answers.asked.clear()
    later.unlock("Kari", key)
    later.unlock("Kari", key)
    later.sign(key, b"x")
    assert answers.asked == [("Kari", False)]


def test_that_a_typed_passphrase_is_the_one_that_counts(ring, tmp_path, answers):
    ring.unlock("Per", None, "valgt i vinduet")
    key = ring.make("Per")
    for one in (ring, CaseworkerKeys(tmp_path, answers, CHEAP)):
        with pytest.raises(WrongPassphraseError):
            one.unlock("Per", key, "feil")
        one.unlock("Per", key, "valgt i vinduet")
        assert one.sign(key, b"x")
    assert answers.asked == []


def test_that_without_a_passphrase_both_ways_out_are_named(ring, tmp_path):
    for attempt in (lambda: ring.unlock("Per", None), lambda: ring.make("Per")):
        with pytest.raises(UnavailableError) as error:
            attempt()
        assert "TIMEBOK_SIGNING_PASSPHRASE_FILE" in error.value.text("nb")
        assert "vindauget" in error.value.text("nn")
    assert [*(tmp_path / "caseworkers").iterdir()] == []
    ring.unlock("Per", None, "ny")
    key = ring.make("Per")
    with pytest.raises(UnavailableError):
        CaseworkerKeys(tmp_path, Answers(), CHEAP).sign(key, b"x")
    with pytest.raises((UnavailableError, UsageError)):
        ring.unlock("Nils", None, "")


def test_that_a_sealed_key_opens_under_no_other_name(ring, tmp_path):
    kari, ola = ring.make("Kari"), ring.make("Ola")
    one, two = private_file(tmp_path, kari), private_file(tmp_path, ola)
    content = one.read_bytes()
    one.write_bytes(two.read_bytes())
    two.write_bytes(content)
    later = CaseworkerKeys(tmp_path, Answers(kari="hemmelig ola", ola="hemmelig kari"), CHEAP)
    for key in (kari, ola):
        with pytest.raises(UnavailableError):
            later.unlock(key.caseworker, key)


@pytest.mark.parametrize("content", ["", "[]", "{}", '"x"', "1", '{"form": "timebok-sealed/1"}'])
def test_that_a_damaged_file_is_said(ring, tmp_path, answers, content):
    key = ring.make("Kari")
    private_file(tmp_path, key).write_text(content)
    with pytest.raises(UnavailableError):
        CaseworkerKeys(tmp_path, answers, CHEAP).unlock("Kari", key)


def test_that_thumbprints_are_those_of_rfc_8037():
    # Appendix A.3 of RFC 8037.
    x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
    assert thumbprint_of(x) == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"


@pytest.mark.parametrize("text", ["A", "AA==", "A A", "AB", "æ", "A\n", "+/", "="])
def test_that_base64_has_one_spelling(text):
    with pytest.raises(ValueError, match=r".*"):
        decoded(text)
    assert not is_signed(text, b"", text)


class Ring:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def text(self, name: str) -> str | None:
        return self.kept.get(name)

    def keep_text(self, name: str, text: str) -> bool:
        self.kept[name] = text
        return True

    def forget(self, name: str) -> bool:
        return self.kept.pop(name, None) is not None


def test_that_a_passphrase_is_found_in_the_file_the_keyring_or_by_asking(tmp_path, monkeypatch):
    store_key = tmp_path / "store-key.json"
    make_key_file(store_key, sealed_document(new_keys(), "x", workspace="w", cost=CHEAP))
    remembered, asked = Remembered(store_key, Ring()), []

    def ask(caseworker: str, new: bool) -> str:  # noqa: FBT001 - asked by one protocol
        asked.append((caseworker, new))
        return "spurt"

    found = SigningPassphrases(ask, remembered)
    monkeypatch.delenv(ENVIRONMENT_NAME, raising=False)
    assert found("Kari", new=False) == "spurt"
    assert remembered.keep("KARI", "husket")
    assert found("kari", new=False) == "husket"
    assert found("Ola", new=False) == "spurt"
    assert found("Kari", new=True) == "spurt"  # a new key has a passphrase of its own
    (tmp_path / "frase").write_text("fra filen\n", "utf-8")
    monkeypatch.setenv(ENVIRONMENT_NAME, str(tmp_path / "frase"))
    assert found("Kari", new=False) == "fra filen"
    monkeypatch.delenv(ENVIRONMENT_NAME)
    assert remembered.forget("Kari")
    assert not remembered.forget("Kari")
    assert SigningPassphrases(None, remembered)("Kari", new=False) is None
    assert asked == [("Kari", False), ("Ola", False), ("Kari", True)]
