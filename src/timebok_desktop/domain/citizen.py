"""What a citizen meets with a configuration: our own sketch, in plain lines.

How Helsenorge looks is not known here. A sketch says what the configuration, the registry and the
reference tables say, and names what none of them does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timebok_desktop.domain.codes import PARTY_TYPE_WORDS, Kind, PartyType, Scheme
from timebok_desktop.domain.configuration import Configuration, Proposal
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.party import Party
from timebok_desktop.domain.phrases import Phrase, same
from timebok_desktop.domain.reference import Category, Form, ReferenceTables

TITLES = {
    "service": Phrase("Tjeneste", "Teneste"),
    "place": Phrase("Sted", "Stad"),
    "category": Phrase("Kategori", "Kategori"),
    "booked_with": Phrase("Timen bestilles hos", "Timen blir bestilt hos"),
    "form": Phrase("Skjema", "Skjema"),
    "answers": Phrase("Svarene", "Svara"),
}
"""What a sketch tells, from top to bottom."""

_BOOKED_WITH = {
    Scheme.RESOURCE_SCHEDULE: Phrase(
        "tjenesten, uten navngitt behandler", "tenesta, utan namngitt behandlar"
    ),
    Scheme.VIA_PRACTITIONER: Phrase(
        "behandler (koronatest via behandler)", "behandlar (koronatest via behandlar)"
    ),
}
_NO_PARTY = Phrase(
    "Ukjent: HER-id-en finnes ikke i AR-uttrekket", "Ukjend: HER-id-en finst ikkje i AR-uttrekket"
)
_NO_SERVICE = Phrase(
    "Ukjent: AR sier ikke hva tjenesten er", "Ukjend: AR seier ikkje kva tenesta er"
)
_OTHER_LEVEL = Phrase("{name} ({type}, ikke en tjeneste)", "{name} ({type}, ikkje ei teneste)")
_NO_PLACE = Phrase("Ukjent: AR har ikke noe sted for den", "Ukjend: AR har ingen stad for ho")
_NO_FORM = Phrase("Ikke noe skjema", "Ikkje noko skjema")
_FORM_LACKS = Phrase(
    "Ukjent: kategorien skal ha skjema, men det er ikke oppgitt",
    "Ukjend: kategorien skal ha skjema, men det er ikkje oppgitt",
)
_NOT_IN_TABLE = Phrase(
    "{form} (ikke et skjema for kategorien i skjematabellen)",
    "{form} (ikkje eit skjema for kategorien i skjematabellen)",
)
_NO_ANSWERS = Phrase("Ingen svar å sende", "Ingen svar å sende")
_SENT = Phrase("Sendes til journalsystemet", "Blir sende til journalsystemet")
_NOT_SENT = Phrase(
    "Sendes ikke. Skjemaet sier fra om at ingenting sendes inn.",
    "Blir ikkje sende. Skjemaet seier frå om at ingenting blir sendt inn.",
)
_ANSWERS_UNKNOWN = Phrase(
    "Ukjent: skjematabellen sier ikke om svarene sendes",
    "Ukjend: skjematabellen seier ikkje om svara blir sende",
)

_NO_SKETCH = Phrase(
    "Skissen kan ikke tegnes før bestillingen har en gyldig HER-id og en kjent kategori.",
    "Skissa kan ikkje teiknast før bestillinga har ein gyldig HER-id og ein kjend kategori.",
)
_INACTIVE = Phrase(
    "Tjenesten er ikke aktiv i AR. Innbyggere vil ikke kunne bestille.",
    "Tenesta er ikkje aktiv i AR. Innbyggjarar vil ikkje kunne bestille.",
)
_NO_BASE = Phrase(
    "Vi kjenner ingen gjeldende konfigurasjon, så hva innbyggeren møter i dag, er ukjent.",
    "Vi kjenner ingen gjeldande konfigurasjon, så kva innbyggjaren møter i dag, er ukjent.",
)
_GONE = Phrase(
    "Innbyggeren kan ikke lenger bestille time her i denne kategorien.",
    "Innbyggjaren kan ikkje lenger bestille time her i denne kategorien.",
)
_NEW = Phrase(
    "Vi kjenner ingen konfigurasjon for denne tjenesten og kategorien i dag.",
    "Vi kjenner ingen konfigurasjon for denne tenesta og kategorien i dag.",
)
_NO_DIFFERENCE = Phrase(
    "Ingenting i skissen blir annerledes for innbyggeren.",
    "Ingenting i skissa blir annleis for innbyggjaren.",
)


@dataclass(frozen=True, slots=True)
class CitizenLine:
    """One thing that a citizen meets. `name` is a key of `TITLES`; not `known` says what lacks."""

    name: str
    text: Phrase
    known: bool = True

    @property
    def title(self) -> Phrase:
        """What the line is about."""
        return TITLES[self.name]


Sketch = tuple[CitizenLine, ...]


@dataclass(frozen=True, slots=True)
class CitizenPreview:
    """A sketch of today and one of what becomes; each is empty where there is nothing to meet.

    `today` and `becomes` say why a sketch is empty, None where it is not. `changed` are the lines
    that differ, `remarks` what the sketches do not show.
    """

    before: Sketch = ()
    after: Sketch = ()
    today: Phrase | None = None
    becomes: Phrase | None = None
    changed: frozenset[str] = frozenset()
    remarks: tuple[Phrase, ...] = ()


def citizen_preview(
    proposal: Proposal | None, party: Party | None, tables: ReferenceTables, day: date
) -> CitizenPreview:
    """What a citizen meets before and after an order takes effect; `day` judges the forms and
    whether the party is active.
    """
    if proposal is None:
        return CitizenPreview(today=_NO_SKETCH, becomes=_NO_SKETCH)
    before = _sketch(proposal.before, party, tables, day)
    after = _sketch(proposal.after, party, tables, day)
    ends = proposal.action is Kind.DEACTIVATE
    nothing_today = _NEW if proposal.action is Kind.ACTIVATE else _NO_BASE
    remarks = [_INACTIVE] if party is not None and not party.is_active_on(day) else []
    changed = frozenset(
        new.name for old, new in zip(before, after, strict=False) if old.text != new.text
    )
    if before and after and not changed:
        remarks.append(_NO_DIFFERENCE)
    return CitizenPreview(
        before=before,
        after=after,
        today=None if before else nothing_today,
        becomes=_GONE if ends else None,
        changed=changed,
        remarks=tuple(remarks),
    )


def _sketch(
    configuration: Configuration | None, party: Party | None, tables: ReferenceTables, day: date
) -> Sketch:
    if configuration is None:
        return ()
    code = configuration.key.category
    category = tables.category(code)
    form = _form(configuration.form, category, tables, day)
    return (
        _service(party),
        _place(party),
        CitizenLine("category", same(category.name if category else code)),
        CitizenLine("booked_with", _BOOKED_WITH[configuration.scheme]),
        _form_line(configuration.form, form, category),
        _answers(configuration.form, form, category),
    )


def _service(party: Party | None) -> CitizenLine:
    if party is None:
        return CitizenLine("service", _NO_PARTY, known=False)
    named = party.service_type.text if party.service_type else ""
    name = named or party.display_name or party.name
    if not name:
        return CitizenLine("service", _NO_SERVICE, known=False)
    if party.type is not PartyType.SERVICE:
        level = PARTY_TYPE_WORDS[party.type]
        told = _OTHER_LEVEL.fill(name=name, type=Phrase(level.nb.lower(), level.nn.lower()))
        return CitizenLine("service", told, known=False)
    return CitizenLine("service", same(name))


def _place(party: Party | None) -> CitizenLine:
    """A service's name is only its type: the place stands in its own field, or is not known."""
    if party is None:
        return CitizenLine("place", _NO_PARTY, known=False)
    if not party.location_description:
        return CitizenLine("place", _NO_PLACE, known=False)
    return CitizenLine("place", same(party.location_description))


def _form(given: str, category: Category | None, tables: ReferenceTables, day: date) -> Form | None:
    """The form of a code or name: a valid one before one that the category had or will have."""
    if category is None or not given:
        return None
    own = [
        one
        for one in tables.forms_named(given)
        if squeezed(one.category) == squeezed(category.code)
    ]
    return tables.form_of(category, given, day) or (own[0] if own else None)


def _form_line(given: str, form: Form | None, category: Category | None) -> CitizenLine:
    if form is not None:
        return CitizenLine("form", same(form.name))
    if given:
        return CitizenLine("form", _NOT_IN_TABLE.fill(form=given), known=False)
    if category is not None and category.form_required:
        return CitizenLine("form", _FORM_LACKS, known=False)
    return CitizenLine("form", _NO_FORM)


def _answers(given: str, form: Form | None, category: Category | None) -> CitizenLine:
    if form is not None:
        return CitizenLine("answers", _SENT if form.sends_answers else _NOT_SENT)
    if given or (category is not None and category.form_required):
        return CitizenLine("answers", _ANSWERS_UNKNOWN, known=False)
    return CitizenLine("answers", _NO_ANSWERS)
