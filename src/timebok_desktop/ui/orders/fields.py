"""The rows of the comparison: what was ordered, what AR says, what becomes of it. Text only."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from timebok_desktop.domain.codes import (
    KIND_WORDS,
    PARTY_TYPE_WORDS,
    SCHEME_WORDS,
    Kind,
    PartyType,
    Scheme,
)
from timebok_desktop.domain.configuration import Configuration
from timebok_desktop.domain.identifiers import is_digits
from timebok_desktop.domain.odd_signs import spelled_out
from timebok_desktop.domain.party import Party, norwegian_day
from timebok_desktop.domain.phrases import Language
from timebok_desktop.services.views import Case
from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP
from timebok_desktop.ui.wording import (
    exact_date,
    exact_moment,
    grouped_her_id,
    grouped_organization_number,
)

NOTHING = "–"
_LANGUAGES = {"nb": "Bokmål", "nn": "Nynorsk"}

_TITLES: dict[str, str] = {
    "kind": QT_TRANSLATE_NOOP("Fields", "Concerns"),
    "scheme": QT_TRANSLATE_NOOP("Fields", "Scheme"),
    "municipality_number": QT_TRANSLATE_NOOP("Fields", "Municipality"),
    "municipality_name": QT_TRANSLATE_NOOP("Fields", "Municipality name"),
    "organization_number": QT_TRANSLATE_NOOP("Fields", "Organisation no."),
    "her_id": QT_TRANSLATE_NOOP("Fields", "HER-id"),
    "service": QT_TRANSLATE_NOOP("Fields", "Service"),
    "owner": QT_TRANSLATE_NOOP("Fields", "Owner"),
    "active": QT_TRANSLATE_NOOP("Fields", "In AR"),
    "category": QT_TRANSLATE_NOOP("Fields", "Category"),
    "form": QT_TRANSLATE_NOOP("Fields", "Form"),
    "vendor": QT_TRANSLATE_NOOP("Fields", "Vendor"),
    "system": QT_TRANSLATE_NOOP("Fields", "Journal system"),
    "had_interim_solution": QT_TRANSLATE_NOOP("Fields", "Interim solution"),
    "desired_from": QT_TRANSLATE_NOOP("Fields", "Wanted from"),
    "contact_name": QT_TRANSLATE_NOOP("Fields", "Contact"),
    "contact_email": QT_TRANSLATE_NOOP("Fields", "E-mail"),
    "contact_phone": QT_TRANSLATE_NOOP("Fields", "Phone"),
    "contact_role": QT_TRANSLATE_NOOP("Fields", "Role"),
    "language": QT_TRANSLATE_NOOP("Fields", "Written language"),
    "comment": QT_TRANSLATE_NOOP("Fields", "Comment"),
    "external_reference": QT_TRANSLATE_NOOP("Fields", "Their reference"),
    "submitted_at": QT_TRANSLATE_NOOP("Fields", "Sent in"),
}
_SIGNS = QT_TRANSLATE_NOOP("Fields", "Unusual signs")

_ELSEWHERE = frozenset(
    {
        "municipality_name",
        "desired_from",
        "contact_name",
        "contact_email",
        "contact_phone",
        "contact_role",
        "language",
        "comment",
        "external_reference",
        "submitted_at",
    }
)
SHOWN: tuple[str, ...] = tuple(name for name in _TITLES if name not in _ELSEWHERE)
"""The rows of the comparison, top to bottom."""

OURS = frozenset({"service", "owner", "active"})
"""Rows that no order can state."""

IN_REGISTRY = OURS | {"municipality_number", "organization_number", "her_id"}
"""Rows on which AR has something to say."""

CONFIGURED = frozenset({"municipality_number", "her_id", "category", "form", "vendor", "system"})
"""Rows that a configuration has."""


def title(field: str) -> str:
    """A field's name for people."""
    return QCoreApplication.translate("Fields", {**_TITLES, "odd_signs": _SIGNS}.get(field, field))


