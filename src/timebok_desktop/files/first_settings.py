"""The settings that the first paint needs, read without the settings model: that loads after it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, NamedTuple

from timebok_desktop.domain.phrases import Language
from timebok_desktop.services.fixed_settings import FixedSettings

Theme = Literal["system", "light", "dark", "high-contrast"]
_LANGUAGES: dict[str, Language] = {'"nb"': "nb", '"nn"': "nn"}
_THEMES: dict[str, Theme] = {
    '"system"': "system",
    '"light"': "light",
    '"dark"': "dark",
    '"high-contrast"': "high-contrast",
}
_NUMBERS = frozenset({"snapshot_max_age_days", "text_size", "due_claimed_working_days"})
_TRUTHS = {"true": True, "false": False}
_LATER = frozenset(
    {
        *("second_approval", "inbox_folder", "verify_after_import", "deadline_working_days"),
        *("due_new_working_days", "due_answer_working_days", "due_held_working_days"),
        *("due_second_approval_working_days", "due_before_desired_working_days"),
        *("backups_kept", "contact_retention_days", "lock_after_minutes"),
        *("order_file_megabytes", "order_document_megabytes", "order_archive_members"),
        *("order_unpacked_megabytes", "order_unpacked_ratio", "order_sheet_rows"),
        *("order_sheet_columns", "order_reading_seconds", "order_reading_megabytes"),
    }
)


class FirstSettings(NamedTuple):
    """A part of `services.settings.Settings`, with the same names and defaults."""

    language: Language | None = None
    theme: Theme = "system"
    snapshot_max_age_days: int = 14
    sample_world: bool = False
    text_size: int = 100
    due_claimed_working_days: int = 2


def first_settings(path: Path) -> FirstSettings | None:
    """What a settings file in its plain form says, one `name = value` a line. None where the file
    is anything else: then the settings model reads it, and tells what is wrong.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return FirstSettings()
    except (OSError, UnicodeDecodeError):
        return None
    found = FirstSettings()
    for line in lines:
        name, equals, value = (part.strip() for part in line.partition("="))
        if not name or name.startswith("#"):
            continue
        taken = _taken(found, name, value) if equals else None
        if taken is None:
            return None
        found = taken
    return found


def with_fixed(settings: FirstSettings, fixed: FixedSettings) -> FirstSettings:
    """These settings under what the administrator has fixed."""
    known = {name: fixed.values[name] for name in FirstSettings._fields if name in fixed.values}
    return settings._replace(**known)


def _taken(found: FirstSettings, name: str, value: str) -> FirstSettings | None:
    if name == "language" and value in _LANGUAGES:
        return found._replace(language=_LANGUAGES[value])
    if name == "theme" and value in _THEMES:
        return found._replace(theme=_THEMES[value])
    if name == "sample_world" and value in _TRUTHS:
        return found._replace(sample_world=_TRUTHS[value])
    if name in _NUMBERS and value.isdecimal() and value.isascii():
        number: dict[str, Any] = {name: int(value)}
        return found._replace(**number)
    return found if name in _LATER and value else None
