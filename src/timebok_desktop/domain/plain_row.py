"""An order as it stands in a row of a sheet or an object of JSON, in a form that is cheap to make.

It carries the way to the same order as a `RawOrder`, or to the problem that it is, for whatever is
not ordinary. Reads no values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from timebok_desktop.domain.order import FIELDS, RawOrder, SentValue
from timebok_desktop.domain.problems import Problem

TEXT_FIELDS = tuple(name for name in FIELDS if name != "had_interim_solution")
"""The fields that are sent as text; the one other is yes or no."""


class RowLayout:
    """What the rows of one header, or the objects with the same names, have in common.

    `places` are the places of the fields after the prefix of their row, in the order in which
    they stand; `general` reads a row anew, as a `RawOrder` or a problem.
    """

    def __init__(
        self, places: dict[str, str], general: Callable[..., Iterator[RawOrder | Problem]]
    ) -> None:
        self.places = places
        self.general = general


class PlainRow(NamedTuple):
    """Values of `TEXT_FIELDS` ("" or None where nothing was sent) and whether there was an
    interim solution; `row` is what `layout.general` is asked with."""

    texts: Sequence[SentValue]
    interim: SentValue
    prefix: str
    layout: RowLayout
    row: tuple[Any, ...]

    def general(self) -> Iterator[RawOrder | Problem]:
        """The same in the general form."""
        return self.layout.general(*self.row)
