"""What stands at a path that is no package, or cannot be read: a verdict or an explanation."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from timebok_desktop.domain.errors import NotFoundError, UnavailableError
from timebok_desktop.files.package.bag import BagPackager
from timebok_desktop.services.ports_files import WrittenPackage


def test_that_what_is_no_package_gets_a_verdict_and_not_an_error(
    packager: BagPackager, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.txt").write_text("hello", "utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "empty")
    codes = {
        name: [problem.code for problem in packager.verify(tmp_path / name, []).problems]
        for name in ("empty", "text.txt", "link")
    }
    assert codes == {
        "empty": ["not-a-package"],
        "text.txt": ["not-a-package"],
        "link": ["symbolic-link"],
    }


def test_that_a_device_is_no_package(packager: BagPackager) -> None:
    assert not packager.verify(Path(os.devnull), []).valid


def test_that_a_path_that_does_not_exist_is_not_found(
    packager: BagPackager, tmp_path: Path
) -> None:
    with pytest.raises(NotFoundError):
        packager.verify(tmp_path / "nowhere", [])


def test_that_an_unreadable_file_is_a_problem(
    package: WrittenPackage, packager: BagPackager, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    codes = {problem.code for problem in packager.verify(package.path, []).problems}
    assert "unreadable-file" in codes


@pytest.mark.parametrize("call", ["open", "scandir"])
def test_that_a_file_or_folder_that_cannot_be_opened_is_a_problem(
    package: WrittenPackage, packager: BagPackager, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    original = getattr(os, call)

    def refuse(path: object, *more: object, **named: object) -> object:
        if str(path).endswith("RTB-2026-000002.json" if call == "open" else "data/ar"):
            raise PermissionError(13, "Permission denied")
        return original(path, *more, **named)

    with monkeypatch.context() as patch:
        patch.setattr(os, call, refuse)
        check = packager.verify(package.path, [])
    places = [problem.at for problem in check.problems if problem.code == "unreadable-file"]
    files = ["data/ar/RTB-2026-000002.json", "data/fhir/RTB-2026-000002.json"]
    assert places == (files if call == "open" else ["data/ar"])


def test_that_a_path_that_cannot_be_one_is_explained(packager: BagPackager) -> None:
    with pytest.raises(UnavailableError):
        packager.verify(Path("a\x00b"), [])
    with pytest.raises(UnavailableError):
        packager.verify(Path("a" * 5000), [])
