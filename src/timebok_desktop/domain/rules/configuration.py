"""Rules about what is set up already and what else is on order."""

from __future__ import annotations

from timebok_desktop.domain.codes import Kind, Severity
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.rules.case import RuleCase
from timebok_desktop.domain.rules.registry import OURS, Ground, Hit, rule


@rule(
    "CHANGE-WITHOUT-BASE",
    Severity.WARNING,
    "kind",
    title=Phrase(
        "Ingen konfigurasjon å endre eller avslutte", "Ingen konfigurasjon å endre eller avslutte"
    ),
    source=OURS,
    message=Phrase(
        "Bestillingen vil endre eller avslutte {category} for HER-id {her_id}, men kommunen har "
        "ingen gjeldende konfigurasjon der. Ble den satt opp før dette programmet ble tatt i "
        "bruk, kan den importeres.",
        "Bestillinga vil endre eller avslutte {category} for HER-id {her_id}, men kommunen har "
        "ingen gjeldande konfigurasjon der. Vart han sett opp før dette programmet vart teke i "
        "bruk, kan han importerast.",
    ),
    rests_on=Ground.DESK,
)
def change_without_base(case: RuleCase) -> Hit | None:
    """Change or deactivate without a current configuration of the same key.

    What the order itself replaced or ended when it was approved was its base, and still counts.
    """
    if case.order.kind is Kind.ACTIVATE or case.her_id is None or case.category is None:
        return None
    if case.base is not None or case.has_taken_effect_on is not None:
        return None
    return Hit({"her_id": case.her_id, "category": case.category.code})


@rule(
    "ALREADY-CONFIGURED",
    Severity.WARNING,
    "kind",
    title=Phrase("Allerede satt opp", "Alt sett opp"),
    source=OURS,
    message=Phrase(
        "Kommunen har allerede en gjeldende konfigurasjon av {category} for HER-id "
        "{her_id}{since}. Den blir erstattet hvis du godkjenner. Avklar om kommunen "
        "mener en endring.",
        "Kommunen har alt ein gjeldande konfigurasjon av {category} for HER-id "
        "{her_id}{since}. Han blir erstatta dersom du godkjenner. Avklar om "
        "kommunen meiner ei endring.",
    ),
    rests_on=Ground.DESK,
)
def already_configured(case: RuleCase) -> Hit | None:
    """Activate where the same municipality already has that configuration."""
    if case.order.kind is not Kind.ACTIVATE or case.her_id is None or case.category is None:
        return None
    if case.base is None:
        return None
    reference = case.base.order_reference
    return Hit(
        {
            "her_id": case.her_id,
            "category": case.category.code,
            "order": reference or None,
            "since": f" ({reference})" if reference else "",
        }
    )


@rule(
    "DUPLICATE-ORDER",
    Severity.WARNING,
    "external_reference",
    title=Phrase("Samme bestilling ligger åpen", "Same bestilling ligg open"),
    source=OURS,
    message=Phrase(
        "{orders} venter også på beslutning, og gjelder det samme: kommune, HER-id, kategori og "
        "type bestilling. Behandle én av dem, og trekk resten.",
        "{orders} ventar òg på avgjerd, og gjeld det same: kommune, HER-id, kategori og slag "
        "bestilling. Behandle éi av dei, og trekk resten.",
    ),
    rests_on=Ground.DESK,
)
def duplicate_order(case: RuleCase) -> Hit | None:
    """An open order with the same municipality, HER-id, category and kind."""
    if case.her_id is None or case.category is None or not case.municipality:
        return None
    same = tuple(
        sorted(
            neighbour.reference
            for neighbour in case.neighbours
            if neighbour.municipality == case.municipality and neighbour.kind == case.order.kind
        )
    )
    return Hit({"orders": same}) if same else None
