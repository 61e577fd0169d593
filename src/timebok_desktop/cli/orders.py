"""`timebok orders ...` and `timebok verify`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from timebok_desktop.cli import correspondence_documents, documents
from timebok_desktop.cli.output import DONE, NEEDS_A_PERSON, Answer, columns
from timebok_desktop.cli.session import Session
from timebok_desktop.domain.codes import (
    OUTCOME_WORDS,
    SEVERITY_WORDS,
    STATUS_WORDS,
    Outcome,
    Status,
)
from timebok_desktop.domain.errors import NotFoundError, UsageError
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.odd_signs import odd_signs_by_field, spelled_out
from timebok_desktop.domain.order_labels import LABELS
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.places import problem_in_words
from timebok_desktop.domain.sent_values import category_of
from timebok_desktop.services.views import SAVED_VIEWS, ImportReport, OrderQuery

_BECAME = {
    "imported": Phrase("importert", "importert"),
    "partly": Phrase("delvis importert", "delvis importert"),
    "duplicate": Phrase("finnes fra før", "finst frå før"),
    "refused": Phrase("avvist", "avvist"),
}


def import_orders(session: Session) -> Answer:
    """`orders import PATH...`."""
    paths = [Path(path) for path in session.arguments.paths]
    report = session.desk.import_orders(paths, session.user, session.progress("filer"))
    return import_answer(session, report)


def take_inbox(session: Session) -> Answer:
    """`orders inbox`: what has settled in the watched folder."""
    return import_answer(session, session.desk.take_inbox(session.user))


def import_answer(session: Session, report: ImportReport) -> Answer:
    """What became of imported files, for people and scripts."""
    lines = []
    for file in report.files:
        became = _BECAME[file.outcome].text(session.language)
        lines.append(f"{file.path}: {became} ({len(file.orders)})")
        lines += [f"  {problem_in_words(found, session.language)}" for found in file.problems]
    taken, refused, known = report.accepted, report.refused, report.duplicates
    lines.append(
        f"Importert: {taken}, avvist: {refused}, fra før: {known}"
        if session.language == "nb"
        else f"Importert: {taken}, avvist: {refused}, frå før: {known}"
    )
    document = documents.import_report(report, session.language)
    return Answer(document, lines, NEEDS_A_PERSON if report.refused else DONE)


def amend(session: Session) -> Answer:
    """`orders amend REF FIELD=VALUE...`."""
    arguments = session.arguments
    changes = dict(pair(text) for text in arguments.changes)
    order = session.desk.amend(arguments.reference, changes, arguments.reason, session.user)
    case = session.desk.case(order.reference, session.user)
    lines = [f"{order.reference}: {STATUS_WORDS[order.status].text(session.language)}"]
    document = documents.case(case, session.language)
    return Answer(document, lines, notes=session.plain_note())


def list_orders(session: Session) -> Answer:
    """`orders list`."""
    arguments, query = session.arguments, _query(session)
    page = session.desk.order_page(query, session.user, arguments.limit, arguments.after or "")
    rows = [
        (
            row.reference,
            STATUS_WORDS[row.status].text(session.language),
            f"{row.municipality_number} {row.municipality_name}",
            row.her_id,
            row.category,
            OUTCOME_WORDS[row.outcome].text(session.language) if row.outcome else "–",
            f"frist {row.deadline:%d.%m.%Y}" if row.deadline else "",
        )
        for row in page.rows
    ]
    document = {
        "total": page.total,
        "orders": [documents.order_row(row) for row in page.rows],
        "next": page.next or None,
    }
    return Answer(document, [*columns(rows), f"{page.total}"])


def save_list(session: Session) -> Answer:
    """`orders save FILE`."""
    path = Path(session.arguments.file).absolute()
    count = session.desk.save_list(
        path,
        _query(session),
        session.user,
        language=session.language,
        progress=session.progress("lagret"),
    )
    return Answer({"path": str(path), "orders": count}, [f"{path}: {count}"])


def _query(session: Session) -> OrderQuery:
    """The view that is named, with what is given beside it in the place of its own."""
    arguments = session.arguments
    view = _view(session, arguments.view) if arguments.view else OrderQuery()
    return replace(
        view,
        statuses=(Status(arguments.status),) if arguments.status else view.statuses,
        categories=(category_of(arguments.category),) if arguments.category else view.categories,
        municipality_number=arguments.municipality or view.municipality_number,
        search=arguments.search or view.search,
        sort=arguments.sort or view.sort,
        descending=arguments.descending or (view.descending and not arguments.sort),
    )


def _view(session: Session, name: str) -> OrderQuery:
    """A view by its name in code or on the screen, or one of the caseworker's own."""
    for built_in in SAVED_VIEWS:
        titles = (built_in.name, built_in.title.text("nb"), built_in.title.text("nn"))
        if squeezed(name) in map(squeezed, titles):
            return OrderQuery(view=built_in.name)
    for own in session.desk.own_views(session.user):
        if squeezed(own.name) == squeezed(name):
            return own.query
    raise NotFoundError(
        "Visningen «{name}» finnes ikke.", "Visinga «{name}» finst ikkje.", name=name
    )


