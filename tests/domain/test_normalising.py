"""A raw order becomes an order, or one refusal with its place; what was sent is kept, masked."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timebok_desktop.domain.codes import Kind, Scheme
from timebok_desktop.domain.normalising import LONGEST_VALUE, MOST_EXTRAS, normalise
from timebok_desktop.domain.order import FIELDS, Order, RawOrder, RawValue
from timebok_desktop.domain.order_labels import JSON_NAMES, LABELS, field_of, label_of
from timebok_desktop.domain.problems import Problem

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
SYNTHETIC = "01819010001"
LEAST = {"kind": "Bestilling", "municipality_number": 301, "her_id": "12 34", "category": "lab"}


def normalised(
    *,
    extras: dict[str, object] | None = None,
    noted: bool = False,
    name: str = "a.csv",
    place: str = "row 2",
    **fields: object,
) -> tuple[Order | None, tuple[Problem, ...]]:
    """What becomes of a row with these fields; the place of a field is its name."""
    raw = RawOrder(
        place,
        {field: RawValue(value, f"{place}, {field}") for field, value in fields.items()},
        {key: RawValue(value, f"{place}, extra") for key, value in (extras or {}).items()},
        extras_noted=noted,
    )
    return normalise(raw, reference="R", received_at=NOW, source_sha256="00", source_name=name)


def taken(**fields: object) -> Order:
    order, problems = normalised(**{**LEAST, **fields})
    assert order is not None
    assert problems == ()
    return order


def refusal(**fields: object) -> tuple[str, str]:
    order, problems = normalised(**fields)
    assert order is None
    (problem,) = problems
    assert problem.refuses
    assert problem.phrase.text("nb")
    assert problem.phrase.text("nn")
    return problem.at, problem.code


def test_that_the_least_order_is_taken_and_normalised() -> None:
    order = taken()
    assert (order.kind, order.scheme) == (Kind.ACTIVATE, Scheme.RESOURCE_SCHEDULE)
    assert (order.municipality_number, order.her_id, order.category) == ("0301", "1234", "Lab")
    assert order.organization_number == ""
    assert order.as_sent == LEAST
    assert order.places["her_id"] == "row 2, her_id"
    assert (order.reference, order.received_at, order.source_sha256) == ("R", NOW, "00")


def test_that_every_field_is_read() -> None:
    order = taken(
        scheme="Via behandler",
        organization_number="974 760 673",
        form=" koronavaksine-1 ",
        contact_name="Kari",
        contact_email="k@x.example",
        had_interim_solution="Ja",
        desired_from="01.04.2026",
        language="Nynorsk",
        submitted_at="2026-03-01T10:00:00Z",
    )
    assert order.scheme is Scheme.VIA_PRACTITIONER
    assert order.organization_number == "974760673"
    assert order.form == "koronavaksine-1"
    assert order.contact.name == "Kari"
    assert order.had_interim_solution is True
    assert order.desired_from == date(2026, 4, 1)
    assert order.language == "nn"
    assert order.submitted_at == datetime(2026, 3, 1, 10, 0, tzinfo=UTC)


def test_that_an_organisation_number_may_stand_for_the_municipality() -> None:
    assert (
        taken(municipality_number=None, organization_number="974760673").municipality_number == ""
    )


@pytest.mark.parametrize("field", ["kind", "her_id", "category", "municipality_number"])
@pytest.mark.parametrize("value", [None, "", "   "])
def test_that_a_row_without_a_required_field_is_refused_with_its_place(field, value) -> None:
    assert refusal(**{**LEAST, field: value}) == (f"row 2, {field}", "missing-field")


def test_that_a_field_that_is_not_in_the_file_is_missing_at_the_order() -> None:
    fields = {name: value for name, value in LEAST.items() if name != "her_id"}
    assert refusal(**fields) == ("row 2", "missing-field")


def test_that_everything_missing_is_named() -> None:
    _, (problem,) = normalised(comment="bare prat")
    assert "Gjelder, Kommunenummer eller Organisasjonsnummer, HER-id og" in problem.phrase.text(
        "nb"
    )


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"kind": "Oppsigelse"}, "unknown-kind"),
        ({"scheme": "Fastlege"}, "unknown-scheme"),
        ({"comment": "x" * (LONGEST_VALUE + 1)}, "too-long"),
        ({"comment": "a\0b"}, "control-character"),
        ({"comment": "a\ud800"}, "control-character"),
    ],
)
def test_that_what_cannot_be_read_or_kept_is_refused_at_its_field(fields, code) -> None:
    (name,) = fields
    assert refusal(**{**LEAST, **fields}) == (f"row 2, {name}", code)


def test_that_a_long_wrong_word_is_quoted_shortly_and_masked() -> None:
    _, (problem,) = normalised(**{**LEAST, "kind": f"{SYNTHETIC} {'x' * 100}"})
    assert SYNTHETIC not in problem.phrase.text("nb")
    assert "…" in problem.phrase.text("nn")


def test_that_wrong_identifiers_are_taken_as_received() -> None:
    order = taken(her_id="HER 12", category="Blodbank", municipality_number="x")
    assert (order.category, order.municipality_number) == ("Blodbank", "x")
    assert order.her_id == "HER 12"
    assert order.as_sent["her_id"] == "HER 12"


@pytest.mark.parametrize(
    "field", ["had_interim_solution", "desired_from", "language", "submitted_at"]
)
def test_that_an_optional_value_not_understood_is_noted_and_kept(field: str) -> None:
    order, (note,) = normalised(**{**LEAST, field: "tja"})
    assert order is not None
    assert (note.at, note.code, note.refuses) == (f"row 2, {field}", "not-understood", False)
    assert "tja" in note.phrase.text("nb")
    assert "tja" in note.phrase.text("nn")
    assert order.as_sent[field] == "tja"
    assert not getattr(order, field)


@pytest.mark.parametrize("value", [f"Pasient {SYNTHETIC}", int(SYNTHETIC), float(SYNTHETIC)])
def test_that_a_national_identity_number_is_masked_wherever_it_stands(value: object) -> None:
    order = taken(comment=value)
    assert order.comment.endswith("*" * 11)
    assert SYNTHETIC not in str(order.as_sent)
    assert order.masked == {"comment": "row 2, comment"}


def test_that_other_typed_values_stay_what_they_are() -> None:
    order = taken(comment=2.5, form=True, desired_from=date(2026, 4, 1), vendor=float("nan"))
    assert order.as_sent["comment"] == 2.5
    assert order.as_sent["form"] is True
    assert order.as_sent["vendor"] == "nan"
    assert order.masked == {}


def test_that_extras_are_kept_noted_and_masked_name_and_all() -> None:
    order, notes = normalised(**LEAST, extras={f"Id {SYNTHETIC}": SYNTHETIC, "Farge": "blå"})
    assert order is not None
    masked = "*" * 11
    assert order.extras == {f"Id {masked}": masked, "Farge": "blå"}
    assert {note.code for note in notes} == {"unknown-column"}
    assert all(SYNTHETIC not in note.phrase.text("nn") for note in notes)
    assert f"Id {masked}" in order.masked


def test_that_extras_the_reader_has_noted_are_not_noted_again() -> None:
    _, notes = normalised(**LEAST, extras={"Farge": "blå"}, noted=True)
    assert notes == ()


def test_that_far_too_many_extras_are_refused() -> None:
    extras = {f"x{number}": 1 for number in range(MOST_EXTRAS + 1)}
    assert refusal(**LEAST, extras=extras) == ("row 2", "too-many-fields")


def test_that_a_number_in_the_name_of_the_file_is_masked() -> None:
    order, _ = normalised(**LEAST, name=f"{SYNTHETIC}.csv")
    assert order is not None
    assert order.source_name == "***********.csv"


values = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.dates()
    | st.datetimes()
)
words = st.sampled_from(["Bestilling", "Endring", "0301", "1234", "Lab", "Ja", SYNTHETIC])


@settings(deadline=None)
@given(
    fields=st.dictionaries(st.sampled_from(FIELDS), values | words),
    extras=st.dictionaries(st.text(max_size=30), values, max_size=5),
)
def test_that_any_values_give_an_order_or_exactly_one_refusal(fields, extras) -> None:
    raw = RawOrder(
        "row 2",
        {name: RawValue(value, "") for name, value in fields.items()},
        {name: RawValue(value, "row 2, x") for name, value in extras.items()},
    )
    order, problems = normalise(
        raw, reference="", received_at=NOW, source_sha256="", source_name=""
    )
    assert sum(problem.refuses for problem in problems) == (order is None)
    assert SYNTHETIC not in str(order)
    for problem in problems:
        assert problem.phrase.text("nb")
        assert problem.phrase.text("nn")


@pytest.mark.parametrize("field", FIELDS)
def test_that_every_field_is_known_by_label_and_json_name(field: str) -> None:
    name = JSON_NAMES[field]
    label = LABELS[field]
    for written in (label.text("nb"), label.text("nn"), name.replace("/", ".")):
        assert field_of(written) == field
        assert field_of(f" {written.upper()} ") == field
        assert field_of(written.replace("-", "\u2011")) == field
    assert label_of(field) == label.text("nb")


def test_that_other_labels_are_unknown() -> None:
    assert field_of("Farge") is None
