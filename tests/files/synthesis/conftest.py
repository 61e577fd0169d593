"""Reads the files of a written world back, without the product's own readers."""

from __future__ import annotations

import csv
import email
import email.policy
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from html import unescape
from pathlib import Path

import pytest
from defusedxml import ElementTree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_PLAIN_LINE = re.compile(r"^Referanse: (\S+)$", re.MULTILINE)
_TABLE_ROW = re.compile(r"<b>Referanse</b></td><td>([^<]+)</td>")


def _from_json(content: bytes) -> list[str]:
    document = json.loads(content)
    orders = document["orders"] if isinstance(document, dict) else document
    return [order["externalReference"] for order in orders]


def _from_csv(content: bytes) -> list[str]:
    if content.startswith(b"\xef\xbb\xbf"):
        text, delimiter = content.decode("utf-8-sig"), ","
    else:
        delimiter = "\t" if b"\t" in content else ";"
        text = content.decode("utf-8" if delimiter == "\t" else "cp1252")
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    return [row["Referanse"] for row in rows]


def _from_workbook(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        strings = ["".join(item.itertext()) for item in shared.iter(f"{_MAIN}si")]
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = [
        {
            re.sub(r"\d", "", cell.get("r", "")): _cell_text(cell, strings)
            for cell in row.iter(f"{_MAIN}c")
        }
        for row in sheet.iter(f"{_MAIN}row")
    ]
    header = next(row for row in rows if "HER-id" in row.values())
    column = next(key for key, label in header.items() if label == "Referanse")
    return [row[column] for row in rows[rows.index(header) + 1 :]]


def _cell_text(cell, strings: list[str]) -> str:
    value = cell.findtext(f"{_MAIN}v", "")
    return strings[int(value)] if cell.get("t") == "s" else value


def _from_mail(content: bytes) -> list[str]:
    mail = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    return [reference for part in mail.walk() for reference in _from_part(part)]


def _from_part(part: EmailMessage) -> Iterator[str]:
    if part.is_multipart():
        return
    name = part.get_filename() or ""
    if name.endswith(".csv"):
        yield from _from_csv(part.get_payload(decode=True))
    elif name.endswith(".xlsx"):
        yield from _from_workbook(part.get_payload(decode=True))
    elif part.get_content_subtype() == "html":
        yield from map(unescape, _TABLE_ROW.findall(part.get_content()))
    else:
        yield from _PLAIN_LINE.findall(part.get_content().replace("\r\n", "\n"))


_READERS = {".json": _from_json, ".csv": _from_csv, ".xlsx": _from_workbook, ".eml": _from_mail}


@pytest.fixture
def references_in() -> Callable[[Path], list[str]]:
    def read(path: Path) -> list[str]:
        return _READERS[path.suffix](path.read_bytes())

    return read


@pytest.fixture
def tree_of() -> Callable[[Path], dict[str, bytes]]:
    def read(folder: Path) -> dict[str, bytes]:
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    return read
