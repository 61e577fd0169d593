"""Letters to the municipality: proposed from the findings, edited by the caseworker, saved, kept.

A letter tells of a decision that a caseworker has made, and never makes one. The log says that a
letter was saved, never to whom or what it says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from timebok_desktop.domain.codes import STATUS_WORDS
from timebok_desktop.domain.errors import RefusedError, UsageError
from timebok_desktop.domain.letter_kinds import LETTER_WORDS, TOLD_OF, LetterKind, kind_for
from timebok_desktop.domain.letter_texts import NAMES, Texts, plain
from timebok_desktop.domain.letter_writing import (
    Matter,
    is_unfilled,
    names_deadline,
    write,
    written_weekday,
)
from timebok_desktop.domain.order import Order
from timebok_desktop.domain.order_labels import LABELS
from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.domain.personal_numbers import mask
from timebok_desktop.domain.phrases import Language, Phrase
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.domain.working_days import after_working_days, is_working_day
from timebok_desktop.services.approval import require_caseworker
from timebok_desktop.services.context import Service
from timebok_desktop.services.letter_views import LetterText, ProposedLetter, SavedLetter
from timebok_desktop.services.ports_correspondence import NewLetter
from timebok_desktop.services.ports_letters import LetterDocument
from timebok_desktop.services.ports_orders import StoredOrder
from timebok_desktop.services.ports_store import UnitOfWork
from timebok_desktop.services.verification import findings_on, required_order

_LONGEST = 100_000
_LANGUAGES: Mapping[str, Language] = {"nb": "nb", "nn": "nn"}
_BY_TABLE = Phrase("målformen kommunen har valgt", "målforma kommunen har valt")
_BY_ORDER = Phrase("målformen i bestillingen", "målforma i bestillinga")
_BY_READER = Phrase("målformen i programmet", "målforma i programmet")
_CHOSEN = Phrase("valgt", "vald")


class LetterService(Service):
    """Implements the part of the desk that writes letters."""

    def letter(
        self,
        reference: str,
        user: str,
        kind: LetterKind | None = None,
        language: Language | None = None,
        deadline: date | None = None,
        reader: Language = "nb",
    ) -> ProposedLetter:
        """The letter that the program proposes."""
        with self._context.store.read() as unit:
            stored = required_order(unit, reference)
            order, tables = stored.order, self._context.tables(unit)
            wanted = kind or kind_for(order.status)
            if wanted is None:
                raise _nothing_to_tell(order)
            spoken, because = letter_language(tables, stored, reader)
            if language is not None and language != spoken:
                spoken, because = language, _CHOSEN
            if wanted is not LetterKind.REQUEST_INFORMATION:
                deadline = None
            elif deadline is None:
                deadline = self.usual_deadline()
            matter = Matter(
                order=order,
                received=norwegian_day(order.received_at),
                user=user,
                findings=findings_on(self._context, unit, [stored])[0],
                deadline=deadline,
                approved=_approved(tables, stored),
                forms={form.code: form.name for form in tables.forms},
            )
            written = write(wanted, matter, spoken, self._texts(tables))
        proposed = LetterText(
            wanted, spoken, plain(order.contact.email), written.subject, written.text, deadline
        )
        return ProposedLetter(reference, proposed, because, _not_true_yet(order, wanted))

    def usual_deadline(self) -> date:
        """The deadline that a letter gets unless another is set."""
        today = norwegian_day(self._now())
        return after_working_days(today, self._context.settings_file.load().deadline_working_days)

    def check_letter(self, reference: str, letter: LetterText) -> None:
        """RefusedError where a letter is not finished, whatever the order's status."""
        _require_finished(reference, _tidied(letter), norwegian_day(self._now()))

    def save_letter(self, reference: str, letter: LetterText, path: Path, user: str) -> SavedLetter:
        """Save a letter as a file and keep it with the order; the file's extension says how."""
        require_caseworker(user)
        letter = _tidied(letter)
        today = norwegian_day(self._now())
        with self._context.store.read() as unit:
            stored = required_order(unit, reference)
            _require_savable(stored.order, letter, today)
            sender = self._texts(self._context.tables(unit))["sender"][letter.language]
        document = _document(stored, letter, sender, today)
        with self._context.letters.new(path, document) as file:
            with self._context.store.write() as unit:
                stored = required_order(unit, reference)
                _require_savable(stored.order, letter, today)
                record = unit.correspondence.keep_letter(
                    stored.id, self._new(unit, stored, letter, user, file.format)
                )
                drafts = f"letter/{letter.kind.value}/"
                unit.correspondence.drop_drafts(stored.id, user, [drafts])
                told = {
                    "letter": record.id,
                    "kind": letter.kind.value,
                    "language": letter.language,
                    "format": file.format,
                    "deadline": letter.deadline.isoformat() if letter.deadline else None,
                }
                unit.audit.append(self._now(), user, "letter-saved", reference, told)
                unit.commit()
            file.place()
        return SavedLetter(record, path)

    def _new(
        self, unit: UnitOfWork, stored: StoredOrder, letter: LetterText, user: str, form: str
    ) -> NewLetter:
        decision = unit.decisions.current(stored.id)
        return NewLetter(
            kind=letter.kind,
            language=letter.language,
            recipient=letter.recipient,
            subject=letter.subject,
            text=letter.text,
            deadline=letter.deadline,
            by=user,
            at=self._now(),
            format=form,
            decision=decision.id if decision is not None else None,
        )

    def _texts(self, tables: ReferenceTables) -> Texts:
        """The texts of the table; as shipped where somebody has taken one out."""
        known = tables.letter_texts
        if all(name in known for name in NAMES):
            return known
        rows = self._context.default_tables()["letter_texts"]
        shipped: dict[str, dict[Language, str]] = {
            name: {"nb": nb, "nn": nn} for name, nb, nn in rows
        }
        return {**shipped, **known}


