"""AR's SOAP messages as XML: every CommunicationParty element in a stream, as plain objects.

Expat is driven directly, so nothing is kept of what has been read and nothing at all of a person
beyond the fields of a party. Document types are refused at their first character, so there are
no entities to expand and nothing is ever fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.parsers import expat
from xml.parsers.expat import errors

from timebok_desktop.files.registry import failures
from timebok_desktop.files.registry.failures import Progress
from timebok_desktop.files.registry.json_shapes import Element, Read
from timebok_desktop.files.registry.source import ByteSource
from timebok_desktop.files.registry.xml_handler import PartyHandler

_PIECE = 64 * 1024
_LONGEST_TOKEN = 1024 * 1024
"""Expat before 2.6 reads an unfinished token again with every piece (CVE-2023-52425)."""

_BETWEEN_DOCUMENTS = {
    errors.codes[errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT],
    errors.codes[errors.XML_ERROR_MISPLACED_XML_PI],
}
_UNFINISHED = {
    errors.codes[errors.XML_ERROR_NO_ELEMENTS],
    errors.codes[errors.XML_ERROR_UNCLOSED_TOKEN],
    errors.codes[errors.XML_ERROR_PARTIAL_CHAR],
    errors.codes[errors.XML_ERROR_UNCLOSED_CDATA_SECTION],
}


def read_xml(source: ByteSource, progress: Progress) -> Iterator[Read]:
    """Every header, problem and element of an XML file, or of documents one after the other."""
    handler = PartyHandler(progress)
    yield handler.header.header()
    document = _Document(handler, progress)
    while piece := source.read(_PIECE):
        while piece and (rest := document.feed(piece)):
            document, piece = _Document(handler, progress), rest
        yield from _taken(handler)
    document.close()
    yield from _taken(handler)
    if handler.header.full:
        yield from handler.header.problems()
        yield handler.header.header()
    elif not progress.elements:
        raise failures.not_a_registry_file()


def _taken(handler: PartyHandler) -> Iterator[Element]:
    for place, value in handler.taken():
        yield Element(place, value)


class _Document:
    """One XML document; what follows its root is handed back."""

    def __init__(self, handler: PartyHandler, progress: Progress) -> None:
        self._handler = handler
        self._progress = progress
        self._fed = 0
        self._before = b""
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = handler.end
        self._parser.CharacterDataHandler = handler.data
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.EntityDeclHandler = self._refuse
        self._parser.ExternalEntityRefHandler = self._refuse

    def feed(self, piece: bytes) -> bytes:
        """Parse a piece; the bytes of the next document where this one has ended."""
        try:
            self._parse(piece)
        except expat.ExpatError as error:
            if error.code not in _BETWEEN_DOCUMENTS or not self._handler.between_documents:
                raise failures.damaged(self._progress) from None
            return self._rest(piece)
        self._fed += len(piece)
        self._before = piece
        if self._fed - self._parser.CurrentByteIndex > _LONGEST_TOKEN:
            raise failures.too_large(self._progress)
        return b""

    def close(self) -> None:
        """The end of the file: an open element means that it was cut off."""
        try:
            self._parse(b"", last=True)
        except expat.ExpatError as error:
            cause = failures.cut_off if error.code in _UNFINISHED else failures.damaged
            raise cause(self._progress) from None

    def _parse(self, piece: bytes, *, last: bool = False) -> None:
        try:
            self._parser.Parse(piece, last)
        except (ValueError, LookupError):  # an encoding that expat or Python does not know
            raise failures.damaged(self._progress) from None

    def _rest(self, piece: bytes) -> bytes:
        """From the first byte that is no longer this document; it may stand a piece back."""
        known = self._before + piece
        begin = self._parser.ErrorByteIndex - self._fed + len(self._before)
        if begin < 0:
            raise failures.damaged(self._progress)
        return known[begin:]

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._handler.start(name, attributes)

    def _refuse(self, *_declaration: object) -> int:
        raise failures.document_type_refused(self._progress)
