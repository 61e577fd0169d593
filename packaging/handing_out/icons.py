"""Draws the program's icons in every size that a desktop asks for, from our own drawings.

Windows and macOS want all sizes in one file; both kinds of file are a list of PNG pictures.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

from handing_out.project import ROOT

DRAWINGS = ROOT / "resources" / "icons" / "app"
PROGRAM = "timebok"
PACKAGE = "timebok-package"

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_SMALL = 32
"""Up to here a drawing with fewer lines is used."""

_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
_ICNS_KINDS = {
    16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09",
}  # fmt: skip


def draw(folder: Path) -> None:
    """`<name>-<size>.png` in every size, and `<name>.ico` and `<name>.icns`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in (PROGRAM, PACKAGE):
        pictures = {size: picture(name, size) for size in SIZES}
        for size, octets in pictures.items():
            (folder / f"{name}-{size}.png").write_bytes(octets)
        (folder / f"{name}.ico").write_bytes(ico(pictures))
        (folder / f"{name}.icns").write_bytes(icns(pictures))


def drawing(name: str, size: int) -> Path:
    """The drawing that serves a size."""
    small = DRAWINGS / f"{name}-small.svg"
    return small if size <= _SMALL and small.is_file() else DRAWINGS / f"{name}.svg"


def picture(name: str, size: int) -> bytes:
    """A drawing as PNG."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, Qt  # noqa: PLC0415 - only where something is drawn
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing(name, size))).render(painter)
    painter.end()
    written = QBuffer()
    written.open(QBuffer.OpenModeFlag.WriteOnly)
    if not image.save(written, "PNG"):  # type: ignore[call-overload]  # the stubs want octets
        raise OSError(f"{name} could not be written in size {size}")
    return bytes(written.data().data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """The pictures as Windows wants them."""
    sizes = [size for size in _ICO_SIZES if size in pictures]
    head = struct.pack("<HHH", 0, 1, len(sizes))
    at = len(head) + 16 * len(sizes)
    entries = b""
    for size in sizes:
        length = len(pictures[size])
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, length, at)
        at += length
    return head + entries + b"".join(pictures[size] for size in sizes)


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """The pictures as macOS wants them."""
    blocks = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for size, kind in _ICNS_KINDS.items()
        if size in pictures
    )
    return b"icns" + struct.pack(">I", 8 + len(blocks)) + blocks


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
