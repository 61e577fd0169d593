"""The pictures of all pages, in both languages: taken anew, none empty, the kept ones still true.

`./dev screenshots tests/screenshots/pictures` takes the kept ones again; look at them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QImage
from PySide6.QtWidgets import QApplication

from timebok_desktop.cli import main
from timebok_desktop.ui.page_list import PAGES

KEPT = Path(__file__).parent / "pictures"
NAMES = [f"{record.key}-{language}.png" for record in PAGES for language in ("nb", "nn")]
# Days and ages on the pages move on from day to day: they are worth less than this. What moves a
# card, a colour or a column is worth more (different pages are at least twice as far apart).
FAR = 2.1


@pytest.fixture(scope="module")
def pictures(tmp_path_factory, qapp):
    folder = tmp_path_factory.mktemp("pictures")
    assert main(["screenshots", "--out", str(folder)]) == 0
    return folder


def coarse(path: Path) -> list[int]:
    """The picture in 144 x 90 shades of grey."""
    picture = QImage(str(path))
    assert (picture.width(), picture.height()) == (1440, 900), path
    small = picture.scaled(
        144,
        90,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_Grayscale8)
    return [small.pixelColor(x, y).value() for y in range(90) for x in range(144)]


def apart(first: list[int], second: list[int]) -> float:
    """The mean difference of two pictures, 0 to 255."""
    return sum(abs(a - b) for a, b in zip(first, second, strict=True)) / len(first)


@pytest.mark.parametrize("name", NAMES)
def test_that_no_page_is_empty(name, pictures):
    picture = QImage(str(pictures / name))
    assert (picture.width(), picture.height()) == (1440, 900)
    shades = {picture.pixel(x, y) for x in range(0, 1440, 7) for y in range(0, 900, 7)}
    assert len(shades) > 20


@pytest.mark.parametrize("record", PAGES, ids=lambda record: record.key)
def test_that_a_page_changes_with_the_language(record, pictures):
    nb, nn = (QImage(str(pictures / f"{record.key}-{one}.png")) for one in ("nb", "nn"))
    assert nb != nn


@pytest.mark.parametrize("name", NAMES)
def test_that_the_kept_pictures_show_the_pages_as_they_are(name, pictures):
    if not QFontInfo(QApplication.font()).family().startswith("DejaVu"):
        pytest.skip("the kept pictures were taken with the font of a fresh Debian")
    distance = apart(coarse(KEPT / name), coarse(pictures / name))
    assert distance < FAR, "look at the page, then: ./dev screenshots tests/screenshots/pictures"


def test_that_the_comparison_tells_pages_apart():
    pages = {record.key: coarse(KEPT / f"{record.key}-nb.png") for record in PAGES}
    nearest = min(apart(pages[a], pages[b]) for a in pages for b in pages if a < b)
    assert nearest > 2 * FAR


def test_that_nothing_else_is_kept():
    assert sorted(path.name for path in KEPT.iterdir()) == sorted(NAMES)