def show_order(session: Session) -> Answer:
    """`orders show REF`."""
    case = session.desk.case(session.arguments.reference, session.user)
    order = case.order
    lines = [
        f"{order.reference}  {STATUS_WORDS[order.status].text(session.language)}",
        spelled_out(f"{order.municipality_number} {case.municipality_title}"),
        spelled_out(f"{order.category}  HER-id {order.her_id}"),
    ]
    for field, signs in odd_signs_by_field({**order.as_sent, **order.extras}).items():
        label = LABELS[field].text(session.language) if field in LABELS else spelled_out(field)
        lines.append(f"▲ {label}: " + ", ".join(f"{one.code} ({one.position})" for one in signs))
    lines += [
        f"{SEVERITY_WORDS[f.severity].text(session.language)}  {f.rule}  "
        f"{f.phrase.text(session.language)}"
        for f in case.findings
    ]
    return Answer(documents.case(case, session.language), lines)


def add_note(session: Session) -> Answer:
    """`orders note REF TEXT`."""
    arguments = session.arguments
    made = session.desk.add_note(arguments.reference, arguments.text, session.user)
    document = {"reference": made.reference, "note": correspondence_documents.note(made)}
    told = "notatet er lagret" if session.language == "nb" else "notatet er lagra"
    return Answer(document, [f"{made.reference}: {told}"])


def save_original(session: Session) -> Answer:
    """`orders original REF FILE`: the file that an order came in with."""
    arguments = session.arguments
    target = Path(arguments.file).absolute()
    size = session.desk.save_original(arguments.reference, target, session.user)
    document = {"reference": arguments.reference, "file": str(target), "bytes": size}
    return Answer(document, [str(target)])


def verify(session: Session) -> Answer:
    """`verify [REF...] [--all]`."""
    arguments = session.arguments
    report = session.desk.verify(
        arguments.references,
        everything=arguments.all,
        user=session.user,
        progress=session.progress("verifisert"),
    )
    language = session.language
    counts = {outcome.value: report.counts.get(outcome, 0) for outcome in Outcome}
    lines = []
    for one in report.orders:
        lines.append(f"{one.reference}  {OUTCOME_WORDS[one.outcome].text(language)}")
        lines += [f"  {f.rule}: {f.phrase.text(language)}" for f in one.findings]
    lines.append(
        "  ".join(f"{OUTCOME_WORDS[o].text(language)} {report.counts.get(o, 0)}" for o in Outcome)
    )
    document = {
        "snapshot": documents.snapshot(report.snapshot),
        "counts": counts,
        "orders": [documents.verified(one, language) for one in report.orders],
    }
    return Answer(document, lines, NEEDS_A_PERSON if counts["stopped"] else DONE)


def pair(text: str) -> tuple[str, str]:
    """`NAME=VALUE`. UsageError where there is no equals sign."""
    name, found, value = text.partition("=")
    if not found or not name.strip():
        raise UsageError("«{text}» må være NAVN=VERDI.", "«{text}» må vere NAMN=VERDI.", text=text)
    return name.strip(), value.strip()
