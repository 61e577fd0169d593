"""What a synthetic world invents: vendors, forms, service types of categories, people, comments.

Every name says that it is invented; none of it is knowledge of the real Helsenorge or AR.
"""

from __future__ import annotations

from typing import NamedTuple

CATEGORIES = ("Koronatest", "Koronavaksine", "Lab", "Vaksine")
CATEGORIES_WITH_FORM = ("Koronatest", "Koronavaksine")
UNKNOWN_CATEGORIES = ("Blodbank", "Behandlertimebok", "Reisevaksine", "Blodprøve", "Frisklivstime")

SERVICE_TYPE_TEXTS = {
    "KA02": "Legevakt",
    "KA0301": "Smittevern",
    "KF01": "Helsestasjons- og skolehelsetjeneste",
    "KF0103": "Helsestasjon for ungdom",
    "KP01": "Legetjeneste ved sykehjem mv.",
    "KX04": "Frisklivssentral",
    "KX06": "Kreftkoordinator",
}
"""Codes of list 8663 with their text."""

FITTING_TYPES = {
    "Koronatest": ("KA02", "KA0301", "KF01"),
    "Koronavaksine": ("KA02", "KA0301", "KF01"),
    "Lab": ("KA02", "KA0301", "KP01"),
    "Vaksine": ("KA02", "KA0301", "KF01", "KF0103"),
}
"""The world's table of category to service type (invented)."""

UNFITTING_TYPES = ("KX04", "KX06")
"""Types that fit no category of the world's table."""

PRACTITIONER_TYPES = ("KA02", "KA0301")


class VendorRow(NamedTuple):
    """A row of the world's table of vendors."""

    vendor: str
    system: str
    integrated: str
    receives_answers: str
    integrated_via_practitioner: str


_JOURNAL = "Eksempel Journal AS (oppdiktet)"
_SPLIT = "Delt Svar AS (oppdiktet)"
VENDORS = (
    VendorRow(_JOURNAL, "Eksempel EPJ", "yes", "yes", "yes"),
    VendorRow(_JOURNAL, "Eksempel Legevakt", "yes", "yes", "yes"),
    VendorRow("Prøvejournal AS (oppdiktet)", "Prøve Web", "yes", "no", "yes"),
    VendorRow("Tenkt Helse-IT AS (oppdiktet)", "Tenkt Vaksine", "yes", "yes", "no"),
    VendorRow("Tenkt Smittevern AS (oppdiktet)", "Tenkt Sporing", "yes", "yes", "unknown"),
    VendorRow("Fiktiv Data AS (oppdiktet)", "Fiktiv Pluss", "no", "yes", "no"),
    VendorRow("Uavklart Løsning AS (oppdiktet)", "Løsning 3", "unknown", "yes", "unknown"),
    VendorRow(_SPLIT, "Delt Ny", "yes", "yes", "yes"),
    VendorRow(_SPLIT, "Delt Gammel", "no", "yes", "no"),
)
INTEGRATED = VENDORS[:2]
NOT_RECEIVING = VENDORS[2]
INTEGRATED_EXCEPT_VIA_PRACTITIONER = VENDORS[3]
UNKNOWN_VIA_PRACTITIONER = VENDORS[4]
NOT_INTEGRATED = VENDORS[5]
INTEGRATION_UNKNOWN = VENDORS[6]
SYSTEMS_DISAGREE = VENDORS[7]
UNLISTED_VENDORS = (
    ("Nyskapt Journal AS (oppdiktet)", "Nyskapt 1"),
    ("Bygdedata (oppdiktet)", ""),
    (_JOURNAL, "Eksempel Sykehus"),
)


class FormRow(NamedTuple):
    """A row of the world's table of forms."""

    code: str
    name: str
    category: str
    sends_answers: str


SENDING_FORM = FormRow(
    "koronavaksine-1", "Koronavaksine 1: Egenerklæring (Standard)", "Koronavaksine", "yes"
)
SILENT_FORM = FormRow(
    "koronavaksine-2", "Koronavaksine 2: Egenerklæring uten innsending", "Koronavaksine", "no"
)
TEST_FORM = FormRow(
    "koronatest-eksempel", "Koronatest: Eksempelskjema (oppdiktet)", "Koronatest", "yes"
)
FORMS = (SENDING_FORM, SILENT_FORM, TEST_FORM)
UNLISTED_FORMS = ("koronavaksine-9", "Skjema for barn", "egenerklæring-2021")

FIRST_NAMES = ("Kari", "Ola", "Berit", "Per", "Máret", "Nils", "Ingrid", "Håvard", "Ánte")
SURNAMES = ("Eksempelsen", "Prøvestad", "Tenktdal", "Oppdiktsen", "Fiktivås", "Dømevik")
ROLES = ("Systemansvarlig", "Kommuneoverlege", "Rådgiver", "Fagleiar", "IKT-rådgivar", "Leder")
LOCATIONS = ("sentrum", "nord", "sør", "øst", "vest", "rådhuset", "helsehuset", "idrettshallen")
COMMENTS = {
    "nb": (
        "Vi ønsker oppstart så snart timeboken er klar.",
        "Gjelder lokalet i idrettshallen.\nParkering på baksiden.",
        "Ring gjerne før kl. 14; vi deler kontor med helsestasjonen.",
        "Timeboken skal vises for alle innbyggere i kommunen; «drop-in» avsluttes.",
    ),
    "nn": (
        "Vi ønskjer oppstart så snart timeboka er klar.",
        "Gjeld lokalet i idrettshallen.\nParkering på baksida.",
        "Ring gjerne før kl. 14; vi deler kontor med helsestasjonen.",
        "Timeboka skal visast for alle innbyggjarane i kommunen; «drop-in» blir avslutta.",
    ),
}
IDENTITY_COMMENTS = {
    "nb": "Innbygger {number} fikk ikke bestilt time i går.",
    "nn": "Innbyggjar {number} fekk ikkje bestilt time i går.",
}
