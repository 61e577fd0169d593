"""What the overview says of each municipality is what counting its orders gives."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from timebok_desktop.domain.codes import OPEN_STATUSES
from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.services.views import OrderQuery

NUMBERS = ("0301", "1101", "1103", "5501", "9999")
MOVES = ("claim", "reject", "request-information", "hold", "withdraw", None, None)


@pytest.mark.parametrize("seed", range(3))
def test_that_each_place_says_what_counting_gives(office, seed):
    draw = random.Random(seed)  # noqa: S311
    for _ in range(25):
        reference = office.order(
            verify=draw.random() < 0.7,
            municipalityNumber=draw.choice(NUMBERS),
            organizationNumber=None,
            herId=draw.choice(("8000001", "8000002", "8009999")),
            category=draw.choice(("Lab", "Vaksine", "Influensa")),
        )
        move = draw.choice(MOVES)
        if move:
            office.decide(reference, ("kari", move))
        if move in {None, "claim"} and draw.random() < 0.3:
            changes = {"municipalityNumber": draw.choice(NUMBERS)}
            office.desk.amend(reference, changes, "feil kommune", "kari")
        office.later(days=draw.choice((0, 0, 1)))
    rows = office.desk.order_rows(
        office.desk.order_ids(OrderQuery(statuses=tuple(OPEN_STATUSES)), "kari")
    )
    overview = office.desk.overview()
    known = {place.number for place in overview.places if place.number}
    assert len(known) == 357
    outcomes, categories, oldest = Counter(), Counter(), {}
    for row in rows:
        key = row.municipality_number if row.municipality_number in known else ""
        outcomes[key, row.outcome.value if row.outcome else ""] += 1
        categories[key, row.category] += 1
        day = norwegian_day(row.waiting_since)
        oldest[key] = min(day, oldest.get(key, day))
    assert outcomes == Counter(
        {(p.number, o): n for p in overview.places for o, n in p.by_outcome.items()}
    )
    assert categories == Counter(
        {(p.number, c): n for p in overview.places for c, n in p.by_category.items()}
    )
    assert oldest == {p.number: p.oldest for p in overview.places if p.oldest}
    assert office.desk.check_store().ok
