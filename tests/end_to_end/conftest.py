"""Runs `timebok` as a user does: arguments in, exit code, stdout and stderr out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from timebok_desktop.cli import main


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
    """The command line over a new workspace."""
    return Timebok(tmp_path / "workspace", capsys)


@pytest.fixture
def in_workspace(
    capsys: pytest.CaptureFixture[str],
) -> Callable[[Path], Timebok]:
    """The command line over any workspace."""
    return lambda workspace: Timebok(workspace, capsys)


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