def has_title(field: str) -> bool:
    """Whether a name is that of a field."""
    return field in _TITLES


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One row. `sent` is what stands in the source where that reads differently; `before` what
    the configuration has today where that changes; `differs` whether order and AR disagree.
    """

    field: str
    ordered: str
    registry: str
    becomes: str
    sent: str = ""
    before: str = ""
    differs: bool = False


def field_rows(case: Case, language: Language) -> tuple[FieldRow, ...]:
    """All rows of a case, in the order of `SHOWN`."""
    ordered = _ordered(case, language)
    raw = _raw(case)
    registry = _registry(case, language)
    after = _configured(case.proposal.after if case.proposal else None, language)
    before = _configured(case.proposal.before if case.proposal else None, language)
    ends = case.proposal is not None and case.proposal.action is Kind.DEACTIVATE
    rows = []
    for field in SHOWN:
        becomes = after.get(field, "")
        if field == "municipality_number" and becomes:
            named = (ordered[field], registry.get(field, ""))
            becomes = next((one for one in named if one.startswith(becomes)), becomes)
        if ends and field == "category":
            becomes = QCoreApplication.translate("Fields", "Ends")
        was = before.get(field, "") if field != "municipality_number" else ""
        rows.append(
            FieldRow(
                field,
                ordered.get(field, ""),
                registry.get(field, ""),
                becomes,
                sent=spelled_out(_sent(case, field, raw.get(field, ""))),
                before=was if was != becomes else "",
                differs=_differs(field, case),
            )
        )
    return tuple(rows)


def amendable_values(case: Case, language: Language) -> dict[str, str]:
    """Every field that can be amended, with its value as a person would type it."""
    order = case.order
    typed = {
        **_raw(case),
        "kind": KIND_WORDS[order.kind].text(language),
        "scheme": SCHEME_WORDS[order.scheme].text(language),
        "desired_from": exact_date(order.desired_from) if order.desired_from else "",
        "language": _LANGUAGES.get(order.language, order.language),
        "submitted_at": exact_moment(order.submitted_at) if order.submitted_at else "",
    }
    return {field: typed.get(field, "") for field in _TITLES if field not in OURS}


def _raw(case: Case) -> dict[str, str]:
    """The values as the order holds them, to compare with what was sent."""
    order = case.order
    answer = {True: "Ja", False: "Nei", None: ""}[order.had_interim_solution]
    return {
        "kind": order.kind.value,
        "scheme": order.scheme.value,
        "municipality_number": order.municipality_number,
        "organization_number": order.organization_number,
        "her_id": order.her_id,
        "category": order.category,
        "form": order.form,
        "vendor": order.vendor,
        "system": order.system,
        "had_interim_solution": answer,
        "desired_from": order.desired_from.isoformat() if order.desired_from else "",
        "contact_name": order.contact.name,
        "contact_email": order.contact.email,
        "contact_phone": order.contact.phone,
        "contact_role": order.contact.role,
        "language": order.language,
        "comment": order.comment,
        "external_reference": order.external_reference,
        "submitted_at": order.submitted_at.isoformat() if order.submitted_at else "",
    }


def _ordered(case: Case, language: Language) -> dict[str, str]:
    order = case.order
    place = f"{order.municipality_number} {case.municipality_title or order.municipality_name}"
    spelled = {field: spelled_out(value) for field, value in _raw(case).items()}
    usual = order.scheme is Scheme.RESOURCE_SCHEDULE
    yes_no = {
        True: QCoreApplication.translate("Fields", "Yes"),
        False: QCoreApplication.translate("Fields", "No"),
        None: "",
    }
    return {
        **spelled,
        "kind": KIND_WORDS[order.kind].text(language),
        "scheme": "" if usual else SCHEME_WORDS[order.scheme].text(language),
        "municipality_number": spelled_out(place.strip()),
        "organization_number": grouped_organization_number(spelled["organization_number"]),
        "her_id": grouped_her_id(spelled["her_id"]),
        "had_interim_solution": yes_no[order.had_interim_solution],
        "desired_from": exact_date(order.desired_from) if order.desired_from else "",
        "language": _LANGUAGES.get(order.language, order.language),
        "submitted_at": exact_moment(order.submitted_at) if order.submitted_at else "",
    }


def _registry(case: Case, language: Language) -> dict[str, str]:
    party = case.party
    if party is None:
        return {}
    number = party.organization_number or party.parent_organization_number
    service = party.service_type
    named = service.text if service and service.text else party.display_name or party.name
    if party.type is not PartyType.SERVICE:
        named = f"{PARTY_TYPE_WORDS[party.type].text(language)}: {named}"
    place = party.location_description
    return {
        "municipality_number": f"{party.municipality_number} {party.municipality_name}".strip(),
        "organization_number": grouped_organization_number(number),
        "her_id": grouped_her_id(str(party.her_id)),
        "service": f"{named}, {place}" if place and place != named else named,
        "owner": case.parent.label if case.parent is not None else party.parent_name,
        "active": _activity(party, case),
    }


def _activity(party: Party, case: Case) -> str:
    moment = case.snapshot.taken_at if case.snapshot is not None else case.order.received_at
    today = norwegian_day(moment)
    if party.is_active_on(today):
        return QCoreApplication.translate("Fields", "Active")
    ended = norwegian_day(party.valid_to) if party.valid_to is not None else None
    if ended is not None and ended < today:
        return QCoreApplication.translate("Fields", "Inactive since {day}").format(
            day=exact_date(ended)
        )
    return QCoreApplication.translate("Fields", "Inactive")


def _configured(configuration: Configuration | None, language: Language) -> dict[str, str]:
    if configuration is None:
        return {}
    return {
        "municipality_number": configuration.key.municipality_number,
        "her_id": grouped_her_id(str(configuration.key.her_id)),
        "category": configuration.key.category,
        "scheme": ""
        if configuration.scheme is Scheme.RESOURCE_SCHEDULE
        else SCHEME_WORDS[configuration.scheme].text(language),
        "form": configuration.form,
        "vendor": configuration.vendor,
        "system": configuration.system,
        "desired_from": exact_date(configuration.valid_from) if configuration.valid_from else "",
    }


def _sent(case: Case, field: str, value: str) -> str:
    """What stands in the source, where it is not what the desk reads."""
    sent = case.order.as_sent.get(field)
    if sent is None or isinstance(sent, bool) or field in ("kind", "scheme", "language"):
        return ""
    text = str(sent).strip()
    if field in ("submitted_at", "desired_from") or _squeezed(text) == _squeezed(value):
        return ""
    return text


def _squeezed(text: str) -> str:
    """A value without what nobody would call a difference: grouping spaces and case."""
    return "".join(text.split()).casefold()


def _differs(field: str, case: Case) -> bool:
    party, order = case.party, case.order
    if party is None:
        return field == "her_id" and is_digits(order.her_id) and case.verified
    if field == "municipality_number":
        pair = order.municipality_number, party.municipality_number
        return all(pair) and pair[0] != pair[1]
    if field == "organization_number":
        known = {party.organization_number, party.parent_organization_number} - {""}
        return bool(order.organization_number and known and order.organization_number not in known)
    return False
