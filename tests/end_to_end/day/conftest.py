"""The day's world in a workspace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def load_registry_of() -> Callable[..., None]:
    """Bring in what the mails are judged against: registry, tables, earlier set-ups."""

    def load(timebok, folder: Path) -> None:
        timebok("settings", "set", "language=nb")
        for file in sorted((folder / "registry").iterdir()):
            timebok("registry", "import", file)
        for table in sorted((folder / "tables").glob("*.csv")):
            timebok("tables", "import", table.stem, table)
        timebok("configurations", "import", folder / "configurations.csv")

    return load
