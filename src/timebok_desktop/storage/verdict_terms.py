"""The rules that compare orders with parties, configurations and each other, as SQL terms.

The rules themselves (`domain.rules`) are the truth and give the words; these terms say the same of
many orders at once. `tests/services/test_bulk_and_single.py` holds the two together on random
worlds.
"""

from __future__ import annotations

from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.domain.rule_codes import BIT
from timebok_desktop.domain.rules.practitioner import FITTING_SERVICES
from timebok_desktop.domain.rules.registry import Ground
from timebok_desktop.domain.rules.verdict import mask_of_ground, masks_by_severity

OWN = mask_of_ground(Ground.ORDER)
DESK = mask_of_ground(Ground.DESK)
VERIFIABLE = "(status_place <= 5 OR status_place = 7)"
"""Orders on their way (`services.verification.STORED_STATUSES`)."""

_ALL = -1


def category_bits(tables: ReferenceTables) -> dict[str, int]:
    """A bit for each category that the table of service types says anything of."""
    told = [one.code for one in tables.categories if tables.service_types_of(one.code)]
    return {code: 1 << place for place, code in enumerate(told)}


def fits(tables: ReferenceTables) -> dict[tuple[str, str], int]:
    """The bits of the categories that each service type (code list, code) fits."""
    found: dict[tuple[str, str], int] = {}
    for category, bit in category_bits(tables).items():
        for pair in tables.service_types_of(category):
            found[pair] = found.get(pair, 0) | bit
    return found


def party_facts(tables: ReferenceTables, parties: str) -> str:
    """What is compared of each party in `parties` (SQL over `p`); parameters `:snapshot`, `:today`.

    Uses the tables `temp.number_today` and `temp.fit`.
    """
    every = sum(category_bits(tables).values())
    fitting = " OR ".join(
        f"(p.service_code_list = '{code_list}' AND p.service_code = '{code}')"
        for code_list, code in sorted(FITTING_SERVICES)
    )
    typeless = "p.type = 'Service' AND p.service_code IS NULL"
    return (
        "SELECT p.her_id,"
        f" CASE WHEN p.active = 0 OR p.first_day > :today OR p.last_day < :today"
        f" THEN {BIT['HER-INACTIVE']} ELSE 0 END"
        f" | CASE WHEN p.type = 'Service' THEN 0 ELSE {BIT['HER-LEVEL']} END"
        f" | CASE WHEN ({typeless}) OR coalesce({fitting}, 0) THEN 0"
        f" ELSE {BIT['PRACTITIONER-SERVICE']} END,"
        f" CASE WHEN p.type = 'Service' AND p.service_code IS NOT NULL"
        f" THEN {every} & ~coalesce(fit.categories, 0) ELSE 0 END,"
        " p.organization_number,"
        " CASE WHEN p.parent_organization_number <> '' THEN p.parent_organization_number"
        " ELSE coalesce(above.organization_number, '') END,"
        " coalesce(today.number, ''), p.coverage <> '[]'"
        " FROM party p"
        " LEFT JOIN party above ON above.snapshot_id = p.snapshot_id"
        " AND above.her_id = p.parent_her_id"
        " LEFT JOIN temp.number_today today ON today.sent ="
        " CASE WHEN p.municipality_number <> '' THEN p.municipality_number"
        " ELSE coalesce(above.municipality_number, '') END"
        " LEFT JOIN temp.fit ON fit.code_list = p.service_code_list AND fit.code = p.service_code"
        f" WHERE p.snapshot_id = :snapshot AND {parties}"
    )


PARTY_COVERAGE = (
    "SELECT DISTINCT p.her_id, coalesce(of_number.municipality, today.number)"
    " FROM party p, json_each(p.coverage) area"
    " LEFT JOIN party there ON there.snapshot_id = p.snapshot_id"
    " AND there.her_id = area.value ->> 0"
    " LEFT JOIN temp.number_owner of_number ON of_number.organization_number ="
    " coalesce(nullif(area.value ->> 1, ''), there.organization_number)"
    " LEFT JOIN temp.number_today today ON today.sent = there.municipality_number"
    " WHERE p.snapshot_id = :snapshot AND p.coverage <> '[]'"
    " AND coalesce(of_number.municipality, today.number, '') <> ''"
)
"""The municipalities that each party covers: by organisation number, else by HER-id."""


