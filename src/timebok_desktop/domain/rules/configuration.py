"""Rules about what is set up already and what else is on order."""

from __future__ import annotations

from timebok_desktop.domain.codes import Kind, Severity
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.rules.case import RuleCase
from timebok_desktop.domain.rules.registry import OURS, Hit, rule


@rule(
    "CHANGE-WITHOUT-BASE",
    Severity.WARNING,
    "kind",
    title=Phrase("Ingen konfigurasjon å endre", "Ingen konfigurasjon å endre"),
    source=OURS,
    message=Phrase(
        "Bestillingen vil endre eller avslutte {category} for HER-id {her_id}, men kommunen har "
        "ingen gjeldende konfigurasjon der. Kanskje den er fra før programmet: last den inn.",
        "Bestillinga vil endre eller avslutte {category} for HER-id {her_id}, men kommunen har "
        "ingen gjeldande konfigurasjon der. Kanskje han er frå før programmet: last han inn.",
    ),
)
def change_without_base(case: RuleCase) -> Hit | None:
    """Change or deactivate without a current configuration of the same key."""
    if case.order.kind is Kind.ACTIVATE or case.her_id is None or case.category is None:
        return None
    if case.base is not None:
        return None
    return Hit({"her_id": case.her_id, "category": case.category.code})


@rule(
    "ALREADY-CONFIGURED",
    Severity.WARNING,
    "kind",
    title=Phrase("Allerede satt opp", "Alt sett opp"),
    source=OURS,
    message=Phrase(
        "Kommunen har allerede {category} for HER-id {her_id}{since}. En ny bestilling erstatter "
        "den; kanskje en endring er ment.",
        "Kommunen har alt {category} for HER-id {her_id}{since}. Ei ny bestilling erstattar "
        "henne; kanskje ei endring er meint.",
    ),
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
        "{orders} gjelder samme kommune, HER-id, kategori og handling og er også åpen. Behandle "
        "én av dem og trekk de andre.",
        "{orders} gjeld same kommune, HER-id, kategori og handling og er òg open. Behandle éi av "
        "dei og trekk dei andre.",
    ),
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
