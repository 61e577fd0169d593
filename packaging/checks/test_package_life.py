"""The Debian package comes, is brought up to date and goes; what people have made stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bare_root import HOME, Root

from handing_out import deb
from handing_out.project import PROJECT, bundle, version

FOLDER = Path("usr", "lib", PROJECT)
FIXED = Path("etc", PROJECT, "settings.toml")


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an earlier version was: the same program with a file that is gone since."""
    folder = tmp_path_factory.mktemp("older")
    left = bundle() / "_internal" / "no-longer-there"
    left.write_text("an earlier version had this")
    try:
        return deb.build(bundle(), folder, f"{version()}~earlier", ("-Zgzip", "-z1"))
    finally:
        left.unlink()


def totals(root: Root) -> object:
    done = root.run("timebok", "orders", "list", "--json", "--limit", 1, "--workspace", "work")
    audit = root.run("timebok", "audit", "verify", "--json", "--workspace", "work")
    return json.loads(done.stdout)["total"], json.loads(audit.stdout)["head"]


def test_that_people_keep_what_they_made_while_packages_come_and_go(
    bare: Root, older: Path, package: Path
) -> None:
    bare.apt("install", "--no-install-recommends", bare.put(older))
    assert (bare.folder / FOLDER / "_internal" / "no-longer-there").is_file()
    bare.run("timebok", "sample", "--workspace", "work", "--json")
    fixed = bare.folder / FIXED
    fixed.parent.mkdir(exist_ok=True)
    fixed.write_text("snapshot_max_age_days = 7\n")
    before = totals(bare)

    bare.apt("install", "--no-install-recommends", bare.put(package))
    assert not (bare.folder / FOLDER / "_internal" / "no-longer-there").exists()
    assert totals(bare) == before

    bare.apt("install", "--allow-downgrades", "--no-install-recommends", f"/tmp/{older.name}")
    assert totals(bare) == before
    bare.apt("install", "--no-install-recommends", f"/tmp/{package.name}")

    bare.run("dpkg", "--verify", PROJECT, as_root=True)
    bare.apt("remove", PROJECT)
    assert not (bare.folder / FOLDER).exists()
    assert not (bare.folder / "usr" / "bin" / "timebok").is_symlink()
    bare.run("dpkg", "--purge", PROJECT, as_root=True)
    assert (bare.folder / HOME / "work" / "store.sqlite3").is_file()
    assert fixed.is_file()

    bare.apt("install", "--no-install-recommends", f"/tmp/{package.name}")
    assert totals(bare) == before
