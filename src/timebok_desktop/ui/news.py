"""What is new: read from the resources, told once after an upgrade, never in the way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from timebok_desktop import __version__
from timebok_desktop.domain.phrases import Language
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.services.news import Release, releases_of, since
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.theme import SPACE

_SEEN = "seen_version"


def read_news(language: Language) -> tuple[Release, ...]:
    """All releases, newest first, in a language."""
    text = (resource_folder() / "news" / f"{language}.md").read_text("utf-8")
    return releases_of(text)


def unseen_news(state: QSettings, language: Language) -> tuple[Release, ...]:
    """What came since the window was last open; nothing for a window that never was. It counts as
    seen from now on.
    """
    seen, used = state.value(_SEEN), state.contains("geometry")
    state.setValue(_SEEN, __version__)
    if seen == __version__ or not (seen or used):
        return ()
    return since(read_news(language), str(seen or ""))


class NewsView(QWidget):
    """The releases, one below the other."""

    def __init__(self, releases: Sequence[Release]) -> None:
        super().__init__()
        self.setProperty("look", "scrolled")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, SPACE.m, 0)
        layout.setSpacing(SPACE.s)
        for release in releases:
            heading = self.tr("Version {version}").format(version=release.version)
            layout.addWidget(Text(heading, "heading"))
            for change in release.changes:
                words = Text(change, wrap=True, selectable=True)
                line = QHBoxLayout()
                line.setSpacing(SPACE.s)
                line.addWidget(Text("•"), 0, Qt.AlignmentFlag.AlignTop)
                line.addWidget(words, 1)
                layout.addLayout(line)
            layout.addSpacing(SPACE.m)
        layout.addStretch()
