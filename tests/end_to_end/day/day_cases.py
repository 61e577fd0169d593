"""The 39 cases of a day, and what a sensible caseworker makes of each: written down before the run.

Municipalities, their numbers and organisation numbers are real; everything else is invented.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from timebok_desktop.domain.codes import Status

JOURNAL = {"vendor": "Eksempel Journal AS (oppdiktet)", "system": "Eksempel EPJ"}
NOT_INTEGRATED = {"vendor": "Fiktiv Data AS (oppdiktet)", "system": "Fiktiv Pluss"}
UNCLEAR = {"vendor": "Uavklart Løsning AS (oppdiktet)", "system": "Løsning 3"}
NOT_RECEIVING = {"vendor": "Prøvejournal AS (oppdiktet)", "system": "Prøve Web"}
NO_VENDOR = {"vendor": "", "system": ""}
STANDARD = {"form": "koronavaksine-1"}

WAITS = Status.AWAITING_SECOND_APPROVAL
ASKED = Status.AWAITING_INFORMATION
REJECTED = Status.REJECTED
HELD = Status.ON_HOLD
WITHDRAWN = Status.WITHDRAWN


@dataclass(frozen=True)
class DayCase:
    """An order, the rules that fire for it as it comes in, and what becomes of it.

    `rules`: what must fire. `take`: the HER-id of the suggestion that a caseworker takes, "" for
    none. `end`: the status after the first caseworker. `reason`: the code of a decision's reason.
    `letter`: whether the municipality is written to. `gone`: rules whose finding went away
    because of what was done to an earlier case.
    """

    municipality: str
    category: str
    end: Status = WAITS
    her_id: str = ""
    kind: str = "activate"
    rules: tuple[str, ...] = ()
    take: str = ""
    reason: str = ""
    letter: bool = False
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def form(self) -> str:
        """The form that is ordered."""
        default = STANDARD["form"] if self.category == "Koronavaksine" else ""
        return str(self.more.get("form", default))


def body(number: str) -> str:
    """The HER-id of a municipality."""
    return f"9{number}00"


def service(number: str, place: int = 1) -> str:
    """The HER-id of a municipality's service: 1 infection control, 2 emergency, 3 child health."""
    return f"9{number}{place * 17:02d}"


CASES: tuple[DayCase, ...] = (
    DayCase("3405", "Vaksine"),
    DayCase("5501", "Lab"),
    DayCase("4601", "Koronavaksine"),
    DayCase("3118", "Vaksine", rules=("MUN-RETIRED",), more={"municipality": "3014"}),
    DayCase("4640", "Vaksine"),
    DayCase("1804", "Lab"),
    DayCase(
        "3901",
        "Koronavaksine",
        ASKED,
        rules=("FORM-MISSING",),
        reason="form",
        letter=True,
        more={"form": ""},
    ),
    DayCase("4203", "Vaksine"),
    DayCase(
        "1106", "Vaksine", rules=("HER-INACTIVE",), her_id=service("1106", 4), take=service("1106")
    ),
    DayCase("5001", "Vaksine"),
    DayCase("3301", "Lab", rules=("VENDOR-UNKNOWN",), more=UNCLEAR),
    DayCase("3420", "Vaksine"),
    DayCase("4003", "Koronavaksine"),
    DayCase("4621", "Vaksine", rules=("DUPLICATE-ORDER",)),
    DayCase("5601", "Lab"),
    DayCase("4621", "Vaksine", WITHDRAWN, rules=("DUPLICATE-ORDER",), reason="duplicate"),
    DayCase(
        "1508",
        "Vaksine",
        ASKED,
        rules=("ORG-CHECKSUM",),
        reason="municipality",
        letter=True,
        more={"organization_number": "920415289"},
    ),
    DayCase("3203", "Vaksine"),
    DayCase(
        "3443",
        "Lab",
        rules=("HER-OWNER", "HER-MUNICIPALITY"),
        her_id=service("3442"),
        take=service("3443"),
    ),
    DayCase("1833", "Vaksine", kind="change"),
    DayCase(
        "3907", "Koronavaksine", rules=("INTERIM-SOLUTION",), more={"had_interim_solution": True}
    ),
    DayCase("4647", "Vaksine"),
    DayCase(
        "5503",
        "Vaksine",
        REJECTED,
        rules=("VENDOR-NOT-INTEGRATED",),
        reason="not-integrated",
        letter=True,
        more=NOT_INTEGRATED,
    ),
    DayCase("1506", "Lab"),
    DayCase(
        "3103",
        "Vaksine",
        rules=("HER-UNKNOWN",),
        her_id=service("3103")[:-1] + "9",
        take=service("3103"),
    ),
    DayCase("3411", "Koronavaksine", kind="change"),
    DayCase(
        "4204",
        "Vaksine",
        ASKED,
        rules=("VENDOR-UNKNOWN",),
        reason="vendor",
        letter=True,
        more=NO_VENDOR,
    ),
    DayCase("5037", "Vaksine"),
    DayCase(
        "1860",
        "Lab",
        HELD,
        rules=("HER-INACTIVE",),
        her_id=service("1860"),
        reason="awaiting-registry",
    ),
    DayCase("4626", "Vaksine"),
    DayCase("3201", "Vaksine", rules=("HER-LEVEL",), her_id=body("3201"), take=service("3201")),
    DayCase("5605", "Lab"),
    DayCase("1577", "Vaksine", kind="deactivate"),
    DayCase(
        "3447",
        "Vaksine",
        rules=("HER-OWNER", "HER-MUNICIPALITY"),
        her_id=service("3446"),
        more={"comment": "Legevakten er felles for kommunene (oppdiktet)."},
    ),
    DayCase(
        "4012",
        "Koronavaksine",
        ASKED,
        rules=("FORM-RECEIVER",),
        reason="form",
        letter=True,
        more=NOT_RECEIVING,
    ),
    DayCase("5057", "Vaksine"),
    DayCase(
        "1124",
        "Vaksine",
        REJECTED,
        rules=("VENDOR-NOT-INTEGRATED",),
        reason="not-integrated",
        letter=True,
        more=NOT_INTEGRATED,
    ),
    DayCase("3303", "Lab"),
    DayCase(
        "4614",
        "Vaksine",
        ASKED,
        rules=("HER-SYNTAX",),
        her_id="939866914",
        reason="her-id",
        letter=True,
    ),
)
"""In the order in which they came."""

ENDED = {"1106": (4,), "1860": (1,)}
"""Services that AR has deactivated."""

WITHOUT_OWN = ("3447",)
"""Municipalities that have no service of their own in AR."""
