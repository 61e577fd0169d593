"""What is declared of a command."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionRecord:
    """One command. `letter` triggers it while the list of orders has the focus; `page` is the key
    of the page that carries it out (see `Page.commands`), "" where the window does.
    """

    name: str
    text: str
    menu: str
    shortcut: str
    icon: str = ""
    letter: str = ""
    page: str = ""
