"""Writes synthetic worlds: AR exports, order files in every format, tables and answers."""

from timebok_desktop.files.synthesis.folder import WorldSummary
from timebok_desktop.files.synthesis.order_files import ORDER_FORMATS
from timebok_desktop.files.synthesis.registry_files import REGISTRY_FORMATS
from timebok_desktop.files.synthesis.worlds import write_world

__all__ = ["ORDER_FORMATS", "REGISTRY_FORMATS", "WorldSummary", "write_world"]
