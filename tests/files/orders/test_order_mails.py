"""Orders in mail: labelled lines, tables, several orders, attachments with their places."""

from __future__ import annotations

import hashlib
from email.message import EmailMessage

import pytest

ORDER = "Gjelder: Bestilling\nKommunenummer: 0301\nHER-id: 1234\nTimebok-kategori: Lab\n"
CSV = (
    b"Gjelder;Kommunenummer;HER-id;Timebok-kategori\nBestilling;0301;77;Lab\nEndring;0301;78;Lab\n"
)
TABLE = (
    "<table><tr><td>Gjelder</td><td>Bestilling</td></tr>"
    "<tr><th>HER-id:</th><td>55</td></tr></table>"
)


def test_that_labelled_lines_are_an_order_with_their_line_numbers(mail, read_orders) -> None:
    order = read_orders("a.eml", mail(f"Hei!\n\nVi vil bestille dette:\n\n{ORDER}")).order
    assert order.values["her_id"].value == "1234"
    assert order.values["her_id"].place == "line 7"
    assert order.place == "line 5"


@pytest.mark.parametrize(
    "line",
    ["her-ID : 1234", "  * HER-id: 1234", "- herId:1234", "HER-id\t1234", "**HER-id:** 1234"],
)
def test_that_labels_are_known_however_they_are_written(line: str, mail, read_orders) -> None:
    order = read_orders("a.eml", mail(f"Gjelder: Bestilling\n{line}\n")).order
    assert order.values["her_id"].value == "1234"


@pytest.mark.parametrize("between", ["", "\n", "---\n", "\n\nOg denne:\n\n"])
def test_that_a_label_that_comes_again_begins_the_next_order(between, mail, read_orders) -> None:
    second = ORDER.replace("1234", "99")
    answer = read_orders("a.eml", mail(ORDER + between + second))
    assert answer.column("her_id") == ["1234", "99"]


def test_that_two_whole_orders_without_a_label_in_common_stay_two(mail, read_orders) -> None:
    short = "Gjelder: Bestilling\nHER-id: 1\nTimebok-kategori: Lab\nKommentar: a\n"
    answer = read_orders("a.eml", mail(f"{short}\n{short}"))
    assert len(answer.orders) == 2


def test_that_one_order_may_stand_in_several_blocks(mail, read_orders) -> None:
    text = "Kommunenummer: 0301\n\nGjelder: Bestilling\nHER-id: 1\n\nTimebok-kategori: Lab\n"
    order = read_orders("a.eml", mail(text)).order
    assert set(order.values) == {"municipality_number", "kind", "her_id", "category"}


def test_that_prose_greetings_and_signature_are_no_part_of_the_order(mail, read_orders) -> None:
    text = (
        f"Hei: kort spørsmål\n\n{ORDER}\nMed vennlig hilsen\nKari\nTelefon: 12345678\nE-post: k@x\n"
    )
    order = read_orders("a.eml", mail(text)).order
    assert "contact_phone" not in order.values
    assert order.extras == {}


def test_that_an_order_below_a_signature_is_still_read(mail, read_orders) -> None:
    answer = read_orders("a.eml", mail(f"Se under.\n--\nKari\nTelefon: 1\n\n{ORDER}"))
    assert answer.order.values["her_id"].value == "1234"


def test_that_unknown_labels_that_stand_with_an_order_are_kept_with_it(mail, read_orders) -> None:
    text = (
        "Farge: rød\nGjelder: Bestilling\nFarge: blå\nFarge: gul\nHER-id: 1\nDato: i dag\n\nHei: x"
    )
    order = read_orders("a.eml", mail(text)).order
    assert {name: raw.value for name, raw in order.extras.items()} == {
        "Farge": "blå",
        "Farge (line 4)": "gul",
        "Dato": "i dag",
    }
    assert order.extras["Farge"].place == "line 3"


def test_that_extras_of_a_later_block_are_kept(mail, read_orders) -> None:
    text = "Gjelder: Bestilling\nFarge: blå\nHER-id: 1\n\nKommune: Oslo\nFarge: gul\nSkjema: x\n"
    assert set(read_orders("a.eml", mail(text)).order.extras) == {"Farge", "Farge (line 6)"}


def test_that_a_web_address_is_no_label(mail, read_orders) -> None:
    text = "Gjelder: Bestilling\nhttps://kommune.example/a\nHER-id: 1\n"
    assert read_orders("a.eml", mail(text)).order.extras == {}


def test_that_a_comment_may_run_over_several_lines(mail, read_orders) -> None:
    text = f"{ORDER}Kommentar: Første\nandre linje\n\nTredje avsnitt\n"
    assert read_orders("a.eml", mail(text)).column("comment") == ["Første\nandre linje"]


