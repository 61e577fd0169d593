"""Unpacks a `.timebok-package`: a ZIP of exactly one package's folder, and nothing else.

Every name is checked against the allow-list before anything is written, sizes are limited by what
really comes out, and links are refused. Whether the content is right is not judged here.
"""

from __future__ import annotations

import errno
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.domain.problems import Problem
from timebok_desktop.files.package import layout
from timebok_desktop.files.package.findings import finding

_CHUNK = 1024 * 1024
_LARGEST_ARCHIVE = 4 * 1024**3
_MOST_OUT_OF_LITTLE = 16 * 1024 * 1024
_HIGHEST_RATIO = 60
"""Packages shrink to about a tenth; what swells much more is no package."""
_ENCRYPTED = 0x1
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    NotImplementedError,
)


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The folder of an archive, or the problems why there is none."""

    folder: Path | None
    problems: Sequence[Problem] = ()


class _RefusedArchiveError(Exception):
    """The archive is not one of ours; the problem says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@contextmanager
def unpacked(path: Path) -> Iterator[Unpacked]:
    """The package's folder in a temporary place that vanishes afterwards."""
    with tempfile.TemporaryDirectory(prefix="timebok-", ignore_cleanup_errors=True) as place:
        yield _unpack(path, Path(place))


def _unpack(path: Path, place: Path) -> Unpacked:
    try:
        if not zipfile.is_zipfile(path):
            return Unpacked(None, [finding("not-a-package", "")])
        size = path.stat().st_size
        if size > _LARGEST_ARCHIVE:
            return Unpacked(None, [finding("too-large", "")])
        with zipfile.ZipFile(path) as archive:
            name = _checked_name(archive.infolist(), size)
            _extract(archive, place / name)
    except _RefusedArchiveError as error:
        return Unpacked(None, [error.problem])
    except _BROKEN:
        return Unpacked(None, [finding("archive-malformed", "")])
    except OSError as error:
        if error.errno == errno.EINVAL:  # the archive names a place that no file has
            return Unpacked(None, [finding("archive-malformed", "")])
        raise UnavailableError(
            "Pakken {path} kan ikke pakkes ut: {reason}. Kontroller tilgangen og at det er plass "
            "på disken for midlertidige filer.",
            "Pakken {path} kan ikkje pakkast ut: {reason}. Kontroller tilgangen og at det er plass "
            "på disken for mellombelse filer.",
            path=path,
            reason=error.strerror or error,
        ) from error
    return Unpacked(place / name)


def _checked_name(entries: Sequence[zipfile.ZipInfo], size: int) -> str:
    """The name of the one folder; _RefusedArchiveError where anything else is in the archive."""
    limit = max(_MOST_OUT_OF_LITTLE, size * _HIGHEST_RATIO)
    if len(entries) > layout.MOST_FILES or sum(entry.file_size for entry in entries) > limit:
        raise _RefusedArchiveError(finding("too-large", ""))
    folder = entries[0].orig_filename.partition("/")[0] if entries else ""
    if not layout.is_folder_name(folder):
        raise _RefusedArchiveError(finding("archive-malformed", ""))
    seen: set[str] = set()
    for entry in entries:
        _check_entry(entry, folder, seen)
    return folder


def _check_entry(entry: zipfile.ZipInfo, folder: str, seen: set[str]) -> None:
    # orig_filename: ZipInfo cuts names at a zero byte and turns the system's separators.
    name = entry.orig_filename
    shown = name if name.isprintable() else ascii(name)
    top, _, inside = name.partition("/")
    is_folder = name.endswith("/")
    known = inside.rstrip("/") in {"", *layout.FOLDERS} if is_folder else layout.is_allowed(inside)
    if top != folder or not known or name in seen:
        raise _RefusedArchiveError(finding("archive-path", shown, path=shown))
    seen.add(name)
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFDIR if is_folder else stat.S_IFREG):
        code = "symbolic-link" if kind == stat.S_IFLNK else "special-file"
        raise _RefusedArchiveError(finding(code, shown))
    if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _METHODS:
        raise _RefusedArchiveError(finding("archive-malformed", shown))
    if entry.file_size > layout.LARGEST_FILE:
        raise _RefusedArchiveError(finding("too-large", shown))


def _extract(archive: zipfile.ZipFile, folder: Path) -> None:
    """Write the files that `_checked_name` allowed; never more than an entry declared."""
    for entry in archive.infolist():
        target = folder / entry.orig_filename.partition("/")[2]
        if entry.orig_filename.endswith("/"):
            target.mkdir(parents=True, exist_ok=True)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(entry) as source, target.open("xb") as copy:
            shutil.copyfileobj(source, copy, _CHUNK)
