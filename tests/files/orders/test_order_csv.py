"""Orders in CSV: encodings, delimiters, places by row and column, refusals."""

from __future__ import annotations

import pytest

HEADER = "Gjelder;Kommunenummer;HER-id;Timebok-kategori;Kommentar"
ROW = "Bestilling;0301;1234;Lab;Blåbær"
FILE = f"{HEADER}\n{ROW}\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_that_each_encoding_gives_the_same_letters(encoding: str, read_orders) -> None:
    assert read_orders("a.csv", FILE.encode(encoding)).column("comment") == ["Blåbær"]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_that_each_delimiter_and_line_end_is_read(delimiter, line_end, read_orders) -> None:
    content = FILE.replace(";", delimiter).replace("\n", line_end)
    answer = read_orders("a.csv", content)
    assert answer.order.place == "row 2"
    assert answer.order.values["her_id"].value == "1234"
    assert answer.order.values["category"].place == "row 2, Timebok-kategori"


def test_that_the_place_names_the_row_of_the_sheet_and_the_column(read_orders) -> None:
    answer = read_orders("a.csv", HEADER + "\n" + f"{ROW}\n" * 16)
    assert answer.orders[-1].values["her_id"].place == "row 17, HER-id"


def test_that_a_quoted_value_may_hold_line_ends_and_delimiters(read_orders) -> None:
    content = f'{HEADER}\nBestilling;0301;1;Lab;"en;\nto ""tre"""\n{ROW}\n'
    answer = read_orders("a.csv", content)
    assert answer.column("comment") == ['en;\nto "tre"', "Blåbær"]
    assert answer.orders[1].place == "row 3"


def test_that_labels_are_known_whatever_their_case_and_spacing(read_orders) -> None:
    content = " her-ID ;GJELDER;kommune nummer;timebok-Kategori\n1;Bestilling;301;Lab\n"
    values = read_orders("a.csv", content).order.values
    assert values["her_id"].value == "1"
    assert values["municipality_number"].value == "301"
    assert read_orders("a.csv", "herId,contact.name\n1,Kari\n").column("contact_name") == ["Kari"]


def test_that_empty_rows_are_skipped_but_counted(read_orders) -> None:
    answer = read_orders("a.csv", f"{HEADER}\n\n;;;;\n   \n{ROW}\n")
    assert answer.order.place == "row 5"
    assert answer.problems == []


def test_that_a_separator_line_and_rows_above_the_header_are_passed_over(read_orders) -> None:
    answer = read_orders("a.csv", f"sep=;\nBestillinger 2026\n{FILE}")
    assert answer.order.values["her_id"].value == "1234"


def test_that_unknown_columns_are_kept_and_noted_once(read_orders) -> None:
    content = "HER-id;Farge;;Gjelder\n1;blå;x;Bestilling\n2;rød;;Bestilling\n"
    answer = read_orders("a.csv", content)
    assert [order.extras["Farge"].value for order in answer.orders] == ["blå", "rød"]
    assert answer.orders[0].extras["column C"].place == "row 2, column C"
    assert answer.notes == [
        ("row 1, Farge", "unknown-column"),
        ("row 1, column C", "unknown-column"),
    ]


def test_that_a_row_with_more_cells_than_the_header_is_refused(read_orders) -> None:
    answer = read_orders("a.csv", f"{HEADER}\n{ROW};mer\n{ROW};\n{ROW}\n")
    assert answer.refusals == [("row 2", "too-many-cells")]
    assert [order.place for order in answer.orders] == ["row 3", "row 4"]


def test_that_a_short_row_lacks_its_last_values(read_orders) -> None:
    order = read_orders("a.csv", f"{HEADER}\nBestilling;0301\n").order
    assert order.values["her_id"].value is None
    assert order.values["her_id"].place == "row 2, HER-id"


def test_that_a_row_with_none_of_the_required_fields_is_refused(read_orders) -> None:
    answer = read_orders("a.csv", f"{HEADER}\n;;;;bare prat\n{ROW}\n")
    assert answer.refusals == [("row 2", "no-order-in-row")]


def test_that_a_column_standing_twice_refuses_the_file(refusal_of) -> None:
    error = refusal_of("a.csv", "HER-id;Gjelder;herId\n1;Bestilling;2\n")
    assert (error.code, error.at) == ("duplicate-column", "row 1, HER-id")
    assert refusal_of("a.csv", "HER-id;Farge;farge\n1;a;b\n").at == "row 1, farge"


def test_that_text_after_a_closing_quote_refuses_its_row(read_orders) -> None:
    answer = read_orders("a.csv", f'{HEADER}\n"Best"illing;0301;1;Lab;\n{ROW}\n')
    assert answer.refusals[0] == ("row 2", "bad-quoting")


def test_that_a_quote_never_closed_is_refused_with_its_row(read_orders) -> None:
    answer = read_orders("a.csv", f'{HEADER}\n{ROW}\n"Bestilling;0301;1;Lab;\n{ROW}\n')
    assert answer.refusals == [("row 3", "bad-quoting")]
    assert "aldri lukket" in answer.problems[0].phrase.text("nb")
    assert len(answer.orders) == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "no-header"),
        (b"Gjelder;Kommunenummer\nBestilling;0301\n", "no-header"),
        (b"\n" * 30 + FILE.encode(), "no-header"),
        (FILE.encode("utf-16"), "wrong-encoding"),
        (f"{HEADER}\n".encode() + b"\x81\xe6;1\n", "wrong-encoding"),
        (FILE.encode() + ROW.encode("cp1252"), "wrong-encoding"),
    ],
)
def test_that_an_unreadable_file_is_refused_as_a_whole(content, code, refusal_of) -> None:
    assert refusal_of("a.csv", content).code == code


def test_that_a_badly_quoted_header_row_is_none(refusal_of) -> None:
    assert refusal_of("a.csv", '"HER-id" x;HER-id;Gjelder\n1;2;3\n').code == "no-header"
