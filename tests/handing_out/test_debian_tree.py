"""What the Debian package puts outside the program's folder: everything a desktop must find."""

from __future__ import annotations

import argparse
import configparser
import gzip
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from handing_out import deb, icons, manual
from handing_out.project import IDENTIFIER, PACKAGE_TYPE, PROJECT, version
from timebok_desktop.cli.arguments import parser

SPECIFICATION = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    tree = tmp_path_factory.mktemp("tree")
    deb.lay_out(tree)
    return tree / "usr" / "share"


def entry(share: Path) -> configparser.SectionProxy:
    read = configparser.RawConfigParser()
    read.optionxform = str  # type: ignore[assignment, method-assign] - keys as they are
    read.read(share / "applications" / f"{PROJECT}.desktop", "utf-8")
    return read["Desktop Entry"]


def test_that_the_commands_lead_into_the_folder_of_the_program(share: Path) -> None:
    for name in ("timebok", "timebok-desktop"):
        link = share.parent / "bin" / name
        assert link.readlink() == Path("..", "lib", PROJECT, name)


def test_that_a_package_opens_with_a_double_click_and_no_json_file_does(share: Path) -> None:
    types = entry(share)["MimeType"].strip(";").split(";")
    assert types[0] == PACKAGE_TYPE
    assert "application/json" not in types  # nothing else claims it on many machines
    assert entry(share)["Exec"] == "timebok-desktop %F"


def test_that_the_type_of_a_package_is_known_by_its_ending(share: Path) -> None:
    root = ET.parse(share / "mime" / "packages" / f"{PROJECT}.xml").getroot()  # noqa: S314 - ours
    (kind,) = root.findall(f"{SPECIFICATION}mime-type")
    assert kind.get("type") == PACKAGE_TYPE
    (glob,) = kind.findall(f"{SPECIFICATION}glob")
    assert glob.get("pattern") == "*.timebok-package"


def test_that_names_are_in_both_languages(share: Path) -> None:
    for key in ("GenericName", "Comment", "Keywords"):
        assert {f"{key}[nb]", f"{key}[nn]"} <= {*entry(share)}


def test_that_icons_are_there_in_every_size(share: Path) -> None:
    folder = share / "icons" / "hicolor"
    for size in icons.SIZES:
        assert (folder / f"{size}x{size}" / "apps" / f"{entry(share)['Icon']}.png").is_file()
        kind = PACKAGE_TYPE.replace("/", "-")
        assert (folder / f"{size}x{size}" / "mimetypes" / f"{kind}.png").is_file()
    assert (folder / "scalable" / "apps" / f"{PROJECT}.svg").is_file()


def test_that_the_description_bears_the_version(share: Path) -> None:
    root = ET.parse(share / "metainfo" / f"{IDENTIFIER}.metainfo.xml").getroot()  # noqa: S314
    assert root.findtext("id") == IDENTIFIER
    (release,) = root.iter("release")
    assert release.get("version") == version()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", release.get("date", ""))


def commands(top: argparse.ArgumentParser, above: str = "timebok") -> set[str]:
    found = set()
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                found |= commands(inner, f"{above} {name}") or {f"{above} {name}"}
    return found


def test_that_the_manual_has_every_command_in_three_languages(share: Path) -> None:
    for place in ("man1", "nb/man1", "nn/man1"):
        page = gzip.decompress((share / "man" / place / "timebok.1.gz").read_bytes()).decode()
        plain = page.replace("\\-", "-").replace("\\&", "")
        assert {one for one in commands(parser()) if one not in plain} == set()


def test_that_a_manual_page_holds_no_request_by_accident() -> None:
    known = {"TH", "SH", "SS", "PP", "TP", "IP", "B", "BI", "BR", "br", "nf", "fi", "I", "so"}
    for place, page in manual.pages().items():
        requests = {line.split()[0][1:] for line in page.splitlines() if line.startswith(".")}
        assert requests - {'\\"'} <= known, place


def test_that_papers_go_along(share: Path) -> None:
    papers = share / "doc" / PROJECT
    assert "License: MIT" in (papers / "copyright").read_text("utf-8")
    changes = gzip.decompress((papers / "changelog.gz").read_bytes()).decode()
    assert changes.startswith(f"{PROJECT} ({version()})")
