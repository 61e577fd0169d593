"""Cases on ownership, municipality numbers and organisation numbers."""

from __future__ import annotations

from outside_world.check_digits import organisation_number_with_remainder
from outside_world.facts import MUNICIPALITIES
from outside_world.registry import covers
from outside_world.world import World


def add(world: World) -> None:
    _owner(world)
    _intermunicipal(world)
    _registered_place(world)
    _retired_numbers(world)
    _organisation_numbers(world)
    _organisation_number_only(world)


def _owner(world: World) -> None:
    foreign = next(world.invented)
    world.order("owner-foreign", "1111", world.service("1111"), "HER-OWNER", organization=foreign)
    own_number = next(world.invented)
    own = world.service("1111", OrganizationNumber=int(own_number))
    world.order("owner-own-number", "1111", own, organization=own_number)
    world.order("owner-parents-number", "1111", own, category="Lab")
    spaced = world.service("1103")
    world.order("owner-spaced-number", "1103", spaced, organization="964 965 226")
    world.order("owner-none-given", "1111", world.service("1111"), organization=None)
    unlinked = world.service("1111", ParentOrganizationNumber=None)
    world.order("owner-parent-looked-up", "1111", unlinked)
    number = next(world.invented)
    outside = {"ParentHerId": 119999, "ParentOrganizationNumber": int(number)}
    world.order(
        "owner-parent-not-exported", "1111", world.service("1111", **outside), organization=number
    )
    orphan = {"ParentHerId": -1, "ParentOrganizationNumber": None, "ParentName": None}
    world.order("owner-nobody", "1111", world.service("1111", **orphan))
    ending = world.service("1112")
    world.configured("1112", ending)
    world.order(
        "owner-when-ending", "1112", ending, "HER-OWNER", organization=foreign, kind="deactivate"
    )
    inactive = world.service("1112", Active=False)
    world.order(
        "owner-inactive", "1112", inactive, "HER-OWNER", "HER-INACTIVE", organization=foreign
    )


def _intermunicipal(world: World) -> None:
    """An IKS seated in Haugesund that covers five municipalities, each named in its own way."""
    registry = world.registry
    number = next(world.invented)
    iks = registry.organization(
        "Oppdiktet IKS", number, "1106", ("114", "Interkommunal virksomhet")
    )
    areas = [
        covers(her_id=registry.municipality_her_id["1120"]),
        covers(organization_number=MUNICIPALITIES["1121"][1]),
        covers(registry.municipality_her_id["1122"], MUNICIPALITIES["1122"][1]),
        covers(her_id=registry.municipality_her_id["0301"]),
        covers(her_id=registry.municipality_her_id["1508"]),
    ]

    def service(**changes: object) -> int:
        return registry.service(iks, covers=areas, **changes)

    world.order("iks-covered-by-her-id", "1120", service())
    world.order("iks-covered-by-organisation", "1121", service())
    world.order("iks-covered-by-both", "1122", service())
    world.order("iks-covered-lost-zero", "301", service(), organization=MUNICIPALITIES["0301"][1])
    world.order(
        "iks-covered-retired",
        "1546",
        service(),
        "MUN-RETIRED",
        organization=MUNICIPALITIES["1508"][1],
    )
    world.order("iks-not-covered", "1124", service(), "HER-OWNER", "HER-MUNICIPALITY")
    world.order(
        "iks-not-covered-no-number", "1124", service(), "HER-MUNICIPALITY", organization=None
    )
    world.order(
        "iks-not-covered-own-number", "1124", service(), "HER-MUNICIPALITY", organization=number
    )
    world.order("iks-seat-not-covered", "1106", service(), "HER-OWNER")
    world.order("iks-own-number", "1120", service(), organization=number)
    world.order("iks-covered-foreign-number", "1120", service(), organization=next(world.invented))
    world.order(
        "iks-no-place-not-covered",
        "1124",
        service(municipality=None),
        "HER-MUNICIPALITY",
        organization=None,
    )
    world.order("iks-no-place-covered", "1120", service(municipality=None))
    bare = registry.service(iks)
    world.order("iks-without-coverage", "1120", bare, "HER-OWNER", "HER-MUNICIPALITY")


def _registered_place(world: World) -> None:
    registry = world.registry
    elsewhere = {"organization": None}
    world.order("place-other", "1101", world.service("1108"), "HER-MUNICIPALITY", **elsewhere)
    world.order(
        "place-parents-other",
        "1101",
        world.service("1108", municipality=None),
        "HER-MUNICIPALITY",
        **elsewhere,
    )
    world.order("place-parents-same", "1108", world.service("1108", municipality=None))
    world.order(
        "place-differs-from-parent", "1101", world.service("1108", municipality="1101"), **elsewhere
    )
    nowhere = registry.organization("Oppdiktet uten kommune", None, None)
    world.order("place-unknown", "1101", registry.service(nowhere), **elsewhere)
    lost = {"municipality": None, "ParentHerId": 119998, "ParentOrganizationNumber": None}
    world.order("place-parent-not-exported", "1101", world.service("1108", **lost), **elsewhere)
    world.order("place-lost-zero-in-register", "0301", world.service("0301"))
    world.order(
        "place-lost-zero-in-both",
        "301",
        world.service("0301"),
        organization=MUNICIPALITIES["0301"][1],
    )
    world.order("place-register-retired", "1580", world.service("1580", municipality="1534"))
    world.order(
        "place-register-retired-other",
        "1101",
        world.service("1580", municipality="1534"),
        "HER-MUNICIPALITY",
        **elsewhere,
    )
    world.order(
        "place-register-split", "1101", world.service("1508", municipality="1507"), **elsewhere
    )
    world.order(
        "place-same-name-other",
        "1818",
        world.service("1515"),
        "HER-MUNICIPALITY",
        municipalityName="Herøy",
        **elsewhere,
    )
    inactive = world.service("1108", Active=False)
    world.order("place-inactive", "1101", inactive, "HER-MUNICIPALITY", "HER-INACTIVE", **elsewhere)
    ending = world.service("1108")
    world.configured("1101", ending)
    world.order(
        "place-when-ending", "1101", ending, "HER-MUNICIPALITY", kind="deactivate", **elsewhere
    )


