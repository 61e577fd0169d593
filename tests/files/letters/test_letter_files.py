"""Letters as files: read back by others' parsers, and never anything but text."""

from __future__ import annotations

import io
import os
import re
import zipfile
from dataclasses import replace
from datetime import date
from email import policy
from email.parser import BytesParser
from pathlib import Path

import docx
import pypdf
import pytest
import typst
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from timebok_desktop.domain.errors import RefusedError, UnavailableError
from timebok_desktop.files.letters import pdf
from timebok_desktop.files.letters.blocks import Block, blocks_of
from timebok_desktop.files.letters.writer import FORMATS, LetterWriter
from timebok_desktop.services.ports_letters import LetterDocument

TEXT = """Hei

Vi viser til bestillingen. Blåbær på Øya, Čáhput og Guovdageaidnu.

Dette må avklares:

1. Første punkt. Kan det være A (B) dere mener?
2. Andre punkt.

- Kommune: 1103 Stavanger
- HER-id: 8000001

Vennlig hilsen
anna
Norsk helsenett"""
LETTER = LetterDocument(
    language="nn",
    sender="Norsk helsenett",
    recipient="oda@example.no",
    contact="Oda Oppdiktet",
    municipality="Stavanger kommune",
    reference="RTB-2026-000001",
    external_reference="K-1",
    written=date(2026, 3, 16),
    subject="Vi trenger flere opplysninger – «Ås»",
    text=TEXT,
)
MARKUP = (
    '#set page(width: 1pt) *no* $x$ <b>&amp;</b> =?utf-8?q?x?= #read("/etc/passwd") @ref `x` \\'
)
each_format = pytest.mark.parametrize("suffix", FORMATS)


def save(path: Path, letter: LetterDocument = LETTER) -> bytes:
    with LetterWriter().new(path, letter) as file:
        assert not path.exists()
        file.place()
    return path.read_bytes()


def mail(content: bytes):
    return BytesParser(policy=policy.default).parsebytes(content)


