"""The texts that letters are put together from: what they are called, and which one a finding gets.

The words themselves stand in the table `letter_texts`, which caseworkers edit. They are our own:
NHN's letters are not public. Every rule has a sentence for the municipality, some have several.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from unicodedata import category

from timebok_desktop.domain.codes import Severity
from timebok_desktop.domain.findings import EvidenceValue, Finding
from timebok_desktop.domain.phrases import Language
from timebok_desktop.domain.rule_codes import CODES

Texts = Mapping[str, Mapping[Language, str]]
"""The texts by name and language."""

FRAME = (
    "sender",
    "greeting",
    "closing",
    "opening",
    "opening/with-reference",
    "matter/activate",
    "matter/change",
    "matter/deactivate",
    "matter/via-practitioner",
    "request-information/subject",
    "request-information/intro",
    "request-information/answer",
    "request-information/answer-without-reference",
    "request-information/deadline",
    "request-information/suggestion",
    "request-information/to-fill-in",
    "rejection/subject",
    "rejection/intro",
    "rejection/next",
    "rejection/to-fill-in",
    "approval/subject",
    "approval/intro",
    "approval/intro-change",
    "approval/intro-deactivate",
    "approval/next",
)
"""Everything of a letter but the sentences on findings."""

VARIANTS: Mapping[str, tuple[str, ...]] = {
    "HER-SYNTAX": ("organization_number",),
    "HER-UNKNOWN": ("perhaps-deactivated", "deactivate"),
    "HER-INACTIVE": ("ended", "coming", "deactivate"),
    "MUN-RETIRED": ("several", "none"),
    "FORM-UNKNOWN": ("none-known",),
    "VENDOR-UNKNOWN": ("not-given",),
}
"""Rules whose sentence depends on what was found, with the names of the other sentences."""

SILENT = frozenset({"SNAPSHOT-STALE"})
"""Rules that ask nothing of the municipality; their sentence is there for whoever wants it."""

NAMES: tuple[str, ...] = (
    *FRAME,
    *(
        name
        for code in CODES
        for name in (code, *(f"{code}/{variant}" for variant in VARIANTS.get(code, ())))
    ),
)
"""Every text that letters need."""

PLACEHOLDERS = frozenset(
    {
        "category",
        "deadline",
        "described",
        "external_reference",
        "form",
        "her_id",
        "known",
        "matter",
        "municipalities",
        "municipality",
        "municipality_name",
        "municipality_number",
        "name",
        "orders",
        "organization_number",
        "owner",
        "owner_name",
        "party",
        "party_municipality",
        "party_municipality_name",
        "received",
        "reference",
        "scheme",
        "successor_names",
        "suggestions",
        "taken_on",
        "valid_from",
        "valid_to",
        "vendor",
        "where",
    }
)
"""What a text may have in braces."""

_PLACEHOLDER = re.compile(r"\{([a-z_]*)\}")
_EITHER = frozenset({"known", "successor_names", "suggestions"})
"""Lists to choose from; the others are all meant."""
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_LONGEST_VALUE = 200


def text_name(finding: Finding) -> str:
    """The name of the sentence that a finding gets."""
    choose = _CHOICES.get(finding.rule)
    variant = choose(finding) if choose is not None else ""
    return f"{finding.rule}/{variant}" if variant else finding.rule


def _of_registration(finding: Finding) -> str:
    if finding.severity is not Severity.STOP:
        return "deactivate"
    return "" if finding.evidence.get("includes_deactivated") else "perhaps-deactivated"


def _of_validity(finding: Finding) -> str:
    """As the rule's own message tells it, which names the day where a day decided."""
    if finding.severity is not Severity.STOP:
        return "deactivate"
    named = {name for name in ("valid_from", "valid_to") if f"{{{name}}}" in finding.phrase.nb}
    return "coming" if "valid_from" in named else "ended" if "valid_to" in named else ""


def _of_successors(finding: Finding) -> str:
    successors = finding.evidence.get("successors")
    count = len(successors) if isinstance(successors, tuple) else 0
    return {0: "none", 1: ""}.get(count, "several")


_CHOICES: Mapping[str, Callable[[Finding], str]] = {
    "HER-SYNTAX": lambda found: str(found.evidence.get("looks_like") or ""),
    "HER-UNKNOWN": _of_registration,
    "HER-INACTIVE": _of_validity,
    "MUN-RETIRED": _of_successors,
    "FORM-UNKNOWN": lambda found: "" if found.evidence.get("known") else "none-known",
    "VENDOR-UNKNOWN": lambda found: (
        "not-given" if found.evidence.get("reason") == "not-given" else ""
    ),
}


def fill(texts: Texts, name: str, language: Language, values: Mapping[str, EvidenceValue]) -> str:
    """A text with its values; a placeholder without a value stays as it is, for all to see."""

    def value(found: re.Match[str]) -> str:
        key = found[1]
        return _said(values[key], key) if key in values else found[0]

    return _PLACEHOLDER.sub(value, texts[name][language])


def unknown_placeholders(text: str) -> tuple[str, ...]:
    """What a text has in braces and no letter has a value for."""
    return tuple(name for name in _PLACEHOLDER.findall(text) if name not in PLACEHOLDERS)


def _said(value: EvidenceValue, key: str) -> str:
    if isinstance(value, tuple):
        return listed([plain(one) for one in value], either=key in _EITHER)
    text = "–" if value is None else plain(str(value))
    day = _DAY.fullmatch(text)
    return f"{int(day[3])}. {MONTHS[int(day[2]) - 1]} {day[1]}" if day else text


def listed(parts: list[str], *, either: bool = False) -> str:
    """`a, b og c`, or `a, b eller c`, in both languages."""
    if len(parts) < 2:  # noqa: PLR2004 - one alone is no list
        return "".join(parts) or "–"
    return f"{', '.join(parts[:-1])} {'eller' if either else 'og'} {parts[-1]}"


def plain(text: str) -> str:
    """A value from outside on one line, without what cannot be seen, and not endless."""
    seen = "".join(" " if one in "\t\r\n" else one for one in text)
    kept = " ".join("".join(one for one in seen if category(one)[0] != "C").split())
    return kept if len(kept) <= _LONGEST_VALUE else f"{kept[: _LONGEST_VALUE - 1]}…"


MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
"""The months have the same names in both languages."""
