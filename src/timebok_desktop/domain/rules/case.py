"""What a rule may look at: one order and the facts around it, gathered before any rule runs.

The facts are plain data, so the same rules serve one order and a million.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from timebok_desktop.domain.configuration import Configuration
from timebok_desktop.domain.findings import Suggestion
from timebok_desktop.domain.identifiers import is_organization_number, usable_her_id
from timebok_desktop.domain.order import Order
from timebok_desktop.domain.party import Party, Snapshot
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.reference import Category, Form, ReferenceTables, VendorSystem

BELOW_THE_PARTY = Phrase("tjeneste under denne parten", "teneste under denne parten")
"""Why a service below the ordered party is suggested."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An open order with the same HER-id and category; `municipality` is the number of today,
    "" where it is unresolved."""

    reference: str
    municipality: str
    kind: str


def no_suggestions(_case: RuleCase) -> tuple[Suggestion, ...]:
    """For callers that want findings only."""
    return ()


@dataclass(frozen=True)
class RuleCase:
    """The facts of one order on one day against one snapshot.

    `neighbours` are other open orders, `configurations` the current ones, of the same HER-id and
    category. `coverage` are the numbers of today of the municipalities that the party covers.
    `has_taken_effect_on` is what the order's own approval replaced or ended.
    `suggest` finds parties that may be meant; it is only called by a rule that fires.
    """

    order: Order
    today: date
    now: datetime
    tables: ReferenceTables
    snapshot: Snapshot
    snapshot_max_age_days: int
    party: Party | None = None
    parent: Party | None = None
    coverage: frozenset[str] = frozenset()
    neighbours: tuple[Neighbour, ...] = ()
    configurations: tuple[Configuration, ...] = ()
    has_taken_effect_on: Configuration | None = None
    suggest: Callable[[RuleCase], tuple[Suggestion, ...]] = no_suggestions

    @cached_property
    def her_id(self) -> int | None:
        """The order's HER-id, None where it cannot be one (or is an organisation number)."""
        return usable_her_id(self.order.her_id)

    @cached_property
    def municipality(self) -> str:
        """The order's municipality as the number of today, "" where unresolved.

        An order may name its municipality by organisation number alone.
        """
        order = self.order
        return self.tables.municipality_of(order.municipality_number, order.organization_number)

    @cached_property
    def organization_number(self) -> str:
        """The order's organisation number where it is given and valid, else ""."""
        number = self.order.organization_number
        return number if is_organization_number(number) else ""

    @cached_property
    def category(self) -> Category | None:
        """The order's category where it is one that may be ordered.

        A category that is no longer active may still be deactivated.
        """
        category = self.tables.category(self.order.category)
        if category is None or category.active or self.is_deactivation:
            return category
        return None

    @cached_property
    def form(self) -> Form | None:
        """The order's form where it is one of its category's."""
        if self.category is None or not self.order.form:
            return None
        return self.tables.form_of(self.category, self.order.form, self.today)

    @cached_property
    def vendor(self) -> VendorSystem | None:
        """What is registered of the order's vendor and system."""
        return self.tables.vendor(self.order.vendor, self.order.system)

    @property
    def is_deactivation(self) -> bool:
        """Whether the order ends a set-up."""
        return self.order.kind == "deactivate"

    @property
    def is_via_practitioner(self) -> bool:
        """Whether the temporary solution koronatest via behandler is ordered."""
        return self.order.scheme == "via-practitioner"

    @cached_property
    def base(self) -> Configuration | None:
        """The current configuration of the order's own key, unless the order itself made it."""
        if not self.municipality:
            return None
        for configuration in self.configurations:
            own = configuration.order_reference == self.order.reference
            if (
                not own
                and self.resolved(configuration.key.municipality_number) == self.municipality
            ):
                return configuration
        return None

    def resolved(self, municipality_number: str) -> str:
        """Any municipality number as the number of today, "" where unresolved."""
        return self.tables.resolve_municipality(municipality_number)
