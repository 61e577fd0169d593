"""Makes the Debian package from the built program: `./dev deb`.

It has no scripts of its own: what the desktop must notice, the system's triggers notice. What a
person has made lies in that person's folders and is never touched.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from handing_out import bundle, icons, manual
from handing_out.project import (
    BUILD,
    DIST,
    IDENTIFIER,
    PACKAGE_TYPE,
    PACKAGING,
    PROJECT,
    ROOT,
    SBOM,
    version,
)
from handing_out.when import source_date

HOME = f"usr/lib/{PROJECT}"
_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
_LINUX = PACKAGING / "linux"

LOADED_BY_NAME = (
    "libdbus-1-3", "libegl1", "libfontconfig1", "libgl1", "libxcb-cursor0", "libxcb-icccm4",
    "libxcb-keysyms1", "libxcb-shape0", "libxkbcommon-x11-0",
)  # fmt: skip
"""What Qt opens while it runs, which no linker tells of."""

DONE_WITHOUT = ("printsupport",)
"""Parts of Qt that are loaded where their libraries are there: nobody needs CUPS but to print."""

_MAINTAINER = "The Timebok Desktop founders <timebok-desktop@localhost>"
_CHANGES = """{name} ({version}) stable; urgency=medium

  * See CHANGELOG.md.gz.

 -- {maintainer}  {day}
"""
_CONTROL = """Package: {name}
Version: {version}
Section: misc
Priority: optional
Architecture: {architecture}
Installed-Size: {size}
Depends: {depends}
Recommends: desktop-file-utils, hicolor-icon-theme, libcups2, shared-mime-info
Maintainer: {maintainer}
Description: desk for orders of resource schedules
 Reads the orders of resource schedules that Norwegian municipalities send,
 checks each against a dated copy of the registry, lets two caseworkers
 approve them, and writes what they approved as a signed package.
 .
 Brings its own Python and Qt. The window is in bokmål and nynorsk.
"""

_COPYRIGHT = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Timebok Desktop
Comment: The program is shipped with its own copies of Qt, PySide6, Python and
 other libraries, each under its own licence. They are listed in
 /{home}/THIRD-PARTY.md and, with every file's SHA-256, in
 /{home}/{sbom}; their texts stand in /{home}/licences.

Files: *
Copyright: The Timebok Desktop founders
License: MIT

Files: {home}/_internal/PySide6/* {home}/_internal/shiboken6/*
Copyright: The Qt Company Ltd. and other contributors
License: LGPL-3
 On Debian systems the text is in /usr/share/common-licenses/LGPL-3.

License: MIT
{licence}"""


def build(
    built: Path, out: Path = DIST, number: str | None = None, packed: Sequence[str] = ("-Zxz",)
) -> Path:
    """The package of the built program in `built`."""
    number = number or version()
    architecture = _ARCHITECTURES[platform.machine()]
    made = out / f"{PROJECT}_{number}_{architecture}.deb"
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder, "tree")
        shutil.copytree(built, tree / HOME, symlinks=True)
        lay_out(tree)
        control = tree / "DEBIAN" / "control"
        control.parent.mkdir()
        (control.parent / "md5sums").write_text("".join(_sums(tree)), "utf-8")
        control.write_text(
            _CONTROL.format(
                name=PROJECT,
                version=number,
                architecture=architecture,
                size=sum(path.stat().st_size for path in _files(tree)) // 1024,
                maintainer=_MAINTAINER,
                depends=", ".join(depends(tree / HOME)),
            ),
            "utf-8",
        )
        _settle(tree)
        _run(
            *("dpkg-deb", "--root-owner-group", *packed, "--build", str(tree), str(made)),
            SOURCE_DATE_EPOCH=str(source_date()),
        )
    return made


