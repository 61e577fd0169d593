"""`timebok store ...`: looking the store through, backups, keys."""

from __future__ import annotations

from pathlib import Path

from timebok_desktop.bootstrap import put_store_aside
from timebok_desktop.cli.output import COULD_NOT, DONE, Answer
from timebok_desktop.cli.session import Session
from timebok_desktop.domain.errors import DamagedError, RefusedError, UnavailableError, UsageError
from timebok_desktop.files.backup_file import adopt_keys, is_sealed_backup
from timebok_desktop.files.passphrase_file import passphrase_in
from timebok_desktop.files.workspace import Workspace, make_workspace, workspace_in
from timebok_desktop.rekeying import Rekeying


def check(session: Session) -> Answer:
    """`store check`."""
    found = session.desk.check_store()
    problems = [phrase.text(session.language) for phrase in found.problems]
    lines = problems or ["ok"]
    return Answer({"ok": found.ok, "problems": problems}, lines, DONE if found.ok else COULD_NOT)


def backup(session: Session) -> Answer:
    """`store backup FILE`."""
    target = Path(session.arguments.file).absolute()
    session.desk.backup(target)
    return Answer({"ok": True, "file": str(target)}, [str(target)])


def restore(session: Session) -> Answer:
    """`store restore [FILE]`: without a file the last good backup; also where the store is so
    damaged that it does not open, or where there is none yet."""
    named = session.arguments.file
    source = Path(named).absolute() if named else None
    workspace = workspace_in(session.workspace)
    new = not workspace.store.exists() and not workspace.is_encrypted
    if new and source is not None and source.is_file():
        session.plain = not is_sealed_backup(source)
        if not session.plain:
            unlocking = session.unlocking()
            make_workspace(workspace.folder)
            adopt_keys(source, workspace, lambda held: unlocking.open_other(held, source))
    elif not new:
        session.plain = not workspace.is_encrypted  # also once a damaged store is out of the way
    aside = None
    try:
        chosen, before = _restored(session, source)
    except DamagedError:
        session.reopen()
        aside = put_store_aside(session.workspace)
        chosen, before = _restored(session, source)
        before.unlink()  # of the empty store that was made for the backup
    kept = aside or before
    return Answer({"ok": True, "file": str(chosen), "before": str(kept)}, [str(chosen), str(kept)])


def _restored(session: Session, source: Path | None) -> tuple[Path, Path]:
    if source is None:
        return session.desk.restore_last()
    return source, session.desk.restore(source)


def rekey(session: Session) -> Answer:
    """`store rekey [--new-passphrase | --new-passphrase-file FILE] [--only-passphrase]`."""
    workspace = _encrypted(session)
    arguments, unlocking = session.arguments, session.unlocking()
    passphrase, keys = unlocking.passphrase_for(workspace)
    if arguments.new_passphrase_file:
        passphrase = passphrase_in(Path(arguments.new_passphrase_file))
    elif arguments.new_passphrase or passphrase is None:
        asker = session.asker()
        passphrase = asker.new_passphrase(workspace.folder) if asker else None
    elif arguments.only_passphrase:
        raise UsageError(
            "Oppgi den nye frasen med «--new-passphrase» eller «--new-passphrase-file FIL».",
            "Oppgi den nye frasen med «--new-passphrase» eller «--new-passphrase-file FIL».",
        )
    if passphrase is None:
        raise UnavailableError(
            "Ingen ny passordfrase er oppgitt. Kjør i en terminal, eller oppgi "
            "«--new-passphrase-file FIL».",
            "Ingen ny passordfrase er oppgitt. Køyr i ein terminal, eller oppgi "
            "«--new-passphrase-file FIL».",
        )
    work = Rekeying(workspace, session.office.store, unlocking, passphrase)
    if arguments.only_passphrase:
        work.change_passphrase(keys, session.user)
    else:
        work.change_keys(keys, session.user)
    document = {"ok": True, "keys_changed": not arguments.only_passphrase}
    return Answer(document, ["ok"])


def lock(session: Session) -> Answer:
    """`store lock`: take the keys out of the keyring."""
    forgotten = session.unlocking().forget(_encrypted(session))
    return Answer({"ok": True, "forgotten": forgotten}, ["ok" if forgotten else "–"])


def unlock(session: Session) -> Answer:
    """`store unlock`: put the keys into the keyring."""
    workspace = _encrypted(session)
    unlocking = session.unlocking()
    _, keys = unlocking.passphrase_for(workspace)
    if not unlocking.remember(workspace, keys):
        message = (
            "Det finnes ingen nøkkelring å bruke på denne maskinen. Bruk TIMEBOK_PASSPHRASE_FILE.",
            "Det finst ingen nøkkelring å bruke på denne maskina. Bruk TIMEBOK_PASSPHRASE_FILE.",
        )
        raise UnavailableError(*message)
    return Answer({"ok": True}, ["ok"])


def _encrypted(session: Session) -> Workspace:
    workspace = workspace_in(session.workspace)
    if not workspace.is_encrypted:
        raise RefusedError(
            "Arbeidsmappen {folder} er ikke kryptert og har ingen nøkler.",
            "Arbeidsmappa {folder} er ikkje kryptert og har ingen nøklar.",
            folder=workspace.folder,
        )
    return workspace
