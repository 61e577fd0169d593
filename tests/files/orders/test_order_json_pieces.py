"""JSON read piece by piece gives what reading it as a whole gives, wherever the pieces end."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timebok_desktop.files.orders import json_stream
from timebok_desktop.files.orders.json_stream import Document, NotJsonError

UNHURRIED = settings(max_examples=100, deadline=None)
LONG_NUMBER = "9" * 1001

names = st.sampled_from(["herId", "kind", "contact", "a b", "", "ø", 'q"', "sla\\sh", "x:y"])
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(['": {', "},{", '","', "\\", " :", "😀", "æøå", "\n"])
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4),
    max_leaves=8,
)
elements = st.dictionaries(names, values, max_size=5) | values
spaces = st.sampled_from(["", " ", "\n", "\t", "\r\n  "])


@pytest.fixture(params=[1, 7, 64, 2**15], autouse=True)
def block(request, monkeypatch) -> int:
    """How much is read at once."""
    monkeypatch.setattr(json_stream, "_BLOCK", request.param)
    return int(request.param)


def read(content: bytes) -> tuple[list[Any], list[tuple[str, ...]], dict[str, Any]]:
    document = Document(io.BytesIO(content), "orders", "contact")
    found, doubled = [], []
    for piece in document.pieces():
        found += piece.values
        doubled += [piece.doubled.get(place, ()) for place in range(len(piece.values))]
    return found, doubled, document.members


@UNHURRIED
@given(
    listed=st.lists(elements, max_size=6),
    ascii_only=st.booleans(),
    indent=st.sampled_from([None, 1]),
)
def test_that_elements_are_the_same_wherever_pieces_end(listed, ascii_only, indent) -> None:
    text = json.dumps(listed, ensure_ascii=ascii_only, indent=indent)
    found, doubled, members = read(text.encode())
    assert json.dumps(found) == json.dumps(listed)
    assert (set(doubled) - {()}, members) == (set(), {})


@UNHURRIED
@given(
    before=st.dictionaries(st.sampled_from(["schema", "b"]), values, max_size=2),
    listed=st.lists(elements, max_size=4),
    after=st.dictionaries(st.sampled_from(["sender", "c"]), values, max_size=2),
)
def test_that_members_around_the_list_are_found(before, listed, after) -> None:
    text = json.dumps({**before, "orders": listed, **after})
    found, _, members = read(text.encode())
    assert json.dumps([found, members]) == json.dumps([listed, {**before, **after}])


@UNHURRIED
@given(
    spaced=st.tuples(spaces, spaces, spaces),
    inside=st.booleans(),
    around=st.integers(0, 3),
)
def test_that_a_key_standing_twice_is_found_however_it_is_written(spaced, inside, around) -> None:
    before, after, between = spaced
    pair = f'"name"{before}:{after}1'
    members = f"{pair}{between},{between}{pair}"
    bad = f'{{"kind": 1, "contact": {{{members}}}}}' if inside else f'{{"kind": 1, {members}}}'
    good = json.dumps({"kind": "a", "contact": {"name": "b"}, "herId": 7})
    text = "[" + ",".join([good] * around + [bad] + [good] * around) + "]"
    found, doubled, _ = read(text.encode())
    assert len(found) == 2 * around + 1
    assert [place for place, names_ in enumerate(doubled) if names_] == [around]
    assert doubled[around] == ("name",)


@UNHURRIED
@given(
    listed=st.lists(elements, min_size=1, max_size=4),
    place=st.floats(0, 1),
    sign=st.sampled_from(["", "}", "]", ",", '"', "NaN", "{", ":", "\x00", "\\", "é"]),
    indent=st.sampled_from([None, 1]),
)
def test_that_a_broken_text_is_refused_where_reading_it_whole_is(
    listed, place, sign, indent
) -> None:
    text = json.dumps(listed, indent=indent, ensure_ascii=False)
    at = int(place * len(text))
    text = text[:at] + sign + text[at + 1 :]
    whole = read_whole(text)
    if whole is None:
        with pytest.raises(NotJsonError):
            read(text.encode())
    elif isinstance(whole, list):
        assert json.dumps(read(text.encode())[0]) == json.dumps(whole)


def read_whole(text: str) -> Any:
    """What the text holds, None where it is no JSON."""
    try:
        return json.loads(
            text,
            parse_constant=json_stream._refuse_constant,
            parse_float=json_stream._exact_float,
        )
    except ValueError:
        return None


def test_that_the_place_of_an_error_is_counted_from_the_beginning() -> None:
    lines = ['{"herId": "æ"},'] * 200 + ['{"herId" 2}']
    with pytest.raises(NotJsonError) as caught:
        read(("[\n" + "\n".join(lines) + "\n]").encode())
    assert (caught.value.line, caught.value.column) == (202, 10)
    with pytest.raises(NotJsonError) as caught:
        read(("[" + "".join(lines) + "]").encode())
    assert (caught.value.line, caught.value.column) == (1, 1 + 200 * 15 + 10)


def test_that_the_byte_that_is_not_utf_8_is_named() -> None:
    content = b'[{"a": "' + b"x" * 300 + b'\xe6"}]'
    with pytest.raises(NotJsonError) as caught:
        read(content)
    assert caught.value.byte == content.index(b"\xe6")


def test_that_numbers_keep_every_digit_in_any_piece() -> None:
    numbers = [
        *("0.10000000000000000001", "1e999", "1e99999999999999999999", LONG_NUMBER),
        *("-0.5e+10", "12", "1E2"),
    ]
    text = "[" + ",".join(f'{{"a": {number}}}' for number in numbers) + ',{"a": 3}]'
    found, _, _ = read(text.encode())
    assert [one["a"] for one in found] == [*numbers[:4], -0.5e10, 12, 100.0, 3]
    bare, _, _ = read(f"[{','.join(numbers)}]".encode())
    assert bare == [*numbers[:4], -0.5e10, 12, 100.0]


def test_that_a_long_list_in_which_something_may_hide_is_read_to_its_end() -> None:
    listed = [{"herId": number} for number in range(5000)]
    text = json.dumps(listed)[:-1] + ',{"a": 1, "a": 2},{}]'
    found, doubled, _ = read(text.encode())
    assert found[:5000] == listed
    assert [place for place, names_ in enumerate(doubled) if names_] == [5000]


def test_that_deep_elements_are_read_between_others() -> None:
    deep: dict[str, Any] = {}
    for _ in range(300):
        deep = {"a": deep}
    listed = [{"herId": 1}, deep, {"herId": 2}, deep, {"herId": 3}]
    assert read(json.dumps(listed).encode())[0] == listed


def test_that_an_element_larger_than_any_order_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(json_stream, "_LONGEST_ELEMENT", 50_000)
    with pytest.raises(NotJsonError):
        read(json.dumps([{"a": "x" * 300_000}]).encode())
