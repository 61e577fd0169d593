"""How large an order file may be, and what reading it may cost. From the settings, with safe
defaults; a file beyond them is refused with the limit in its reason.
"""

from __future__ import annotations

from dataclasses import dataclass

from timebok_desktop.services.settings import Settings

MEBIBYTE = 2**20

_READ_IN_TIME = MEBIBYTE // 2
"""Bytes that are read within the seconds of the setting, also on a slow machine: a workbook of
that size may have 15,000 rows, of which a good machine reads 20,000 a second."""

_MEMORY_PER_MEBIBYTE = 64
"""Mebibytes that reading may need for each mebibyte of a larger file: workbooks are packed."""

_MOST_GROWN_MEMORY = 2048


@dataclass(frozen=True, slots=True)
class Allowance:
    """What the reading of one file may take: seconds of computing and bytes of memory."""

    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """The limits of a workspace. Sizes are mebibytes, memory too."""

    file_size: int
    document_size: int
    members: int
    unpacked_size: int
    ratio: int
    rows: int
    columns: int
    seconds: int
    memory: int

    def allowance(self, size: int) -> Allowance:
        """What a file of so many bytes may take; a larger one takes longer, and more memory."""
        grown = self.memory + _MEMORY_PER_MEBIBYTE * (size // MEBIBYTE)
        memory = max(self.memory, min(grown, _MOST_GROWN_MEMORY))
        return Allowance(self.seconds * max(1.0, size / _READ_IN_TIME), memory * MEBIBYTE)


def reading_limits(settings: Settings) -> ReadingLimits:
    """The limits that the settings of a workspace name."""
    return ReadingLimits(
        file_size=settings.order_file_megabytes,
        document_size=settings.order_document_megabytes,
        members=settings.order_archive_members,
        unpacked_size=settings.order_unpacked_megabytes,
        ratio=settings.order_unpacked_ratio,
        rows=settings.order_sheet_rows,
        columns=settings.order_sheet_columns,
        seconds=settings.order_reading_seconds,
        memory=settings.order_reading_megabytes,
    )


SAFE_LIMITS = reading_limits(Settings())
"""The limits where nobody set others."""
