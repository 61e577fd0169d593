"""From a raw order, as it stands in a file, to an order that the desk can judge.

Refuses only what cannot be read as an order at all; whatever is present but wrong is taken and
judged by the rules. What was sent is kept beside what it means, with national identity numbers
masked in every value. A refused order gives exactly one refusing problem.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from timebok_desktop.domain.codes import Kind, Scheme
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.identifiers import (
    normalise_her_id,
    normalise_municipality_number,
    normalise_organization_number,
)
from timebok_desktop.domain.order import Contact, Order, RawOrder, RawValue, SentValue
from timebok_desktop.domain.order_labels import LABELS
from timebok_desktop.domain.personal_numbers import mask
from timebok_desktop.domain.phrases import Phrase, same
from timebok_desktop.domain.problems import Problem
from timebok_desktop.domain.sent_values import (
    KINDS,
    SCHEMES,
    category_of,
    day_of,
    language_of,
    moment_of,
    text_of,
    yes_or_no,
)

LONGEST_VALUE = 10_000
"""Characters that one value may have; a longer one refuses its order."""

MOST_EXTRAS = 200
"""Unknown columns that one order may have."""

Meaning = TypeVar("Meaning", bool, date, datetime, str)

_SHORTEST_PERSONAL_NUMBER = 11
_QUOTED_LENGTH = 60
UNSTORABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff]")
"""Control characters (but not tabs and line ends) and halves of surrogate pairs: they cannot be
kept, shown and handed on unchanged."""


class _Refusal(Exception):  # noqa: N818 - an answer on the way out, not an error
    """The order cannot be taken; carries the one problem that says why."""

    def __init__(self, at: str, code: str, phrase: Phrase) -> None:
        super().__init__(code)
        self.problem = Problem(at, code, phrase, refuses=True)


@dataclass(slots=True)
class _Intake:
    """The values of one order after masking, and what was noted on the way."""

    raw: RawOrder
    values: dict[str, SentValue] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    masked: dict[str, str] = field(default_factory=dict)
    notes: list[Problem] = field(default_factory=list)

    def text(self, name: str) -> str:
        """The field as trimmed text, "" where nothing was sent."""
        value = self.values.get(name)
        return text_of(value) if value is not None else ""

    def place(self, name: str) -> str:
        """Where the field stands or would have stood."""
        raw = self.raw.values.get(name)
        return raw.place if raw is not None and raw.place else self.raw.place


def normalise(
    raw: RawOrder, *, reference: str, received_at: datetime, source_sha256: str, source_name: str
) -> tuple[Order | None, tuple[Problem, ...]]:
    """The order that `raw` is, or None with the problem that refuses it; and every note."""
    intake = _Intake(raw)
    try:
        _take_fields(intake)
        extras = _take_extras(intake)
        _require(intake)
        kind, scheme = _kind(intake), _scheme(intake)
    except _Refusal as refusal:
        return None, (refusal.problem,)
    order = Order(
        reference=reference,
        kind=kind,
        scheme=scheme,
        municipality_number=_number(intake, "municipality_number", normalise_municipality_number),
        municipality_name=intake.text("municipality_name"),
        organization_number=_number(intake, "organization_number", normalise_organization_number),
        her_id=_number(intake, "her_id", normalise_her_id),
        category=category_of(intake.values["category"]),
        form=intake.text("form"),
        vendor=intake.text("vendor"),
        system=intake.text("system"),
        contact=_contact(intake),
        had_interim_solution=_understood(intake, "had_interim_solution", yes_or_no),
        desired_from=_understood(intake, "desired_from", day_of),
        language=_understood(intake, "language", language_of) or "",
        comment=intake.text("comment"),
        external_reference=intake.text("external_reference"),
        submitted_at=_understood(intake, "submitted_at", moment_of),
        received_at=received_at,
        as_sent=intake.values,
        places=intake.places,
        extras=extras,
        masked=intake.masked,
        source_sha256=source_sha256,
        source_name=mask(source_name)[0],
    )
    return order, tuple(intake.notes)


def _take_fields(intake: _Intake) -> None:
    for name, raw in intake.raw.values.items():
        value = raw.value
        if value is None or value == "":
            continue
        intake.values[name] = _storable(intake, name, raw)
        intake.places[name] = raw.place


def _take_extras(intake: _Intake) -> Mapping[str, SentValue]:
    extras = intake.raw.extras
    if not extras:
        return {}
    if len(extras) > MOST_EXTRAS:
        raise _Refusal(
            intake.raw.place,
            "too-many-fields",
            Phrase(
                "Bestillingen har {count} ukjente felter; høyst {most} tas imot. Be om en fil som "
                "følger bestillingsskjemaet.",
                "Bestillinga har {count} ukjende felt; høgst {most} blir tekne imot. Be om ei fil "
                "som følgjer bestillingsskjemaet.",
                {"count": len(extras), "most": MOST_EXTRAS},
            ),
        )
    return dict(_taken_extra(intake, name, raw) for name, raw in extras.items())


def _taken_extra(intake: _Intake, name: str, raw: RawValue) -> tuple[str, SentValue]:
    shown = str(_storable(intake, name, RawValue(name, raw.place)))
    if not intake.raw.extras_noted:
        intake.notes.append(unknown_column(shown, raw.place))
    return shown, _storable(intake, shown, raw)


def unknown_column(name: str, place: str) -> Problem:
    """The note that a file has a column or field which the order form does not have."""
    return Problem(
        place,
        "unknown-column",
        Phrase(
            "«{name}» er ikke et felt i bestillingsskjemaet. Innholdet er tatt vare på og vises "
            "sammen med bestillingen.",
            "«{name}» er ikkje eit felt i bestillingsskjemaet. Innhaldet er teke vare på og blir "
            "vist saman med bestillinga.",
            {"name": _quoted(name)},
        ),
        refuses=False,
    )


def _storable(intake: _Intake, name: str, raw: RawValue) -> SentValue:
    """The value with every national identity number masked; refused where it cannot be kept."""
    value = raw.value
    if isinstance(value, str):
        _require_storable(value, name, raw.place or intake.raw.place)
        if len(value) < _SHORTEST_PERSONAL_NUMBER:
            return value
        text, found = mask(value)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        if isinstance(value, float) and not math.isfinite(value):
            return repr(value)
        text, found = _masked_number(value)
    else:
        return value
    if not found:
        return value
    intake.masked[name] = raw.place
    return text


def _masked_number(value: float) -> tuple[str, int]:
    """A number cell loses the zero in front, so ten digits are tried as eleven."""
    return mask(text_of(value).zfill(_SHORTEST_PERSONAL_NUMBER))


def _require_storable(value: str, name: str, place: str) -> None:
    control_character = UNSTORABLE.search(value)
    if control_character is None and len(value) <= LONGEST_VALUE:
        return
    label = LABELS.get(name) or same(_quoted(name))
    if len(value) > LONGEST_VALUE:
        raise _Refusal(
            place,
            "too-long",
            Phrase(
                "Teksten i «{field}» har {count} tegn; høyst {most} tas imot, og ingenting kortes "
                "ned. Be om en kortere tekst, eventuelt med resten som vedlegg.",
                "Teksten i «{field}» har {count} teikn; høgst {most} blir tekne imot, og ingenting "
                "blir korta ned. Be om ein kortare tekst, eventuelt med resten som vedlegg.",
                {"field": label, "count": len(value), "most": LONGEST_VALUE},
            ),
        )
    if control_character:
        raise _Refusal(
            place,
            "control-character",
            Phrase(
                "Teksten i «{field}» inneholder et usynlig styretegn (U+{sign}) på plass {number}. "
                "Fjern tegnet i filen, og importer den på nytt.",
                "Teksten i «{field}» inneheld eit usynleg styreteikn (U+{sign}) på plass {number}. "
                "Fjern teiknet i fila, og importer ho på nytt.",
                {
                    "field": label,
                    "sign": f"{ord(control_character.group()):04X}",
                    "number": control_character.start() + 1,
                },
            ),
        )


def _require(intake: _Intake) -> None:
    missing = [name for name in ("kind", "her_id", "category") if not intake.text(name)]
    if not intake.text("municipality_number") and not intake.text("organization_number"):
        missing.insert(bool(missing) and missing[0] == "kind", "municipality_number")
    if missing:
        raise _Refusal(
            intake.place(missing[0]),
            "missing-field",
            Phrase(
                "Bestillingen mangler {fields}. Be kommunen sende den på nytt med dette utfylt.",
                "Bestillinga manglar {fields}. Be kommunen sende ho på nytt med dette utfylt.",
                {"fields": _listed(missing)},
            ),
        )


def _listed(names: list[str]) -> Phrase:
    words = [
        "Kommunenummer eller Organisasjonsnummer"
        if name == "municipality_number"
        else LABELS[name].text("nb")
        for name in names
    ]
    listed = ", ".join(words[:-1]) + " og " + words[-1] if len(words) > 1 else words[0]
    return same(listed)


def _kind(intake: _Intake) -> Kind:
    sent = intake.text("kind")
    kind = KINDS.get(squeezed(sent))
    if kind is None:
        raise _Refusal(
            intake.place("kind"),
            "unknown-kind",
            Phrase(
                "«{sent}» er ikke noe en bestilling kan gjelde. Bruk Bestilling, Endring eller "
                "Avslutning.",
                "«{sent}» er ikkje noko ei bestilling kan gjelde. Bruk Bestilling, Endring eller "
                "Avslutning.",
                {"sent": _quoted(sent)},
            ),
        )
    return kind


def _scheme(intake: _Intake) -> Scheme:
    sent = intake.text("scheme")
    scheme = SCHEMES.get(squeezed(sent)) if sent else Scheme.RESOURCE_SCHEDULE
    if scheme is None:
        raise _Refusal(
            intake.place("scheme"),
            "unknown-scheme",
            Phrase(
                "«{sent}» er ikke en ordning. Bruk Ressurstimebok eller Via behandler.",
                "«{sent}» er ikkje ei ordning. Bruk Ressurstimebok eller Via behandlar.",
                {"sent": _quoted(sent)},
            ),
        )
    return scheme


def _number(intake: _Intake, name: str, normalised: Callable[[str], str]) -> str:
    sent = intake.text(name)
    return normalised(sent) if sent else ""


def _contact(intake: _Intake) -> Contact:
    return Contact(
        name=intake.text("contact_name"),
        email=intake.text("contact_email"),
        phone=intake.text("contact_phone"),
        role=intake.text("contact_role"),
    )


def _understood(
    intake: _Intake, name: str, read: Callable[[SentValue], Meaning | None]
) -> Meaning | None:
    """What an optional value means; one that is not understood is noted and stays as sent."""
    sent = intake.text(name)
    if not sent:
        return None
    meaning = read(intake.values[name])
    if meaning is None:
        intake.notes.append(
            Problem(
                intake.place(name),
                "not-understood",
                _NOT_UNDERSTOOD[name].fill(field=LABELS[name], sent=_quoted(sent)),
                refuses=False,
            )
        )
    return meaning


_DAY = Phrase(
    "«{field}» er «{sent}», som ikke kan leses som en dato. Verdien er tatt vare på som den ble "
    "sendt; bruk dd.mm.åååå.",
    "«{field}» er «{sent}», som ikkje kan lesast som ein dato. Verdien er teken vare på slik han "
    "vart send; bruk dd.mm.åååå.",
)
_NOT_UNDERSTOOD = {
    "had_interim_solution": Phrase(
        "«{field}» er «{sent}», som verken er Ja eller Nei. Verdien er tatt vare på som den ble "
        "sendt.",
        "«{field}» er «{sent}», som verken er Ja eller Nei. Verdien er teken vare på slik han vart "
        "send.",
    ),
    "language": Phrase(
        "«{field}» er «{sent}», som verken er Bokmål eller Nynorsk. Verdien er tatt vare på som "
        "den ble sendt.",
        "«{field}» er «{sent}», som verken er Bokmål eller Nynorsk. Verdien er teken vare på slik "
        "han vart send.",
    ),
    "desired_from": _DAY,
    "submitted_at": _DAY,
}


def _quoted(text: str) -> str:
    """`text` short enough for a message, without a national identity number."""
    shown = mask(text)[0]
    return shown if len(shown) <= _QUOTED_LENGTH else f"{shown[:_QUOTED_LENGTH]}…"
