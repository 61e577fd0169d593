"""The workspace that everything is done to: made once by commands, copied each time."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from alembic import command
from alembic.config import Config

from soak.forked import Command, Ran, Server
from soak.held_facts import OLD_FORM
from timebok_desktop.storage.engine import open_engine
from timebok_desktop.storage.migrate import MIGRATIONS

SETTLED = ("anna", "berit")
"""Two caseworkers whose approvals are in the world already."""


class World:
    """A workspace with clear orders, some of them approved, and files that can come in.

    A plain one; with `passphrase`, a file, one that is encrypted under what stands in it.
    """

    def __init__(
        self,
        server: Server,
        folder: Path,
        orders: int = 60,
        parties: int = 300,
        passphrase: Path | None = None,
    ) -> None:
        self.environment = {"TIMEBOK_PASSPHRASE_FILE": str(passphrase)} if passphrase else {}
        if passphrase:
            self.environment["TIMEBOK_SIGNING_PASSPHRASE_FILE"] = str(passphrase)
        self.folder = folder
        self.workspace = folder / "workspace"
        self.files = folder / "files"
        self._server = server
        self._orders, self._parties = orders, parties
        self.old_store = self.files / "old.sqlite3"
        self.clear: list[str] = []
        self._make()

    def run(self, workspace: Path, *words: str, by: str = "anna") -> Ran:
        """A command that must be done."""
        asked = [*words, "--json", "--workspace", str(workspace), "--by", by]
        ran = self._server.run(Command(asked, self.folder, environment=self.environment))
        if ran.code not in {0, 1} or "Traceback" in ran.err:
            message = f"{' '.join(words)}: exit {ran.code}: {ran.err}"
            raise RuntimeError(message)
        return ran

    def copy(self, place: Path) -> Path:
        """A copy of the workspace at `place`."""
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.workspace, place)
        return place

    def _make(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        here, world = self.workspace, self.folder / "world"
        self.run(here, "init", *([] if self.environment else ["--plain"]))
        size = ["--orders", str(self._orders), "--parties", str(self._parties), "--seed", "7"]
        self.run(here, "synthesize", "--out", str(world), *size)
        (registry,) = (world / "registry").iterdir()
        self.run(here, "registry", "import", str(registry))
        for table in sorted((world / "tables").iterdir()):
            self.run(here, "tables", "import", table.stem, str(table))
        self.run(here, "configurations", "import", str(world / "configurations.csv"))
        incoming = sorted((world / "orders").iterdir())
        self.files.mkdir()
        shutil.copy(incoming[0], self.files / f"incoming{incoming[0].suffix}")
        shutil.copy(registry, self.files / "registry.json")
        for file in incoming[1:]:
            self.run(here, "orders", "import", str(file))
        self.run(here, "verify", "--all")
        self.clear = self._clear()
        for reference in self.clear[: len(self.clear) // 2]:
            for name in SETTLED:
                self.run(here, "decide", reference, "approve", by=name)
        self.clear = self.clear[len(self.clear) // 2 :]
        self.run(here, "store", "backup", str(self.files / "backup.sqlite3"))
        if not self.environment:
            self._make_old()

    def _make_old(self) -> None:
        """The same store in its first form, as an earlier version of the program left it."""
        shutil.copy(self.files / "backup.sqlite3", self.old_store)
        engine = open_engine(self.old_store)
        with engine.connect().execution_options(writes=True) as connection:
            config = Config()
            config.set_main_option("script_location", str(MIGRATIONS))
            config.attributes["connection"] = connection
            connection.begin()
            command.downgrade(config, OLD_FORM)
            connection.commit()
        engine.dispose()

    def _clear(self) -> list[str]:
        (listed,) = self.run(self.workspace, "orders", "list", "--limit", "100000").documents
        return [one["reference"] for one in listed["orders"] if one["outcome"] == "clear"]

    @property
    def incoming(self) -> Path:
        """An order file that has not come in yet."""
        return next(self.files.glob("incoming.*"))


def stream_of(path: Path, references: list[str], count: int) -> Path:
    """A file of `count` decisions for `decide --stream` that all go through, one after another."""
    steps = ("claim", "hold", "reopen", "release")
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            reference = references[number // len(steps) % len(references)]
            action = steps[number % len(steps)]
            decision = {"reference": reference, "action": action, "reason": f"nr. {number}"}
            file.write(json.dumps(decision) + "\n")
    return path
