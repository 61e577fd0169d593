"""The workspace's signing key: made once, kept private, never replaced in silence."""

from __future__ import annotations

import base64
import json
import os
import stat
import threading
from pathlib import Path

import pytest
from joserfc import jws
from joserfc.jwk import ECKey, KeySet, OctKey, OKPKey

from timebok_desktop.domain.errors import NotFoundError, UnavailableError, UnreadableError
from timebok_desktop.files.keys import WorkspaceKeys, read_public_keys


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "workspace" / "keys"


def test_that_a_key_is_made_on_first_use_and_kept(folder: Path) -> None:
    keys = WorkspaceKeys(folder)
    assert keys.public_key() is None
    assert not folder.exists()
    thumbprint = keys.thumbprint
    assert WorkspaceKeys(folder).thumbprint == thumbprint
    assert sorted(path.name for path in folder.iterdir()) == [
        "signing-private.jwk",
        "signing-public.jwk",
    ]
    own = keys.public_key()
    assert own is not None
    assert own.thumbprint() == thumbprint
    assert not own.is_private


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_that_only_the_owner_reads_the_private_key(folder: Path) -> None:
    assert WorkspaceKeys(folder).thumbprint
    assert stat.S_IMODE((folder / "signing-private.jwk").stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / "signing-public.jwk").stat().st_mode) == 0o644
    assert "d" not in json.loads((folder / "signing-public.jwk").read_text("utf-8"))


def test_that_a_signature_is_detached_and_names_its_key(folder: Path) -> None:
    keys = WorkspaceKeys(folder)
    signature = keys.sign(b"payload")
    header, middle, end = signature.split(".")
    assert middle == ""
    assert json.loads(base64.urlsafe_b64decode(header + "==")) == {
        "alg": "Ed25519",
        "kid": keys.thumbprint,
    }
    whole = f"{header}.{base64.urlsafe_b64encode(b'payload').rstrip(b'=').decode()}.{end}"
    own = keys.public_key()
    assert own is not None
    assert jws.deserialize_compact(whole, own, ["Ed25519"]).payload == b"payload"


