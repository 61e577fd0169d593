"""A package carries its approvals: nobody who holds the package's key alone can change what two
caseworkers signed, offer an old package for a new one, or go on from another log. What the short
program for receivers checks, it finds too.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from timebok_desktop.domain.errors import UnavailableError, UnreadableError
from timebok_desktop.files.caseworker_keys import CaseworkerKeys
from timebok_desktop.files.keys import WorkspaceKeys
from timebok_desktop.resource_folder import resource_folder

VERIFIER = resource_folder() / "verifier" / "verify_package.py"
FIRST = "RTB-2026-000001"
AR = f"data/ar/{FIRST}.json"


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read(folder, name="data/index.json"):
    return json.loads((folder / name).read_text("utf-8"))


def write(folder, document, name="data/index.json"):
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    (folder / name).write_text(text + "\n", "utf-8", newline="")


def resign(folder, keys):
    """Make every hash right again and sign, as somebody with the package's key could."""
    index = read(folder)
    for one in index["configurations"]:
        one["files"] = {name: sha256(folder / name) for name in one["files"]}
    index["files"] = {name: sha256(folder / name) for name in index["files"]}
    write(folder, index)
    paths = sorted(p for p in (folder / "data").rglob("*") if p.is_file())
    lines = [f"{sha256(p)}  {p.relative_to(folder).as_posix()}\n" for p in paths]
    (folder / "manifest-sha256.txt").write_text("".join(lines), newline="")
    info = (folder / "bag-info.txt").read_text().splitlines()
    info = [line for line in info if not line.startswith("Payload-Oxum")]
    oxum = f"Payload-Oxum: {sum(p.stat().st_size for p in paths)}.{len(paths)}"
    (folder / "bag-info.txt").write_text("\n".join([*info, oxum, ""]), newline="")
    tags = ("bag-info.txt", "bagit.txt", "manifest-sha256.txt")
    text = "".join(f"{sha256(folder / tag)}  {tag}\n" for tag in tags)
    (folder / "tagmanifest-sha256.txt").write_text(text, newline="")
    signature = folder / "signatures" / "tagmanifest-sha256.txt.jws"
    signature.write_text(keys.sign(text.encode()), "ascii")


def change(**fields):
    def tamper(folder, _ring):
        document = read(folder, AR)
        document["ResourceSchedule"].update(fields)
        write(folder, document, AR)

    return tamper


def new(**fields):
    def tamper(folder, _ring):
        document = read(folder, AR)
        document["ResourceSchedule"]["New"].update(fields)
        write(folder, document, AR)

    return tamper


def entry(edit):
    def tamper(folder, _ring):
        index = read(folder)
        edit(index["configurations"][0], index)
        write(folder, index)

    return tamper


def statement(edit):
    """Edit a statement and leave its signature."""

    def tamper(folder, _ring):
        index = read(folder)
        said = json.loads(index["statements"][0]["statement"])
        edit(said)
        index["statements"][0]["statement"] = json.dumps(said, sort_keys=True)
        write(folder, index)

    return tamper


def forged(folder, ring):
    """Sign a statement again with another key, under the name of the one that is put in."""
    index = read(folder)
    key = ring.make("kari")
    said = json.loads(index["statements"][0]["statement"]) | {"key": key.thumbprint}
    text = json.dumps(said, sort_keys=True)
    signature = ring.sign(key, text.encode())
    index["statements"][0] = {"key": key.thumbprint, "signature": signature, "statement": text}
    write(folder, index)


def other_her_id(folder, _ring):
    document, index = read(folder, AR), read(folder)
    document["HerId"] = index["configurations"][0]["her_id"] = 8000002
    write(folder, document, AR)
    write(folder, index)
    table = folder / "data/configurations.csv"
    table.write_bytes(table.read_bytes().replace(b"8000001", b"8000002"))


def swap_evidence(one, _index):
    first, second = one["approvals"]
    first["evidence"], second["evidence"] = second["evidence"], "0" * 64


