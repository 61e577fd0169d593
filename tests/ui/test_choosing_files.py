"""Where a file is saved: the question whether to replace one, and what is done, are the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from timebok_desktop.ui.file_choice import FileQuestion, choose_with_dialog

ONE_OF_THREE = "Excel (*.xlsx);;CSV (*.csv);;JSON (*.json)"
Answer = tuple[str, str]


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[Path | None, list[str]]]:
    """Chooses with a dialog that gives these answers; what was chosen, and the names asked with."""

    def asked_with(patterns: str, *answers: Answer) -> tuple[Path | None, list[str]]:
        names: list[str] = []
        left = iter(answers)

        def answer(_parent: object, _title: str, name: str, _patterns: str) -> Answer:
            names.append(name)
            return next(left)

        monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
        question = FileQuestion("Lagre", "save", patterns, "forslag")
        nowhere: QWidget = None  # type: ignore[assignment]  # the dialog is not Qt's own
        return choose_with_dialog(nowhere, question), names

    return asked_with


@pytest.mark.parametrize(
    ("patterns", "written", "pattern", "saved"),
    [
        (ONE_OF_THREE, "ut.json", "Excel (*.xlsx)", "ut.json"),
        (ONE_OF_THREE, "ut", "CSV (*.csv)", "ut.csv"),
        (ONE_OF_THREE, "ut", "", "ut.xlsx"),
        (ONE_OF_THREE, "uke 47.2", "CSV (*.csv)", "uke 47.2.csv"),
        (ONE_OF_THREE, "ut.CSV", "Excel (*.xlsx)", "ut.CSV"),
        ("PDF (*.pdf)", "brev.docx", "PDF (*.pdf)", "brev.docx.pdf"),
        ("Timebok (*.timebok-view)", "labb", "", "labb.timebok-view"),
        ("", "hva som helst", "", "hva som helst"),
    ],
)
def test_that_a_file_ends_as_its_format_is_called(
    ask: Callable[..., tuple[Path | None, list[str]]],
    tmp_path: Path,
    patterns: str,
    written: str,
    pattern: str,
    saved: str,
) -> None:
    chosen, names = ask(patterns, (str(tmp_path / written), pattern))
    assert chosen == tmp_path / saved
    assert names == ["forslag"]


def test_that_a_file_is_never_replaced_unasked(
    ask: Callable[..., tuple[Path | None, list[str]]], tmp_path: Path
) -> None:
    """The dialog asks about the name that it was given; with its ending that is another file."""
    (tmp_path / "ut.csv").touch()
    written, whole = str(tmp_path / "ut"), str(tmp_path / "ut.csv")
    chosen, names = ask("CSV (*.csv)", (written, "CSV (*.csv)"), (whole, "CSV (*.csv)"))
    assert chosen == tmp_path / "ut.csv"
    assert names == ["forslag", whole]
    chosen, names = ask("CSV (*.csv)", (written, "CSV (*.csv)"), ("", ""))
    assert chosen is None
