"""Settings: every value is judged, whoever wrote it, and told in both languages."""

from __future__ import annotations

import pytest

from timebok_desktop.services.settings import WrongSettingError, settings_of


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "en"),
        ("theme", "pink"),
        ("theme", None),
        ("second_approval", 1),
        ("second_approval", "true"),
        ("snapshot_max_age_days", 0),
        ("snapshot_max_age_days", 3651),
        ("snapshot_max_age_days", True),
        ("deadline_working_days", "5"),
        ("deadline_working_days", 251),
        ("inbox_folder", 7),
        ("nonsense", 1),
    ],
)
def test_that_a_setting_that_cannot_be_is_refused_by_name(name: str, value: object) -> None:
    with pytest.raises(WrongSettingError) as caught:
        settings_of({name: value})
    assert caught.value.name == name
    assert caught.value.why.text("nb")
    assert caught.value.why.text("nn")
