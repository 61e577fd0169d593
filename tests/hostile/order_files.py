"""Files made to hurt who reads them: written by us, made anew in each run, small on disk."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

MEBIBYTE = 2**20
HEADERS = "HER-id;Gjelder;Kommunenummer;Timebok-kategori"
WORKBOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="worksheets/sheet1.xml" Type="http://schemas.openxmlformats.org'
    '/officeDocument/2006/relationships/worksheet"/></Relationships>'
)
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{}</sheetData></worksheet>"
)
LAUGHS = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10 if n else 'ha'}'>" for n in range(10))


def packed(**more: bytes) -> bytes:
    """A workbook of these parts, by their name in `xl/`; a double underscore is a slash."""
    parts = {
        "[Content_Types].xml": b"<Types/>",
        "xl/workbook.xml": WORKBOOK.encode(),
        "xl/_rels/workbook.xml.rels": RELATIONS.encode(),
    }
    parts |= {f"xl/{name.replace('__', '/')}.xml": content for name, content in more.items()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def overlapping() -> bytes:
    """A thousand members that are all the same 20 MiB of zeros: 20 GiB out of 20 KiB."""
    raw = zlib.compressobj(9, zlib.DEFLATED, -15)
    zeros = bytes(20 * MEBIBYTE)
    data = raw.compress(zeros) + raw.flush()
    name = b"xl/worksheets/sheet1.xml"
    sizes = struct.pack("<III", zlib.crc32(zeros), len(data), len(zeros))
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 0) + sizes
    local += struct.pack("<HH", len(name), 0) + name + data
    central = b""
    for number in range(1000):
        other = b"[Content_Types].xml" if number == 0 else b"xl/worksheets/s%05d.xml" % number
        central += b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0) + sizes
        central += struct.pack("<HHHHHII", len(other), 0, 0, 0, 0, 0, 0) + other
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 1000, 1000, len(central), len(local), 0)
    return local + central + end


def declaring_a_gigabyte() -> bytes:
    """A workbook whose sheet says that it is 1 GiB, and is not."""
    content = packed(worksheets__sheet1=SHEET.format("").encode())
    at = content.rfind(b"PK\x01\x02", 0, content.rfind(b"xl/worksheets/sheet1.xml"))
    return content[: at + 24] + struct.pack("<I", 2**30) + content[at + 28 :]


def of_itself() -> bytes:
    """Archives in an archive in an archive, each called a workbook."""
    content = packed(worksheets__sheet1=b"")
    for _ in range(20):
        content = packed(worksheets__sheet1=content, embeddings__a=content)
    return content


def nested_mails(deep: int) -> bytes:
    """Mails in mails."""
    return b"Content-Type: message/rfc822\n\n" * deep + b"HER-id: 1\n"


def nested_parts(deep: int) -> bytes:
    """Parts in parts of one mail."""
    return b"From: a@b.example\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(deep)
    )


def mail(headers: bytes, body: bytes = b"Hei\n") -> bytes:
    """A mail with these header lines."""
    return b"From: a@b.example\nTo: c@d.example\n" + headers + b"\n" + body


def far_apart() -> bytes:
    """Two cells at the two ends of the largest sheet there is."""
    cells = "".join(
        f'<row r="{row}"><c r="{column}{row}"><v>1</v></c></row>'
        for column, row in (("A", 1), ("XFD", 1_048_576))
    )
    return packed(worksheets__sheet1=SHEET.format(cells).encode())


def entities() -> bytes:
    """Billions of laughs out of ten lines."""
    text = f"<!DOCTYPE sst [{LAUGHS}]><sst><si><t>&a9;</t></si></sst>"
    return packed(sharedStrings=text.encode(), worksheets__sheet1=SHEET.format("").encode())


def elsewhere() -> bytes:
    """An entity that stands for a file of this machine."""
    text = '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>'
    return packed(sharedStrings=text.encode(), worksheets__sheet1=SHEET.format("").encode())


HOSTILE: dict[str, Callable[[], bytes]] = {
    "bombe.xlsx": lambda: packed(worksheets__sheet1=bytes(200 * MEBIBYTE)),
    "mellomrom.xlsx": lambda: packed(worksheets__sheet1=b" " * (150 * MEBIBYTE)),
    "overlapp.xlsx": overlapping,
    "gigabyte.xlsx": declaring_a_gigabyte,
    "seg-selv.xlsx": of_itself,
    "hjørner.xlsx": far_apart,
    "latter.xlsx": entities,
    "annet-sted.xlsx": elsewhere,
    "kolonner.xlsx": lambda: packed(
        worksheets__sheet1=SHEET.format("<row>" + "<c/>" * 1_000_000 + "</row>").encode()
    ),
    "deler.xlsx": lambda: packed(**{f"a{n}": b"" for n in range(3000)}),
    "post-i-post.eml": lambda: nested_mails(50_000),
    "del-i-del.eml": lambda: nested_parts(50_000),
    "hode.eml": lambda: mail(b"Subject: " + b"a" * (8 * MEBIBYTE) + b"\n"),
    "hoder.eml": lambda: mail(b"X-A: b\n" * 200_000),
    "kodet-hode.eml": lambda: mail(b"Subject: " + b"=?utf-8?b?w6Y=?= " * 50_000 + b"\n"),
    "brettet-hode.eml": lambda: mail(b"Content-Type: text/plain" + b";\n a=b" * 100_000 + b"\n"),
    "filnavn.eml": lambda: mail(
        b"Content-Disposition: attachment" + b"; filename*0=a" * 50_000 + b"\n"
    ),
    "adresser.eml": lambda: mail(b"Cc: " + b"(" * 100_000 + b"\n"),
    "deler.eml": lambda: mail(
        b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n', b"--b\n\n\n" * 100_000
    ),
    "tabeller.eml": lambda: mail(b"Content-Type: text/html\n", b"<table><tr><td>" * 100_000),
    "null.csv": lambda: f"{HEADERS}\n".encode() + b"1\x00;Bestilling;0301;Lab\n",
    "bare-null.csv": lambda: bytes(MEBIBYTE),
    "skilletegn.csv": lambda: b";" * (16 * MEBIBYTE),
    "hermetegn.csv": lambda: f'{HEADERS}\n"'.encode() + b"a" * (4 * MEBIBYTE),
    "rader.csv": lambda: f"{HEADERS}\n".encode() + b"\n" * (2 * MEBIBYTE),
    "dyp.json": lambda: b"[" * 100_000,
    "dyp-verdi.json": lambda: b'[{"herId":1,"a":' + b'{"a":' * 50_000,
    "halv.json": lambda: b'[{"kind":"activate","herId":"\\ud800","category":"Lab"}]',
    "tall.json": lambda: b'[{"herId":' + b"9" * MEBIBYTE + b"}]",
    "eksponent.json": lambda: b'[{"herId":1e999999999999}]',
    "nan.json": lambda: b'[{"kind":"activate","herId":NaN,"category":"Lab"}]',
    "uendelig.json": lambda: b'[{"kind":"activate","herId":-Infinity,"category":"Lab"}]',
    "to-ganger.json": lambda: b'[{"kind":"activate","herId":1,"herId":2,"category":"Lab"}]',
    "navn.json": lambda: (
        b"[{" + b",".join(b'"a%d":1' % n for n in range(200_000)) + b',"herId":1}]'
    ),
}
"""What each file is called, and how it is made. None of them has an order that can be taken."""
