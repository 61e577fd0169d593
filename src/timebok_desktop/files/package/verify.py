"""Verifies an export package: everything in it is listed, unchanged, signed and consistent.

Nothing in a package is believed before it is checked: names come from an allow-list, links are
never followed, and the signature counts only with a key that is trusted already.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from timebok_desktop.domain.errors import NotFoundError, UnavailableError
from timebok_desktop.domain.problems import Problem
from timebok_desktop.files.keys import PublicKey
from timebok_desktop.files.package import archive, layout
from timebok_desktop.files.package.configurations_csv import references
from timebok_desktop.files.package.covers import Covers
from timebok_desktop.files.package.findings import finding
from timebok_desktop.files.package.index import Index, read_index
from timebok_desktop.files.package.reading import OpenFolder
from timebok_desktop.files.package.seen import SeenFile
from timebok_desktop.files.package.signature import WrongSignatureError, signer
from timebok_desktop.services.ports_files import Demands, EarlierPackage, PackageCheck

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_LINES = re.compile(r"^([0-9a-f]{64})  (.+)$", re.MULTILINE)
_OF_ORDERS = tuple(f"{folder}/" for folder in layout.ORDER_FOLDERS)
_CHANGES = f"{layout.ORDER_FOLDERS[0]}/"
_REPARSE_POINT = 0x400
"""Windows' mark of junctions and links (FILE_ATTRIBUTE_REPARSE_POINT)."""


def check(
    path: Path, trusted: Sequence[PublicKey], demands: Demands, seen: SeenFile | None
) -> PackageCheck:
    """The verdict on what stands at `path`: a package's folder or an archive of one."""
    try:
        kind = path.lstat().st_mode
    except FileNotFoundError as error:
        raise NotFoundError(
            "Finner ikke {path}. Kontroller stien.",
            "Finn ikkje {path}. Kontroller stien.",
            path=path,
        ) from error
    except (OSError, ValueError) as error:
        raise UnavailableError(
            "Kan ikke lese {path}: {reason}. Kontroller tilgangen.",
            "Kan ikkje lese {path}: {reason}. Kontroller tilgangen.",
            path=path,
            reason=error,
        ) from error
    if stat.S_ISLNK(kind):
        return _rejected([finding("symbolic-link", "")])
    if stat.S_ISDIR(kind):
        return _FolderCheck(path, path.resolve().name, trusted, demands, seen).verdict()
    if not stat.S_ISREG(kind):
        return _rejected([finding("not-a-package", "")])
    with archive.unpacked(path) as unpacked:
        if unpacked.folder is None:
            return _rejected(unpacked.problems)
        folder = unpacked.folder
        return _FolderCheck(folder, folder.name, trusted, demands, seen).verdict()


def _rejected(problems: Sequence[Problem]) -> PackageCheck:
    return PackageCheck(valid=False, problems=tuple(problems), configurations=0, signed_by="")


