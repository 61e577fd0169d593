"""One hostile file among good ones: it is refused by name and reason, and the day goes on."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import xlsxwriter

from hostile.order_files import HOSTILE

ORDER = {"kind": "activate", "municipalityNumber": "0301", "herId": "9001001", "category": "Lab"}


def test_that_the_files_beside_a_hostile_one_come_in(timebok: Any, tmp_path: Path) -> None:
    folder = tmp_path / "inn"
    folder.mkdir()
    for number in range(3):
        order = {**ORDER, "externalReference": f"EKS-{number}"}
        (folder / f"{'akz'[number]}.json").write_text(json.dumps(order), "utf-8")
    hostile = ("bombe.xlsx", "brettet-hode.eml", "nan.json", "to-ganger.json")
    for name in hostile:
        (folder / name).write_bytes(HOSTILE[name]())
    report = timebok("orders", "import", folder, expect=1).document
    outcomes = {Path(file["path"]).name: file for file in report["files"]}
    assert (report["accepted"], report["refused"]) == (3, 4)
    assert [outcomes[f"{name}.json"]["outcome"] for name in "akz"] == ["imported"] * 3
    assert {name: outcomes[name]["problems"][0]["code"] for name in hostile} == {
        "bombe.xlsx": "too-large",
        "brettet-hode.eml": "too-slow",
        "nan.json": "not-json",
        "to-ganger.json": "duplicate-key",
    }
    assert outcomes["to-ganger.json"]["problems"][0]["at"].endswith("/herId")
    assert timebok("audit", "verify").document["intact"]


def test_that_the_limits_are_those_of_the_settings(timebok: Any, tmp_path: Path) -> None:
    path = tmp_path / "bestillinger.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["HER-id", "Gjelder", "Kommunenummer", "Timebok-kategori"])
    for row in range(1, 4):
        sheet.write_row(row, 0, ["9001001", "Bestilling", "0301", "Lab"])
    book.close()
    timebok("settings", "set", "order_sheet_rows=3")
    (file,) = timebok("orders", "import", path, expect=1).document["files"]
    assert [one["code"] for one in file["problems"]] == ["too-large"]
    assert "3 rader" in file["problems"][0]["message"]
    timebok("settings", "set", "order_sheet_rows=4")
    assert timebok("orders", "import", path).document["accepted"] == 3
    assert timebok("settings", "set", "order_reading_seconds=0", expect=None).code != 0


def test_that_no_name_or_text_steers_the_terminal(timebok: Any, tmp_path: Path) -> None:
    name = "a\x1b[31m\u202e\rb.json" if os.name != "nt" else "a\u202eb.json"
    path = tmp_path / name
    path.write_text(json.dumps({**ORDER, "category": "Lab\u202e\u200b", "herId": "x"}), "utf-8")
    told = timebok.process("orders", "import", path, tmp_path / f"borte{name}")
    assert told.code == 1
    (reference,) = (one["reference"] for one in timebok("orders", "list").document["orders"])
    told_more = timebok.process("orders", "show", reference)
    gone = timebok.process("orders", "show", f"RTB{name}")
    for text in (told.out, told.err, told_more.out, gone.err):
        assert not any(sign in text for sign in "\x1b\u202e\u200b\r")
    assert "⟨U+202E⟩" in told.out
    assert "⟨U+202E⟩⟨U+200B⟩" in told_more.out
    assert "⟨U+202E⟩" in gone.err
