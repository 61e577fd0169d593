"""Builds the wheel and the source archive so that the same sources give the same bytes.

Hatchling orders, dates and packs reproducibly once it is told a date; the translations are
compiled to the same bytes by the same Qt. What a source archive holds is what git knows.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from handing_out.project import DIST, ROOT
from handing_out.when import source_date


def build(out: Path = DIST, sources: Path = ROOT) -> list[Path]:
    """The wheel and the source archive of `sources`, in `out`."""
    out.mkdir(parents=True, exist_ok=True)
    before = set(out.iterdir())
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(source_date()), "PYTHONHASHSEED": "0"}
    for kind in ("sdist", "wheel"):
        subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(out)],
            cwd=sources,
            env=environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    made = [path for path in out.iterdir() if path.suffix in (".whl", ".gz")]
    return sorted(path for path in made if path not in before or path.stat().st_size)


if __name__ == "__main__":
    sys.stdout.write("".join(f"{path}\n" for path in build()))
