"""`timebok whats-new`: what has changed from version to version."""

from __future__ import annotations

from timebok_desktop import __version__
from timebok_desktop.cli.output import Answer
from timebok_desktop.cli.session import Session
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.services.news import news_lines, releases_of, since


def whats_new(session: Session) -> Answer:
    """`whats-new [--since VERSION]`."""
    text = (resource_folder() / "news" / f"{session.language}.md").read_text("utf-8")
    releases = since(releases_of(text), session.arguments.since or "")
    document = {
        "version": __version__,
        "releases": [{"version": one.version, "changes": list(one.changes)} for one in releases],
    }
    return Answer(document, news_lines(releases))
