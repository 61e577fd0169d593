"""The answer key of a training workspace: its presence is what makes a workspace one."""

from __future__ import annotations

import json
from pathlib import Path

from timebok_desktop.files.disk import write_beside

_KEY = "training.json"


def next_round(folder: Path) -> Path:
    """The workspace of a new round: earlier ones stay as they are, whole or not."""
    number = _last(folder) + 1
    while (folder / str(number)).exists():
        number += 1
    return folder / str(number)


def last_round(folder: Path) -> Path | None:
    """The workspace of the round that was begun last, None before the first."""
    last = _last(folder)
    return folder / str(last) if last else None


def keep_key(workspace: Path, answers: Path) -> None:
    """Make a workspace one for training."""
    write_beside(workspace / _KEY, answers.read_bytes())


def training_key(workspace: Path) -> dict[str, frozenset[str]] | None:
    """The rules that must fire, by the reference of each order; None where this is no training.

    A key that cannot be read still marks a training, in which nothing can be compared.
    """
    path = workspace / _KEY
    if not path.exists():
        return None
    try:
        orders = json.loads(path.read_text("utf-8"))["orders"]
        return {str(one["external_reference"]): frozenset(one["rules"]) for one in orders}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _last(folder: Path) -> int:
    rounds = folder.iterdir() if folder.is_dir() else ()
    begun = (one.name for one in rounds if (one / _KEY).exists())
    return max((int(name) for name in begun if name.isascii() and name.isdigit()), default=0)