def test_that_a_repeated_line_that_is_not_read_is_noted(mail, read_orders) -> None:
    answer = read_orders("a.eml", mail(f"{ORDER}Skjema: a\n\nSkjema: b\n"))
    assert answer.column("form") == ["a"]
    assert answer.notes == [("line 7", "repeated-label")]


def test_that_softly_broken_lines_are_put_together(read_orders) -> None:
    head = "From: k@x.example\nContent-Type: text/plain; format=flowed\n\n"
    answer = read_orders("a.eml", f"{head}{ORDER}Skjema: et langt \nnavn\nRolle: leder \n")
    assert answer.column("form") == ["et langt navn"]
    assert answer.order.values["contact_role"].place == "line 7"


def test_that_a_table_is_an_order_with_its_row_numbers(mail, read_orders) -> None:
    order = read_orders("a.eml", mail(html=f"<p>Hei</p>{TABLE}<p>Hilsen Kari</p>")).order
    assert order.values["her_id"].value == "55"
    assert order.values["her_id"].place == "table row 2"


def test_that_each_table_may_be_an_order(mail, read_orders) -> None:
    answer = read_orders("a.eml", mail(html=TABLE + TABLE.replace("55", "56")))
    assert answer.column("her_id") == ["55", "56"]
    assert answer.orders[1].values["her_id"].place == "table row 4"


def test_that_a_table_inside_a_layout_table_is_read(mail, read_orders) -> None:
    html = (
        f"<table><tr><td>Logo<td>Tekst</tr><tr><td>Meny</td><td>{TABLE}<p>x</td><td>y</td></tr>"
        "</table>"
    )
    answer = read_orders("a.eml", mail(html=html))
    assert answer.order.values["her_id"].value == "55"
    assert answer.order.extras == {}


def test_that_omitted_end_tags_odd_cells_and_entities_are_read(mail, read_orders) -> None:
    html = (
        "<table><tr><td>Overskrift<td>Gjelder<td>tre<tr><td>Gjelder<td title='a>b'>Bestilling"
        "<tr><td>HER&#8209;id&nbsp;<td>1&nbsp;234<br>"
        "<tr><td>Kommune<td><p>V&aring;ler</p><p>i Solør</p>"
    )
    values = read_orders("a.eml", mail(html=html)).order.values
    assert values["her_id"].value == "1 234"
    assert values["her_id"].place == "table row 3"
    assert values["municipality_name"].value == "Våler\ni Solør"


def test_that_lines_of_html_are_read_without_a_table(mail, read_orders) -> None:
    html = (
        "<html><head><title>HER-id: 9</title><style>a < b</style></head><!-- HER-id: 8 <b> -->"
        "<body><!DOCTYPE x><div>Gjelder: <b>Bestilling</b></div>HER-id: 1<br/>Kommentar: 1 < 2"
        "</td></tr></table><p>Hei</body>"
    )
    values = read_orders("a.eml", mail(html=html)).order.values
    assert values["her_id"].value == "1"
    assert values["her_id"].place == "line 2"
    assert values["comment"].value == "1 < 2"


def test_that_alternatives_are_read_once_and_the_fuller_one_counts(mail, read_orders) -> None:
    html = "".join(f"<p>{line}</p>" for line in ORDER.splitlines())
    both = read_orders("a.eml", mail(ORDER, html)).order
    assert both.values["her_id"].place == "line 3"
    table = TABLE.replace("</table>", "<tr><td>Timebok-kategori<td>Lab</table>")
    only_html = read_orders("a.eml", mail("Se HTML.\nGjelder: Bestilling\n", table)).order
    assert only_html.values["her_id"].place == "table row 2"


def test_that_an_attached_order_file_is_a_part_with_its_places(mail, read_orders) -> None:
    answer = read_orders("a.eml", mail(f"Se vedlegg.\n\n{ORDER}", attachments=[("b.csv", CSV)]))
    body, part, first, second = answer.items
    assert body.values["her_id"].value == "1234"
    assert (part.name, part.format) == ("b.csv", "csv")
    assert part.sha256 == hashlib.sha256(CSV).hexdigest()
    assert first.place == "attachment b.csv, row 2"
    assert second.values["her_id"].place == "attachment b.csv, row 3, HER-id"


def test_that_every_format_may_be_attached_to_a_mail_without_text(
    mail, workbook, read_orders
) -> None:
    sheet = workbook(Ark=[["HER-id", "Gjelder", "Farge"], [1, "Bestilling", "blå"]])
    json = b'[{"herId": 2, "kind": "activate"}, 5]'
    content = mail(attachments=[("a.xlsx", sheet), ("b.json", json)])
    answer = read_orders("a.eml", content)
    assert [part.format for part in answer.parts] == ["xlsx", "json"]
    assert answer.column("her_id") == [1, 2]
    assert answer.orders[0].extras["Farge"].place == "attachment a.xlsx, row 2, Farge"
    assert answer.notes == [("attachment a.xlsx, row 1, Farge", "unknown-column")]
    assert answer.refusals == [("attachment b.json, /1", "not-an-order")]


