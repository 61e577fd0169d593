"""What the built program holds, and what is left out of it. Used by `timebok.spec`.

Qt comes with far more than a window of ours ever loads; what is kept of it is named here, one
line each. System libraries of the desktop are the system's own business on Linux.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import re
import sys
from collections.abc import Iterable, Sequence
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import Any

from handing_out.project import FOLDER, IDENTIFIER, PROJECT, version

__all__ = ["FOLDER"]

Entry = tuple[str, str, str]
"""PyInstaller's: the place in the folder, the file it comes from, its kind."""

QT_PLUGINS = (
    "platforms/*qxcb*",
    "platforms/*qwayland*",
    "platforms/*qoffscreen*",
    "platforms/*qwindows*",
    "platforms/*qcocoa*",
    "xcbglintegrations/*",
    "wayland-shell-integration/*xdg-shell*",
    "wayland-decoration-client/*",
    "wayland-graphics-integration-client/*wayland-egl*",
    "platforminputcontexts/*compose*",
    "platforminputcontexts/*ibus*",
    "platformthemes/*xdgdesktopportal*",
    "styles/*",
    "iconengines/*qsvgicon*",
    "imageformats/*qsvg*",
    "imageformats/*qico*",
    "printsupport/*",
)
"""Screens, input, looks, the two kinds of picture that the window has, and printers."""

QT_LIBRARIES = (
    "Core", "Gui", "Widgets", "Svg", "PrintSupport", "DBus", "XcbQpa", "OpenGL", "WaylandClient",
    "WlShellIntegration",
)  # fmt: skip

NEVER_IMPORTED = [
    "PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtTest",
    "_pytest", "ensurepip", "idlelib", "lib2to3", "pip", "pkg_resources", "pygments", "pytest",
    "rich", "setuptools", "sqlite3", "sqlalchemy.testing", "test", "tkinter", "tomli",
    "turtledemo", "unittest",
]  # fmt: skip

PYTHONS_OWN_LIBRARIES = (
    "libpython3", "libcrypto", "libssl", "libffi", "libz.", "libbz2", "liblzma", "libexpat",
    "libuuid", "libmpdec", "libsqlite3",
)  # fmt: skip
"""Taken along on Linux because their versions differ from one distribution to the next."""

_NOT_NEEDED_AT_START = ("pyi_rth_inspect", "pyi_rth_multiprocessing", "pyi_rth_pkgutil")
_SAID_AT_START = ("pyi_rth_pyside6",)
"""What `start/timebok.py` says itself on Linux, in a word instead of twenty modules."""

_FOUND_AT_RUN_TIME = ("keyring.backends", "tzdata")


def package_folder() -> Path:
    """Where the installed package lies: the built program is made of the wheel's content."""
    spec = importlib.util.find_spec("timebok_desktop")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("timebok_desktop is not installed in this environment")
    return Path(spec.origin).parent


def resources(package: Path) -> list[tuple[str, str]]:
    """Every resource with its folder. Of the translations what is compiled, not its source; of
    programs among them the source alone.
    """
    found = sorted(path for path in (package / "resources").rglob("*") if path.is_file())
    if not any(path.suffix == ".qm" for path in found):
        raise FileNotFoundError("the translations are not compiled")
    return [
        (str(path), str(Path("timebok_desktop", path.relative_to(package)).parent))
        for path in found
        if path.suffix != ".ts" and "__pycache__" not in path.parts
    ]


def migrations(package: Path) -> list[tuple[str, str]]:
    """Alembic reads the steps of the store from their sources."""
    folder = package / "storage" / "migrations"
    return [
        (str(path), str(Path("timebok_desktop", path.relative_to(package)).parent))
        for path in sorted(folder.rglob("*.py"))
    ]


def distributions() -> list[str]:
    """The project and everything that it needs to run, by name: nothing else is shipped."""
    names: dict[str, None] = {}
    waiting = [PROJECT]
    while waiting:
        name = _plain(waiting.pop(0))
        if name in names:
            continue
        names[name] = None
        waiting += _needs(name)
    return sorted(names)


