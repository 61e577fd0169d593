"""The reference tables of a synthetic world, whole: they replace the shipped ones.

Forms, vendors and service types are invented and say so; the rest of the tables stays as shipped.
"""

from __future__ import annotations

from timebok_desktop.services.synthesis import invented
from timebok_desktop.services.synthesis.written import TableRows

FORM_COLUMNS = ("code", "name", "category", "sends_answers", "valid_from", "valid_to")
VENDOR_COLUMNS = (
    "vendor",
    "system",
    "integrated",
    "receives_answers",
    "integrated_via_practitioner",
)
SERVICE_TYPE_COLUMNS = ("category", "code_list", "code")


def world_tables() -> dict[str, TableRows]:
    """The tables by name, each with its header."""
    fitting = [
        (category, "8663", code)
        for category, codes in invented.FITTING_TYPES.items()
        for code in codes
    ]
    return {
        "forms": (FORM_COLUMNS, *((*form, "", "") for form in invented.FORMS)),
        "vendors": (VENDOR_COLUMNS, *invented.VENDORS),
        "service_types": (SERVICE_TYPE_COLUMNS, *fitting),
    }
