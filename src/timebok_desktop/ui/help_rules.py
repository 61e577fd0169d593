"""A page of help for each rule, made from the rule itself and from what the guide of the rules says
of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timebok_desktop.domain.codes import SEVERITY_WORDS
from timebok_desktop.domain.phrases import Language, Phrase
from timebok_desktop.domain.rules import RULES, Rule

GUIDE = "regler"
_OF_A_RULE = re.compile(r"^### ([A-Z][A-Z-]+)$", re.MULTILINE)
_POINT = re.compile(r"^- \*\*(.+?):\*\* (.+)$", re.MULTILINE)
_VALUE = re.compile(r"\{\w+\}")

LABELS: dict[str, Phrase] = {
    "when": Phrase("Når", "Når"),
    "do": Phrase("Hva du gjør", "Kva du gjer"),
    "why": Phrase("Hvorfor", "Kvifor"),
    "compares": Phrase("Sammenligner", "Samanliknar"),
    "silent": Phrase("Slår ikke ut", "Slår ikkje ut"),
}
"""What the guide says of every rule beside its weight and its source, by the label it has there."""
_TITLES: dict[str, Phrase] = {
    "when": Phrase("Når den slår ut", "Når han slår ut"),
    "why": Phrase("Hvorfor det betyr noe", "Kvifor det har noko å seie"),
    "do": Phrase("Hva du gjør", "Kva du gjer"),
    "compares": Phrase("Hva den sammenligner", "Kva han samanliknar"),
    "silent": Phrase("Når den ikke slår ut", "Når han ikkje slår ut"),
}
_SAYS = Phrase("Hva funnet sier", "Kva funnet seier")
_SOURCE = Phrase("Kilde", "Kjelde")
_ENDS = Phrase("For en avslutning: {word}.", "For ei avslutning: {word}.")
_MORE = Phrase(
    "Se også [Regler](regler.md) og [HER-id](her-id.md).",
    "Sjå òg [Reglar](regler.md) og [HER-id](her-id.md).",
)
_OVERRIDE = {
    "stop": Phrase(
        "Bestillingen kan ikke godkjennes så lenge funnet står.",
        "Bestillinga kan ikkje godkjennast så lenge funnet står.",
    ),
    "warning": Phrase(
        "Kan overstyres med begrunnelse når bestillingen godkjennes.",
        "Kan overstyrast med grunngiving når bestillinga blir godkjend.",
    ),
    "note": Phrase("Til opplysning.", "Til opplysning."),
}


@dataclass(frozen=True, slots=True)
class RuleTexts:
    """What the guide says of one rule, by the keys of `LABELS`."""

    code: str
    parts: dict[str, str]


def texts_of_rules(guide: str, language: Language) -> dict[str, RuleTexts]:
    """What the guide of the rules says of each of them."""
    keys = {words.text(language): key for key, words in LABELS.items()}
    pieces = _OF_A_RULE.split(guide)[1:]
    found = {}
    for code, text in zip(pieces[::2], pieces[1::2], strict=True):
        parts = {keys[label]: told for label, told in _POINT.findall(text) if label in keys}
        found[code] = RuleTexts(code, parts)
    return found


def title_of(rule: Rule, language: Language) -> str:
    """The title of a rule's page: what it says first, because that is what is looked for."""
    return f"{rule.title.text(language)} ({rule.code})"


def rule_page(rule: Rule, texts: RuleTexts, language: Language) -> str:
    """The page of a rule as Markdown."""
    weight = f"**{SEVERITY_WORDS[rule.severity].text(language)}.**"
    paragraphs = [
        f"# {title_of(rule, language)}",
        f"{weight} {_OVERRIDE[rule.severity.value].text(language)}",
    ]
    if rule.at_deactivation is not rule.severity:
        word = SEVERITY_WORDS[rule.at_deactivation].text(language)
        paragraphs.append(_ENDS.fill(word=word.lower()).text(language))
    paragraphs.append(f"## {_SAYS.text(language)}")
    paragraphs.append(f"«{_VALUE.sub('…', rule.message.text(language)).replace('….', '…')}»")
    for key, title in _TITLES.items():
        paragraphs += [f"## {title.text(language)}", texts.parts[key]]
    paragraphs += [f"## {_SOURCE.text(language)}", rule.source.text(language)]
    paragraphs.append(_MORE.text(language))
    return "\n\n".join(paragraphs) + "\n"


def overview_page(guide: str, language: Language) -> str:
    """The guide of the rules with a way to each rule in the place of what it says of them."""
    before, heading, _ = _split_at_rules(guide)
    lines = [
        f"- [{title_of(rule, language)}](regler.md#{code.lower()})" for code, rule in RULES.items()
    ]
    return "\n".join([before, heading, "", *lines, ""])


def _split_at_rules(guide: str) -> tuple[str, str, str]:
    first = _OF_A_RULE.search(guide)
    if first is None:
        return guide, "", ""
    before = guide[: first.start()].rstrip()
    start = before.rindex("\n## ")
    return before[:start].rstrip() + "\n", before[start:].strip(), guide[first.start() :]
