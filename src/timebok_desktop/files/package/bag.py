"""Writes export packages, and is the file room's `Packager`.

The signature is made over the tag manifest, which covers the manifest, which covers everything
below `data`. So neither the tag manifest nor the folder `signatures` is listed in the tag
manifest; the verifier knows both by name and allows nothing else beside them.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import bagit

from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.domain.phrases import Language
from timebok_desktop.files.keys import WorkspaceKeys, read_public_keys
from timebok_desktop.files.package import layout, verify
from timebok_desktop.files.package.ar_change import ar_change
from timebok_desktop.files.package.configurations_csv import configurations_csv
from timebok_desktop.files.package.durable import make_folder, write_new
from timebok_desktop.files.package.fhir import bundle
from timebok_desktop.files.package.index import index_document
from timebok_desktop.files.package.report import report_html
from timebok_desktop.services.ports_files import (
    LeavingOrder,
    PackageCheck,
    PackageHeader,
    WrittenPackage,
)


class BagPackager:
    """Writes and verifies export packages, signed with the workspace's key.

    `language` is that of the readable report.
    """

    def __init__(self, keys: WorkspaceKeys, version: str, language: Language = "nb") -> None:
        self._keys = keys
        self._version = version
        self._language: Language = language

    def write(
        self, folder: Path, header: PackageHeader, orders: Sequence[LeavingOrder]
    ) -> WrittenPackage:
        """Write beside, check, sync and move into `folder`; on any failure nothing is left."""
        _check_references(orders)
        name = layout.folder_name(header.sequence, header.uuid)
        written: list[PackageCheck] = []

        def fill(beside: Path) -> None:
            self._fill(beside, header, orders)
            written.append(self._checked(beside, name))

        path = make_folder(folder, name, fill)
        return WrittenPackage(path, written[0].sha256, len(orders))

    def verify(self, path: Path, trusted: Sequence[Path], after: int | None = None) -> PackageCheck:
        """Check a package folder or a `.timebok-package` against own and trusted keys."""
        own = self._keys.public_key()
        keys = [key for file in trusted for key in read_public_keys(file)]
        return verify.check(path, [*keys, *([own] if own else [])], after)

    def export_trust(self, target: Path) -> None:
        """Write the workspace's public key as a trust file."""
        self._keys.export_trust(target)

    def _fill(self, beside: Path, header: PackageHeader, orders: Sequence[LeavingOrder]) -> None:
        for name in ("data", "data/ar", "data/fhir", "signatures"):
            (beside / name).mkdir()
        bag = _Bag(beside)
        for order in orders:
            reference = order.order.reference
            bag.payload(layout.fhir_path(reference), _json(bundle(order)))
            bag.payload(layout.ar_path(reference), _json(ar_change(order)))
        bag.payload(layout.CONFIGURATIONS, configurations_csv(orders))
        bag.payload(layout.REPORT, report_html(header, orders, self._language))
        bag.payload(layout.INDEX, _json(index_document(header, orders, bag.payload_hashes)))
        tag_manifest = bag.finish(_bag_info(header, self._version))
        signature = self._keys.sign(tag_manifest)
        write_new(beside / layout.SIGNATURE, signature.encode("ascii"))

    def _checked(self, beside: Path, name: str) -> PackageCheck:
        own = self._keys.public_key()
        check = verify.check_folder(beside, name, [own] if own else [], None)
        if not check.valid or not _reads_as_a_bag(beside):
            raise UnavailableError(
                "Pakken ble ikke lest tilbake slik den ble skrevet ({at}). Ingenting ble "
                "eksportert. Kontroller disken, eller velg en annen mappe.",
                "Pakken vart ikkje lesen tilbake slik han vart skriven ({at}). Ingenting vart "
                "eksportert. Kontroller disken, eller vel ei anna mappe.",
                at=check.problems[0].at if check.problems else beside.name,
            )
        return check


def _reads_as_a_bag(folder: Path) -> bool:
    """The second opinion of the library that receivers are likely to use."""
    with warnings.catch_warnings():
        # bagit 1.9.0 hands re.sub its flags by position, which Python 3.13 warns of.
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            return bool(bagit.Bag(str(folder)).is_valid())
        except bagit.BagError:
            return False


class _Bag:
    """The files of a bag while they are written, with their hashes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._octets = 0
        self.payload_hashes: dict[str, str] = {}

    def payload(self, path: str, content: bytes) -> None:
        """Write a file below `data`."""
        self._octets += len(content)
        self.payload_hashes[path] = self._write(path, content)

    def finish(self, info: Iterable[tuple[str, str]]) -> bytes:
        """Write the tag files; the content of the tag manifest."""
        oxum = ("Payload-Oxum", f"{self._octets}.{len(self.payload_hashes)}")
        lines = sorted([*info, oxum])
        tags = {
            layout.BAGIT: layout.BAGIT_TEXT,
            layout.BAG_INFO: "".join(f"{name}: {value}\n" for name, value in lines).encode(),
            layout.MANIFEST: layout.manifest(self.payload_hashes.items()),
        }
        tag_manifest = layout.manifest(
            [(path, self._write(path, content)) for path, content in tags.items()]
        )
        self._write(layout.TAG_MANIFEST, tag_manifest)
        return tag_manifest

    def _write(self, path: str, content: bytes) -> str:
        write_new(self._folder / path, content)
        return layout.sha256_of(content)


def _bag_info(header: PackageHeader, version: str) -> Iterator[tuple[str, str]]:
    yield "Bag-Software-Agent", f"Timebok Desktop {version}"
    yield "Bagging-Date", norwegian_day(header.created).isoformat()
    yield "External-Identifier", f"urn:uuid:{header.uuid}"
    yield "Internal-Sender-Identifier", str(header.sequence)


def _json(document: dict[str, Any]) -> bytes:
    """Sorted keys and no spaces: equal documents are equal bytes, made at the C encoder's speed."""
    text = json.dumps(
        document, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return f"{text}\n".encode()


def _check_references(orders: Sequence[LeavingOrder]) -> None:
    references = [order.order.reference for order in orders]
    if len({reference.casefold() for reference in references}) != len(references):
        raise ValueError("an order leaves twice in the same package")
    if not all(map(layout.is_reference, references)):
        raise ValueError("a reference cannot name a file")
    if not all(order.approvals for order in orders):
        raise ValueError("an order leaves without an approval")
