"""The last hand on an order: form, vendor, contact and words, chosen so that they fire nothing.

What a defect has chosen already is left alone.
"""

from __future__ import annotations

from datetime import timedelta

from timebok_desktop.domain.codes import Kind
from timebok_desktop.services.synthesis import invented
from timebok_desktop.services.synthesis.draft import Draft
from timebok_desktop.services.synthesis.workshop import Workshop

_RECEIVING = (*invented.VENDORS[:2], *invented.VENDORS[3:5], invented.SYSTEMS_DISAGREE)
_RECEIVING_VIA_PRACTITIONER = (*invented.VENDORS[:2], invented.SYSTEMS_DISAGREE)
_MINUTES_OF_TWO_WEEKS = 14 * 24 * 60


def finish(workshop: Workshop, draft: Draft) -> Draft:
    """Fill in everything that is still open."""
    if not draft.chosen_form:
        _choose_form(workshop, draft)
    if not draft.chosen_vendor:
        _choose_vendor(workshop, draft)
    _say_who_and_when(workshop, draft)
    return draft


def leave_out_what_nobody_needs(workshop: Workshop, draft: Draft) -> None:
    """Now and then a clean new order names only its municipality, or only its organisation.

    Either one tells whose the order is.
    """
    if draft.kind is not Kind.ACTIVATE or draft.covered:
        return
    if workshop.chance(0.08):
        draft.organization_number = ""
    elif workshop.chance(0.04):
        draft.municipality_number = ""


def _choose_form(workshop: Workshop, draft: Draft) -> None:
    if draft.known_category == "Koronatest":
        form = invented.TEST_FORM
    elif draft.known_category == "Koronavaksine":
        form = invented.SILENT_FORM if workshop.chance(0.3) else invented.SENDING_FORM
    else:
        return
    if draft.judged_on_form_and_vendor:
        draft.form = form.name if workshop.chance(0.3) else form.code
        draft.needs_receiving_vendor = form.sends_answers == "yes"


def _choose_vendor(workshop: Workshop, draft: Draft) -> None:
    rows = _RECEIVING_VIA_PRACTITIONER if draft.via_practitioner else _RECEIVING
    if not draft.needs_receiving_vendor:
        rows = (*rows, invented.NOT_RECEIVING)
    row = workshop.random.choice(rows)
    draft.vendor, draft.system = row.vendor, row.system
    if row in invented.INTEGRATED and workshop.chance(0.2):
        draft.system = ""
    if workshop.chance(0.1):
        draft.vendor = draft.vendor.upper()


def _say_who_and_when(workshop: Workshop, draft: Draft) -> None:
    random = workshop.random
    first, last = random.choice(invented.FIRST_NAMES), random.choice(invented.SURNAMES)
    draft.contact_name = f"{first} {last}"
    draft.contact_email = f"postmottak{random.randint(1, 999)}@kommune.example"
    draft.contact_phone = f"00 {random.randint(10, 99)} {random.randint(10, 99)} 00"
    draft.contact_role = random.choice(invented.ROLES)
    draft.language = draft.language or random.choice(("nb", "nn", ""))
    if not draft.comment and workshop.chance(0.3):
        draft.comment = random.choice(invented.COMMENTS[draft.language or "nb"])
    if draft.had_interim_solution is None and workshop.chance(0.5):
        draft.had_interim_solution = False
    if workshop.chance(0.7):
        draft.desired_from = workshop.day(7, 90)
    minutes = random.randint(1, _MINUTES_OF_TWO_WEEKS)
    draft.submitted_at = workshop.taken_at.replace(second=0) - timedelta(minutes=minutes)
