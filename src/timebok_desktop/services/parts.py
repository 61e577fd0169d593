"""What the program is made of, for About and for diagnosis."""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    """A part that is shipped with the program; `licence` is "" where it names none, `texts` are
    the licence files that came with it.
    """

    name: str
    version: str
    licence: str
    texts: tuple[str, ...] = ()