class _FolderCheck:
    """One pass over a folder; every file is read once, and what was read is what is judged."""

    def __init__(
        self,
        folder: Path,
        name: str,
        trusted: Sequence[PublicKey],
        demands: Demands,
        seen: SeenFile | None,
    ) -> None:
        self._folder = folder
        self._name = name
        self._trusted = trusted
        self._demands = demands
        self._seen = seen
        self._covers: Covers | None = None
        self._problems: list[Problem] = []
        self._missing: set[str] = set()
        self._sizes: dict[str, int] = {}

    def verdict(self) -> PackageCheck:
        """Run every check; later ones go on after earlier ones fail, so all problems show."""
        if not any((self._folder / one).is_file() for one in (layout.BAGIT, layout.INDEX)):
            return _rejected([finding("not-a-package", "")])
        self._walk("")
        tag_manifest = self._content(layout.TAG_MANIFEST)
        signed_by = self._signer(tag_manifest)
        tags = {path: self._content(path) for path in layout.TAG_FILES}
        self._compare(layout.TAG_MANIFEST, tag_manifest, _hashed(tags), set(layout.TAG_FILES))
        manifest = tags[layout.MANIFEST]
        contents = {path: self._content(path) for path in layout.FIXED_PAYLOAD}
        index = self._read_index(contents[layout.INDEX])
        self._covers = Covers(index) if index and index.covers else None
        hashes = _hashed(contents) | self._order_files()
        self._compare(layout.MANIFEST, manifest, hashes, {*layout.FIXED_PAYLOAD})
        self._check_tags(tags, hashes)
        sha256 = layout.sha256_of(tag_manifest) if tag_manifest is not None else ""
        if index is not None:
            self._check_index(index, contents[layout.CONFIGURATIONS], hashes)
            self._check_going_on(index, signed_by)
        return PackageCheck(
            valid=not self._problems,
            problems=tuple(self._problems),
            configurations=len(index.configurations) if index else 0,
            signed_by=signed_by,
            sequence=index.sequence if index else None,
            sha256=sha256,
            **self._told(index, sha256),
        )

    def _report(self, code: str, at: str, **values: object) -> None:
        self._problems.append(finding(code, at, **values))

    def _report_missing(self, path: str) -> None:
        if path not in self._missing:
            self._missing.add(path)
            self._report("missing-file", path)

    def _walk(self, below: str) -> None:
        """List the files; report links, special files and what may not stand there."""
        orders = below in layout.ORDER_FOLDERS
        for entry in self._entries(below):
            if orders and _is_order_file(entry):
                self._sizes[f"{below}/{entry.name}"] = 0  # known when it is read
                continue
            path = f"{below}/{entry.name}" if below else entry.name
            status = entry.stat(follow_symlinks=False)
            code = _kind_problem(path, status)
            if code:
                self._report(code, _printable(path))
            elif stat.S_ISDIR(status.st_mode):
                self._walk(path)
            else:
                self._sizes[path] = status.st_size

    def _entries(self, below: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self._folder / below) as entries:
                return sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self._report("unreadable-file", below, reason=error.strerror or error)
            return []

    def _content(self, path: str) -> bytes | None:
        """What stands in a file that every package has; None where it cannot be had."""
        if path not in self._sizes:
            self._report_missing(path)
            return None
        if self._sizes[path] > layout.LARGEST_FILE:
            self._report("too-large", path)
            return None
        try:
            return (self._folder / path).read_bytes()
        except OSError as error:
            self._report("unreadable-file", path, reason=error.strerror or error)
            return None

    def _signer(self, tag_manifest: bytes | None) -> str:
        signature = self._content(layout.SIGNATURE)
        if signature is None or tag_manifest is None:
            return ""
        try:
            return signer(signature, tag_manifest, self._trusted)
        except WrongSignatureError as error:
            self._problems.append(Problem(layout.SIGNATURE, error.code, error.phrase, refuses=True))
            return ""

    def _order_files(self) -> dict[str, str]:
        """The hashes of the files that each order has, read as they come in their folders."""
        hashes = {}
        with OpenFolder(self._folder, layout.ORDER_FOLDERS) as folder:
            for path in self._sizes:
                if path.startswith(_OF_ORDERS):
                    try:
                        if self._covers is not None and path.startswith(_CHANGES):
                            content = folder.content(path)
                            self._covers.look(path, content)
                            hashes[path] = layout.sha256_of(content)
                            self._sizes[path] = len(content)
                        else:
                            hashes[path], self._sizes[path] = folder.sha256(path)
                    except OSError as error:
                        self._report("unreadable-file", path, reason=error.strerror or error)
        return hashes

    def _compare(
        self, name: str, content: bytes | None, hashes: Mapping[str, str], required: set[str]
    ) -> None:
        """What a manifest lists against what is there."""
        if content is None or _lists_exactly(content, hashes, required):
            return
        listed: dict[str, str] = {}
        for place, path, sha256 in self._lines(name, content):
            allowed = path in required or (name == layout.MANIFEST and layout.is_payload(path))
            if not allowed:
                self._report("manifest-path", place, path=_printable(path))
            elif path in listed:
                self._report("manifest-duplicate", place, path=path)
            else:
                listed[path] = sha256
        for path, sha256 in listed.items():
            if path not in self._sizes:
                self._report_missing(path)
            elif path in hashes and hashes[path] != sha256:
                self._report("changed-file", path)
        for path in sorted((set(hashes) | required) - set(listed)):
            self._report("not-listed", path)

    def _lines(self, name: str, content: bytes) -> Iterator[tuple[str, str, str]]:
        text = content.decode("utf-8", "replace")
        lines = text.split("\n")
        if lines.pop() != "":
            self._report("manifest-malformed", f"{name}, line {len(lines) + 1}")
        for number, line in enumerate(lines, start=1):
            place = f"{name}, line {number}"
            parts = _LINE.fullmatch(line)
            if parts is None:
                self._report("manifest-malformed", place)
            else:
                yield place, parts[2], parts[1]

    def _check_tags(self, tags: Mapping[str, bytes | None], hashes: Mapping[str, str]) -> None:
        if tags[layout.BAGIT] not in (None, layout.BAGIT_TEXT):
            self._report("bag-malformed", layout.BAGIT)
        octets = sum([self._sizes[path] for path in hashes])
        oxum = f"Payload-Oxum: {octets}.{len(hashes)}".encode()
        info = tags[layout.BAG_INFO]
        if info is not None and [oxum] != [
            line for line in info.split(b"\n") if line.lower().startswith(b"payload-oxum")
        ]:
            self._report("bag-malformed", layout.BAG_INFO)

    def _read_index(self, content: bytes | None) -> Index | None:
        if content is None:
            return None
        try:
            return read_index(content)
        except ValueError:
            self._report("index-malformed", layout.INDEX)
            return None

    def _check_index(self, index: Index, table: bytes | None, hashes: Mapping[str, str]) -> None:
        there = {path: sha256 for path, sha256 in hashes.items() if path != layout.INDEX}
        if index.files != there or (table is not None and not _same_rows(index, table)):
            self._report("index-disagrees", layout.INDEX)
        self._check_identity(index)

    def _check_going_on(self, index: Index, signed_by: str) -> None:
        """Approvals, and what a receiver asks beside."""
        unsigned, single = len(index.configurations), 0
        if self._covers is not None:
            self._covers.finish()
            self._problems += self._covers.problems
            unsigned, single = self._covers.unsigned, self._covers.single
        if self._demands.strict and (unsigned or single):
            self._report("approval-weak", layout.INDEX, unsigned=unsigned, single=single)
        if self._seen is not None:
            self._problems += self._seen.problems(index, signed_by)

    def _told(self, index: Index | None, sha256: str) -> dict[str, Any]:
        if index is None:
            return {}
        covers = self._covers
        return {
            "unsigned": covers.unsigned if covers else len(index.configurations),
            "single": covers.single if covers else 0,
            "log": EarlierPackage(index.sequence, sha256, index.audit_sequence, index.head),
        }

    def _check_identity(self, index: Index) -> None:
        expected = layout.folder_name(index.sequence, index.uuid)
        if self._name != expected:
            self._report("folder-name", "", expected=expected)
        after = self._demands.after
        if after is not None and index.sequence <= after:
            self._report("sequence", layout.INDEX, sequence=index.sequence, after=after)


