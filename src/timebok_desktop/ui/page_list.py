"""The pages of the window, in the order of the rail. A new page is one module and one line here.

Modules are imported when their page is first shown: the first paint needs only the orders.
"""

from __future__ import annotations

from dataclasses import dataclass

from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class PageRecord:
    """One page: its key, object name, title, icon, and where its class is defined."""

    key: str
    object_name: str
    title: str
    icon: str
    module: str
    class_name: str


_PAGES = "timebok_desktop.ui.pages"

PAGES: tuple[PageRecord, ...] = (
    PageRecord(
        "orders",
        "ordersPage",
        QT_TRANSLATE_NOOP("Pages", "Orders"),
        "orders",
        "timebok_desktop.ui.orders.page",
        "OrdersPage",
    ),
    PageRecord(
        "registry",
        "registryPage",
        QT_TRANSLATE_NOOP("Pages", "Registry"),
        "registry",
        f"{_PAGES}.registry",
        "RegistryPage",
    ),
    PageRecord(
        "configurations",
        "configurationsPage",
        QT_TRANSLATE_NOOP("Pages", "Configurations"),
        "configurations",
        f"{_PAGES}.configurations",
        "ConfigurationsPage",
    ),
    PageRecord(
        "exports",
        "exportsPage",
        QT_TRANSLATE_NOOP("Pages", "Exports"),
        "exports",
        f"{_PAGES}.exports",
        "ExportsPage",
    ),
    PageRecord(
        "overview",
        "overviewPage",
        QT_TRANSLATE_NOOP("Pages", "Overview"),
        "overview",
        f"{_PAGES}.overview",
        "OverviewPage",
    ),
    PageRecord(
        "log", "logPage", QT_TRANSLATE_NOOP("Pages", "Log"), "log", f"{_PAGES}.log", "LogPage"
    ),
    PageRecord(
        "settings",
        "settingsPage",
        QT_TRANSLATE_NOOP("Pages", "Settings"),
        "settings",
        f"{_PAGES}.settings",
        "SettingsPage",
    ),
)
