"""The settings of a workspace: kept in `settings.toml`, edited in the window; and those that an
administrator has fixed for everybody on the machine, which win.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

from timebok_desktop.domain.phrases import LANGUAGES, Phrase
from timebok_desktop.domain.urgency import UrgencyDays
from timebok_desktop.services.fixed_settings import FixedSettings

_CHOICES: Mapping[str, tuple[str | None, ...]] = {
    "language": ("nb", "nn", None),
    "theme": ("system", "light", "dark", "high-contrast"),
}
_RANGES: Mapping[str, tuple[int, int]] = {
    "text_size": (100, 200),
    "snapshot_max_age_days": (1, 3650),
    "deadline_working_days": (1, 250),
    "due_new_working_days": (1, 250),
    "due_answer_working_days": (1, 250),
    "due_second_approval_working_days": (1, 250),
    "due_held_working_days": (1, 250),
    "due_before_desired_working_days": (1, 250),
    "due_claimed_working_days": (1, 250),
    "backups_kept": (0, 1000),
    "lock_after_minutes": (0, 480),
    "contact_retention_days": (0, 3650),
    "order_file_megabytes": (1, 1024),
    "order_document_megabytes": (1, 512),
    "order_archive_members": (1, 100_000),
    "order_unpacked_megabytes": (1, 1024),
    "order_unpacked_ratio": (10, 2000),
    "order_sheet_rows": (1, 1_048_576),
    "order_sheet_columns": (10, 16_384),
    "order_reading_seconds": (1, 600),
    "order_reading_megabytes": (128, 4096),
}
_TRUTHS = frozenset({"second_approval", "verify_after_import", "sample_world"})
_OF_THE_WORKSPACE = frozenset({"sample_world"})
"""What a workspace is, which nobody can decide for all workspaces."""
_MOST_DIGITS = 18
_UNKNOWN = Phrase("innstillingen finnes ikke", "innstillinga finst ikkje")


class WrongSettingError(ValueError):
    """A setting that cannot be: its name, and what it may be."""

    def __init__(self, name: str, why: Phrase) -> None:
        super().__init__(name)
        self.name = name
        self.why = why


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings with their safe defaults. `language` is None until it is chosen at first start.

    WrongSettingError for a value that a setting cannot have.
    """

    language: Literal["nb", "nn"] | None = None
    theme: Literal["system", "light", "dark", "high-contrast"] = "system"
    text_size: int = 100
    second_approval: bool = True
    snapshot_max_age_days: int = 14
    inbox_folder: str = ""
    verify_after_import: bool = True
    deadline_working_days: int = 5
    due_new_working_days: int = 5
    due_answer_working_days: int = 1
    due_second_approval_working_days: int = 1
    due_held_working_days: int = 10
    due_before_desired_working_days: int = 5
    due_claimed_working_days: int = 2
    sample_world: bool = False
    backups_kept: int = 14
    lock_after_minutes: int = 15
    contact_retention_days: int = 365
    order_file_megabytes: int = 1024
    order_document_megabytes: int = 100
    order_archive_members: int = 2000
    order_unpacked_megabytes: int = 200
    order_unpacked_ratio: int = 200
    order_sheet_rows: int = 200_000
    order_sheet_columns: int = 256
    order_reading_seconds: int = 2
    order_reading_megabytes: int = 256

    def __post_init__(self) -> None:
        """Judge every value, whoever wrote it."""
        for one in fields(self):
            _require(one.name, getattr(self, one.name))


def urgency_days(settings: Settings) -> UrgencyDays:
    """How many working days each thing may take, as the settings say."""
    return UrgencyDays(
        waiting=settings.due_new_working_days,
        answer=settings.due_answer_working_days,
        second_approval=settings.due_second_approval_working_days,
        unanswered=settings.deadline_working_days,
        held=settings.due_held_working_days,
        before_desired=settings.due_before_desired_working_days,
    )


