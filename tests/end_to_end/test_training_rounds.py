"""Training: rounds in folders of their own, the key held to the rules, and the window around it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from timebok_desktop.app import create_window
from timebok_desktop.cli import main
from timebok_desktop.domain.workflow import Action
from timebok_desktop.files import beside
from timebok_desktop.files.training import training_key
from timebok_desktop.services.training import score_of
from timebok_desktop.ui.training_strip import TrainingFrame, TrainingStrip


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("training") / "rounds"


@pytest.fixture
def begin(folder, capsys):
    def run(*words: str) -> dict[str, object]:
        capsys.readouterr()
        command = ["train", "--no-window", "--json", "--by", "anna", "--workspace", str(folder)]
        assert main([*command, *words]) == 0
        return json.loads(capsys.readouterr().out)

    return run


@pytest.fixture
def window(begin, qtbot):
    made = create_window(Path(str(begin()["workspace"])), "anna")
    made.resize(1440, 900)
    made.show()
    assert made.tasks.settle(30)
    yield made
    made.close()
    made.deleteLater()


def strip_of(window) -> TrainingStrip:
    found = window.findChild(TrainingStrip)
    assert found is not None
    return found


def test_that_a_round_goes_on_until_another_is_begun(begin, folder):
    first = begin()
    assert begin() == {**first, "new": False}
    other = begin("--again")
    assert other["new"]
    assert other["workspace"] != first["workspace"]
    assert Path(str(other["workspace"])).parent == folder


def test_that_the_key_names_the_rules_that_fire(begin, capsys):
    workspace = Path(str(begin()["workspace"]))
    key = training_key(workspace)
    assert key is not None
    assert len(key) == 20
    main(["verify", "--all", "--json", "--workspace", str(workspace)])
    verified = json.loads(capsys.readouterr().out)["orders"]
    main(["orders", "list", "--limit", "100", "--json", "--workspace", str(workspace)])
    listed = json.loads(capsys.readouterr().out)["orders"]
    references = {one["reference"]: one["external_reference"] for one in listed}
    fired = {
        references[one["reference"]]: frozenset(f["rule"] for f in one["findings"])
        for one in verified
    }
    assert fired == key


def test_that_a_real_workspace_is_no_training(tmp_path, qtbot):
    workspace = tmp_path / "real"
    assert main(["init", "--plain", "--workspace", str(workspace)]) == 0
    assert training_key(workspace) is None
    made = create_window(workspace, "anna")
    assert made.findChild(TrainingStrip) is None
    made.close()
    made.deleteLater()


def test_that_a_damaged_key_still_marks_a_training(tmp_path):
    (tmp_path / "training.json").write_text("{", "utf-8")
    assert training_key(tmp_path) == {}


def test_that_training_is_always_said_and_framed(window):
    strip = strip_of(window)
    frame = window.findChild(TrainingFrame)
    assert frame is not None
    for key in ("orders", "registry", "settings"):
        window.show_page(key)
        assert strip.isVisible()
        assert frame.geometry() == window.rect()
    window.resize(1300, 800)
    assert frame.geometry() == window.rect()
    assert not window.first_steps.isVisible()


def test_that_a_decision_is_held_against_the_key_at_once(window, qtbot):
    strip = strip_of(window)
    key = training_key(window._opened_desk.workspace.folder)
    assert key is not None
    desk = window.desk
    clear = next(one for one in score_of(desk, "anna", key).orders if not one.rules)
    desk.decide(clear.reference, Action.REJECT, "anna", "other: øving")
    window.context.storeChanged.emit()
    assert window.tasks.settle(30)
    assert strip.answer.text().startswith(f"Ikke som i fasiten. {clear.reference}, du: avviste.")
    assert "riktig: godkjenn." in strip.answer.text()
    assert strip.count.text().endswith("1 av 20 avgjort, 0 riktig")
    strip.result.click()
    told = [label.text() for label in strip.findChildren(QLabel)]
    assert "0 av 1 riktig" in told
    desk.decide(clear.reference, Action.UNDO, "anna")
    desk.decide(clear.reference, Action.APPROVE, "anna")
    window.context.storeChanged.emit()
    assert window.tasks.settle(30)
    assert strip.answer.text().startswith(f"Riktig. {clear.reference}")


def test_that_another_round_opens_beside_and_this_one_closes(window, monkeypatch, folder):
    started: list[list[str]] = []
    monkeypatch.setattr(beside, "_start", started.append)
    strip_of(window).againWanted.emit()
    words = started[0]
    assert words[words.index("train") + 1] == "--again"
    assert words[words.index("--workspace") + 1] == str(folder)
    assert not window.isVisible()


def test_that_the_menu_opens_training_beside_the_real_work(tmp_path, qtbot, monkeypatch):
    started: list[list[str]] = []
    monkeypatch.setattr(beside, "_start", started.append)
    workspace = tmp_path / "real"
    assert main(["init", "--plain", "--workspace", str(workspace)]) == 0
    made = create_window(workspace, "anna")
    made.context.actions["trainingAction"].trigger()
    made.close()
    made.deleteLater()
    words = started[0]
    assert "train" in words
    assert words[words.index("--workspace") + 1] == str(tmp_path / "real-training")
