"""Changes the keys of an encrypted workspace, or its recovery passphrase, so that a stop at any
moment leaves a workspace that opens: with the old passphrase before the first step, with the new
one after it.

Until all is done the key file holds the new keys and the old ones; whoever opens the store tries
which one fits. Starting again after a stop finishes the work. No Qt here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from timebok_desktop.files.key_file import read_key_file, replace_key_file, sealed_document
from timebok_desktop.files.sealed import ORDINARY, Cost
from timebok_desktop.files.sealed_originals import SealedOriginals
from timebok_desktop.files.store_keys import StoreKeys, new_key
from timebok_desktop.files.workspace import Workspace
from timebok_desktop.storage.store import SqlStore
from timebok_desktop.unlocking import Unlocking


@dataclass(frozen=True)
class Rekeying:
    """One change of keys; `passphrase` is the one that opens the workspace from then on."""

    workspace: Workspace
    store: SqlStore
    unlocking: Unlocking
    passphrase: str
    cost: Cost = ORDINARY

    def change_passphrase(self, keys: StoreKeys, user: str) -> None:
        """Seal the same keys under the passphrase."""
        self._keep(keys)
        self._log("store-passphrase-changed", user)

    def change_keys(self, keys: StoreKeys, user: str) -> StoreKeys:
        """New keys for the store and the originals, which are encrypted anew; gives them back."""
        both = keys._replace(store=(new_key(), *keys.store), originals=(new_key(), *keys.originals))
        self._keep(both)
        self.store.rekey(both.store[0])
        SealedOriginals(self.workspace.originals, both.originals).seal_again()
        alone = both._replace(store=both.store[:1], originals=both.originals[:1])
        self._keep(alone)
        self._log("store-rekeyed", user)
        return alone

    def _keep(self, keys: StoreKeys) -> None:
        place = self.workspace.store_key
        name = read_key_file(place).workspace
        document = sealed_document(keys, self.passphrase, workspace=name, cost=self.cost)
        replace_key_file(place, document)
        self.unlocking.remember_again(self.workspace, keys)

    def _log(self, action: str, user: str) -> None:
        with self.store.write() as unit:
            unit.audit.append(datetime.now(UTC), user, action, "", {})
            unit.commit()
