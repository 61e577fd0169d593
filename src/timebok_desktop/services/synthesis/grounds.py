"""Defects of the party an order names, and of its neighbours.

Every function takes keys that nobody else has, so that what it makes fires what it registers and
nothing more. It must not ask the rules.
"""

from __future__ import annotations

from collections.abc import Callable

from timebok_desktop.domain.codes import Kind, Scheme
from timebok_desktop.services.synthesis import rule_codes as rules
from timebok_desktop.services.synthesis.defect import GROUNDS, Ground, ground
from timebok_desktop.services.synthesis.draft import Draft
from timebok_desktop.services.synthesis.geography import Place
from timebok_desktop.services.synthesis.invented import (
    CATEGORIES,
    PRACTITIONER_TYPES,
    UNKNOWN_CATEGORIES,
)
from timebok_desktop.services.synthesis.registry import Site
from timebok_desktop.services.synthesis.workshop import KeyPool, Workshop, type_fits

__all__ = ["GROUNDS", "Ground", "without_defect"]

_TRIES = 12
_MOST_WAITING = 40
_OTHER_KIND = {Kind.CHANGE: Kind.DEACTIVATE, Kind.DEACTIVATE: Kind.CHANGE}


def without_defect(workshop: Workshop) -> list[Draft]:
    """An order that fires nothing: a fitting service of the sender, or one that covers it."""
    if workshop.waiting and (len(workshop.waiting) > _MOST_WAITING or workshop.chance(0.3)):
        return [workshop.waiting.pop()]
    key = workshop.joint.take() if workshop.chance(0.05) else None
    key = key or workshop.own.take_or_reuse()
    draft = workshop.draft(*key)
    if workshop.chance(workshop.share_on_a_base):
        other = workshop.draft(*key, sender=draft.sender)
        other.kind = _OTHER_KIND[_set_up(workshop, draft).kind]
        workshop.waiting.append(other)
    elif draft.known_category == "Koronatest" and _is_for_practitioners(key[0]):
        draft.scheme = workshop.random.choice(tuple(Scheme))
    return [draft]


@ground(rules.HER_SYNTAX)
def impossible_her_id(workshop: Workshop) -> list[Draft]:
    """Letters, a sign, zero, a number beyond int32, or the organisation number in its place."""
    site = workshop.random.choice(workshop.registry.own)
    draft = workshop.draft(site, _fitting_category(workshop, site))
    her_id = draft.her_id
    draft.her_id = workshop.random.choice(
        (f"{her_id}A", f"-{her_id}", "0", "2147483648", draft.sender.organization_number, "ukjent")
    )
    draft.site, draft.known_her_id = None, None
    return [draft]


@ground(rules.HER_UNKNOWN)
def her_id_outside_the_snapshot(workshop: Workshop) -> list[Draft]:
    """A digit too many or a wrong digit; or a party that is gone, whose set-up is ended."""
    site = workshop.random.choice(workshop.registry.own)
    category = _fitting_category(workshop, site)
    draft = workshop.draft(site, category)
    draft.known_her_id = _unknown_her_id(workshop, site.party.her_id)
    draft.her_id, draft.site = str(draft.known_her_id), None
    if workshop.chance(0.3):
        workshop.add_base(draft.sender, draft.known_her_id, category)
        draft.kind = Kind.DEACTIVATE
    return [draft]


@ground(rules.HER_INACTIVE)
def inactive_party(workshop: Workshop) -> list[Draft]:
    """The flag says no, the period is over, or it has not begun."""
    drafts = _from(workshop, workshop.inactive)
    if drafts and workshop.chance(0.3):
        return [_set_up(workshop, drafts[0])]
    return drafts


@ground(rules.HER_LEVEL)
def party_of_another_level(workshop: Workshop) -> list[Draft]:
    """The municipality itself or a person, where a service is expected."""
    return _from(workshop, workshop.other_level)


@ground(rules.HER_LEVEL, rules.PRACTITIONER_SERVICE)
def practitioner_booking_on_another_level(workshop: Workshop) -> list[Draft]:
    """A party of another level is no legevakt or smittevern either."""
    return _via_practitioner(workshop, workshop.other_level, _is_test)


@ground(rules.HER_OWNER, touches="organization place")
def service_of_a_private_body(workshop: Workshop) -> list[Draft]:
    """In the sender's municipality, but owned by somebody else."""
    return _from(workshop, workshop.private)


@ground(rules.HER_MUNICIPALITY, touches="place")
def own_service_registered_elsewhere(workshop: Workshop) -> list[Draft]:
    """Owned by the sender, registered in another municipality."""
    return _from(workshop, workshop.displaced)


@ground(rules.HER_OWNER, rules.HER_MUNICIPALITY, touches="organization place")
def service_of_another_municipality(workshop: Workshop) -> list[Draft]:
    """Somebody else's service, which does not cover the sender."""
    pool = workshop.joint if workshop.chance(0.1) else workshop.own
    key = pool.take()
    stranger = _stranger(workshop, key[0]) if key else None
    if key is None or stranger is None:
        return []
    draft = workshop.draft(*key, sender=stranger)
    draft.covered = False
    return [draft]


@ground(rules.HER_MUNICIPALITY, touches="organization place")
def service_of_another_municipality_without_owner(workshop: Workshop) -> list[Draft]:
    """The same without an organisation number: there is no owner to compare."""
    drafts = service_of_another_municipality(workshop)
    for draft in drafts:
        draft.organization_number = ""
    return drafts


@ground(rules.HER_SERVICE_TYPE)
def service_type_that_does_not_fit(workshop: Workshop) -> list[Draft]:
    """A frisklivssentral or a kreftkoordinator, which no category of the world's table has."""
    return _from(workshop, workshop.other_type)


