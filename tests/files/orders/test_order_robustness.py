"""No file makes the reader fail otherwise than by a refusal, or keeps it busy for long."""

from __future__ import annotations

import time
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timebok_desktop.domain.errors import UnreadableError
from timebok_desktop.domain.normalising import normalise
from timebok_desktop.domain.order import RawOrder
from timebok_desktop.domain.order_labels import JSON_NAMES, LABELS
from timebok_desktop.domain.party import NORWAY
from timebok_desktop.domain.problems import Problem
from timebok_desktop.files.orders import OrderFileReader

NAMES = ["a.json", "a.csv", "a.eml", "a.xlsx", "a"]
HTML_MAIL = b"From: k@x.example\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
settled = settings(max_examples=200, deadline=None)

labels = st.sampled_from(
    [label.text("nb") for label in LABELS.values()] + list(JSON_NAMES.values())
)
pieces = st.lists(
    labels
    | st.text(max_size=20)
    | st.sampled_from(
        [
            *(":", ";", ",", "\t", "\n", '"', "'", "{", "}", "[", "]", ": ", "\r\n", "\n\n"),
            *("<", ">", "<table>", "<tr>", "<td>", "</table>", "<!--", "-->", "---", "-- \n"),
            *("Bestilling", "1234", "Hilsen", "Kommentar: "),
        ]
    ),
    max_size=60,
).map("".join)


def read_all(name: str, content: bytes) -> None:
    """Read a file, normalise its orders, say its problems; only a refusal may stop it."""
    try:
        for item in OrderFileReader().read(name, content):
            problems = [item] if isinstance(item, Problem) else []
            if isinstance(item, RawOrder):
                _, found = normalise(
                    item,
                    reference="",
                    received_at=datetime.now(NORWAY),
                    source_sha256="",
                    source_name=name,
                )
                problems += found
            for problem in problems:
                assert problem.phrase.text("nb")
                assert problem.phrase.text("nn")
    except UnreadableError as error:
        said = error
    else:
        return
    assert said.text("nb")
    assert said.text("nn")


@settled
@given(name=st.sampled_from(NAMES), content=st.binary(max_size=300))
def test_that_arbitrary_bytes_are_read_or_refused(name: str, content: bytes) -> None:
    read_all(name, content)


@settled
@given(name=st.sampled_from(NAMES), text=pieces)
def test_that_text_made_of_the_words_of_orders_is_read_or_refused(name: str, text: str) -> None:
    read_all(name, text.encode("utf-8", "replace"))


@settled
@given(head=st.binary(max_size=200), text=pieces, subtype=st.sampled_from(["plain", "html"]))
def test_that_mails_with_any_header_are_read_or_refused(
    head: bytes, text: str, subtype: str
) -> None:
    start = f"From: k@x.example\nContent-Type: text/{subtype}\n".encode()
    read_all("a.eml", start + head + b"\n\n" + text.encode("utf-8", "replace"))


@pytest.mark.parametrize(
    "piece",
    [
        *("<a ", '<a x="', "<td x='", "<!--", "<![CDATA[", "<?", "<", "</x>", "&", "<script>"),
        *("<div>", "<tr><td>a", "<table><tr><td>a<td>", "a\t", "a:b\n", "HER-id:1\n", " "),
    ],
)
def test_that_the_time_for_html_grows_no_faster_than_the_mail(piece: str) -> None:
    content = HTML_MAIL + piece.encode() * (500_000 // len(piece))
    start = time.monotonic()
    read_all("a.eml", content)
    assert time.monotonic() - start < 10
