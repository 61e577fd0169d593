"""Moments as packages write them: the same moment always gives the same text."""

from __future__ import annotations

from datetime import UTC, datetime

from timebok_desktop.domain.party import NORWAY


def instant(moment: datetime) -> str:
    """`moment` in UTC with whole seconds; a moment without a zone is Norwegian time."""
    aware = moment.replace(tzinfo=NORWAY) if moment.tzinfo is None else moment
    return f"{aware.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def norwegian(moment: datetime) -> str:
    """`moment` as people in Norway read it."""
    aware = moment.replace(tzinfo=NORWAY) if moment.tzinfo is None else moment
    return aware.astimezone(NORWAY).strftime("%d.%m.%Y kl. %H.%M")
