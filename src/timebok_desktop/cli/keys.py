"""`timebok keys ...`: the caseworkers' signing keys."""

from __future__ import annotations

from timebok_desktop.cli.output import Answer, columns
from timebok_desktop.cli.session import Session
from timebok_desktop.domain.errors import RefusedError, UnavailableError
from timebok_desktop.files.signing_passphrases import Remembered, SigningPassphrases
from timebok_desktop.services.ports_approvals import CaseworkerKey


def list_keys(session: Session) -> Answer:
    """`keys list`."""
    keys = session.desk.caseworker_keys()
    newest = {one.caseworker.casefold(): one.thumbprint for one in keys}
    found = [
        {**_document(one), "current": newest[one.caseworker.casefold()] == one.thumbprint}
        for one in keys
    ]
    rows = [
        (one.caseworker, one.thumbprint, "●" if told["current"] else "")
        for one, told in zip(keys, found, strict=True)
    ]
    return Answer({"keys": found}, columns(rows))


def renew_key(session: Session) -> Answer:
    """`keys renew`."""
    made = session.desk.renew_key(session.user)
    return Answer(_document(made), [f"{made.caseworker}  {made.thumbprint}"])


def remember_key(session: Session) -> Answer:
    """`keys remember`: the passphrase, once it has opened the key, goes into the keyring."""
    remembered = _remembered(session)
    asker = session.asker()
    given = SigningPassphrases(asker.signing_passphrase if asker else None)
    passphrase = given(session.user, new=False)
    if passphrase is None:
        raise _no_passphrase()
    session.desk.unlock(session.user, passphrase)
    if not remembered.keep(session.user, passphrase):
        raise UnavailableError(
            "Det finnes ingen nøkkelring som kan stoles på her. Bruk "
            "TIMEBOK_SIGNING_PASSPHRASE_FILE i stedet.",
            "Det finst ingen nøkkelring som ein kan stole på her. Bruk "
            "TIMEBOK_SIGNING_PASSPHRASE_FILE i staden.",
        )
    return Answer({"caseworker": session.user, "remembered": True}, [session.user])


def forget_key(session: Session) -> Answer:
    """`keys forget`: the passphrase leaves the keyring."""
    _remembered(session).forget(session.user)
    return Answer({"caseworker": session.user, "remembered": False}, [session.user])


def _remembered(session: Session) -> Remembered:
    workspace = session.office.workspace
    if not workspace.is_encrypted:
        raise RefusedError(
            "Arbeidsmappen er ikke kryptert, så nøkkelen har ingen passordfrase.",
            "Arbeidsmappa er ikkje kryptert, så nøkkelen har ingen passordfrase.",
        )
    return Remembered(workspace.store_key)


def _no_passphrase() -> UnavailableError:
    return UnavailableError(
        "Ingen passordfrase er oppgitt. Kjør i en terminal, eller legg frasen i filen som "
        "TIMEBOK_SIGNING_PASSPHRASE_FILE peker på.",
        "Ingen passordfrase er oppgitt. Køyr i ein terminal, eller legg frasen i fila som "
        "TIMEBOK_SIGNING_PASSPHRASE_FILE peikar på.",
    )


def _document(key: CaseworkerKey) -> dict[str, str]:
    return {"caseworker": key.caseworker, "key": key.thumbprint, "x": key.x}
