"""JSON files of AR: every shape is recognised, streamed, and judged full or supplementing."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from timebok_desktop.domain.errors import NotFoundError, UnavailableError, UnreadableError
from timebok_desktop.files.registry import RegistryFileReader
from timebok_desktop.files.registry.source import PIECE
from timebok_desktop.services.ports_files import RegistryHeader

TAKEN = "2025-03-01T02:15:00.1234567+01:00"
TAKEN_AT = datetime(2025, 3, 1, 2, 15, 0, 123456, tzinfo=timezone(timedelta(hours=1)))
FULL = RegistryHeader("legacy-export", True, TAKEN_AT, 4711)


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("first", ["header", "list", "between"])
def test_that_an_export_is_full_wherever_its_header_stands(read, legacy, packed, first):
    time, event = {"LastDateTimeOffset": TAKEN}, {"LastEventId": 4711}
    parties = {"CommunicationParties": [legacy(1), legacy(2)]}
    order = {
        "header": {**time, **event, **parties},
        "list": {**parties, **event, **time},
        "between": {**time, **parties, **event},
    }
    answer = read(order[first], packed=packed)
    assert answer.header == FULL
    assert answer.her_ids == [1, 2]
    assert answer.problems == []


def test_that_a_byte_order_mark_and_leading_spaces_are_tolerated(read, legacy):
    content = json.dumps({"LastEventId": 4711, "CommunicationParties": [legacy(5)]})
    assert read(b"\xef\xbb\xbf  \n" + content.encode()).her_ids == [5]


def test_that_more_spaces_than_one_piece_before_the_content_are_tolerated(read, legacy):
    assert read(b" " * 600_000 + json.dumps(legacy(5)).encode()).her_ids == [5]


def test_that_a_time_without_a_zone_is_norwegian_time(read, legacy):
    content = {"LastDateTimeOffset": "2025-07-01T12:00:00", "CommunicationParties": [legacy()]}
    taken_at = read(content).header.taken_at
    assert taken_at.utcoffset() == timedelta(hours=2)


def test_that_an_unreadable_header_is_noted_and_the_export_stays_full(read, legacy):
    answer = read(
        {"LastDateTimeOffset": "i går", "LastEventId": 1.5, "CommunicationParties": [legacy()]}
    )
    assert answer.header == RegistryHeader("legacy-export", True)
    assert [(p.at, p.code, p.refuses) for p in answer.problems] == [
        ("/LastDateTimeOffset", "no-time", False),
        ("/LastEventId", "no-event", False),
    ]


def test_that_header_fields_of_null_say_nothing_wrong(read):
    content = {"LastDateTimeOffset": None, "LastEventId": None, "CommunicationParties": []}
    answer = read(content)
    assert answer.header == RegistryHeader("legacy-export", True)
    assert answer.problems == []


def test_that_a_list_without_header_supplements(read, legacy):
    answer = read({"CommunicationParties": [legacy()]})
    assert answer.header == RegistryHeader("legacy-export", False)


def test_that_a_rest_export_takes_its_sequence_number(read, rest):
    answer = read(
        {"lastSequenceNumber": 99, "count": 2, "communicationParties": [rest(1), rest(2)]}
    )
    assert answer.header == RegistryHeader("rest-export", True, None, 99)
    assert answer.her_ids == [1, 2]
    assert answer.problems == []


def test_that_a_rest_export_with_another_count_than_it_says_is_noted(read, rest):
    answer = read({"communicationParties": [rest(1)], "count": 2, "lastSequenceNumber": 99})
    assert answer.header.full
    assert (answer.problem.at, answer.problem.code) == ("/count", "other-count")
    assert answer.problem.phrase.text("nn") == (
        "Talet på kommunikasjonspartar stemmer ikkje: Fila oppgir 2, men har 1."
    )


def test_that_a_search_answer_supplements(read, rest):
    answer = read({"communicationParties": [rest(1), rest(2)]})
    assert answer.header == RegistryHeader("rest-list", False)
    assert answer.her_ids == [1, 2]


@pytest.mark.parametrize(
    "content", [{"lastSequenceNumber": 9, "count": 2, "communicationParties": [17, 18]}, [17, 18]]
)
def test_that_her_ids_alone_are_refused_with_the_way_out(read, content):
    with pytest.raises(UnreadableError) as caught:
        read(content)
    assert caught.value.code == "her-ids-only"
    assert "POST /api/v1/communicationparty" in caught.value.text("nb")


def test_that_one_bare_her_id_among_objects_is_a_problem_with_its_place(read, rest):
    answer = read({"communicationParties": [rest(1), 17, rest(2)]})
    assert answer.her_ids == [1, 2]
    assert (answer.problem.at, answer.problem.refuses) == ("/communicationParties/1", True)


def test_that_a_single_object_is_read(read, legacy, rest):
    assert read(legacy(7)).her_ids == [7]
    assert read(rest(8)).her_ids == [8]


def test_that_a_list_of_every_object_shape_is_read(read, legacy, rest):
    wrapped = {"herId": 3, "parentHerId": 9, "type": "Service", "communicationParty": legacy(3)}
    answer = read([legacy(1), rest(2), wrapped])
    assert answer.her_ids == [1, 2, 3]
    assert answer.header == RegistryHeader("rest-list", False)


def test_that_the_wrapper_fills_what_the_object_inside_leaves_out(read):
    inner = {"Name": "Smittevern", "Type": None}
    party = read(
        {"herId": 3, "parentHerId": 9, "type": "Service", "communicationParty": inner}
    ).party
    assert (party.her_id, party.parent_her_id, party.type.value) == (3, 9, "Service")


def test_that_a_wrapped_rest_object_is_read(read, rest):
    assert read({"herId": 3, "type": "Service", "communicationParty": rest(3)}).her_ids == [3]


def test_that_lines_of_every_shape_are_read(read, legacy, rest):
    lines = [legacy(1), rest(2), {"communicationParties": [rest(3), rest(4)]}, [legacy(5)]]
    answer = read("\n".join(json.dumps(line) for line in lines) + "\n\n")
    assert answer.her_ids == [1, 2, 3, 4, 5]
    assert not answer.header.full


def test_that_objects_after_each_other_on_one_line_are_read(read, legacy):
    assert read(json.dumps(legacy(1)) + json.dumps(legacy(2))).her_ids == [1, 2]


def test_that_a_broken_line_is_named_and_the_rest_read(read, legacy):
    good = [json.dumps(legacy(number)) for number in (1, 2, 3)]
    answer = read("\n".join([good[0], '{"HerId": 1x, "Type": "Service"', good[1], "{}", good[2]]))
    assert answer.her_ids == [1, 2, 3]
    assert [(p.at, p.code) for p in answer.problems] == [
        ("line 2", "damaged-line"),
        ("line 4", "missing-her-id"),
    ]


def test_that_a_broken_first_line_is_named_and_the_rest_read(read, legacy):
    answer = read('{"HerId": 1x}\n' + json.dumps(legacy(2)))
    assert answer.her_ids == [2]
    assert answer.problem.at == "line 1"


def test_that_line_numbers_hold_over_many_pieces(read, legacy):
    lines = [json.dumps(legacy(number, Name="x" * 500)) for number in range(1, 2001)]
    lines[1799] = json.dumps(legacy(True))
    answer = read("\n".join(lines))
    assert len(answer.parties) == 1999
    assert answer.problem.at == "line 1800"


def test_that_characters_and_numbers_split_between_pieces_are_whole(read, legacy):
    parties = [legacy(number, Name="Bø æøå — 😀" * (number % 90)) for number in range(1, 3000)]
    content = json.dumps({"CommunicationParties": parties}, ensure_ascii=False, indent=1)
    answer = read(content)
    assert answer.her_ids == list(range(1, 3000))
    assert [party.name for party in answer.parties] == [party["Name"] for party in parties]


def test_that_the_same_her_id_twice_is_given_twice(read, legacy):
    assert read([legacy(1), legacy(1)]).her_ids == [1, 1]


def test_that_nested_parties_of_an_organization_are_parties_of_their_own(read, legacy):
    service = legacy(2, Departments=[legacy(4, Type="Department")])
    organization = legacy(
        1, Type="Organization", Services=[service, {"Name": "uten"}, 7], People=None
    )
    answer = read([organization, legacy(9)])
    assert answer.her_ids == [1, 2, 4, 9]


def test_that_a_broken_nested_party_has_its_place(read, legacy):
    answer = read([legacy(1, Type="Organization", Services=[legacy(2), legacy(0)])])
    assert answer.her_ids == [1, 2]
    assert answer.problem.at == "/0/Services/1"


@pytest.mark.parametrize(
    "content",
    [
        "{}",
        '{"resourceType": "Schedule", "id": "x"}',
        '[{"kind": "activate", "herId": 1}]',
        '{"LastEventId": 5}',
        '{"LastEventId": 5, "CommunicationParties": null}',
        '"text"',
        "herId;name\n1;x",
        b"PK\x03\x04zip",
        b"%PDF-1.7",
        b"\x1f",
        b"\x00\x01\x02",
    ],
)
def test_that_another_file_is_no_registry_file(read, content):
    with pytest.raises(UnreadableError) as caught:
        read(content)
    assert caught.value.code == "not-a-registry-file"


@pytest.mark.parametrize("content", [b"", b"  \n", b"\xef\xbb\xbf"])
def test_that_an_empty_file_is_said_to_be_empty(read, content):
    with pytest.raises(UnreadableError) as caught:
        read(content)
    assert caught.value.code == "empty"


@pytest.mark.parametrize(
    "content",
    [
        '{"CommunicationParties": [{"HerId": 1x}]}',
        '{"CommunicationParties": [{} {}]}',
        '{"CommunicationParties": [], x}',
        '{"CommunicationParties": [], 5: 1}',
        '{"LastEventId": 1, "CommunicationParties": [{"HerId": 1, "Type": "Service"}], ]}\n',
        '{"HerId": 1x}',
        '[{"HerId": 1}] x',
        '{"HerId" 1}',
        '{"HerId": 1, "Name": "to\nlinjer"}',
        "[" * 100_000,
        b'[{"Name": "\xe6"}]' + b" " * 600_000,
        '{"CommunicationParties": [' + "1" * 5000 + "x]}",
    ],
)
def test_that_broken_json_is_refused_whole(read, content):
    with pytest.raises(UnreadableError) as caught:
        read(content)
    assert caught.value.code == "damaged"


def test_that_two_exports_in_one_file_are_refused(read, legacy):
    export = json.dumps({"LastEventId": 1, "CommunicationParties": [legacy()]})
    for content in (export + export, json.dumps(legacy()) + "\n" + export):
        with pytest.raises(UnreadableError) as caught:
            read(content)
        assert caught.value.code == "several-exports"


def test_that_a_number_longer_than_python_converts_is_a_problem_of_its_party(read, legacy):
    content = json.dumps([legacy("@"), legacy(2)]).replace('"@"', "9" * 5000)
    answer = read(content)
    assert answer.her_ids == [2]
    assert answer.problem.at == "/0"


def test_that_an_object_with_endless_members_is_no_registry_file(read):
    with pytest.raises(UnreadableError) as caught:
        read({f"m{number}": 1 for number in range(20_000)})
    assert caught.value.code == "not-a-registry-file"


def test_that_a_value_larger_than_any_party_is_refused(read, monkeypatch):
    monkeypatch.setattr("timebok_desktop.files.registry.json_cursor.LARGEST_VALUE", 1_000_000)
    with pytest.raises(UnreadableError) as caught:
        read([{"HerId": 1, "Name": "x" * 5_000_000}])
    assert caught.value.code == "too-large"


@pytest.mark.parametrize("packed", [False, True])
def test_that_a_full_export_cut_anywhere_is_refused(read, legacy, packed, tmp_path):
    parties = [legacy(n, Name="Bø\u00e6", Active=True, Weight=-1.5e3) for n in range(1, 12)]
    whole = json.dumps(
        {"LastDateTimeOffset": TAKEN, "CommunicationParties": parties, "LastEventId": 4711},
        ensure_ascii=False,
    ).encode()
    whole = gzip.compress(whole) if packed else whole
    for length in range(0, len(whole), 7 if packed else 3):
        with pytest.raises(UnreadableError) as caught:
            read(whole[:length])
        assert caught.value.code in (
            {"empty", "not-a-registry-file"} if length < 2 else {"cut-off"}
        )
    assert len(read(whole).parties) == 11


def test_that_a_cut_off_file_says_how_far_it_got(read, legacy):
    with pytest.raises(UnreadableError) as caught:
        read(json.dumps({"CommunicationParties": [legacy(1), legacy(2)]})[:-30])
    assert caught.value.at == "/CommunicationParties/1"
    assert "lest så langt: 2." in caught.value.text("nb")


def test_that_a_cut_off_last_line_is_refused(read, legacy):
    with pytest.raises(UnreadableError) as caught:
        read(json.dumps(legacy(1)) + "\n" + json.dumps(legacy(2))[:20])
    assert caught.value.code == "cut-off"


def test_that_damaged_gzip_is_refused(read, legacy):
    packed = bytearray(gzip.compress(json.dumps([legacy(n) for n in range(1, 500)]).encode()))
    packed[-6] ^= 0xFF
    with pytest.raises(UnreadableError) as caught:
        read(bytes(packed))
    assert caught.value.code == "damaged"


def test_that_a_missing_file_and_a_folder_are_explained(tmp_path):
    with pytest.raises(NotFoundError):
        list(RegistryFileReader().read(tmp_path / "finnes-ikke.json"))
    with pytest.raises(UnavailableError):
        list(RegistryFileReader().read(tmp_path))


def test_that_a_utc_time_keeps_its_zone(read):
    answer = read({"LastDateTimeOffset": "2025-03-01T01:15:00Z", "CommunicationParties": []})
    assert answer.header.taken_at == datetime(2025, 3, 1, 1, 15, tzinfo=UTC)


def test_that_a_number_split_between_pieces_is_whole(read, legacy):
    head = json.dumps({"CommunicationParties": [legacy()], "LastEventId": 0})[:-2]
    for digits in range(2, 8):
        spaces = " " * (PIECE - len(head) - digits)
        assert read(head + spaces + "1234567890}").header.last_event_id == 1234567890


def test_that_damage_far_from_the_end_of_a_piece_is_refused_at_once(read, legacy):
    lines = [json.dumps(legacy(number)) for number in range(1, 20_000)]
    lines[10] = '{"HerId": 1x}'
    answer = read("\n".join(lines))
    assert len(answer.parties) == 19_998
    assert answer.problem.at == "line 11"


def test_that_a_broken_line_longer_than_a_piece_is_passed_over(read, legacy):
    broken = '{"HerId": 1x, "Name": "' + "x" * 3 * PIECE + '"}'
    answer = read("\n".join([json.dumps(legacy(1)), broken, json.dumps(legacy(2))]))
    assert answer.her_ids == [1, 2]
    assert answer.problem.at == "line 2"


def test_that_a_line_that_is_no_object_is_a_problem(read, legacy):
    answer = read(json.dumps(legacy(1)) + "\n17\n" + json.dumps(legacy(2)))
    assert answer.her_ids == [1, 2]
    assert (answer.problem.at, answer.problem.code) == ("line 2", "wrong-value")
