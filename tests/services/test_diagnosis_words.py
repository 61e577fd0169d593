"""A report without names, in words of both languages."""

from __future__ import annotations

import pytest

from timebok_desktop.services.diagnosis import Mask, report_lines


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("hjem/kari/.local/share", "~/.local/share"),
        ("hjem/kari", "~"),
        ("hjem/karianne/x", "hjem/<user>anne/x"),
        ("srv/KARI/timebok", "srv/<user>/timebok"),
        ("srv/timebok/ab", "srv/timebok/<user>"),
        ("srv/abc", "srv/abc"),
    ],
)
def test_that_home_and_names_are_hidden(text: str, masked: str) -> None:
    assert Mask("hjem/kari", ("kari", "ab", ""))(text) == masked


def test_that_a_report_is_told_in_both_languages() -> None:
    report = {
        "store": {
            "state": "damaged",
            "encrypted": False,
            "size_bytes": 7,
            "pragmas": {"synchronous": "2"},
            "network_share": None,
        },
        "settings": {"fixed": (), "changed": ("theme", "language")},
    }
    assert report_lines(report, "nb") == [
        "Lager",
        "  tilstand: skadet",
        "  kryptert: nei",
        "  størrelse i byte: 7",
        "  SQLite-valg:",
        "    synchronous 2",
        "  på nettverksdisk: ukjent",
        "",
        "Innstillinger",
        "  fastsatt av administrator: ingen",
        "  endret fra standard: theme, language",
    ]
    assert "  tilstand: skadd" in report_lines(report, "nn")
