"""What scripts rely on: types in the JSON, places of files, one line for each decision."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


def test_that_a_new_workspace_has_all_its_places(timebok):
    made = timebok("init", "--plain").document
    assert made == {"workspace": str(timebok.workspace), "encrypted": False}
    assert {"store.sqlite3", "originals", "exports", "backups", "settings.toml", "keys"} <= {
        path.name for path in timebok.workspace.iterdir()
    }


def test_that_settings_that_a_person_wrote_are_left_as_they_are(timebok):
    timebok("init")
    settings = timebok.workspace / "settings.toml"
    settings.write_text('# vår\nlanguage = "nn"\n', "utf-8")
    assert "finst ikkje" in timebok("orders", "show", "x", expect=1).err
    assert settings.read_text("utf-8") == '# vår\nlanguage = "nn"\n'


def test_that_a_search_tells_a_party_as_the_registry_page_does(desk):
    found = desk("registry", "search", "Oslo").document["parties"]
    assert found
    for party in found:
        assert party["active"] is True or party["active"] is False
        assert party == desk("registry", "show", party["her_id"]).document


def test_that_a_missing_path_does_not_keep_the_others_out(desk, order_file, tmp_path):
    report = desk("orders", "import", tmp_path / "borte.csv", order_file(), expect=1).document
    assert [file["outcome"] for file in report["files"]] == ["refused", "imported"]
    assert report["files"][0]["problems"][0]["code"] == "not-found"
    assert (report["accepted"], report["refused"]) == (1, 1)


def test_that_paths_in_answers_are_absolute(desk, order_file, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    base = tmp_path / "base.csv"
    base.write_text(
        "municipality_number,her_id,category,form,vendor,system,valid_from\n"
        "0301,9001001,Lab,,V,S,2026-01-01\n",
        "utf-8",
    )
    named = [
        desk("orders", "import", order_file().name).document["files"][0]["path"],
        desk("configurations", "import", "base.csv").document["files"][0]["path"],
        desk("store", "backup", "kopi.sqlite3").document["file"],
        desk("package", "trust", "tillit.json").document["trust"],
        desk("tables", "export", "forms", "skjema.csv").document["file"],
        desk("orders", "save", "liste.xlsx").document["path"],
    ]
    assert all(Path(path).is_absolute() and Path(path).is_file() for path in named), named


def test_that_a_very_long_her_id_is_taken_shown_and_stopped(desk, order_file):
    imported = desk("orders", "import", order_file(herId="9" * 5000)).document
    reference = imported["files"][0]["orders"][0]
    verified = desk("verify", reference, expect=1).document["orders"][0]
    assert "HER-SYNTAX" in [found["rule"] for found in verified["findings"]]
    assert desk("orders", "show", reference).document["her_id"] == "9" * 5000
    assert desk("orders", "list").document["orders"][0]["her_id"] == "9" * 5000


def test_that_an_empty_contact_is_no_unknown_field(desk, order_file):
    file = desk("orders", "import", order_file(contact=None)).document["files"][0]
    assert file["problems"] == []


def stream(desk, *lines: bytes, **environment: str) -> tuple[int, list[dict]]:
    done = subprocess.run(
        [sys.executable, "-m", "timebok_desktop", "decide", "--stream", "--by", "anna"],
        input=b"\n".join(lines) + b"\n",
        capture_output=True,
        check=False,
        env={**os.environ, "TIMEBOK_WORKSPACE": str(desk.workspace), **environment},
    )
    assert b"Traceback" not in done.stderr
    return done.returncode, [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_that_each_line_of_a_stream_is_answered_in_utf8_whatever_the_locale(desk, order):
    one, other = order(), order()
    code, answers = stream(
        desk,
        b"\xef\xbb\xbf" + json.dumps({"reference": one, "action": "hold"}).encode(),
        b"\xff\xfe{",
        json.dumps({"reference": "æøå", "action": "claim"}, ensure_ascii=False).encode(),
        json.dumps({"reference": other, "action": "hopp"}).encode(),
        json.dumps({"reference": other, "action": "claim", "reason": 5}).encode(),
        json.dumps(
            {"reference": other, "action": "claim", "reason": None, "override": None, "by": None}
        ).encode(),
        LC_ALL="C",
        PYTHONUTF8="0",
    )
    assert code == 1
    assert [answer["ok"] for answer in answers] == [True, False, False, False, False, True]
    assert [answer["reference"] for answer in answers] == [one, None, "æøå", other, other, other]
    assert "«" not in answers[0]["message"]
    assert "æøå" in answers[2]["message"]
    assert answers[5]["status"] == "in_review"


@pytest.fixture
def order_file(tmp_path):
    def write(**fields: object) -> Path:
        path = tmp_path / "bestilling.json"
        document = {
            "kind": "activate",
            "municipalityNumber": "0301",
            "herId": 9001001,
            "category": "Lab",
            **fields,
        }
        path.write_text(json.dumps(document), "utf-8")
        return path

    return write


def test_that_formulas_in_a_table_leave_as_text_and_come_back_unchanged(desk, tmp_path):
    columns = "vendor,system,integrated,receives_answers,integrated_via_practitioner"
    first = tmp_path / "inn.csv"
    first.write_text(f"{columns}\n=1+1,@SUM(A1),yes,no,unknown\n", "utf-8")
    desk("tables", "import", "vendors", first)
    before = desk("tables", "export", "vendors").document["rows"]
    out = tmp_path / "ut.csv"
    desk("tables", "export", "vendors", out)
    assert out.read_text("utf-8").splitlines()[1].startswith("'=1+1,'@SUM")
    desk("tables", "import", "vendors", out)
    assert desk("tables", "export", "vendors").document["rows"] == before
    assert before[0][:2] == ["=1+1", "@SUM(A1)"]


def test_that_tables_are_read_with_bom_line_ends_and_columns_of_any_order(desk, tmp_path):
    written = tmp_path / "målform.csv"
    written.write_bytes("\ufefflanguage,municipality_number\r\nnn,301\r\n".encode())
    assert desk("tables", "import", "languages", written).document["rows"] == 1
    assert desk("tables", "export", "languages").document["rows"] == [["0301", "nn"]]


@pytest.mark.parametrize(
    "name",
    [
        "categories",
        "forms",
        "vendors",
        "service_types",
        "municipalities",
        "municipality_history",
        "languages",
        "letter_texts",
        "checklists",
    ],
)
def test_that_every_table_comes_back_as_it_left(name, timebok, tmp_path):
    first, second = tmp_path / "1.csv", tmp_path / "2.csv"
    timebok("tables", "export", name, first)
    timebok("tables", "import", name, first)
    timebok("tables", "export", name, second)
    assert first.read_bytes() == second.read_bytes()
    reference = Path(__file__).parents[2] / "resources" / "tables" / f"{name}.csv"
    rows = timebok("tables", "export", name).document
    written = reference.read_text("utf-8").splitlines()
    assert ",".join(rows["columns"]) == written[0]
    assert len(rows["rows"]) == len(written) - 1


def test_that_an_answer_that_contradicts_an_earlier_one_is_not_counted(desk, order, tmp_path):
    reference = order()
    desk("decide", reference, "approve")
    desk("decide", reference, "approve", by="berit")
    package = desk("export", "--out", tmp_path / "ut").document["package"]
    uuid = Path(package).name.split("-", 3)[3]
    receipt = tmp_path / "kvittering.csv"
    rows = f"{uuid},{reference},{{}},\n"
    receipt.write_text("package,reference,status,message\n" + rows.format("ok"), "utf-8")
    assert desk("receipts", "import", receipt).document["accepted"] == 1
    receipt.write_text("package,reference,status,message\n" + rows.format("failed"), "utf-8")
    second = desk("receipts", "import", receipt, expect=1).document
    assert (second["accepted"], second["failed"], second["unknown"]) == (0, 0, 0)
    assert second["problems"][0]["code"] == "already-answered"
    assert desk("orders", "show", reference).document["status"] == "acknowledged"


def test_that_a_category_is_found_in_any_case(desk, order):
    reference = order(category="LAB")
    for written in ("Lab", "lab", " LAB "):
        found = desk("orders", "list", "--category", written).document["orders"]
        assert [one["reference"] for one in found] == [reference]


def test_that_what_is_no_backup_is_not_said_to_be_a_damaged_store(desk, order, tmp_path):
    order()
    other = tmp_path / "notat.txt"
    other.write_text("ikke en database " * 100, "utf-8")
    before = desk.state()
    refused = desk("store", "restore", other, expect=3)
    assert str(other) in refused.err
    assert "Lageret er skadet" not in refused.err
    assert desk.state() == before


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux only")
def test_that_a_file_name_that_is_no_text_keeps_nothing_out(desk, order_file, tmp_path):
    folder = tmp_path / "inn"
    folder.mkdir()
    content = order_file().read_bytes()
    (folder / os.fsdecode(b"best\xf8.json")).write_bytes(content)
    (folder / "etter.json").write_bytes(content.replace(b"Lab", b"Vaksine"))
    done = desk.process("orders", "import", folder, "--json")
    assert done.code == 0, done.err
    assert json.loads(done.out)["accepted"] == 2


@pytest.mark.parametrize("extension", ["json", "csv", "xlsx"])
def test_that_a_saved_list_has_what_the_list_shows(desk, order_file, tmp_path, extension):
    desk("orders", "import", order_file())
    path = tmp_path / f"liste.{extension}"
    for filters in ((), ("--category", "Lab"), ("--category", "Vaksine")):
        shown = desk("orders", "list", *filters).document["total"]
        answer = desk("orders", "save", path, *filters).document
        assert answer == {"path": str(path), "orders": shown}
    assert desk("orders", "save", tmp_path / "liste.doc", expect=1).err
