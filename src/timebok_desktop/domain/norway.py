"""The time zone that days are counted in."""

from __future__ import annotations

from zoneinfo import ZoneInfo

NORWAY = ZoneInfo("Europe/Oslo")
