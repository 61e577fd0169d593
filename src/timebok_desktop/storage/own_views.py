"""Views that caseworkers save for themselves, straight on the driver."""

from __future__ import annotations

from typing import Any

from timebok_desktop.domain.folding import squeezed


class SqlOwnViews:
    """Implements `services.ports_views.OwnViewStore`."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver

    def listed(self, user: str) -> list[tuple[str, str]]:
        """Names and texts, in the order that they were saved in."""
        found = self._driver.execute(
            "SELECT name, text FROM own_view WHERE by_key = ? ORDER BY id", (squeezed(user),)
        )
        return [(row[0], row[1]) for row in found.fetchall()]

    def keep(self, user: str, name: str, text: str) -> None:
        """Save a view; one of that name gets this text and keeps its place."""
        self._driver.execute(
            "INSERT INTO own_view(by_key, name, name_key, text) VALUES (?1, ?2, ?3, ?4)"
            " ON CONFLICT(by_key, name_key) DO UPDATE SET name = ?2, text = ?4",
            (squeezed(user), name, squeezed(name), text),
        ).close()

    def rename(self, user: str, name: str, new: str, text: str) -> None:
        """Give a view another name, in its place."""
        self._driver.execute(
            "UPDATE own_view SET name = ?, name_key = ?, text = ?"
            " WHERE by_key = ? AND name_key = ?",
            (new, squeezed(new), text, squeezed(user), squeezed(name)),
        ).close()

    def drop(self, user: str, name: str) -> None:
        """Take a view away."""
        self._driver.execute(
            "DELETE FROM own_view WHERE by_key = ? AND name_key = ?",
            (squeezed(user), squeezed(name)),
        ).close()
