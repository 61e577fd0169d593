"""Defects of one thing in an order: its numbers, form, vendor, and what its texts say.

A blemish leaves the order as it is, and says so, where it would be silent or where what it
compares is not certain. It must not ask the rules.
"""

from __future__ import annotations

from timebok_desktop.domain.codes import Kind
from timebok_desktop.services.synthesis import invented
from timebok_desktop.services.synthesis import rule_codes as rules
from timebok_desktop.services.synthesis.defect import BLEMISHES, Blemish, blemish
from timebok_desktop.services.synthesis.draft import Draft
from timebok_desktop.services.synthesis.numbers import (
    synthetic_identity_number,
    with_wrong_check_digit,
)
from timebok_desktop.services.synthesis.workshop import Workshop

__all__ = ["BLEMISHES", "Blemish"]


# -- numbers -------------------------------------------------------------------------------------
@blemish(rules.ORG_CHECKSUM, touches="organization")
def wrong_check_digit(_workshop: Workshop, draft: Draft) -> bool:
    """One digit of the organisation number is wrong."""
    draft.organization_number = with_wrong_check_digit(draft.sender.organization_number)
    draft.rules.add(rules.ORG_CHECKSUM)
    return True


@blemish(rules.ORG_MUNICIPALITY, rules.HER_OWNER, touches="organization place")
def organization_number_of_another_municipality(workshop: Workshop, draft: Draft) -> bool:
    """Another municipality's number; it is not the party's owner either, unless covered."""
    other = workshop.random.choice(workshop.geography.places)
    if other is draft.sender:
        return False
    draft.organization_number = other.organization_number
    draft.rules.add(rules.ORG_MUNICIPALITY)
    if draft.site is not None and not draft.covered:
        draft.rules.add(rules.HER_OWNER)
    return True


@blemish(rules.MUN_UNKNOWN, touches="municipality place")
def number_that_was_never_a_municipality(workshop: Workshop, draft: Draft) -> bool:
    """Nothing can be compared with the municipality then."""
    number = workshop.random.choice(workshop.geography.never_used_numbers)
    return _unresolved(draft, number, rules.MUN_UNKNOWN)


@blemish(rules.MUN_RETIRED, touches="municipality place")
def number_without_a_single_successor(workshop: Workshop, draft: Draft) -> bool:
    """A retired number of a municipality that was divided: it stays unresolved."""
    number = workshop.random.choice(workshop.geography.split_numbers)
    return _unresolved(draft, number, rules.MUN_RETIRED)


@blemish(rules.MUN_RETIRED, touches="municipality")
def retired_number(workshop: Workshop, draft: Draft) -> bool:
    """The sender's number of some years ago; its successor is compared."""
    if not draft.sender.retired_numbers:
        return False
    draft.municipality_number = workshop.random.choice(draft.sender.retired_numbers)
    draft.rules.add(rules.MUN_RETIRED)
    return True


# -- form ----------------------------------------------------------------------------------------
@blemish(rules.FORM_MISSING, touches="form")
def no_form(_workshop: Workshop, draft: Draft) -> bool:
    """The category needs a form."""
    if not _needs_form(draft):
        return False
    draft.form, draft.chosen_form = "", True
    draft.rules.add(rules.FORM_MISSING)
    return True


@blemish(rules.FORM_NOT_ALLOWED, touches="form")
def form_where_none_belongs(workshop: Workshop, draft: Draft) -> bool:
    """Lab and Vaksine have no forms."""
    if not _takes_no_form(draft):
        return False
    draft.form, draft.chosen_form = workshop.random.choice(invented.FORMS).code, True
    draft.needs_receiving_vendor = True
    draft.rules.add(rules.FORM_NOT_ALLOWED)
    return True


@blemish(rules.FORM_UNKNOWN, touches="form")
def form_outside_the_table(workshop: Workshop, draft: Draft) -> bool:
    """A form that nobody has, or one of another category."""
    if not _needs_form(draft):
        return False
    strange = [form.code for form in invented.FORMS if form.category != draft.known_category]
    draft.form = workshop.random.choice([*strange, *invented.UNLISTED_FORMS])
    draft.chosen_form = draft.needs_receiving_vendor = True
    draft.rules.add(rules.FORM_UNKNOWN)
    return True


