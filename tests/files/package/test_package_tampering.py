"""Every way to tamper with a package is found; only an untouched package verifies."""

from __future__ import annotations

import hashlib
import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timebok_desktop.files.keys import WorkspaceKeys
from timebok_desktop.files.package.bag import BagPackager
from timebok_desktop.services.ports_files import Demands, PackageHeader, WrittenPackage

SIGNATURE = "signatures/tagmanifest-sha256.txt.jws"


FHIR = "data/fhir/RTB-2026-000001.json"


AR = "data/ar/RTB-2026-000001.json"


Tamper = Callable[[Path, WorkspaceKeys], object]


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def resign(folder: Path, keys: WorkspaceKeys) -> None:
    """Make every manifest right again and sign, as somebody with the key could."""
    payload = sorted(
        (path.relative_to(folder).as_posix(), sha256(path))
        for path in (folder / "data").rglob("*")
        if path.is_file()
    )
    lines = "".join(f"{digest}  {path}\n" for path, digest in payload)
    (folder / "manifest-sha256.txt").write_text(lines, "utf-8", newline="")
    octets = sum((folder / path).stat().st_size for path, _ in payload)
    info = (folder / "bag-info.txt").read_text("utf-8").splitlines()
    info = [line for line in info if not line.startswith("Payload-Oxum")]
    text = "\n".join([*info, f"Payload-Oxum: {octets}.{len(payload)}", ""])
    (folder / "bag-info.txt").write_text(text, "utf-8", newline="")
    retag(folder, keys)


def retag(folder: Path, keys: WorkspaceKeys) -> None:
    tags = ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"]
    lines = "".join(f"{sha256(folder / tag)}  {tag}\n" for tag in tags)
    (folder / "tagmanifest-sha256.txt").write_text(lines, "utf-8", newline="")
    sign(folder, keys)


def sign(folder: Path, keys: WorkspaceKeys) -> None:
    content = (folder / "tagmanifest-sha256.txt").read_bytes()
    (folder / SIGNATURE).write_text(keys.sign(content), "ascii")


def append(path: str, text: str = " ") -> Tamper:
    def tamper(folder: Path, _: WorkspaceKeys) -> None:
        with (folder / path).open("a", encoding="utf-8", newline="") as file:
            file.write(text)

    return tamper


def add(path: str) -> Tamper:
    def tamper(folder: Path, _: WorkspaceKeys) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("extra", "utf-8")

    return tamper


def remove(path: str) -> Tamper:
    return lambda folder, _: (folder / path).unlink()


def rename(old: str, new: str) -> Tamper:
    return lambda folder, _: (folder / old).rename(folder / new)


def link(path: str, target: str) -> Tamper:
    def tamper(folder: Path, _: WorkspaceKeys) -> None:
        (folder / path).unlink(missing_ok=True)
        (folder / path).symlink_to(target)

    return tamper


def link_to_same_bytes(folder: Path, _: WorkspaceKeys) -> None:
    outside = folder.parent / "outside.json"
    (folder / FHIR).rename(outside)
    (folder / FHIR).symlink_to(outside)


def link_folder(folder: Path, _: WorkspaceKeys) -> None:
    (folder / "data/ar").rename(folder.parent / "ar")
    (folder / "data/ar").symlink_to(folder.parent / "ar", target_is_directory=True)


def pipe(folder: Path, _: WorkspaceKeys) -> None:
    (folder / FHIR).unlink()
    os.mkfifo(folder / FHIR)


def unix_socket(folder: Path, _: WorkspaceKeys) -> None:
    (folder / FHIR).unlink()
    here = Path.cwd()
    os.chdir(folder / "data/fhir")  # the address of a socket is short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("RTB-2026-000001.json")
    finally:
        os.chdir(here)


def flip_bit(folder: Path, _: WorkspaceKeys) -> None:
    content = bytearray((folder / FHIR).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / FHIR).write_bytes(content)


def swap(folder: Path, _: WorkspaceKeys) -> None:
    first, second = folder / FHIR, folder / "data/fhir/RTB-2026-000002.json"
    one, two = first.read_bytes(), second.read_bytes()
    first.write_bytes(two)
    second.write_bytes(one)


def swap_and_rehash(folder: Path, keys: WorkspaceKeys) -> None:
    swap(folder, keys)
    resign(folder, keys)


def rehash_without_signing(folder: Path, keys: WorkspaceKeys) -> None:
    signature = (folder / SIGNATURE).read_bytes()
    append(FHIR)(folder, keys)
    resign(folder, keys)
    (folder / SIGNATURE).write_bytes(signature)


def edit_manifest(change: Callable[[str], str], name: str = "manifest-sha256.txt") -> Tamper:
    def tamper(folder: Path, keys: WorkspaceKeys) -> None:
        text = (folder / name).read_text("utf-8")
        (folder / name).write_text(change(text), "utf-8", newline="")
        (retag if name.startswith("manifest") else sign)(folder, keys)

    return tamper


def first_line(text: str) -> str:
    return text.split("\n", 1)[0] + "\n"


