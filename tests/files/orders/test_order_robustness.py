"""No file makes the reader fail otherwise than by a refusal, or keeps it busy for long."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import time
from datetime import datetime
from pathlib import Path

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

CHILD = Path(__file__).with_name("order_corpus_child.py")
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


@pytest.mark.parametrize("family", ["json", "csv", "eml", "xml"])
def test_that_every_corpus_file_is_refused_within_two_seconds(family: str, corpora: Path) -> None:
    with tarfile.open(corpora / f"{family}.tar.xz") as archive:
        files = {
            member.name: archive.extractfile(member).read()  # type: ignore[union-attr] - a file
            for member in archive
            if member.isfile()
        }
    expected = [line.split("\t")[0] for line in files.pop("manifest.tsv").decode().splitlines()[1:]]
    assert set(expected) <= set(files)
    for case in expected:
        for name in (case, *NAMES):
            start = time.monotonic()
            read_all(name, files[case])
            assert time.monotonic() - start < 2, (case, name)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are set the POSIX way")
@pytest.mark.parametrize("family", ["zip", "xlsx"])
def test_that_every_archive_is_refused_within_a_gibibyte_and_ten_seconds(
    family: str, corpora: Path, tmp_path: Path
) -> None:
    with tarfile.open(corpora / f"{family}.tar.xz") as archive:
        archive.extractall(tmp_path, filter="data")
    manifest = (tmp_path / "manifest.tsv").read_text("utf-8").splitlines()[1:]
    for case in (line.split("\t")[0] for line in manifest):
        done = subprocess.run(
            [sys.executable, str(CHILD), str(tmp_path / case)],
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), case
        assert "order" not in done.stdout.split(), case
