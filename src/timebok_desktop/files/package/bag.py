"""Writes export packages, and is the file room's `Packager`.

The signature is made over the tag manifest, which covers the manifest, which covers everything
below `data`. So neither the tag manifest nor the folder `signatures` is listed in the tag
manifest; the verifier knows both by name and allows nothing else beside them. Orders are taken
one batch after the other, so a package of any size needs little memory.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from hashlib import sha256
from pathlib import Path

from timebok_desktop.domain.errors import CancelledError, UnavailableError
from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.domain.phrases import Language
from timebok_desktop.files.keys import PublicKey, WorkspaceKeys, read_public_keys
from timebok_desktop.files.package import configurations_csv, index, layout, verify
from timebok_desktop.files.package.ar_change import ar_json
from timebok_desktop.files.package.durable import make_folder, settle
from timebok_desktop.files.package.fhir import bundle_json
from timebok_desktop.files.package.growing import GrowingFile, Spool
from timebok_desktop.files.package.placing import NotAsWrittenError, Place
from timebok_desktop.files.package.reading import OpenFolder
from timebok_desktop.files.package.report import Report
from timebok_desktop.files.package.seen import SeenFile
from timebok_desktop.files.package.signature import WrongSignatureError, signer
from timebok_desktop.files.package.writing import placed_below
from timebok_desktop.services.ports_files import (
    Demands,
    LeavingOrder,
    PackageCheck,
    PackageHeader,
    Signatures,
    WrittenPackage,
)

_NOTHING_SIGNED = Signatures()
_NO_DEMANDS = Demands()
_BATCH = 256
"""Orders between two looks at whether to stop."""


class BagPackager:
    """Writes and verifies export packages, signed with the workspace's key.

    `language` is that of the readable report.
    """

    def __init__(self, keys: WorkspaceKeys, version: str, language: Language = "nb") -> None:
        self._keys = keys
        self._version = version
        self._language: Language = language

    def write(
        self,
        folder: Path,
        header: PackageHeader,
        orders: Iterable[LeavingOrder],
        signatures: Signatures = _NOTHING_SIGNED,
        *,
        expected: int | None = None,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        note: Callable[[WrittenPackage], None] | None = None,
    ) -> WrittenPackage:
        """Write beside, check, sync, have it noted, and move into `folder`."""
        name = layout.folder_name(header.sequence, header.uuid)
        count = len(orders) if expected is None and isinstance(orders, Sized) else expected
        bag = _Bag(header, Report(header, self._language), index.Numbered(signatures))

        def fill(beside: Path) -> int:
            watched = _watched(orders, count, progress, cancelled)
            return bag.fill(beside, watched, count, self._version, self._keys)

        def check(beside: Path) -> None:
            own = self._keys.public_key()
            bag.check(beside, [own] if own else [])

        def noted(final: Path) -> None:
            if note:
                note(WrittenPackage(final, bag.sha256, bag.orders))

        try:
            path = make_folder(folder, name, fill, check, noted)
        except (NotAsWrittenError, WrongSignatureError) as error:
            raise _not_as_written(str(error)) from error
        return WrittenPackage(path, bag.sha256, bag.orders)

    def settle(self, path: Path) -> None:
        """Move a package into place that was noted but not moved."""
        settle(path)

    def verify(
        self, path: Path, trusted: Sequence[Path], demands: Demands = _NO_DEMANDS
    ) -> PackageCheck:
        """Check a package folder or a `.timebok-package` against own and trusted keys."""
        own = self._keys.public_key()
        keys = [key for file in trusted for key in read_public_keys(file)]
        seen = SeenFile(demands.seen) if demands.seen is not None else None
        check = verify.check(path, [*keys, *([own] if own else [])], demands, seen)
        if check.valid and seen is not None:
            seen.remember(check)
        return check

    def own_key(self) -> str:
        """The thumbprint of the workspace's own key."""
        own = self._keys.public_key()
        return own.thumbprint() if own else ""

    def export_trust(self, target: Path) -> None:
        """Write the workspace's public key as a trust file."""
        self._keys.export_trust(target)


def _not_as_written(at: str) -> UnavailableError:
    return UnavailableError(
        "Pakken ble ikke lest tilbake slik den ble skrevet ({at}). Ingenting ble "
        "eksportert. Kontroller disken, eller velg en annen mappe.",
        "Pakken vart ikkje lesen tilbake slik han vart skriven ({at}). Ingenting vart "
        "eksportert. Kontroller disken, eller vel ei anna mappe.",
        at=at,
    )