def test_that_other_attachments_are_noted_before_any_part(mail, read_orders) -> None:
    content = mail(ORDER, attachments=[("b.csv", CSV), ("kart.pdf", b"%PDF")])
    answer = read_orders("a.eml", content)
    assert answer.notes == [("attachment kart.pdf", "attachment-not-read")]
    assert answer.items.index(answer.problems[0]) < answer.items.index(answer.parts[0])


def test_that_an_unreadable_order_file_attached_is_refused_by_itself(mail, read_orders) -> None:
    bad = b"HER-id;Gjelder;herId\n1;Bestilling;2\n"
    content = mail(attachments=[("b.csv", CSV), ("c.csv", bad), ("d.json", b"{"), ("e.csv", b"")])
    answer = read_orders("a.eml", content)
    assert answer.refusals == [
        ("attachment c.csv, row 1, HER-id", "duplicate-column"),
        ("attachment d.json, line 1", "not-json"),
        ("attachment e.csv", "no-header"),
    ]
    assert len(answer.orders) == 2
    assert [part.name for part in answer.parts] == ["b.csv"]


def forwarded(inner: bytes, levels: int) -> bytes:
    for level in range(levels):
        message = EmailMessage()
        message["From"] = "kari@kommune.example"
        message.set_content("Se vedlagt e-post.")
        message.add_attachment(
            inner, maintype="application", subtype="octet-stream", filename=f"{level}.eml"
        )
        inner = message.as_bytes()
    return inner


def test_that_mails_in_mails_are_read_to_a_certain_depth(mail, read_orders, refusal_of) -> None:
    answer = read_orders("a.eml", forwarded(mail(ORDER, attachments=[("b.csv", CSV)]), 2))
    assert answer.orders[0].values["her_id"].place == "attachment 1.eml, attachment 0.eml, line 3"
    assert answer.parts[-1].name == "1.eml, 0.eml, b.csv"
    assert refusal_of("a.eml", forwarded(mail(ORDER), 3)).code == "no-order"


def test_that_a_forwarded_message_part_bears_its_subject(read_orders) -> None:
    content = (
        "From: k@x.example\nContent-Type: multipart/mixed; boundary=q\n\n--q\n"
        f"Content-Type: message/rfc822\n\nSubject: Timebok\nFrom: o@x.example\n\n{ORDER}\n--q--\n"
    )
    answer = read_orders("a.eml", content)
    assert answer.order.values["her_id"].place == "attachment Timebok.eml, line 3"


def test_that_a_national_identity_number_in_a_name_is_masked(mail, read_orders) -> None:
    answer = read_orders("a.eml", mail(ORDER, attachments=[("01819010001 \u202e.pdf", b"x")]))
    (note,) = answer.problems
    assert note.at == "attachment *********** \ufffd.pdf"


@pytest.mark.parametrize(
    ("charset", "content", "expected"),
    [
        ("utf-8", "Våler".encode(), "Våler"),
        ("iso-8859-1", "Våler".encode("latin-1"), "Våler"),
        ("utf-8", "Våler".encode("cp1252"), "Våler"),
        ("us-ascii", "Våler".encode(), "Våler"),
        ("klingon", "Våler".encode(), "Våler"),
        ("base64", "Våler".encode(), "Våler"),
    ],
)
def test_that_a_wrong_charset_is_read_as_well_as_it_can_be(
    charset: str, content: bytes, expected: str, read_orders
) -> None:
    head = f"From: k@x.example\nContent-Type: text/plain; charset={charset}\n\n{ORDER}Kommune: "
    assert read_orders("a.eml", head.encode() + content).column("municipality_name") == [expected]


def test_that_a_part_without_a_name_is_called_by_its_number(read_orders) -> None:
    content = (
        "From: k@x.example\nContent-Type: multipart/mixed; boundary=q\n\n--q\n"
        "Content-Type: text/csv\n\nHER-id;Gjelder\n1;Bestilling\n--q--\n"
    )
    place = read_orders("a.eml", content).order.values["her_id"].place
    assert place == "attachment 1, row 2, HER-id"


@pytest.mark.parametrize("again", ["HER-id: 5678", "Skjema: x\nSkjema: y", "Kommunenummer: 0302"])
def test_that_an_order_that_says_a_thing_twice_is_refused_with_the_place(
    again: str, mail, read_orders
) -> None:
    order = "Gjelder: Bestilling\nHER-id: 1234\nKommunenummer: 0301\nTimebok-kategori: Lab\n"
    answer = read_orders("a.eml", mail(f"{order}{again}\n\n{order}"))
    place = f"line {5 + again.count(chr(10))}"
    assert answer.refusals == [(place, "duplicate-label")]
    assert answer.column("her_id") == ["1234"]
