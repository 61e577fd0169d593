"""Which parties may have been meant, ranked with reasons. Nothing is ever applied by itself."""

from __future__ import annotations

from collections.abc import Iterable

from timebok_desktop.domain.codes import PartyType
from timebok_desktop.domain.findings import Suggestion
from timebok_desktop.domain.identifiers import one_digit_apart
from timebok_desktop.domain.party import Party
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.rules.case import BELOW_THE_PARTY, RuleCase

MOST = 5
"""More suggestions than this are no help."""

_SAME_ORGANISATION = Phrase("samme virksomhet", "same verksemd")
_SAME_MUNICIPALITY = Phrase("samme kommune", "same kommune")
_COVERS = Phrase("dekker kommunen", "dekkjer kommunen")
_FITTING_TYPE = Phrase("tjenestetype som passer", "tenestetype som passar")
_SLIP = Phrase("ett siffer er forskjellig", "eitt siffer er ulikt")
_WEIGHTS = {BELOW_THE_PARTY.nb: 20, _SLIP.nb: 4, _SAME_ORGANISATION.nb: 3}
"""What is below the ordered party comes before all else, whatever speaks for the rest."""


def ranked(case: RuleCase, candidates: Iterable[Party]) -> tuple[Suggestion, ...]:
    """The best candidates with their reasons, best first, ties by HER-id.

    Only active services other than the ordered party; one that has no reason is left out.
    """
    scored: dict[int, tuple[int, Suggestion]] = {}
    for party in candidates:
        if party.type is not PartyType.SERVICE or party.her_id == case.her_id:
            continue
        if not party.is_active_on(case.today):
            continue
        reasons = _reasons(case, party)
        if reasons:
            score = sum(_WEIGHTS.get(reason.nb, 2) for reason in reasons)
            scored[party.her_id] = (score, Suggestion(party.her_id, party.label, reasons))
    best = sorted(scored.values(), key=lambda pair: (-pair[0], pair[1].her_id))
    return tuple(suggestion for _, suggestion in best[:MOST])


def slips_of(her_id: int) -> frozenset[int]:
    """Every HER-id that one wrong, missing, doubled or swapped digit could have made `her_id`."""
    text = str(her_id)
    digits = "0123456789"
    wrong = {text[:i] + d + text[i + 1 :] for i in range(len(text)) for d in digits}
    missing = {text[:i] + d + text[i:] for i in range(len(text) + 1) for d in digits}
    extra = {text[:i] + text[i + 1 :] for i in range(len(text))}
    swapped = {text[:i] + text[i + 1] + text[i] + text[i + 2 :] for i in range(len(text) - 1)}
    numbers = {int(one) for one in wrong | missing | extra | swapped if one}
    return frozenset(number for number in numbers if one_digit_apart(number, her_id))


def _reasons(case: RuleCase, party: Party) -> tuple[Phrase, ...]:
    order_number = case.organization_number
    below = case.party is not None and party.parent_her_id == case.party.her_id
    same_organisation = bool(order_number) and order_number in {
        party.organization_number,
        party.parent_organization_number,
    }
    same_municipality = bool(case.municipality) and (
        case.resolved(party.municipality_number) == case.municipality
    )
    covers = bool(case.municipality) and any(
        covered.organization_number
        and case.tables.municipality_by_organization.get(covered.organization_number)
        is case.tables.municipality_by_number.get(case.municipality)
        for covered in party.coverage
    )
    fitting = (
        case.category is not None
        and party.service_type is not None
        and party.service_type.key in case.tables.service_types_of(case.category.code)
    )
    slip = case.her_id is not None and one_digit_apart(case.her_id, party.her_id)
    told = (
        (below, BELOW_THE_PARTY),
        (slip, _SLIP),
        (same_organisation, _SAME_ORGANISATION),
        (same_municipality, _SAME_MUNICIPALITY),
        (covers, _COVERS),
        (fitting, _FITTING_TYPE),
    )
    reasons = tuple(reason for holds, reason in told if holds)
    # A fitting type alone says nothing: there are hundreds of them.
    return () if reasons == (_FITTING_TYPE,) else reasons
