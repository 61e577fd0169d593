"""Cases on category, form, vendor, interim solution, practitioner scheme and personal numbers."""

from __future__ import annotations

from outside_world.check_digits import national_identity_number
from outside_world.world import World

FULL_NAMES = (
    "koronavaksine 1:  EGENERKLÆRING (standard)",
    "Koronavaksine 2:Egenerklæring utenInnsending",
)


def add(world: World) -> None:
    _categories_and_forms(world)
    _vendors(world)
    _interim_solution(world)
    _practitioner(world)
    _personal_numbers(world)


def _case(
    world: World, tag: str, *rules: str, kind: tuple[int, str] = (8663, "KA03"), **fields: object
) -> None:
    municipality = world.neighbour()
    world.order(tag, municipality, world.service(municipality, kind), *rules, **fields)


def _ending(
    world: World, tag: str, *rules: str, category: str = "Koronavaksine", **fields: object
) -> None:
    municipality = world.neighbour()
    her_id = world.service(municipality, (8663, "KA02"))
    world.configured(municipality, her_id, category)
    world.order(tag, municipality, her_id, *rules, kind="deactivate", category=category, **fields)


def _categories_and_forms(world: World) -> None:
    _case(world, "category-unknown", "CAT-UNKNOWN", category="Influensa")
    _case(
        world, "category-of-helsenorge-only", "CAT-UNKNOWN", category="Behandlertimebok", form=None
    )
    _case(
        world,
        "category-unknown-form-silent",
        "CAT-UNKNOWN",
        category="Blodbank",
        form="finnes-ikke",
    )
    vaccine = {"normalised": {"category": "Koronavaksine"}}
    _case(world, "category-case", category="KORONAVAKSINE", checks=vaccine)
    _case(world, "category-space", category="  koronavaksine ", channel="json-list", checks=vaccine)
    _case(world, "form-missing", "FORM-MISSING", form=None)
    _case(world, "form-blank", "FORM-MISSING", form="   ", channel="json-wrapped")
    _case(
        world,
        "form-missing-test",
        "FORM-MISSING",
        category="Koronatest",
        form=None,
        kind=(8663, "KA02"),
    )
    municipality = world.neighbour()
    changed = world.service(municipality)
    world.configured(municipality, changed)
    world.order(
        "form-missing-change",
        municipality,
        changed,
        "FORM-MISSING",
        form=None,
        kind="change",
    )
    _case(world, "form-lab", "FORM-NOT-ALLOWED", category="Lab", form="koronavaksine-2")
    _case(
        world,
        "form-vaccine",
        "FORM-NOT-ALLOWED",
        category="Vaksine",
        form="koronavaksine-1",
        kind=(8663, "KF01"),
    )
    _case(world, "form-lab-not-in-table", "FORM-NOT-ALLOWED", category="Lab", form="finnes-ikke")
    _case(world, "form-unknown", "FORM-UNKNOWN", form="koronavaksine-3")
    _case(world, "form-of-another-category", "FORM-UNKNOWN", form="koronatest-oppdiktet")
    _case(
        world,
        "form-of-another-category-test",
        "FORM-UNKNOWN",
        category="Koronatest",
        form="koronavaksine-2",
        kind=(8663, "KA02"),
    )
    _case(world, "form-code-case", form="KoronaVaksine-2")
    _case(world, "form-code-space", form=" koronavaksine - 1 ", channel="json-list")
    _case(world, "form-name-case", form=FULL_NAMES[0])
    _case(world, "form-name-space", form=FULL_NAMES[1])
    _case(
        world,
        "form-invented-name",
        category="Koronatest",
        form="Koronatest: Oppdiktet skjema (invented)",
        kind=(8663, "KA02"),
    )
    _ending(world, "form-missing-when-ending", form=None)
    _ending(world, "form-not-allowed-when-ending", category="Lab", form="koronavaksine-1")
    _ending(world, "form-unknown-when-ending", form="finnes-ikke")
    _ending(world, "category-no-form-when-ending", category="Koronatest", form=None)


def _vendors(world: World) -> None:
    def case(
        tag: str, vendor: str | None, system: str | None, *rules: str, **fields: object
    ) -> None:
        name = f"{vendor} oppdiktet AS" if vendor else None
        _case(world, tag, *rules, vendor=name, system=system, **fields)

    case("receiver-no", "Fjordsystem", "Fjord", "FORM-RECEIVER")
    case("receiver-no-form-2", "Fjordsystem", "Fjord", form="koronavaksine-2")
    case("receiver-no-form-by-name", "Fjordsystem", "Fjord", "FORM-RECEIVER", form=FULL_NAMES[0])
    case("receiver-no-lab", "Fjordsystem", "Fjord", category="Lab")
    case("receiver-no-unknown-form", "Fjordsystem", "Fjord", "FORM-UNKNOWN", form="finnes-ikke")
    case("receiver-unknown", "Vidda", "Vidda")
    case("receiver-no-unnamed-system", "Sundlogg", None, "FORM-RECEIVER")
    case("receiver-disagree", "Tindejournal", None)
    case("receiver-named-system", "Tindejournal", "Tind A", "FORM-RECEIVER")
    case("receiver-named-other-system", "Tindejournal", "Tind B")
    case("vendor-none", None, None, "VENDOR-UNKNOWN")
    case("vendor-none-lab", None, None, "VENDOR-UNKNOWN", category="Lab")
    case("vendor-not-in-table", "Ukjent", "Ukjent", "VENDOR-UNKNOWN")
    case("vendor-other-system", "Fjelljournal", "Fjell 6", "VENDOR-UNKNOWN")
    case("vendor-integration-unknown", "Dalkode", "Dal", "VENDOR-UNKNOWN")
    case("vendor-disagree", "Bredata", None, "VENDOR-UNKNOWN")
    case("vendor-one-system", "Fjelljournal", None)
    case("vendor-not-integrated", "Skogdata", "Skog", "VENDOR-NOT-INTEGRATED")
    case("vendor-named-not-integrated", "Bredata", "Bre 2", "VENDOR-NOT-INTEGRATED")
    case("vendor-none-integrated", "Myrdata", None, "VENDOR-NOT-INTEGRATED")
    _case(world, "vendor-case-and-space", vendor="FJELLJOURNAL  oppdiktetAS", system="fjell5")
    _ending(world, "vendor-none-when-ending", vendor=None, system=None)
    _ending(
        world, "vendor-not-integrated-when-ending", vendor="Skogdata oppdiktet AS", system="Skog"
    )
    _ending(world, "receiver-when-ending", vendor="Fjordsystem oppdiktet AS", system="Fjord")


