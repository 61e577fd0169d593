"""The hash that an approval signs: every part of what was shown is in it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from timebok_desktop.services.approving import Looks
from timebok_desktop.services.shown import digest, evidence_hash, order_hash


def test_that_every_part_is_in_the_hash(office):
    reference = office.order()
    with office.office.store.read() as unit:
        looks = Looks(office.desk._context, unit)
        stored = unit.orders.get(reference)
        shown = looks.orders([stored.id])[stored.id]
        snapshot = unit.registry.current()
    own = order_hash(shown)
    for name in shown._fields[1 : shown._fields.index("municipality_key")]:
        assert order_hash(shown._replace(**{name: "en annen"})) != own, name
    assert order_hash(shown._replace(municipality_key="x")) == own
    evidence = [
        evidence_hash(0, "x", snapshot, {}),
        evidence_hash(1, "x", snapshot, {}),
        evidence_hash(0, "y", snapshot, {}),
        evidence_hash(0, "x", replace(snapshot, revision=9), {}),
        evidence_hash(0, "x", replace(snapshot, sha256="0"), {}),
        evidence_hash(0, "x", None, {}),
        evidence_hash(0, "x", snapshot, {"HER-LEVEL": "avtalt"}),
    ]
    assert len(set(evidence)) == len(evidence)
    parts = ("RTB-2026-000001", {"a": 1}, own, evidence[0], "first")
    changed = [("R", *parts[1:]), (*parts[:4], "second"), (*parts[:1], None, *parts[2:])]
    assert digest(*parts) not in {digest(*one) for one in changed}


@given(st.text(max_size=40), st.text(max_size=40))
def test_that_texts_cannot_run_into_each_other(left, right):
    base = ("R", {"Vendor": left, "System": right}, "o", "e", "first")
    moved = ("R", {"Vendor": left + right, "System": ""}, "o", "e", "first")
    assert (digest(*base) == digest(*moved)) == (right == "")
