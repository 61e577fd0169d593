"""How the list of orders looks: which columns, how wide, how high the rows. Kept with the window's
arrangement; a light module, because the first paint asks for it.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSettings

from timebok_desktop.ui.orders.columns import ALWAYS_SHOWN, COLUMNS

_WIDTHS = "orders/columns"
_COMPACT = "orders/compact"
_WIDEST = 2000
_USUAL = tuple(0 if column.extra else column.width for column in COLUMNS)


class Look(NamedTuple):
    """The width of each column of `COLUMNS` at the usual size of text, 0 where it is hidden, and
    whether rows are as low as two lines allow.
    """

    widths: tuple[int, ...] = _USUAL
    compact: bool = False


def recalled(state: QSettings) -> Look:
    """The look as it was remembered."""
    usual = Look()
    compact = str(state.value(_COMPACT)) == "yes"
    try:
        widths = tuple(int(one) for one in state.value(_WIDTHS))
    except (TypeError, ValueError):
        return usual._replace(compact=compact)
    known = len(widths) == len(COLUMNS) and all(0 <= one <= _WIDEST for one in widths)
    if not known or not all(widths[section] for section in ALWAYS_SHOWN):
        return usual._replace(compact=compact)
    return Look(widths, compact)


def remember(state: QSettings, look: Look) -> None:
    """Keep a look for the next start."""
    state.setValue(_WIDTHS, [str(one) for one in look.widths])
    state.setValue(_COMPACT, "yes" if look.compact else "no")
