"""Size and start of the built program beside the development run: `./dev package-figures`.

Each start is taken in turn from both, with everything in the system's cache and bytecode compiled;
the middle of seven counts. A window counts from its start until it stands on a screen (Xvfb).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from handing_out.project import DIST, bundle

ROUNDS = 7
MOST = 1.2
DISPLAY = ":98"
MILLI = 1000
MEGA = 1_000_000


def main() -> int:
    """Print the table; 1 where a start takes more than allowed."""
    built = bundle()
    ways = {"built": built / "timebok", "development": Path(sys.executable).with_name("timebok")}
    environment = {
        **{name: text for name, text in os.environ.items() if "BYTECODE" not in name},
        "DISPLAY": DISPLAY,
        "QT_QPA_PLATFORM": "xcb",
    }
    server = ["Xvfb", DISPLAY, "-screen", "0", "1440x900x24", "-noreset", "-ac"]
    with (
        tempfile.TemporaryDirectory() as folder,
        screen_of(server),
    ):
        workspace = str(Path(folder, "demo", "workspace"))
        demo = [str(ways["built"]), "demo", "--out", str(Path(folder, "demo"))]
        subprocess.run(demo, check=True, stdout=subprocess.DEVNULL)
        place = ("--workspace", workspace)
        rows = [
            row("timebok --version", ways, lambda way: ended([way, "--version"], environment)),
            row(
                "timebok orders list",
                ways,
                lambda way: ended([way, "orders", "list", *place], environment),
            ),
            row("the window stands", ways, lambda way: shown([way, "open", *place], environment)),
        ]
    lines = ["| Start | Built, ms | Development, ms | Ratio |", "|---|---|---|---|"]
    for name, ours, theirs in rows:
        lines.append(f"| {name} | {ours:.0f} | {theirs:.0f} | {ours / theirs:.2f} |")
    lines += ["", *sizes(built)]
    sys.stdout.write("\n".join(lines) + "\n")
    return int(any(ours > MOST * theirs for _, ours, theirs in rows))


@contextmanager
def screen_of(server: Sequence[str]) -> Iterator[None]:
    """A screen, gone afterwards whatever happens."""
    with subprocess.Popen(server, stderr=subprocess.DEVNULL) as running:
        try:
            yield
        finally:
            running.terminate()


def row(
    name: str, ways: dict[str, Path], measure: Callable[[str], float]
) -> tuple[str, float, float]:
    """The middle of the rounds for both ways, taken in turn; the first round does not count."""
    taken: dict[str, list[float]] = {way: [] for way in ways}
    for number in range(ROUNDS + 1):
        for way, program in ways.items():
            seconds = measure(str(program))
            if number:
                taken[way].append(seconds * MILLI)
    return name, statistics.median(taken["built"]), statistics.median(taken["development"])


def ended(words: Sequence[str], environment: dict[str, str]) -> float:
    """Seconds until a command has ended."""
    begun = time.monotonic()
    subprocess.run(words, check=True, env=environment, stdout=subprocess.DEVNULL)
    return time.monotonic() - begun


def shown(words: Sequence[str], environment: dict[str, str]) -> float:
    """Seconds until a window of the program stands on the screen."""
    look = ["xdotool", "search", "--onlyvisible", "--name", "Timebok"]
    begun = time.monotonic()
    with subprocess.Popen(words, env=environment, stderr=subprocess.DEVNULL) as running:
        while subprocess.run(look, env=environment, capture_output=True, check=False).returncode:
            if running.poll() is not None:
                raise RuntimeError("the program has ended without a window")
        seconds = time.monotonic() - begun
        running.terminate()
    return seconds


def sizes(built: Path) -> list[str]:
    """How large each form is, and how large Qt would be whole."""
    found = [path for path in built.rglob("*") if path.is_file() and not path.is_symlink()]
    import PySide6  # noqa: PLC0415 - only to see how large it is

    whole = [path for path in Path(PySide6.__file__).parent.rglob("*") if path.is_file()]
    kept = [path for path in found if "PySide6" in path.parts]
    lines = ["| Form | MB |", "|---|---|"]
    lines.append(f"| the built program, {len(found)} files | {_mega(found)} |")
    lines.append(f"| of that Qt and its bindings, {_mega(whole)} before | {_mega(kept)} |")
    archives = [path for path in sorted(DIST.iterdir()) if path.suffix in (".deb", ".gz", ".whl")]
    return [*lines, *(f"| {path.name} | {_mega([path])} |" for path in archives)]


def _mega(paths: Sequence[Path]) -> str:
    return f"{sum(path.stat().st_size for path in paths) / MEGA:.1f}"


if __name__ == "__main__":
    sys.exit(main())