@ground(rules.HER_SERVICE_TYPE, rules.PRACTITIONER_SERVICE)
def practitioner_booking_at_another_service(workshop: Workshop) -> list[Draft]:
    """Booking through a practitioner at a service that does not fit the category either."""
    return _via_practitioner(workshop, workshop.other_type, _is_test)


@ground(rules.PRACTITIONER_SERVICE)
def practitioner_booking_at_a_health_station(workshop: Workshop) -> list[Draft]:
    """The service fits the category, but is neither legevakt nor smittevern."""
    return _via_practitioner(
        workshop,
        workshop.own,
        lambda site, category: category == "Koronatest" and not _is_for_practitioners(site),
    )


@ground(rules.PRACTITIONER_CATEGORY, touches="category")
def practitioner_booking_of_another_category(workshop: Workshop) -> list[Draft]:
    """Only Koronatest can be booked through a practitioner."""
    return _via_practitioner(
        workshop,
        workshop.own,
        lambda site, category: category != "Koronatest" and _is_for_practitioners(site),
    )


@ground(rules.CAT_UNKNOWN, touches="category form")
def category_outside_the_table(workshop: Workshop) -> list[Draft]:
    """A category that ressurstimebok does not have; no form or type can be judged by it."""
    key = workshop.own.take()
    category = workshop.random.choice(UNKNOWN_CATEGORIES)
    if key is None or (key[0].party.her_id, category) in workshop.unknown_categories:
        return []
    workshop.unknown_categories.add((key[0].party.her_id, category))
    draft = workshop.draft(*key)
    draft.category, draft.known_category = category, ""
    return [draft]


@ground(rules.HER_IN_USE, touches="place")
def joint_service_ordered_by_two(workshop: Workshop) -> list[Draft]:
    """Two municipalities that the service covers order the same; both are told."""
    key = workshop.joint.take()
    if key is None or len(key[0].senders) == 1:
        return []
    first, second = workshop.random.sample(key[0].senders, 2)
    return [workshop.draft(*key, sender=first), workshop.draft(*key, sender=second)]


@ground(rules.HER_IN_USE, touches="place")
def joint_service_set_up_for_another(workshop: Workshop) -> list[Draft]:
    """Another municipality has the joint service set up already."""
    key = workshop.joint.take()
    if key is None or len(key[0].senders) == 1:
        return []
    first, second = workshop.random.sample(key[0].senders, 2)
    workshop.add_base(second, key[0].party.her_id, key[1])
    return [workshop.draft(*key, sender=first)]


@ground(rules.DUPLICATE_ORDER, touches="place")
def the_same_order_twice(workshop: Workshop) -> list[Draft]:
    """Sent twice under two references; both are told."""
    key = workshop.own.take()
    if key is None:
        return []
    first = workshop.draft(*key)
    second = workshop.draft(*key, sender=first.sender)
    if workshop.chance(0.2):
        second.kind = _set_up(workshop, first).kind
    return [first, second]


@ground(rules.CHANGE_WITHOUT_BASE, touches="place")
def change_of_nothing(workshop: Workshop) -> list[Draft]:
    """A change or an ending of what nobody has set up."""
    drafts = _from(workshop, workshop.own)
    for draft in drafts:
        draft.kind = workshop.random.choice((Kind.CHANGE, Kind.DEACTIVATE))
    return drafts


@ground(rules.ALREADY_CONFIGURED, touches="place")
def order_of_what_is_set_up(workshop: Workshop) -> list[Draft]:
    """A new order for what the municipality has already."""
    drafts = _from(workshop, workshop.own)
    for draft in drafts:
        workshop.add_base(draft.sender, int(draft.her_id), draft.category)
    return drafts


# -- helpers -----------------------------------------------------------------------------------
def _from(workshop: Workshop, pool: KeyPool) -> list[Draft]:
    key = pool.take()
    return [workshop.draft(*key)] if key else []


def _via_practitioner(
    workshop: Workshop, pool: KeyPool, wanted: Callable[[Site, str], bool]
) -> list[Draft]:
    key = pool.take_where(wanted)
    return [workshop.draft(*key, scheme=Scheme.VIA_PRACTITIONER)] if key else []


def _set_up(workshop: Workshop, draft: Draft) -> Draft:
    """Let there be a base, and the order change or end it."""
    workshop.add_base(draft.sender, int(draft.her_id), draft.category)
    draft.kind = workshop.random.choice((Kind.CHANGE, Kind.DEACTIVATE))
    return draft


def _is_for_practitioners(site: Site) -> bool:
    return site.code in PRACTITIONER_TYPES


def _is_test(_site: Site, category: str) -> bool:
    return category == "Koronatest"


def _fitting_category(workshop: Workshop, site: Site) -> str:
    return workshop.random.choice([name for name in CATEGORIES if type_fits(site, name)])


def _stranger(workshop: Workshop, site: Site) -> Place | None:
    """A municipality of the world that neither owns the site nor is covered by it."""
    strangers = (workshop.random.choice(workshop.registry.places) for _ in range(_TRIES))
    return next((place for place in strangers if place not in site.senders), None)


def _unknown_her_id(workshop: Workshop, known: int) -> int:
    """A HER-id that no party has: one digit wrong where that leads nowhere, else a far one."""
    digits = list(str(known))
    digits[workshop.random.randrange(1, len(digits))] = str(workshop.random.randrange(10))
    candidate = int("".join(digits))
    while candidate in workshop.registry.her_ids or candidate in workshop.unknown_her_ids:
        candidate = workshop.random.randint(3_000_000, 99_999_999)
    workshop.unknown_her_ids.add(candidate)
    return candidate
