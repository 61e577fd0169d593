"""A `.timebok-package` is a ZIP of exactly one package's folder; every other ZIP is refused."""

from __future__ import annotations

import shutil
import stat
import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.files.package import archive as archive_module
from timebok_desktop.files.package.bag import BagPackager
from timebok_desktop.services.ports_files import Demands, WrittenPackage

Entry = tuple[zipfile.ZipInfo | str, bytes]


def entries_of(folder: Path) -> Iterator[Entry]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder.parent).as_posix(), path.read_bytes()


def pack(target: Path, entries: list[Entry]) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return target


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "export.timebok-package"


def test_that_an_archive_of_a_package_verifies(
    package: WrittenPackage, packager: BagPackager, place: Path
) -> None:
    check = packager.verify(pack(place, list(entries_of(package.path))), [], Demands(after=6))
    assert check.problems == ()
    assert (check.configurations, check.sequence, check.sha256) == (3, 7, package.sha256)


def test_that_an_archive_with_entries_for_folders_verifies(
    package: WrittenPackage, packager: BagPackager, place: Path
) -> None:
    made = shutil.make_archive(str(place), "zip", package.path.parent, package.path.name)
    assert packager.verify(Path(made), []).problems == ()


def test_that_a_change_inside_the_archive_is_found(
    package: WrittenPackage, packager: BagPackager, place: Path
) -> None:
    entries = [(name, text + b" ") for name, text in entries_of(package.path)]
    assert not packager.verify(pack(place, entries), []).valid


def link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def device(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFCHR | 0o666) << 16
    return info


ADDED: dict[str, Callable[[str], Entry]] = {
    "a path above": lambda name: (f"{name}/../../evil.txt", b""),
    "a path above in disguise": lambda name: (f"{name}/data/../../evil.txt", b""),
    "an absolute path": lambda _: ("/etc/evil.txt", b""),
    "a drive": lambda _: ("C:/evil.txt", b""),
    "a Windows path": lambda name: (f"{name}\\..\\evil.txt", b""),
    "a file beside the folder": lambda _: ("README.txt", b""),
    "a second package": lambda name: (f"{name[:-1]}0/bagit.txt", b""),
    "a file that is not allowed": lambda name: (f"{name}/evil.sh", b""),
    "a folder that is not allowed": lambda name: (f"{name}/data/more/", b""),
    "a nested package": lambda name: (f"{name}/{name}/bagit.txt", b""),
    "a name that looks alike": lambda name: (f"{name}/data/fhir/\u0410.json", b""),
    "a link": lambda name: (link(f"{name}/data/fhir/LINK.json"), b"/etc/passwd"),
    "a device": lambda name: (device(f"{name}/data/fhir/DEVICE.json"), b""),
    "a file of Apple's": lambda name: (f"__MACOSX/{name}/._bagit.txt", b""),
}


