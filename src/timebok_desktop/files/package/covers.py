"""Checks that the approvals in a package cover what stands in it.

Each configuration's change is worked out again from its file for the registry, hashed with what the
index says of the order and the evidence, and looked for in the statements that caseworkers signed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.problems import Problem
from timebok_desktop.files import strict_json
from timebok_desktop.files.caseworker_keys import is_signed, thumbprint_of
from timebok_desktop.files.package import layout
from timebok_desktop.files.package.findings import finding
from timebok_desktop.files.package.index import Cover, Index, IndexedStatement, IndexEntry
from timebok_desktop.services.shown import STATEMENT_TYPE, digest

_STEPS: Mapping[int, Sequence[str]] = {1: ("only",), 2: ("first", "second")}


class Covers:
    """The approvals of a package, looked at while its files are read."""

    def __init__(self, index: Index) -> None:
        self.problems: list[Problem] = []
        self.unsigned = self.single = 0
        self._waiting = dict(
            zip((one.reference for one in index.configurations), index.covers, strict=True)
        )
        self._entries = {one.reference: one for one in index.configurations}
        self._keys = {one.kid: one for one in index.keys}
        self._signed = [self._orders(index, one) for one in index.statements]

    def look(self, path: str, content: bytes) -> None:
        """Look at a change for the registry."""
        reference = path.rpartition("/")[2].removesuffix(".json")
        cover = self._waiting.pop(reference, None)
        if cover is None:
            return
        try:
            change = change_in(reference, orjson.loads(content))
        except (ValueError, KeyError, TypeError):
            change = None
        code = "approval-missing"
        if change is not None and _agrees(change, self._entries[reference]):
            code = self._judge(reference, cover, change)
        if code:
            self.problems.append(finding(code, path))

    def finish(self) -> None:
        """What has not been looked at is not covered."""
        for reference in self._waiting:
            self.problems.append(finding("approval-missing", layout.ar_path(reference)))

    def _judge(self, reference: str, cover: Cover, change: Mapping[str, Any]) -> str:
        """The code of what is wrong with the approvals of a configuration, "" where nothing is."""
        steps = _STEPS.get(len(cover.approvals))
        if steps is None:
            return "approval-missing"
        names = []
        for step, (number, text) in zip(steps, cover.approvals, strict=True):
            if number is None:
                names.append(squeezed(text))
                continue
            caseworker, orders = self._signed[number]
            now = digest(reference, change, cover.order_sha256, text, step)
            if orders.get(reference) != now:
                return "approval-wrong"
            names.append(squeezed(caseworker))
        if len(set(names)) < len(names):
            return "approval-same"
        self.unsigned += any(number is None for number, _ in cover.approvals)
        self.single += len(cover.approvals) == 1
        return ""

    def _orders(self, index: Index, one: IndexedStatement) -> tuple[str, Mapping[str, str]]:
        """Whose a statement is and the hashes in it; none where it is not what it says."""
        key = self._keys.get(one.key)
        if key is None or thumbprint_of(key.x) != key.kid:
            return self._nothing()
        if not is_signed(key.x, one.statement.encode(), one.signature):
            return self._nothing()
        try:
            document = strict_json.loads(one.statement.encode())
            right = (
                document["type"] == STATEMENT_TYPE
                and document["action"] == "approve"
                and document["key"] == key.kid
                and document["workspace"] == index.workspace
                and document["caseworker"] != ""
                and squeezed(document["caseworker"]) == squeezed(key.caseworker)
            )
            orders = document["orders"]
        except (ValueError, KeyError, TypeError, AttributeError):
            return self._nothing()
        return (key.caseworker, orders) if right and isinstance(orders, dict) else self._nothing()

    def _nothing(self) -> tuple[str, Mapping[str, str]]:
        if not any(one.code == "statement-wrong" for one in self.problems):
            self.problems.append(finding("statement-wrong", layout.INDEX))
        return "", {}


def change_in(reference: str, document: Mapping[str, Any]) -> dict[str, Any] | None:
    """What an approval brings about, as a change for the registry says it; None, KeyError or
    TypeError where it says nothing or two things."""
    ours = document["ResourceSchedule"]
    new = ours["New"]
    if ours["OrderReference"] != reference or ours["Form"] != (new["Form"] if new else None):
        return None
    return {
        "Action": ours["Action"],
        "Category": ours["Category"],
        "HerId": document["HerId"],
        "MunicipalityNumber": ours["Municipality"]["MunicipalityNumber"],
        "New": new,
        "Scheme": ours["Scheme"],
    }


def _agrees(change: Mapping[str, Any], entry: IndexEntry) -> bool:
    """Whether the change is the one that the index and the table list."""
    found = (str(change["HerId"]), change["Category"], change["Action"])
    return found == (entry.her_id, entry.category, entry.action)
