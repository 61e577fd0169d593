"""What the help promises to have: a page for every rule, and no link that leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from timebok_desktop.domain.codes import SEVERITY_WORDS
from timebok_desktop.domain.phrases import LANGUAGES, Language
from timebok_desktop.domain.rules import RULES
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.ui import translation
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.help_keys import keys_in_words
from timebok_desktop.ui.help_library import CHAPTERS, Address, HelpLibrary
from timebok_desktop.ui.help_rules import LABELS, texts_of_rules
from timebok_desktop.ui.help_topics import PAGES, PARTS
from timebok_desktop.ui.page_list import PAGES as PAGE_LIST

LINK = re.compile(r"\]\(([^)]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
both = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def library(qapp: QApplication, language: Language) -> HelpLibrary:
    translation.install(qapp, language, resource_folder() / "translations")
    context = Context("anna", language)
    context.actions.retranslate()
    made = HelpLibrary(language, lambda: keys_in_words(context.actions))
    made.page("tastene")
    translation.install(qapp, "nb", resource_folder() / "translations")
    return made


def texts(library: HelpLibrary) -> dict[str, str]:
    return {page.name: page.text for _, pages in library.chapters() for page in pages}


@both
def test_that_every_rule_has_a_page_that_says_all_of_it(
    library: HelpLibrary, language: Language
) -> None:
    guide = (resource_folder() / "guides" / language / "regler.md").read_text("utf-8")
    told = texts_of_rules(guide, language)
    assert set(told) == set(RULES)
    for code, rule in RULES.items():
        assert set(told[code].parts) == set(LABELS), code
        page = library.page(code)
        assert rule.title.text(language) in page.title
        assert code in page.title
        assert f"**{SEVERITY_WORDS[rule.severity].text(language)}.**" in page.text
        assert rule.source.text(language) in page.text
        for part in told[code].parts.values():
            assert len(part) > 20, code
            assert part in page.text


@both
def test_that_every_link_in_the_help_leads_somewhere_in_it(library: HelpLibrary) -> None:
    dead = [
        f"{name}: {link}"
        for name, text in texts(library).items()
        for link in LINK.findall(FENCE.sub("", text))
        if library.resolve(link, name) is None
    ]
    assert dead == []


@both
def test_that_every_page_and_section_has_a_link_that_leads_back_to_it(
    library: HelpLibrary,
) -> None:
    for address, title, _ in library.addresses():
        found = library.resolve(library.link(address))
        assert found is not None
        again = library.page(found.page).sections[found.section].heading
        assert again == library.page(address.page).sections[address.section].heading, title


@both
def test_that_no_page_lies_unlisted_and_none_is_listed_that_is_not_there(
    library: HelpLibrary, language: Language
) -> None:
    listed = {name for _, names in CHAPTERS for name in names}
    files = {path.stem for path in (resource_folder() / "guides" / language).glob("*.md")}
    assert listed == files | set(RULES)
    assert set(texts(library)) == listed


@both
def test_that_pages_have_the_same_sections_in_both_languages(
    library: HelpLibrary, language: Language
) -> None:
    other = HelpLibrary("nn" if language == "nb" else "nb", str)
    for name in texts(library):
        if name != "tastene":
            assert len(library.page(name).sections) == len(other.page(name).sections), name


@both
def test_that_each_page_of_the_window_has_its_section(
    library: HelpLibrary, language: Language
) -> None:
    shown = {
        "nb": (
            "Bestillinger",
            "AR",
            "Konfigurasjoner",
            "Eksport",
            "Oversikt",
            "Logg",
            "Innstillinger",
        ),
        "nn": (
            "Bestillingar",
            "AR",
            "Konfigurasjonar",
            "Eksport",
            "Oversikt",
            "Logg",
            "Innstillingar",
        ),
    }
    assert set(PAGES) == {page.key for page in PAGE_LIST}
    found = tuple(
        library.page(PAGES[page.key].page).sections[PAGES[page.key].section].heading
        for page in PAGE_LIST
    )
    assert found == shown[language]
    for address in PARTS.values():
        assert library.page(address.page).sections[address.section].heading


@both
def test_that_the_steps_of_the_process_and_the_her_id_are_explained(
    library: HelpLibrary,
) -> None:
    process = library.page("bestillingsprosessen").text
    for word in ("Koronatest", "Koronavaksine", "Lab", "Vaksine", "via behandl", "(vår)"):
        assert word in process
    explained = library.page("her-id").text
    rules = {code for code in RULES if f"[{code}]" in explained}
    assert {"HER-SYNTAX", "HER-UNKNOWN", "HER-LEVEL", "HER-INACTIVE", "HER-IN-USE"} <= rules


def test_that_an_address_outside_the_help_leads_nowhere() -> None:
    library = HelpLibrary("nb", str)
    for link in ("https://example.org", "file:///etc/passwd", "../../hemmelig", "x.md", "#x"):
        assert library.resolve(link) is None
    assert library.resolve("#den-finnes-ikke", "brev") is None
    assert library.resolve("brev.md") == Address("brev")
    assert Path(library.link(Address("brev"))).suffix == ".md"
