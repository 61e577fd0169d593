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


class Filled:
    """A desk over some orders, of which some were decided, and what is known of them."""

    def __init__(self, desk: Any, plan: Plan) -> None:
        self.desk = desk
        self.rows = desk.order_rows(desk.order_ids(OrderQuery(), USER))
        self.unshown = unshown_of(plan)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    folder = tmp_path_factory.mktemp("answers")
    plan = Plan(size=240, parties=120, seed=5, short=True, folder=folder / "run", cache=folder)
    plan.folder.mkdir()
    prepare_and_fill(plan)
    with office(plan.full) as opened:
        found = Filled(opened.desk, plan)
        decide_some(opened.desk, found.rows)
        yield found


@settings(max_examples=60)
@given(seed=st.integers(0, 2**32))
def test_that_the_desk_answers_like_a_plain_scan(filled: Filled, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    query = random_query(chance, filled.rows, USER)
    (expected,) = scan(filled.desk, [query], USER, filled.unshown)
    assert differences(filled.desk, expected, USER, chance) == []
