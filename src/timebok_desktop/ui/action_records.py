"""Every command of the window, declared once: name, text, shortcut, icon, menu. Single letters
belong to the list of orders alone.
"""

from __future__ import annotations

from timebok_desktop.ui.menus import file, order, own_views, tools, view
from timebok_desktop.ui.menus import help as help_menu
from timebok_desktop.ui.menus.record import ActionRecord
from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP

__all__ = ["BEGIN_GROUPS", "MENUS", "RECORDS", "ActionRecord"]

MENUS: tuple[tuple[str, str], ...] = (
    ("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("order", QT_TRANSLATE_NOOP("Actions", "&Order")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("tools", QT_TRANSLATE_NOOP("Actions", "&Tools")),
    ("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)

BEGIN_GROUPS = frozenset(
    {
        *("exportAction", "saveListAction", "quitAction"),
        *("nextAction", "claimAction", "letterAction", "sourceAction", "markUnreadAction"),
        *("approveClearAction", "verifyAction"),
        *("ordersPageAction", "findAction", "columnsAction", "languageAction", "saveViewAction"),
        *("verifyPackageAction", "firstStepsAction", "newsAction"),
    }
)
"""The commands that a line stands above in their menu: what belongs together is found together."""

RECORDS: tuple[ActionRecord, ...] = (
    *file.RECORDS,
    *order.RECORDS,
    *view.RECORDS,
    *own_views.RECORDS,
    *tools.RECORDS,
    *help_menu.RECORDS,
)