Origin = Literal["default", "workspace", "administrator"]
"""Who decided a setting."""


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting: what is in force, its default, and who decided it."""

    name: str
    value: str | int | None
    default: str | int | None
    origin: Origin


def settings_of(values: Mapping[str, Any]) -> Settings:
    """The settings that a file names; WrongSettingError for a name or a value that cannot be."""
    known = {one.name for one in fields(Settings)}
    for name in values:
        if name not in known:
            raise WrongSettingError(name, _UNKNOWN)
    return Settings(**values)


def in_force(settings: Settings, fixed: FixedSettings) -> Settings:
    """These settings under what the administrator has fixed."""
    return replace(settings, **fixed.values) if fixed.values else settings


def fixed_of(values: Mapping[str, Any], path: Path) -> FixedSettings:
    """What an administrator's file fixes: `workspace`, `languages` (those that are offered), and
    any setting. WrongSettingError for a name or a value that cannot be.
    """
    rest = dict(values)
    workspace = _workspace(rest.pop("workspace", None))
    languages = rest.pop("languages", None)
    fixable = {one.name for one in fields(Settings)} - _OF_THE_WORKSPACE
    for name, value in rest.items():
        if name not in fixable:
            raise WrongSettingError(name, _UNKNOWN)
        _require(name, value)
    if languages is not None:
        _require_languages(languages, rest.get("language"))
        if len(languages) == 1:
            rest["language"] = languages[0]
    return FixedSettings(path, rest, workspace)


def setting_from_text(name: str, text: str) -> str | int | None:
    """A value as a person types it; WrongSettingError where the setting cannot have it."""
    value: str | int | None = text.strip()
    if name not in {one.name for one in fields(Settings)} - _OF_THE_WORKSPACE:
        raise WrongSettingError(name, _UNKNOWN)
    if name in _TRUTHS:
        value = {"true": True, "false": False}.get(text.strip().lower(), text)
    elif name in _RANGES and text.strip().isascii() and text.strip().isdigit():
        value = int(text) if len(text.strip()) < _MOST_DIGITS else text
    _require(name, value)
    return value


def _workspace(value: object) -> Path | None:
    if value is None:
        return None
    if not isinstance(value, str) or not Path(value).is_absolute():
        raise WrongSettingError(
            "workspace",
            Phrase(
                "må være en full sti til en mappe på denne maskinen",
                "må vere ein full sti til ei mappe på denne maskina",
            ),
        )
    return Path(value)


def _require_languages(languages: object, fixed: object) -> None:
    """Some of ours, and the fixed one among them."""
    fits = isinstance(languages, list) and languages and all(one in LANGUAGES for one in languages)
    if not fits or (fixed is not None and fixed not in languages):  # type: ignore[operator]
        raise WrongSettingError(
            "languages",
            Phrase(
                "må være en liste med «nb», «nn» eller begge, og ha med målformen i «language»",
                "må vere ei liste med «nb», «nn» eller begge, og ha med målforma i «language»",
            ),
        )


def _require(name: str, value: object) -> None:
    why = _wrong(name, value)
    if why is not None:
        raise WrongSettingError(name, why)


def _wrong(name: str, value: object) -> Phrase | None:
    """Why a value cannot be, None where it can."""
    if name in _CHOICES:
        offered = ", ".join(f"«{one}»" for one in _CHOICES[name] if one)
        fits = value in _CHOICES[name]
        why = Phrase("må være en av {offered}", "må vere ein av {offered}", {"offered": offered})
    elif name in _RANGES:
        least, most = _RANGES[name]
        fits = type(value) is int and least <= value <= most
        why = Phrase(
            "må være et heltall fra {least} til {most}",
            "må vere eit heiltal frå {least} til {most}",
            {"least": least, "most": most},
        )
    elif name in _TRUTHS:
        fits = isinstance(value, bool)
        why = Phrase("må være true eller false", "må vere true eller false")
    else:
        fits = isinstance(value, str)
        why = Phrase("må være tekst", "må vere tekst")
    return None if fits else why