def test_that_processes_that_start_together_agree_on_one_key(folder: Path) -> None:
    found: list[str] = []
    start = threading.Barrier(8)

    def use() -> None:
        start.wait()
        found.append(WorkspaceKeys(folder).thumbprint)

    threads = [threading.Thread(target=use) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert set(found) == {WorkspaceKeys(folder).thumbprint}


def test_that_a_file_system_without_hard_links_does(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    assert WorkspaceKeys(folder).thumbprint == WorkspaceKeys(folder).thumbprint


def test_that_a_key_that_came_meanwhile_wins_there_too(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = WorkspaceKeys(tmp_path / "first")
    thumbprint = first.thumbprint

    def come_first(_: object, target: Path) -> None:
        target.write_bytes((tmp_path / "first/signing-private.jwk").read_bytes())
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", come_first)
    assert WorkspaceKeys(folder).thumbprint == thumbprint


def test_that_a_lost_public_key_is_written_again(folder: Path) -> None:
    thumbprint = WorkspaceKeys(folder).thumbprint
    (folder / "signing-public.jwk").unlink()
    assert WorkspaceKeys(folder).thumbprint == thumbprint
    assert (folder / "signing-public.jwk").exists()


def test_that_a_lost_private_key_is_not_replaced(folder: Path) -> None:
    assert WorkspaceKeys(folder).thumbprint
    (folder / "signing-private.jwk").unlink()
    with pytest.raises(UnavailableError, match="mangler"):
        WorkspaceKeys(folder).sign(b"x")
    assert not (folder / "signing-private.jwk").exists()


def test_that_keys_that_do_not_belong_together_are_refused(folder: Path, tmp_path: Path) -> None:
    assert WorkspaceKeys(folder).thumbprint
    assert WorkspaceKeys(tmp_path / "other").thumbprint
    (tmp_path / "other/signing-public.jwk").replace(folder / "signing-public.jwk")
    with pytest.raises(UnavailableError, match="hører ikke sammen"):
        WorkspaceKeys(folder).sign(b"x")


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '"x"', "{}", '{"kty":"OKP","crv":"Ed25519","x":"AA","d":"AA"}'],
)
def test_that_a_damaged_private_key_is_explained(folder: Path, content: str) -> None:
    folder.mkdir(parents=True)
    (folder / "signing-private.jwk").write_text(content, "utf-8")
    with pytest.raises(UnavailableError, match="kan ikke leses"):
        WorkspaceKeys(folder).sign(b"x")


def test_that_a_private_key_of_another_curve_is_refused(folder: Path) -> None:
    folder.mkdir(parents=True)
    other = OKPKey.generate_key("Ed448", private=True).as_dict(private=True)
    (folder / "signing-private.jwk").write_text(json.dumps(other), "utf-8")
    with pytest.raises(UnavailableError, match="kan ikke leses"):
        WorkspaceKeys(folder).sign(b"x")


def test_that_a_full_disk_leaves_no_half_key(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        with pytest.raises(UnavailableError, match="No space left"):
            WorkspaceKeys(folder).sign(b"x")
    assert [path for path in folder.parent.rglob("*") if path.is_file()] == []
    assert WorkspaceKeys(folder).thumbprint


def test_that_a_public_key_that_cannot_be_written_is_explained(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert WorkspaceKeys(folder).thumbprint
    (folder / "signing-public.jwk").unlink()

    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UnavailableError, match="Read-only"):
        WorkspaceKeys(folder).sign(b"x")


def test_that_a_trust_file_holds_the_public_key_alone(folder: Path, tmp_path: Path) -> None:
    keys = WorkspaceKeys(folder)
    target = tmp_path / "new" / "trust.json"
    keys.export_trust(target)
    document = json.loads(target.read_text("utf-8"))
    assert list(document) == ["keys"]
    assert set(document["keys"][0]) == {"kty", "crv", "x", "alg", "kid", "use"}
    assert [key.thumbprint() for key in read_public_keys(target)] == [keys.thumbprint]


def test_that_a_trust_file_that_cannot_be_written_is_explained(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(UnavailableError):
        WorkspaceKeys(folder).export_trust(tmp_path / "file" / "trust.json")


def test_that_private_members_of_a_trust_file_do_no_harm(tmp_path: Path) -> None:
    made = [OKPKey.generate_key("Ed25519"), ECKey.generate_key("P-256")]
    others = [OctKey.generate_key(256), ECKey.generate_key("P-384"), OKPKey.generate_key("X25519")]
    target = tmp_path / "trust.json"
    target.write_text(json.dumps(KeySet([*made, *others]).as_dict(private=True)), "utf-8")
    found = read_public_keys(target)
    assert [key.thumbprint() for key in found] == [key.thumbprint() for key in made]
    assert not any(key.is_private for key in found)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"7",
        b'{"keys":7}',
        b'{"keys":["x"]}',
        b'{"keys":[]}',
        b'{"kty":"oct","k":"AAAA"}',
        b'{"kty":"OKP","crv":"Ed25519"}',
        b'{"kty":"OKP","crv":"Ed25519","x":"AA"}',
        b'{"kty":"OKP","crv":"Ed25519","x":"\xc3\xa5"}',
        b'{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}',
        b'{"keys":[],"keys":[]}',
        b"[" * 100_000,
        b" " * (1024 * 1024 + 1),
    ],
)
def test_that_a_file_without_a_usable_key_is_refused(tmp_path: Path, content: bytes) -> None:
    target = tmp_path / "trust.json"
    target.write_bytes(content)
    with pytest.raises(UnreadableError) as refused:
        read_public_keys(target)
    assert refused.value.code == "no-key"


def test_that_a_trust_file_that_cannot_be_read_is_explained(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        read_public_keys(tmp_path / "nowhere")
    with pytest.raises(UnavailableError):
        read_public_keys(tmp_path)


def test_that_the_private_key_of_an_encrypted_workspace_is_sealed(folder: Path) -> None:
    sealing = b"s" * 32
    thumbprint = WorkspaceKeys(folder, sealing).thumbprint
    written = (folder / "signing-private.jwk").read_text("utf-8")
    assert '"d"' not in written
    assert WorkspaceKeys(folder, sealing).thumbprint == thumbprint
    for other in (None, b"o" * 32):
        with pytest.raises(UnavailableError):
            assert WorkspaceKeys(folder, other).thumbprint
