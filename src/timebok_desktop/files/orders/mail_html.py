"""The HTML body of a mail as labelled lines: rows of two-column tables, and lines of text.

Nothing is fetched, run or followed. Written by hand because the parsers at hand need minutes for
a small malicious mail, and nest table cells whose end tags are left out, as HTML allows.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from timebok_desktop.files.orders.mail_lines import BREAK, Line, labelled, line_of

_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript"})
_BLOCKS = frozenset({"hr", "p", "ul", "ol"})
_ENDS_A_LINE = _BLOCKS | {
    *("address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "footer", "form"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main", "pre", "section"),
}
_ATTRIBUTES = re.compile(r"""[^>"']*+(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*+>""")
_NAME = re.compile(r"/?[A-Za-z][A-Za-z0-9]*")
_SPACES = re.compile(r"\s+")
_LABEL_AND_VALUE = 2


def lines_of(text: str) -> Iterator[Line]:
    """Rows of two cells as `table row N`, everything else as `line N` of the text shown."""
    page = _Page()
    for tag, following in _tokens(text):
        yield from page.take_tag(tag)
        page.take_text(following)
    yield from page.end()


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Every tag (its name, with a slash where it ends something) and the text after it.

    Goes through the text once, whatever is left open in it.
    """
    first, *pieces = text.split("<")
    yield "", first
    closing = ""
    for piece in pieces:
        if closing:
            _, found, rest = piece.partition(closing)
            closing = "" if found else closing
            yield "", rest
        elif piece.startswith("!--"):
            _, found, rest = piece[3:].partition("-->")
            closing = "" if found else "-->"
            yield "", rest
        elif name := _NAME.match(piece):
            tag = _ATTRIBUTES.match(piece, name.end())
            yield name.group().casefold(), piece[tag.end() :] if tag else piece.partition(">")[2]
        elif piece.startswith(("!", "?", "/")):
            yield "", piece.partition(">")[2]
        else:
            yield "", f"<{piece}"


@dataclass(slots=True)
class _Row:
    """An open row. One that holds a table itself is layout, and its text is ordinary text."""

    cells: list[list[str]] = field(default_factory=list)
    is_layout: bool = False


class _Page:
    """What has been shown so far and what stands open."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._rows: list[_Row | None] = []
        self._unseen = ""
        self._line_number = 0
        self._row_number = 0

    def take_tag(self, tag: str) -> Iterator[Line]:
        """A tag, and the lines that it brings to an end."""
        name = tag.removeprefix("/")
        if self._unseen:
            self._unseen = "" if tag == f"/{self._unseen}" else self._unseen
        elif tag in _UNSEEN:
            self._unseen = tag
        elif name == "table":
            yield from self._table(opens=tag == name)
        elif name == "tr" and self._rows:
            yield from self._close_row()
            self._rows[-1] = _Row() if tag == name else None
        elif name in ("td", "th") and self._rows:
            yield from self._cell(opens=tag == name)
        elif name in _ENDS_A_LINE:
            yield from self._line_end(breaks=name in _BLOCKS)

    def take_text(self, text: str) -> None:
        """Text, as it stands between tags."""
        if text and not self._unseen:
            self._open_text().append(_SPACES.sub(" ", html.unescape(text)))

    def end(self) -> Iterator[Line]:
        """The lines that stand open at the end."""
        while self._rows:
            yield from self._table(opens=False)
        yield from self._end_line()

    def _open_text(self) -> list[str]:
        row = self._rows[-1] if self._rows else None
        return row.cells[-1] if row and row.cells and not row.is_layout else self._text

    def _table(self, *, opens: bool) -> Iterator[Line]:
        if opens:
            row = self._rows[-1] if self._rows else None
            if row and not row.is_layout:
                yield from self._as_text(row)
                row.is_layout = True
            self._rows.append(None)
        elif self._rows:
            yield from self._close_row()
            self._rows.pop()
        yield from self._end_line()
        yield BREAK

    def _cell(self, *, opens: bool) -> Iterator[Line]:
        row = self._rows[-1] or _Row()
        self._rows[-1] = row
        if row.is_layout:
            yield from self._end_line()
        elif opens:
            row.cells.append([])

    def _close_row(self) -> Iterator[Line]:
        row = self._rows[-1]
        yield from self._end_line()
        if row and row.cells and not row.is_layout:
            self._row_number += 1
            if len(row.cells) == _LABEL_AND_VALUE:
                label, value = map(_shown, row.cells)
                yield labelled(f"table row {self._row_number}", label, value)
            else:
                yield from self._as_text(row)

    def _as_text(self, row: _Row) -> Iterator[Line]:
        for cell in row.cells:
            for line in _shown(cell).split("\n"):
                self._text.append(line)
                yield from self._end_line()

    def _line_end(self, *, breaks: bool) -> Iterator[Line]:
        text = self._open_text()
        if text is not self._text:
            text.append("\n")
            return
        yield from self._end_line()
        if breaks:
            yield BREAK

    def _end_line(self) -> Iterator[Line]:
        text = _SPACES.sub(" ", "".join(self._text)).strip()
        self._text.clear()
        if text:
            self._line_number += 1
            yield line_of(f"line {self._line_number}", text)


def _shown(cell: list[str]) -> str:
    """The text of a cell, with its line breaks."""
    lines = (line.strip() for line in "".join(cell).split("\n"))
    return "\n".join(line for line in lines if line)
