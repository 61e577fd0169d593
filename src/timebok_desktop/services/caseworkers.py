"""The caseworkers' keys: whose they are, unlocking one, making a new one instead of a lost one."""

from __future__ import annotations

from timebok_desktop.services.approval import require_caseworker
from timebok_desktop.services.approving import new_key, require_unlocked
from timebok_desktop.services.context import Service
from timebok_desktop.services.ports_approvals import CaseworkerKey


class CaseworkerService(Service):
    """Implements the keys of the desk."""

    def caseworker_keys(self) -> tuple[CaseworkerKey, ...]:
        """Every key that was ever made, oldest first; a caseworker signs with the newest."""
        with self._context.store.read() as unit:
            return tuple(unit.approvals.every_key())

    def unlock(self, user: str, passphrase: str) -> None:
        """Unlock a caseworker's key, for as long as the program runs."""
        require_caseworker(user)
        require_unlocked(self._context, user, passphrase)

    def renew_key(self, user: str) -> CaseworkerKey:
        """A new key for a caseworker whose key or passphrase is lost; logged.

        What was signed with the old one stays signed.
        """
        require_caseworker(user)
        self._context.keys.unlock(user, None)
        with self._context.store.write() as unit:
            key = new_key(self._context, unit, user, self._now())
            unit.commit()
        return key
