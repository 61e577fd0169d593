"""What an invented citizen meets with an invented order, by the shipped categories and forms."""

from __future__ import annotations

from datetime import date

from timebok_desktop.domain.citizen import CitizenPreview, citizen_preview
from timebok_desktop.domain.configuration import Proposal
from timebok_desktop.domain.party import Party
from timebok_desktop.domain.reference import Category, Form, ReferenceTables

TABLES = ReferenceTables(
    categories=(
        Category("Koronatest", "Koronatest", form_required=True),
        Category("Koronavaksine", "Koronavaksine", form_required=True),
        Category("Lab", "Lab", form_required=False),
        Category("Vaksine", "Vaksine", form_required=False),
    ),
    forms=(
        Form("koronavaksine-1", "Koronavaksine 1: Egenerklæring (Standard)", "Koronavaksine", True),
        Form(
            "koronavaksine-2",
            "Koronavaksine 2: Egenerklæring uten innsending",
            "Koronavaksine",
            False,
        ),
    ),
)


def invented_citizen(proposal: Proposal, party: Party) -> CitizenPreview:
    """Before and after, on a day when nothing has run out."""
    return citizen_preview(proposal, party, TABLES, date(2026, 11, 23))
