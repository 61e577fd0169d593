"""A letter for word processors: styles and real lists, marked with its language."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from docx import Document
from docx.document import Document as OpenDocument
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from timebok_desktop.files.letters.blocks import Block, blocks_of
from timebok_desktop.files.letters.sheet import head_of
from timebok_desktop.services.ports_letters import LetterDocument

if TYPE_CHECKING:
    from docx.styles.style import ParagraphStyle

_FONT = "Calibri"
_INK = RGBColor(0x1A, 0x23, 0x30)


def docx(letter: LetterDocument) -> bytes:
    """The letter as a document of its own, made with no template of anybody's."""
    document = Document()
    _set_up(document, letter)
    _styles(document)
    head = head_of(letter)
    document.add_paragraph(letter.sender).runs[0].bold = True
    if head.recipient:
        _lines(document, head.recipient)
    _lines(document, head.facts)
    document.add_heading(letter.subject, level=1)
    for block in blocks_of(letter.text):
        _add(document, block)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _set_up(document: OpenDocument, letter: LetterDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.5)
    told = document.core_properties
    told.title, told.author = letter.subject, letter.sender
    told.language = f"{letter.language}-NO"
    told.comments, told.last_modified_by = "", letter.sender
    moment = datetime(letter.written.year, letter.written.month, letter.written.day, tzinfo=UTC)
    told.created = told.modified = moment
    normal = document.styles["Normal"].element.get_or_add_rPr()
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), f"{letter.language}-NO")
    normal.append(spoken)


def _styles(document: OpenDocument) -> None:
    for name, points, before, after in (
        ("Normal", 11, 0, 8),
        ("Heading 1", 15, 14, 10),
        ("List Number", 11, 0, 4),
        ("List Bullet", 11, 0, 4),
    ):
        style = cast("ParagraphStyle", document.styles[name])
        style.font.name, style.font.size = _FONT, Pt(points)
        style.font.color.rgb = _INK
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)


def _lines(document: OpenDocument, lines: tuple[str, ...]) -> None:
    paragraph = document.add_paragraph()
    for place, line in enumerate(lines):
        run = paragraph.add_run(line)
        if place < len(lines) - 1:
            run.add_break(WD_BREAK.LINE)


def _add(document: OpenDocument, block: Block) -> None:
    if block.kind == "paragraph":
        _lines(document, block.lines)
        return
    style = "List Number" if block.kind == "numbers" else "List Bullet"
    number = _list_from(document, block.start) if block.kind == "numbers" else None
    for line in block.lines:
        point = document.add_paragraph(line, style=style)
        if number is not None:
            properties = point._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - the library's own way
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = number


def _list_from(document: OpenDocument, start: int) -> int:
    """A list of its own that counts from `start`; the style's would go on from the one before."""
    numbering = document.part.numbering_part.element
    of_style = document.styles["List Number"].element.pPr.numPr.numId.val
    made = numbering.add_num(numbering.num_having_numId(of_style).abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(start)
    return int(made.numId)
