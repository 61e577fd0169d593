"""Rules about what the verification rests on, and about what must not be in an order."""

from __future__ import annotations

from datetime import timedelta

from timebok_desktop.domain.codes import Severity
from timebok_desktop.domain.order import FIELDS
from timebok_desktop.domain.order_labels import label_of
from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.rules.case import RuleCase
from timebok_desktop.domain.rules.registry import OURS, Ground, Hit, rule


@rule(
    "SNAPSHOT-STALE",
    Severity.WARNING,
    "",
    title=Phrase("AR-uttrekket er gammelt", "AR-uttrekket er gammalt"),
    source=OURS,
    message=Phrase(
        "AR-uttrekket er fra {taken_on} og dermed eldre enn {limit_days} døgn. Importer et nytt "
        "uttrekk før du godkjenner.",
        "AR-uttrekket er frå {taken_on} og dermed eldre enn {limit_days} døgn. Importer eit nytt "
        "uttrekk før du godkjenner.",
    ),
    rests_on=Ground.SNAPSHOT_AGE,
)
def snapshot_stale(case: RuleCase) -> Hit | None:
    """The snapshot is older than the setting (days)."""
    age = case.now - case.snapshot.taken_at
    if age <= timedelta(days=case.snapshot_max_age_days):
        return None
    return Hit(
        {
            "age_days": age.days,
            "limit_days": case.snapshot_max_age_days,
            "taken_on": norwegian_day(case.snapshot.taken_at).isoformat(),
        }
    )


@rule(
    "PERSONAL-ID",
    Severity.WARNING,
    "comment",
    title=Phrase("Fødselsnummer er maskert", "Fødselsnummer er maskert"),
    source=OURS,
    message=Phrase(
        "Bestillingen inneholdt fødselsnummer eller D-nummer (felt: {where}). Det er maskert og "
        "blir ikke eksportert. Minn kommunen på at slikt ikke skal sendes.",
        "Bestillinga inneheldt fødselsnummer eller D-nummer (felt: {where}). Det er maskert og "
        "blir ikkje eksportert. Minn kommunen på at slikt ikkje skal sendast.",
    ),
)
def personal_id(case: RuleCase) -> Hit | None:
    """Intake found and masked a valid national identity number."""
    masked = case.order.masked
    if not masked:
        return None
    labels = tuple(label_of(name) if name in FIELDS else name for name in masked)
    return Hit(
        {"fields": tuple(masked), "places": tuple(masked.values()), "where": labels},
        concerns=next((name for name in masked if name in FIELDS), ""),
    )
