"""Cases on the HER-id and the party behind it: the HER rules, apart from place and use."""

from __future__ import annotations

from datetime import timedelta

from outside_world.facts import MUNICIPALITIES
from outside_world.world import World


def add(world: World) -> None:
    _clean_orders(world)
    _syntax(world)
    _unknown(world)
    _inactive(world)
    _level(world)
    _service_type(world)


def _clean_orders(world: World) -> None:
    """Nothing fires: every channel carries at least one order that is simply right."""
    for index in range(13):
        municipality = world.neighbour()
        category = ("Koronavaksine", "Koronatest", "Lab", "Vaksine")[index % 4]
        kind = {"Koronatest": (8663, "KA0301"), "Vaksine": (8663, "KF01")}.get(
            category, (8663, "KA03")
        )
        her_id = world.service(municipality, kind)
        world.order(
            "clean",
            municipality,
            her_id,
            category=category,
            checks={
                "normalised": {
                    "her_id": her_id,
                    "municipality_number": municipality,
                    "category": category,
                }
            },
        )


def _syntax(world: World) -> None:
    other = MUNICIPALITIES["1103"][1]
    world.order("her-zero", "1103", 0, "HER-SYNTAX", channel="json-list")
    world.order("her-negative", "1103", -8100001, "HER-SYNTAX", channel="json-wrapped")
    world.order("her-text", "1103", "ukjent", "HER-SYNTAX")
    world.order("her-decimal", "1103", "8100001.5", "HER-SYNTAX", channel="csv-semicolon-utf8")
    world.order("her-one-too-many", "1103", 2147483648, "HER-SYNTAX")
    world.order("her-largest", "1103", 2147483647, "HER-UNKNOWN")
    world.order("her-smallest", "1103", 1, "HER-UNKNOWN")
    looks = {"evidence": {"HER-SYNTAX": ["organization_number"]}}
    world.order("her-is-organisation-number", "1103", int(other or 0), "HER-SYNTAX", checks=looks)
    world.order(
        "her-is-organisation-number-spaced", "1103", "964 965 226", "HER-SYNTAX", checks=looks
    )
    world.order("her-nine-digits-not-mod11", "1103", int(other or 0) + 1, "HER-UNKNOWN")
    world.order("her-syntax-when-ending", "1103", "0", "HER-SYNTAX", kind="deactivate")
    spaced = world.service("1103")
    text = f"{spaced:,}".replace(",", " ")
    world.order("her-with-spaces", "1103", text, checks={"normalised": {"her_id": spaced}})


def _unknown(world: World) -> None:
    world.order("her-not-in-register", "1101", 7654321, "HER-UNKNOWN")
    world.order("her-not-in-register-lab", "1101", 7654322, "HER-UNKNOWN", category="Lab")
    world.order(
        "her-unknown-foreign-owner",
        "1101",
        7654323,
        "HER-UNKNOWN",
        organization=next(world.invented),
    )
    world.order(
        "her-unknown-practitioner",
        "1101",
        7654324,
        "HER-UNKNOWN",
        category="Koronatest",
        scheme="via-practitioner",
    )
    world.configured("1101", 7654325)
    world.order("her-unknown-when-ending", "1101", 7654325, "HER-UNKNOWN", kind="deactivate")


def _inactive(world: World) -> None:
    def of(**changes: object) -> tuple[str, int]:
        municipality = world.neighbour()
        return municipality, world.service(municipality, **changes)

    def days(count: int) -> str:
        return (world.today + timedelta(days=count)).isoformat()

    world.order("her-deactivated", *of(Active=False), "HER-INACTIVE")
    expired = {"From": "2015-01-01T00:00:00", "To": "2020-06-30T00:00:00"}
    world.order("her-expired", *of(Valid=expired), "HER-INACTIVE")
    future = {"From": "2099-01-01T00:00:00", "To": "9999-12-31T00:00:00"}
    world.order("her-future", *of(Valid=future), "HER-INACTIVE")
    yesterday = {"From": "2015-01-01T00:00:00", "To": f"{days(-1)}T23:59:59"}
    world.order("her-ended-yesterday", *of(Valid=yesterday), "HER-INACTIVE")
    last_day = {"From": "2015-01-01T00:00:00", "To": f"{days(0)}T23:59:59"}
    world.order("her-last-day", *of(Valid=last_day))
    first_day = {"From": f"{days(0)}T00:00:00", "To": "9999-12-31T00:00:00"}
    world.order("her-first-day", *of(Valid=first_day))
    tomorrow = {"From": f"{days(1)}T00:00:00", "To": "9999-12-31T00:00:00"}
    world.order("her-from-tomorrow", *of(Valid=tomorrow), "HER-INACTIVE")
    world.order("her-not-valid-flag", *of(IsValidCommunicationParty=False))
    world.order("her-no-period", *of(Valid=None))

    municipality, her_id = of(Active=False)
    world.configured(municipality, her_id)
    world.order(
        "her-deactivated-when-ending", municipality, her_id, "HER-INACTIVE", kind="Avslutning"
    )
    municipality, her_id = of(Active=False)
    world.configured(municipality, her_id)
    world.order("her-deactivated-change", municipality, her_id, "HER-INACTIVE", kind="change")

    closed = world.registry.organization("Nedlagt virksomhet", None, "1114", Active=False)
    world.order("parent-deactivated", "1114", world.registry.service(closed), organization=None)
    inactive_type = world.service("1114", (8663, "KA03"), Active=False)
    world.order(
        "inactive-still-judged",
        "1114",
        inactive_type,
        "HER-INACTIVE",
        "HER-SERVICE-TYPE",
        category="Vaksine",
    )


