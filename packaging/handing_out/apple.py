"""What macOS is told of the program: its documents, its languages, what it needs."""

from __future__ import annotations

from typing import Any

from handing_out.project import IDENTIFIER, PACKAGE_SUFFIX, PACKAGE_TYPE, version

PACKAGE_IDENTIFIER = f"{IDENTIFIER}.package"

OLDEST_MACOS = "13.0"
"""The oldest one that Qt 6.11 runs on."""

ORDER_FILES = (
    "public.json",
    "public.comma-separated-values-text",
    "org.openxmlformats.spreadsheetml.sheet",
    "com.apple.mail.email",
)
"""They may be opened with Timebok, which never claims them for itself."""


def information() -> dict[str, Any]:
    """The part of Info.plist that is ours."""
    return {
        "CFBundleDisplayName": "Timebok",
        "CFBundleShortVersionString": version(),
        "CFBundleVersion": version(),
        "CFBundleDevelopmentRegion": "nb",
        "CFBundleLocalizations": ["nb", "nn"],
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": OLDEST_MACOS,
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "NSHumanReadableCopyright": "MIT",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Eksportpakke",
                "CFBundleTypeRole": "Viewer",
                "CFBundleTypeIconFile": "timebok-package.icns",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [PACKAGE_IDENTIFIER],
            },
            {
                "CFBundleTypeName": "Bestillinger",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": list(ORDER_FILES),
            },
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": PACKAGE_IDENTIFIER,
                "UTTypeDescription": "Eksportpakke fra Timebok",
                "UTTypeIconFile": "timebok-package.icns",
                "UTTypeConformsTo": ["public.data", "public.archive"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [PACKAGE_SUFFIX.removeprefix(".")],
                    "public.mime-type": [PACKAGE_TYPE],
                },
            }
        ],
    }
