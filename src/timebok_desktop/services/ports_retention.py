"""What the services ask of the storage room to delete contact data, and to tell what is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, Protocol


class DueOriginal(NamedTuple):
    """A kept original of which every order's contact data are deleted. `is_marked` where a
    national identity number was found in it."""

    id: int
    sha256: str
    is_marked: bool


class RetentionStore(Protocol):
    """Contact data and kept originals that have served their time."""

    def due(self, before: datetime) -> Sequence[int]:
        """Orders whose receipt (or, where none can come, last decision) is older than this, and
        whose contact data are still there."""

    def delete_contact(self, ids: Sequence[int], at: datetime) -> Mapping[str, Sequence[str]]:
        """Delete the contact data of these orders and what was written with them; what kinds of
        data that were, by reference."""

    def due_originals(self) -> Sequence[DueOriginal]:
        """Originals that go too, those with a national identity number first."""

    def note_deleted(self, originals: Iterable[DueOriginal], at: datetime) -> None: ...
    def deleted_originals(self) -> Sequence[str]:
        """The names of all originals that must not be there any more."""

    def about(self, text: str) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """What is stored about whoever is named so, or has this e-mail address or telephone
        number, by kind of record."""

    def tidy(self) -> None:
        """See that nothing deleted is left in the store's files; after the commit."""
