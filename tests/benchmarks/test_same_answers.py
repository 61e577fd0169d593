"""The same answers as a plain look at every order, on random queries in a small store."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.plain_scan import differences, random_query, scan
from benchmarks.plan import USER, Plan
from benchmarks.preparing import prepare_and_fill
from benchmarks.same_answers import decide_some, unshown_of
from benchmarks.workspaces import office
from timebok_desktop.services.views import OrderQuery


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Any, Any]]:
    """A desk over some orders, of which some were decided; rows of it; what rows do not show."""
    folder = tmp_path_factory.mktemp("answers")
    plan = Plan(size=240, parties=120, seed=5, short=True, folder=folder / "run", cache=folder)
    plan.folder.mkdir()
    prepare_and_fill(plan)
    with office(plan.full) as opened:
        rows = opened.desk.order_rows(opened.desk.order_ids(OrderQuery(), USER))
        decide_some(opened.desk, rows)
        yield opened.desk, rows, unshown_of(plan)


@settings(max_examples=60)
@given(seed=st.integers(0, 2**32))
def test_that_the_desk_answers_like_a_plain_scan(filled: tuple[Any, Any, Any], seed: int) -> None:
    desk, rows, unshown = filled
    chance = random.Random(seed)  # noqa: S311 - no secret
    query = random_query(chance, rows, USER)
    (expected,) = scan(desk, [query], USER, unshown)
    assert differences(desk, expected, USER, chance) == []
