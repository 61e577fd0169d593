"""Bad input: what, where and what to do; the contract's exit code; the store unchanged."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


def kept(timebok, content):
    path = timebok.workspace / "originals" / hashlib.sha256(content).hexdigest()
    return path.is_file() and path.read_bytes() == content


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("bilde.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "unknown-format"),
        ("tom.json", b"", "not-json"),
        ("halv.json", b'{"orders":[{"kind":"activate"', "not-json"),
        ("feil.json", '{"kind":"Bestilling æ"}'.encode("latin-1"), "wrong-encoding"),
        ("uten.csv", b"a;b\n1;2\n", "no-header"),
        ("skadet.xlsx", b"PK\x03\x04 ikke et regneark", "damaged-workbook"),
        ("prat.eml", b"Subject: hei\n\nHei, hvordan bestiller vi?\n", "no-order"),
    ],
)
def test_that_an_unreadable_file_is_refused_explained_and_kept(name, content, code, desk, tmp_path):
    path = tmp_path / name
    path.write_bytes(content)
    before = desk("orders", "list").document
    report = desk("orders", "import", path, expect=1).document
    (file,) = report["files"]
    assert (file["outcome"], report["refused"], report["accepted"]) == ("refused", 1, 0)
    assert file["problems"][0]["code"] == code
    assert file["problems"][0]["message"]
    assert kept(desk, content)
    assert desk("orders", "list").document == before
    assert desk("audit", "verify").document["intact"]


def test_that_a_broken_row_is_named_and_the_others_come_in(desk, tmp_path):
    path = tmp_path / "ark.csv"
    path.write_bytes(
        "Gjelder;Kommunenummer;HER-id;Timebok-kategori;Fritekst\n"
        "Bestilling;301;9001001;Lab;x\n"
        "Bestilling;3405;;Vaksine;y\n"
        "Oppsigelse;3405;9001002;Vaksine;z\n".encode("cp1252")
    )
    report = desk("orders", "import", path, expect=1).document
    (file,) = report["files"]
    assert (file["outcome"], report["accepted"], report["refused"]) == ("partly", 1, 2)
    refused = {one["at"]: one["code"] for one in file["problems"] if one["refuses"]}
    assert refused == {"row 3, HER-id": "missing-field", "row 4, Gjelder": "unknown-kind"}
    notes = {one["code"] for one in file["problems"] if not one["refuses"]}
    assert notes == {"unknown-column"}
    again = desk("orders", "import", path).document
    assert again["files"][0]["outcome"] == "duplicate"
    assert (again["accepted"], again["duplicates"]) == (0, 1)


def test_that_an_original_with_a_personal_number_is_marked(desk, order):
    invented = "13097248022"  # the synthetic series, which nobody has
    marked = desk("orders", "show", order(comment=f"Gjelder {invented}")).document
    assert marked["comment"] == "Gjelder ***********"
    assert marked["masked"] == {"comment": "/comment"}
    assert marked["source"]["has_personal_number"] is True
    plain = desk("orders", "show", order()).document
    assert plain["source"]["has_personal_number"] is False


@pytest.mark.parametrize("packed", [False, True])
def test_that_a_registry_file_cut_in_the_middle_changes_nothing_and_is_kept(
    packed, desk, registry_file, tmp_path
):
    whole = registry_file("whole.json").read_bytes()
    content = gzip.compress(whole) if packed else whole
    cut = tmp_path / "cut.json"
    cut.write_bytes(content[: len(content) // 2])
    before = desk.state(), desk("registry", "show", 9001001).document
    refused = desk("registry", "import", cut, expect=1)
    assert refused.err.strip()
    assert (desk.state(), desk("registry", "show", 9001001).document) == before
    assert kept(desk, cut.read_bytes())


def test_that_an_export_with_far_fewer_parties_is_asked_about_first(desk, tmp_path):
    few = tmp_path / "few.json"
    few.write_text(
        json.dumps(
            {
                "LastDateTimeOffset": "2026-01-01T00:00:00+00:00",
                "LastEventId": 8,
                "CommunicationParties": [{"HerId": 1, "Type": "Service", "Name": "X"}],
            }
        )
    )
    refused = desk("registry", "import", few, expect=1)
    assert "--accept-fewer" in refused.err
    taken = desk("registry", "import", few, "--accept-fewer").document
    assert taken["snapshot"]["parties"] == 1


@pytest.fixture
def package(desk, order, tmp_path):
    reference = order()
    desk("decide", reference, "approve")
    desk("decide", reference, "approve", by="bjorn")
    return Path(desk("export", "--out", tmp_path / "out").document["package"])


def test_that_one_changed_byte_anywhere_is_found(package, desk, tmp_path):
    files = sorted(path for path in package.rglob("*") if path.is_file())
    assert len(files) == 10
    for path in files:
        content = path.read_bytes()
        path.write_bytes(bytes([content[0] ^ 1]) + content[1:])
        verdict = desk("package", "verify", package, expect=1).document
        assert not verdict["valid"]
        assert verdict["problems"], path
        path.write_bytes(content)
    assert desk("package", "verify", package).document["valid"]


def test_that_a_zipped_package_verifies_and_a_sequence_must_go_up(package, desk, tmp_path):
    archive = tmp_path / "p.timebok-package"
    with zipfile.ZipFile(archive, "w") as target:
        for path in sorted(package.rglob("*")):
            target.write(path, path.relative_to(package.parent))
    assert desk("package", "verify", archive, "--after", 0).document["valid"]
    assert not desk("package", "verify", archive, "--after", 1, expect=1).document["valid"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("orders", "show", "RTB-2020-000001"),
        ("decide", "RTB-2020-000001", "approve"),
        ("verify", "RTB-2020-000001"),
        ("orders", "amend", "RTB-2020-000001", "herId=1", "--reason", "x"),
        ("registry", "show", "4711"),
        ("configurations", "show", "4711", "Lab"),
        ("registry", "import", "finnes-ikke.json"),
        ("receipts", "import", "finnes-ikke.json"),
        ("tables", "import", "vendors", "finnes-ikke.csv"),
        ("tables", "export", "finnes-ikke"),
        ("package", "verify", "finnes-ikke"),
        ("store", "restore", "finnes-ikke.sqlite3"),
        ("audit", "list", "--order", "RTB-2020-000001"),
    ],
)
def test_that_what_does_not_exist_is_said(arguments, desk):
    before = desk.state()
    refused = desk(*arguments, expect=1)
    named = next(one for one in arguments if "ikke" in one or one[-1].isdigit())
    assert named in refused.err
    assert refused.document["error"]["code"] == 1
    assert desk.state() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsens",),
        ("orders",),
        ("decide",),
        ("decide", "RTB-2026-000001"),
        ("decide", "RTB-2026-000001", "approve", "--override", "uten-likhetstegn"),
        ("orders", "list", "--limit", "0"),
        ("orders", "list", "--status", "oppdiktet"),
        ("orders", "amend", "RTB-2026-000001", "hurra=1", "--reason", "x"),
        ("registry", "import", "x.json", "--taken-at", "i går"),
        ("export",),
    ],
)
def test_that_wrong_usage_has_its_own_exit_code(arguments, desk, order):
    order()
    assert desk(*arguments, expect=2).err


def test_that_a_bad_table_names_row_and_column_and_changes_nothing(desk, tmp_path):
    bad = tmp_path / "vendors.csv"
    header = "vendor,system,integrated,receives_answers,integrated_via_practitioner\n"
    bad.write_text(header + "A,B,yes,yes,yes\nC,D,kanskje,yes,yes\n")
    before = desk("tables", "export", "vendors").document
    refused = desk("tables", "import", "vendors", bad, expect=1)
    for told in ("3", "integrated", "kanskje"):
        assert told in refused.err
    assert desk("tables", "export", "vendors").document == before


def test_that_a_damaged_store_is_said_and_left_alone(desk):
    store = desk.workspace / "store.sqlite3"
    for leftover in ("-wal", "-shm"):
        store.with_name(store.name + leftover).unlink(missing_ok=True)
    store.write_bytes(b"dette er ikke en database, bare tekst" * 200)
    content = store.read_bytes()
    refused = desk("orders", "list", expect=3)
    assert "store restore" in refused.err
    assert store.read_bytes() == content


def test_that_two_processes_cannot_both_decide_the_same_order(desk, order):
    reference = order()
    command = [sys.executable, "-m", "timebok_desktop", "decide", reference, "claim", "--by"]
    environment = {**os.environ, "TIMEBOK_WORKSPACE": str(desk.workspace)}
    running = [
        subprocess.Popen(
            [*command, name],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for name in ("anna", "bjorn", "carla", "dag")
    ]
    assert sorted(one.wait(60) for one in running) == [0, 1, 1, 1]
    decisions = desk("orders", "show", reference).document["decisions"]
    assert len(decisions) == 1


def test_that_a_decision_that_was_acknowledged_survives_a_kill(desk, order):
    references = [order(category=name) for name in ("Lab", "Vaksine")]
    references += [order(category=name, herId=9001002) for name in ("Lab", "Vaksine")]
    running = subprocess.Popen(
        [sys.executable, "-m", "timebok_desktop", "decide", "--stream", "--by", "anna"],
        env={**os.environ, "TIMEBOK_WORKSPACE": str(desk.workspace)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert running.stdin is not None
    assert running.stdout is not None
    acknowledged = []
    for reference in references[:3]:
        running.stdin.write(json.dumps({"reference": reference, "action": "claim"}) + "\n")
        running.stdin.flush()
        acknowledged.append(json.loads(running.stdout.readline()))
    running.kill()
    running.communicate()
    assert all(one["ok"] for one in acknowledged)
    for reference in references[:3]:
        assert desk("orders", "show", reference).document["status"] == "in_review"
    assert desk("orders", "show", references[3]).document["status"] == "received"
    assert desk("audit", "verify").document["intact"]


@pytest.fixture
def tiny_disk(tmp_path):
    """A file system of 400 KiB; only root can mount one."""
    if os.name == "nt" or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("needs root to mount a small file system")
    folder = tmp_path / "tiny"
    folder.mkdir()
    options = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(folder)]
    if subprocess.run(options, check=False, capture_output=True).returncode:
        pytest.skip("cannot mount here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_that_a_full_disk_leaves_nothing_half_done(desk, order, tiny_disk):
    reference = order()
    desk("decide", reference, "approve")
    desk("decide", reference, "approve", by="bjorn")
    (tiny_disk / "fyll").write_bytes(bytes(400 * 1024 - 8192))
    before = desk.state()
    exported = desk("export", "--out", tiny_disk / "out", expect=3)
    assert "full" in exported.err.casefold()
    backup = desk("store", "backup", tiny_disk / "b.sqlite3", expect=3)
    assert backup.err
    assert {path.name for path in tiny_disk.rglob("*")} <= {"fyll", "out"}
    assert desk.state() == before
