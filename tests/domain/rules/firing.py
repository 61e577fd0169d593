"""For every rule, facts that make it fire; and the words that tell the two languages apart."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from timebok_desktop.domain.codes import PartyType
from timebok_desktop.domain.configuration import Configuration, ConfigurationKey
from timebok_desktop.domain.party import ServiceType
from timebok_desktop.domain.rules import Neighbour


def configured(municipality: str, reference: str = "") -> dict[str, Any]:
    key = ConfigurationKey(municipality, 81234, "Lab")
    return {
        "configurations": (Configuration(key, "resource-schedule", "", "", "", None, reference),)
    }


VIA = {"scheme": "via-practitioner"}
OLD, COMING = datetime(2020, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
FIRING: list[tuple[str, dict[str, Any]]] = [
    ("HER-SYNTAX", {"her_id": "abc"}),
    ("HER-SYNTAX", {"her_id": "958935420"}),
    ("HER-UNKNOWN", {"party": None}),
    ("HER-UNKNOWN", {"party": None, "includes_deactivated": True}),
    ("HER-INACTIVE", {"party": {"active": False}}),
    ("HER-INACTIVE", {"party": {"valid_to": OLD}}),
    ("HER-INACTIVE", {"party": {"valid_from": COMING}}),
    *(("HER-LEVEL", {"party": {"type": kind}}) for kind in PartyType if kind != "Service"),
    ("HER-OWNER", {"party": {"parent_organization_number": "944496394"}}),
    ("HER-MUNICIPALITY", {"party": {"municipality_number": "1101"}}),
    ("HER-SERVICE-TYPE", {"party": {"service_type": ServiceType("8663", "KX09")}}),
    ("HER-IN-USE", configured("1101")),
    ("HER-IN-USE", {"neighbours": (Neighbour("RTB-2", "1101", "activate"),)}),
    ("ORG-CHECKSUM", {"organization_number": "958935421"}),
    ("ORG-CHECKSUM", {"organization_number": "9589"}),
    ("ORG-MUNICIPALITY", {"organization_number": "944496394"}),
    ("MUN-UNKNOWN", {"municipality_number": "7777"}),
    ("MUN-RETIRED", {"municipality_number": "1543"}),
    ("MUN-RETIRED", {"municipality_number": "1507"}),
    ("MUN-RETIRED", {"municipality_number": "9005"}),
    ("CAT-UNKNOWN", {"category": "Tannlege"}),
    ("FORM-MISSING", {"category": "Koronatest"}),
    ("FORM-NOT-ALLOWED", {"form": "koronavaksine-1"}),
    ("FORM-UNKNOWN", {"category": "Koronatest", "form": "ny"}),
    ("FORM-UNKNOWN", {"category": "Koronatest", "form": "ny", "forms": ()}),
    (
        "FORM-RECEIVER",
        {"category": "Koronavaksine", "form": "koronavaksine-1", "vendor": "Skogjournal",
         "system": ""},
    ),
    ("VENDOR-UNKNOWN", {"vendor": ""}),
    ("VENDOR-UNKNOWN", {"vendor": "Ukjent"}),
    ("VENDOR-UNKNOWN", {"vendor": "Ukjent", **VIA}),
    ("VENDOR-NOT-INTEGRATED", {"vendor": "Skogjournal", "system": ""}),
    ("VENDOR-NOT-INTEGRATED", {"vendor": "Fjelljournal", "system": "Fjell EPJ", **VIA}),
    ("INTERIM-SOLUTION", {"had_interim_solution": True}),
    ("CHANGE-WITHOUT-BASE", {"kind": "change"}),
    ("ALREADY-CONFIGURED", configured("0301")),
    ("ALREADY-CONFIGURED", configured("0301", "RTB-2")),
    ("DUPLICATE-ORDER", {"neighbours": (Neighbour("RTB-2", "0301", "activate"),)}),
    ("PRACTITIONER-CATEGORY", VIA),
    ("PRACTITIONER-SERVICE", VIA),
    ("PRACTITIONER-SERVICE", {**VIA, "party": {"type": PartyType.PERSON, "service_type": None}}),
    ("SNAPSHOT-STALE", {"taken_at": OLD}),
    ("PERSONAL-ID", {"masked": {"comment": "line 4"}}),
]  # fmt: skip

# Words that only one of the two written languages has.
ONLY_BOKMAL = (
    "ikke|en|et|fra|de|dem|noe|bare|også|hvilken|hvis|riktig|være|vært|ble|kommunene|bestillingen|"
    "bestillinger|tjeneste|tjenesten|virksomhet|gjelder|mangler|finnes|svarene|gammelt|sier|gjeldende|"
    "sjekklisten|innbyggere|utgåtte|etterfølger|mellomløsningen|eies|eier|ligger|åpen|utelater|"
    "tilhører|allerede|løsning|dekker|mener|venter|beslutning|samme"
)
ONLY_NYNORSK = (
    "ikkje|ein|eit|frå|dei|noko|berre|òg|kva|dersom|rett|vere|vore|vart|bestillinga|teneste|"
    "tenesta|verksemd|gjeld|manglar|finst|svara|gammalt|seier|gjeldande|sjekklista|innbyggjarar|"
    "etterfølgjar|mellomløysinga|eigd|ligg|open|utelèt|høyrer|dekkjer|meiner|ventar|avgjerd|same|"
    "siffer|velje"
)


def words_of(alternatives: str, text: str) -> list[str]:
    return re.findall(rf"(?<![\w-])(?:{alternatives})\b", text, re.IGNORECASE)
