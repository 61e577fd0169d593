"""What the built program holds: named here file by file, so that nothing slips in or out."""

from __future__ import annotations

import ast
import struct
import sys
from pathlib import Path

import pytest

import timebok_desktop
from handing_out import contents, icons
from handing_out.project import PACKAGING

PACKAGE = Path(timebok_desktop.__file__).parent
on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names of Linux")


@on_linux
@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/lib/libicudata.so.73",
        "PySide6/QtSvg.abi3.so",
        "PySide6/libpyside6.abi3.so.6.11",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/lib/libQt6PrintSupport.so.6",
        "PySide6/QtPrintSupport.abi3.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/__init__.pyc",
    ],
)
def test_that_what_the_window_loads_of_qt_is_kept(place: str) -> None:
    assert contents.is_kept(place, f"/env/site-packages/{place}")


@on_linux
@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/QtNetwork.abi3.so",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/imageformats/libqpdf.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_de.qm",
    ],
)
def test_that_the_rest_of_qt_is_left_out(place: str) -> None:
    assert not contents.is_kept(place, f"/env/site-packages/{place}")


@on_linux
def test_that_libraries_of_the_desktop_are_left_to_the_system() -> None:
    assert not contents.is_kept(
        "libfontconfig.so.1", "/usr/lib/x86_64-linux-gnu/libfontconfig.so.1"
    )
    assert contents.is_kept("libcrypto.so.3", "/usr/lib/x86_64-linux-gnu/libcrypto.so.3")
    assert contents.is_kept("libpython3.11.so.1.0", "/opt/python/lib/libpython3.11.so.1.0")
    for place in ("orjson/orjson.so", "cryptography/hazmat/bindings/_rust.abi3.so"):
        assert contents.is_kept(place, f"/env/lib/python3.11/site-packages/{place}")
    assert contents.is_kept("_json.so", "/opt/python/lib/python3.11/lib-dynload/_json.so")


def test_that_a_sources_only_tree_is_refused(tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    with pytest.raises(FileNotFoundError, match="compiled"):
        contents.resources(tmp_path)


def test_that_resources_go_along_and_their_makings_do_not(tmp_path: Path) -> None:
    for name in ("a.qm", "a.ts", "tool.py", "__pycache__/tool.cpython-311.pyc"):
        path = tmp_path / "resources" / "folder" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    taken = {Path(source).name: place for source, place in contents.resources(tmp_path)}
    assert taken == dict.fromkeys(
        ("a.qm", "tool.py"), str(Path("timebok_desktop", "resources", "folder"))
    )


def test_that_every_step_of_the_store_goes_along() -> None:
    taken = {Path(source).name for source, _ in contents.migrations(PACKAGE)}
    steps = PACKAGE / "storage" / "migrations" / "versions"
    assert {path.name for path in steps.glob("r0*.py")} <= taken
    assert {place for _, place in contents.migrations(PACKAGE)} == {
        str(Path("timebok_desktop", "storage", "migrations")),
        str(Path("timebok_desktop", "storage", "migrations", "versions")),
    }


def test_that_only_what_runs_is_shipped() -> None:
    names = contents.distributions()
    assert {"timebok-desktop", "pyside6-essentials", "shiboken6", "sqlcipher3", "cffi"} <= {*names}
    assert not {"pytest", "mypy", "pyinstaller", "hypothesis"} & {*names}


def test_that_the_recipe_can_be_read_and_names_what_is_there() -> None:
    ast.parse((PACKAGING / "timebok.spec").read_text("utf-8"))
    assert (PACKAGING / "start" / "timebok.py").is_file()


def test_that_icons_hold_every_size(tmp_path: Path, qapp) -> None:
    icons.draw(tmp_path)
    for size in icons.SIZES:
        octets = (tmp_path / f"timebok-{size}.png").read_bytes()
        assert struct.unpack(">II", octets[16:24]) == (size, size)
    windows = (tmp_path / "timebok.ico").read_bytes()
    assert struct.unpack("<HHH", windows[:6]) == (0, 1, 7)
    length, at = struct.unpack("<II", windows[14:22])
    assert windows[at : at + length] == (tmp_path / "timebok-16.png").read_bytes()
    apple = (tmp_path / "timebok-package.icns").read_bytes()
    assert (apple[:4], struct.unpack(">I", apple[4:8])[0]) == (b"icns", len(apple))


def test_that_nothing_runs_at_a_start_that_no_module_of_ours_needs() -> None:
    names = ["pyi_rth_inspect", "pyi_rth_pyside6", "pyi_rth_multiprocessing", "timebok"]
    scripts = [(name, f"/hooks/{name}.py", "PYSOURCE") for name in names]
    assert [name for name, _, _ in contents.started_with(scripts)][-1:] == ["timebok"]
    assert len(contents.started_with(scripts)) <= len(names) - 2
    sources = "".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    assert "import multiprocessing" not in sources
    assert "from multiprocessing" not in sources
