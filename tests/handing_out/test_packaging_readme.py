"""What administrators read is held to what there is, and says the same in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handing_out import signing
from handing_out.project import IDENTIFIER, PACKAGE_TYPE, PACKAGING, ROOT, SBOM

README = {name: (PACKAGING / name).read_text("utf-8") for name in ("README.md", "README.nb.md")}
BOTH = pytest.mark.parametrize("name", README)


@BOTH
def test_that_every_command_is_one(name: str) -> None:
    way_in = (ROOT / "dev").read_text("utf-8")
    for command in {*re.findall(r"`\./dev\s+([\w-]+)", README[name])}:
        assert re.search(rf"^[\w |-]*\b{command}\b[\w |-]*\)", way_in, re.MULTILINE), command


@BOTH
def test_that_every_file_it_names_is_there(name: str) -> None:
    linked = re.findall(r"\]\(([\w./-]+)\)", README[name])
    named = re.findall(r"`(packaging/[\w./-]+)`", README[name])
    paths = [PACKAGING / link for link in linked] + [ROOT / one for one in named]
    assert paths
    assert [str(path) for path in paths if not Path(path).exists()] == []


@BOTH
def test_that_names_are_those_of_the_program(name: str) -> None:
    for word in (
        *(IDENTIFIER, PACKAGE_TYPE, SBOM, signing.SUMS, signing.SIGNATURE, signing.PUBLIC_KEY),
        *(signing.KEY_NAME, signing.PASSPHRASE_NAME),
    ):
        assert word in README[name], word


def test_that_both_languages_tell_the_same() -> None:
    def shape(text: str) -> tuple[int, int, list[str], list[str]]:
        places = re.findall(r"`(/[\w./~-]+|%\w+%[\\\w-]+|/[A-Z]+)`", text)
        blocks = [line for line in text.splitlines() if line.startswith("    ")]
        return text.count("\n## "), text.count("\n|"), places, [line[:20] for line in blocks]

    assert shape(README["README.md"]) == shape(README["README.nb.md"])
