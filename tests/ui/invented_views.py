"""Views of one's own in memory, for invented desks."""

# ruff: noqa: ARG002 - the signatures are those of the Desk protocol

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path

from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.services.queue_views import GROUPED_BY, OrderGroup
from timebok_desktop.services.view_text import view_of_text, view_text
from timebok_desktop.services.views import OrderQuery, OwnView


class InventedViews:
    """Keeps the views of whoever asks, and puts orders together by municipality."""

    def grouped_order_ids(
        self, query: OrderQuery, user: str, cancelled: object = None
    ) -> tuple[array[int], tuple[OrderGroup, ...]]:
        """All orders, and how many each municipality has."""
        ids = self.order_ids(query, user, cancelled)
        if query.sort != GROUPED_BY:
            return ids, ()
        places = groupby(self.order_rows(ids), key=lambda row: row.municipality_number)
        return ids, tuple(OrderGroup(number, len(list(rows))) for number, rows in places)

    def mark_read(self, ids: Sequence[int], user: str) -> None:
        """Note it."""
        self._marked().append(("read", *ids))

    def mark_unread(self, ids: Sequence[int], user: str) -> None:
        """Note it."""
        self._marked().append(("unread", *ids))

    def _marked(self) -> list[tuple[str | int, ...]]:
        return self.__dict__.setdefault("marked", [])

    def own_views(self, user: str) -> tuple[OwnView, ...]:
        """All of them."""
        return tuple(self._kept().values())

    def own_view_counts(self, user: str) -> Mapping[str, int]:
        """Two orders each."""
        return dict.fromkeys(self._kept(), 2)

    def save_own_view(
        self, name: str, query: OrderQuery, user: str, *, replaces: bool = False
    ) -> OwnView:
        """Keep one."""
        if name in self._kept() and not replaces:
            raise RefusedError("«{name}» finnes.", "«{name}» finst.", name=name)
        return (
            self._kept()
            .setdefault(name, OwnView(name, query))
            ._replace(query=self._put(name, query))
        )

    def rename_own_view(self, name: str, new: str, user: str) -> OwnView:
        """Another name."""
        return self.save_own_view(new, self._kept().pop(name).query, user)

    def delete_own_view(self, name: str, user: str) -> OwnView:
        """Take one away."""
        return self._kept().pop(name)

    def write_own_view(self, name: str, path: Path, user: str, *, replaces: bool = False) -> None:
        """Write a file."""
        assert replaces or not path.exists()
        path.write_text(view_text(self._kept()[name]), "utf-8")

    def read_view(self, path: Path) -> OwnView:
        """Read a file."""
        return view_of_text(path.read_bytes())

    def _put(self, name: str, query: OrderQuery) -> OrderQuery:
        self._kept()[name] = OwnView(name, query)
        return query

    def _kept(self) -> dict[str, OwnView]:
        return self.__dict__.setdefault("kept_views", {})
