"""Rules about the form that the citizen fills in. Silent for a deactivation."""

from __future__ import annotations

from timebok_desktop.domain.codes import Answer, Severity
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.rules.case import RuleCase
from timebok_desktop.domain.rules.registry import NHN, TABLE, Hit, rule

_NO_FORMS_YET = Phrase(
    "Tabellen har ingen gyldige skjemaer for {category}, så «{form}» kan ikke kontrolleres. Avklar "
    "skjemaet, og før det inn i tabellen.",
    "Tabellen har ingen gyldige skjema for {category}, så «{form}» kan ikkje kontrollerast. Avklar "
    "skjemaet, og før det inn i tabellen.",
)


@rule(
    "FORM-MISSING",
    Severity.STOP,
    "form",
    title=Phrase("Skjema mangler", "Skjema manglar"),
    source=NHN,
    message=Phrase(
        "{category} skal ha et skjema, og bestillingen har ikke noe. Be kommunen velge skjema.",
        "{category} skal ha eit skjema, og bestillinga har ikkje noko. Be kommunen velje skjema.",
    ),
)
def form_missing(case: RuleCase) -> Hit | None:
    """The category requires a form and none is given."""
    if case.is_deactivation or case.category is None or not case.category.form_required:
        return None
    return None if case.order.form else Hit({"category": case.category.code})


@rule(
    "FORM-NOT-ALLOWED",
    Severity.STOP,
    "form",
    title=Phrase("Kategorien har ikke skjema", "Kategorien har ikkje skjema"),
    source=NHN,
    message=Phrase(
        "{category} har ikke skjema, men bestillingen oppgir «{form}». Avklar med kommunen om "
        "kategorien er riktig, eller ta bort skjemaet.",
        "{category} har ikkje skjema, men bestillinga oppgir «{form}». Avklar med kommunen om "
        "kategorien er rett, eller ta bort skjemaet.",
    ),
)
def form_not_allowed(case: RuleCase) -> Hit | None:
    """The category has no forms and one is given."""
    if case.is_deactivation or case.category is None or case.category.form_required:
        return None
    if not case.order.form:
        return None
    return Hit({"category": case.category.code, "form": case.order.form})


@rule(
    "FORM-UNKNOWN",
    Severity.WARNING,
    "form",
    title=Phrase("Skjemaet er ikke i tabellen", "Skjemaet er ikkje i tabellen"),
    source=TABLE,
    message=Phrase(
        "«{form}» står ikke i tabellen over skjemaer for {category}. Tabellen har: {known}.",
        "«{form}» står ikkje i tabellen over skjema for {category}. Tabellen har: {known}.",
    ),
)
def form_unknown(case: RuleCase) -> Hit | None:
    """The category requires a form and the given one is not in the table, or is another's."""
    if case.is_deactivation or case.category is None or not case.category.form_required:
        return None
    if not case.order.form or case.form is not None:
        return None
    named = case.tables.forms_named(case.order.form)
    known = tuple(
        form.code
        for form in case.tables.forms
        if case.tables.category(form.category) == case.category and form.is_valid_on(case.today)
    )
    return Hit(
        {
            "form": case.order.form,
            "category": case.category.code,
            "belongs_to": tuple(form.category for form in named),
            "known": known,
        },
        message=None if known else _NO_FORMS_YET,
    )


@rule(
    "FORM-RECEIVER",
    Severity.STOP,
    "form",
    title=Phrase(
        "Journalsystemet kan ikke ta imot svarene", "Journalsystemet kan ikkje ta imot svara"
    ),
    source=NHN,
    message=Phrase(
        "Skjemaet «{form}» sender svarene til journalsystemet, men {vendor} er registrert som et "
        "system som ikke kan ta imot dem. Velg skjema uten innsending.",
        "Skjemaet «{form}» sender svara til journalsystemet, men {vendor} er registrert som eit "
        "system som ikkje kan ta imot dei. Vel skjema utan innsending.",
    ),
)
def form_receiver(case: RuleCase) -> Hit | None:
    """The form sends answers and the vendor's system is registered as not receiving them."""
    if case.is_deactivation or case.form is None or case.vendor is None:
        return None
    if not case.form.sends_answers or case.vendor.receives_answers is not Answer.NO:
        return None
    vendor = f"{case.vendor.vendor} {case.vendor.system}".strip()
    return Hit({"form": case.form.name, "form_code": case.form.code, "vendor": vendor})
