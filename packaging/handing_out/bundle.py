"""Builds the one folder that runs without Python: `./dev bundle`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from handing_out import icons, inventory, licence_report
from handing_out.project import BUILD, DIST, PACKAGING, ROOT, SBOM, bundle
from handing_out.when import source_date

_ELF = b"\x7fELF"


def build() -> Path:
    """The built program; its files bear the date of the sources."""
    icons.draw(BUILD / "icons")
    environment = {
        **os.environ,
        "PYTHONPATH": str(PACKAGING),
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": str(source_date()),
    }
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean"),
            *("--log-level", "WARN", "--distpath", str(DIST / "bundle")),
            *("--workpath", str(BUILD / "pyinstaller"), str(PACKAGING / "timebok.spec")),
        ],
        cwd=ROOT,
        env=environment,
        check=True,
    )
    made = bundle()
    if sys.platform.startswith("linux"):
        strip(made)
    describe(made)
    date_files(made)
    return made


def built() -> Path:
    """The built program, made now where it is not there."""
    return bundle() if (bundle() / SBOM).is_file() else build()


def describe(folder: Path) -> None:
    """Say what is in it, in it: the list of components, their licences, and our own."""
    from handing_out import sbom  # noqa: PLC0415 - its library is not where only tests run

    components = inventory.taken(folder)
    (BUILD / "inventory.json").write_text(inventory.as_json(components), "utf-8")
    (folder / SBOM).write_text(sbom.written(components), "utf-8")
    licence_report.write(components, folder)


def strip(folder: Path) -> None:
    """Take out what only a debugger reads. Qt's own files stay as their makers shipped them."""
    tool = shutil.which("strip")
    if tool is None:
        raise FileNotFoundError("strip is missing; it comes with binutils")
    for path in sorted(folder.rglob("*")):
        if "PySide6" in path.parts or not is_program(path):
            continue
        subprocess.run([tool, "--strip-unneeded", str(path)], check=True)


def is_program(path: Path) -> bool:
    """Whether it is a library or an executable of Linux."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_ELF)) == _ELF


def date_files(folder: Path) -> None:
    """Give every file the date of the sources and plain permissions, whoever builds it."""
    moment = source_date()
    for path in sorted(folder.rglob("*"), reverse=True):
        if not path.is_symlink():
            is_start = path.parent == folder and not path.suffix
            runs = path.is_dir() or is_start or path.suffix == ".so"
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)
    os.utime(folder, (moment, moment))


if __name__ == "__main__":
    sys.stdout.write(f"{build()}\n")
