"""In an encrypted workspace nobody decides in a name without that caseworker's passphrase."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ORDER = {
    "kind": "activate",
    "municipalityNumber": "1103",
    "municipalityName": "Stavanger",
    "organizationNumber": "964965226",
    "herId": "8000001",
    "category": "Lab",
    "vendor": "Fjordjournal",
    "system": "Fjord EPJ",
    "language": "nb",
}
PARTY = {
    "HerId": 8000001,
    "Type": "Service",
    "Name": "Legevakt",
    "ParentHerId": 8000000,
    "ParentOrganizationNumber": "964965226",
    "Municipality": {"CodeValue": "1103", "CodeText": "Stavanger"},
    "Active": True,
    "Valid": {"From": "2020-01-01T00:00:00", "To": None},
}


class Desk:
    """Runs commands on one encrypted workspace, each in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "frase").write_text("en gjenopprettingsfrase\n", "utf-8")

    def run(self, *arguments: str, signing: str | None = None) -> tuple[int, dict, str]:
        environment = {
            **os.environ,
            "TIMEBOK_PASSPHRASE_FILE": str(self.folder / "frase"),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }
        environment.pop("TIMEBOK_SIGNING_PASSPHRASE_FILE", None)
        if signing is not None:
            file = self.folder / "signering"
            file.write_text(f"{signing}\n", "utf-8")
            environment["TIMEBOK_SIGNING_PASSPHRASE_FILE"] = str(file)
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "timebok_desktop",
                "--workspace",
                str(self.folder / "workspace"),
                "--json",
                *arguments,
            ],
            capture_output=True,
            env=environment,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        return done.returncode, json.loads(done.stdout), done.stderr.decode()

    def put(self, name: str, content: object) -> str:
        path = self.folder / name
        path.write_text(json.dumps(content), "utf-8")
        return str(path)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    code, told, _ = made.run("init")
    assert (code, told["encrypted"]) == (0, True)
    vendors = tmp_path / "vendors.csv"
    vendors.write_text(
        "vendor,system,integrated,receives_answers,integrated_via_practitioner\n"
        "Fjordjournal,Fjord EPJ,yes,yes,yes\n",
        "utf-8",
    )
    export = {
        "LastDateTimeOffset": "2026-11-20T00:00:00+00:00",
        "LastEventId": 1,
        "CommunicationParties": [PARTY],
    }
    for arguments in (
        ("tables", "import", "vendors", str(vendors)),
        ("registry", "import", made.put("ar.json", export)),
        ("orders", "import", made.put("ordre.json", ORDER)),
        ("verify",),
    ):
        assert made.run(*arguments)[0] == 0
    return made


def test_that_every_decision_asks_for_the_caseworkers_passphrase(desk: Desk) -> None:
    decide = ("decide", "RTB-2026-000001")
    for action in ("approve", "claim"):
        code, told, _ = desk.run(*decide, action, "--by", "anna")
        assert code == 3
        assert "TIMEBOK_SIGNING_PASSPHRASE_FILE" in told["error"]["message"]
    code, told, _ = desk.run(*decide, "approve", "--by", "anna", signing="annas frase")
    assert (code, told["status"]) == (0, "awaiting_second_approval")
    code, _, _ = desk.run(*decide, "hold", "--by", "ANNA", signing="en annens frase")
    assert code == 3
    noted = (desk.folder / "workspace" / "logs" / "timebok.log").read_text("utf-8")
    assert " unlock workspace by passphrase file done, " in noted
    assert " WARNING " in noted
    assert " unlock caseworker key by found passphrase refused, " in noted
    assert "anna" not in noted.lower()
    logged = desk.run("audit", "list")[1]["events"][-1]
    assert (logged["action"], logged["by"]) == ("caseworker-key-refused", "ANNA")
    assert desk.run("orders", "show", "RTB-2026-000001")[1]["status"] == "awaiting_second_approval"
    code, told, told_aside = desk.run(*decide, "approve", "--by", "bjorn", signing="bjorns frase")
    assert (code, told["status"], told_aside) == (0, "approved", "")
    code, told, _ = desk.run("keys", "list")
    assert [one["caseworker"] for one in told["keys"]] == ["anna", "bjorn"]
    code, told, _ = desk.run("export", "--out", str(desk.folder / "ut"), "--by", "anna")
    assert (code, told["configurations"]) == (0, 1)
    for file in (desk.folder / "workspace" / "keys" / "caseworkers").glob("*.private.jwk"):
        assert json.loads(file.read_text())["form"] == "timebok-sealed/1"


def test_that_a_passphrase_file_that_cannot_be_used_is_said(desk: Desk) -> None:
    code, told, _ = desk.run("decide", "RTB-2026-000001", "claim", "--by", "anna", signing="")
    assert code == 3
    assert "signering" in told["error"]["message"]
