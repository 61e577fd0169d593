"""Views of one's own: what the list is narrowed to and sorted by, under a name. They belong to the
caseworker, and can be shared as files. What is only looked at is not logged, so neither are they.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from timebok_desktop.domain.errors import NotFoundError, RefusedError
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.personal_numbers import mask
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.services.approval import require_caseworker
from timebok_desktop.services.context import Service
from timebok_desktop.services.ports_store import UnitOfWork
from timebok_desktop.services.queue_looks import padded
from timebok_desktop.services.queue_views import SAVED_VIEWS, OrderQuery, OwnView
from timebok_desktop.services.view_text import LARGEST, view_of_text, view_text

_MOST = 50


class OwnViewService(Service):
    """Implements the part of the desk that keeps views."""

    def own_views(self, user: str) -> tuple[OwnView, ...]:
        """The caseworker's views, in the order that they were saved in."""
        with self._context.store.read() as unit:
            return tuple(view_of_text(text) for _, text in unit.own_views.listed(user))

    def own_view_counts(self, user: str) -> Mapping[str, int]:
        """How many orders each holds; what would have to be counted for long is left out."""
        found = {}
        for view in self.own_views(user):
            counted = self._context.store.queue.count_if_cheap(padded(view.query), user)
            if counted is not None:
                found[view.name] = counted
        return found

    def save_own_view(
        self, name: str, query: OrderQuery, user: str, *, replaces: bool = False
    ) -> OwnView:
        """Save a query under a name; RefusedError where the name is taken and `replaces` is not
        wanted."""
        require_caseworker(user)
        view = _sound(name, query)
        with self._context.store.write() as unit:
            known = _names(unit, user)
            if not replaces or squeezed(view.name) not in known:
                _require_free(view.name, known)
            unit.own_views.keep(user, view.name, view_text(view))
            unit.commit()
        return view

    def rename_own_view(self, name: str, new: str, user: str) -> OwnView:
        """Give a view another name; RefusedError where that is taken."""
        with self._context.store.write() as unit:
            before = _required(unit, name, user)
            view = _sound(new, before.query)
            if squeezed(view.name) != squeezed(name):
                _require_free(view.name, _names(unit, user))
            unit.own_views.rename(user, name, view.name, view_text(view))
            unit.commit()
        return view

    def delete_own_view(self, name: str, user: str) -> OwnView:
        """Take a view away; it is returned, so that it can be saved again."""
        with self._context.store.write() as unit:
            view = _required(unit, name, user)
            unit.own_views.drop(user, name)
            unit.commit()
        return view

    def write_own_view(self, name: str, path: Path, user: str, *, replaces: bool = False) -> None:
        """Write a view as a file to share."""
        with self._context.store.read() as unit:
            view = _required(unit, name, user)
        self._context.disk.write_new(path, [view_text(view).encode()], replaces=replaces)

    def read_view(self, path: Path) -> OwnView:
        """The view of a file; UnreadableError says what is wrong with it, and where."""
        return view_of_text(self._context.disk.read(path, LARGEST))


def _sound(name: str, query: OrderQuery) -> OwnView:
    """A view as it comes back from its text, without national identity numbers."""
    view = OwnView(mask(" ".join(name.split()))[0], query)
    return view_of_text(mask(view_text(view))[0])


def _names(unit: UnitOfWork, user: str) -> set[str]:
    return {squeezed(name) for name, _ in unit.own_views.listed(user)}


def _require_free(name: str, known: set[str]) -> None:
    built_in = {squeezed(word) for one in SAVED_VIEWS for word in (one.name, *_titles(one.title))}
    if squeezed(name) in known | built_in:
        raise RefusedError(
            "Det finnes en visning som heter «{name}». Velg et annet navn.",
            "Det finst ei visning som heiter «{name}». Vel eit anna namn.",
            name=name,
        )
    if len(known) >= _MOST:
        raise RefusedError(
            "Du har {most} visninger, og flere er det ikke plass til. Slett en først.",
            "Du har {most} visingar, og fleire er det ikkje plass til. Slett ei først.",
            most=_MOST,
        )


def _titles(title: Phrase) -> tuple[str, str]:
    return title.text("nb"), title.text("nn")


def _required(unit: UnitOfWork, name: str, user: str) -> OwnView:
    for known, text in unit.own_views.listed(user):
        if squeezed(known) == squeezed(name):
            return view_of_text(text)
    raise NotFoundError(
        "Visningen «{name}» finnes ikke.", "Visinga «{name}» finst ikkje.", name=name
    )
