"""Only the one right signature with a trusted key counts."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from joserfc import jws
from joserfc.jwk import ECKey, KeySet, OctKey, OKPKey

from timebok_desktop.domain.errors import NotFoundError, UnreadableError
from timebok_desktop.files.caseworker_keys import is_signed
from timebok_desktop.files.keys import WorkspaceKeys, read_public_keys
from timebok_desktop.files.package.bag import BagPackager
from timebok_desktop.files.package.signature import WrongSignatureError, signer
from timebok_desktop.services.ports_files import PackageHeader, WrittenPackage

SIGNATURE = "signatures/tagmanifest-sha256.txt.jws"


Tamper = Callable[[Path, WorkspaceKeys], object]


def signature(make: Callable[[bytes, WorkspaceKeys], str | bytes]) -> Tamper:
    def tamper(folder: Path, keys: WorkspaceKeys) -> None:
        found = make((folder / "tagmanifest-sha256.txt").read_bytes(), keys)
        content = found if isinstance(found, bytes) else found.encode("ascii")
        (folder / SIGNATURE).write_bytes(content)

    return tamper


def encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def with_header(header: dict[str, Any] | bytes) -> Callable[[bytes, WorkspaceKeys], str]:
    """A signature made with the right key over another header."""

    def make(payload: bytes, keys: WorkspaceKeys) -> str:
        private = OKPKey.import_key(json.loads(keys._private_file.read_text("utf-8")))
        head = header
        if isinstance(head, dict):
            head = json.dumps({"kid": keys.thumbprint, **head}).encode()
        text = f"{encoded(head)}.{encoded(payload)}".encode()
        return f"{encoded(head)}..{encoded(private.private_key.sign(text))}"

    return make


def unsigned(payload: bytes, keys: WorkspaceKeys) -> str:
    return f"{encoded(json.dumps({'alg': 'none', 'kid': keys.thumbprint}).encode())}.."


def symmetric(payload: bytes, keys: WorkspaceKeys) -> str:
    """HS256 with the public key as the secret: the classic confusion."""
    public = keys._public_file.read_bytes()
    secret = OctKey.import_key(public)
    header = {"alg": "HS256", "kid": keys.thumbprint}
    return jws.detach_content(jws.serialize_compact(header, payload, secret, ["HS256"]))


def other_key(payload: bytes, keys: WorkspaceKeys) -> str:
    other = OKPKey.generate_key("Ed25519")
    header = {"alg": "Ed25519", "kid": other.thumbprint()}
    return jws.detach_content(jws.serialize_compact(header, payload, other, ["Ed25519"]))


def other_key_with_our_name(payload: bytes, keys: WorkspaceKeys) -> str:
    other = OKPKey.generate_key("Ed25519")
    header = {"alg": "Ed25519", "kid": keys.thumbprint}
    return jws.detach_content(jws.serialize_compact(header, payload, other, ["Ed25519"]))


def key_in_header(payload: bytes, keys: WorkspaceKeys) -> str:
    other = OKPKey.generate_key("Ed25519")
    public = other.as_dict(private=False)
    header = {"alg": "Ed25519", "kid": keys.thumbprint, "jwk": public}
    return jws.detach_content(jws.serialize_compact(header, payload, other, ["Ed25519"]))


def several(payload: bytes, keys: WorkspaceKeys) -> str:
    member = {"protected": {"alg": "Ed25519"}}
    private = OKPKey.import_key(json.loads(keys._private_file.read_text("utf-8")))
    found = jws.serialize_json([member, member], payload, KeySet([private]), ["Ed25519"])
    return json.dumps(found)


def padded(payload: bytes, keys: WorkspaceKeys) -> str:
    return keys.sign(payload) + "=="


def attached(payload: bytes, keys: WorkspaceKeys) -> str:
    return keys.sign(payload).replace("..", f".{encoded(payload)}.")


def twice(payload: bytes, keys: WorkspaceKeys) -> str:
    return f"{keys.sign(payload)}\n{keys.sign(payload)}"


def truncated(payload: bytes, keys: WorkspaceKeys) -> str:
    return keys.sign(payload)[:-2]


def noncanonical(payload: bytes, keys: WorkspaceKeys) -> str:
    """The last character carries two unused bits: another spelling of the same signature."""
    right = keys.sign(payload)
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return right[:-1] + alphabet[alphabet.index(right[-1]) ^ 1]


SIGNATURES: dict[str, Tamper] = {
    "alg none": signature(unsigned),
    "alg none with a signature": signature(with_header({"alg": "none"})),
    "alg in other case": signature(with_header({"alg": "ed25519"})),
    "no alg": signature(with_header({})),
    "alg of another curve": signature(with_header({"alg": "Ed448"})),
    "alg of another key": signature(with_header({"alg": "ES256"})),
    "symmetric with the public key": signature(symmetric),
    "another key": signature(other_key),
    "another key under our name": signature(other_key_with_our_name),
    "a key that comes along": signature(key_in_header),
    "a critical header": signature(with_header({"alg": "Ed25519", "crit": ["b64"], "b64": False})),
    "a doubled header": signature(with_header(b'{"alg":"none","alg":"Ed25519"}')),
    "a header that is no object": signature(with_header(b'"Ed25519"')),
    "a header that is no text": signature(with_header(b"\xff\xfe")),
    "a kid that is no text": signature(with_header({"alg": "Ed25519", "kid": ["x"]})),
    "several signatures": signature(several),
    "two signatures on two lines": signature(twice),
    "a padded signature": signature(padded),
    "an attached payload": signature(attached),
    "a truncated signature": signature(truncated),
    "another spelling of the signature": signature(noncanonical),
    "an empty signature": signature(lambda *_: b""),
    "a signature of one stray character": signature(lambda *_: b"A..A"),
    "a signature that is no text": signature(lambda *_: b"\xff" * 90),
    "a signature over other content": signature(lambda payload, keys: keys.sign(payload + b" ")),
}


@pytest.mark.parametrize("name", SIGNATURES)
def test_that_a_wrong_signature_is_found(
    package: WrittenPackage, packager: BagPackager, keys: WorkspaceKeys, name: str
) -> None:
    SIGNATURES[name](package.path, keys)
    check = packager.verify(package.path, [])
    assert not check.valid
    assert check.signed_by == ""
    (problem,) = check.problems
    assert problem.code.startswith("signature-")
    assert problem.phrase.text("nb") != problem.phrase.text("nn")


def test_that_a_signature_of_another_package_does_not_fit(
    package: WrittenPackage,
    packager: BagPackager,
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
) -> None:
    other = packager.write(tmp_path / "other", make_header(8), [])
    (package.path / SIGNATURE).write_bytes((other.path / SIGNATURE).read_bytes())
    check = packager.verify(package.path, [])
    assert [problem.code for problem in check.problems] == ["signature-wrong"]
    assert check.signed_by == ""


@pytest.fixture
def receiver(tmp_path: Path) -> BagPackager:
    return BagPackager(WorkspaceKeys(tmp_path / "receiver"), "0.1.0")


def test_that_a_receiver_needs_the_trust_file(
    package: WrittenPackage,
    packager: BagPackager,
    receiver: BagPackager,
    keys: WorkspaceKeys,
    tmp_path: Path,
) -> None:
    packager.export_trust(tmp_path / "trust.json")
    untrusted = receiver.verify(package.path, [])
    trusted = receiver.verify(package.path, [tmp_path / "trust.json"])
    assert [problem.code for problem in untrusted.problems] == ["signature-untrusted"]
    assert trusted.valid
    assert trusted.signed_by == keys.thumbprint
    assert not (tmp_path / "receiver").exists()


@pytest.mark.parametrize("algorithm", ["ES256", "EdDSA"])
def test_that_other_asymmetric_signatures_are_read(
    package: WrittenPackage, receiver: BagPackager, tmp_path: Path, algorithm: str
) -> None:
    key = ECKey.generate_key("P-256") if algorithm == "ES256" else OKPKey.generate_key("Ed25519")
    (tmp_path / "trust.json").write_text(json.dumps(key.as_dict(private=True)), "utf-8")
    tag_manifest = (package.path / "tagmanifest-sha256.txt").read_bytes()
    header = {"alg": algorithm, "kid": key.thumbprint()}
    head = encoded(json.dumps(header).encode())
    signing_input = f"{head}.{encoded(tag_manifest)}".encode()
    if algorithm == "ES256":
        made = jws.serialize_compact(header, tag_manifest, key, ["ES256"])
        (package.path / SIGNATURE).write_text(jws.detach_content(made) + "\n", "ascii")
    else:
        raw = key.private_key.sign(signing_input)
        (package.path / SIGNATURE).write_text(f"{head}..{encoded(raw)}", "ascii")
    check = receiver.verify(package.path, [tmp_path / "trust.json"])
    assert check.problems == ()
    assert check.signed_by == key.thumbprint()


def test_that_a_missing_or_empty_trust_file_is_explained(
    package: WrittenPackage, packager: BagPackager, tmp_path: Path
) -> None:
    with pytest.raises(NotFoundError):
        packager.verify(package.path, [tmp_path / "nowhere.json"])
    (tmp_path / "trust.json").write_text('{"keys":[]}', "utf-8")
    with pytest.raises(UnreadableError):
        packager.verify(package.path, [tmp_path / "trust.json"])


def vectors(reference_data: Path) -> Iterator[dict[str, str]]:
    yield from json.loads((reference_data / "corpora/ed25519.json").read_text("utf-8"))["tests"]


def test_that_the_signature_check_agrees_with_the_published_vectors(
    reference_data: Path, tmp_path: Path
) -> None:
    """The vectors sign bare messages, so the check of the key itself is asked."""
    checked = 0
    for vector in vectors(reference_data):
        trust = tmp_path / "trust.json"
        public = {"kty": "OKP", "crv": "Ed25519", "x": encoded(bytes.fromhex(vector["pk"]))}
        trust.write_text(json.dumps(public), "utf-8")
        (key,) = read_public_keys(trust)
        algorithm = jws.JWSRegistry.algorithms["Ed25519"]
        holds = algorithm.verify(bytes.fromhex(vector["msg"]), bytes.fromhex(vector["sig"]), key)
        assert holds is (vector["result"] == "valid"), vector
        x, signature = public["x"], encoded(bytes.fromhex(vector["sig"]))
        assert is_signed(x, bytes.fromhex(vector["msg"]), signature) is holds, vector
        checked += 1
    assert checked > 80


def test_that_no_invalid_vector_passes_as_a_signature_of_a_package(
    reference_data: Path, tmp_path: Path
) -> None:
    for vector in vectors(reference_data):
        trust = tmp_path / "trust.json"
        public = {"kty": "OKP", "crv": "Ed25519", "x": encoded(bytes.fromhex(vector["pk"]))}
        trust.write_text(json.dumps(public), "utf-8")
        keys = read_public_keys(trust)
        header = json.dumps({"alg": "Ed25519", "kid": keys[0].thumbprint()}).encode()
        text = f"{encoded(header)}..{encoded(bytes.fromhex(vector['sig']))}".encode()
        with pytest.raises(WrongSignatureError):
            signer(text, bytes.fromhex(vector["msg"]), keys)
