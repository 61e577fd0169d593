"""The collector of cases: orders, base configurations and what must come of each order.

Expectations are worked out by hand in the cases; nothing here may judge an order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import cycle
from typing import Any

from outside_world.check_digits import invented_organisation_numbers
from outside_world.facts import (
    GOOD_VENDOR,
    MUNICIPALITIES,
    NEIGHBOURS,
    RULES,
    STOPS,
    WARNINGS_WHEN_ENDING,
)
from outside_world.registry import Registry

OWN = "the municipality's own"
CHANNELS = (
    "json-list",
    "json-wrapped",
    "csv-semicolon-utf8",
    "csv-comma-bom",
    "csv-tab-cp1252",
    "csv-semicolon-cp1252",
    "xlsx-first",
    "xlsx-second",
    "eml-lines",
    "eml-html",
    "eml-csv",
    "eml-xlsx",
    "json-object",
)


@dataclass
class Order:
    """What is sent, by JSON field name, and the rules that must fire, no more and no fewer."""

    reference: str
    channel: str
    fields: dict[str, Any]
    rules: list[str]
    severities: dict[str, str]
    outcome: str
    normalised: dict[str, Any] = field(default_factory=dict)
    evidence: dict[str, list[str]] = field(default_factory=dict)
    suggests: dict[str, list[int]] = field(default_factory=dict)


class World:
    """Orders in the order of their making; each gets the next channel unless it names one."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.registry = Registry(today)
        self.orders: list[Order] = []
        self.configurations: list[dict[str, str]] = []
        self.invented = iter(invented_organisation_numbers(40))
        self._channels = cycle(CHANNELS)
        self._neighbours = cycle(NEIGHBOURS)

    def neighbour(self) -> str:
        return next(self._neighbours)

    def service(
        self, seat: str, kind: tuple[int, str] | None = (8663, "KA03"), /, **over: Any
    ) -> int:
        return self.registry.service(self.registry.municipality_her_id[seat], kind, **over)

    def configured(self, municipality: str, her_id: int, category: str = "Koronavaksine") -> None:
        form = {"Koronavaksine": "koronavaksine-1", "Koronatest": "koronatest-oppdiktet"}
        self.configurations.append(
            {
                "municipality_number": municipality,
                "her_id": str(her_id),
                "category": category,
                "form": form.get(category, ""),
                "vendor": GOOD_VENDOR[0],
                "system": GOOD_VENDOR[1],
                "valid_from": "2024-01-15",
            }
        )

    def order(
        self,
        tag: str,
        municipality: str | None,
        her_id: Any,
        *rules: str,
        organization: str | None = OWN,
        channel: str | None = None,
        checks: dict[str, Any] | None = None,
        **fields: Any,
    ) -> None:
        """A clean activation of Koronavaksine, apart from what the case changes."""
        assert set(rules) <= RULES, rules
        reference = f"YTRE-{len(self.orders) + 1:03d}-{tag}"
        if organization == OWN:
            organization = MUNICIPALITIES.get(municipality or "", ("", None))[1]
        content = {
            "kind": "activate",
            "municipalityNumber": municipality,
            "organizationNumber": organization,
            "herId": her_id,
            "category": "Koronavaksine",
            "form": "koronavaksine-1",
            "vendor": GOOD_VENDOR[0],
            "system": GOOD_VENDOR[1],
            "externalReference": reference,
            "language": "nn" if len(self.orders) % 2 else "nb",
            "desiredFrom": "2027-03-15" if len(self.orders) % 3 == 0 else None,
            **fields,
        }
        if content["category"].strip().casefold() in ("lab", "vaksine") and "form" not in fields:
            content["form"] = None
        if content["category"] == "Koronatest" and "form" not in fields:
            content["form"] = "koronatest-oppdiktet"
        severities = {rule: _severity(rule, content["kind"]) for rule in rules}
        self.orders.append(
            Order(
                reference,
                channel or next(self._channels),
                {name: value for name, value in content.items() if value is not None},
                sorted(rules),
                severities,
                _outcome(severities),
                **(checks or {}),
            )
        )


def _severity(rule: str, kind: str) -> str:
    ending = kind in ("deactivate", "Avslutning")
    if rule in STOPS and not (ending and rule in WARNINGS_WHEN_ENDING):
        return "stop"
    return "warning"


def _outcome(severities: dict[str, str]) -> str:
    if "stop" in severities.values():
        return "stopped"
    return "warnings" if severities else "clear"
