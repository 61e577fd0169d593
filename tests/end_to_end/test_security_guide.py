"""The page on security against a real package: what it tells people to type is what works."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from timebok_desktop.cli import main
from timebok_desktop.resource_folder import resource_folder

OK = "Signature Verified Successfully"
COMMANDS = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample world's package and its key file."""
    folder = tmp_path_factory.mktemp("made") / "demo"
    assert main(["--json", "demo", "--out", str(folder)]) == 0
    return folder


def by_hand(language: str, package: Path, trust: Path) -> str:
    """What the commands of the page say about a package."""
    text = (resource_folder() / "guides" / language / "sikkerhet.md").read_text("utf-8")
    key = json.loads(trust.read_text("utf-8"))["keys"][0]
    typed = COMMANDS.findall(text)[1].replace("X=...", f"X={key['x']}")
    done = subprocess.run(
        ["sh", "-c", typed.replace("cd PAKKE", f"cd '{package}'")],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


@pytest.mark.skipif(
    not (shutil.which("openssl") and shutil.which("sha256sum")), reason="the tools are not here"
)
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_that_a_package_is_verified_by_hand_as_the_page_says(
    made: Path, tmp_path: Path, language: str
) -> None:
    copy = tmp_path / "package"
    shutil.copytree(next((made / "packages").iterdir()), copy)
    said = by_hand(language, copy, made / "trust.json")
    assert OK in said
    assert "FAILED" not in said
    with (copy / "tagmanifest-sha256.txt").open("ab") as file:
        file.write(b"\n")
    assert OK not in by_hand(language, copy, made / "trust.json")
    with (copy / "data" / "report.html").open("ab") as file:
        file.write(b" ")
    assert "data/report.html: FAILED" in by_hand(language, copy, made / "trust.json")


def test_that_no_contact_of_a_municipality_is_in_a_package(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def answer(*words: str) -> Any:
        capsys.readouterr()
        main(["--workspace", str(made / "workspace"), "--json", *words])
        return json.loads(capsys.readouterr().out)

    told = set()
    for order in answer("orders", "list", "--limit", "100")["orders"]:
        contact = answer("orders", "show", order["reference"])["contact"]
        told |= {contact[field] for field in ("name", "email", "phone") if contact[field]}
    package = next((made / "packages").iterdir())
    files = [path.read_text("utf-8") for path in package.rglob("*") if path.is_file()]
    assert told
    assert [value for value in told if any(value in text for text in files)] == []
