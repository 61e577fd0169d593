"""Cases on orders against one another and against the configurations that stand."""

from __future__ import annotations

from outside_world.facts import MUNICIPALITIES
from outside_world.registry import covers
from outside_world.world import World


def add(world: World) -> None:
    _in_use(world)
    _changes(world)
    _already_configured(world)
    _pairs(world)


def _shared(world: World, *municipalities: str) -> int:
    """A service that covers the municipalities, so that only its use is left to judge."""
    registry = world.registry
    areas = [covers(her_id=registry.municipality_her_id[number]) for number in municipalities]
    return registry.service(registry.municipality_her_id[municipalities[0]], covers=areas)


def _in_use(world: World) -> None:
    her_id = _shared(world, "1103", "1108")
    world.configured("1108", her_id)
    world.order("use-configured-elsewhere", "1103", her_id, "HER-IN-USE")
    world.order("use-other-category", "1103", her_id, category="Lab")
    her_id = _shared(world, "1103", "1108")
    world.order("use-two-orders", "1103", her_id, "HER-IN-USE")
    world.order("use-two-orders", "1108", her_id, "HER-IN-USE")
    her_id = _shared(world, "1103", "1108")
    world.order("use-two-categories", "1103", her_id)
    world.order("use-two-categories", "1108", her_id, category="Lab")
    her_id = world.service("1103")
    world.order("use-also-misplaced", "1103", her_id, "HER-IN-USE")
    world.order(
        "use-also-misplaced", "1108", her_id, "HER-IN-USE", "HER-MUNICIPALITY", organization=None
    )
    her_id = _shared(world, "1108", "1103")
    world.configured("1108", her_id)
    world.configured("1103", her_id)
    world.order("use-when-ending", "1108", her_id, "HER-IN-USE", kind="deactivate")
    her_id = _shared(world, "1508", "1103")
    world.order("use-retired", "1504", her_id, "HER-IN-USE", "MUN-RETIRED")
    world.order("use-retired", "1103", her_id, "HER-IN-USE")
    her_id = _shared(world, "1508", "1103")
    world.order("use-unresolved", "1507", her_id, "MUN-RETIRED")
    world.order("use-unresolved", "1103", her_id)
    her_id = _shared(world, "1103", "1108")
    world.order("use-case-of-category", "1103", her_id, "HER-IN-USE", category="koronavaksine")
    world.order("use-case-of-category", "1108", her_id, "HER-IN-USE", category="KORONAVAKSINE")


def _changes(world: World) -> None:
    world.order(
        "change-no-base", "1124", world.service("1124"), "CHANGE-WITHOUT-BASE", kind="change"
    )
    world.order(
        "end-no-base", "1124", world.service("1124"), "CHANGE-WITHOUT-BASE", kind="deactivate"
    )
    based = world.service("1124")
    world.configured("1124", based)
    world.order("change-base", "1124", based, kind="Endring", form="koronavaksine-2")
    based = world.service("1124")
    world.configured("1124", based)
    world.order("end-base", "1124", based, kind="Avslutning")
    based = world.service("1124")
    world.configured("1124", based, "Lab")
    world.order("change-base-other-category", "1124", based, "CHANGE-WITHOUT-BASE", kind="change")
    based = _shared(world, "1124", "1127")
    world.configured("1127", based)
    world.order(
        "change-base-elsewhere", "1124", based, "CHANGE-WITHOUT-BASE", "HER-IN-USE", kind="change"
    )
    based = world.service("0301")
    world.configured("301", based)
    world.order("change-base-lost-zero", "0301", based, kind="change")
    world.order(
        "end-no-base-unknown-party",
        "1124",
        7656001,
        "CHANGE-WITHOUT-BASE",
        "HER-UNKNOWN",
        kind="deactivate",
    )


def _already_configured(world: World) -> None:
    her_id = world.service("1127")
    world.configured("1127", her_id)
    world.order("again", "1127", her_id, "ALREADY-CONFIGURED")
    world.order("again-other-category", "1127", her_id, category="Lab")
    her_id = world.service("1508")
    world.configured("1508", her_id)
    world.order("again-retired", "1529", her_id, "ALREADY-CONFIGURED", "MUN-RETIRED")
    her_id = _shared(world, "1127", "1103")
    world.configured("1127", her_id)
    world.configured("1103", her_id)
    world.order("again-and-elsewhere", "1127", her_id, "ALREADY-CONFIGURED", "HER-IN-USE")
    her_id = world.service("0301")
    world.configured("0301", her_id)
    world.order(
        "again-lost-zero",
        "301",
        her_id,
        "ALREADY-CONFIGURED",
        organization=MUNICIPALITIES["0301"][1],
    )


def _pairs(world: World) -> None:
    her_id = world.service("1114")
    world.order("pair", "1114", her_id, "DUPLICATE-ORDER")
    world.order("pair", "1114", her_id, "DUPLICATE-ORDER", form="koronavaksine-2")
    her_id = world.service("1114")
    for _ in range(3):
        world.order("three", "1114", her_id, "DUPLICATE-ORDER")
    her_id = world.service("0301")
    world.order("pair-lost-zero", "301", her_id, "DUPLICATE-ORDER", organization=None)
    world.order("pair-lost-zero", "0301", her_id, "DUPLICATE-ORDER")
    her_id = world.service("1577")
    world.order("pair-retired", "1519", her_id, "DUPLICATE-ORDER", "MUN-RETIRED")
    world.order("pair-retired", "1577", her_id, "DUPLICATE-ORDER")
    her_id = world.service("1114")
    world.order("pair-case", "1114", her_id, "DUPLICATE-ORDER", category="LAB")
    world.order(
        "pair-case", "1114", f" {her_id}", "DUPLICATE-ORDER", category="lab", channel="json-list"
    )
    her_id = world.service("1114")
    world.configured("1114", her_id)
    world.order("kinds-differ", "1114", her_id, kind="change")
    world.order("kinds-differ", "1114", her_id, kind="deactivate")
    world.order("kinds-differ-third", "1114", her_id, "ALREADY-CONFIGURED")
    her_id = world.service("1114")
    world.order("pair-unresolved", "1805", her_id, "MUN-RETIRED")
    world.order("pair-unresolved", "1805", her_id, "MUN-RETIRED")
    her_id = world.service("1114", (8663, "KA02"))
    world.order("pair-schemes", "1114", her_id, "DUPLICATE-ORDER", category="Koronatest")
    world.order(
        "pair-schemes",
        "1114",
        her_id,
        "DUPLICATE-ORDER",
        category="Koronatest",
        scheme="via-practitioner",
    )
    her_id = world.service("1114")
    world.configured("1114", her_id)
    world.order("pair-ending", "1114", her_id, "DUPLICATE-ORDER", kind="deactivate")
    world.order("pair-ending", "1114", her_id, "DUPLICATE-ORDER", kind="Avslutning")
