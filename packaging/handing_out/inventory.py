"""What stands in the built program, file by file: every file belongs to one component.

A component is known by what its own package says of it, by the Python that built the program, or
by the distribution that a system library comes from. What cannot be known is said to be unknown.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from handing_out import contents, within
from handing_out.project import PACKAGING, PROJECT, ROOT

UNKNOWN = "unknown"
_LICENCES = PACKAGING / "licences"
_LGPL = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"

_SAID_OTHERWISE = {
    "backports-tarfile": "MIT",
    "defusedxml": "PSF-2.0",
    "jaraco-classes": "MIT",
    "sqlcipher3": "Zlib",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
}
"""Licences as SPDX names them, where a package gives them in other words or only as text."""


@dataclass
class Component:
    """One thing that is shipped."""

    name: str
    version: str
    licence: str
    purl: str = ""
    supplier: str = ""
    files: dict[str, str] = field(default_factory=dict)
    """Place in the built program, and SHA-256."""
    texts: dict[str, str] = field(default_factory=dict)
    """Name and words of each licence."""
    inside: str = ""
    """The component that it is built into, where it has no file of its own."""
    told_by: str = ""

    @property
    def sha256(self) -> str:
        """Of the one file, else of the list of its files as `sha256sum` writes it."""
        if len(self.files) == 1:
            return next(iter(self.files.values()))
        lines = "".join(f"{digest}  {place}\n" for place, digest in sorted(self.files.items()))
        return hashlib.sha256(lines.encode()).hexdigest()


class UnknownFileError(Exception):
    """A file of the built program belongs to nothing that is known."""


def taken(folder: Path) -> list[Component]:
    """The components of the built program in `folder`, by name."""
    owners = list(_packages())
    known = {component.name.lower(): component for component, _ in owners}
    places = {place: component for component, found in owners for place in found}
    strangers = []
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        place = path.relative_to(folder).as_posix()
        component = _owner(place, places, known)
        if component is None:
            strangers.append(place)
        else:
            component.files[place] = sha256(path)
    if strangers:
        raise UnknownFileError("\n".join(strangers))
    shipped = [one for one in known.values() if one.files]
    shipped += within.built_in({one.name.lower(): one for one in shipped})
    return sorted(shipped, key=lambda one: (one.name.lower(), one.version, one.inside))


def sha256(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _owner(
    place: str, places: dict[str, Component], known: dict[str, Component]
) -> Component | None:
    inner = place.removeprefix("_internal/")
    name = Path(inner).name
    of_loader = inner == place and "/" not in place
    if of_loader or inner.startswith("_pyi_rth_utils/") or inner == "base_library.zip":
        return known["pyinstaller"]
    if qt := _of_qt(inner):
        return known.get(qt) or known.setdefault(qt, _qt(qt))
    if found := places.get(re.sub(r"\.pyc$", ".py", inner)):
        return found
    if ".so" in name and "/" not in inner and not name.startswith("libpython"):
        return _system_library(name, known)
    if _is_pythons(inner):
        return known.get("python") or known.setdefault("python", _python())
    return None


def _packages() -> Iterator[tuple[Component, list[str]]]:
    for name in [*contents.distributions(), "pyinstaller"]:
        about = importlib.metadata.distribution(name)
        component = Component(
            about.metadata["Name"],
            about.version,
            _licence_of(name, about),
            purl=f"pkg:pypi/{name}@{about.version}",
            supplier=_first_line(about.metadata["Author"] or about.metadata["Author-email"]),
            texts=_texts_of(about),
            told_by="the package's own metadata",
        )
        if name == PROJECT:
            component.texts = {"LICENSE": (ROOT / "LICENSE").read_text("utf-8")}
        yield component, [str(path) for path in about.files or ()]


def _licence_of(name: str, about: importlib.metadata.Distribution) -> str:
    """As the package says it; some say it as a word, some as a whole text."""
    said = about.metadata["License-Expression"] or about.metadata["License"] or ""
    return _SAID_OTHERWISE.get(name) or (said if said and "\n" not in said else UNKNOWN)


def _texts_of(about: importlib.metadata.Distribution) -> dict[str, str]:
    named = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
    found = {}
    for path in about.files or ():
        inner = str(path)
        if ".dist-info/" in inner and named.search(inner.split(".dist-info/", 1)[1]):
            where = Path(str(about.locate_file(path)))
            if where.is_file() and where.suffix not in (".json", ".py"):
                found[where.name] = where.read_text("utf-8", "replace")
    if about.metadata["Name"].lower().startswith(("pyside6", "shiboken6")):
        found |= lgpl_texts()
    return found


def lgpl_texts() -> dict[str, str]:
    """The licence of Qt and its bindings, and the one that it refers to."""
    return {
        name: (_LICENCES / name).read_text("utf-8")
        for name in ("LGPL-3.0-only.txt", "GPL-3.0-only.txt")
    }


def _of_qt(inner: str) -> str:
    """Which part of the PySide6 package is Qt itself, or brings its tables of characters."""
    name = Path(inner).name
    if "/Qt/" in inner and name.startswith("libicu"):
        return "icu"
    if inner.startswith("PySide6/Qt/") or re.match(r"PySide6/Qt6\w+\.dll$", inner):
        return "qt"
    return ""


def _qt(name: str) -> Component:
    from PySide6.QtCore import qVersion  # noqa: PLC0415 - only where something was built

    if name == "icu":
        (data,) = Path(sys.prefix).rglob("PySide6/Qt/lib/libicudata.so.*")
        return Component(
            "ICU",
            data.suffix.removeprefix("."),
            "Unicode-3.0",
            supplier="Unicode, Inc.",
            texts={"where.txt": "https://www.unicode.org/license.txt\n"},
            told_by="the name of its library",
        )
    return Component(
        "Qt",
        str(qVersion()),
        _LGPL,
        purl=f"pkg:generic/qt@{qVersion()}",
        supplier="The Qt Company Ltd.",
        texts=lgpl_texts(),
        told_by="the library itself",
    )


def _is_pythons(inner: str) -> bool:
    """Part of Python or of its standard library."""
    first = inner.split("/", maxsplit=1)[0]
    module = first.split(".")[0]
    return (
        first.startswith(("libpython", "python3", "lib-dynload"))
        or module in sys.stdlib_module_names
        or module.startswith("_sysconfigdata")
    )


def _python() -> Component:
    number = sys.version.split()[0]
    text = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    beside = Path(f"/usr/share/doc/python3.{sys.version_info.minor}/copyright")
    texts = {path.name: path.read_text("utf-8") for path in (text, beside) if path.is_file()}
    return Component(
        "Python",
        number,
        "PSF-2.0",
        purl=f"pkg:generic/python@{number}",
        supplier="Python Software Foundation",
        texts=dict(list(texts.items())[:1]),
        told_by="the interpreter itself",
    )


def _system_library(name: str, known: dict[str, Component]) -> Component | None:
    """A library of the distribution that the program was built on."""
    path = _where_loaded(name)
    owner = _debian_owner(path) if path else ""
    if not owner:
        return known.setdefault(
            name, Component(name, UNKNOWN, UNKNOWN, told_by="the file name alone")
        )
    package, number, source = owner.split("\t")
    plain = package.split(":")[0]
    text = Path("/usr/share/doc", plain, "copyright")
    return known.setdefault(
        plain,
        Component(
            plain,
            number,
            within.SYSTEM_LICENCES.get(source, UNKNOWN),
            purl=f"pkg:deb/debian/{plain}@{number}",
            supplier="Debian",
            texts={"copyright": text.read_text("utf-8")} if text.is_file() else {},
            told_by="the package manager",
        ),
    )


def _where_loaded(name: str) -> Path | None:
    listed = subprocess.run(
        [shutil.which("ldconfig") or "/sbin/ldconfig", "-p"],
        capture_output=True,
        text=True,
        check=False,
    )
    for line in listed.stdout.splitlines():
        if line.strip().startswith(f"{name} "):
            return Path(line.split("=> ")[1])
    return None


def _debian_owner(path: Path) -> str:
    """Package, version and source package of a file, separated by tabs."""
    if not shutil.which("dpkg-query"):
        return ""
    for one in (path, path.resolve(), Path("/usr", *path.parts[1:])):
        asked = subprocess.run(
            ["dpkg-query", "-S", str(one)],  # noqa: S607 - whichever it is
            capture_output=True,
            text=True,
            check=False,
        )
        if asked.returncode == 0:
            package = asked.stdout.split(": ")[0].split(",")[0]
            shown = subprocess.run(
                ["dpkg-query", "-W", "-f", "${Package}\t${Version}\t${source:Package}", package],  # noqa: S607
                capture_output=True,
                text=True,
                check=True,
            )
            return shown.stdout
    return ""


def _first_line(text: str | None) -> str:
    return (text or "").split("\n")[0].split("<")[0].strip(' "')


def as_json(components: Iterable[Component]) -> str:
    """The inventory as it is kept beside the built program, for the steps that follow."""
    return json.dumps([vars(one) for one in components], ensure_ascii=False, indent=1)


def read(path: Path) -> list[Component]:
    """What `as_json` wrote."""
    return [Component(**one) for one in json.loads(path.read_text("utf-8"))]
