"""What has changed from version to version, in a few words for caseworkers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_DIGITS = re.compile(r"\d+")


class Release(NamedTuple):
    """A version and what it brought."""

    version: str
    changes: tuple[str, ...]


def releases_of(text: str) -> tuple[Release, ...]:
    """The releases that a file of `resources/news` tells, newest first: `## version`, then one
    change a line, `- change`.
    """
    found: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("## "):
            found.append((line[3:].strip(), []))
        elif line.startswith("- ") and found:
            found[-1][1].append(line[2:].strip())
    return tuple(Release(version, tuple(changes)) for version, changes in found)


def since(releases: Sequence[Release], version: str) -> tuple[Release, ...]:
    """The releases after a version; all of them where it is ""."""
    return tuple(one for one in releases if in_order(one.version) > in_order(version))


def in_order(version: str) -> tuple[int, ...]:
    """What versions are compared by: 0.10.0 comes after 0.9.0."""
    return tuple(int(number) for number in _DIGITS.findall(version))


def news_lines(releases: Sequence[Release]) -> list[str]:
    """The releases as lines of plain text."""
    lines: list[str] = []
    for release in releases:
        lines += ["", release.version] if lines else [release.version]
        lines += [f"  • {change}" for change in release.changes]
    return lines
