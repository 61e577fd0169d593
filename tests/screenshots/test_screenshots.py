"""Every page can be photographed in both languages, and no picture is empty."""

from __future__ import annotations

from PySide6.QtGui import QImage

from timebok_desktop.cli import main
from timebok_desktop.ui.page_list import PAGES


def test_that_every_page_is_photographed_in_both_languages(tmp_path, capsys, qapp):
    assert main(["screenshots", "--out", str(tmp_path / "pictures"), "--json"]) == 0
    for record in PAGES:
        pictures = []
        for language in ("nb", "nn"):
            picture = QImage(str(tmp_path / "pictures" / f"{record.key}-{language}.png"))
            assert (picture.width(), picture.height()) == (1440, 900)
            sample = {picture.pixel(x, y) for x in range(0, 1440, 7) for y in range(0, 900, 7)}
            assert len(sample) > 20, f"{record.key} shows next to nothing"
            pictures.append(picture)
        assert pictures[0] != pictures[1], f"{record.key} does not change with the language"
