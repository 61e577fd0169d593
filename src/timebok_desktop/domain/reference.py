"""The reference tables that caseworkers edit, and the questions that rules ask of them.

What is not known publicly (forms beyond two, vendors, category to service type) stands in these
tables and never in code.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from timebok_desktop.domain.codes import Answer
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.phrases import Language, Phrase


@dataclass(frozen=True, slots=True)
class Category:
    """A timebok-kategori and whether its citizens fill in a form."""

    code: str
    name: str
    form_required: bool
    active: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """A skjema: whose it is and whether its answers are sent to the journal system."""

    code: str
    name: str
    category: str
    sends_answers: bool
    valid_from: date | None = None
    valid_to: date | None = None

    def is_valid_on(self, day: date) -> bool:
        """Whether the form may be used on `day` (both ends included, empty is open)."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True, slots=True)
class VendorSystem:
    """A journal system of a vendor and what it is registered to be able to do."""

    vendor: str
    system: str
    integrated: Answer
    receives_answers: Answer
    integrated_via_practitioner: Answer


@dataclass(frozen=True, slots=True)
class MunicipalityEntry:
    """A municipality of today; `official_names` are all parallel names."""

    number: str
    name: str
    official_names: tuple[str, ...]
    county_number: str
    county: str
    organization_number: str
    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True)
class RetiredMunicipality:
    """A retired number; no successors means: none that is unique."""

    number: str
    name: str
    successors: tuple[str, ...]


@dataclass(frozen=True)
class ReferenceTables:
    """All reference tables at one moment, with their look-ups."""

    categories: tuple[Category, ...] = ()
    forms: tuple[Form, ...] = ()
    vendors: tuple[VendorSystem, ...] = ()
    service_types: tuple[tuple[str, str, str], ...] = ()
    municipalities: tuple[MunicipalityEntry, ...] = ()
    municipality_history: tuple[RetiredMunicipality, ...] = ()
    languages: dict[str, str] = field(default_factory=dict)
    letter_texts: dict[str, dict[Language, str]] = field(default_factory=dict)
    checklists: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)

    # -- municipalities ----------------------------------------------------------------------
    @cached_property
    def municipality_by_number(self) -> dict[str, MunicipalityEntry]:
        """The municipalities of today by number."""
        return {entry.number: entry for entry in self.municipalities}

    @cached_property
    def retired_by_number(self) -> dict[str, RetiredMunicipality]:
        """The retired numbers that are not in use today."""
        return {
            entry.number: entry
            for entry in self.municipality_history
            if entry.number not in self.municipality_by_number
        }

    @cached_property
    def municipality_by_organization(self) -> dict[str, MunicipalityEntry]:
        """The municipalities of today by organisation number."""
        return {
            entry.organization_number: entry
            for entry in self.municipalities
            if entry.organization_number
        }

    def resolve_municipality(self, number: str) -> str:
        """The number of today: a retired one becomes its only successor; "" if unresolved."""
        seen: set[str] = set()
        while number not in self.municipality_by_number:
            retired = self.retired_by_number.get(number)
            if retired is None or len(retired.successors) != 1 or number in seen:
                return ""
            seen.add(number)
            number = retired.successors[0]
        return number

    def municipality_of(self, number: str, organization_number: str) -> str:
        """The municipality that an order names, as the number of today; "" if unresolved.

        An order may name its municipality by organisation number alone.
        """
        if number:
            return self.resolve_municipality(number)
        entry = self.municipality_by_organization.get(organization_number)
        return entry.number if entry else ""

    def municipality_name(self, number: str) -> str:
        """The name that belongs to a number of today or of the past; "" where there is none."""
        if entry := self.municipality_by_number.get(number):
            return entry.name
        retired = self.retired_by_number.get(number)
        return retired.name if retired else ""

    # -- categories and forms ------------------------------------------------------------------
    @cached_property
    def _categories(self) -> dict[str, Category]:
        return {squeezed(category.code): category for category in self.categories}

    def category(self, code: str) -> Category | None:
        """The category of a code, in any case."""
        return self._categories.get(squeezed(code))

    @cached_property
    def _forms(self) -> dict[str, list[Form]]:
        found: dict[str, list[Form]] = {}
        for form in self.forms:
            for key in {squeezed(form.code), squeezed(form.name)}:
                found.setdefault(key, []).append(form)
        return found

    def forms_named(self, code_or_name: str) -> tuple[Form, ...]:
        """The forms with this code or full name, case and spacing ignored."""
        return tuple(self._forms.get(squeezed(code_or_name), ()))

    def form_of(self, category: Category, code_or_name: str, day: date) -> Form | None:
        """The form of that category with this code or name, if it is valid on `day`."""
        for form in self.forms_named(code_or_name):
            if squeezed(form.category) == squeezed(category.code) and form.is_valid_on(day):
                return form
        return None

    # -- vendors -------------------------------------------------------------------------------
    @cached_property
    def _vendors(self) -> dict[str, list[VendorSystem]]:
        found: dict[str, list[VendorSystem]] = {}
        for entry in self.vendors:
            found.setdefault(squeezed(entry.vendor), []).append(entry)
        return found

    def vendor(self, vendor: str, system: str) -> VendorSystem | None:
        """What is registered of a vendor's system; None where the table does not have it.

        Without a system, a column counts only where all the vendor's systems agree.
        """
        entries = self._vendors.get(squeezed(vendor), []) if vendor else []
        if system:
            entries = [e for e in entries if squeezed(e.system) == squeezed(system)]
        if not entries:
            return None
        return VendorSystem(
            vendor=entries[0].vendor,
            system=entries[0].system if system else "",
            integrated=_agreed(entry.integrated for entry in entries),
            receives_answers=_agreed(entry.receives_answers for entry in entries),
            integrated_via_practitioner=_agreed(e.integrated_via_practitioner for e in entries),
        )

    # -- service types ---------------------------------------------------------------------------
    @cached_property
    def _service_types(self) -> dict[str, frozenset[tuple[str, str]]]:
        found: dict[str, set[tuple[str, str]]] = {}
        for category, code_list, code in self.service_types:
            found.setdefault(squeezed(category), set()).add((code_list, code))
        return {category: frozenset(pairs) for category, pairs in found.items()}

    def service_types_of(self, category: str) -> frozenset[tuple[str, str]]:
        """The (code list, code) pairs that fit a category; empty where nobody has said."""
        return self._service_types.get(squeezed(category), frozenset())


def _agreed(answers: Iterable[Answer]) -> Answer:
    distinct = set(answers)
    return distinct.pop() if len(distinct) == 1 else Answer.UNKNOWN