def lay_out(tree: Path) -> None:
    """Everything outside the folder of the program: commands, desktop, icons, manual, papers."""
    share = tree / "usr" / "share"
    _link(tree / "usr" / "bin" / "timebok", f"../lib/{PROJECT}/timebok")
    _link(tree / "usr" / "bin" / "timebok-desktop", f"../lib/{PROJECT}/timebok-desktop")
    _write(share / "applications" / f"{PROJECT}.desktop", _filled(f"{PROJECT}.desktop"))
    _write(share / "mime" / "packages" / f"{PROJECT}.xml", _filled(f"{PROJECT}.xml"))
    _write(share / "metainfo" / f"{IDENTIFIER}.metainfo.xml", _filled(f"{PROJECT}.metainfo.xml"))
    _place_icons(share / "icons" / "hicolor")
    for place, page in manual.pages().items():
        _write(share / "man" / f"{place}.gz", _packed(page))
    papers = share / "doc" / PROJECT
    day = format_datetime(datetime.fromtimestamp(source_date(), UTC))
    changes = _CHANGES.format(name=PROJECT, version=version(), maintainer=_MAINTAINER, day=day)
    _write(papers / "changelog.gz", _packed(changes))
    _write(papers / "CHANGELOG.md.gz", _packed((ROOT / "CHANGELOG.md").read_text("utf-8")))
    indented = "".join(
        f" {line}\n" if line.strip() else " .\n"
        for line in (ROOT / "LICENSE").read_text("utf-8").splitlines()
    )
    _write(papers / "copyright", _COPYRIGHT.format(home=HOME, sbom=SBOM, licence=indented))
    for name in ("README.md", "README.nb.md"):
        _write(papers / name, (PACKAGING / name).read_text("utf-8"))


def _place_icons(folder: Path) -> None:
    drawn = BUILD / "icons"
    icons.draw(drawn)
    kinds = {icons.PROGRAM: ("apps", PROJECT), icons.PACKAGE: ("mimetypes", _type_icon())}
    for drawing, (kind, name) in kinds.items():
        for size in icons.SIZES:
            picture = (drawn / f"{drawing}-{size}.png").read_bytes()
            _write(folder / f"{size}x{size}" / kind / f"{name}.png", picture)
        vector = icons.DRAWINGS / f"{drawing}.svg"
        _write(folder / "scalable" / kind / f"{name}.svg", vector.read_text("utf-8"))


def _type_icon() -> str:
    """An icon of a type is named like it, with a hyphen for the slash."""
    return PACKAGE_TYPE.replace("/", "-")


def depends(folder: Path) -> list[str]:
    """The Debian packages that the program's libraries need, as the system's own tool says."""
    programs = [
        path
        for path in sorted(folder.rglob("*"))
        if bundle.is_program(path) and path.parent.name not in DONE_WITHOUT
    ]
    inner = folder / "_internal"
    private = sorted({str(path.parent) for path in programs})
    with tempfile.TemporaryDirectory() as place:
        control = Path(place, "debian", "control")
        control.parent.mkdir()
        control.write_text(f"Source: {PROJECT}\n\nPackage: {PROJECT}\nArchitecture: any\n", "utf-8")
        found = subprocess.run(
            [
                *("dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0"),
                *(f"-l{one}" for one in private),
                *(f"-S{inner}", *(f"-e{path}" for path in programs)),
            ],  # dpkg's own words
            cwd=place,
            capture_output=True,
            text=True,
            check=False,
        )
    if found.returncode:
        raise RuntimeError(found.stderr)
    line = found.stdout.strip().partition("shlibs:Depends=")[2]
    names = {one.split()[0]: one for one in line.split(", ") if one}
    for name in LOADED_BY_NAME:
        names.setdefault(name, name)
    return [names[name] for name in sorted(names)]


def _filled(name: str) -> str:
    words = {
        "@VERSION@": version(),
        "@DATE@": datetime.fromtimestamp(source_date(), UTC).date().isoformat(),
        "@IDENTIFIER@": IDENTIFIER,
    }
    text = (_LINUX / name).read_text("utf-8")
    for word, meaning in words.items():
        text = text.replace(word, meaning)
    return text


def _packed(text: str) -> bytes:
    return gzip.compress(text.encode(), mtime=0)


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def _link(path: Path, target: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def _files(tree: Path) -> Iterable[Path]:
    return [path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()]


def _sums(tree: Path) -> Iterable[str]:
    for path in _files(tree):
        digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
        yield f"{digest}  {path.relative_to(tree).as_posix()}\n"


def _settle(tree: Path) -> None:
    """Permissions that do not depend on who builds, and the date of the sources."""
    moment = source_date()
    for path in [*sorted(tree.rglob("*"), reverse=True), tree]:
        if not path.is_symlink():
            inside = path.is_relative_to(tree / HOME)
            runs = path.is_dir() or (inside and os.access(path, os.X_OK))
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)


def _run(*words: str, **environment: str) -> None:
    subprocess.run(words, check=True, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.stdout.write(f"{build(bundle.built())}\n")