def _kind_problem(path: str, status: os.stat_result) -> str:
    """The code of what is wrong with the kind or the place of an entry, "" where nothing is."""
    reparse = getattr(status, "st_file_attributes", 0) & _REPARSE_POINT
    if stat.S_ISLNK(status.st_mode) or reparse:
        return "symbolic-link"
    if stat.S_ISDIR(status.st_mode):
        return "" if path in layout.FOLDERS else "unexpected-file"
    if not stat.S_ISREG(status.st_mode):
        return "special-file"
    return "" if layout.is_allowed(path) else "unexpected-file"


def _is_order_file(entry: os.DirEntry[str]) -> bool:
    """Whether this is a plain file under a name that an order's file may have.

    Windows alone has links that pass for plain files here; there each file is asked for its mark.
    """
    return (
        os.name != "nt"
        and layout.ORDER_FILE_NAME.fullmatch(entry.name) is not None
        and entry.is_file(follow_symlinks=False)
    )


def _lists_exactly(content: bytes, hashes: Mapping[str, str], required: set[str]) -> bool:
    """Whether a manifest says exactly what is there, line by line; nothing is reported then."""
    text = content.decode("utf-8", "replace")
    found = _LINES.findall(text)
    return (
        len(found) == len(hashes) == text.count("\n")
        and text.endswith("\n")
        and required <= hashes.keys()
        and {path: digest for digest, path in found} == hashes
    )


def _same_rows(index: Index, table: bytes) -> bool:
    try:
        return references(table) == [*index.configurations]
    except ValueError:
        return False


def _hashed(contents: Mapping[str, bytes | None]) -> dict[str, str]:
    return {
        path: layout.sha256_of(content) for path, content in contents.items() if content is not None
    }


def _printable(path: str) -> str:
    """A name that a stranger chose, fit to be shown: nothing unseen, nothing undecodable."""
    return path if path.isprintable() else ascii(path)
