"""Worlds: every rule is reached, answers follow from neighbours, the same seed is the same."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from timebok_desktop.domain.codes import Kind
from timebok_desktop.domain.errors import UsageError
from timebok_desktop.domain.identifiers import (
    HER_ID_MAXIMUM,
    is_digits,
    is_organization_number,
)
from timebok_desktop.domain.personal_numbers import mask
from timebok_desktop.services.synthesis import invented
from timebok_desktop.services.synthesis import rule_codes as rules
from timebok_desktop.services.synthesis.registry import RegistryShape
from timebok_desktop.services.synthesis.tables import world_tables
from timebok_desktop.services.synthesis.world import AnsweredOrder


def orders_of_seeds(make_world, *seeds: int) -> list[AnsweredOrder]:
    return [order for seed in seeds for order in make_world(seed=seed).orders()]


def test_that_every_rule_but_the_age_of_the_snapshot_is_reached(make_world):
    fired = {rule for order in orders_of_seeds(make_world, 1, 2, 3) for rule in order.rules}
    assert fired == rules.ALL_RULES - {rules.SNAPSHOT_STALE}


def test_that_somewhat_more_than_half_of_the_orders_are_clean(make_world):
    orders = list(make_world(orders=2000, parties=2000).orders())
    clean = sum(not order.rules for order in orders)
    assert 0.5 < clean / len(orders) < 0.6


def test_that_a_seed_makes_the_same_world_and_another_seed_another(make_world):
    first, again, other = (make_world(seed=seed) for seed in (5, 5, 6))
    assert first.registry.parties == again.registry.parties
    assert first.bases == again.bases
    assert list(first.orders()) == list(again.orders())
    assert list(first.orders()) != list(other.orders())


def test_that_references_are_unique_and_counts_exact(make_world):
    world = make_world(orders=333, parties=77)
    references = [order.draft.external_reference for order in world.orders()]
    assert len(set(references)) == len(references) == 333
    assert len(world.registry.parties) == len(world.registry.her_ids) == 77


@pytest.mark.parametrize("parties", [2, 3, 10])
def test_that_a_small_registry_serves_many_orders(make_world, parties):
    assert len(list(make_world(orders=120, parties=parties).orders())) == 120


def test_that_a_world_without_parties_is_refused(make_world):
    with pytest.raises(UsageError) as refused:
        make_world(parties=1)
    assert "--parties" in refused.value.text("nn")


def test_that_pair_rules_follow_from_all_orders_and_set_ups(make_world):
    """Compared the slow way: every order with every other."""
    world = make_world(orders=700, parties=120)
    orders = list(world.orders())
    set_up = {(base.municipality_number, base.her_id, base.category) for base in world.bases}
    users, same = defaultdict(set), Counter()
    for municipality, her_id, category in set_up:
        users[her_id, category].add(municipality)
    for order in orders:
        draft = order.draft
        if draft.known_municipality and draft.known_her_id and draft.known_category:
            use = (draft.known_her_id, draft.known_category)
            users[use].add(draft.known_municipality)
            same[(*use, draft.known_municipality, draft.kind)] += 1
    assert max(same.values()) > 1
    for order in orders:
        draft = order.draft
        expected = set()
        if draft.known_municipality and draft.known_her_id and draft.known_category:
            use = (draft.known_her_id, draft.known_category)
            configured = (draft.known_municipality, *use) in set_up
            if users[use] - {draft.known_municipality}:
                expected.add(rules.HER_IN_USE)
            if same[(*use, draft.known_municipality, draft.kind)] > 1:
                expected.add(rules.DUPLICATE_ORDER)
            if configured and draft.kind is Kind.ACTIVATE:
                expected.add(rules.ALREADY_CONFIGURED)
            if not configured and draft.kind is not Kind.ACTIVATE:
                expected.add(rules.CHANGE_WITHOUT_BASE)
        assert order.rules & rules.PAIR_RULES == expected


def test_that_pairs_get_what_they_were_made_for(make_world):
    for order in make_world(orders=2000, parties=4000).orders():
        assert order.draft.expected_pair_rules <= order.rules


def test_that_her_ids_are_known_unless_a_rule_says_otherwise(make_world):
    world = make_world(orders=800)
    for order in world.orders():
        her_id = order.draft.her_id
        possible = (
            is_digits(her_id)
            and 1 <= int(her_id) <= HER_ID_MAXIMUM
            and not is_organization_number(her_id)
        )
        assert possible is (rules.HER_SYNTAX not in order.rules)
        if possible:
            known = int(her_id) in world.registry.her_ids
            assert known is (rules.HER_UNKNOWN not in order.rules)


def test_that_numbers_of_organizations_are_right_unless_a_rule_says_otherwise(make_world):
    world = make_world(orders=800)
    for order in world.orders():
        number = order.draft.organization_number
        wrong = bool(number) and not is_organization_number(number)
        assert wrong is (rules.ORG_CHECKSUM in order.rules)
        assert number or order.draft.municipality_number
    for party in world.registry.parties:
        assert not party.organization_number or is_organization_number(party.organization_number)


def test_that_identity_numbers_stand_exactly_where_the_answers_say(make_world):
    found = 0
    for order in make_world(orders=1500).orders():
        _, masked = mask(order.draft.comment)
        assert bool(masked) is (rules.PERSONAL_ID in order.rules)
        found += masked
    assert found > 20


def test_that_nobody_is_elsewhere_where_the_registry_does_not_say_where(make_world):
    shape = RegistryShape(has_municipality=False, has_active_flag=False)
    world = make_world(orders=800, shape=shape)
    assert all(not party.municipality_number for party in world.registry.parties)
    assert all(party.active is None for party in world.registry.parties)
    fired = {rule for order in world.orders() for rule in order.rules}
    assert rules.HER_MUNICIPALITY not in fired
    assert {rules.HER_OWNER, rules.HER_INACTIVE} <= fired


def test_that_a_deactivation_is_not_judged_on_form_vendor_or_interim_solution(make_world):
    silent = {
        rules.FORM_MISSING,
        rules.FORM_NOT_ALLOWED,
        rules.FORM_UNKNOWN,
        rules.FORM_RECEIVER,
        rules.VENDOR_UNKNOWN,
        rules.VENDOR_NOT_INTEGRATED,
        rules.INTERIM_SOLUTION,
    }
    ended = [
        order for order in orders_of_seeds(make_world, 1, 2) if order.draft.kind is Kind.DEACTIVATE
    ]
    assert ended
    assert all(not order.rules & silent for order in ended)


def test_that_every_invented_vendor_says_so():
    for vendor, *_ in world_tables()["vendors"][1:]:
        assert "(oppdiktet)" in vendor
    assert "(oppdiktet)" in invented.TEST_FORM.name
