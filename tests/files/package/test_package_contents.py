"""What stands in a package for people and for the registry: report, table and changes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from timebok_desktop.domain.codes import Kind
from timebok_desktop.files.keys import WorkspaceKeys
from timebok_desktop.files.package.bag import BagPackager
from timebok_desktop.files.safe_csv import read_csv
from timebok_desktop.services.ports_files import LeavingOrder, PackageHeader, WrittenPackage


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