def _level(world: World) -> None:
    registry = world.registry
    unit_number = next(world.invented)
    unit = registry.organization("Oppdiktet legesenter", unit_number, "1106")
    below = registry.service(unit, (8663, "KA02"))
    registry.service(unit, (8663, "KA03"), Active=False)
    registry.service(
        unit, (8663, "KF01"), Valid={"From": "2015-01-01T00:00:00", "To": "2016-01-01T00:00:00"}
    )
    person = registry.below(unit, "Person")
    department = registry.below(unit, "Department")
    suggests = {"suggests": {"HER-LEVEL": [below]}}
    world.order(
        "level-organisation", "1106", unit, "HER-LEVEL", organization=unit_number, checks=suggests
    )
    world.order("level-person", "1106", person, "HER-LEVEL", organization=unit_number)
    world.order("level-department", "1106", department, "HER-LEVEL", organization=unit_number)
    world.order(
        "level-no-type-rule",
        "1106",
        unit,
        "HER-LEVEL",
        organization=unit_number,
        category="Vaksine",
    )
    world.order(
        "level-still-owner",
        "1106",
        person,
        "HER-LEVEL",
        "HER-OWNER",
        category="Lab",
        organization=next(world.invented),
    )
    world.order(
        "level-still-place",
        "1119",
        unit,
        "HER-LEVEL",
        "HER-MUNICIPALITY",
        category="Lab",
        organization=None,
    )
    gone = registry.organization("Nedlagt legesenter", next(world.invented), "1106", Active=False)
    world.order("level-and-inactive", "1106", gone, "HER-LEVEL", "HER-INACTIVE", organization=None)
    ended = registry.organization("Oppdiktet enhet som avslutter", None, "1106")
    world.configured("1106", ended)
    world.order(
        "level-when-ending", "1106", ended, "HER-LEVEL", kind="deactivate", organization=None
    )


def _service_type(world: World) -> None:
    def case(
        tag: str, category: str, kind: tuple[int, str] | None, *rules: str, **changes: object
    ) -> None:
        municipality = world.neighbour()
        world.order(
            tag,
            municipality,
            world.service(municipality, kind, **changes),
            *rules,
            category=category,
        )

    case("type-other", "Vaksine", (8663, "KA03"), "HER-SERVICE-TYPE")
    case("type-right", "Vaksine", (8663, "KF01"))
    case("type-right-other-list", "Vaksine", (8666, "05"))
    case("type-right-code-wrong-list", "Vaksine", (8663, "05"), "HER-SERVICE-TYPE")
    case("type-wrong-list-right-code", "Vaksine", (8666, "KF01"), "HER-SERVICE-TYPE")
    case("type-of-another-category", "Vaksine", (8663, "KA02"), "HER-SERVICE-TYPE")
    case("type-koronatest", "Koronatest", (8663, "KA03"), "HER-SERVICE-TYPE")
    case("type-no-entries", "Lab", (8663, "KX04"))
    case("type-absent", "Vaksine", None)
    municipality = world.neighbour()
    her_id = world.service(municipality, (8663, "KA03"))
    world.configured(municipality, her_id, "Vaksine")
    world.order(
        "type-when-ending",
        municipality,
        her_id,
        "HER-SERVICE-TYPE",
        category="Vaksine",
        kind="deactivate",
    )