TAMPERINGS = {
    "another vendor": new(Vendor="En annen"),
    "another system": new(System="Et annet"),
    "another day": new(ValidFrom="2030-01-01"),
    "another form": new(Form="koronavaksine-2"),
    "a field more": new(Mer="x"),
    "another scheme": change(Scheme="via-practitioner"),
    "no set-up": change(New=None),
    "another municipality": change(Municipality={"MunicipalityNumber": "0301"}),
    "another order": change(OrderReference="RTB-2026-000002"),
    "another action": change(Action="deactivate"),
    "another HER-id everywhere": other_her_id,
    "another order hash": entry(lambda one, _: one.update(order_sha256="0" * 64)),
    "another evidence": entry(swap_evidence),
    "approvals in another order": entry(lambda one, _: one["approvals"].reverse()),
    "the first approval twice": entry(
        lambda one, _: one.update(approvals=[one["approvals"][0]] * 2)
    ),
    "only the second approval": entry(lambda one, _: one["approvals"].pop(0)),
    "only the first approval": entry(lambda one, _: one["approvals"].pop()),
    "no approval": entry(lambda one, _: one.update(approvals=[])),
    "three approvals": entry(lambda one, _: one["approvals"].append(one["approvals"][0])),
    "a statement that is not there": entry(lambda one, _: one["approvals"][0].update(statement=9)),
    "approved by the same with and without signature": entry(
        lambda one, _: one["approvals"].__setitem__(0, {"unsigned": "OLA"})
    ),
    "another signature": entry(
        lambda _, index: index["statements"][0].update(
            signature=index["statements"][1]["signature"]
        )
    ),
    "another key for the statement": entry(
        lambda _, index: index["statements"][0].update(key=index["statements"][1]["key"])
    ),
    "another public key under the name": entry(
        lambda _, index: index["keys"][0].update(x=index["keys"][1]["x"])
    ),
    "no keys": entry(lambda _, index: index.update(keys=[])),
    "another workspace": entry(lambda _, index: index.update(workspace="0" * 64)),
    "another caseworker in the statement": statement(lambda said: said.update(caseworker="per")),
    "another time in the statement": statement(lambda said: said.update(at="2020-01-01")),
    "another log in the statement": statement(lambda said: said.update(audit={})),
    "another hash in the statement": statement(lambda said: said["orders"].update({FIRST: "0"})),
    "a statement that is no JSON": entry(
        lambda _, index: index["statements"][0].update(statement="x")
    ),
    "a forged signature": forged,
}


