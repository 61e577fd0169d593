"""The report of every licence of what is shipped, with the texts, and what the LGPL asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from handing_out.inventory import Component

FOLDER = "licences"
REPORT = "THIRD-PARTY.md"

_HEAD = """# What Timebok is made of

Timebok itself is MIT (LICENSE in the folder `{folder}/timebok-desktop`). It is shipped together
with the components below, each under its own licence; the texts stand in `{folder}/`. Every file
with its SHA-256 is in `timebok.cdx.json` (CycloneDX).

## Qt and its Python bindings: GNU LGPL version 3

Timebok uses Qt {qt} and PySide6/Shiboken6 {bindings} under the GNU Lesser General Public License,
version 3; the text is in `{folder}/Qt/LGPL-3.0-only.txt`, with the GNU General Public License that
it refers to. Copyright The Qt Company Ltd. and other contributors. They are shipped unmodified, as
dynamic libraries in files of their own, and nothing stops you from replacing them:

1. Close Timebok.
2. Replace the file of the same name in `_internal/PySide6/Qt/lib` (Windows: `_internal\\PySide6`;
   macOS: `Timebok.app/Contents/Frameworks/PySide6/Qt/lib`) with one that you have built or
   modified, of a Qt that is compatible with {series}. The bindings (`QtCore.abi3.so` and its like,
   `libpyside6`, `libshiboken6`) are replaced the same way.
3. Start Timebok. It loads what lies there: no checksum, signature or lock of ours stands between.
   On macOS, sign the bundle anew with your own identity (`codesign --force --deep -s - ...`).

You may modify Timebok for your own use and reverse engineer it to debug such modifications. The
sources of Qt {qt} and of PySide6 {bindings} are published by The Qt Company at
<https://download.qt.io/official_releases/>; they were not changed here. Third parties that are
part of Qt are listed at <https://doc.qt.io/qt-6/licenses-used-in-qt.html>.

## PyInstaller's loader

The two programs start with the loader of PyInstaller, GPL-2.0-or-later with an exception that
lets it be shipped with programs of any licence; see `{folder}/pyinstaller/COPYING.txt`.

## All components

| Component | Version | Licence | Built into |
|---|---|---|---|
"""


def write(components: Sequence[Component], folder: Path) -> None:
    """The report and the texts, below `folder`."""
    texts = folder / FOLDER
    texts.mkdir(parents=True)
    for one in components:
        for name, words in one.texts.items():
            place = texts / folder_of(one)
            place.mkdir(exist_ok=True)
            (place / name).write_text(words, "utf-8")
    (folder / REPORT).write_text(report(components), "utf-8")


def folder_of(one: Component) -> str:
    """The folder with the texts of a component."""
    name = f"{one.inside}-{one.name}" if one.inside else one.name
    return re.sub(r"[^\w.+-]", "_", name)


def report(components: Sequence[Component]) -> str:
    """The report, as Markdown."""
    versions = {one.name: one.version for one in components if not one.inside}
    qt = versions.get("Qt", "")
    head = _HEAD.format(
        folder=FOLDER,
        qt=qt,
        series=".".join(qt.split(".")[:2]),
        bindings=versions.get("PySide6_Essentials", ""),
    )
    rows = [
        f"| {one.name} | {one.version} | {one.licence} | {one.inside} |"
        for one in sorted(components, key=lambda one: (bool(one.inside), one.name.lower()))
    ]
    return head + "\n".join(dict.fromkeys(rows)) + "\n"
