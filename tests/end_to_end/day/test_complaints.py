"""What users of such tools complain about: each complaint has its answer, and each answer a test or
a picture. `complaints.csv` is the table; here stand the answers that had no test elsewhere.
"""

from __future__ import annotations

import ast
import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest
from day_hand import CTRL, Hand, Screen
from day_world import write_day
from PySide6.QtCore import Qt

from timebok_desktop.app import create_window

ROOT = Path(__file__).parents[3]
TABLE = Path(__file__).with_name("complaints.csv")
COMPLAINTS = {
    "filters that forget the view",
    "get next that forgets the view",
    "four clicks and a confirm for routine work",
    "no automatic next case",
    "bulk actions that stop silently",
    "bulk actions that lose the selection",
    "drafts lost on refresh",
    "locks never released",
    "re-opening that leaves two approvals",
    "history without reasons",
    "decisions that went missing downstream",
    "sent shown though it failed",
    "four-eyes checked in the button instead of the service",
    "one red mark without a reason",
    "tables that a screen reader cannot read",
    "one-file executables that antivirus quarantines",
}


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def functions_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)}


def test_that_every_complaint_has_an_answer():
    assert {row["complaint"] for row in rows()} == COMPLAINTS


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["shown by"].rpartition(":")[2])
def test_that_every_answer_is_shown_by_something_that_exists(row):
    place, _, name = row["shown by"].partition("::")
    assert row["answer"].strip()
    assert (ROOT / place).is_file()
    if place.endswith(".py"):
        assert name.startswith("test_that_")
        assert name in functions_of(ROOT / place)


# -- answers -----------------------------------------------------------------------------------
def test_that_a_case_that_a_colleague_holds_bars_nobody(desk, order):
    first, second = order(), order()
    for reference in (first, second):
        desk("decide", reference, "claim", by="anna")
    assert desk("decide", first, "approve", by="bjarne").document["status"] == (
        "awaiting_second_approval"
    )
    assert desk("decide", second, "release", by="bjarne").document["status"] == "received"


def test_that_a_reopened_order_needs_two_approvals_again(desk, order):
    reference = order()
    for who in ("anna", "bjarne"):
        desk("decide", reference, "approve", by=who)
    desk("decide", reference, "reopen", "--reason", "nye opplysninger", by="bjarne")
    made = desk("configurations", "list").document["configurations"]
    assert not any(one["current"] for one in made)
    once = desk("decide", reference, "approve", by="celine").document
    assert once["status"] == "awaiting_second_approval"
    desk("decide", reference, "approve", by="celine", expect=1)
    assert desk("orders", "show", reference).document["status"] == "awaiting_second_approval"


def test_that_what_left_and_was_not_answered_is_seen(desk, order, tmp_path):
    answered, silent = order(), order()
    for reference in (answered, silent):
        for who in ("anna", "bjarne"):
            desk("decide", reference, "approve", by=who)
    package = desk("export", "--out", tmp_path / "out").document
    uuid = Path(package["package"]).name.split("-", 3)[3]
    receipt = tmp_path / "receipt.csv"
    receipt.write_text(f"package,reference,status,message\n{uuid},{answered},ok,\n", "utf-8")
    desk("receipts", "import", receipt)
    listed = desk("orders", "list", "--status", "exported").document["orders"]
    assert [one["reference"] for one in listed] == [silent]


def test_that_a_saved_letter_is_not_called_sent(desk, order, qapp, tmp_path):
    reference = order(herId="12ab")
    desk("settings", "set", "language=nb")
    desk("decide", reference, "request-information", "--reason", "her-id")
    window = create_window(desk.workspace, "anna")
    window.context.choose_file = lambda _parent, _question: tmp_path / "brev.eml"
    window.show()
    window.activateWindow()
    hand = Hand(Screen(window))
    hand.screen.rest()
    hand.key(Qt.Key.Key_L)
    hand.key(Qt.Key.Key_Return, CTRL)
    hand.counter.stop()
    told = window.messages.message.text
    assert "brev.eml" in told
    assert "Ingenting er sendt" in told
    window.close()
    window.deleteLater()
    qapp.processEvents()


def test_that_every_mark_of_the_day_has_its_reasons(timebok, tmp_path, load_registry_of):
    folder = tmp_path / "day"
    write_day(folder, datetime.now(UTC))
    load_registry_of(timebok, folder)
    timebok("orders", "import", folder / "orders")
    judged = timebok("verify", "--all", expect=None).document["orders"]
    assert len(judged) == 39
    for one in judged:
        assert bool(one["findings"]) is (one["outcome"] != "clear")
        for finding in one["findings"]:
            assert finding["rule"]
            assert finding["severity"] in {"stop", "warning", "note"}
            assert finding["message"].count(".") >= 1
            assert finding["evidence"]["snapshot_taken_at"]


def test_that_the_built_program_is_a_folder_that_hides_nothing():
    tree = ast.parse((ROOT / "packaging" / "timebok.spec").read_text("utf-8"))
    calls = {
        one.func.id: {word.arg: ast.unparse(word.value) for word in one.keywords}
        for one in ast.walk(tree)
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)
    }
    assert calls["EXE"]["exclude_binaries"] == "True"
    assert calls["EXE"]["upx"] == calls["COLLECT"]["upx"] == "False"
