"""What is new: kept in both languages, up to the version that is built."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.services.news import Release, in_order, news_lines, releases_of, since

LANGUAGES = ("nb", "nn")
_LONGEST = 200


def _told(language: str) -> tuple[Release, ...]:
    return releases_of((resource_folder() / "news" / f"{language}.md").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_version_that_is_built_is_told_first(language: str) -> None:
    project = Path(__file__).resolve().parents[2] / "pyproject.toml"
    version = tomllib.loads(project.read_text("utf-8"))["project"]["version"]
    releases = _told(language)
    assert releases[0].version == version
    assert [one.version for one in releases] == sorted(
        (one.version for one in releases), key=in_order, reverse=True
    )


def test_that_both_languages_tell_the_same_changes_shortly() -> None:
    bokmal, nynorsk = _told("nb"), _told("nn")
    assert [(one.version, len(one.changes)) for one in bokmal] == [
        (one.version, len(one.changes)) for one in nynorsk
    ]
    for release in (*bokmal, *nynorsk):
        assert release.changes
        assert all(len(change) <= _LONGEST for change in release.changes)


def test_that_only_what_came_after_a_version_is_new() -> None:
    text = "# Nytt\n\n- løst\n\n## 0.10.0\n\n- ti\n\n## 0.9.0\n\n- ni\n- og mer\n"
    releases = releases_of(text)
    assert [one.version for one in since(releases, "0.9.0")] == ["0.10.0"]
    assert since(releases, "0.10.0") == ()
    assert since(releases, "") == releases
    assert news_lines(releases) == ["0.10.0", "  • ti", "", "0.9.0", "  • ni", "  • og mer"]