def _retired_numbers(world: World) -> None:
    def names(*successors: str) -> dict[str, object]:
        return {"evidence": {"MUN-RETIRED": list(successors)}}

    one, split, none = names("1580"), names("1508", "1580"), {}
    world.order("retired-one", "1534", world.service("1580"), "MUN-RETIRED", checks=one)
    world.order(
        "retired-one-other-place",
        "1534",
        world.service("1577"),
        "MUN-RETIRED",
        "HER-MUNICIPALITY",
        checks=one,
    )
    world.order(
        "retired-lost-zero",
        "101",
        world.service("0301"),
        "MUN-RETIRED",
        "HER-MUNICIPALITY",
        checks=names("3101"),
    )
    world.order(
        "retired-own-number",
        "1504",
        world.service("1508"),
        "MUN-RETIRED",
        organization=MUNICIPALITIES["1508"][1],
    )
    world.order(
        "retired-foreign-number",
        "1504",
        world.service("1508"),
        "MUN-RETIRED",
        "ORG-MUNICIPALITY",
        "HER-OWNER",
        organization=MUNICIPALITIES["1804"][1],
    )
    world.order("retired-several", "1507", world.service("0301"), "MUN-RETIRED", checks=split)
    world.order(
        "retired-several-number",
        "1507",
        world.service("0301"),
        "MUN-RETIRED",
        organization=MUNICIPALITIES["0301"][1],
    )
    world.order("retired-none", "1805", world.service("0301"), "MUN-RETIRED", checks=none)
    world.order(
        "retired-none-number",
        "5012",
        world.service("0301"),
        "MUN-RETIRED",
        organization=MUNICIPALITIES["0301"][1],
    )
    changed = world.service("1577")
    world.configured("1577", changed)
    world.order("retired-base", "1519", changed, "MUN-RETIRED", kind="Endring")
    old_base = world.service("1804")
    world.configured("1842", old_base)
    world.order("retired-in-base", "1804", old_base, kind="change")
    world.order("never-a-number", "9999", world.service("0301"), "MUN-UNKNOWN")
    world.order(
        "never-a-number-owner",
        "9998",
        world.service("0301"),
        "MUN-UNKNOWN",
        organization=MUNICIPALITIES["0301"][1],
    )
    world.order("number-too-long", "11030", world.service("1103"), "MUN-UNKNOWN")
    world.order(
        "number-is-text", "Stavanger", world.service("1103"), "MUN-UNKNOWN", channel="json-list"
    )


def _organisation_numbers(world: World) -> None:
    wrong = "964965227"
    world.order(
        "number-check-digit", "1103", world.service("1103"), "ORG-CHECKSUM", organization=wrong
    )
    world.order(
        "number-no-check-digit-possible",
        "1103",
        world.service("1103"),
        "ORG-CHECKSUM",
        organization=organisation_number_with_remainder(1),
    )
    zero = organisation_number_with_remainder(0)
    world.order(
        "number-check-digit-zero",
        "1103",
        world.service("1103", OrganizationNumber=int(zero)),
        organization=zero,
    )
    world.order(
        "number-with-letter",
        "1103",
        world.service("1103"),
        "ORG-CHECKSUM",
        organization="96496522X",
    )
    foreign = MUNICIPALITIES["1804"][1]
    world.order(
        "number-of-another",
        "1103",
        world.service("1103"),
        "ORG-MUNICIPALITY",
        "HER-OWNER",
        organization=foreign,
    )
    held = world.registry.service(world.registry.municipality_her_id["1804"], municipality="1103")
    world.order("number-of-another-owner", "1103", held, "ORG-MUNICIPALITY", organization=foreign)
    world.order(
        "number-of-another-unknown-party",
        "1103",
        7655001,
        "ORG-MUNICIPALITY",
        "HER-UNKNOWN",
        organization=foreign,
    )
    world.order(
        "number-as-integer",
        "1103",
        world.service("1103"),
        organization=964965226,
        channel="json-wrapped",
    )
    ending = world.service("1103")
    world.configured("1103", ending)
    world.order(
        "number-when-ending", "1103", ending, "ORG-CHECKSUM", organization=wrong, kind="deactivate"
    )


def _organisation_number_only(world: World) -> None:
    own = MUNICIPALITIES["1520"][1]
    world.order("only-number", None, world.service("1520"), organization=own)
    world.order(
        "only-number-other-place",
        None,
        world.service("1511"),
        "HER-OWNER",
        "HER-MUNICIPALITY",
        organization=own,
    )
    world.order(
        "only-number-wrong", None, world.service("1520"), "ORG-CHECKSUM", organization="939461451"
    )
    body = next(world.invented)
    owner = world.registry.organization("Oppdiktet stiftelse", body, "1520")
    world.order(
        "only-number-no-municipality", None, world.registry.service(owner), organization=body
    )
    configured = world.service("1520")
    world.configured("1520", configured)
    world.order("only-number-configured", None, configured, "ALREADY-CONFIGURED", organization=own)
    twin = world.service("1520")
    world.order("only-number-pair", None, twin, "DUPLICATE-ORDER", organization=own)
    world.order("only-number-pair", "1520", twin, "DUPLICATE-ORDER", organization=None)
