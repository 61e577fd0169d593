"""Makes the manual pages of `timebok`, so that they cannot say anything else than the program.

Bokmål and nynorsk are the guide to the command line, which is held to the program by its tests.
The page without a language has every command and option from the program's own parser.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from handing_out.project import ROOT, version
from handing_out.when import source_date

_GUIDE = "kommandolinje.md"
_NAMES = {
    "nb": ("NAVN", "timebok \\- saksbehandling av bestillinger av ressurstimebøker"),
    "nn": ("NAMN", "timebok \\- saksbehandling av bestillingar av ressurstimebøker"),
}
_ENGLISH = """.SH NAME
timebok \\- the desk for orders of resource schedules
.SH SYNOPSIS
.B timebok
[\\fIGLOBAL OPTIONS\\fR] [\\fICOMMAND\\fR] [\\fIARGUMENTS\\fR]
.br
.B timebok open
[\\fIFILE\\fR...]
.br
.B timebok\\-desktop
[\\fIFILE\\fR...]
.SH DESCRIPTION
Reads the orders of Norwegian municipalities, checks them against a dated copy of the registry,
lets two caseworkers approve them and writes what they approved as a signed package. Without a
command, and with
.BR open ,
it opens its window; a FILE that is an export package is verified there, others are imported as
orders. Everything can also be done without the window.
.PP
Messages and explanations are in Norwegian:
.B man \\-L nb timebok
or
.BR "man \\-L nn timebok" .
.SH GLOBAL OPTIONS
They stand before or after the command.
.TP
.BI \\-\\-workspace " DIR"
The workspace to work in.
.TP
.B \\-\\-json
Exactly one JSON document on standard output.
.TP
.BI \\-\\-by " USER"
The caseworker; otherwise the user of the operating system.
.TP
.BR \\-\\-language " nb|nn"
The language of messages.
.SH COMMANDS
"""
_ENGLISH_END = """.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
Done as far as possible; something needs a person.
.TP
.B 2
Wrong usage.
.TP
.B 3
Could not be done; nothing is half done, and the message says what to do.
.SH ENVIRONMENT
.TP
.B TIMEBOK_WORKSPACE
The workspace, where none is named with
.BR \\-\\-workspace .
.TP
.B TIMEBOK_DEBUG
Set to 1, technical details of a fault of the program are printed.
.SH FILES
.TP
.I ~/.local/share/timebok\\-desktop
The workspace, where none is named.
.TP
.I /etc/timebok\\-desktop/settings.toml
What an administrator has fixed for everybody on the machine.
"""


def pages() -> dict[str, str]:
    """Every page by its place below `man`."""
    made = {"man1/timebok.1": english(), "man1/timebok-desktop.1": ".so man1/timebok.1\n"}
    for language in ("nb", "nn"):
        made[f"{language}/man1/timebok.1"] = norwegian(language)
        made[f"{language}/man1/timebok-desktop.1"] = ".so man1/timebok.1\n"
    return made


def english() -> str:
    """The page of commands and options, with a frame of words."""
    from timebok_desktop.cli.arguments import parser  # noqa: PLC0415 - the installed program's

    return _head() + _ENGLISH + "".join(_commands(parser())) + _ENGLISH_END


def norwegian(language: str) -> str:
    """The guide to the command line as a page."""
    guide = Path(ROOT, "resources", "guides", language, _GUIDE).read_text("utf-8")
    title, line = _NAMES[language]
    return _head() + f".SH {title}\n{line}\n" + "".join(_roff(guide))


def _head() -> str:
    day = datetime.fromtimestamp(source_date(), UTC).date().isoformat()
    return (
        f'.\\" Made from the program and its guides.\n.TH TIMEBOK 1 {day} "Timebok {version()}"\n'
    )


def _commands(parser: argparse.ArgumentParser, above: str = "timebok") -> Iterator[str]:
    for action in parser._actions:  # noqa: SLF001 - argparse tells of its commands nowhere else
        if not isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as above
            continue
        for name, inner in action.choices.items():
            words = f"{above} {name}"
            if any(isinstance(one, argparse._SubParsersAction) for one in inner._actions):  # noqa: SLF001
                yield from _commands(inner, words)
            else:
                yield f".TP\n.B {_escaped(words)}\n{_escaped(_arguments(inner, words))}\n"


def _arguments(command: argparse.ArgumentParser, words: str) -> str:
    """What a command takes besides the global options, as the parser itself writes it."""
    usage = " ".join(command.format_usage().split(":", 1)[1].split()).removeprefix(words)
    own = re.sub(r" \[(-h|--workspace DIR|--json|--by \w+|--language \{[^}]+\})\]", "", usage)
    return re.sub(r"(?<=\w),(?=\w)", ", ", own).strip()


def _roff(markdown: str) -> Iterator[str]:
    """The few forms that the guides are written in."""
    in_code = False
    for line in markdown.splitlines()[1:]:
        if line.startswith("```"):
            in_code = not in_code
            yield ".PP\n.nf\n" if in_code else ".fi\n"
        elif in_code:
            yield _escaped(line) + "\n"
        elif not line.strip():
            yield ".PP\n"
        elif heading := re.match(r"(#+) (.*)", line):
            kind = "SH" if len(heading[1]) == len("##") else "SS"
            yield f".{kind} {_inline(heading[2])}\n"
        elif line.startswith("|"):
            yield _row(line)
        elif item := re.match(r"(?:[-*]|\d+\.) (.*)", line):
            yield f".IP \\(bu 2\n{_inline(item[1])}\n"
        else:
            yield _inline(line) + "\n"


def _row(line: str) -> str:
    """A row of a table: what its first cell names, then the others. Rules are left out."""
    cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip("|"))]
    if all(re.fullmatch(r":?-+:?", cell) for cell in cells):
        return ""
    rest = "; ".join(_inline(cell) for cell in cells[1:] if cell)
    return f".TP\n.B {_inline(cells[0], bold='B')}\n{rest}\n"


def _inline(text: str, bold: str = "R") -> str:
    made = _escaped(text.replace("\\|", "|"))
    made = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", made)
    made = re.sub(r"\*\*([^*]+)\*\*", r"\\fB\1\\fR", made)
    return re.sub(r"`([^`]+)`", rf"\\fB\1\\f{bold}", made)


def _escaped(text: str) -> str:
    made = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{made}" if made.startswith((".", "'")) else made
