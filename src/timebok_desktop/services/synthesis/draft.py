"""An order in the making: what its file will say, and what the way it was made makes certain."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from timebok_desktop.domain.codes import Kind, Scheme
from timebok_desktop.services.synthesis.geography import Place
from timebok_desktop.services.synthesis.registry import Site


@dataclass(slots=True)
class Draft:
    """The order's values, and beside them what neighbours may compare.

    `known_her_id`, `known_category` and `known_municipality` are None or "" where the order's own
    value is impossible, so that no rule may compare it. `covered` tells that the party covers the
    sender, `chosen_vendor` that a defect has chosen the vendor already.
    """

    sender: Place
    site: Site | None
    kind: Kind
    scheme: Scheme
    her_id: str
    category: str
    known_her_id: int | None
    known_category: str
    known_municipality: str
    municipality_number: str
    organization_number: str
    serial: int = 0
    covered: bool = False
    form: str = ""
    form_as_name: bool = False
    chosen_form: bool = False
    vendor: str = ""
    system: str = ""
    chosen_vendor: bool = False
    needs_receiving_vendor: bool = False
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    contact_role: str = ""
    had_interim_solution: bool | None = None
    desired_from: date | None = None
    language: str = ""
    comment: str = ""
    submitted_at: datetime | None = None
    rules: set[str] = field(default_factory=set)
    expected_pair_rules: frozenset[str] = frozenset()
    defects: list[str] = field(default_factory=list)

    @property
    def external_reference(self) -> str:
        """Unique in its world, so that answers find their order."""
        return f"SYN-{self.serial:07d}"

    @property
    def via_practitioner(self) -> bool:
        """Whether it orders booking through a practitioner."""
        return self.scheme is Scheme.VIA_PRACTITIONER

    @property
    def judged_on_form_and_vendor(self) -> bool:
        """A deactivation is not: form, vendor and interim rules are silent for it."""
        return self.kind is not Kind.DEACTIVATE


@dataclass(frozen=True, slots=True)
class BaseConfiguration:
    """What was set up before: a row of the world's configurations file."""

    municipality_number: str
    her_id: int
    category: str
    form: str
    vendor: str
    system: str
    valid_from: date
