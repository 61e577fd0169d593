"""The sentences of letters: every rule has one in both languages, whole and in plain words."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.rules.firing import FIRING, ONLY_BOKMAL, ONLY_NYNORSK, words_of
from timebok_desktop.domain.codes import Kind, PartyType, Severity
from timebok_desktop.domain.findings import Finding, Suggestion
from timebok_desktop.domain.letter_kinds import LetterKind
from timebok_desktop.domain.letter_texts import (
    FRAME,
    NAMES,
    SILENT,
    VARIANTS,
    Texts,
    fill,
    text_name,
    unknown_placeholders,
)
from timebok_desktop.domain.letter_writing import (
    Matter,
    is_unfilled,
    moved_deadline,
    names_deadline,
    write,
    written_weekday,
)
from timebok_desktop.domain.phrases import LANGUAGES, Language, same
from timebok_desktop.domain.rule_codes import CODES
from timebok_desktop.domain.rules import RULES

TABLE = Path(__file__).resolve().parents[2] / "resources" / "tables" / "letter_texts.csv"
DAY, DEADLINE = date(2026, 3, 16), date(2026, 3, 23)
INTERNAL = re.compile(
    r"\b(funn|uttrekk\w*|snapshot|tabell\w*|overstyr\w*|stopp\w*|advarsel|åtvaring|saksbehandl\w*|"
    r"regel|reglar|automatisk|konfigurasjon\w*|vurder|8663|None|True|False)\b",
    re.IGNORECASE,
)
_ONLY_BOKMAL = ONLY_BOKMAL.replace("|de|", "|")
"""In nynorsk, «de» is also how several readers are addressed."""
each_language = pytest.mark.parametrize("language", LANGUAGES)


def shipped() -> Texts:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["name"]: {"nb": row["nb"], "nn": row["nn"]} for row in csv.DictReader(file)}


TEXTS = shipped()


@pytest.fixture(scope="session")
def matter(a_case):
    def build(**changes) -> Matter:
        order = replace(a_case().order, **changes.pop("order", {}))
        return Matter(order=order, received=DAY, user="Anna", deadline=DEADLINE, **changes)

    return build


def test_that_every_text_is_shipped_and_no_other() -> None:
    assert set(TEXTS) == set(NAMES)
    assert {name.partition("/")[0] for name in set(NAMES) - set(FRAME)} == set(RULES) == set(CODES)


@pytest.mark.parametrize("name", NAMES)
def test_that_a_text_stands_in_both_languages_with_the_same_values(name: str) -> None:
    nb, nn = (TEXTS[name][language] for language in LANGUAGES)
    assert set(re.findall(r"\{\w+\}", nb)) == set(re.findall(r"\{\w+\}", nn))
    assert unknown_placeholders(nb) == unknown_placeholders(nn) == ()
    assert words_of(ONLY_NYNORSK, nb) == []
    assert words_of(f"{_ONLY_BOKMAL}|dere|deres|vennlig|mottok|bekreft", nn) == []
    assert not INTERNAL.search(f"{nb} {nn}")


@each_language
@pytest.mark.parametrize(("rule", "facts"), FIRING)
def test_that_every_finding_becomes_a_whole_sentence(
    find, matter, rule: str, facts, language: Language
) -> None:
    finding = find(rule, **facts)
    letter = write(LetterKind.REQUEST_INFORMATION, matter(findings=[finding]), language, TEXTS)
    sentence = letter.text.split("\n\n")[3]
    if rule in SILENT:
        assert is_unfilled(letter.text)
        sentence = fill(TEXTS, text_name(finding), language, finding.evidence)
    assert sentence.endswith((".", "?"))
    assert not re.search(r"[{}]|None|True|False|<|  | [.,;:]|\(\)|\(–\)|«»|\.\.", sentence)
    assert not INTERNAL.search(sentence)


def test_that_each_variant_of_a_sentence_is_used(find) -> None:
    used = {text_name(find(rule, **facts)) for rule, facts in FIRING}
    used |= {
        text_name(find(rule, **facts, kind="deactivate"))
        for rule, facts in FIRING
        if rule in {"HER-UNKNOWN", "HER-INACTIVE"}
    }
    assert used == set(NAMES) - set(FRAME)
    assert all(f"{rule}/{variant}" in used for rule, some in VARIANTS.items() for variant in some)


@settings(deadline=None)
@given(
    rule=st.sampled_from(CODES),
    value=st.text(max_size=300),
    language=st.sampled_from(LANGUAGES),
    severity=st.sampled_from(Severity),
)
def test_that_no_value_breaks_out_of_its_line(rule, value, language: Language, severity) -> None:
    evidence = dict.fromkeys(
        re.findall(r"\{(\w+)\}", " ".join(TEXTS[name]["nb"] for name in NAMES)), value
    )
    finding = Finding(rule, severity, "", same("x"), {**evidence, "successors": (value,)})
    told = fill(TEXTS, text_name(finding), language, {**evidence, "party": value})
    assert "\n" not in told
    assert "\r" not in told
    assert all(one.isprintable() or one.isspace() for one in told)
    assert len(told) < 3_000


def test_that_lists_read_as_a_person_would_say_them(find) -> None:
    several = find("MUN-RETIRED", municipality_number="1507")
    assert fill(TEXTS, text_name(several), "nb", several.evidence).endswith(
        "Oppgi om bestillingen gjelder 1508 Ålesund eller 1580 Haram."
    )
    none = find("CAT-UNKNOWN", category="Tannlege")
    assert "Koronatest, Koronavaksine, Lab eller Vaksine" in fill(
        TEXTS, text_name(none), "nn", none.evidence
    )


def test_that_several_findings_are_numbered_and_one_is_not(find, matter) -> None:
    missing = find("FORM-MISSING", category="Koronatest")
    vendor = find("VENDOR-UNKNOWN", vendor="")
    one = write(LetterKind.REQUEST_INFORMATION, matter(findings=[missing]), "nb", TEXTS)
    two = write(LetterKind.REQUEST_INFORMATION, matter(findings=[missing, vendor]), "nb", TEXTS)
    assert "1. " not in one.text.replace("16. ", "")
    assert "1. Til Koronatest hører" in two.text
    assert "\n2. Bestillingen oppgir ikke journalleverandør" in two.text


def test_that_a_rejection_rests_on_what_stops_where_something_does(find, matter) -> None:
    stop = find("FORM-MISSING", category="Koronatest")
    warning = find("VENDOR-UNKNOWN", vendor="")
    both = write(LetterKind.REJECTION, matter(findings=[stop, warning]), "nb", TEXTS).text
    assert "Til Koronatest hører" in both
    assert "journalleverandør" not in both
    alone = write(LetterKind.REJECTION, matter(findings=[warning]), "nb", TEXTS).text
    assert "journalleverandør" in alone


@each_language
@pytest.mark.parametrize("kind", [LetterKind.REQUEST_INFORMATION, LetterKind.REJECTION])
def test_that_without_findings_the_caseworker_is_asked_to_write(
    matter, kind: LetterKind, language: Language
) -> None:
    letter = write(kind, matter(), language, TEXTS)
    assert is_unfilled(letter.text)
    assert not is_unfilled(letter.text.replace("[", "").replace("]", ""))


def test_that_suggestions_are_asked_about_once_and_only_in_a_request(find, matter) -> None:
    suggestions = tuple(Suggestion(number, "Lab, Oslo", ()) for number in range(1, 6))
    found = [
        replace(find("HER-LEVEL", party={"type": PartyType.ORGANIZATION}), suggestions=suggestions),
        replace(find("HER-MUNICIPALITY", party={"municipality_number": "1101"}),
                suggestions=suggestions),
    ]  # fmt: skip
    asked = write(LetterKind.REQUEST_INFORMATION, matter(findings=found), "nb", TEXTS).text
    assert asked.count("dere mener?") == 1
    assert "1 (Lab, Oslo), 2 (Lab, Oslo) eller 3 (Lab, Oslo)" in asked
    rejected = write(LetterKind.REJECTION, matter(findings=found), "nb", TEXTS)
    assert "dere mener?" not in rejected.text


@each_language
def test_that_a_letter_names_both_references_and_how_to_answer(matter, language: Language) -> None:
    kind = LetterKind.REQUEST_INFORMATION
    known = write(kind, matter(order={"external_reference": "K-7"}), language, TEXTS)
    assert known.text.count("K-7") == 2
    assert "RTB-2026-000001" in known.subject
    assert "RTB-2026-000001" in known.text
    unknown = write(kind, matter(order={"external_reference": ""}), language, TEXTS)
    assert unknown.text.count("RTB-2026-000001") == 2


@each_language
@pytest.mark.parametrize("kind", Kind)
def test_that_every_kind_of_order_has_its_own_matter(matter, kind: Kind, language) -> None:
    told = {
        write(letter, matter(order={"kind": kind}), language, TEXTS).text for letter in LetterKind
    }
    assert len(told) == 3
    assert all("{" not in text for text in told)


def test_that_a_deadline_is_named_with_its_weekday_and_can_be_moved(matter) -> None:
    for language, weekday in (("nb", "mandag"), ("nn", "måndag")):
        letter = write(LetterKind.REQUEST_INFORMATION, matter(), language, TEXTS)
        assert f"{weekday} 23. mars 2026" in letter.text
        assert names_deadline(letter.text, DEADLINE)
        later = date(2026, 4, 7)
        moved = moved_deadline(letter.text, DEADLINE, later, language)
        assert written_weekday(later, language) in moved
        assert not names_deadline(moved, DEADLINE)
        assert moved_deadline(moved, later, DEADLINE, language) == letter.text
    for told in ("innen 23.03.2026", "innen 23.3.2026", "innen 23. mars 2026"):
        assert names_deadline(told, DEADLINE)


def test_that_a_placeholder_without_a_value_stays_for_all_to_see() -> None:
    texts: Texts = {"x": {"nb": "Om {her_id} og {other} og {}", "nn": ""}}
    assert fill(texts, "x", "nb", {"her_id": "{name}", "name": "A"}) == "Om {name} og {other} og {}"
    assert unknown_placeholders("{her_id} {other} {}") == ("other", "")
