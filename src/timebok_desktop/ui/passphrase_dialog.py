"""The passphrase panel before there is a window: shown until somebody has answered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout

from timebok_desktop.domain.errors import WrongPassphraseError
from timebok_desktop.domain.phrases import Language
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.ui import theme, translation
from timebok_desktop.ui.names import name_the_rest
from timebok_desktop.ui.passphrase_panel import PassphrasePanel, Purpose


class PassphraseDialog(QDialog):
    """One question; `answer` is what was typed, None where the person wants to leave."""

    def __init__(self, purpose: Purpose, folder: Path) -> None:
        super().__init__()
        self.setObjectName("passphraseDialog")
        self.setWindowTitle(self.tr("Timebok"))
        self.answer: str | None = None
        self.panel = PassphrasePanel(purpose, str(folder))
        name_the_rest(self.panel)
        self.panel.given.connect(self._take)
        self.panel.declined.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel)
        self.panel.take_focus()

    def _take(self, passphrase: str) -> None:
        self.answer = passphrase
        self.accept()


class DialogAsker:
    """Implements `unlocking.Asker` with dialogs."""

    def __init__(self, application: QApplication, language: Language, mode: theme.Mode) -> None:
        self._application, self._language, self._mode = application, language, mode
        self.declined = False
        """Whether the person has left: then there is nothing more to say."""

    def passphrase(self, folder: Path, *, wrong: bool) -> str | None:
        """The recovery passphrase of a workspace."""
        dialog = self._dialog("open", folder)
        if wrong:
            dialog.panel.complain(WrongPassphraseError().text(self._language))
        return self._answered(dialog)

    def new_passphrase(self, folder: Path) -> str | None:
        """A passphrase for a new workspace."""
        return self._answered(self._dialog("choose", folder))

    def _dialog(self, purpose: Purpose, folder: Path) -> PassphraseDialog:
        translation.install(self._application, self._language, resource_folder() / "translations")
        theme.apply(self._application, self._mode)
        return PassphraseDialog(purpose, folder)

    def _answered(self, dialog: PassphraseDialog) -> str | None:
        dialog.exec()
        answer, dialog.answer = dialog.answer, None
        dialog.deleteLater()
        self.declined = answer is None
        return answer
