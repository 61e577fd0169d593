"""What is built into the libraries that are shipped, as far as they tell of it themselves.

Packages built with Rust bring their own list (PEP 770). The others are asked for the version that
they report; Qt's own third parties stand on Qt's page, and only two of them tell their version.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handing_out.project import PACKAGING

if TYPE_CHECKING:
    from handing_out.inventory import Component

QT_THIRD_PARTIES = "https://doc.qt.io/qt-6/licenses-used-in-qt.html"

SYSTEM_LICENCES = {
    "bzip2": "bzip2-1.0.6",
    "expat": "MIT",
    "libffi": "MIT",
    "mpdecimal": "BSD-2-Clause",
    "openssl": "Apache-2.0",
    "util-linux": "BSD-3-Clause",
    "xz-utils": "LicenseRef-public-domain",
    "zlib": "Zlib",
}
"""Of the libraries themselves, by Debian's source package; the texts say the same in full."""


def built_in(shipped: Mapping[str, Component]) -> list[Component]:
    """The components without a file of their own."""
    found = [*_rust(shipped), *_sqlcipher(shipped), *_openssl(shipped), *_of_qt(shipped)]
    return [*found, *_of_python(shipped)]


def _part(owner: Component, name: str, version: str, licence: str, **more: Any) -> Component:
    from handing_out.inventory import Component  # noqa: PLC0415 - each needs the other

    files = more.pop("files", None) or _libraries(owner)
    more.setdefault("told_by", "the library itself")
    return Component(name, version, licence, inside=owner.name, files=files, **more)


def _libraries(owner: Component) -> dict[str, str]:
    """The files that code of others can be built into."""
    library = re.compile(r"\.(so|pyd|dll|dylib)(\.|$)")
    found = {place: digest for place, digest in owner.files.items() if library.search(place)}
    return found or dict(owner.files)


def _rust(shipped: Mapping[str, Component]) -> Iterator[Component]:
    for owner in shipped.values():
        if not owner.purl.startswith("pkg:pypi/"):
            continue
        for path in importlib.metadata.distribution(owner.name).files or ():
            if "/sboms/" in str(path) and path.suffix == ".json":
                told = json.loads(Path(str(path.locate())).read_text("utf-8"))
                for one in told.get("components", ()):
                    if one["name"] == "openssl":
                        continue  # it tells of itself, and of its licence too
                    yield _part(
                        owner,
                        one["name"],
                        one.get("version", ""),
                        _expression(one.get("licenses", ())),
                        purl=one.get("purl", ""),
                        told_by=f"{owner.name}'s own list, {path.name}",
                    )


def _expression(licences: Any) -> str:
    for one in licences or ():
        inner = one.get("license", {})
        said = one.get("expression") or inner.get("id") or inner.get("name")
        if said:
            return str(said)
    return "unknown"


def _sqlcipher(shipped: Mapping[str, Component]) -> Iterator[Component]:
    owner = shipped.get("sqlcipher3")
    if owner is None:
        return
    import sqlcipher3.dbapi2 as driver  # noqa: PLC0415 - only where it is shipped

    connection = driver.connect(":memory:")
    ((number,),) = connection.execute("PRAGMA cipher_version").fetchall()
    connection.execute("PRAGMA key='x'")
    ((provider,),) = connection.execute("PRAGMA cipher_provider_version").fetchall()
    connection.close()
    text = (PACKAGING / "licences" / "SQLCipher.txt").read_text("utf-8")
    yield _part(
        owner, "SQLCipher", number.split()[0], "BSD-3-Clause", texts={"LICENSE.txt": text},
        supplier="Zetetic LLC",
    )  # fmt: skip
    yield _part(
        owner, "SQLite", driver.sqlite_version, "blessing",
        texts={"where.txt": "Public domain: https://www.sqlite.org/copyright.html\n"},
    )  # fmt: skip
    yield _part(owner, "OpenSSL", provider.split()[1], "Apache-2.0", texts=_apache())


def _openssl(shipped: Mapping[str, Component]) -> Iterator[Component]:
    owner = shipped.get("cryptography")
    if owner is None:
        return
    from cryptography.hazmat.backends.openssl.backend import backend  # noqa: PLC0415

    number = backend.openssl_version_text().split()[1]
    yield _part(owner, "OpenSSL", number, "Apache-2.0", texts=_apache())


def _apache() -> dict[str, str]:
    return {"Apache-2.0.txt": (PACKAGING / "licences" / "Apache-2.0.txt").read_text("utf-8")}


def _of_qt(shipped: Mapping[str, Component]) -> Iterator[Component]:
    owner = shipped.get("qt")
    if owner is None:
        return
    told = {"where.txt": f"{QT_THIRD_PARTIES}\n"}
    (gui,) = Path(sys.prefix).rglob("PySide6/Qt/lib/libQt6Gui.so.*")
    found = re.search(rb"libpng version ([0-9.]+)", gui.read_bytes())
    yield _part(
        owner, "libpng", found[1].decode() if found else "unknown", "libpng-2.0", texts=told
    )
    for name, licence in (
        ("FreeType", "FTL OR GPL-2.0-only"),
        ("HarfBuzz", "MIT-Modern-Variant"),
        ("PCRE2", "BSD-3-Clause"),
        ("zlib", "Zlib"),
        ("double-conversion", "BSD-3-Clause"),
        ("MD4C", "MIT"),
    ):
        yield _part(
            owner, name, "unknown", licence, texts=told, told_by="Qt's list of third parties"
        )


def _of_python(shipped: Mapping[str, Component]) -> Iterator[Component]:
    owner = shipped.get("python")
    if owner is None:
        return
    import pyexpat  # noqa: PLC0415 - only where it is shipped

    inside = {place: one for place, one in owner.files.items() if "pyexpat" in place}
    if inside:
        number = pyexpat.EXPAT_VERSION.removeprefix("expat_")
        yield _part(owner, "Expat", number, "MIT", files=inside, texts=owner.texts)