def _watched(
    orders: Iterable[LeavingOrder],
    expected: int | None,
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> Iterator[Sequence[LeavingOrder]]:
    """The orders in batches, with a word between them of how far they have come."""
    done = 0
    rest = iter(orders)
    while batch := list(itertools.islice(rest, _BATCH)):
        if cancelled and cancelled():
            raise CancelledError
        if progress and done:
            progress(done, max(done, expected or 0))
        yield batch
        done += len(batch)


class _Bag:
    """A bag while it is written, and the memory of what was written."""

    def __init__(self, header: PackageHeader, report: Report, numbered: index.Numbered) -> None:
        self._header = header
        self._numbered = numbered
        self._report = report
        self._octets = 0
        self._payloads = 0
        self._seen: set[str] = set()
        self._written: dict[str, GrowingFile] = {}
        self.orders = 0
        self.sha256 = ""

    def fill(
        self,
        folder: Path,
        batches: Iterable[Sequence[LeavingOrder]],
        expected: int | None,
        version: str,
        keys: WorkspaceKeys,
    ) -> int:
        """Write everything; how many files that makes."""
        for name in sorted(layout.FOLDERS):
            (folder / name).mkdir()
        with self._new(folder, layout.MANIFEST) as manifest:
            self._payload(folder, batches, expected, manifest)
        self._write(folder, layout.BAGIT, layout.BAGIT_TEXT)
        self._write(folder, layout.BAG_INFO, self._info(version))
        lines = [
            layout.manifest_line(self._written[path].sha256, path) for path in layout.TAG_FILES
        ]
        tag_manifest = "".join(lines).encode("ascii")
        self.sha256 = layout.sha256_of(tag_manifest)
        self._write(folder, layout.TAG_MANIFEST, tag_manifest)
        self._write(folder, layout.SIGNATURE, keys.sign(tag_manifest).encode("ascii"))
        return self._payloads + len(layout.ROOT_FILES)

    def check(self, folder: Path, own: Sequence[PublicKey]) -> None:
        """NotAsWrittenError, or WrongSignatureError, where what stands there is not what was meant.

        The files of each order were compared as they were placed; they are only counted here.
        """
        with OpenFolder(folder, sorted(layout.FOLDERS)) as there:
            for path, file in self._written.items():
                if there.sha256(path) != (file.sha256, file.size):
                    raise NotAsWrittenError(path)
        for name in ("", *sorted(layout.FOLDERS)):
            if _count_of_files(folder / name) != self._expected_below(name):
                raise NotAsWrittenError(name)
        signature = (folder / layout.SIGNATURE).read_bytes()
        signer(signature, (folder / layout.TAG_MANIFEST).read_bytes(), own)

    def _expected_below(self, name: str) -> int:
        if name in layout.ORDER_FOLDERS:
            return self.orders
        return sum(path.rpartition("/")[0] == name for path in self._written)

    def _payload(
        self,
        folder: Path,
        batches: Iterable[Sequence[LeavingOrder]],
        expected: int | None,
        manifest: GrowingFile,
    ) -> None:
        files = None if expected is None else len(layout.ORDER_FOLDERS) * expected
        with (
            self._new(folder, layout.INDEX) as listed,
            self._new(folder, layout.CONFIGURATIONS) as table,
            Spool(folder) as rows,
        ):
            listed.add(index.opening(self._header))
            table.add(configurations_csv.header_line())
            with placed_below(folder, layout.ORDER_FOLDERS, files) as place:
                for batch in batches:
                    entries = [self._order(order, place, manifest) for order in batch]
                    listed.add((b"," if self.orders else b"") + b",".join(entries))
                    table.add(configurations_csv.lines(batch))
                    rows.add(self._report.rows(batch))
                    self.orders += len(batch)
            table.close()
            report = self._written_report(folder, rows)
            about_all = {layout.CONFIGURATIONS: table, layout.REPORT: report}
            hashes = {path: file.sha256 for path, file in about_all.items()}
            listed.add(index.closing(self._header, hashes, self._numbered))
        for path, file in {**about_all, layout.INDEX: listed}.items():
            self._count(path, file.sha256, file.size, manifest)

    def _order(self, order: LeavingOrder, place: Place, manifest: GrowingFile) -> bytes:
        """Write the files of an order; its entry in the index."""
        reference = self._reference(order)
        change, bundle = ar_json(order), bundle_json(order)
        change_path, bundle_path = layout.ar_path(reference), layout.fhir_path(reference)
        place(change_path, change)
        place(bundle_path, bundle)
        change_hash, bundle_hash = sha256(change).hexdigest(), sha256(bundle).hexdigest()
        self._payloads += len(layout.ORDER_FOLDERS)
        self._octets += len(change) + len(bundle)
        lines = layout.manifest_line(change_hash, change_path) + layout.manifest_line(
            bundle_hash, bundle_path
        )
        manifest.add(lines.encode("ascii"))
        return index.entry(order, change_hash, bundle_hash, self._numbered)

    def _reference(self, order: LeavingOrder) -> str:
        """The order's reference, if it can leave under it."""
        reference = order.order.reference
        known = len(self._seen)
        self._seen.add(reference.casefold())
        if len(self._seen) == known:
            raise ValueError("an order leaves twice in the same package")
        if not layout.is_reference(reference):
            raise ValueError("a reference cannot name a file")
        if not order.approvals:
            raise ValueError("an order leaves without an approval")
        return reference

    def _written_report(self, folder: Path, rows: Spool) -> GrowingFile:
        with self._new(folder, layout.REPORT) as report:
            report.add(self._report.opening(self.orders))
            for piece in rows.pieces():
                report.add(piece)
            report.add(self._report.closing())
        return report

    def _count(self, path: str, digest: str, size: int, manifest: GrowingFile) -> None:
        self._payloads += 1
        self._octets += size
        manifest.add(layout.manifest_line(digest, path).encode("ascii"))

    def _write(self, folder: Path, path: str, content: bytes) -> None:
        with self._new(folder, path) as file:
            file.add(content)

    def _new(self, folder: Path, path: str) -> GrowingFile:
        self._written[path] = GrowingFile(folder / path)
        return self._written[path]

    def _info(self, version: str) -> bytes:
        lines = [
            ("Bag-Software-Agent", f"Timebok Desktop {version}"),
            ("Bagging-Date", norwegian_day(self._header.created).isoformat()),
            ("External-Identifier", f"urn:uuid:{self._header.uuid}"),
            ("Internal-Sender-Identifier", str(self._header.sequence)),
            ("Payload-Oxum", f"{self._octets}.{self._payloads}"),
        ]
        return "".join(f"{name}: {value}\n" for name, value in lines).encode()


def _count_of_files(folder: Path) -> int:
    with os.scandir(folder) as entries:
        return sum([entry.is_file(follow_symlinks=False) for entry in entries])
