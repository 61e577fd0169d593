"""Covers the window of an encrypted workspace: after idle time, when the session locks or the
machine goes to sleep, or when asked. Behind the cover everything stays as it was, also what was
being typed; the recovery passphrase gives it back.

What it protects against is a look at the screen and a hand on the keyboard. The store stays open
and its key in memory; who can read those does not come by the window.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QVBoxLayout, QWidget

from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.domain.phrases import Language
from timebok_desktop.services.settings import Settings
from timebok_desktop.ui.names import name_the_rest
from timebok_desktop.ui.passphrase_panel import PassphrasePanel
from timebok_desktop.ui.session_signals import SessionSignals

Resume = Callable[[str], object]
"""Takes the passphrase, or raises a TimebokError."""

_MINUTE = 60_000
_LOOKED_EVERY = 5_000
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class WindowLock(QObject):
    """Locks one window. `minutes` of idleness, 0 for never, are those of the settings."""

    def __init__(
        self, window: QMainWindow, folder: Path, resume: Resume, language: Callable[[], Language]
    ) -> None:
        super().__init__(window)
        self._window, self._folder, self._resume = window, folder, resume
        self._language = language
        self._limit = 0
        self._since_input = QElapsedTimer()
        self._since_input.start()
        self._listens = False
        self._cover: Cover | None = None
        self._focus: QWidget | None = None
        self._hidden: list[QWidget] = []
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOKED_EVERY)
        self._looking.timeout.connect(self.look)
        self._session = SessionSignals(self)
        self._session.left.connect(self.lock)
        window.installEventFilter(self)

    @property
    def cover(self) -> Cover | None:
        """What lies over the window while it is locked."""
        return self._cover

    def follow(self, settings: Settings) -> None:
        """Take on the idle time of the settings."""
        self._limit = settings.lock_after_minutes * _MINUTE
        self._since_input.restart()
        if self._limit:
            self._looking.start()
        else:
            self._looking.stop()

    def look(self) -> None:
        """Lock where nobody has touched anything for so long; else listen for the next touch.

        Every event of the program passes a filter of the application, so it is taken off again as
        soon as it has seen one.
        """
        if self._limit and self._since_input.elapsed() >= self._limit:
            self.lock()
        elif self._cover is None and not self._listens:
            self._listen(on=True)

    def lock(self) -> None:
        """Cover the window."""
        if self._cover is not None:
            return
        modal = QApplication.activeModalWidget()
        if modal is not None:
            modal.close()
        self._focus = QApplication.focusWidget()
        self._hidden = [
            child
            for child in self._window.children()
            if isinstance(child, QWidget) and not child.isHidden() and not child.isWindow()
        ]
        for child in self._hidden:
            child.hide()
        self._window.menuBar().setEnabled(False)  # on macOS it is not in the window
        self._cover = Cover(self._window, str(self._folder))
        self._cover.panel.given.connect(self._try)
        self._fit()
        self._cover.show()
        self._cover.raise_()
        self._cover.panel.take_focus()
        self._listen(on=True)

    def _try(self, passphrase: str) -> None:
        if self._cover is None:
            return
        try:
            self._resume(passphrase)
        except TimebokError as error:
            self._cover.panel.complain(error.text(self._language()))
            return
        self._uncover()

    def _uncover(self) -> None:
        cover, self._cover = self._cover, None
        self._listen(on=False)
        self._window.menuBar().setEnabled(True)
        for child in self._hidden:
            child.show()
        self._hidden = []
        if cover is not None:
            cover.hide()
            cover.deleteLater()
        if self._focus is not None:
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus = None
        self._since_input.restart()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the cover as large as the window, its shortcuts away, and see the next touch."""
        kind = event.type()
        if self._cover is not None:
            if watched is self._window and kind == QEvent.Type.Resize:
                self._fit()
            return kind == QEvent.Type.Shortcut
        if kind in _INPUT and self._listens:
            self._since_input.restart()
            self._listen(on=False)
        return False

    def _listen(self, *, on: bool) -> None:
        application = QApplication.instance()
        if application is None or on == self._listens:
            return
        self._listens = on
        if on:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)

    def _fit(self) -> None:
        if self._cover is not None:
            self._cover.setGeometry(self._window.rect())


class Cover(QFrame):
    """Lies over everything in the window and asks for the passphrase."""

    def __init__(self, window: QWidget, folder: str) -> None:
        super().__init__(window)
        self.setObjectName("lockCover")
        self.setAutoFillBackground(True)
        self.panel = PassphrasePanel("resume", folder)
        name_the_rest(self.panel)
        layout = QVBoxLayout(self)
        layout.addWidget(self.panel, 0, Qt.AlignmentFlag.AlignCenter)
