"""Reads the real window as a screen reader does: through AT-SPI, from a process of its own.

The system's Python runs it, which has the bindings of AT-SPI; it knows nothing of the program but
how to start it, and prints what it was told as one JSON document. Arguments: the clear order's
reference, a search, its number of hits, and the command that opens the window.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 30.0
LISTENED = ("object:announcement", "object:active-descendant-changed", "object:state-changed")
INTERACTIVE = {
    "check box",
    "check menu item",
    "combo box",
    "entry",
    "link",
    "list",
    "list item",
    "menu",
    "menu item",
    "page tab",
    "password text",
    "push button",
    "radio button",
    "slider",
    "spin button",
    "table",
    "table cell",
    "text",
    "toggle button",
    "tree",
    "tree item",
    "tree table",
}
MOST_CHILDREN = 60
MOST_ROWS = 8


class Reader:
    """What was told so far, and hands to act with."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []
        self._context = GLib.MainContext.default()
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in LISTENED:
            self._listener.register(kind)

    def _hear(self, event: Any) -> None:
        text = event.any_data if isinstance(event.any_data, str) else event.source.get_name()
        self.told.append((event.type, text or ""))

    def wait(self, what: str, come: Callable[[], Any]) -> Any:
        """The first true answer of `come`; events are heard meanwhile."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            while self._context.iteration(False):
                pass
            try:
                if found := come():
                    return found
            except GLib.Error:
                pass  # the node went away while it was asked
            time.sleep(0.05)
        raise SystemExit(f"{what} never came; last told: {self.told[-12:]}")

    def node(self, role: str, name: str) -> Any:
        """A node by what it is and what it is called; menus are found unopened."""
        return self.wait(f"{role} «{name}»", lambda: self._find(role, name))

    def _find(self, role: str, name: str) -> Any:
        for one in walk(window()):
            if one.get_role_name() == role and one.get_name() == name:
                return one
        return None

    def press(self, role: str, name: str) -> None:
        """Invoke the node's first action once it can be used."""
        node = self.node(role, name)
        self.wait(f"«{name}» to be usable", lambda: has(node, Atspi.StateType.SENSITIVE))
        node.get_action_iface().do_action(0)

    def focus(self, role: str, name: str) -> Any:
        """Put the keyboard in a node."""
        node = self.node(role, name)
        node.get_component_iface().grab_focus()
        self.wait(f"focus in «{name}»", lambda: has(node, Atspi.StateType.FOCUSED))
        return node

    def heard(self, since: int, kind: str) -> list[str]:
        """What was told of a kind since a mark."""
        return [text for told, text in self.told[since:] if told.startswith(kind)]


def window() -> Any:
    """The program's window, or None before it stands."""
    desktop = Atspi.get_desktop(0)
    for place in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(place)
        if program is not None and program.get_child_count():
            return program.get_child_at_index(0)
    return None


def has(node: Any, state: Any) -> bool:
    """Whether a node is in a state."""
    return bool(node.get_state_set().contains(state))


def walk(node: Any) -> Iterator[Any]:
    """A node and all below it; of a long table only the beginning."""
    if node is None:
        return
    yield node
    for place in range(min(node.get_child_count(), MOST_CHILDREN)):
        yield from walk(node.get_child_at_index(place))


def nameless(root: Any) -> list[str]:
    """Where on the screen something can be used and has no name."""
    return [
        f"{one.get_role_name()} in {way(one)}"
        for one in walk(root)
        if one.get_role_name() in INTERACTIVE
        and not (one.get_name() or "").strip()
        and has(one, Atspi.StateType.SHOWING)
    ]


def way(node: Any) -> str:
    """The names above a node."""
    names = []
    while (node := node.get_parent()) is not None:
        names.append(node.get_name() or node.get_role_name())
    return " < ".join(names[:5])


def keys(*words: str) -> None:
    """Type on the keyboard."""
    subprocess.run(["xdotool", *words], check=True, timeout=30)


def rows(table: Any) -> list[str]:
    """How the first rows of the table read now, whatever the binding remembers of it."""
    table.clear_cache()
    grid = table.get_table_iface()
    found = []
    for place in range(min(grid.get_n_rows(), MOST_ROWS)):
        cell = grid.get_accessible_at(place, 0)
        cell.clear_cache()
        found.append(cell.get_name())
    return [one for one in found if "RTB-" in one]


def read_pages(reader: Reader) -> dict[str, Any]:
    """Every page, gone to by its menu item, with what has no name there."""
    titles = [one.get_name() for one in walk(reader.node("list", "Sider"))][1:]
    found = {}
    for title in [*titles[1:], titles[0]]:
        reader.press("menu item", title)
        page = reader.node("filler", title)
        reader.wait(f"page «{title}»", lambda page=page: furnished(page))
        found[title] = {"nodes": sum(1 for _ in walk(page)), "nameless": nameless(window())}
    return found


def furnished(page: Any) -> bool:
    """Whether a page is on the screen with something to use on it."""
    return has(page, Atspi.StateType.SHOWING) and any(
        one.get_role_name() in INTERACTIVE and has(one, Atspi.StateType.SHOWING)
        for one in walk(page)
    )


def step_down(reader: Reader) -> list[str]:
    """What is told of the row on Down, twice."""
    reader.focus("table", "Bestillinger")
    found = []
    for _ in range(2):
        mark = len(reader.told)
        keys("key", "Down")
        found.append(
            reader.wait(
                "a row after Down",
                lambda mark=mark: [
                    text
                    for text in reader.heard(mark, "object:state-changed:focused")
                    + reader.heard(mark, "object:active-descendant-changed")
                    if "RTB-" in text
                ],
            )[-1]
        )
    return found


def search(reader: Reader, words: str, hits: str) -> list[str]:
    """What is announced after words were typed in the search field, until the hits are told."""
    reader.focus("text", "Søk i bestillinger")
    mark = len(reader.told)
    keys("key", "ctrl+a")
    keys("type", words)

    def told() -> list[str]:
        said = reader.heard(mark, "object:announcement")
        return said if any(one.split()[:1] == [hits] for one in said) else []

    return reader.wait(f"{hits} hits for «{words}»", told)


def approve(reader: Reader, reference: str) -> dict[str, str]:
    """How an order's row reads before and after it is approved by the button."""
    search(reader, reference, "1")
    table = reader.node("table", "Bestillinger")

    def row() -> str:
        found = rows(table)
        return found[0] if len(found) == 1 and reference in found[0] else ""

    before = reader.wait("the one order", row)
    reader.node("label", reference)
    reader.press("push button", "Godkjenn og neste")

    def decided() -> str:
        """Another status, and not only read meanwhile."""
        said = row()
        return said if ", Ny, " not in said else ""

    return {"before": before, "after": reader.wait("another status", decided)}


def main() -> None:
    """Open the window, read it, close it."""
    reference, words, hits, *command = sys.argv[1:]
    reader = Reader()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as program:
        try:
            reader.wait("the window", window)
            keys("search", "--sync", "--onlyvisible", "--name", "Timebok", "windowfocus")
            reader.press("push button", "Bokmål")
            table = reader.node("table", "Bestillinger")
            reader.wait("the rows", lambda: rows(table))
            told = {"rows": rows(table), "stepped": step_down(reader)}
            told["pages"] = read_pages(reader)
            told["searched"] = search(reader, words, hits)
            told["approved"] = approve(reader, reference)
        finally:
            program.kill()
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
