"""One word for one thing, and a number and its word agree, in all that people read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from defusedxml import ElementTree

ROOT = Path(__file__).parents[1]
LANGUAGES = ("nb", "nn")
CATALOGUES = {one: ROOT / f"resources/translations/timebok_{one}.ts" for one in LANGUAGES}

# What is not said any more, and what is said instead.
REFUSED = {
    r"[Pp]assfrase": "passordfrase",
    r"[Bb]etrodd|[Tt]iltrudd": "klarert",
    r"[Aa]ttopprett": "gjenopprett",
    r"[Hh]andsam": "behandle",
    r"\bhenne\b": "ho",
    r"\b([Oo]pp)?[Gg]je\b|gjeven\b": "gi, oppgi, gitt",
    r"\ballereie\b": "alt",
    r"\bbrukar\b": "bruker",
    r"\b([Tt]a|[Tt]ar|[Tt]as|[Tt]att|[Tt]ek|teke|teken|tekne) inn\b": "importere",
    r"\b[Ll]ast(er|ar|et|a|ast|es)? inn\b": "importere",
    r"\b[Hh]ent(es|ast)? fram (en|ein) (sikkerhetskopi|tryggingskopi)": "gjenopprette",
    r"\b(satte?|sette?)( dette)? til side\b": "overstyre",
    r"\bsende?s? ut (ennå|i signerte)|\ber sende? ut\b": "eksportere",
    r"\bsterk kontrast": "høy kontrast, høg kontrast",
    r"\b[Ee]nkle bokstav": "enkeltbokstav",
    r"\butval(get|et)\b": "visning, vising",
    r"\bslår til\b": "slår ut",
    r"\b[Tt]ei?er(:\*\*| ved avslutning| når)": "slår ikke ut, slår ikkje ut",
    r"\b(ei (eksport)?pakke|pakka)\b": "ein pakke, pakken",
    r"[«*]Oppsett[»*]|>Oppsett<": "innstillinger, innstillingar (oppsett is a set-up)",
    r"\b[Pp]ost(en)? i loggen|\bloggens siste post": "oppføring",
    r"\bprov (ikkje|ingenting)\b": "er ikkje noko prov",
    r"\b(er|ser) (hel|heil|helt|heilt)\b[.:,]": "uskadd",
}

# Told only of more than one: the code has another text for one.
OF_SEVERAL = {
    "{count} orders",
    "{state} in {count} municipalities",
    "{accepted} orders imported, {refused} refused, {duplicates} already here.",
    "{count} selected (Esc clears)",
    "{count} municipalities",
    "{count} open orders",
    "{count} working days",
    "{count} orders marked as unread",
    "{count} orders marked as read",
    "{count} working days ago",
    "{count} orders are with {receiver} now.",
    "Hand over {count} orders",
    "{by} approved {moment} and set {count} warnings aside.",
    "about {count} seconds left",
    "about {count} minutes left",
    "about {count} hours left",
}
COUNTED = re.compile(r"(%n|\{(count|orders|parties|done|accepted)\}) \w+(er|ar)\b")


def read_by_people() -> list[Path]:
    guides = (path for one in LANGUAGES for path in (ROOT / "resources/guides" / one).iterdir())
    news = (ROOT / f"resources/news/{one}.md" for one in LANGUAGES)
    letters = ROOT / "resources/tables/letter_texts.csv"
    code = (ROOT / "src").rglob("*.py")
    return [*guides, *news, letters, *code, *CATALOGUES.values()]


def test_that_there_is_one_word_for_one_thing():
    refused = [(re.compile(one), instead) for one, instead in REFUSED.items()]
    any_of_them = re.compile("|".join(f"(?:{one})" for one in REFUSED))
    found = [
        f"{path.relative_to(ROOT)}:{number}: «{hit[0]}», say {instead}"
        for path in read_by_people()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if any_of_them.search(line)
        for one, instead in refused
        if (hit := one.search(line))
    ]
    assert not found


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_a_number_and_its_word_agree(language):
    messages = ElementTree.parse(CATALOGUES[language]).getroot().iter("message")
    wrong = [
        text
        for message in messages
        if message.get("numerus") != "yes"
        and message.findtext("source") not in OF_SEVERAL
        and COUNTED.search(text := message.findtext("translation") or "")
    ]
    assert not wrong