def letter_language(
    tables: ReferenceTables, stored: StoredOrder, reader: Language
) -> tuple[Language, Phrase]:
    """The language that a letter is written in, and where that comes from."""
    chosen = _LANGUAGES.get(tables.languages.get(stored.keys.municipality, ""))
    if chosen is not None:
        return chosen, _BY_TABLE
    sent = _LANGUAGES.get(stored.order.language)
    return (sent, _BY_ORDER) if sent is not None else (reader, _BY_READER)


def _approved(tables: ReferenceTables, stored: StoredOrder) -> list[tuple[Phrase, str]]:
    """What an approval sets up, as it is told to the municipality."""
    order = stored.order
    category = tables.category(order.category)
    form = (
        tables.form_of(category, order.form, norwegian_day(order.received_at))
        if category is not None and order.form
        else None
    )
    place = f"{stored.keys.municipality or order.municipality_number} "
    day = order.desired_from
    return [
        (LABELS["municipality_name"], (place + stored.keys.municipality_title).strip()),
        (LABELS["her_id"], order.her_id),
        (LABELS["category"], order.category),
        (LABELS["form"], form.name if form else order.form),
        (LABELS["vendor"], order.vendor),
        (LABELS["system"], order.system),
        (LABELS["desired_from"], f"{day:%d.%m.%Y}" if day else ""),
    ]


def _document(stored: StoredOrder, letter: LetterText, sender: str, today: date) -> LetterDocument:
    order, title = stored.order, stored.keys.municipality_title
    name = title.partition(" (")[0]  # the county tells two of the same name apart, on lists
    known = f"{name} kommune" if stored.keys.municipality and name else ""
    return LetterDocument(
        language=letter.language,
        sender=sender,
        recipient=letter.recipient,
        contact=plain(order.contact.name),
        municipality=known or plain(title or order.municipality_name),
        reference=order.reference,
        external_reference=plain(order.external_reference),
        written=today,
        subject=letter.subject,
        text=letter.text,
    )


