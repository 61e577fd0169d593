"""Builds the outside world in a folder: registry export, tables, base, order files, answers."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from outside_world import cases_content, cases_party, cases_place, cases_use
from outside_world.facts import (
    FORM_COLUMNS,
    FORM_ROWS,
    SERVICE_TYPE_COLUMNS,
    SERVICE_TYPE_ROWS,
    VENDOR_COLUMNS,
    VENDOR_ROWS,
)
from outside_world.mails import attachment_mail, lines_mail, table_mail
from outside_world.sheets import csv_bytes, order_rows, xlsx_bytes
from outside_world.world import World

TABLES: dict[str, tuple[Sequence[str], Sequence[Sequence[str]]]] = {
    "vendors": (VENDOR_COLUMNS, VENDOR_ROWS),
    "forms": (FORM_COLUMNS, FORM_ROWS),
    "service_types": (SERVICE_TYPE_COLUMNS, SERVICE_TYPE_ROWS),
}


def make_world(folder: Path, today: date) -> dict[str, Any]:
    """Writes everything below the folder and answers with the expectations."""
    world = World(today)
    cases_party.add(world)
    cases_place.add(world)
    cases_content.add(world)
    cases_use.add(world)
    folder.mkdir(parents=True, exist_ok=True)
    export = json.dumps(world.registry.export(), ensure_ascii=False, indent=1)
    (folder / "registry.json").write_text(export, encoding="utf-8")
    for name, (header, rows) in TABLES.items():
        _table(folder / f"{name}.csv", header, rows)
    columns = tuple(world.configurations[0])
    _table(
        folder / "configurations.csv", columns, [tuple(c.values()) for c in world.configurations]
    )
    refused = _order_files(folder / "orders", world)
    expected = {
        "orders": {order.reference: _answer(asdict(order)) for order in world.orders},
        "refused": refused,
    }
    text = json.dumps(expected, ensure_ascii=False, indent=1)
    (folder / "expected.json").write_text(text, encoding="utf-8")
    return expected


def _answer(order: dict[str, Any]) -> dict[str, Any]:
    wanted = ("channel", "rules", "severities", "outcome", "normalised", "evidence", "suggests")
    return {name: order[name] for name in wanted} | {"sent": order["fields"]}


def _table(path: Path, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns, *rows])


def _order_files(folder: Path, world: World) -> dict[str, list[str]]:
    by_channel: dict[str, list[dict[str, Any]]] = {}
    for order in world.orders:
        by_channel.setdefault(order.channel, []).append(order.fields)
    (folder / "mail").mkdir(parents=True, exist_ok=True)
    _json_files(folder, by_channel)
    _sheet_files(folder, by_channel)
    _mail_files(folder / "mail", by_channel)
    (folder / "same-again.json").write_bytes((folder / "list.json").read_bytes())
    return _refused_files(folder)


def _json_files(folder: Path, orders: dict[str, list[dict[str, Any]]]) -> None:
    def write(name: str, content: Any, indent: int | None = None) -> None:
        text = json.dumps(content, ensure_ascii=False, indent=indent)
        (folder / name).write_text(text, encoding="utf-8")

    write("list.json", orders["json-list"], 2)
    whole = [
        {name: _integer(name, value) for name, value in order.items()}
        for order in orders["json-wrapped"]
    ]
    write("wrapped.json", {"schema": "timebok-order/1", "orders": whole})
    for order in orders["json-object"]:
        write(f"{order['externalReference']}.json", order)


def _integer(name: str, value: Any) -> Any:
    if name in ("municipalityNumber", "organizationNumber") and str(value).isdecimal():
        return int(value)
    return value


def _sheet_files(folder: Path, orders: dict[str, list[dict[str, Any]]]) -> None:
    for channel, delimiter, encoding in (
        ("csv-semicolon-utf8", ";", "utf-8"),
        ("csv-comma-bom", ",", "utf-8-sig"),
        ("csv-tab-cp1252", "\t", "cp1252"),
        ("csv-semicolon-cp1252", ";", "cp1252"),
    ):
        rows = order_rows(orders[channel])
        if channel == "csv-comma-bom":
            rows = [{**row, "Fakturaadresse": "Postboks 1,\nlinje to"} for row in rows]
        (folder / f"{channel}.csv").write_bytes(csv_bytes(rows, delimiter, encoding))
    (folder / "titled.xlsx").write_bytes(xlsx_bytes(order_rows(orders["xlsx-first"]), title_rows=3))
    second = xlsx_bytes(order_rows(orders["xlsx-second"]), cover_sheet=True, numbers=())
    (folder / "behind-a-cover.xlsx").write_bytes(second)


def _mail_files(folder: Path, orders: dict[str, list[dict[str, Any]]]) -> None:
    for turn, fields in enumerate(orders["eml-lines"]):
        (folder / f"{fields['externalReference']}.eml").write_bytes(lines_mail(fields, turn))
    for turn, fields in enumerate(orders["eml-html"]):
        (folder / f"{fields['externalReference']}.eml").write_bytes(table_mail(fields, turn))
    in_sheet, in_json = orders["eml-csv"][::2], orders["eml-csv"][1::2]
    sheet = csv_bytes(order_rows(in_sheet), ";", "utf-8-sig")
    rest = json.dumps(in_json).encode()
    mail = attachment_mail(("bestillinger.csv", sheet), ("resten.json", rest))
    (folder / "with-two-files.eml").write_bytes(mail)
    book = xlsx_bytes(order_rows(orders["eml-xlsx"]))
    (folder / "with-xlsx.eml").write_bytes(attachment_mail(("bestillinger.xlsx", book)))


def _refused_files(folder: Path) -> dict[str, list[str]]:
    """Orders that cannot be read as orders: file name to the places that must be named."""
    whole = {
        "HER-id": "8199999",
        "Gjelder": "Bestilling",
        "Timebok-kategori": "Lab",
        "Kommunenummer": "1101",
    }
    rows = [_without(whole, gone) for gone in whole]
    (folder / "refused.csv").write_bytes(csv_bytes(rows, ";", "utf-8", list(whole)))
    sent = {
        "herId": 8199999,
        "kind": "activate",
        "category": "Lab",
        "organizationNumber": "944496394",
    }
    wrapped = {"schema": "timebok-order/1", "orders": [_without(sent, gone) for gone in sent]}
    (folder / "refused.json").write_text(json.dumps(wrapped), encoding="utf-8")
    (folder / "broken.json").write_text('{"kind": "activate", ', encoding="utf-8")
    return {
        "refused.csv": [
            "row 2, HER-id",
            "row 3, Gjelder",
            "row 4, Timebok-kategori",
            "row 5, Kommunenummer",
        ],
        "refused.json": [
            "/orders/0/herId",
            "/orders/1/kind",
            "/orders/2/category",
            "/orders/3/municipalityNumber",
        ],
        "broken.json": ["line 1"],
    }


def _without(fields: dict[str, Any], gone: str) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name != gone}
