"""The names that every form of the program shares, and its version as `pyproject.toml` says it."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
DIST = ROOT / "dist"
BUILD = ROOT / "build"

PROJECT = "timebok-desktop"
FOLDER = "timebok-desktop"
"""The folder of the built program below `dist/bundle`."""

IDENTIFIER = "no.timebok.desktop"
"""What macOS and Linux desktops know the program by. It never changes."""

PACKAGE_SUFFIX = ".timebok-package"
PACKAGE_TYPE = "application/x-timebok-package+zip"
SBOM = "timebok.cdx.json"


def version() -> str:
    """The version of the project."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return str(project["project"]["version"])


def bundle() -> Path:
    """Where the built program lies."""
    return DIST / "bundle" / FOLDER
