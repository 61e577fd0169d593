"""A workspace: the folder that holds one store and everything that belongs to it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.files.folders import make_folders
from timebok_desktop.files.network_share import is_on_network

ENVIRONMENT_NAME = "TIMEBOK_WORKSPACE"
_SEALED = b'"timebok-sealed/'


class Workspace(NamedTuple):
    """The places in a workspace."""

    folder: Path

    @property
    def store(self) -> Path:
        """The database file."""
        return self.folder / "store.sqlite3"

    @property
    def originals(self) -> Path:
        """Every imported file, unchanged, named by its SHA-256."""
        return self.folder / "originals"

    @property
    def exports(self) -> Path:
        """Packages that were not given another place."""
        return self.folder / "exports"

    @property
    def backups(self) -> Path:
        """Copies of the store."""
        return self.folder / "backups"

    @property
    def keys(self) -> Path:
        """The signing key and its public half."""
        return self.folder / "keys"

    @property
    def store_key(self) -> Path:
        """The keys of an encrypted workspace, sealed (see `files.key_file`)."""
        return self.keys / "store-key.json"

    @property
    def is_encrypted(self) -> bool:
        """Whether the workspace is encrypted: it is where it has a key file."""
        return self.store_key.exists()

    @property
    def has_lost_its_keys(self) -> bool:
        """Whether it was encrypted: its signing key is sealed, and the key file is not there."""
        try:
            return not self.is_encrypted and _SEALED in self.signing_key.read_bytes()
        except OSError:
            return False

    @property
    def signing_key(self) -> Path:
        """The private half of the signing key."""
        return self.keys / "signing-private.jwk"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.folder / "settings.toml"

    @property
    def logs(self) -> Path:
        """The local log (see `files.local_log`)."""
        return self.folder / "logs"

    @property
    def window_state(self) -> Path:
        """Where the window remembers its size and splitters."""
        return self.folder / "window.ini"


def workspace_in(folder: Path) -> Workspace:
    """The workspace in `folder`, whether it has been made or not."""
    return Workspace(folder.expanduser().absolute())


def default_folder() -> Path:
    """The place that the environment names, else the platform's user data folder."""
    if named := os.environ.get(ENVIRONMENT_NAME):
        return Path(named)
    import platformdirs  # noqa: PLC0415 - the first paint can spare it where a place is named

    return Path(platformdirs.user_data_dir("timebok-desktop", appauthor=False))


def sample_folder() -> Path:
    """Where the sample world goes when no place is named: beside the real work, never into it."""
    folder = default_folder()
    named = os.environ.get(ENVIRONMENT_NAME)
    return folder if named else folder.with_name(f"{folder.name}-sample")


def training_folder() -> Path:
    """Where the rounds of training go when no place is named: beside the real work too."""
    folder = default_folder()
    named = os.environ.get(ENVIRONMENT_NAME)
    real = Path(named) if named else folder
    return real.with_name(f"{real.name}-training")


def make_workspace(folder: Path) -> Workspace:
    """The workspace in `folder`, its folders made where they are missing (for the owner alone)."""
    workspace = workspace_in(folder)
    if is_on_network(workspace.folder):
        raise UnavailableError(
            "Arbeidsmappen {folder} ligger på en nettverksdisk. Der kan låsene svikte og lageret "
            "bli ødelagt. Velg en mappe på denne maskinen med «--workspace».",
            "Arbeidsmappa {folder} ligg på ein nettverksdisk. Der kan låsane svikte og lageret "
            "bli øydelagt. Vel ei mappe på denne maskina med «--workspace».",
            folder=workspace.folder,
        )
    try:
        make_folders(workspace.folder, 0o700)
        for place in (
            workspace.originals,
            workspace.exports,
            workspace.backups,
            workspace.keys,
        ):
            make_folders(place, 0o700)
    except OSError as error:
        raise UnavailableError(
            "Arbeidsmappen {folder} kan ikke brukes ({why}). Velg en annen med «--workspace».",
            "Arbeidsmappa {folder} kan ikkje brukast ({why}). Vel ei anna med «--workspace».",
            folder=workspace.folder,
            why=error.strerror or "",
        ) from error
    return workspace


def still_locked(folder: Path) -> UnavailableError:
    """The workspace is encrypted, and nobody has given its key."""
    return UnavailableError(
        "Arbeidsmappen {folder} er kryptert, og nøkkelen er ikke oppgitt. Åpne den i vinduet "
        "eller med «timebok», som henter eller spør etter den.",
        "Arbeidsmappa {folder} er kryptert, og nøkkelen er ikkje oppgitt. Opne ho i "
        "vindauget eller med «timebok», som hentar eller spør etter han.",
        folder=folder,
    )


def require_keys(workspace: Workspace) -> None:
    """UnavailableError where an encrypted workspace would be taken for a plain one."""
    if workspace.has_lost_its_keys:
        raise UnavailableError(
            "Arbeidsmappen {folder} er kryptert, men nøkkelfilen {file} mangler. Gjenopprett en "
            "sikkerhetskopi i en ny arbeidsmappe («store restore» med «--workspace»), og kopier "
            "nøkkelfilen derfra.",
            "Arbeidsmappa {folder} er kryptert, men nøkkelfila {file} manglar. Gjenopprett ein "
            "tryggingskopi i ei ny arbeidsmappe («store restore» med «--workspace»), og kopier "
            "nøkkelfila derifrå.",
            folder=workspace.folder,
            file=workspace.store_key,
        )