@pytest.mark.parametrize("name", ADDED)
def test_that_an_archive_with_something_else_in_it_is_refused_before_anything_is_written(
    package: WrittenPackage,
    packager: BagPackager,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    pack(place, [*entries_of(package.path), ADDED[name](package.path.name)])
    monkeypatch.delattr(archive_module, "_extract")
    check = packager.verify(place, [])
    assert not check.valid
    assert len(check.problems) == 1
    assert check.problems[0].phrase.text("nb") != check.problems[0].phrase.text("nn")


def test_that_a_name_with_a_zero_byte_is_refused(
    package: WrittenPackage, packager: BagPackager, place: Path
) -> None:
    pack(place, [*entries_of(package.path), (f"{package.path.name}/data/fhir/A.json~.exe", b"")])
    place.write_bytes(place.read_bytes().replace(b"A.json~.exe", b"A.json\x00.exe"))
    assert [p.code for p in packager.verify(place, []).problems] == ["archive-path"]


def test_that_an_entry_that_stands_twice_is_refused(
    package: WrittenPackage, packager: BagPackager, place: Path
) -> None:
    entries = list(entries_of(package.path))
    with pytest.warns(UserWarning, match="Duplicate"):
        pack(place, [*entries, entries[0]])
    assert [p.code for p in packager.verify(place, []).problems] == ["archive-path"]


@pytest.mark.parametrize(
    "entries",
    [
        [],
        [("bagit.txt", b"BagIt-Version: 1.0\n")],
        [("timebok-export-0-x/bagit.txt", b"")],
        [("../bagit.txt", b"")],
    ],
)
def test_that_an_archive_without_a_package_is_refused(
    packager: BagPackager, place: Path, entries: list[Entry]
) -> None:
    check = packager.verify(pack(place, entries), [])
    assert [problem.code for problem in check.problems] == ["archive-malformed"]


def test_that_an_archive_with_an_empty_package_is_refused(
    package: WrittenPackage, packager: BagPackager, place: Path
) -> None:
    check = packager.verify(pack(place, [(f"{package.path.name}/data/", b"")]), [])
    assert [problem.code for problem in check.problems] == ["not-a-package"]


def test_that_a_bomb_is_refused_unopened(
    package: WrittenPackage,
    packager: BagPackager,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bomb = (f"{package.path.name}/data/fhir/BOMB.json", bytes(80 * 1024 * 1024))
    pack(place, [*entries_of(package.path), bomb])
    monkeypatch.delattr(archive_module, "_extract")
    assert [p.code for p in packager.verify(place, []).problems] == ["too-large"]


def test_that_an_entry_that_lies_about_its_size_is_refused(
    package: WrittenPackage, packager: BagPackager, place: Path
) -> None:
    """The central directory says ten octets where eighty megabytes come out."""
    bomb = (f"{package.path.name}/data/fhir/BOMB.json", bytes(80 * 1024 * 1024))
    pack(place, [*entries_of(package.path), bomb])
    content = bytearray(place.read_bytes())
    at = content.rindex(b"PK\x01\x02")
    struct.pack_into("<L", content, at + 24, 10)
    place.write_bytes(content)
    assert [p.code for p in packager.verify(place, []).problems] == ["archive-malformed"]


@pytest.mark.parametrize("limit", ["MOST_FILES", "LARGEST_FILE"])
def test_that_more_than_a_package_can_be_is_refused(
    package: WrittenPackage,
    packager: BagPackager,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    limit: str,
) -> None:
    pack(place, list(entries_of(package.path)))
    monkeypatch.setattr(f"timebok_desktop.files.package.layout.{limit}", 3)
    assert [p.code for p in packager.verify(place, []).problems] == ["too-large"]
    folder_codes = {p.code for p in packager.verify(package.path, []).problems}
    assert folder_codes == ({"too-large"} if limit == "LARGEST_FILE" else set())


def test_that_an_archive_larger_than_any_package_is_refused(
    package: WrittenPackage,
    packager: BagPackager,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pack(place, list(entries_of(package.path)))
    monkeypatch.setattr(archive_module, "_LARGEST_ARCHIVE", 100)
    assert [p.code for p in packager.verify(place, []).problems] == ["too-large"]


@pytest.mark.parametrize("damage", ["cut", "flipped", "encrypted", "method", "zip64"])
def test_that_a_damaged_archive_is_a_problem_and_not_an_error(
    package: WrittenPackage, packager: BagPackager, place: Path, damage: str
) -> None:
    content = bytearray(pack(place, list(entries_of(package.path))).read_bytes())
    first = content.index(b"PK\x01\x02")
    if damage == "cut":
        del content[100:900]
    elif damage == "flipped":
        for at in range(60, first, 97):
            content[at] ^= 0xFF
    elif damage == "encrypted":
        content[first + 8] |= 1
    elif damage == "method":
        content[first + 10] = 99
    else:
        end = content.rindex(b"PK\x05\x06")
        struct.pack_into("<L", content, end + 16, 0xFFFFFFF0)
    place.write_bytes(content)
    assert not packager.verify(place, []).valid


def test_that_other_kinds_of_file_are_no_package(packager: BagPackager, place: Path) -> None:
    for content in (b"", b"PK", b"PK\x03\x04", b"hello"):
        place.write_bytes(content)
        assert [p.code for p in packager.verify(place, []).problems] == ["not-a-package"]


def test_that_nothing_stays_in_the_temporary_place(
    package: WrittenPackage,
    packager: BagPackager,
    place: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    assert packager.verify(pack(place, list(entries_of(package.path))), []).valid
    assert list(temporary.iterdir()) == []


def test_that_a_full_temporary_place_is_explained(
    package: WrittenPackage,
    packager: BagPackager,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    pack(place, list(entries_of(package.path)))
    monkeypatch.setattr(shutil, "copyfileobj", refuse)
    with pytest.raises(UnavailableError, match="No space left"):
        packager.verify(place, [])
