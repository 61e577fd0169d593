"""The parts that the program is made of: everything it is installed with, their versions and
licences, read from what is installed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import metadata
from pathlib import Path

from timebok_desktop.child_process import is_packed
from timebok_desktop.services.parts import Part

_OURS = "timebok-desktop"
_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]*")
_LICENCE = re.compile(r"^License :: (?:OSI Approved :: )?(.+)$")
_FILES = re.compile(r"(^|/)(licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)
_BY_TEXT = {
    "This software is provided 'as-is', without any express or implied warranty.": "Zlib",
}
_LONGEST = 80
"""A longer one is the licence itself, put where its name belongs."""


@cache
def shipped_parts() -> tuple[Part, ...]:
    """Every distribution that the program needs here, also through others, by name."""
    found: dict[str, Part] = {}
    waiting = [_OURS]
    while waiting:
        wanted = waiting.pop()
        key = re.sub(r"[-_.]+", "-", wanted).lower()
        if key in found:
            continue
        try:
            distribution = metadata.distribution(wanted)
        except metadata.PackageNotFoundError:
            continue
        found[key] = _part(distribution)
        waiting += _needed(distribution)
    found.pop(_OURS, None)
    return tuple(found[key] for key in sorted(found))


def licence_folder() -> Path | None:
    """Where the licences of everything stand, in a program that was installed with them."""
    folder = Path(sys.executable).resolve().parent / "licences"
    return folder if is_packed() and folder.is_dir() else None


def part_versions() -> dict[str, str]:
    """The version of every part by its name."""
    return {part.name: part.version for part in shipped_parts()}


def _needed(distribution: metadata.Distribution) -> Iterator[str]:
    """What it needs always; what is not installed here is not needed here."""
    for line in distribution.requires or ():
        name = _NAME.match(line)
        if name and "extra ==" not in line:
            yield name.group()


def _part(distribution: metadata.Distribution) -> Part:
    told, texts = distribution.metadata, tuple(_texts(distribution))
    return Part(str(told["Name"]), distribution.version, _licence(told, texts), texts)


def _licence(told: metadata.PackageMetadata, texts: Sequence[str]) -> str:
    """As an expression, else by its classifiers, else in the author's words, else by its text."""
    expressions = told.get_all("License-Expression")
    if expressions:
        return str(expressions[0])
    classified = [
        match.group(1)
        for line in told.get_all("Classifier") or ()
        if (match := _LICENCE.match(line)) and match.group(1) != "OSI Approved"
    ]
    if classified:
        return ", ".join(classified)
    words = str((told.get_all("License") or [""])[0]).strip()
    if words and len(words) <= _LONGEST and "\n" not in words:
        return words
    return next((name for begins, name in _BY_TEXT.items() if begins in "\n".join(texts)), "")


def _texts(distribution: metadata.Distribution) -> Iterator[str]:
    for path in distribution.files or ():
        if ".dist-info" in path.parts[0] and _FILES.search(str(path)):
            try:
                yield path.read_text("utf-8").strip()
            except (OSError, UnicodeDecodeError):
                continue
