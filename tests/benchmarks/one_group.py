"""Runs as a process of its own: measures one group and writes what it found.

`python -m benchmarks.one_group MODULE FUNCTION PLAN.json OUT.json`. Only this group's modules are
imported, so that its memory is its own.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from benchmarks.memory import private_megabytes
from benchmarks.plan import read_plan


def main(words: list[str]) -> None:
    """Measure and write."""
    module, function, plan, out = words
    measure = getattr(importlib.import_module(module), function)
    found = measure(read_plan(Path(plan)))
    content = {
        "measured": [asdict(one) for one in found],
        "private_mb": private_megabytes(),
    }
    Path(out).write_text(json.dumps(content), "utf-8")
    sys.stdout.flush()
    os._exit(0)  # nothing of Qt is taken down twice


if __name__ == "__main__":
    main(sys.argv[1:])
