"""`timebok demo`, `sample`, `synthesize` and `screenshots`: invented worlds, labelled as such."""

from __future__ import annotations

import secrets
import tempfile
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

from timebok_desktop.bootstrap import open_office, utc_now
from timebok_desktop.cli.output import Answer, columns
from timebok_desktop.cli.registry import moment_of
from timebok_desktop.cli.session import Session
from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.files.disk import write_beside
from timebok_desktop.files.machine_settings import MachineFile
from timebok_desktop.files.sample import write_sample
from timebok_desktop.files.synthesis import ORDER_FORMATS, REGISTRY_FORMATS, write_world
from timebok_desktop.files.training import keep_key, last_round, next_round
from timebok_desktop.files.workspace import sample_folder, training_folder
from timebok_desktop.services.demo import FIRST, Step, load_sample, run_demo
from timebok_desktop.services.views import OrderQuery

__all__ = [
    "ORDER_FORMATS",
    "REGISTRY_FORMATS",
    "demo",
    "sample",
    "screenshots",
    "synthesize",
    "train",
]

_ROUND, _PARTIES = 20, 80
"""Orders of a round of training, and the parties of its registry."""


def demo(session: Session) -> Answer:
    """`demo [--out DIR]`: a new plain workspace, the package and the trust file in DIR."""
    out = Path(session.arguments.out).absolute()
    workspace = out / "workspace"
    if workspace.exists():
        raise RefusedError(
            "{path} finnes allerede. Velg en annen mappe med «--out».",
            "{path} finst alt. Vel ei anna mappe med «--out».",
            path=workspace,
        )
    world = out / "world"
    write_sample(world, utc_now())
    # A demonstration of the program as it is shipped, whatever is fixed on this machine.
    office = open_office(workspace, machine=MachineFile(None))
    try:
        trust = out / "trust.json"
        steps, package = run_demo(office.desk, world, out / "packages", trust, _write_text)
    finally:
        office.close()
    document = {
        "steps": [asdict(step) for step in steps],
        "workspace": str(workspace),
        "package": package,
        "trust": str(trust),
    }
    return Answer(document, [*_told(steps), str(workspace), package, str(trust)])


def sample(session: Session) -> Answer:
    """`sample`: the sample world in an empty workspace, nothing decided."""
    if not getattr(session.arguments, "workspace", None):
        session.arguments.workspace = str(sample_folder())
    steps = fill_with_sample(session)
    folder = str(session.office.workspace.folder)
    document = {"steps": [asdict(step) for step in steps], "workspace": folder}
    return Answer(document, [*_told(steps), folder])


def fill_with_sample(session: Session) -> list[Step]:
    """Load the sample world, into a plain workspace where there is none; one that has it already
    is left as it is."""
    session.plain = True
    desk = session.desk
    if desk.settings().sample_world:
        return []
    if desk.order_ids(OrderQuery(), FIRST) or desk.current_snapshot():
        raise RefusedError(
            "Arbeidsmappen er i bruk. Eksempelverdenen legges bare i en ny («--workspace DIR»).",
            "Arbeidsmappa er i bruk. Eksempelverda blir berre lagd i ei ny («--workspace DIR»).",
        )
    with tempfile.TemporaryDirectory() as folder:
        world = Path(folder) / "world"
        write_sample(world, utc_now())
        return load_sample(desk, world, FIRST)


def train(session: Session) -> Answer:
    """`train [--again]`: the round of training that was begun last, else a new one."""
    # Second approval is off in training, whatever is fixed on this machine.
    session.machine = MachineFile(None)
    named = getattr(session.arguments, "workspace", None)
    rounds = Path(named).absolute() if named else training_folder()
    begun = None if session.arguments.again else last_round(rounds)
    folder = begun or next_round(rounds)
    session.arguments.workspace = str(folder)
    if begun is None:
        _begin_round(session, folder)
    return Answer({"workspace": str(folder), "new": begun is None}, [str(folder)])


def _begin_round(session: Session, folder: Path) -> None:
    session.plain = True
    desk = session.desk
    with tempfile.TemporaryDirectory() as made:
        world = Path(made) / "world"
        seed = secrets.randbelow(1_000_000)
        write_world(
            world, orders=_ROUND, parties=_PARTIES, seed=seed, taken_at=utc_now(), per_file=_ROUND
        )
        desk.save_settings(replace(desk.settings(), second_approval=False), session.user)
        load_sample(desk, world, session.user)
        keep_key(folder, world / "answers.json")


def synthesize(session: Session) -> Answer:
    """`synthesize --out DIR --orders N --parties N --seed S`."""
    arguments = session.arguments
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    summary = write_world(
        Path(arguments.out).absolute(),
        orders=arguments.orders,
        parties=arguments.parties,
        seed=arguments.seed,
        taken_at=moment_of(arguments.taken_at) if arguments.taken_at else today,
        registry_format=arguments.registry_format,
        order_formats=arguments.order_format,
        per_file=arguments.per_file,
    )
    document = {name: _plain(value) for name, value in asdict(summary).items()}
    return Answer(document, columns([(name, str(value)) for name, value in document.items()]))


def screenshots(session: Session) -> Answer:
    """`screenshots --out DIR`: every page in both languages; a sample world where none is named."""
    # Needs Qt, which the other commands do not.
    from timebok_desktop.app import take_screenshots  # noqa: PLC0415

    out = Path(session.arguments.out).absolute()
    if getattr(session.arguments, "workspace", None):
        session.close()
        pictures = take_screenshots(session.workspace, out, session.machine)
    else:
        with tempfile.TemporaryDirectory() as folder:
            session.arguments.workspace = str(Path(folder) / "workspace")
            fill_with_sample(session)
            session.close()
            pictures = take_screenshots(session.workspace, out, session.machine)
    paths = [str(path) for path in pictures]
    return Answer({"screenshots": paths}, paths)


def _write_text(path: Path, text: str) -> None:
    write_beside(path, text.encode())


def _told(steps: list[Step]) -> list[str]:
    return columns([(step.step, step.outcome) for step in steps])


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Path) else value
