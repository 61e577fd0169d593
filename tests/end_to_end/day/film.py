"""The film strip of the day: pictures of its moments, in every theme, at 200 % text, in both
languages. `./dev film FOLDER` takes them; look at them.

The same hands as in the test do the day, so each picture shows what a caseworker really meets.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from day_cases import JOURNAL, service
from day_hand import ALT, CTRL, SHIFT, Hand, Screen
from day_world import receipt, write_day
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from timebok_desktop.app import application, create_window
from timebok_desktop.cli import main
from timebok_desktop.ui import theme

KEY = Qt.Key


@dataclass(frozen=True)
class Take:
    """One way to look at the day."""

    name: str
    theme: str = "light"
    language: str = "nb"
    scale: float = 1.0


TAKES = (
    Take("light"),
    Take("dark", theme="dark"),
    Take("contrast", theme="high-contrast"),
    Take("large", scale=2.0),
    Take("nynorsk", language="nn"),
    Take("large-dark-nynorsk", theme="dark", language="nn", scale=2.0),
)


def timebok(workspace: Path, *words: object, by: str = "anna") -> None:
    """One command, in silence."""
    where = ["--by", by, "--workspace", str(workspace)]
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()) as said:
        code = main([*map(str, words), *where])
    if code not in {0, 1}:
        raise SystemExit(said.getvalue())


def prepare(folder: Path) -> None:
    """A workspace in use and the day's mails."""
    workspace, day = folder / "workspace", folder / "day"
    write_day(day, datetime.now(UTC))
    timebok(workspace, "init", "--plain")
    for file in sorted((day / "registry").iterdir()):
        timebok(workspace, "registry", "import", file)
    for table in sorted((day / "tables").glob("*.csv")):
        timebok(workspace, "tables", "import", table.stem, table)
    timebok(workspace, "configurations", "import", day / "configurations.csv")
    order = {"kind": "activate", "municipalityNumber": "3405", "category": "Lab"}
    order |= {"herId": service("3405"), **JOURNAL}
    (folder / "yesterday.json").write_text(json.dumps(order), "utf-8")
    timebok(workspace, "orders", "import", folder / "yesterday.json")
    timebok(workspace, "verify")
    for who in ("anna", "bjarne"):
        timebok(workspace, "decide", "RTB-2026-000001", "approve", by=who)
    timebok(workspace, "export", "--out", folder / "packages")
    (package,) = (folder / "packages").iterdir()
    (folder / "receipt.json").write_text(receipt(package, ["RTB-2026-000001"]), "utf-8")
    timebok(workspace, "receipts", "import", folder / "receipt.json")


@contextmanager
def window_of(workspace: Path, take: Take) -> Iterator[Hand]:
    """The window as this take wants it."""
    timebok(workspace, "settings", "set", f"language={take.language}", f"theme={take.theme}")
    program = application()
    kept = program.property(theme._SYSTEM_FONT)
    system = QFont(program.font())
    system.setPointSizeF(theme.BASE_POINTS * take.scale)
    program.setProperty(theme._SYSTEM_FONT, system)
    window = create_window(workspace, "anna")
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    hand = Hand(Screen(window))
    hand.screen.rest()
    try:
        yield hand
    finally:
        hand.counter.stop()
        window.close()
        window.deleteLater()
        program.processEvents()
        program.setProperty(theme._SYSTEM_FONT, kept)
        theme.apply(program)


def press(hand: Hand, keys: str) -> None:
    """Keys of the list and the forms, one after the other; `\n` is Return, `\x1b` Escape."""
    named = {"\n": KEY.Key_Return, "\x1b": KEY.Key_Escape}
    for one in keys:
        hand.key(named.get(one) or KEY(ord(one)))


def first_caseworker(hand: Hand, mails: list[Path], snap: Callable[[str], None]) -> None:
    """From the mails to a checklist."""
    snap("before-the-mails")
    hand.drop(mails)
    snap("imported-and-verified")
    press(hand, "AAA")
    snap("a-warning")
    press(hand, "A1")
    snap("set-aside-by-a-digit")
    press(hand, "AAA")
    snap("a-stop")
    press(hand, "I")
    snap("request-with-the-reason-proposed")
    press(hand, "L")
    snap("the-letter")
    press(hand, "\x1bI\nA")
    snap("a-suggestion")
    press(hand, "1")
    snap("the-suggestion-taken")
    press(hand, "AAA1AAA")
    snap("one-of-a-pair")
    press(hand, "A1AA")
    hand.key(KEY.Key_W, CTRL | SHIFT)
    snap("the-other-of-the-pair")
    press(hand, "\nI\nA")
    snap("the-service-of-a-neighbour")
    press(hand, "1AAA")
    snap("the-checklist")
    press(hand, "123A")


def second_caseworker(hand: Hand, snap: Callable[[str], None]) -> None:
    """From taking over to the package."""
    hand.key(KEY.Key_U, CTRL | SHIFT)
    snap("somebody-takes-over")
    press(hand, "\n")
    hand.key(KEY.Key_6, ALT)
    press(hand, "AAA")
    snap("a-second-approval")
    press(hand, "A")
    hand.key(KEY.Key_E, CTRL)
    snap("the-export")
    press(hand, "\n")
    snap("exported")


def film(out: Path, names: tuple[str, ...] = ()) -> list[Path]:
    """All takes, or those named."""
    out.mkdir(parents=True, exist_ok=True)
    application()
    taken: list[Path] = []
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        prepare(folder)
        mails = sorted((folder / "day" / "orders").iterdir())
        for take in TAKES:
            if names and take.name not in names:
                continue
            shutil.copytree(folder / "workspace", folder / take.name)
            with window_of(folder / take.name, take) as hand:
                taken += pictures(hand, mails, out / take.name)
    return taken


def pictures(hand: Hand, mails: list[Path], begin: Path) -> list[Path]:
    """One take of the day."""
    taken: list[Path] = []

    def snap(moment: str) -> None:
        path = begin.with_name(f"{begin.name}-{len(taken) + 1:02d}-{moment}.png")
        hand.screen.window.grab().save(str(path))
        taken.append(path)

    first_caseworker(hand, mails, snap)
    second_caseworker(hand, snap)
    return taken


if __name__ == "__main__":
    for picture in film(Path(sys.argv[1]).absolute(), tuple(sys.argv[2:])):
        sys.stdout.write(f"{picture}\n")
