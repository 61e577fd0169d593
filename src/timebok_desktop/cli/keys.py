"""`timebok keys ...`: the caseworkers' signing keys."""

from __future__ import annotations

from timebok_desktop.cli.output import Answer, columns
from timebok_desktop.cli.session import Session
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


def _document(key: CaseworkerKey) -> dict[str, str]:
    return {"caseworker": key.caseworker, "key": key.thumbprint, "x": key.x}