def standalone(folder, trust):
    """What the short program says."""
    done = subprocess.run(
        [sys.executable, "-I", str(VERIFIER), str(folder), str(trust)],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode == 0 and done.stdout.startswith("valid:")


@pytest.fixture
def shipped(office, tmp_path):
    """A package of two orders, and the trust file that goes with it."""
    for her_id in ("8000001", "8000002"):
        office.approve(office.order(herId=her_id, desiredFrom="2026-05-01"))
    package = Path(office.desk.export(tmp_path / "ut", "kari").path)
    office.desk.export_trust(tmp_path / "trust.json")
    return package, tmp_path / "trust.json"


def test_that_an_untouched_package_verifies_everywhere(office, shipped):
    package, trust = shipped
    check = office.desk.verify_package(package, trust, strict=True)
    assert (check.valid, check.problems, check.unsigned, check.single) == (True, (), 0, 0)
    assert standalone(package, trust)
    index = read(package)
    assert [key["caseworker"] for key in index["keys"]] == ["kari", "ola"]
    assert len(index["statements"]) == 4
    assert index["checkpoint"]["head"] == index["audit_head"]
    assert len(VERIFIER.read_text("utf-8").splitlines()) <= 60


def test_that_nobody_with_the_packages_key_alone_changes_what_was_approved(
    office, shipped, tmp_path
):
    package, trust = shipped
    keys = WorkspaceKeys(office.office.workspace.keys)
    accepted = []
    for number, (name, tamper) in enumerate(TAMPERINGS.items()):
        copy = tmp_path / str(number) / package.name
        shutil.copytree(package, copy)
        tamper(copy, CaseworkerKeys(tmp_path / str(number) / "keys"))
        resign(copy, keys)
        if office.desk.verify_package(copy, trust).valid:
            accepted.append(name)
        if standalone(copy, trust):
            accepted.append(f"{name} (by the short program)")
    assert accepted == []
    assert len(TAMPERINGS) >= 20


TOUCHES = {
    "a bit": lambda p: (p / AR).write_bytes((p / AR).read_bytes().replace(b"Lab", b"Lac", 1)),
    "a file more": lambda p: (p / "data" / "ny.json").write_text("{}"),
    "a file in the root": lambda p: (p / "ny.txt").write_text("x"),
    "a folder more": lambda p: (p / "data" / "ny").mkdir(),
    "a file less": lambda p: (p / AR).unlink(),
    "another name": lambda p: (p / AR).rename(p / "data/ar/RTB-2026-000009.json"),
    "no signature": lambda p: (p / "signatures/tagmanifest-sha256.txt.jws").unlink(),
    "a link": lambda p: ((p / AR).rename(p.parent / "x"), (p / AR).symlink_to(p.parent / "x")),
    "another manifest": lambda p: (p / "manifest-sha256.txt").write_text(""),
    "another bagit.txt": lambda p: (p / "bagit.txt").write_text("x"),
}


@pytest.mark.parametrize("touch", TOUCHES.values(), ids=TOUCHES)
def test_that_the_short_program_finds_what_was_touched(shipped, touch):
    package, trust = shipped
    touch(package)
    assert not standalone(package, trust)


def test_that_another_key_and_a_renamed_folder_are_refused(office, shipped, tmp_path):
    package, trust = shipped
    other = WorkspaceKeys(tmp_path / "other")
    other.make()
    other.export_trust(tmp_path / "other.json")
    assert not standalone(package, tmp_path / "other.json")
    renamed = package.rename(package.with_name(package.name.replace("export-1", "export-2")))
    assert not standalone(renamed, trust)
    assert not office.desk.verify_package(renamed, trust).valid


def two_packages(office, tmp_path):
    packages = []
    for her_id in ("8000001", "8000002"):
        office.approve(office.order(herId=her_id))
        packages.append(Path(office.desk.export(tmp_path / "ut", "kari").path))
    office.desk.export_trust(tmp_path / "trust.json")
    return packages


def test_that_mixed_packages_are_refused(office, tmp_path):
    first, second = two_packages(office, tmp_path)
    keys, accepted = WorkspaceKeys(office.office.workspace.keys), []
    for name in ("tagmanifest-sha256.txt", "manifest-sha256.txt", "data/index.json"):
        copy = tmp_path / name.replace("/", "-") / second.name
        shutil.copytree(second, copy)
        shutil.copy(first / name, copy / name)
        if office.desk.verify_package(copy).valid or standalone(copy, tmp_path / "trust.json"):
            accepted.append(name)
    copy = tmp_path / "statements" / second.name
    shutil.copytree(second, copy)
    write(copy, {**read(second), "statements": read(first)["statements"]})
    resign(copy, keys)
    assert not office.desk.verify_package(copy).valid
    assert not standalone(copy, tmp_path / "trust.json")
    assert accepted == []


def test_that_a_receiver_takes_only_what_goes_on_from_the_last_package(office, tmp_path):
    first, second = two_packages(office, tmp_path)
    seen = tmp_path / "seen.json"
    verify = office.desk.verify_package
    assert verify(first, seen=seen).valid
    replayed = verify(first, seen=seen)
    assert [one.code for one in replayed.problems] == ["sequence"]
    assert verify(second, seen=seen).valid
    for old in (first, second):  # rolled back, or frozen
        assert not verify(old, seen=seen).valid
    assert verify(first).valid  # without a memory nobody can know


def test_that_a_receiver_may_miss_a_package(office, tmp_path):
    first, _ = two_packages(office, tmp_path)
    office.approve(office.order(herId="8000001", category="Vaksine"))
    third = Path(office.desk.export(tmp_path / "ut", "kari").path)
    seen = tmp_path / "seen.json"
    assert office.desk.verify_package(first, seen=seen).valid
    assert office.desk.verify_package(third, seen=seen).valid


@pytest.mark.parametrize("what", ["cut", "replaced", "none", "number"])
def test_that_a_package_on_another_log_is_refused(office, tmp_path, what):
    first, second = two_packages(office, tmp_path)
    seen = tmp_path / "seen.json"
    assert office.desk.verify_package(first, seen=seen).valid
    index = read(second)
    (earlier,) = index["checkpoint"]["earlier"]
    if what == "none":
        index["checkpoint"]["earlier"] = []
    else:
        changes = {"cut": {"head": "0" * 64}, "replaced": {"sha256": "0" * 64}}
        earlier.update(changes.get(what, {"sequence": earlier["sequence"] - 1}))
    write(second, index)
    resign(second, WorkspaceKeys(office.office.workspace.keys))
    before = seen.read_bytes()
    check = office.desk.verify_package(second, seen=seen)
    assert [one.code for one in check.problems] == ["log-cut"]
    assert seen.read_bytes() == before


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"form": "x", "senders": {}}', '{"form": 1}'])
def test_that_a_damaged_memory_is_said_and_left_alone(office, shipped, tmp_path, content):
    seen = tmp_path / "seen.json"
    seen.write_text(content)
    with pytest.raises(UnreadableError):
        office.desk.verify_package(shipped[0], seen=seen)
    assert seen.read_text() == content
    with pytest.raises(UnavailableError):
        office.desk.verify_package(shipped[0], seen=tmp_path / "nowhere" / "seen.json")