@blemish(rules.FORM_RECEIVER, touches="form vendor")
def form_that_the_system_cannot_receive(workshop: Workshop, draft: Draft) -> bool:
    """The form sends answers to a journal system that is registered as not receiving them."""
    if not _needs_form(draft):
        return False
    sends = {"Koronavaksine": invented.SENDING_FORM, "Koronatest": invented.TEST_FORM}
    draft.form, draft.chosen_form = sends[draft.known_category].code, True
    _choose(draft, invented.NOT_RECEIVING, named=workshop.chance(0.7))
    draft.rules.add(rules.FORM_RECEIVER)
    return True


# -- vendor --------------------------------------------------------------------------------------
@blemish(rules.VENDOR_UNKNOWN, touches="vendor")
def vendor_nobody_knows(workshop: Workshop, draft: Draft) -> bool:
    """None given, or one that is not in the table."""
    if not draft.judged_on_form_and_vendor:
        return False
    draft.vendor, draft.system = workshop.random.choice((("", ""), *invented.UNLISTED_VENDORS))
    draft.chosen_vendor = True
    draft.rules.add(rules.VENDOR_UNKNOWN)
    return True


@blemish(rules.VENDOR_UNKNOWN, touches="vendor")
def vendor_of_unknown_integration(workshop: Workshop, draft: Draft) -> bool:
    """The table does not know, or the systems of the vendor disagree and none is named."""
    if not draft.judged_on_form_and_vendor:
        return False
    rows = [invented.INTEGRATION_UNKNOWN, invented.SYSTEMS_DISAGREE]
    if draft.via_practitioner:
        rows.append(invented.UNKNOWN_VIA_PRACTITIONER)
    row = workshop.random.choice(rows)
    _choose(draft, row, named=row is not invented.SYSTEMS_DISAGREE)
    draft.rules.add(rules.VENDOR_UNKNOWN)
    return True


@blemish(rules.VENDOR_NOT_INTEGRATED, touches="vendor")
def vendor_that_is_not_integrated(workshop: Workshop, draft: Draft) -> bool:
    """Registered as not integrated, for the scheme that is ordered."""
    if not draft.judged_on_form_and_vendor:
        return False
    row = invented.NOT_INTEGRATED
    if draft.via_practitioner and workshop.chance(0.5):
        row = invented.INTEGRATED_EXCEPT_VIA_PRACTITIONER
    _choose(draft, row, named=workshop.chance(0.8))
    draft.rules.add(rules.VENDOR_NOT_INTEGRATED)
    return True


# -- what else the order says --------------------------------------------------------------------
@blemish(rules.INTERIM_SOLUTION, touches="interim")
def had_the_interim_solution(_workshop: Workshop, draft: Draft) -> bool:
    """The municipality had mellomløsningen."""
    if not draft.judged_on_form_and_vendor:
        return False
    draft.had_interim_solution = True
    draft.rules.add(rules.INTERIM_SOLUTION)
    return True


@blemish(rules.PERSONAL_ID, touches="comment")
def identity_number_in_the_comment(workshop: Workshop, draft: Draft) -> bool:
    """A citizen's number in free text (a synthetic one: nobody has it)."""
    number = synthetic_identity_number(workshop.random, d_number=workshop.chance(0.3))
    draft.language = draft.language or workshop.random.choice(("nb", "nn"))
    draft.comment = invented.IDENTITY_COMMENTS[draft.language].format(number=number)
    draft.rules.add(rules.PERSONAL_ID)
    return True


# -- helpers -------------------------------------------------------------------------------------
def _unresolved(draft: Draft, number: str, rule: str) -> bool:
    """Only where nothing hangs on the municipality: a covered party or a base would."""
    if draft.covered or draft.kind is not Kind.ACTIVATE:
        return False
    draft.municipality_number, draft.known_municipality = number, ""
    draft.rules.add(rule)
    return True


def _needs_form(draft: Draft) -> bool:
    return draft.judged_on_form_and_vendor and draft.known_category in invented.CATEGORIES_WITH_FORM


def _takes_no_form(draft: Draft) -> bool:
    return draft.judged_on_form_and_vendor and draft.known_category in ("Lab", "Vaksine")


def _choose(draft: Draft, row: invented.VendorRow, *, named: bool) -> None:
    draft.vendor, draft.system = row.vendor, row.system if named else ""
    draft.chosen_vendor = True