def _needs(name: str) -> Iterable[str]:
    from packaging.requirements import Requirement  # noqa: PLC0415 - not in every environment

    for line in importlib.metadata.requires(name) or ():
        wanted = Requirement(line)
        if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
            yield wanted.name


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def found_at_run_time() -> list[str]:
    """Packages whose modules are found by name, as far as they are installed."""
    return [name for name in _FOUND_AT_RUN_TIME if importlib.util.find_spec(name.split(".")[0])]


def pruned(entries: Sequence[Entry]) -> list[Entry]:
    """What is kept of what PyInstaller has gathered, in a fixed order."""
    return sorted(entry for entry in entries if is_kept(entry[0], entry[1]))


def started_with(scripts: Sequence[Entry]) -> list[Entry]:
    """What runs at each start, in its order, without what would only make it slower.

    PyInstaller mends `inspect`, `pkgutil` and `multiprocessing` for modules in an archive and for
    children of that library. Our modules lie in files, and our children start by other means.
    """
    unwanted = {*_NOT_NEEDED_AT_START, *(_SAID_AT_START if sys.platform == "linux" else ())}
    return [entry for entry in scripts if entry[0] not in unwanted]


def is_kept(place: str, source: str) -> bool:
    """Whether one file goes into the built program."""
    path = PurePosixPath(place.replace("\\", "/"))
    if "PySide6" in path.parts:
        return _is_used_of_qt(path)
    if sys.platform.startswith("linux") and ".so" in path.name and _is_the_systems(source):
        return path.name.startswith(PYTHONS_OWN_LIBRARIES)
    return True


def _is_used_of_qt(path: PurePosixPath) -> bool:
    if "plugins" in path.parts:
        kind_and_name = "/".join(path.parts[-2:])
        return any(fnmatch(kind_and_name, pattern) for pattern in QT_PLUGINS)
    if "translations" in path.parts or "qml" in path.parts:
        return False
    module = re.match(r"(?:lib)?Qt6?([A-Za-z]+)", path.name)
    return module is None or module[1] in QT_LIBRARIES or path.suffix in (".py", ".pyc")


def _is_the_systems(source: str) -> bool:
    """A library that is part of no Python package."""
    return "site-packages" not in Path(source).parts and not Path(source).parent.match(
        "lib-dynload"
    )


def icon(folder: Path) -> str | None:
    """The icon of the executables, where an executable has one."""
    suffix = {"win32": ".ico", "darwin": ".icns"}.get(sys.platform)
    return str(folder / f"timebok{suffix}") if suffix else None


def windows_version(program: str) -> Any:
    """What Windows shows as the properties of an executable."""
    if sys.platform != "win32":
        return None
    from PyInstaller.utils.win32 import versioninfo as info  # noqa: PLC0415 - Windows only

    numbers = (*(int(part) for part in version().split(".")[:3]), 0)
    texts = {
        "CompanyName": "Timebok Desktop",
        "FileDescription": "Timebok",
        "FileVersion": version(),
        "InternalName": program,
        "LegalCopyright": "MIT",
        "OriginalFilename": f"{program}.exe",
        "ProductName": "Timebok",
        "ProductVersion": version(),
    }
    strings = [info.StringStruct(name, text) for name, text in texts.items()]
    return info.VSVersionInfo(
        ffi=info.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            info.StringFileInfo([info.StringTable("040904B0", strings)]),
            info.VarFileInfo([info.VarStruct("Translation", [0x0409, 1200])]),
        ],
    )


def apple_identity() -> str | None:
    """Who signs on macOS; set by whoever holds the certificate."""
    return os.environ.get("TIMEBOK_APPLE_IDENTITY") or None


def apple_entitlements(folder: Path) -> str | None:
    """What a signed and hardened program may do on macOS."""
    return str(folder / "macos" / "entitlements.plist") if apple_identity() else None


def apple_bundle(looks: Path) -> dict[str, Any]:
    """What makes the folder an application on macOS."""
    from handing_out.apple import information  # noqa: PLC0415 - macOS only

    return {
        "name": "Timebok.app",
        "icon": icon(looks),
        "bundle_identifier": IDENTIFIER,
        "version": version(),
        "info_plist": information(),
    }