def listed(path: str) -> Tamper:
    return edit_manifest(lambda text: text + f"{'0' * 64}  {path}\n")


def edit_index(change: Callable[[dict[str, Any]], object]) -> Tamper:
    def tamper(folder: Path, keys: WorkspaceKeys) -> None:
        index = json.loads((folder / "data/index.json").read_text("utf-8"))
        change(index)
        (folder / "data/index.json").write_text(json.dumps(index), "utf-8")
        resign(folder, keys)

    return tamper


def index_text(change: Callable[[str], str]) -> Tamper:
    def tamper(folder: Path, keys: WorkspaceKeys) -> None:
        text = (folder / "data/index.json").read_text("utf-8")
        (folder / "data/index.json").write_text(change(text), "utf-8")
        resign(folder, keys)

    return tamper


def edit_table(change: Callable[[str], str]) -> Tamper:
    def tamper(folder: Path, keys: WorkspaceKeys) -> None:
        path = folder / "data/configurations.csv"
        path.write_bytes(change(path.read_bytes().decode()).encode())
        edit_index(lambda index: index["files"].update({"data/configurations.csv": sha256(path)}))(
            folder, keys
        )

    return tamper


def drop_order(folder: Path, keys: WorkspaceKeys) -> None:
    for place in ("ar", "fhir"):
        (folder / f"data/{place}/RTB-2026-000003.json").unlink()
    resign(folder, keys)


def add_order(folder: Path, keys: WorkspaceKeys) -> None:
    for place in ("ar", "fhir"):
        (folder / f"data/{place}/RTB-2026-000009.json").write_text("{}", "utf-8")
    resign(folder, keys)


