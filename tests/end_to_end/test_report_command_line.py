"""`timebok report`: the figures as one document, the PDF where there was none."""

from __future__ import annotations

import json

import pypdf
import pytest

from timebok_desktop.cli import main


def run(capsys, *words):
    code = main(list(words))
    out = capsys.readouterr().out
    return code, json.loads(out) if out else None


def test_that_a_report_is_written_once(tmp_path, capsys):
    where = ("--workspace", str(tmp_path / "w"), "--json")
    assert main(["init", "--plain", *where]) == 0
    capsys.readouterr()
    code, document = run(capsys, "report", *where)
    assert (code, document["received"], document["path"]) == (0, 0, None)
    out = tmp_path / "dag.pdf"
    words = ("report", "--day", "2026-03-16", "--out", str(out), *where)
    code, document = run(capsys, *words)
    assert (code, document["day"], document["path"]) == (0, "2026-03-16", str(out))
    (sheet,) = pypdf.PdfReader(out).pages
    assert "Dagsrapport 16.03.2026" in sheet.extract_text()
    assert run(capsys, *words)[0] == 1


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_that_a_day_at_an_end_of_the_calendar_has_a_report_of_nothing(tmp_path, capsys, day):
    where = ("--workspace", str(tmp_path / "w"), "--json")
    assert main(["init", "--plain", *where]) == 0
    capsys.readouterr()
    code, document = run(capsys, "report", "--day", day, "--out", str(tmp_path / "dag.pdf"), *where)
    assert (code, document["day"], document["received"]) == (0, day, 0)


def test_that_a_wrong_day_or_name_is_wrong_usage(tmp_path, capsys):
    where = ("--workspace", str(tmp_path / "w"))
    assert main(["init", "--plain", *where]) == 0
    assert main(["report", "--day", "i går", *where]) == 2
    assert main(["report", "--out", str(tmp_path / "dag.txt"), *where]) == 2
    assert not (tmp_path / "dag.txt").exists()
