"""The look-ups of the reference tables: municipalities, categories, forms, vendors, types."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from timebok_desktop.domain.codes import Answer
from timebok_desktop.domain.reference import (
    Category,
    Form,
    MunicipalityEntry,
    ReferenceTables,
    RetiredMunicipality,
    VendorSystem,
)

TABLES = Path(__file__).resolve().parents[2] / "resources" / "tables"
YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def rows(name: str) -> list[dict[str, str]]:
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def shipped() -> ReferenceTables:
    """The municipalities as they are shipped."""
    return ReferenceTables(
        municipalities=tuple(
            MunicipalityEntry(
                row["municipality_number"], row["name"], (row["name"],), "", "",
                row["organization_number"], 0, 0,
            )
            for row in rows("municipalities")
        ),
        municipality_history=tuple(
            RetiredMunicipality(
                row["municipality_number"],
                row["name"],
                tuple(part for part in row["successors"].split("|") if part),
            )
            for row in rows("municipality_history")
        ),
    )  # fmt: skip


# -- municipalities --------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("number", "resolved"),
    [
        ("0301", "0301"),
        ("1543", "1506"),
        ("9001", "0301"),
        ("9002", "0301"),
        ("1507", ""),
        ("9005", ""),
        ("9003", ""),
        ("9004", ""),
        ("7777", ""),
        ("", ""),
    ],
)
def test_that_a_number_resolves_to_its_only_successor_of_today(tables, number, resolved) -> None:
    assert tables.resolve_municipality(number) == resolved


@pytest.mark.parametrize(
    ("number", "organization_number", "municipality"),
    [
        ("1101", "", "1101"),
        ("1101", "958935420", "1101"),
        ("9001", "944496394", "0301"),
        ("1507", "944496394", ""),
        ("7777", "944496394", ""),
        ("", "944496394", "1101"),
        ("", "974760673", ""),
        ("", "", ""),
    ],
)
def test_that_an_organisation_number_names_the_municipality_only_where_no_number_does(
    tables, number: str, organization_number: str, municipality: str
) -> None:
    assert tables.municipality_of(number, organization_number) == municipality


def test_that_a_successor_outside_the_tables_resolves_to_nothing() -> None:
    tables = ReferenceTables(municipality_history=(RetiredMunicipality("1", "A", ("2",)),))
    assert tables.resolve_municipality("1") == ""


@pytest.mark.parametrize(
    ("number", "name"), [("0301", "Oslo"), ("1543", "Nesset"), ("7777", ""), ("", "")]
)
def test_that_a_number_of_today_or_the_past_has_its_name(tables, number: str, name: str) -> None:
    assert tables.municipality_name(number) == name


def test_that_a_number_in_use_is_not_retired(tables) -> None:
    assert "0301" not in tables.retired_by_number
    assert tables.retired_by_number["1543"].name == "Nesset"


def test_that_a_municipality_without_organisation_number_is_not_found_by_none(tables) -> None:
    assert "" not in tables.municipality_by_organization
    assert tables.municipality_by_organization["944496394"].number == "1101"


def test_that_every_shipped_municipality_resolves_to_itself(shipped: ReferenceTables) -> None:
    assert len(shipped.municipality_by_number) == 357
    assert all(shipped.resolve_municipality(n) == n for n in shipped.municipality_by_number)


def test_that_every_shipped_retired_number_resolves_to_today_or_to_nothing(
    shipped: ReferenceTables,
) -> None:
    for number, entry in shipped.retired_by_number.items():
        resolved = shipped.resolve_municipality(number)
        assert resolved in {*shipped.municipality_by_number, ""}
        assert bool(resolved) is (len(entry.successors) == 1), number
    assert shipped.resolve_municipality("1507") == ""
    assert shipped.resolve_municipality("0101") == "3101"


# -- categories and forms ----------------------------------------------------------------------
def test_that_a_category_is_found_in_any_case_and_spacing(tables) -> None:
    assert tables.category("LAB").code == "Lab"
    assert tables.category(" korona Test ").code == "Koronatest"
    assert tables.category("Labb") is None


def test_that_a_form_is_found_by_code_and_by_name(tables) -> None:
    by_code = tables.forms_named("KORONAVAKSINE-2")
    by_name = tables.forms_named("koronavaksine 2:egenerklæring uten INNSENDING")
    assert by_code == by_name
    assert [form.code for form in by_code] == ["koronavaksine-2"]
    assert tables.forms_named("koronavaksine") == ()


def test_that_a_form_whose_code_is_its_name_is_found_once() -> None:
    tables = ReferenceTables(forms=(Form("Skjema", "skjema", "Koronatest", False),))
    assert len(tables.forms_named("SKJEMA")) == 1


def test_that_a_form_is_its_categorys_own_and_valid_on_the_day() -> None:
    old = Form("s", "Skjema", "koronatest", True, None, date(2025, 12, 31))
    new = Form("s", "Skjema", "Koronatest", False, date(2026, 1, 1))
    other = Form("s", "Skjema", "Koronavaksine", False)
    tables = ReferenceTables(forms=(other, old, new))
    category = Category("Koronatest", "Koronatest", form_required=True)
    assert tables.form_of(category, "skjema", date(2025, 12, 31)) is old
    assert tables.form_of(category, "S", date(2026, 1, 1)) is new
    assert tables.form_of(Category("Lab", "Lab", form_required=False), "s", date.max) is None


@pytest.mark.parametrize(
    ("start", "end", "valid"),
    [
        (None, None, True),
        (date(2026, 3, 16), None, True),
        (date(2026, 3, 17), None, False),
        (None, date(2026, 3, 16), True),
        (None, date(2026, 3, 15), False),
        (date(2026, 3, 16), date(2026, 3, 16), True),
    ],
)
def test_that_a_form_is_valid_on_both_of_its_ends(start, end, valid) -> None:
    form = Form("s", "Skjema", "Koronatest", False, start, end)
    assert form.is_valid_on(date(2026, 3, 16)) is valid


# -- vendors -----------------------------------------------------------------------------------
def test_that_a_vendor_is_matched_on_vendor_and_system_in_any_case_and_spacing(tables) -> None:
    found = tables.vendor(" FJELL journal ", "fjellepj")
    assert found == VendorSystem("Fjelljournal", "Fjell EPJ", YES, NO, NO)


def test_that_without_a_system_each_column_counts_only_where_all_systems_agree(tables) -> None:
    found = tables.vendor("Fjelljournal", "")
    assert found == VendorSystem("Fjelljournal", "", YES, UNKNOWN, UNKNOWN)
    assert tables.vendor("Skogjournal", "") == VendorSystem("Skogjournal", "", NO, NO, YES)


@pytest.mark.parametrize(
    ("vendor", "system"), [("", ""), ("", "Fjord EPJ"), ("Ukjent", ""), ("Fjordjournal", "Fjell")]
)
def test_that_a_vendor_or_system_outside_the_table_is_none(tables, vendor, system) -> None:
    assert tables.vendor(vendor, system) is None


# -- service types -----------------------------------------------------------------------------
def test_that_a_category_has_its_pairs_or_none(tables) -> None:
    assert tables.service_types_of("lab") == {("8663", "KX01"), ("8663", "KX02")}
    assert tables.service_types_of("Vaksine") == frozenset()
