"""Nothing that strangers send ends the reading of a good file, whatever it does to its own.

What the system enforces on the process that reads, at most 2 seconds and 256 MiB for files of
this size, is what these tests rest on; they measure nothing themselves.
"""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hostile.order_files import HEADERS, HOSTILE
from timebok_desktop.domain.errors import UnreadableError
from timebok_desktop.domain.problems import Problem
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.files.orders import OrderFileReader

TODAY = date(2026, 3, 16)
TABLES = ReferenceTables()
FAMILIES = {
    "json": (".json", ""),
    "csv": (".csv",),
    "eml": (".eml",),
    "xml": (".xlsx", ".eml", ".csv", ".json"),
    "zip": (".xlsx", ".zip"),
    "xlsx": (".xlsx",),
}
ENDED = {"reading-stopped", "too-slow", "too-much-memory"}
"""What is said of a file that ended its process."""


@pytest.fixture
def samples(tmp_path: Path, workbook, mail) -> list[Path]:
    """A valid order in every format."""
    order = {"kind": "activate", "municipalityNumber": "0301", "herId": "12", "category": "Lab"}
    cells = ["12", "Bestilling", "0301", "Lab"]
    labels = HEADERS.split(";")
    lines = "\n".join(f"{label}: {cell}" for label, cell in zip(labels, cells, strict=True))
    contents = {
        "god.json": json.dumps(order).encode(),
        "god.csv": f"{HEADERS}\n{';'.join(cells)}\n".encode(),
        "god.xlsx": workbook(Ark=[labels, cells]),
        "god.eml": mail(lines),
        "god-html.eml": mail(html=f"<pre>{lines}</pre>".replace("\n", "<br>")),
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return [tmp_path / name for name in contents]


def answer_to(reader: OrderFileReader, name: str, path: Path) -> str:
    """Why a file is refused, or "order" where it has one that was taken."""
    try:
        items = list(reader.prepare(name, path, TABLES, TODAY))
    except UnreadableError as error:
        return error.code if error.text("nb") and error.text("nn") else "silent"
    assert all(item.phrase.text("nb") for item in items if isinstance(item, Problem))
    if any(isinstance(item, list) for item in items):
        return "order"
    return next(item.code for item in items if isinstance(item, Problem) and item.refuses)


def require_all_good(reader: OrderFileReader, samples: list[Path]) -> None:
    assert {answer_to(reader, path.name, path) for path in samples} == {"order"}


def cases(corpora: Path, family: str, folder: Path) -> Iterator[Path]:
    """The files of a family, unpacked one by one under a plain name."""
    with tarfile.open(corpora / f"{family}.tar.xz") as archive:
        manifest = archive.extractfile("manifest.tsv")
        assert manifest is not None
        listed = [line.split("\t")[0] for line in manifest.read().decode().splitlines()[1:]]
        for case in listed:
            content = archive.extractfile(case)
            assert content is not None
            path = folder / "case"
            path.write_bytes(content.read())
            yield path


@pytest.mark.parametrize("family", FAMILIES)
def test_that_every_file_of_the_corpora_is_refused_and_every_valid_one_taken(
    family: str, corpora: Path, tmp_path: Path, samples: list[Path]
) -> None:
    with OrderFileReader().session() as reader:
        for number, path in enumerate(cases(corpora, family, tmp_path)):
            for extension in FAMILIES[family]:
                answer = answer_to(reader, f"case{extension}", path)
                assert answer not in {"order", "reading-failed", *ENDED}, number
            if number % 20 == 0:
                require_all_good(reader, samples)
        require_all_good(reader, samples)


@pytest.mark.parametrize("name", HOSTILE)
def test_that_a_file_made_to_hurt_is_refused_and_the_next_ones_are_taken(
    name: str, tmp_path: Path, samples: list[Path]
) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name]())
    with OrderFileReader().session() as reader:
        assert answer_to(reader, name, path) not in {"order", "reading-failed", "reading-stopped"}
        require_all_good(reader, samples)
