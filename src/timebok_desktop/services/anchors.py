"""What the log is held to beside its own chain: what caseworkers have signed, and what has left.

Every signed approval states the end of the log that it builds on, and so does every package. A log
that was cut, or worked out anew, no longer has these ends. What came after the last of them is held
to by nothing but the chain.
"""

from __future__ import annotations

import json

from timebok_desktop.services.context import Context
from timebok_desktop.services.ports_approvals import Checkpoint
from timebok_desktop.services.ports_store import UnitOfWork


class Anchors:
    """Ends that the log has had; each must be found where it was."""

    def __init__(self, context: Context, unit: UnitOfWork) -> None:
        self._wanted: dict[int, set[str]] = {}
        self._hashes: set[str] = set()
        self._wrong = unit.approvals.missing() > 0
        keys = {key.thumbprint: key for key in unit.approvals.every_key()}
        ends = [*unit.approvals.heads()]
        for one in unit.approvals.last_of_each_key():
            signed = context.keys.is_signed(keys[one.key].x, one.statement.encode(), one.signature)
            stated = json.loads(one.statement)["workspace"] if signed else None
            self._wrong = self._wrong or stated != unit.audit.origin()
        for record in unit.packages.listed():
            header = record.header
            if header.audit_sequence is None:
                self._hashes.add(header.audit_head)
            else:
                ends.append(Checkpoint(header.audit_sequence, header.audit_head))
        for end in ends:
            self._wanted.setdefault(end.sequence, set()).add(end.head)
        self._length = 0

    def holds(self, number: int, stated: str) -> bool:
        """Whether this entry is the one that stood here, as far as anybody knows."""
        self._length = number
        self._hashes.discard(stated)
        return self._wanted.pop(number, {stated}) == {stated}

    def unheld(self) -> list[int]:
        """Where the log should have gone on, or begins to be another than what was signed."""
        if self._wrong or self._hashes:
            return [1]
        return [self._length + 1] if any(number for number in self._wanted) else []