def registry_rules(tables: ReferenceTables) -> str:
    """The rules on an order `orders` and what `party_fact f` says of its party (or NULLs)."""
    bits = " ".join(f"WHEN '{_quoted(c)}' THEN {b}" for c, b in category_bits(tables).items())
    category = f"CASE category_code {bits} ELSE 0 END" if bits else "0"
    covered = (
        "(f.covers AND EXISTS (SELECT 1 FROM party_coverage WHERE party_coverage.her_id = f.her_id"
        " AND party_coverage.municipality = municipality_key))"
    )
    only_via = _ALL ^ BIT["PRACTITIONER-SERVICE"]
    return (
        f"CASE WHEN her_id_number = 0 THEN 0"
        f" WHEN f.her_id IS NULL THEN {BIT['HER-UNKNOWN']}"
        f" ELSE (f.rules & CASE is_via_practitioner WHEN 1 THEN -1 ELSE {only_via} END)"
        f" | CASE WHEN orders.organization_number NOT IN"
        f" ('', f.organization_number, f.owner_number)"
        f" AND own_rules & {BIT['ORG-CHECKSUM']} = 0"
        f" AND (f.organization_number <> '' OR f.owner_number <> '') AND NOT {covered}"
        f" THEN {BIT['HER-OWNER']} ELSE 0 END"
        f" | CASE WHEN f.municipality NOT IN ('', municipality_key) AND municipality_key <> ''"
        f" AND NOT {covered} THEN {BIT['HER-MUNICIPALITY']} ELSE 0 END"
        f" | CASE WHEN f.misfit & {category} AND own_rules & {BIT['CAT-UNKNOWN']} = 0"
        f" THEN {BIT['HER-SERVICE-TYPE']} ELSE 0 END"
        f" END"
    )


def without_neighbours() -> str:
    """What the rules on other orders and configurations say of an order that has none."""
    return (
        f"CASE WHEN kind <> 'activate' AND her_id_number <> 0 AND category_key <> ''"
        f" AND own_rules & {BIT['CAT-UNKNOWN']} = 0"
        f" THEN {BIT['CHANGE-WITHOUT-BASE']} ELSE 0 END"
    )


def desk_rules() -> str:
    """The rules on an order `o` among other open orders and current configurations.

    Uses the function `number_of_today(municipality number)`.
    """
    other = (
        "SELECT 1 FROM orders n WHERE n.her_id_number = o.her_id_number"
        " AND n.category_code = o.category_key"
        " AND n.status_place <= 4 AND n.id <> o.id AND"
    )
    set_up = (
        "SELECT 1 FROM configuration c WHERE c.her_id = o.her_id_number"
        " AND c.category = o.category_key AND c.is_current = 1"
        " AND c.order_reference <> o.reference AND number_of_today(c.municipality_number)"
    )
    took_effect = (
        "o.status_place > 4 AND EXISTS (SELECT 1 FROM configuration c"
        " WHERE c.ended_by = o.reference AND c.ended_by <> ''"
        " AND c.ended_reason IN ('replaced', 'deactivated')"
        " AND c.her_id = o.her_id_number AND c.category = o.category_key)"
    )
    base = f"(o.municipality_key <> '' AND EXISTS ({set_up} = o.municipality_key))"
    return (
        "CASE WHEN o.her_id_number = 0 OR o.category_key = ''"
        f" OR o.own_rules & {BIT['CAT-UNKNOWN']} THEN 0 ELSE"
        " CASE WHEN o.municipality_key <> '' AND"
        f" EXISTS ({other} n.municipality_key = o.municipality_key AND n.kind = o.kind)"
        f" THEN {BIT['DUPLICATE-ORDER']} ELSE 0 END"
        " | CASE WHEN o.municipality_key <> ''"
        f" AND (EXISTS ({other} n.municipality_key NOT IN ('', o.municipality_key))"
        f" OR EXISTS ({set_up} NOT IN ('', o.municipality_key)))"
        f" THEN {BIT['HER-IN-USE']} ELSE 0 END"
        f" | CASE WHEN o.kind = 'activate' THEN"
        f" CASE WHEN {base} THEN {BIT['ALREADY-CONFIGURED']} ELSE 0 END"
        f" WHEN {base} OR ({took_effect}) THEN 0 ELSE {BIT['CHANGE-WITHOUT-BASE']} END"
        " END"
    )


def outcome(rules: str) -> str:
    """The outcome of a verdict on an order of a kind."""
    stops, warnings = masks_by_severity(deactivation=False)
    stops_end, warnings_end = masks_by_severity(deactivation=True)
    return (
        f"CASE WHEN {rules} IS NULL THEN NULL"
        f" WHEN {rules} & CASE kind WHEN 'deactivate' THEN {stops_end} ELSE {stops} END"
        " THEN 'stopped'"
        f" WHEN {rules} & CASE kind WHEN 'deactivate' THEN {warnings_end} ELSE {warnings} END"
        " THEN 'warnings' ELSE 'clear' END"
    )


def _quoted(text: str) -> str:
    return text.replace("'", "''")
