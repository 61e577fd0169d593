"""What the services ask of the file room: readers, the package, originals. Plain data only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple, Protocol, TypeAlias

from timebok_desktop.domain.configuration import Proposal
from timebok_desktop.domain.order import Order
from timebok_desktop.domain.party import Party, Snapshot
from timebok_desktop.domain.phrases import Language
from timebok_desktop.domain.problems import Problem
from timebok_desktop.services.ports_approvals import CaseworkerKey, SignedStatement

OrderFormat = Literal["json", "csv", "xlsx", "mail"]


@dataclass(frozen=True, slots=True)
class Part:
    """The orders that follow stand in this part of the file (a mail's attachment)."""

    name: str
    sha256: str
    format: OrderFormat


@dataclass(frozen=True, slots=True)
class RegistryHeader:
    """What a registry file says of itself, where it says it.

    `full` is an export with its header, which makes a new snapshot; else the parties supplement
    the current one.
    """

    format: Literal["legacy-export", "rest-export", "rest-list", "soap"]
    full: bool
    taken_at: datetime | None = None
    last_event_id: int | None = None


class RegistryReader(Protocol):
    """Streams AR files of every known shape."""

    def read(self, path: Path) -> Iterator[RegistryHeader | Party | Problem]:
        """Parties as they come; headers as they become known (the last one counts).

        A party that cannot be read is a Problem with its place; a file that ends too early or is
        no registry file raises UnreadableError, and nothing of it may be kept.
        """


@dataclass(frozen=True, slots=True)
class Approval:
    """One caseworker's approval of an order: the number of its statement in the store, None where
    it is from before approvals were signed, and the hash over its evidence (`services.shown`)."""

    by: str
    at: datetime
    overrides: tuple[tuple[str, str], ...] = ()
    statement: int | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality as the reference table has it; organization_number "" where unknown."""

    number: str
    name: str
    organization_number: str
    county: str = ""


@dataclass(frozen=True, slots=True)
class LeavingOrder:
    """An approved order with all that its export says.

    `approvals` are author and verifier, in this order (only the author with second approval off).
    `owner` is the party that owns `party` (its parent, where the snapshot has it).
    `party` is None only for a deactivation of a party that AR no longer shows. `order_sha256` is
    the hash over the order's own values (`services.shown`).
    """

    order: Order
    proposal: Proposal
    party: Party | None
    owner: Party | None
    municipality: Municipality
    snapshot: Snapshot
    approvals: tuple[Approval, ...]
    form_name: str = ""
    order_sha256: str = ""


class EarlierPackage(NamedTuple):
    """A package that has left, and the end of the log as it was then; `sequence` is None where
    only its hash was kept."""

    package: int
    sha256: str
    sequence: int | None
    head: str


@dataclass(frozen=True, slots=True)
class PackageHeader:
    """What the index of a package says of the package. `audit_sequence` and `audit_head` are the
    last entry of the log, `workspace` is the hash of its first one."""

    sequence: int
    uuid: str
    previous_sha256: str
    created: datetime
    by: str
    full: bool
    audit_head: str
    audit_sequence: int | None = None
    workspace: str = ""
    earlier: tuple[EarlierPackage, ...] = ()


@dataclass(frozen=True, slots=True)
class Signatures:
    """What approvals were signed with: statements by their number in the store, and every
    caseworker's public key."""

    statements: Mapping[int, SignedStatement] = field(default_factory=dict)
    keys: Sequence[CaseworkerKey] = ()


@dataclass(frozen=True, slots=True)
class WrittenPackage:
    """A package in its final place; `sha256` is that of its tagmanifest, which covers all of it."""

    path: Path
    sha256: str
    configurations: int


@dataclass(frozen=True, slots=True)
class PackageCheck:
    """The verdict on a package; `signed_by` is the key's thumbprint, "" where none verified.

    `unsigned` counts configurations with an approval that nobody has signed, `single` those that
    one caseworker alone approved. `log` is the end of the log that it states, with its own number
    and hash.
    """

    valid: bool
    problems: tuple[Problem, ...]
    configurations: int
    signed_by: str
    sequence: int | None = None
    sha256: str = ""
    unsigned: int = 0
    single: int = 0
    log: EarlierPackage | None = None


@dataclass(frozen=True, slots=True)
class Demands:
    """What is asked of a package beside being whole: a number above `after`; with `seen`, that it
    goes on from the package that the file remembers of its sender; with `strict`, two signed
    approvals of each configuration."""

    after: int | None = None
    seen: Path | None = None
    strict: bool = False


class Packager(Protocol):
    """Writes and verifies export packages (BagIt 1.0, detached JWS)."""

    def write(
        self,
        folder: Path,
        header: PackageHeader,
        orders: Iterable[LeavingOrder],
        signatures: Signatures = ...,
        *,
        expected: int | None = None,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        note: Callable[[WrittenPackage], None] | None = None,
    ) -> WrittenPackage:
        """Write beside, check, sync, have it noted, and move into `folder`. On any failure before
        it is noted nothing is left; what was noted is whole and can always be settled.

        Orders are taken as they come and not kept; `expected` is about how many there will be,
        where they cannot be counted. UnavailableError where the disk is full or the folder cannot
        be written, CancelledError where `cancelled` said so.
        """

    def settle(self, path: Path) -> None:
        """Move a package into place that was noted but not moved; nothing where it stands already.
        UnavailableError where that cannot be done."""

    def verify(self, path: Path, trusted: Sequence[Path], demands: Demands = ...) -> PackageCheck:
        """Check a package folder or a `.timebok-package` against the workspace's own key and
        the trust files. A valid package is remembered in the file of `demands.seen`."""

    def own_key(self) -> str:
        """The thumbprint of the workspace's own key, "" where there is none yet."""

    def export_trust(self, target: Path) -> None:
        """Write the workspace's public key as a trust file."""


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """What a receiver says of one order of a package."""

    reference: str
    ok: bool
    message: str
    place: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receiver's answer to one package (its UUID); `problems` are the lines not understood."""

    package: str
    results: tuple[ReceiptLine, ...]
    problems: tuple[Problem, ...] = ()


ListedOrder: TypeAlias = Sequence[Any]
"""An order in a list: the values of `domain.order.FIELDS` as the store has them (codes, "" or None
where nothing is said, 1 and 0 for yes and no, days and moments as ISO texts). More may follow."""


class NewList(Protocol):
    """A list of orders while it is written."""

    @property
    def format(self) -> str:
        """Its format, by the extension of its name."""

    def expect(self, orders: int) -> None:
        """RefusedError where there is no room for so many orders."""

    def add(self, orders: Sequence[ListedOrder]) -> None:
        """Write these orders behind the others."""

    def finish(self) -> None:
        """Bring the whole list to the disk, still beside its place."""

    def place(self) -> None:
        """Move the list into its place, for good."""


class OrderLists(Protocol):
    """Saves lists of orders that our own import reads."""

    def new(self, path: Path, language: Language) -> AbstractContextManager[NewList]:
        """A list in the format that the path's extension names, with words in `language`.

        What stood there is replaced when the list is placed, and else left as it was. RefusedError
        for an unknown format, UnavailableError where the disk does not allow it.
        """


class ReceiptReader(Protocol):
    """Reads receipts: JSON of one package, or CSV of one or more."""

    def read(self, path: Path) -> tuple[Receipt, ...]:
        """The receipts of a file, one a package; never empty.

        UnreadableError where it is no receipt at all, NotFoundError where it does not exist.
        """


class Originals(Protocol):
    """The kept originals of every imported file, named by SHA-256."""

    def keep(self, content: bytes) -> str:
        """Keep the content durably and return its SHA-256 in lower-case hex."""

    def keep_file(self, path: Path) -> str:
        """Keep a file of any size, read in pieces; NotFoundError, UnreadableError, or
        UnavailableError where there is no room."""

    def readable(self, sha256: str, source: Path) -> Path:
        """Where the content of an original that was just kept can be read: the kept file, or the
        `source` it came from where the kept one is sealed; `require_same` is asked afterwards."""

    def require_same(self, sha256: str, source: Path) -> None:
        """UnreadableError where what was read at `readable` is not what was kept."""

    def pieces(self, sha256: str) -> Iterator[bytes]:
        """The content of an original, piece by piece. NotFoundError where there is none,
        UnavailableError where it is damaged, in the middle of it too."""

    def delete(self, sha256: str) -> None:
        """Delete an original for good; nothing where there is none. UnavailableError where the
        disk will not."""

    def damaged(self) -> Iterator[str]:
        """The names of originals whose content is another than their name says."""
