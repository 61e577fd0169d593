"""The rules by their place in a verdict: a number with a bit for each rule that fires.

The place of a rule is stored, so it never changes; a new rule is added at the end. What the rules
look at stands in `domain.rules`; this module is light, for those who only read verdicts.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

CODES = (
    "HER-SYNTAX",
    "HER-UNKNOWN",
    "HER-INACTIVE",
    "HER-LEVEL",
    "HER-OWNER",
    "HER-MUNICIPALITY",
    "HER-SERVICE-TYPE",
    "HER-IN-USE",
    "ORG-CHECKSUM",
    "ORG-MUNICIPALITY",
    "MUN-UNKNOWN",
    "MUN-RETIRED",
    "CAT-UNKNOWN",
    "FORM-MISSING",
    "FORM-NOT-ALLOWED",
    "FORM-UNKNOWN",
    "FORM-RECEIVER",
    "VENDOR-UNKNOWN",
    "VENDOR-NOT-INTEGRATED",
    "INTERIM-SOLUTION",
    "CHANGE-WITHOUT-BASE",
    "ALREADY-CONFIGURED",
    "DUPLICATE-ORDER",
    "PRACTITIONER-CATEGORY",
    "PRACTITIONER-SERVICE",
    "SNAPSHOT-STALE",
    "PERSONAL-ID",
)
BIT = {code: 1 << place for place, code in enumerate(CODES)}

_REMEMBERED = 65_536


def mask_of(codes: Iterable[str]) -> int:
    """The verdict in which these rules fire."""
    return sum(BIT[code] for code in set(codes))


@lru_cache(maxsize=_REMEMBERED)
def codes_of(mask: int) -> tuple[str, ...]:
    """The rules that fire in a verdict, in the order of their places."""
    return tuple(code for code in CODES if mask & BIT[code])
