"""The HTML body of a mail as labelled lines: rows of two-column tables, and lines of text.

Nothing is fetched, run or followed; what a browser would not show as text is left out.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator

from bs4 import BeautifulSoup, CData, Tag, XMLParsedAsHTMLWarning
from bs4.element import NavigableString, PageElement

from timebok_desktop.files.orders.mail_lines import BREAK, Line, labelled, line_of

_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript"})
_LINES = {"address", "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "pre"}
_SECTIONS = {"article", "blockquote", "footer", "header", "main", "section"}
_TABLE = {"table", "tbody", "td", "th", "thead", "tr"}
_BLOCKS = {"hr", "p", "table", "ul", "ol"}
_ENDS_A_LINE = _LINES | _SECTIONS | _TABLE | _BLOCKS
_SPACES = re.compile(r"\s+")


def lines_of(html: str) -> Iterator[Line]:
    """Rows of two cells as `table row N`, everything else as `line N` of the text shown."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        soup = BeautifulSoup(f"{html}\n", "html.parser")
    yield from _Walk(soup).lines()


class _Walk:
    """One walk through the document, in its order and without recursion."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self._soup = soup
        self._text: list[str] = []
        self._line = 0
        self._row = 0

    def lines(self) -> Iterator[Line]:
        node: PageElement | None = self._soup.next_element
        while node is not None:
            following = node.next_element
            if isinstance(node, Tag):
                if node.name in _ENDS_A_LINE:
                    yield from self._end_line()
                if node.name in _BLOCKS:
                    yield BREAK
                cells = _cells(node)
                if cells:
                    self._row += 1
                if len(cells) == 2:  # noqa: PLR2004 - a label and its value
                    yield labelled(f"table row {self._row}", _shown(cells[0]), _shown(cells[1]))
                if len(cells) == 2 or node.name in _UNSEEN:  # noqa: PLR2004 - as above
                    following = _after(node)
            elif type(node) in (NavigableString, CData):
                self._text.append(str(node))
            node = following
        yield from self._end_line()

    def _end_line(self) -> Iterator[Line]:
        text = _SPACES.sub(" ", "".join(self._text)).strip()
        self._text.clear()
        if text:
            self._line += 1
            yield line_of(f"line {self._line}", text)


def _cells(node: Tag) -> list[Tag]:
    """The cells of a row that holds no table itself."""
    if node.name != "tr" or node.find("table"):
        return []
    return [
        child for child in node.children if isinstance(child, Tag) and child.name in ("td", "th")
    ]


def _shown(cell: Tag) -> str:
    """The text of a cell, with its line breaks."""
    pieces: list[str] = []
    for node in cell.descendants:
        if isinstance(node, Tag) and node.name in _ENDS_A_LINE:
            pieces.append("\n")
        elif type(node) in (NavigableString, CData):
            pieces.append(_SPACES.sub(" ", str(node)))
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _after(node: Tag) -> PageElement | None:
    """What comes after everything inside `node`."""
    above: PageElement | None = node
    while above is not None:
        if above.next_sibling is not None:
            return above.next_sibling
        above = above.parent
    return None