TAMPERINGS: dict[str, Tamper] = {
    "a payload file changed": append(FHIR),
    "one bit flipped": flip_bit,
    "a change file changed": append(AR),
    "the table changed": append("data/configurations.csv", "x"),
    "the report changed": append("data/report.html", "<!-- -->"),
    "the index changed": append("data/index.json"),
    "bagit.txt changed": append("bagit.txt", "\n"),
    "bag-info.txt changed": append("bag-info.txt", "X: y\n"),
    "the manifest changed": append("manifest-sha256.txt", "\n"),
    "the tag manifest changed": append("tagmanifest-sha256.txt", "\n"),
    "a payload file removed": remove(FHIR),
    "the report removed": remove("data/report.html"),
    "the index removed": remove("data/index.json"),
    "the table removed": remove("data/configurations.csv"),
    "bagit.txt removed": remove("bagit.txt"),
    "bag-info.txt removed": remove("bag-info.txt"),
    "the manifest removed": remove("manifest-sha256.txt"),
    "the tag manifest removed": remove("tagmanifest-sha256.txt"),
    "the signature removed": remove(SIGNATURE),
    "a file added to the root": add("README.txt"),
    "a hidden file added": add(".DS_Store"),
    "a payload file added": add("data/fhir/RTB-2026-000009.json"),
    "another payload file added": add("data/evil.exe"),
    "a file beside the signature": add("signatures/other.jws"),
    "a folder added": add("data/fhir/more/RTB-2026-000001.json"),
    "fetch.txt added": add("fetch.txt"),
    "manifest of another algorithm": add("manifest-md5.txt"),
    "tag manifest of another algorithm": add("tagmanifest-sha512.txt"),
    "a payload file renamed": rename(FHIR, "data/fhir/RTB-2026-000008.json"),
    "a payload file in other case": rename(FHIR, "data/fhir/rtb-2026-000001.json"),
    "two files swapped": swap,
    "two files swapped with new hashes and signature": swap_and_rehash,
    "new hashes under the old signature": rehash_without_signing,
    "the folder renamed": lambda *_: None,
    "a link to a file outside": link(FHIR, "/etc/hostname"),
    "a link to the same bytes": link_to_same_bytes,
    "a dangling link": link("data/fhir/RTB-2026-000009.json", "/nowhere"),
    "a link for a folder": link_folder,
    "a pipe": pipe,
    "a socket": unix_socket,
    "a path above the package": listed("../secret.txt"),
    "a path above data": listed("data/../../secret.txt"),
    "an absolute path": listed("/etc/passwd"),
    "a Windows path": listed("data\\fhir\\RTB-2026-000001.json"),
    "a path in other case": listed("data/fhir/rtb-2026-000001.json"),
    "a path with a decomposed letter": listed("data/fhir/A\u030a.json"),
    "a path with a dot": listed(f"./{FHIR}"),
    "a percent-encoded path": listed("data/fhir/RTB%2D2026-000001.json"),
    "a doubled line": edit_manifest(lambda text: text + first_line(text)),
    "a doubled line of other hash": edit_manifest(
        lambda text: text + "0" * 64 + first_line(text)[64:]
    ),
    "a line less": edit_manifest(lambda text: text.split("\n", 1)[1]),
    "Windows line ends": edit_manifest(lambda text: text.replace("\n", "\r\n")),
    "a last line without an end": edit_manifest(lambda text: text[:-1]),
    "an empty manifest": edit_manifest(lambda _: ""),
    "hashes in capitals": edit_manifest(lambda text: text.upper()),
    "binary marks": edit_manifest(lambda text: text.replace("  ", " *")),
    "a tag line less": edit_manifest(lambda text: text.split("\n", 1)[1], "tagmanifest-sha256.txt"),
    "a tag line more": edit_manifest(
        lambda text: text + f"{'0' * 64}  {SIGNATURE}\n", "tagmanifest-sha256.txt"
    ),
    "an order left out with new hashes and signature": drop_order,
    "an order added with new hashes and signature": add_order,
    "the index counts less": edit_index(lambda index: index["configurations"].pop()),
    "the index counts twice": edit_index(
        lambda index: index["configurations"].append(index["configurations"][0])
    ),
    "the index has another hash": edit_index(
        lambda index: index["configurations"][0]["files"].update({FHIR: "0" * 64})
    ),
    "the index has another HER-id": edit_index(
        lambda index: index["configurations"][0].update(her_id=8143044)
    ),
    "the index has a HER-id of text": edit_index(
        lambda index: index["configurations"][0].update(her_id="8143043")
    ),
    "the index has another action": edit_index(
        lambda index: index["configurations"][0].update(action="deactivate")
    ),
    "the index has an unknown action": edit_index(
        lambda index: index["configurations"][0].update(action="explode")
    ),
    "the index has another sequence": edit_index(lambda index: index.update(sequence=8)),
    "the index has a true sequence": edit_index(lambda index: index.update(sequence=True)),
    "the index has another uuid": edit_index(
        lambda index: index.update(uuid="0ee942a1-82e8-4657-b8ec-a5b9150d3f61")
    ),
    "the index has no schema": edit_index(lambda index: index.pop("schema")),
    "the index has another kind": edit_index(lambda index: index.update(kind="all")),
    "the index points elsewhere": edit_index(
        lambda index: index["configurations"][0]["files"].update({"data/index.json": "0" * 64})
    ),
    "the index lists no objects": edit_index(lambda index: index.update(configurations=["x"])),
    "the index names other files": edit_index(lambda index: index.update(files={})),
    "the index has doubled keys": index_text(lambda text: text.replace("{", '{"sequence":7,', 1)),
    "the index has NaN": index_text(lambda text: text.replace("{", '{"x":NaN,', 1)),
    "the index is nested endlessly": index_text(lambda _: "[" * 100_000),
    "the index is no JSON": index_text(lambda _: "{"),
    "the index is a list": index_text(lambda _: "[]"),
    "the table says another thing": edit_table(lambda text: text.replace("activate", "change", 1)),
    "the table has fewer rows": edit_table(lambda text: text.rsplit("\r\n", 2)[0] + "\r\n"),
    "the table has other columns": edit_table(lambda text: "a" + text),
    "the table is no table": edit_table(lambda _: '"'),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_that_a_tampering_is_found(
    package: WrittenPackage, packager: BagPackager, keys: WorkspaceKeys, name: str
) -> None:
    folder = package.path
    TAMPERINGS[name](folder, keys)
    if name == "the folder renamed":
        folder = folder.rename(folder.with_name("timebok-export-8-" + folder.name[17:]))
    check = packager.verify(folder, [])
    assert not check.valid
    assert check.problems
    for problem in check.problems:
        assert problem.phrase.text("nb") != problem.phrase.text("nn")
        assert problem.refuses


def test_that_re_signing_alone_is_no_tampering(
    package: WrittenPackage, packager: BagPackager, keys: WorkspaceKeys
) -> None:
    resign(package.path, keys)
    assert packager.verify(package.path, []).problems == ()


def test_that_every_single_byte_counts(package: WrittenPackage, packager: BagPackager) -> None:
    for path in [found for found in package.path.rglob("*") if found.is_file()]:
        content = path.read_bytes()
        for place in range(0, len(content), max(1, len(content) // 7)):
            spoilt = bytearray(content)
            spoilt[place] ^= 0x20
            path.write_bytes(spoilt)
            assert not packager.verify(package.path, []).valid, (path, place)
        path.write_bytes(content)
    assert packager.verify(package.path, []).valid


@pytest.mark.parametrize(("after", "valid"), [(None, True), (6, True), (7, False), (8, False)])
def test_that_an_old_package_sent_again_is_refused(
    package: WrittenPackage, packager: BagPackager, after: int | None, valid: object
) -> None:
    check = packager.verify(package.path, [], Demands(after))
    assert check.valid is valid
    assert valid or [problem.code for problem in check.problems] == ["sequence"]


def test_that_files_of_two_packages_do_not_mix(
    package: WrittenPackage,
    packager: BagPackager,
    make_header: Callable[..., PackageHeader],
    make_order: Callable[..., Any],
    tmp_path: Path,
) -> None:
    other = packager.write(tmp_path / "other", make_header(8), [make_order(vendor="Annen AS")])
    (package.path / AR).write_bytes((other.path / AR).read_bytes())
    assert not packager.verify(package.path, []).valid