def test_that_an_own_package_must_fit_to_the_own_log(office, shipped, tmp_path):
    package, _ = shipped
    index = read(package)
    index["audit_head"] = index["checkpoint"]["head"] = "0" * 64
    write(package, index)
    resign(package, WorkspaceKeys(office.office.workspace.keys))
    assert [one.code for one in office.desk.verify_package(package).problems] == ["log-unknown"]


def test_that_an_export_does_not_go_on_from_a_cut_log(office, tmp_path):
    two_packages(office, tmp_path)
    office.approve(office.order(herId="8000001", category="Vaksine"))
    with office.office.store.write() as unit:
        run = unit._connection.exec_driver_sql
        run("UPDATE package SET audit_head = ? WHERE sequence = 1", ("0" * 64,))
        unit.commit()
    before = office.state()
    with pytest.raises(UnavailableError) as error:
        office.export()
    assert "1" in error.value.text("nn")
    assert office.state() == before


def test_that_one_approval_is_named_and_can_be_refused(office, tmp_path):
    office.settings(second_approval=False)
    reference = office.order()
    office.decide(reference, ("kari", "approve"))
    package = Path(office.desk.export(tmp_path / "ut", "kari").path)
    check = office.desk.verify_package(package)
    assert (check.valid, check.single, check.unsigned) == (True, 1, 0)
    strict = office.desk.verify_package(package, strict=True)
    assert [one.code for one in strict.problems] == ["approval-weak"]


def test_that_approvals_from_before_signatures_stay_valid_and_are_named(office, tmp_path):
    reference = office.order()
    office.approve(reference)
    with office.office.store.write() as unit:  # as an upgraded store has them
        run = unit._connection.exec_driver_sql
        run("DROP TRIGGER decision_keeps_its_statement")
        run("UPDATE decision SET statement_id = NULL, signed_with = NULL, evidence = NULL")
        unit.commit()
    package = Path(office.desk.export(tmp_path / "ut", "kari").path)
    office.desk.export_trust(tmp_path / "trust.json")
    (one,) = read(package)["configurations"]
    assert one["approvals"] == [{"unsigned": "kari"}, {"unsigned": "ola"}]
    check = office.desk.verify_package(package)
    assert (check.valid, check.unsigned) == (True, 1)
    assert standalone(package, tmp_path / "trust.json")
    assert not office.desk.verify_package(package, strict=True).valid
