"""Facts of the machine: asked without waiting for what does not answer."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from timebok_desktop.files import asking_qt, machine_facts, network_share
from timebok_desktop.files.parts import shipped_parts


@pytest.fixture
def never() -> Iterator[threading.Event]:
    """Something that does not come before the test is over."""
    event = threading.Event()
    yield event
    event.set()


def test_that_what_does_not_answer_is_left(never: threading.Event) -> None:
    assert machine_facts.within(0.05, never.wait, None) is None


def test_that_what_fails_is_left() -> None:
    assert machine_facts.within(5.0, lambda: 1 // 0, -1) == -1


def _keyring(monkeypatch: pytest.MonkeyPatch, priority: float) -> None:
    class Ring:
        pass

    Ring.priority = priority  # type: ignore[attr-defined]
    module = ModuleType("keyring")
    module.get_keyring = Ring  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", module)


@pytest.mark.parametrize(("priority", "usable"), [(5.0, True), (0.0, False)])
def test_that_a_keyring_is_named_with_whether_it_can_be_used(
    monkeypatch: pytest.MonkeyPatch,
    priority: float,
    usable: bool,  # noqa: FBT001
) -> None:
    _keyring(monkeypatch, priority)
    facts = machine_facts.keyring_facts()
    assert str(facts["backend"]).endswith("Ring")
    assert facts["usable"] is usable


@pytest.mark.skipif(sys.platform != "linux", reason="reads the mounts of Linux")
def test_that_a_network_share_is_known_by_the_nearest_mount(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "disk / ext4 rw 0 0\nserver:/felles /srv/felles\\040mappe nfs4 rw 0 0\n", "utf-8"
    )
    by_mounts = network_share._by_mounts
    assert by_mounts(Path("/srv/felles mappe/timebok"), mounts) is True
    assert by_mounts(Path("/srv/felles"), mounts) is False
    assert by_mounts(Path("/srv"), tmp_path / "none") is None
    assert network_share.is_on_network(tmp_path) is False


def test_that_qt_that_cannot_start_leaves_the_rest_untold(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fails = [sys.executable, "-c", "raise SystemExit(6)"]
    monkeypatch.setattr(asking_qt.child_process, "command", lambda _module: fails)
    assert asking_qt.asked_qt()["display"] == {"platform": "not started"}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have a screen")
def test_that_fonts_are_told_though_there_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":9753")
    found = asking_qt.asked_qt()
    assert found["display"] == {"platform": "not started"}
    assert found["fonts"]["family"]


def test_that_every_part_has_a_version_and_a_licence() -> None:
    parts = shipped_parts()
    assert {"SQLAlchemy", "PySide6_Essentials", "sqlcipher3"} <= {part.name for part in parts}
    assert [part.name for part in parts if not part.version or not part.licence] == []
    assert "timebok-desktop" not in {part.name for part in parts}
