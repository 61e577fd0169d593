"""A package as written: its layout, its reproducibility, and that it is all or nothing."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from timebok_desktop.files.package.bag import BagPackager
from timebok_desktop.services.ports_files import (
    Demands,
    LeavingOrder,
    PackageHeader,
    WrittenPackage,
)

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
    command = [sys.executable, "-m", "bagit", "--validate", str(package.path)]
    subprocess.run(command, check=True, capture_output=True)
    assert "BagIt-Version: 1.0" in (package.path / "bagit.txt").read_text("utf-8")
    info = (package.path / "bag-info.txt").read_text("utf-8")
    assert "External-Identifier: urn:uuid:4ee942a1-82e8-4657-b8ec-a5b9150d3f61" in info


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="needs sha256sum")
@pytest.mark.parametrize("manifest", ["manifest-sha256.txt", "tagmanifest-sha256.txt"])
def test_that_sha256sum_accepts_a_manifest(package: WrittenPackage, manifest: str) -> None:
    command = ["sha256sum", "--check", "--strict", manifest]
    subprocess.run(command, cwd=package.path, check=True, capture_output=True)


def test_that_a_written_package_verifies(package: WrittenPackage, packager: BagPackager) -> None:
    check = packager.verify(package.path, [], Demands(after=6))
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


def test_that_json_files_are_sorted_and_end_in_a_newline(package: WrittenPackage) -> None:
    for path in package.path.glob("data/**/*.json"):
        text = path.read_text("utf-8")
        assert text.endswith("}\n")
        assert list(json.loads(text)) == sorted(json.loads(text))
