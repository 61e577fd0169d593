"""Facts the outside world is built from: real municipalities, invented vendors and forms.

Written from the interface description alone; must never import the product.
"""

from __future__ import annotations

MUNICIPALITIES = {
    "0301": ("Oslo", "958935420"),
    "1101": ("Eigersund", "944496394"),
    "1103": ("Stavanger", "964965226"),
    "1106": ("Haugesund", "944073787"),
    "1108": ("Sandnes", "964965137"),
    "1111": ("Sokndal", "964965692"),
    "1112": ("Lund", "964966486"),
    "1114": ("Bjerkreim", "970490361"),
    "1119": ("Hå", "964969590"),
    "1120": ("Klepp", "864969682"),
    "1121": ("Time", "859223672"),
    "1122": ("Gjesdal", "964978573"),
    "1124": ("Sola", "948243113"),
    "1127": ("Randaberg", "934945514"),
    "1508": ("Ålesund", "920415288"),
    "1511": ("Vanylven", "964978662"),
    "1515": ("Herøy (Møre og Romsdal)", "964978840"),
    "1520": ("Ørsta", "939461450"),
    "1577": ("Volda", "939760946"),
    "1580": ("Haram", None),
    "1804": ("Bodø", "972418013"),
    "1818": ("Herøy (Nordland)", "872417982"),
}
"""Number to name and organisation number; no organisation number is known for Haram."""

NEIGHBOURS = ("1111", "1112", "1114", "1119", "1120", "1121", "1122", "1124", "1127")
"""Municipalities handed out in turn to the cases that need no particular one."""

GOOD_VENDOR = ("Fjelljournal oppdiktet AS", "Fjell 5")

VENDOR_COLUMNS = (
    "vendor",
    "system",
    "integrated",
    "receives_answers",
    "integrated_via_practitioner",
)
VENDOR_ROWS = (
    (*GOOD_VENDOR, "yes", "yes", "yes"),
    ("Fjordsystem oppdiktet AS", "Fjord", "yes", "no", "yes"),
    ("Skogdata oppdiktet AS", "Skog", "no", "yes", "yes"),
    ("Dalkode oppdiktet AS", "Dal", "unknown", "yes", "yes"),
    ("Vidda oppdiktet AS", "Vidda", "yes", "unknown", "no"),
    ("Elvelogg oppdiktet AS", "Elv Legevakt", "yes", "yes", "unknown"),
    ("Tindejournal oppdiktet AS", "Tind A", "yes", "no", "yes"),
    ("Tindejournal oppdiktet AS", "Tind B", "yes", "yes", "no"),
    ("Bredata oppdiktet AS", "Bre 1", "yes", "yes", "yes"),
    ("Bredata oppdiktet AS", "Bre 2", "no", "yes", "yes"),
    ("Sundlogg oppdiktet AS", "Sund 1", "yes", "no", "no"),
    ("Sundlogg oppdiktet AS", "Sund 2", "yes", "no", "no"),
    ("Myrdata oppdiktet AS", "Myr 1", "no", "yes", "no"),
    ("Myrdata oppdiktet AS", "Myr 2", "no", "yes", "no"),
)

FORM_COLUMNS = ("code", "name", "category", "sends_answers", "valid_from", "valid_to")
FORM_ROWS = (
    (
        "koronavaksine-1",
        "Koronavaksine 1: Egenerklæring (Standard)",
        "Koronavaksine",
        "yes",
        "",
        "",
    ),
    (
        "koronavaksine-2",
        "Koronavaksine 2: Egenerklæring uten innsending",
        "Koronavaksine",
        "no",
        "",
        "",
    ),
    (
        "koronatest-oppdiktet",
        "Koronatest: Oppdiktet skjema (invented)",
        "Koronatest",
        "yes",
        "",
        "",
    ),
)

SERVICE_TYPE_COLUMNS = ("category", "code_list", "code")
SERVICE_TYPE_ROWS = (  # Koronavaksine and Lab stay open
    ("Koronatest", "8663", "KA02"),
    ("Koronatest", "8663", "KA0301"),
    ("Vaksine", "8663", "KF01"),
    ("Vaksine", "8666", "05"),
)

STOPS = frozenset(
    {
        "HER-SYNTAX",
        "HER-UNKNOWN",
        "HER-INACTIVE",
        "ORG-CHECKSUM",
        "MUN-UNKNOWN",
        "CAT-UNKNOWN",
        "FORM-MISSING",
        "FORM-NOT-ALLOWED",
        "FORM-RECEIVER",
        "VENDOR-NOT-INTEGRATED",
        "PRACTITIONER-CATEGORY",
        "PRACTITIONER-SERVICE",
    }
)
WARNINGS = frozenset(
    {
        "HER-LEVEL",
        "HER-OWNER",
        "HER-MUNICIPALITY",
        "HER-SERVICE-TYPE",
        "HER-IN-USE",
        "ORG-MUNICIPALITY",
        "MUN-RETIRED",
        "FORM-UNKNOWN",
        "VENDOR-UNKNOWN",
        "INTERIM-SOLUTION",
        "CHANGE-WITHOUT-BASE",
        "ALREADY-CONFIGURED",
        "DUPLICATE-ORDER",
        "SNAPSHOT-STALE",
        "PERSONAL-ID",
    }
)
RULES = STOPS | WARNINGS
WARNINGS_WHEN_ENDING = frozenset({"HER-UNKNOWN", "HER-INACTIVE"})