def _tidied(letter: LetterText) -> LetterText:
    """As it is written and kept: one line of subject, plain line ends, no identity number."""
    lines = [line.rstrip() for line in letter.text.replace("\r\n", "\n").split("\n")]
    return replace(
        letter,
        recipient=letter.recipient.strip(),
        subject=mask(plain(letter.subject))[0],
        text=mask("\n".join(lines).strip())[0],
    )


def _require_savable(order: Order, letter: LetterText, today: date) -> None:
    """RefusedError where a letter would tell what is not so, or is not finished."""
    blocked = _not_true_yet(order, letter.kind)
    if blocked is not None:
        raise RefusedError(blocked.nb, blocked.nn, **blocked.values)
    _require_finished(order.reference, letter, today)


def _require_finished(reference: str, letter: LetterText, today: date) -> None:
    if len(letter.text) > _LONGEST:
        raise UsageError(
            "Brevet er for langt. Kort det ned til {most} tegn.",
            "Brevet er for langt. Kort det ned til {most} teikn.",
            most=_LONGEST,
        )
    if not letter.subject or not letter.text:
        raise RefusedError(
            "Brevet mangler emne eller tekst. Skriv det som mangler.",
            "Brevet manglar emne eller tekst. Skriv det som manglar.",
        )
    if is_unfilled(letter.text):
        raise RefusedError(
            "Brevet har en linje i hakeparentes som venter på deg. Skriv det som skal stå der, "
            "eller ta den bort.",
            "Brevet har ei linje i hakeparentes som ventar på deg. Skriv det som skal stå der, "
            "eller ta ho bort.",
        )
    if reference not in f"{letter.subject}\n{letter.text}":
        raise RefusedError(
            "Brevet nevner ikke referansen {reference}. Ta den med, så svaret finner saken.",
            "Brevet nemner ikkje referansen {reference}. Ta han med, så svaret finn saka.",
            reference=reference,
        )
    _require_deadline(letter, today)


def _require_deadline(letter: LetterText, today: date) -> None:
    deadline = letter.deadline
    if deadline is None:
        return
    if letter.kind is not LetterKind.REQUEST_INFORMATION:
        raise UsageError(
            "Bare et brev som ber om opplysninger, har en frist.",
            "Berre eit brev som ber om opplysningar, har ein frist.",
        )
    told = Phrase(written_weekday(deadline, "nb"), written_weekday(deadline, "nn"))
    if deadline <= today or not is_working_day(deadline):
        raise RefusedError(
            "Fristen {deadline} er ikke en virkedag som kommer. Velg en virkedag etter i dag.",
            "Fristen {deadline} er ikkje ein verkedag som kjem. Vel ein verkedag etter i dag.",
            deadline=told,
        )
    if not names_deadline(letter.text, deadline):
        raise RefusedError(
            "Brevet nevner ikke fristen {deadline}. Skriv den i teksten, eller velg bort fristen.",
            "Brevet nemner ikkje fristen {deadline}. Skriv han i teksten, eller vel bort fristen.",
            deadline=told,
        )


def _not_true_yet(order: Order, kind: LetterKind) -> Phrase | None:
    """Why a letter would tell of a decision that does not stand, None where it does."""
    if order.status in TOLD_OF[kind]:
        return None
    return Phrase(
        "Brevet «{kind}» kan ikke lagres når bestillingen er «{status}». Ta beslutningen først.",
        "Brevet «{kind}» kan ikkje lagrast når bestillinga er «{status}». Ta avgjerda først.",
        {"kind": LETTER_WORDS[kind], "status": STATUS_WORDS[order.status]},
    )


def _nothing_to_tell(order: Order) -> RefusedError:
    return RefusedError(
        "Det er ikke tatt noen beslutning å skrive brev om: bestillingen er «{status}». Ta "
        "beslutningen først, eller velg hva slags brev du vil se («--kind»).",
        "Det er ikkje teke noka avgjerd å skrive brev om: bestillinga er «{status}». Ta avgjerda "
        "først, eller vel kva slags brev du vil sjå («--kind»).",
        status=STATUS_WORDS[order.status],
    )