def pdf_text(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_that_a_draft_comes_back_whole_from_the_standard_parser(tmp_path: Path) -> None:
    message = mail(save(tmp_path / "brev.eml"))
    assert message["X-Unsent"] == "1"
    assert message["To"] == "oda@example.no"
    assert message["Subject"] == LETTER.subject
    assert message["Content-Language"] == "nn"
    assert message.get_content_type() == "text/plain"
    assert message.get_content().replace("\r\n", "\n") == f"{TEXT}\n"
    assert message["From"] is None
    assert message.defects == []


def test_that_a_draft_is_ascii_with_the_line_ends_of_mail(tmp_path: Path) -> None:
    content = save(tmp_path / "brev.eml")
    assert content.isascii()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(len(line) for line in content.split(b"\r\n")) <= 78


@pytest.mark.parametrize(
    "address",
    [
        "a@b.no\r\nBcc: ond@b.no",
        "a@b.no\nX: y",
        "a@b.no, ond@b.no",
        "a@b.no;ond@b.no",
        "Ond <ond@b.no>",
        "ikke en adresse",
        "a@",
        "@b.no",
        "æ@b.no",
        "a@b.no\0",
        "a b@c.no",
    ],
)
def test_that_what_is_not_one_address_is_refused(tmp_path: Path, address: str) -> None:
    with pytest.raises(RefusedError):
        save(tmp_path / "brev.eml", replace(LETTER, recipient=address))
    assert list(tmp_path.iterdir()) == []


def test_that_a_draft_may_be_without_a_recipient(tmp_path: Path) -> None:
    assert mail(save(tmp_path / "brev.eml", replace(LETTER, recipient="")))["To"] is None


@settings(deadline=None, max_examples=60)
@given(text=st.text(alphabet=st.characters(exclude_categories=("C",)), max_size=200))
def test_that_any_subject_and_text_stay_where_they_belong(text: str) -> None:
    subject = " ".join(text.split())
    message = mail(FORMATS[".eml"](replace(LETTER, subject=subject, text=text)))
    assert set(message.keys()) == {
        "X-Unsent",
        "To",
        "Subject",
        "Content-Type",
        "Content-Transfer-Encoding",
        "MIME-Version",
        "Content-Language",
    }
    assert squeezed(message["Subject"]) == subject
    told = message.get_content()
    assert "".join(told.splitlines()) == "".join(text.splitlines())


def test_that_a_document_opens_again_with_its_parts(tmp_path: Path) -> None:
    opened = docx.Document(io.BytesIO(save(tmp_path / "brev.docx")))
    told = [(one.style.name, one.text) for one in opened.paragraphs]
    assert told[0] == ("Normal", "Norsk helsenett")
    assert told[1] == ("Normal", "Stavanger kommune\nAtt.: Oda Oppdiktet")
    assert (
        told[2][1] == "Dato: 16. mars 2026\nVår referanse: RTB-2026-000001\nDykkar referanse: K-1"
    )
    assert told[3] == ("Heading 1", LETTER.subject)
    assert ("List Number", "Andre punkt.") in told
    assert ("List Bullet", "HER-id: 8000001") in told
    assert told[-1] == ("Normal", "Vennlig hilsen\nanna\nNorsk helsenett")
    assert opened.core_properties.title == LETTER.subject
    spoken = opened.styles["Normal"].element.rPr.find(qn("w:lang"))
    assert spoken.get(qn("w:val")) == "nn-NO"


def test_that_each_list_of_a_document_counts_for_itself(tmp_path: Path) -> None:
    text = "1. a\n2. b\n\nMellom\n\n1. c\n\n7. d"
    opened = docx.Document(io.BytesIO(save(tmp_path / "b.docx", replace(LETTER, text=text))))
    properties = [one._p.pPr for one in opened.paragraphs if one.style.name == "List Number"]
    lists = [one.numPr.numId.val for one in properties]
    assert lists[0] == lists[1]
    assert len(set(lists)) == 3
    numbering = opened.part.numbering_part.element
    starts = [numbering.num_having_numId(one).lvlOverride_lst[0] for one in dict.fromkeys(lists)]
    assert [one.find(qn("w:startOverride")).get(qn("w:val")) for one in starts] == ["1", "1", "7"]


def test_that_a_document_names_nothing_outside_itself(tmp_path: Path) -> None:
    content = save(tmp_path / "brev.docx", replace(LETTER, text=MARKUP, subject=MARKUP))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not any(b'TargetMode="External"' in part for part in parts.values())
    assert MARKUP in "\n".join(one.text for one in docx.Document(io.BytesIO(content)).paragraphs)


def test_that_a_pdf_says_the_whole_letter(tmp_path: Path) -> None:
    told = squeezed(pdf_text(save(tmp_path / "brev.pdf")))
    for part in ("Stavanger kommune", "Dykkar referanse: K-1", LETTER.subject, "2. Andre punkt."):
        assert part in told
    for line in TEXT.splitlines():
        assert squeezed(line.removeprefix("- ")) in told


def test_that_a_pdf_is_tagged_titled_and_in_its_language(tmp_path: Path) -> None:
    reader = pypdf.PdfReader(io.BytesIO(save(tmp_path / "brev.pdf")))
    root = reader.root_object
    assert root["/Lang"] == "nn-NO"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == LETTER.subject
    described = root["/Metadata"].get_data()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in described
    assert b"<pdfaid:part>2</pdfaid:part>" in described
    kinds = set(tags(root["/StructTreeRoot"]))
    assert {"/H1", "/P", "/L", "/LI", "/LBody"} <= kinds
    assert "/Annots" not in reader.pages[0]


def tags(node) -> list[str]:
    """The structure types below a node of the structure tree."""
    found = [node["/S"]] if "/S" in node else []
    below = node.get("/K", [])
    for child in below if isinstance(below, list) else [below]:
        known = child.get_object()
        if isinstance(known, dict):
            found += tags(known)
    return found


def test_that_nothing_in_a_letter_is_markup_for_a_pdf(tmp_path: Path) -> None:
    letter = replace(LETTER, text=f"{MARKUP}\n\n1. {MARKUP}", subject=MARKUP, contact=MARKUP)
    told = squeezed(pdf_text(save(tmp_path / "brev.pdf", letter)))
    assert told.count(squeezed(MARKUP)[:30]) == 4
    assert "root:" not in told


def test_that_a_long_letter_gets_page_numbers(tmp_path: Path) -> None:
    letter = replace(LETTER, text="\n\n".join(f"Avsnitt {n}." for n in range(80)))
    pages = pypdf.PdfReader(io.BytesIO(save(tmp_path / "brev.pdf", letter))).pages
    assert len(pages) > 1
    assert "2 / " in pages[1].extract_text()
    assert " / " not in pdf_text(save(tmp_path / "kort.pdf"))


def test_that_characters_that_no_font_has_are_named(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="U\\+1F600"):
        save(tmp_path / "brev.pdf", replace(LETTER, text="Hei \U0001f600"))
    assert list(tmp_path.iterdir()) == []


def test_that_the_same_letter_gives_the_same_pdf(tmp_path: Path) -> None:
    assert save(tmp_path / "a.pdf") == save(tmp_path / "b.pdf")


@each_format
def test_that_what_stood_there_stays_until_the_letter_is_placed(
    tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"brev{suffix}"
    path.write_text("før")
    with LetterWriter().new(path, LETTER):
        assert path.read_text() == "før"
    assert path.read_text() == "før"
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    save_over = LetterWriter().new(path, LETTER)
    with save_over as file:
        file.place()
    assert path.read_bytes() != b"f\xc3\xb8r"
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_that_another_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"\.eml, \.docx, \.pdf"):
        save(tmp_path / "brev.odt")


@pytest.mark.skipif(os.name == "nt", reason="a folder on Windows can be written to")
def test_that_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    with pytest.raises(UnavailableError, match="fil"):
        save(tmp_path / "fil" / "brev.eml")


def test_that_text_falls_into_paragraphs_and_points() -> None:
    assert blocks_of("A\nB\n\n1. x\n2. y\n- z\n\n\n3. w\n10. Bra.") == (
        Block("paragraph", ("A", "B")),
        Block("numbers", ("x", "y")),
        Block("bullets", ("z",)),
        Block("numbers", ("w", "Bra."), 3),
    )
    assert blocks_of("3.mars\n-x\n– y") == (
        Block("paragraph", ("3.mars", "-x")),
        Block("bullets", ("y",)),
    )


def test_that_what_is_not_known_is_left_out_of_the_head(tmp_path: Path) -> None:
    bare = replace(LETTER, municipality="", contact="", external_reference="", recipient="")
    opened = docx.Document(io.BytesIO(save(tmp_path / "brev.docx", bare)))
    assert opened.paragraphs[1].text == "Dato: 16. mars 2026\nVår referanse: RTB-2026-000001"
    told = pdf_text(save(tmp_path / "brev.pdf", bare))
    assert "Att.:" not in told
    assert "Dykkar" not in told


def test_that_a_defect_of_the_sheet_is_not_taken_for_one_of_the_letter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_template", lambda: b"#panic()")
    with pytest.raises(typst.TypstError, match="panicked"):
        save(tmp_path / "brev.pdf")
    assert list(tmp_path.iterdir()) == []
