"""The texts of the window: bring the .ts files up to date, or check that they are.

Run by `./dev translations` and `./dev check`. It never changes a file when it checks, and it
never translates: what is new stands as unfinished until a person has written it.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import parse

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("src/timebok_desktop/ui", "src/timebok_desktop/app.py")
UNFINISHED = ("unfinished", "vanished", "obsolete")

Text = tuple[str, str, str, bool]


def translation_files() -> list[Path]:
    """Ours; what Qt itself says (`qtbase_*.ts`) has no sources here and is written by hand."""
    return sorted((ROOT / "resources" / "translations").glob("timebok_*.ts"))


def qt_tool(name: str) -> str:
    """The path of a tool inside the PySide6 package."""
    spec = importlib.util.find_spec("PySide6")
    folders = spec.submodule_search_locations if spec else None
    for folder in folders or ():
        found = shutil.which(name, path=folder)
        if found:
            return found
    sys.exit(f"translations: {name} is not in the PySide6 package of this Python")


def update(files: list[Path]) -> None:
    """Bring the texts of the sources into the files; what is no longer used goes."""
    sources = [str(ROOT / source) for source in SOURCES if (ROOT / source).exists()]
    options = ["-silent", "-extensions", "py", "-locations", "none", "-no-obsolete"]
    # Qt's own tool from the environment, with paths of this repository only
    subprocess.run(  # noqa: S603
        [qt_tool("lupdate"), *options, *sources, "-ts", *map(str, files)], check=True
    )


def messages(file: Path) -> Iterator[tuple[Text, Element]]:
    """Every message of a .ts file with what tells it apart."""
    for context in parse(file).iter("context"):
        for message in context.iter("message"):
            key = (
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                message.get("numerus") == "yes",
            )
            yield key, message


def is_finished(message: Element) -> bool:
    """Whether a person has written the translation, in every number it needs."""
    translation = message.find("translation")
    if translation is None or translation.get("type") in UNFINISHED:
        return False
    forms = translation.findall("numerusform") or [translation]
    return all((form.text or "").strip() for form in forms)


def complaints(file: Path, fresh: Path) -> Iterator[str]:
    """What is wrong with a file, compared with a copy brought up to date."""
    ours = dict(messages(file))
    wanted = dict(messages(fresh))
    for key in wanted.keys() - ours.keys():
        yield f"{file.name}: not there yet: {key[0]}: {key[1]!r} (run ./dev translations)"
    for key in ours.keys() - wanted.keys():
        yield f"{file.name}: no longer used: {key[0]}: {key[1]!r} (run ./dev translations)"
    for key in wanted.keys() & ours.keys():
        if not is_finished(ours[key]):
            yield f"{file.name}: not translated: {key[0]}: {key[1]!r}"


def check(files: list[Path]) -> int:
    """Print every complaint; 1 when there is one."""
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(shutil.copy(file, folder)) for file in files]
        update(copies)
        found = sorted(
            line
            for file, fresh in zip(files, copies, strict=True)
            for line in complaints(file, fresh)
        )
    for line in found:
        sys.stderr.write(f"{line}\n")
    return 1 if found else 0


def main(arguments: list[str]) -> int:
    files = translation_files()
    if not files:
        return 0
    if arguments == ["check"]:
        return check(files)
    if arguments == ["update"]:
        update(files)
        return 0
    sys.stderr.write("usage: translations.py check|update\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
