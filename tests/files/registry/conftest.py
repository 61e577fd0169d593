"""What the tests of the registry reader share: files to read and parties to put into them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timebok_desktop.domain.party import Party
from timebok_desktop.domain.problems import Problem
from timebok_desktop.files.registry import RegistryFileReader
from timebok_desktop.services.ports_files import RegistryHeader


class Answer:
    """All that was read from one file, by kind."""

    def __init__(self, items: list[RegistryHeader | Party | Problem]) -> None:
        self.headers = [item for item in items if isinstance(item, RegistryHeader)]
        self.parties = [item for item in items if isinstance(item, Party)]
        self.problems = [item for item in items if isinstance(item, Problem)]

    @property
    def header(self) -> RegistryHeader:
        return self.headers[-1]

    @property
    def her_ids(self) -> list[int]:
        return [party.her_id for party in self.parties]

    @property
    def party(self) -> Party:
        (only,) = self.parties
        assert self.problems == []
        return only

    @property
    def problem(self) -> Problem:
        (only,) = self.problems
        return only


Reading = Callable[..., Answer]


@pytest.fixture
def read(tmp_path: Path) -> Reading:
    """Read content (text, bytes or anything JSON can say) as the file of a caseworker."""

    def _read(content: object, *, packed: bool = False) -> Answer:
        if not isinstance(content, str | bytes):
            content = json.dumps(content)
        data = content.encode() if isinstance(content, str) else content
        path = tmp_path / "uttrekk"
        path.write_bytes(gzip.compress(data) if packed else data)
        return Answer(list(RegistryFileReader().read(path)))

    return _read


@pytest.fixture
def legacy() -> Callable[..., dict[str, Any]]:
    """An invented service in the legacy shape, with fields replaced."""

    def _legacy(her_id: object = 8000001, **fields: object) -> dict[str, Any]:
        return {"HerId": her_id, "Type": "Service", "Name": "Legevakt", **fields}

    return _legacy


@pytest.fixture
def rest() -> Callable[..., dict[str, Any]]:
    """An invented service in the REST v1 shape, with fields replaced."""

    def _rest(her_id: object = 8000001, **fields: object) -> dict[str, Any]:
        return {"herId": her_id, "type": "Service", "name": "Legevakt", **fields}

    return _rest


@pytest.fixture
def reference_data() -> Path:
    """The folder of reference data beside the repository; without it the test is skipped."""
    folder = Path(__file__).parents[4] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("no reference data beside the repository")
    return folder
