"""Makes everything that is handed out, in `dist`: `./dev release`.

Wheel, source archive, the built program as an archive, the package of this system, the list of
what is shipped, the licences, checksums, and a signature where a key is given.
"""

from __future__ import annotations

import gzip
import io
import platform
import shutil
import sys
import tarfile
from pathlib import Path

from handing_out import bundle, deb, licence_report, signing, wheels
from handing_out.project import DIST, PROJECT, SBOM, version
from handing_out.when import source_date


def make() -> list[Path]:
    """All of it, from the beginning."""
    for old in DIST.glob("*"):
        if old.is_file():
            old.unlink()
    wheels.build()
    built = bundle.build()
    archive(built, DIST / f"{PROJECT}-{version()}-{_system()}.tar.gz")
    if shutil.which("dpkg-deb"):
        deb.build(built)
    shutil.copy(built / SBOM, DIST / f"{PROJECT}-{version()}-{_system()}.cdx.json")
    report = f"{PROJECT}-{version()}-{_system()}-{licence_report.REPORT}"
    shutil.copy(built / licence_report.REPORT, DIST / report)
    signing.write_sums(DIST)
    if not signing.sign(DIST):
        sys.stderr.write(
            f"release: {signing.SUMS} is NOT signed: {signing.KEY_NAME} names no key\n"
        )
    return sorted(path for path in DIST.iterdir() if path.is_file())


def archive(folder: Path, to: Path) -> None:
    """The built program in one file, the same bytes for the same content."""
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.PAX_FORMAT) as made:
        for path in [folder, *sorted(folder.rglob("*"))]:
            made.add(path, path.relative_to(folder.parent), recursive=False, filter=_nobodys)
    with to.open("wb") as file, gzip.GzipFile("", "wb", 6, file, mtime=source_date()) as packed:
        packed.write(plain.getbuffer())


def _nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = source_date()
    return entry


def _system() -> str:
    return f"{platform.system().lower()}-{platform.machine().lower()}"


if __name__ == "__main__":
    try:
        sys.stdout.write("".join(f"{path.name}\n" for path in make()))
    except signing.SigningKeyError as error:
        sys.exit(f"release: {error}")
