#!/bin/sh
# Builds Timebok.app and a disk image on macOS: packaging/macos/build.sh. Not run here.
#
# It needs uv and Xcode's command line tools. To sign and notarise, set
#   TIMEBOK_APPLE_IDENTITY   the "Developer ID Application: ..." in the keychain
#   TIMEBOK_APPLE_PROFILE    the profile that `xcrun notarytool store-credentials` keeps
# Without them the application is signed for this machine only, and that is said.
set -eu
cd "$(dirname "$0")/../.."

export UV_PROJECT_ENVIRONMENT="$PWD/.dev/packaging"
uv sync --locked --no-dev --group packaging --no-editable --reinstall-package timebok-desktop
python=$UV_PROJECT_ENVIRONMENT/bin/python
export PYTHONPATH=packaging
"$python" -m handing_out.bundle
version=$("$python" -c 'from handing_out.project import version; print(version())')
app=dist/bundle/Timebok.app
image=dist/timebok-desktop-$version-macos-$(uname -m).dmg
cp build/icons/timebok-package.icns "$app/Contents/Resources/"

if [ -n "${TIMEBOK_APPLE_IDENTITY:-}" ]; then
    codesign --force --deep --timestamp --options runtime \
        --entitlements packaging/macos/entitlements.plist \
        --sign "$TIMEBOK_APPLE_IDENTITY" "$app"
else
    codesign --force --deep --sign - "$app"
    echo 'build.sh: NOT signed for others: TIMEBOK_APPLE_IDENTITY names no identity' >&2
fi
codesign --verify --deep --strict "$app"

rm -f "$image"
hdiutil create -volname Timebok -srcfolder "$app" -format UDZO "$image"
if [ -n "${TIMEBOK_APPLE_PROFILE:-}" ]; then
    codesign --timestamp --sign "$TIMEBOK_APPLE_IDENTITY" "$image"
    xcrun notarytool submit "$image" --keychain-profile "$TIMEBOK_APPLE_PROFILE" --wait
    xcrun stapler staple "$image"
else
    echo 'build.sh: NOT notarised: TIMEBOK_APPLE_PROFILE names no profile' >&2
fi
