"""Where the things that are not code lie: reference tables, translations, icons, styles, sample."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def resource_folder() -> Path:
    """The packed `resources` of an installed wheel, else the top-level folder of the checkout."""
    packed = _HERE / "resources"
    return packed if packed.is_dir() else _HERE.parents[1] / "resources"
