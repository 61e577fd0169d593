"""`timebok export`, `timebok package ...` and `timebok receipts ...`."""

from __future__ import annotations

from pathlib import Path

from timebok_desktop.bootstrap import verify_as_receiver
from timebok_desktop.cli import documents
from timebok_desktop.cli.output import DONE, NEEDS_A_PERSON, Answer
from timebok_desktop.cli.session import Session
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.places import problem_in_words
from timebok_desktop.files.disk import write_beside
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.services.ports_files import Demands

_RECEIPTS = Phrase(
    "{accepted} kvittert, {failed} feilet, {unknown} ukjent",
    "{accepted} kvitterte, {failed} feila, {unknown} ukjende",
)


def export(session: Session) -> Answer:
    """`export --out DIR [--full]`."""
    arguments = session.arguments
    report = session.desk.export(
        Path(arguments.out).absolute(),
        session.user,
        full=arguments.full,
        progress=session.progress("eksport"),
    )
    held = [
        {"reference": one.reference, "why": one.why.text(session.language)}
        for one in report.held_back
    ]
    document = {
        "package": report.path or None,
        "sequence": report.sequence,
        "configurations": report.configurations,
        "held_back": held,
        "sha256": report.sha256 or None,
    }
    lines = [report.path or "–", f"{report.configurations}"]
    lines += [f"  {one['reference']}: {one['why']}" for one in held]
    return Answer(document, lines, NEEDS_A_PERSON if held else DONE)


WEAK = {
    "nb": "  Uten signert godkjenning: {unsigned}. Godkjent av bare én: {single}.",
    "nn": "  Utan signert godkjenning: {unsigned}. Godkjende av berre éin: {single}.",
}


def verify_package(session: Session) -> Answer:
    """`package verify PATH [--trust KEYFILE] [--after SEQUENCE] [--seen FILE] [--strict]`."""
    arguments = session.arguments
    path = Path(arguments.path)
    trust = Path(arguments.trust) if arguments.trust else None
    seen = Path(arguments.seen) if arguments.seen else None
    if session.has_workspace:
        check = session.desk.verify_package(
            path, trust, arguments.after, seen, strict=arguments.strict
        )
    else:  # a receiver, who needs none
        demands = Demands(arguments.after, seen, arguments.strict)
        trusted = [trust] if trust else []
        check = verify_as_receiver(session.workspace, path, trusted, demands)
    problems = [documents.problem(found, session.language) for found in check.problems]
    document = {
        "valid": check.valid,
        "problems": problems,
        "configurations": check.configurations,
        "signed_by": check.signed_by or None,
        "sequence": check.sequence,
        "sha256": check.sha256 or None,
        "unsigned": check.unsigned,
        "single": check.single,
    }
    verdict = {"nb": ("Gyldig", "Ikke gyldig"), "nn": ("Gyldig", "Ikkje gyldig")}
    lines = [verdict[session.language][0 if check.valid else 1]]
    lines += [f"  {problem_in_words(found, session.language)}" for found in check.problems]
    if check.valid and (check.unsigned or check.single):
        lines.append(WEAK[session.language].format(unsigned=check.unsigned, single=check.single))
    return Answer(document, lines, DONE if check.valid else NEEDS_A_PERSON)


def export_trust(session: Session) -> Answer:
    """`package trust FILE`: the public key for those who verify."""
    target = Path(session.arguments.file).absolute()
    session.desk.export_trust(target)
    return Answer({"trust": str(target)}, [str(target)])


def write_verifier(session: Session) -> Answer:
    """`package verifier FILE`: the short program that verifies a package without this one."""
    target = Path(session.arguments.file).absolute()
    source = resource_folder() / "verifier" / "verify_package.py"
    write_beside(target, source.read_bytes())
    return Answer({"verifier": str(target)}, [str(target)])


def import_receipts(session: Session) -> Answer:
    """`receipts import FILE`."""
    report = session.desk.import_receipts(Path(session.arguments.file), session.user)
    problems = [documents.problem(found, session.language) for found in report.problems]
    document = {
        "accepted": report.accepted,
        "failed": report.failed,
        "unknown": report.unknown,
        "problems": problems,
    }
    counts = _RECEIPTS.fill(accepted=report.accepted, failed=report.failed, unknown=report.unknown)
    lines = [counts.text(session.language)]
    lines += [f"  {problem_in_words(found, session.language)}" for found in report.problems]
    needs = report.unknown or problems
    return Answer(document, lines, NEEDS_A_PERSON if needs else DONE)
