"""The same sources give the same wheel and source archive, whoever builds them, where and when."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from handing_out.project import PACKAGING, ROOT

DATE = 1_767_225_600


@pytest.fixture(scope="module")
def tracked() -> list[str]:
    listing = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        check=False,
    )
    if listing.returncode:
        pytest.skip("sources without git have no list of their own")
    names = [name for name in listing.stdout.decode("utf-8").split("\0") if name]
    return [name for name in names if (ROOT / name).is_file() and not name.startswith("tests/")]


def built(
    folder: Path, names: list[str], *, umask: int, moment: int, before: tuple[str, ...] = ()
) -> dict[str, str]:
    """What comes out of a copy of the sources: names and SHA-256."""
    sources = folder / "sources"
    for name in names:
        place = sources / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, place)
        os.utime(place, (moment, moment))
    script = (
        "import sys; from pathlib import Path; from handing_out import wheels; "
        "wheels.build(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    out = folder / "out"
    done = subprocess.run(
        [*before, sys.executable, "-c", script, str(out), str(sources)],
        env={**os.environ, "PYTHONPATH": str(PACKAGING), "SOURCE_DATE_EPOCH": str(DATE)},
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.iterdir()}


@pytest.mark.skipif(os.name == "nt", reason="permissions are another thing on Windows")
def test_that_two_builds_give_the_same_bytes(tmp_path: Path, tracked: list[str]) -> None:
    later = ("faketime", "-f", "@2031-05-17 03:04:05") if shutil.which("faketime") else ()
    first = built(tmp_path / "one", tracked, umask=0o022, moment=1_700_000_000)
    second = built(
        tmp_path / "another place", tracked, umask=0o077, moment=1_800_000_000, before=later
    )
    assert sorted(Path(name).suffix for name in first) == [".gz", ".whl"]
    assert first == second
