"""Runs `timebok` as a user does: arguments in, exit code, stdout and stderr out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from timebok_desktop.app import create_window
from timebok_desktop.cli import main
from timebok_desktop.ui.main_window import MainWindow


@dataclass(frozen=True)
class Run:
    """How one command went."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on stdout."""
        lines = self.out.splitlines()
        assert len(lines) == 1, f"not exactly one document: {self.out!r}"
        return json.loads(lines[0])


class Timebok:
    """The command line over one workspace."""

    def __init__(self, workspace: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.workspace = workspace
        self._capture = capture

    def __call__(self, *arguments: object, by: str = "anna", expect: int | None = 0) -> Run:
        """Run in this process with `--json`; the exit code must be `expect` unless that is None."""
        words = [str(one) for one in arguments]
        self._capture.readouterr()
        try:
            code = main([*words, "--json", "--by", by, "--workspace", str(self.workspace)])
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = self._capture.readouterr()
        assert "Traceback" not in said.err + said.out
        if expect is not None:
            assert code == expect, said.err + said.out
        return Run(code, said.out, said.err)

    def process(self, *arguments: object, stdin: str = "") -> Run:
        """Run as a process of its own."""
        done = subprocess.run(
            [sys.executable, "-m", "timebok_desktop", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "TIMEBOK_WORKSPACE": str(self.workspace)},
        )
        return Run(done.returncode, done.stdout, done.stderr)

    def state(self) -> object:
        """All that a refused command must leave as it was."""
        return (
            self("orders", "list", "--limit", 10_000).document,
            self("configurations", "list").document,
            self("audit", "verify").document,
        )


@pytest.fixture
def timebok(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Timebok:
    """The command line over a new workspace without encryption."""
    made = Timebok(tmp_path / "workspace", capsys)
    made("init", "--plain")
    return made


@pytest.fixture
def new_timebok(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Timebok:
    """The command line over a workspace that nobody has made."""
    return Timebok(tmp_path / "workspace", capsys)


@pytest.fixture
def in_workspace(
    capsys: pytest.CaptureFixture[str],
) -> Callable[[Path], Timebok]:
    """The command line over any workspace, made without encryption where there is none."""

    def over(workspace: Path) -> Timebok:
        made = Timebok(workspace, capsys)
        if not workspace.exists():
            made("init", "--plain")
        return made

    return over


@pytest.fixture
def load_world() -> Callable[[Timebok, Path], None]:
    """Bring a written world in: registry, tables, base configurations, orders; verify all."""

    def load(timebok: Timebok, world: Path) -> None:
        for file in sorted((world / "registry").iterdir()):
            timebok("registry", "import", file)
        for table in sorted((world / "tables").glob("*.csv")):
            timebok("tables", "import", table.stem, table)
        timebok("configurations", "import", world / "configurations.csv")
        report = timebok("orders", "import", world / "orders").document
        assert (report["refused"], report["duplicates"]) == (0, 0), report["files"]

    return load


@pytest.fixture
def rules_by_reference() -> Callable[[Timebok], dict[str, list[str]]]:
    """The rules that fire, sorted, by the order's external reference."""

    def found(timebok: Timebok) -> dict[str, list[str]]:
        verified = timebok("verify", "--all", expect=None).document["orders"]
        listed = timebok("orders", "list", "--limit", 1_000_000).document["orders"]
        external = {one["reference"]: one["external_reference"] for one in listed}
        return {
            external[one["reference"]]: sorted({f["rule"] for f in one["findings"]})
            for one in verified
        }

    return found


HER_IDS = {"oslo": 9001001, "lillehammer": 9001002, "gone": 9001003}


@pytest.fixture
def registry_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes an AR export with three services; `changes` by HER-id replace fields."""

    def write(name: str = "ar.json", **changes: dict[str, object]) -> Path:
        parties = [
            _service(HER_IDS["oslo"], "0301", 958935420, "Oslo sentrum"),
            _service(HER_IDS["lillehammer"], "3405", 945578564, "Lillehammer sentrum"),
            {**_service(HER_IDS["gone"], "0301", 958935420, "Nedlagt"), "Active": False},
        ]
        for party in parties:
            party.update(changes.get(str(party["LocationDescription"]).split()[0].lower(), {}))
        document = {
            "LastDateTimeOffset": datetime.now(UTC).isoformat(),
            "LastEventId": 7,
            "CommunicationParties": parties,
        }
        path = tmp_path / name
        path.write_text(json.dumps(document), "utf-8")
        return path

    return write


def _service(her_id: int, municipality: str, owner: int, place: str) -> dict[str, object]:
    return {
        "HerId": her_id,
        "Type": "Service",
        "Name": "Smittevern",
        "Active": True,
        "ParentHerId": 8000001,
        "ParentName": "Eksempel kommune",
        "ParentOrganizationNumber": owner,
        "Municipality": {"OID": 3402, "CodeValue": municipality, "CodeText": "x", "Active": True},
        "Valid": {"From": "2020-01-01T00:00:00", "To": "9999-12-31T00:00:00"},
        "Code": {"OID": 8663, "CodeValue": "KA0301", "CodeText": "Smittevern", "Active": True},
        "LocationDescription": place,
    }


@pytest.fixture
def desk(timebok: Timebok, tmp_path: Path, registry_file: Callable[..., Path]) -> Timebok:
    """A workspace with a registry, a vendor that can do everything, and no orders."""
    vendors = tmp_path / "vendors.csv"
    vendors.write_text(
        "vendor,system,integrated,receives_answers,integrated_via_practitioner\n"
        "Eksempel Journal AS (oppdiktet),Journalen,yes,yes,yes\n",
        "utf-8",
    )
    timebok("tables", "import", "vendors", vendors)
    timebok("registry", "import", registry_file())
    return timebok


@pytest.fixture
def order(desk: Timebok, tmp_path: Path) -> Callable[..., str]:
    """Imports and verifies an order, clear unless fields are changed; returns its reference."""
    counter = iter(range(1000))

    def add(*, verify: bool = True, **fields: object) -> str:
        number = next(counter)
        document = {
            "kind": "activate",
            "municipalityNumber": "0301",
            "organizationNumber": "958935420",
            "herId": HER_IDS["oslo"],
            "category": ("Lab", "Vaksine")[number % 2],
            "vendor": "Eksempel Journal AS (oppdiktet)",
            "system": "Journalen",
            "externalReference": f"EKS-{number}",
            **fields,
        }
        path = tmp_path / f"order-{number}.json"
        path.write_text(json.dumps(document), "utf-8")
        imported = desk("orders", "import", path).document
        reference = str(imported["files"][0]["orders"][0])
        if verify:
            desk("verify", reference, expect=None)
        return reference

    return add


@pytest.fixture
def open_window(qapp: QApplication) -> Iterator[Callable[..., MainWindow]]:
    """Opens the real window of a workspace, settled; it is closed after the test."""
    made: list[MainWindow] = []

    def show(workspace: Path, user: str = "anna") -> MainWindow:
        window = create_window(workspace, user)
        window.resize(1440, 900)
        window.show()
        for _ in range(3):
            assert window.tasks.settle(10)
        made.append(window)
        return window

    yield show
    for window in made:
        window.close()
        window.deleteLater()
    qapp.processEvents()
