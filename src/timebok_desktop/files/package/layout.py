"""Where everything stands in an export package, and how much of it there may be.

A package is a BagIt 1.0 folder with an allow-list: what is not named here may not be in it. Every
path is plain ASCII, so no two spellings of a name mean the same file.
"""

from __future__ import annotations

import hashlib
import re

BAGIT = "bagit.txt"
BAG_INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
SIGNATURE = "signatures/tagmanifest-sha256.txt.jws"
INDEX = "data/index.json"
CONFIGURATIONS = "data/configurations.csv"
REPORT = "data/report.html"

BAGIT_TEXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
INDEX_SCHEMA = "timebok-package/1"

ORDER_FOLDERS = ("data/ar", "data/fhir")
"""Each has one file for each order."""
FOLDERS = frozenset({"data", "signatures", *ORDER_FOLDERS})
TAG_FILES = (BAG_INFO, BAGIT, MANIFEST)
"""What the tag manifest lists: not itself, and not the signature, which is made over it."""
ROOT_FILES = frozenset({*TAG_FILES, TAG_MANIFEST, SIGNATURE})
FIXED_PAYLOAD = (CONFIGURATIONS, INDEX, REPORT)

LARGEST_FILE = 512 * 1024 * 1024
MOST_FILES = 2_000_000

_REFERENCE = r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}"
_REFERENCE_PATTERN = re.compile(_REFERENCE)
_ORDER_FILE = re.compile(rf"data/(?:fhir|ar)/{_REFERENCE}\.json")
ORDER_FILE_NAME = re.compile(rf"{_REFERENCE}\.json")
_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
UUID_PATTERN = re.compile(_UUID)
_FOLDER_NAME = re.compile(rf"timebok-export-[1-9][0-9]{{0,17}}-{_UUID}")


def folder_name(sequence: int, uuid: str) -> str:
    """The name of a package's folder."""
    return f"timebok-export-{sequence}-{uuid}"


def is_folder_name(name: str) -> bool:
    """Whether `name` is that of a package's folder."""
    return _FOLDER_NAME.fullmatch(name) is not None


def is_reference(text: str) -> bool:
    """Whether an order's reference can name files in a package."""
    return _REFERENCE_PATTERN.fullmatch(text) is not None


def fhir_path(reference: str) -> str:
    """Where an order's FHIR Bundle stands."""
    return f"data/fhir/{reference}.json"


def ar_path(reference: str) -> str:
    """Where an order's change in AR's field names stands."""
    return f"data/ar/{reference}.json"


def is_payload(path: str) -> bool:
    """Whether `path` may stand below `data`."""
    return path in FIXED_PAYLOAD or _ORDER_FILE.fullmatch(path) is not None


def is_allowed(path: str) -> bool:
    """Whether `path` may stand in a package at all."""
    return path in ROOT_FILES or is_payload(path)


def manifest_line(sha256: str, path: str) -> str:
    """A line of a BagIt manifest; `sha256sum -c` reads it too."""
    return f"{sha256}  {path}\n"


def sha256_of(content: bytes) -> str:
    """SHA-256 in lower-case hex."""
    return hashlib.sha256(content).hexdigest()
