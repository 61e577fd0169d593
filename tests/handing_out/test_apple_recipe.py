"""What macOS is told of the program, as far as it can be held to the sources without macOS."""

from __future__ import annotations

import plistlib
import re
import shutil
import subprocess

import pytest

from handing_out import apple, contents
from handing_out.project import IDENTIFIER, PACKAGE_TYPE, PACKAGING, ROOT, version

BUILD = PACKAGING / "macos" / "build.sh"


def information() -> dict[str, object]:
    return plistlib.loads(plistlib.dumps(apple.information()))


def test_that_the_application_bears_the_version_and_its_name() -> None:
    told = information()
    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == version()
    assert told["CFBundleLocalizations"] == ["nb", "nn"]


def test_that_packages_are_its_own_and_orders_are_not() -> None:
    (declared,) = information()["UTExportedTypeDeclarations"]  # type: ignore[misc]
    assert declared["UTTypeIdentifier"] == f"{IDENTIFIER}.package"
    assert declared["UTTypeTagSpecification"] == {
        "public.filename-extension": ["timebok-package"],
        "public.mime-type": [PACKAGE_TYPE],
    }
    packages, orders = information()["CFBundleDocumentTypes"]  # type: ignore[misc]
    assert packages["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert (packages["LSHandlerRank"], orders["LSHandlerRank"]) == ("Owner", "Alternate")
    assert "public.json" in orders["LSItemContentTypes"]


def test_that_the_bundle_is_asked_for_with_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    bundle = contents.apple_bundle(ROOT / "build" / "icons")
    assert bundle["bundle_identifier"] == IDENTIFIER
    assert bundle["icon"].endswith("timebok.icns")
    assert (bundle["version"], bundle["name"]) == (version(), "Timebok.app")


def test_that_only_a_named_identity_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TIMEBOK_APPLE_IDENTITY", raising=False)
    assert contents.apple_identity() is None
    assert contents.apple_entitlements(PACKAGING) is None
    monkeypatch.setenv("TIMEBOK_APPLE_IDENTITY", "Developer ID Application: Eksempel")
    named = contents.apple_entitlements(PACKAGING)
    assert named is not None
    rights = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert set(rights.values()) == {True}
    # A library that somebody has replaced must load: the LGPL asks for it.
    assert rights["com.apple.security.cs.disable-library-validation"]


def test_that_the_way_to_build_it_can_be_read_and_names_what_is_there() -> None:
    text = BUILD.read_text("utf-8")
    if shutil.which("sh"):
        assert subprocess.run(["sh", "-n", str(BUILD)], check=False).returncode == 0
    named = [name.rstrip(".") for name in re.findall(r"packaging/[\w./-]+", text)]
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
    assert "NOT notarised" in text
    assert "NOT signed" in text
