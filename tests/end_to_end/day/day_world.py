"""Writes the world of the day: a registry extract, tables, earlier set-ups, and 40 mails.

40 mails give 39 cases: the first mail lies in the folder twice, byte for byte, as when it was
saved from a shared mailbox and from somebody's own. It is the same message, so it is no new order
and is listed as a duplicate; an order that a municipality sends anew is one, and stands among the
39 as a pair that the caseworker judges.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from day_cases import CASES, ENDED, JOURNAL, WITHOUT_OWN, DayCase, body, service

from timebok_desktop.files.synthesis.folder import write_folder
from timebok_desktop.files.synthesis.order_files import order_file
from timebok_desktop.files.synthesis.worlds import shipped_geography
from timebok_desktop.services.synthesis.curated import CuratedWorld
from timebok_desktop.services.synthesis.tables import world_tables
from timebok_desktop.services.synthesis.written import Surroundings

_MAILS = ("mail-lines", "mail-html")
_NEIGHBOURS = ("3442", "3446")
_HOURS = 60
COPY = "01-kopi.eml"


def external_reference(place: int) -> str:
    """How the municipality names its order."""
    return f"DAG-{place + 1:02d}"


def write_day(folder: Path, now: datetime) -> None:
    """Write `registry`, `tables`, `configurations.csv` and the mails in `orders`."""
    world = CuratedWorld(shipped_geography(), now)
    surroundings = Surroundings(
        taken_at=now.replace(microsecond=0),
        last_event_id=1,
        parties=world.parties(_parties()),
        bases=world.bases([_base(one) for one in CASES if one.kind != "activate"]),
        tables=world_tables(),
    )
    records = [_mail(place, case) for place, case in enumerate(CASES)]
    mails = [order_file(one.name, one.format, one.orders) for one in world.files(records)]
    write_folder(folder, surroundings, mails)
    (folder / "orders" / COPY).write_bytes(mails[0].content)


def _parties() -> dict[str, Any]:
    numbers = dict.fromkeys([*(case.municipality for case in CASES), *_NEIGHBOURS])
    places = [
        (number, place)
        for number in numbers
        for place in (1, *ENDED.get(number, ()))
        if number not in WITHOUT_OWN
    ]
    return {
        "municipalities": [{"number": one, "her_id": int(body(one))} for one in numbers],
        "bodies": [],
        "persons": [],
        "services": [_service(number, place) for number, place in dict.fromkeys(places)],
    }


def _service(number: str, place: int) -> dict[str, Any]:
    name = shipped_geography().place(number).name.split(" (")[0]
    return {
        "her_id": int(service(number, place)),
        "parent": int(body(number)),
        "code": "KA02" if number in _NEIGHBOURS else "KA0301",
        "municipality": number,
        "place": f"{name}, helsehuset" if place == 1 else f"{name}, gamle helsehuset",
        "active": place not in ENDED.get(number, ()),
    }


def _base(case: DayCase) -> dict[str, Any]:
    return {
        "municipality_number": case.municipality,
        "her_id": int(service(case.municipality)),
        "category": case.category,
        "form": "koronavaksine-2" if case.category == "Koronavaksine" else "",
        "valid_from_in_days": -200,
        **JOURNAL,
    }


def _mail(place: int, case: DayCase) -> dict[str, Any]:
    order = {
        "reference": external_reference(place),
        "municipality": case.municipality,
        "sender": case.municipality,
        "her_id": case.her_id or service(case.municipality),
        "category": case.category,
        "form": case.form,
        "kind": case.kind,
        "contact": {
            "name": "Kari Eksempelsen",
            "email": f"kari.{place + 1:02d}@kommune.example",
            "phone": "00 10 01 00",
            "role": "Systemansvarlig",
        },
        "language": ("nb", "nn")[place % 2],
        "submitted_hours_ago": _HOURS - place,
        "rules": case.rules,
        **JOURNAL,
        **case.more,
    }
    return {
        "name": f"{place + 1:02d}-{case.municipality}",
        "format": _MAILS[place % 2],
        "orders": [order],
    }


def receipt(package: Path, references: Sequence[str]) -> str:
    """What a receiver answers to a package: that all of it is in place."""
    uuid = package.name.split("-", 3)[3]
    results = [{"reference": one, "status": "ok", "message": ""} for one in references]
    return json.dumps({"package": uuid, "results": results})
