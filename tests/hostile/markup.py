"""Texts that some part of a window might take for more than text, and the naughty ones."""

from __future__ import annotations

import json
from pathlib import Path

STRINGS = Path(__file__).parents[2].parent / "shared" / "data" / "corpora" / "strings.json"


def markup(trap: Path) -> tuple[str, ...]:
    """Markup that names a file or an address, each in its own way."""
    url = trap.as_uri()
    return (
        f'<img src="{url}">',
        f'<b>fet</b><img src="{trap}">',
        f'<a href="{url}">trykk her</a>',
        '<a href="http://eksempel.invalid/x">http://eksempel.invalid/x</a>',
        f'<table background="{url}"><tr><td>1</td></tr></table>',
        f'<p style="background-image: url({url})">x</p>',
        f'<link rel="stylesheet" href="{url}"><style>@import url({url});</style>x',
        f'<object data="{url}"></object><iframe src="{url}"></iframe>',
        f"![bilde]({url}) [lenke]({url})",
        "<script>alert(1)</script>",
        "&lt;b&gt; &amp; Bø & Sønn &Fil",
        "<qt>hei</qt>",
        "<!DOCTYPE html><html><body>hei</body></html>",
        "%1 %n {0} {name} $x",
    )


def corpus(family: str) -> tuple[str, ...]:
    """Strings of the reference corpora, where these are beside the project; else none."""
    if not STRINGS.is_file():
        return ()
    return tuple(json.loads(STRINGS.read_text("utf-8"))[family]["strings"])
