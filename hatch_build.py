"""Build hook: compiles the translations and packs the resources into the wheel.

An editable install gets the compiled translations beside their sources and reads every other
resource where it lies in the repository. The hook translates nothing and fetches nothing.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface[Any]):
    """Runs before hatchling collects the files of a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and for a real wheel name the folder that goes into the package."""
        resources = Path(self.root, "resources")
        compile_translations(resources / "translations")
        if version != "editable":
            build_data["force_include"][str(resources)] = "timebok_desktop/resources"


def compile_translations(folder: Path) -> None:
    """Write a .qm beside every .ts; a text without a translation falls back to its source.

    A running window has the .qm mapped into its memory: it is replaced, never written over.
    """
    sources = sorted(folder.glob("*.ts"))
    for stale in folder.glob("*.qm"):
        if not stale.with_suffix(".ts").exists():
            stale.unlink()
    for source in sources:
        beside = source.with_suffix(f".{os.getpid()}.part")
        # Qt's own tool from the build environment, with paths of this repository only
        subprocess.run(  # noqa: S603
            [_lrelease(), "-silent", str(source), "-qm", str(beside)], check=True
        )
        beside.replace(source.with_suffix(".qm"))


def _lrelease() -> str:
    """The path of Qt's compiler of translations, which lies inside the PySide6 package."""
    spec = importlib.util.find_spec("PySide6")
    folders = spec.submodule_search_locations if spec else None
    for folder in folders or ():
        found = shutil.which("lrelease", path=folder)
        if found:
            return found
    raise FileNotFoundError("lrelease is not in the PySide6 package of the build environment")
