"""What a FHIR Bundle says of one order, as texts, and what decides how the Bundle looks."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from timebok_desktop.domain.codes import PARTY_TYPE_WORDS, Kind, Scheme
from timebok_desktop.domain.party import Party, norwegian_day
from timebok_desktop.files.package import codings
from timebok_desktop.files.package.codings import stable_urn, urn_of
from timebok_desktop.files.package.owners import OwningBody, other_owner
from timebok_desktop.files.package.times import instant, iso_day
from timebok_desktop.services.ports_files import LeavingOrder, Municipality

_UNKNOWN_PARTY = "Ukjent: parten er ikke i AR-uttrekket"
_SEVERAL = 1024


class Shape(NamedTuple):
    """What decides how a Bundle looks beside which texts there are."""

    action: Kind
    scheme: Scheme
    coded_category: bool
    active: bool | None
    other_owner: bool
    ends: bool
    approvals: int
    notes: int


class MunicipalityTexts(NamedTuple):
    """A municipality as an organisation."""

    municipality_urn: str
    municipality_number: str
    municipality_title: str


class OwnerTexts(NamedTuple):
    """Another body than the municipality that owns the party."""

    owner_urn: str = ""
    owner_number: str = ""
    owner_her_id: str = ""
    owner_business_type: str = ""
    owner_name: str = ""


class PartyTexts(NamedTuple):
    """The communication party and its service; the type has a list and a code, or words."""

    party_urn: str
    service_urn: str
    her_id: str
    party_name: str
    service_name: str
    location: str
    type_list: str
    type_code: str
    type_text: str
    type_words: str


class OrderTexts(NamedTuple):
    """The schedule, the Task and the Provenance of the order; "" where nothing is said."""

    bundle_urn: str
    schedule_urn: str
    task_urn: str
    provenance_urn: str
    reference: str
    external_reference: str
    category: str
    authored: str
    decided: str
    form_name: str
    form: str
    vendor: str
    system: str
    valid_from: str
    author: str
    verifier: str
    snapshot: str
    snapshot_hash: str


Notes = tuple[str, ...]
"""By, when and what, of one reason after the other."""


class Texts(NamedTuple):
    """All texts of a Bundle."""

    municipality: MunicipalityTexts
    owner: OwnerTexts
    party: PartyTexts
    order: OrderTexts
    notes: Notes


_NO_OWNER = OwnerTexts()


def told(order: LeavingOrder) -> tuple[Shape, Texts]:
    """How the Bundle of an order looks, and what it says."""
    other, after = other_owner(order), order.proposal.after
    notes = _notes(order)
    shape = Shape(
        order.proposal.action,
        order.order.scheme,
        order.proposal.key.category in codings.CODED_IN_7617,
        _is_active(order),
        other is not None,
        after is None,
        len(order.approvals[:2]),
        len(notes) // 3,
    )
    texts = Texts(
        _municipality(order.municipality),
        _owner(other) if other else _NO_OWNER,
        _party(order),
        _order(order),
        notes,
    )
    return shape, texts


@lru_cache(_SEVERAL)
def _municipality(municipality: Municipality) -> MunicipalityTexts:
    return MunicipalityTexts(
        stable_urn("municipality", municipality.number),
        municipality.organization_number,
        _title(municipality),
    )


def _title(municipality: Municipality) -> str:
    """The municipality as an organisation: `Lillehammer kommune`."""
    name = municipality.name or municipality.number
    return name if name.casefold().endswith("kommune") else f"{name} kommune"


def _owner(body: OwningBody) -> OwnerTexts:
    return OwnerTexts(
        stable_urn("owner", body.organization_number or body.her_id or body.name),
        body.organization_number,
        str(body.her_id) if body.her_id is not None else "",
        body.business_type,
        body.name,
    )


def _party(order: LeavingOrder) -> PartyTexts:
    party, her_id = order.party, str(order.proposal.key.her_id)
    name = (party.display_name or party.name) if party else ""
    return PartyTexts(
        urn_of(f"communication-party/{her_id}"),
        urn_of(f"healthcare-service/{her_id}"),
        her_id,
        (party.label if party else "") or f"HER-id {her_id}",
        name or f"HER-id {her_id}",
        party.location_description if party else "",
        *_type(party),
    )


def _type(party: Party | None) -> tuple[str, str, str, str]:
    if party is None:
        return "", "", "", _UNKNOWN_PARTY
    if party.service_type is not None:
        found = party.service_type
        return codings.CODE_LIST + found.code_list, found.code, found.text, ""
    if party.business_type:
        return "", party.business_type, "", ""
    return "", "", "", PARTY_TYPE_WORDS[party.type].text("nb")


def _is_active(order: LeavingOrder) -> bool | None:
    if order.party is None:
        return None
    return order.party.is_active_on(norwegian_day(max(item.at for item in order.approvals)))


def _order(order: LeavingOrder) -> OrderTexts:
    sent, key, after = order.order, order.proposal.key, order.proposal.after
    reference, approvals = sent.reference, order.approvals
    decided = max([instant(approval.at) for approval in approvals])
    return OrderTexts(
        bundle_urn=urn_of(f"bundle/{reference}/{decided}"),
        schedule_urn=urn_of(f"schedule/{key.municipality_number}/{key.her_id}/{key.category}"),
        task_urn=urn_of(f"task/{reference}"),
        provenance_urn=urn_of(f"provenance/{reference}/{decided}"),
        reference=reference,
        external_reference=sent.external_reference,
        category=key.category,
        authored=min(instant(sent.submitted_at or sent.received_at), decided),
        decided=decided,
        form_name=(order.form_name or after.form) if after else "",
        form=after.form if after else "",
        vendor=after.vendor if after else "",
        system=after.system if after else "",
        valid_from=iso_day(after.valid_from) if after else "",
        author=approvals[0].by,
        verifier=approvals[1].by if len(approvals) > 1 else "",
        snapshot=f"AR-uttrekk {instant(order.snapshot.taken_at)}",
        snapshot_hash=f"urn:hash::sha256:{order.snapshot.sha256}",
    )


def _notes(order: LeavingOrder) -> Notes:
    return tuple(
        text
        for approval in order.approvals
        for rule, reason in approval.overrides
        for text in (
            approval.by,
            instant(approval.at),
            f"{rule}: {reason}" if reason else rule,
        )
    )
