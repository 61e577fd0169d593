"""A new workspace, in which nothing has been imported: every page of it, at both sizes of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from accessibility.focus_walks import unseen_focus, wrong_ways
from accessibility.scenes import opened, pages
from accessibility.walks import cut, nameless, small_targets, untold_reasons
from timebok_desktop.cli import main
from timebok_desktop.ui.page_list import PAGES

STANDING: tuple[Callable[[Any], Iterable[str]], ...] = (
    nameless,
    untold_reasons,
    cut,
    small_targets,
)
MOVING: tuple[Callable[[Any], Iterable[str]], ...] = (wrong_ways, unseen_focus)
KEYS = [record.key for record in PAGES]


@pytest.mark.parametrize(("language", "text"), [("nn", 1.0), ("nb", 2.0)])
def test_that_nothing_is_found_before_there_is_anything(
    tmp_path: Path, qapp: object, language: str, text: float
) -> None:
    assert main(["init", "--plain", "--workspace", str(tmp_path / "new")]) == 0
    findings: list[str] = []
    with opened(tmp_path / "new", language, "light", text) as window:
        for state in pages(window):
            walks = (*STANDING, *MOVING) if state in KEYS else STANDING
            findings += [
                f"{walk.__name__} ({state}): {one}" for walk in walks for one in walk(window)
            ]
    assert not findings, "\n".join(dict.fromkeys(findings))
