"""What receivers of a package rely on: every file by name, what the index says, the same bytes."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from joserfc.jwk import OKPKey

HER_ID = "urn:oid:2.16.578.1.12.4.1.2"
ORGANIZATION = "urn:oid:2.16.578.1.12.4.1.4.101"
CATEGORY = "http://helsenorge.no/fhir/CodeSystem/hn-schedule-type-cs"


@pytest.fixture
def exported(desk, order, tmp_path):
    """A package of an order for Lab and one for Koronavaksine."""
    for fields in (
        {"category": "Lab"},
        {"category": "Koronavaksine", "form": "koronavaksine-1"},
    ):
        reference = order(**fields)
        desk("decide", reference, "approve")
        desk("decide", reference, "approve", by="berit")
    return desk("export", "--out", tmp_path / "ny" / "mappe").document


def test_that_a_package_has_exactly_the_files_of_the_format(exported):
    folder = Path(exported["package"])
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    references = [f"RTB-{exported_year(folder)}-{number:06}" for number in (1, 2)]
    assert files == {
        "bagit.txt",
        "bag-info.txt",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
        "signatures/tagmanifest-sha256.txt.jws",
        "data/index.json",
        "data/configurations.csv",
        "data/report.html",
        *(f"data/{part}/{one}.json" for part in ("fhir", "ar") for one in references),
    }
    command = [sys.executable, "-m", "bagit", "--validate", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    assert folder.name.startswith(f"timebok-export-{exported['sequence']}-")


def exported_year(folder: Path) -> str:
    return next((folder / "data" / "fhir").iterdir()).name.split("-")[1]


def test_that_the_index_tells_all_that_is_in_the_package(exported):
    folder = Path(exported["package"])
    index = json.loads((folder / "data" / "index.json").read_text("utf-8"))
    assert index["sequence"] == 1
    assert index["previous_sha256"] == ""
    assert index["by"] == "anna"
    assert index["kind"] == "delta"
    assert len(index["audit_head"]) == 64
    assert [(one["her_id"], one["category"], one["action"]) for one in index["configurations"]] == [
        (9001001, "Lab", "activate"),
        (9001001, "Koronavaksine", "activate"),
    ]
    for one in index["configurations"]:
        assert one["order_reference"].startswith("RTB-")
        for name, sha256 in one["files"].items():
            assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == sha256


def test_that_the_signature_is_detached_and_names_its_key_by_thumbprint(exported, desk, tmp_path):
    folder = Path(exported["package"])
    header, payload, _ = (
        (folder / "signatures" / "tagmanifest-sha256.txt.jws").read_text("ascii").strip().split(".")
    )
    desk("package", "trust", tmp_path / "tillit.json")
    keys = json.loads((tmp_path / "tillit.json").read_text("utf-8"))["keys"]
    key = OKPKey.import_key(keys[0])
    assert len(keys) == 1
    assert "d" not in keys[0]
    assert payload == ""
    assert json.loads(base64.urlsafe_b64decode(header + "===")) == {
        "alg": "Ed25519",
        "kid": key.thumbprint(),
    }


def test_that_a_bundle_bears_the_systems_and_profiles_of_the_format(exported):
    bundles = sorted((Path(exported["package"]) / "data" / "fhir").iterdir())
    resources = [
        [entry["resource"] for entry in json.loads(path.read_text("utf-8"))["entry"]]
        for path in bundles
    ]
    municipality, party = (one for one in resources[0] if one["resourceType"] == "Organization")
    assert [one["system"] for one in municipality["identifier"]] == [ORGANIZATION]
    assert party["identifier"] == [{"system": HER_ID, "value": "9001001"}]
    assert party["meta"]["profile"] == [
        "http://helsenorge.no/fhir/StructureDefinition/kommunikasjonspart-Organization"
    ]
    codings = [
        [
            (coding["system"], coding["code"])
            for one in bundle
            if one["resourceType"] == "Schedule"
            for coding in one["serviceType"][0]["coding"]
        ]
        for bundle in resources
    ]
    assert codings == [
        [(CATEGORY, "Lab"), ("urn:oid:2.16.578.1.12.4.1.1.7617", "Lab")],
        [(CATEGORY, "Koronavaksine")],
    ]


def test_that_the_same_content_gives_the_same_bytes_in_another_workspace(
    exported, desk, in_workspace, tmp_path
):
    shutil.copytree(desk.workspace, tmp_path / "kopi")
    other = in_workspace(tmp_path / "kopi")
    again = other("export", "--out", tmp_path / "b", "--full", by="cato").document["package"]
    same = contents(Path(exported["package"]))
    assert same == contents(Path(again))
    assert len(same) == 5


def contents(folder: Path) -> dict[str, bytes]:
    data = folder / "data"
    files = [*data.glob("fhir/*"), *data.glob("ar/*"), data / "configurations.csv"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_that_nothing_new_is_no_package_and_no_failure(exported, desk, tmp_path):
    nothing = desk("export", "--out", tmp_path / "tom").document
    assert (nothing["package"], nothing["configurations"], nothing["held_back"]) == (None, 0, [])


def test_that_a_copy_verifies_and_a_renamed_or_linked_folder_does_not(exported, desk, tmp_path):
    package = Path(exported["package"])
    (tmp_path / "annet sted").mkdir()
    copy = tmp_path / "annet sted" / package.name
    shutil.copytree(package, copy)
    assert desk("package", "verify", copy).document["valid"]
    link = tmp_path / package.name
    link.symlink_to(copy)
    assert not desk("package", "verify", link, expect=1).document["valid"]
    copy.rename(copy.with_name("pakken"))
    assert not desk("package", "verify", copy.with_name("pakken"), expect=1).document["valid"]


def test_that_a_receipt_for_a_package_of_another_workspace_changes_nothing(
    exported, in_workspace, tmp_path
):
    uuid = Path(exported["package"]).name.split("-", 3)[3]
    receipt = tmp_path / "kvittering.json"
    results = [{"reference": f"RTB-{exported_year(Path(exported['package']))}-000001"}]
    results[0]["status"] = "ok"
    receipt.write_text(json.dumps({"package": uuid, "results": results}), "utf-8")
    other = in_workspace(tmp_path / "en annen")
    answer = other("receipts", "import", receipt, expect=1).document
    assert (answer["accepted"], answer["failed"], answer["unknown"]) == (0, 0, 1)


def test_that_a_receiver_needs_no_workspace_to_verify(
    order, desk, tmp_path, capsys, monkeypatch
) -> None:
    reference = order()
    for name in ("anna", "berit"):
        desk("decide", reference, "approve", by=name)
    package = desk("export", "--out", tmp_path / "out").document["package"]
    desk("package", "trust", tmp_path / "trust.json")
    monkeypatch.delenv("TIMEBOK_PASSPHRASE_FILE", raising=False)

    receiver = type(desk)(tmp_path / "nowhere", capsys)
    trusting = ("package", "verify", package, "--trust", tmp_path / "trust.json")
    assert receiver(*trusting).document["valid"]
    assert not receiver("package", "verify", package, expect=1).document["valid"]
    assert not (tmp_path / "nowhere").exists()
