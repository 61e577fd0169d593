"""The help as a library: every page in the reader's language, a search over both languages, and
where a link leads. It reads packed Markdown and nothing else, and has no widgets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from timebok_desktop.domain.folding import words
from timebok_desktop.domain.phrases import LANGUAGES, Language, Phrase
from timebok_desktop.domain.rules import RULES
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.ui.help_rules import GUIDE, overview_page, rule_page, texts_of_rules
from timebok_desktop.ui.help_text import Section, line_with, sections_of

KEYS = "tastene"
"""The page of shortcuts, whose list is made from the commands themselves whenever it is read."""
CHAPTERS: tuple[tuple[Phrase, tuple[str, ...]], ...] = (
    (
        Phrase("Arbeidet", "Arbeidet"),
        (
            "bestillingsprosessen",
            "arbeidsbordet",
            KEYS,
            "tilgjengelighet",
            "arbeidsflyt",
            "brev",
        ),
    ),
    (Phrase("Det faglige", "Det faglege"), ("her-id", GUIDE, "oppslagstabeller")),
    (Phrase("Filer inn og ut", "Filer inn og ut"), ("bestillingsfiler", "eksportpakke")),
    (Phrase("Drift", "Drift"), ("arbeidsmappe", "sikkerhet", "kommandolinje")),
    (Phrase("Reglene, én for én", "Reglane, éin for éin"), tuple(RULES)),
)
"""Every page by its name, in the order of the table of contents."""
_LONGEST = 110
_COMMON = 9


class Address(NamedTuple):
    """A page and the place of a section in it, 0 for its beginning; the same in both languages."""

    page: str
    section: int = 0


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page: Markdown, and its sections as they are read."""

    name: str
    text: str
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """What it is called."""
        return self.sections[0].heading


@dataclass(frozen=True, slots=True)
class HelpHit:
    """A section that has every word, with a line that shows one."""

    address: Address
    title: str
    heading: str
    line: str


class HelpLibrary:
    """The pages of one language. `keys` tells the commands and their shortcuts in that language."""

    def __init__(self, language: Language, keys: Callable[[], str]) -> None:
        self._language: Language = language
        self._keys = keys
        self._pages = _read(language)

    def page(self, name: str) -> HelpPage:
        """A page by its name."""
        if name == KEYS:
            text = f"{self._pages[KEYS].text}\n{self._keys()}"
            return HelpPage(KEYS, text, sections_of(text))
        return self._pages[name]

    def chapters(self) -> Iterator[tuple[str, tuple[HelpPage, ...]]]:
        """The table of contents."""
        for title, names in CHAPTERS:
            yield title.text(self._language), tuple(self.page(name) for name in names)

    def addresses(self) -> Iterator[tuple[Address, str, str]]:
        """Every page and every section: where, the page's title, the section's heading."""
        for _, pages in self.chapters():
            for page in pages:
                yield Address(page.name), page.title, ""
                if page.name in RULES:
                    continue
                for place, section in enumerate(page.sections[1:], start=1):
                    yield Address(page.name, place), page.title, section.heading

    def link(self, address: Address) -> str:
        """A link that leads there."""
        if address.page in RULES:
            return f"{GUIDE}.md#{address.page.lower()}"
        slug = self.page(address.page).sections[address.section].slug if address.section else ""
        return f"{address.page}.md#{slug}" if slug else f"{address.page}.md"

    def resolve(self, link: str, here: str = "") -> Address | None:
        """Where a link of the page `here` leads: another page, a section of it, a rule's page.
        None where it leads out of the help.
        """
        path, _, wanted = unquote(link).partition("#")
        if ":" in path or path.startswith("/"):
            return None
        name = PurePosixPath(path).stem if path else here
        if name == GUIDE and wanted.upper() in RULES:
            return Address(wanted.upper())
        if name not in self._pages:
            return None
        if not wanted:
            return Address(name)
        slugs = [section.slug for section in self.page(name).sections]
        return Address(name, slugs.index(wanted)) if wanted in slugs else None

    def prepare(self) -> None:
        """Make ready what a search needs; may be done on another thread."""
        _ = self._index

    def search(self, text: str) -> list[HelpHit]:
        """The sections that have every word of `text`, in either language, the nearest first."""
        wanted = words(text)
        if not wanted:
            return []
        ranked = [
            (rank, place, entry)
            for place, entry in enumerate([*self._index, *_entries(self.page(KEYS), "")])
            if (rank := entry.rank(wanted)) is not None
        ]
        return [entry.hit(wanted) for _, _, entry in sorted(ranked, key=lambda one: one[:2])]

    @cached_property
    def _index(self) -> list[_Entry]:
        other = _read(next(one for one in LANGUAGES if one != self._language))
        return [
            entry
            for _, names in CHAPTERS
            for name in names
            if name != KEYS
            for entry in _entries_of_both(self._pages[name], other[name])
        ]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One section as it is searched: folded words, each behind a space."""

    address: Address
    title: str
    section: Section
    title_words: str
    heading_words: str
    all_words: str

    def rank(self, wanted: list[str]) -> tuple[int, int] | None:
        """First by where the words stand, then by how often; None where one is missing."""
        own = [word for word in wanted if f" {word}" in self.all_words]
        elsewhere = [word for word in wanted if f" {word}" in self.title_words]
        if not own or set(wanted) - {*own, *elsewhere}:
            return None
        in_title = all(f" {word}" in self.title_words for word in wanted)
        in_heading = all(f" {word}" in self.heading_words for word in wanted)
        first = self.address.section == 0
        weight = 0 if in_title and first else 1 if in_heading and not first else 3 - in_title
        often = sum(min(_COMMON, self.all_words.count(f" {word}")) for word in wanted)
        return weight, -often

    def hit(self, wanted: list[str]) -> HelpHit:
        """The section as it is shown."""
        heading = self.section.heading if self.address.section else ""
        line = line_with(self.section.lines, wanted, _LONGEST)
        return HelpHit(self.address, self.title, heading, line)


def _entries_of_both(shown: HelpPage, other: HelpPage) -> list[_Entry]:
    if len(shown.sections) != len(other.sections):
        return _entries(shown, "")
    return [
        entry
        for place, section in enumerate(other.sections)
        for entry in _entries(shown, " ".join((section.heading, *section.lines)), place)
    ]


def _entries(page: HelpPage, also: str, only: int | None = None) -> list[_Entry]:
    places = range(len(page.sections)) if only is None else (only,)
    return [
        _Entry(
            Address(page.name, place),
            page.title,
            section,
            _folded(page.title),
            _folded(section.heading),
            _folded(" ".join((section.heading, *section.lines, also))),
        )
        for place in places
        for section in (page.sections[place],)
    ]


def _folded(text: str) -> str:
    return " " + " ".join(words(text))


def _read(language: Language) -> dict[str, HelpPage]:
    folder = resource_folder() / "guides" / language
    texts = {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.md"))}
    told = texts_of_rules(texts[GUIDE], language)
    texts[GUIDE] = overview_page(texts[GUIDE], language)
    for code, rule in RULES.items():
        texts[code] = rule_page(rule, told[code], language)
    return {name: HelpPage(name, text, sections_of(text)) for name, text in texts.items()}
