"""A package as written: its layout, its reproducibility, and that it is all or nothing."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import bagit
import pytest

from timebok_desktop.domain.codes import Kind
from timebok_desktop.domain.errors import RefusedError, UnavailableError
from timebok_desktop.files.keys import WorkspaceKeys
from timebok_desktop.files.package import durable
from timebok_desktop.files.package.bag import BagPackager
from timebok_desktop.files.safe_csv import read_csv
from timebok_desktop.services.ports_files import LeavingOrder, PackageHeader, WrittenPackage

NAME = "timebok-export-7-4ee942a1-82e8-4657-b8ec-a5b9150d3f61"


def files_of(folder: Path) -> dict[str, bytes]:
    found = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_that_a_package_has_the_layout_of_the_contract(package: WrittenPackage) -> None:
    references = ["RTB-2026-000001", "RTB-2026-000002", "RTB-2026-000003"]
    assert package.path.name == NAME
    assert set(files_of(package.path)) == {
        "bagit.txt",
        "bag-info.txt",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
        "signatures/tagmanifest-sha256.txt.jws",
        "data/index.json",
        "data/configurations.csv",
        "data/report.html",
        *(f"data/fhir/{reference}.json" for reference in references),
        *(f"data/ar/{reference}.json" for reference in references),
    }


def test_that_the_index_says_what_the_package_holds(
    package: WrittenPackage, read_json: Callable[[Path], dict[str, Any]]
) -> None:
    index = read_json(package.path / "data/index.json")
    assert index["sequence"] == 7
    assert index["kind"] == "delta"
    assert index["previous_sha256"] == ""
    assert index["created"] == "2026-11-06T08:00:00Z"
    first = index["configurations"][0]
    assert first["order_reference"] == "RTB-2026-000001"
    assert (first["her_id"], first["category"], first["action"]) == (
        8143043,
        "Koronavaksine",
        "activate",
    )
    assert set(first["files"]) == {
        "data/ar/RTB-2026-000001.json",
        "data/fhir/RTB-2026-000001.json",
    }


def test_that_the_bagit_library_accepts_a_package(package: WrittenPackage) -> None:
    bag = bagit.Bag(str(package.path))
    bag.validate()
    assert bag.version_info == (1, 0)
    assert bag.info["External-Identifier"] == "urn:uuid:4ee942a1-82e8-4657-b8ec-a5b9150d3f61"


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="needs sha256sum")
@pytest.mark.parametrize("manifest", ["manifest-sha256.txt", "tagmanifest-sha256.txt"])
def test_that_sha256sum_accepts_a_manifest(package: WrittenPackage, manifest: str) -> None:
    command = ["sha256sum", "--check", "--strict", manifest]
    subprocess.run(command, cwd=package.path, check=True, capture_output=True)


def test_that_a_written_package_verifies(package: WrittenPackage, packager: BagPackager) -> None:
    check = packager.verify(package.path, [], after=6)
    assert check.problems == ()
    assert check.valid
    assert (check.configurations, check.sequence) == (3, 7)
    assert check.sha256 == package.sha256


def test_that_an_empty_package_verifies(
    packager: BagPackager, make_header: Callable[..., PackageHeader], tmp_path: Path
) -> None:
    written = packager.write(tmp_path, make_header(), [])
    assert packager.verify(written.path, []).valid
    assert written.configurations == 0


def test_that_every_odd_case_makes_a_package_that_verifies(
    packager: BagPackager,
    make_header: Callable[..., PackageHeader],
    odd_cases: list[LeavingOrder],
    tmp_path: Path,
) -> None:
    written = packager.write(tmp_path, make_header(), odd_cases)
    assert packager.verify(written.path, []).problems == ()


def test_that_the_same_content_gives_the_same_bytes(
    packager: BagPackager,
    make_header: Callable[..., PackageHeader],
    odd_cases: list[LeavingOrder],
    tmp_path: Path,
) -> None:
    header = make_header()
    later = replace(
        header,
        sequence=9,
        uuid="5ee942a1-82e8-4657-b8ec-a5b9150d3f61",
        previous_sha256="ef" * 32,
        created=header.created + timedelta(days=3),
    )
    first = files_of(packager.write(tmp_path / "a", header, odd_cases).path)
    second = files_of(packager.write(tmp_path / "b", later, odd_cases).path)
    same = re.compile(r"data/(fhir|ar)/.*|data/configurations\.csv")
    assert {path: text for path, text in first.items() if same.fullmatch(path)} == {
        path: text for path, text in second.items() if same.fullmatch(path)
    }


def test_that_a_moment_in_another_zone_gives_the_same_bytes(
    packager: BagPackager, make_header: Callable[..., PackageHeader], tmp_path: Path
) -> None:
    header = make_header()
    first = packager.write(tmp_path / "a", header, [])
    moved = replace(header, created=header.created.astimezone())
    second = packager.write(tmp_path / "b", moved, [])
    assert first.sha256 == second.sha256


def test_that_the_change_speaks_in_the_registrys_field_names(
    package: WrittenPackage, read_json: Callable[[Path], dict[str, Any]]
) -> None:
    change = read_json(package.path / "data/ar/RTB-2026-000002.json")
    assert change["HerId"] == 8143043
    assert change["ParentHerId"] == 8140001
    assert change["Type"] == "Service"
    assert change["Code"] == {"OID": 8663, "CodeValue": "KA0301", "CodeText": "Smittevern"}
    assert change["ParentOrganizationNumber"] == 945578564
    assert change["Municipality"]["CodeValue"] == "3405"
    ours = change["ResourceSchedule"]
    assert (ours["Action"], ours["Category"], ours["Form"]) == (
        "change",
        "Koronavaksine",
        "koronavaksine-1",
    )
    assert ours["Previous"]["Form"] == "koronavaksine-2"
    assert ours["New"]["Form"] == "koronavaksine-1"
    assert ours["Process"] == {
        "Name": "Dialog_Innbygger_Timereservasjon",
        "Version": "1.2",
        "MustBeActive": True,
    }


def test_that_the_change_of_an_unknown_party_has_the_same_keys(
    packager: BagPackager,
    make_order: Callable[..., LeavingOrder],
    make_header: Callable[..., PackageHeader],
    read_json: Callable[[Path], dict[str, Any]],
    tmp_path: Path,
) -> None:
    unknown = make_order(2, action=Kind.DEACTIVATE, party=None, owner=None)
    bare = make_order(3)
    assert bare.party
    bare = replace(bare, party=replace(bare.party, service_type=None, municipality_number=""))
    written = packager.write(tmp_path, make_header(), [make_order(), unknown, bare])
    changes = [read_json(path) for path in sorted((written.path / "data/ar").iterdir())]
    assert set(changes[0]) == set(changes[1]) == set(changes[2])
    assert changes[1]["HerId"] == 8143043
    assert changes[1]["ResourceSchedule"]["New"] is None
    assert changes[1]["ResourceSchedule"]["Process"]["MustBeActive"] is False
    assert changes[2]["Code"] is None
    assert changes[2]["Municipality"]["CodeValue"] == "3405"


def test_that_the_table_has_no_live_formula(
    packager: BagPackager,
    make_order: Callable[..., LeavingOrder],
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
) -> None:
    order = make_order(vendor='=HYPERLINK("http://x")')
    written = packager.write(tmp_path, make_header(), [order])
    content = (written.path / "data/configurations.csv").read_bytes()
    header, row = read_csv(content)
    assert b"'=HYPERLINK" in content
    assert row[header.index("vendor")] == '=HYPERLINK("http://x")'
    assert packager.verify(written.path, []).valid


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_that_the_report_stands_alone_and_escapes_everything(
    keys: WorkspaceKeys,
    odd_cases: list[LeavingOrder],
    make_order: Callable[..., LeavingOrder],
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
    language: Any,
) -> None:
    wild = make_order(99, vendor='<script>alert(1)</script><img src="http://x/y">')
    header = make_header(by="<b>anna</b>", full=True, previous_sha256="12" * 32)
    written = BagPackager(keys, "0.1.0", language).write(tmp_path, header, [*odd_cases, wild])
    page = (written.path / "data/report.html").read_text("utf-8")
    assert f'<html lang="{language}">' in page
    assert "<script" not in page
    assert "<img" not in page
    assert "<b>" not in page
    assert not re.search(
        r"""(?:src|href)=|url\(|@import|<link|<iframe""",
        page.replace("&quot;", "").replace('src="http', "").replace("src=http", ""),
    )
    assert "Content-Security-Policy" in page
    assert "prefers-color-scheme" in page
    assert "&lt;per telefon&gt;" in page
    words = {"nb": "Godkjent tross advarsel", "nn": "Godkjend trass åtvaring"}
    assert words[language] in page


def test_that_the_report_shows_only_what_changes(
    package: WrittenPackage,
    packager: BagPackager,
    make_order: Callable[..., LeavingOrder],
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
) -> None:
    page = (package.path / "data/report.html").read_text("utf-8")
    assert "<del>koronavaksine-2</del>" in page
    assert "<del>Oppdiktet Journal AS</del>" not in page
    order = make_order(action=Kind.CHANGE)
    same = replace(order, proposal=replace(order.proposal, before=order.proposal.after))
    written = packager.write(tmp_path / "same", make_header(), [same])
    assert "Ingen felt er endret." in (written.path / "data/report.html").read_text("utf-8")


@pytest.mark.parametrize("reference", ["../../etc/passwd", "a b", "", "RTB/1"])
def test_that_a_reference_that_cannot_name_a_file_is_a_defect(
    packager: BagPackager,
    make_order: Callable[..., LeavingOrder],
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
    reference: str,
) -> None:
    order = make_order()
    order = replace(order, order=replace(order.order, reference=reference))
    with pytest.raises(ValueError, match="reference"):
        packager.write(tmp_path, make_header(), [order])
    assert list(tmp_path.iterdir()) == []


def test_that_an_order_neither_leaves_twice_nor_unapproved(
    packager: BagPackager,
    make_order: Callable[..., LeavingOrder],
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
) -> None:
    with pytest.raises(ValueError, match="twice"):
        packager.write(tmp_path, make_header(), [make_order(), make_order()])
    with pytest.raises(ValueError, match="approval"):
        packager.write(tmp_path, make_header(), [make_order(approvals=())])


@pytest.mark.parametrize("call", ["write", "fsync", "mkdir", "rename"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_that_nothing_is_left_when_the_disk_refuses(
    packager: BagPackager,
    make_order: Callable[..., LeavingOrder],
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    code: int,
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(code, os.strerror(code))

    packager.export_trust(tmp_path / "trust.json")
    target = tmp_path / "exports"
    target.mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(os, call, refuse)
        with pytest.raises(UnavailableError) as refused:
            packager.write(target, make_header(), [make_order()])
    assert list(target.iterdir()) == []
    assert str(target) in refused.value.text("nb")
    assert refused.value.text("nb") != refused.value.text("nn")


def test_that_nothing_is_left_when_the_last_sync_fails(
    packager: BagPackager,
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packager.export_trust(tmp_path / "trust.json")
    target = tmp_path / "new" / "exports"
    sync = os.fsync

    def refuse_after_the_move(descriptor: int) -> None:
        if any(path.name.startswith("timebok-export") for path in target.iterdir()):
            raise OSError(errno.EIO, "broken")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_after_the_move)
    with pytest.raises(UnavailableError):
        packager.write(target, make_header(), [])
    assert not target.exists()


def test_that_what_comes_back_changed_from_the_disk_is_not_exported(
    packager: BagPackager,
    make_order: Callable[..., LeavingOrder],
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packager.export_trust(tmp_path / "trust.json")
    write = os.write

    def spoil(descriptor: int, content: Any) -> int:
        return write(descriptor, bytes(content).replace(b"Smittevern", b"Smittevarn"))

    monkeypatch.setattr(os, "write", spoil)
    with pytest.raises(UnavailableError, match="ikke lest tilbake"):
        packager.write(tmp_path / "exports", make_header(), [make_order()])
    assert not list((tmp_path / "exports").glob("*"))


def test_that_a_short_write_is_continued(
    packager: BagPackager,
    make_order: Callable[..., LeavingOrder],
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda fd, content: write(fd, bytes(content)[:100]))
    written = packager.write(tmp_path, make_header(), [make_order()])
    monkeypatch.undo()
    assert packager.verify(written.path, []).valid


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid"), reason="needs a tmpfs")
def test_that_a_really_full_disk_leaves_nothing(
    packager: BagPackager,
    make_order: Callable[..., LeavingOrder],
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = os.geteuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(small)],
        check=False,
        capture_output=True,
    )
    if not mounted or mounted.returncode:
        pytest.skip("cannot mount a tmpfs here")
    try:
        with pytest.raises(UnavailableError, match="Disken er full"):
            packager.write(small, make_header(), [make_order(n) for n in range(1, 80)])
        assert list(small.iterdir()) == []
        assert packager.verify(packager.write(small, make_header(), [make_order()]).path, []).valid
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_that_leftovers_of_a_killed_run_are_removed_and_nothing_else(
    packager: BagPackager, make_header: Callable[..., PackageHeader], tmp_path: Path
) -> None:
    left = tmp_path / f".timebok-part-{NAME}" / "data"
    left.mkdir(parents=True)
    (left / "index.json").write_text("{", "utf-8")
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    written = packager.write(tmp_path, make_header(), [])
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["notes.txt", written.path.name]
    )


def test_that_a_system_that_syncs_files_only_gets_its_files_synced(
    packager: BagPackager,
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packager.export_trust(tmp_path / "trust.json")
    synced: list[int] = []
    with monkeypatch.context() as patch:
        patch.delattr(os, "sync", raising=False)
        patch.setattr(durable, "_FOLDERS_SYNC", False)
        patch.setattr(os, "fsync", synced.append)
        written = packager.write(tmp_path / "exports", make_header(), [])
    assert len(synced) == len(files_of(written.path))


def test_that_a_folder_made_for_nothing_is_removed_unless_somebody_uses_it(
    packager: BagPackager,
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "exports"

    def refuse(path: Path, *_: object) -> None:
        (target / "notes.txt").write_text("mine", "utf-8")
        raise OSError(errno.EIO, "broken")

    packager.export_trust(tmp_path / "trust.json")
    with monkeypatch.context() as patch:
        patch.setattr(durable, "_sync_tree", refuse)
        with pytest.raises(UnavailableError):
            packager.write(target, make_header(), [])
    assert [path.name for path in target.iterdir()] == ["notes.txt"]


def test_that_a_leftover_that_is_a_link_is_not_followed(
    packager: BagPackager, make_header: Callable[..., PackageHeader], tmp_path: Path
) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "file").write_text("mine", "utf-8")
    target = tmp_path / "exports"
    target.mkdir()
    (target / ".timebok-part-x").symlink_to(tmp_path / "precious")
    packager.write(target, make_header(), [])
    assert (tmp_path / "precious" / "file").exists()


def test_that_a_package_is_never_written_over(
    packager: BagPackager, make_header: Callable[..., PackageHeader], tmp_path: Path
) -> None:
    written = packager.write(tmp_path, make_header(), [])
    with pytest.raises(RefusedError, match="finnes allerede"):
        packager.write(tmp_path, make_header(), [])
    assert packager.verify(written.path, []).valid


def test_that_a_target_that_is_a_file_is_explained(
    packager: BagPackager, make_header: Callable[..., PackageHeader], tmp_path: Path
) -> None:
    (tmp_path / "exports").write_text("not a folder", "utf-8")
    with pytest.raises(UnavailableError, match="kunne ikke skrives"):
        packager.write(tmp_path / "exports", make_header(), [])
    assert (tmp_path / "exports").read_text("utf-8") == "not a folder"


def test_that_json_files_are_sorted_and_end_in_a_newline(package: WrittenPackage) -> None:
    for path in package.path.glob("data/**/*.json"):
        text = path.read_text("utf-8")
        assert text.endswith("}\n")
        assert list(json.loads(text)) == sorted(json.loads(text))