def _interim_solution(world: World) -> None:
    _case(world, "interim-yes", "INTERIM-SOLUTION", hadInterimSolution=True)
    _case(
        world, "interim-yes-mail", "INTERIM-SOLUTION", hadInterimSolution=True, channel="eml-lines"
    )
    _case(
        world,
        "interim-yes-sheet",
        "INTERIM-SOLUTION",
        hadInterimSolution=True,
        channel="xlsx-first",
    )
    _case(world, "interim-no", hadInterimSolution=False)
    _case(world, "interim-no-sheet", hadInterimSolution=False, channel="xlsx-second")
    _ending(world, "interim-when-ending", hadInterimSolution=True)


def _practitioner(world: World) -> None:
    def case(
        tag: str, kind: tuple[int, str], *rules: str, category: str = "Koronatest", **fields: object
    ) -> None:
        _case(world, tag, *rules, kind=kind, category=category, scheme="via-practitioner", **fields)

    def vendor(name: str, system: str | None) -> dict[str, object]:
        return {"vendor": f"{name} oppdiktet AS", "system": system}

    emergency, infection, general = (8663, "KA02"), (8663, "KA0301"), (8663, "KA03")
    case("practitioner-emergency", emergency)
    case("practitioner-infection", infection)
    case("practitioner-general", general, "PRACTITIONER-SERVICE", "HER-SERVICE-TYPE")
    case("practitioner-other-list", (8666, "KA02"), "PRACTITIONER-SERVICE", "HER-SERVICE-TYPE")
    case("practitioner-lab", emergency, "PRACTITIONER-CATEGORY", category="Lab")
    case("practitioner-vaccine", infection, "PRACTITIONER-CATEGORY", category="Koronavaksine")
    case(
        "practitioner-both",
        general,
        "PRACTITIONER-CATEGORY",
        "PRACTITIONER-SERVICE",
        category="Lab",
    )
    case("practitioner-no-form", emergency, "FORM-MISSING", form=None)
    case("practitioner-inactive-vendor-column", emergency, **vendor("Skogdata", "Skog"))
    case("practitioner-vendor-no", emergency, "VENDOR-NOT-INTEGRATED", **vendor("Vidda", "Vidda"))
    case(
        "practitioner-vendor-unknown",
        emergency,
        "VENDOR-UNKNOWN",
        **vendor("Elvelogg", "Elv Legevakt"),
    )
    case(
        "practitioner-vendor-disagrees", emergency, "VENDOR-UNKNOWN", **vendor("Tindejournal", None)
    )
    case("practitioner-vendor-agrees", emergency, **vendor("Bredata", None))
    case("practitioner-vendor-not-here", emergency, **vendor("Dalkode", "Dal"))
    municipality = world.neighbour()
    unit = world.registry.organization("Oppdiktet legevakt", None, municipality)
    level = ("HER-LEVEL", "PRACTITIONER-SERVICE")
    fields = {"category": "Koronatest", "scheme": "via-practitioner", "organization": None}
    world.order("practitioner-organisation", municipality, unit, *level, **fields)
    _ending(
        world,
        "practitioner-category-when-ending",
        "PRACTITIONER-CATEGORY",
        category="Lab",
        scheme="via-practitioner",
    )
    _ending(
        world,
        "practitioner-vendor-when-ending",
        category="Koronatest",
        scheme="Via behandler",
        **vendor("Vidda", "Vidda"),
    )


def _personal_numbers(world: World) -> None:
    born, temporary = national_identity_number(1, 1), national_identity_number(41, 1)
    impossible = national_identity_number(13, 13)
    broken = born[:-1] + str((int(born[-1]) + 1) % 10)
    _case(world, "personal-comment", "PERSONAL-ID", comment=f"Gjelder {born}, ring helst.")
    _case(world, "personal-temporary", "PERSONAL-ID", comment=f"D-nummer {temporary}")
    _case(world, "personal-contact", "PERSONAL-ID", contact={"name": f"Kari Oppdiktet {born}"})
    _case(world, "personal-sheet", "PERSONAL-ID", comment=f"({born})", channel="xlsx-first")
    _case(world, "personal-mail", "PERSONAL-ID", comment=f"Pasient {born}", channel="eml-lines")
    _case(world, "personal-wrong-check", comment=f"Gjelder {broken}")
    _case(world, "personal-impossible-date", comment=f"Gjelder {impossible}")
    _ending(world, "personal-when-ending", "PERSONAL-ID", comment=f"Gjelder {born}")
