"""The guides against the program: what they promise is what it has, in both languages."""

from __future__ import annotations

import argparse
import ast
import base64
import json
import re
import runpy
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature

from timebok_desktop.bootstrap import default_tables, open_office, utc_now
from timebok_desktop.cli import main, output
from timebok_desktop.cli.arguments import parser
from timebok_desktop.domain.codes import SEVERITY_WORDS, STATUS_WORDS
from timebok_desktop.domain.order_labels import JSON_NAMES, LABELS
from timebok_desktop.domain.phrases import Language
from timebok_desktop.domain.rules import RULES
from timebok_desktop.domain.workflow import ACTION_WORDS, TRANSITIONS, Action
from timebok_desktop.files.package import ar_change, configurations_csv, findings, layout
from timebok_desktop.files.receipts import _PHRASES as RECEIPT_CODES
from timebok_desktop.files.sample import write_sample
from timebok_desktop.services.demo import run_demo
from timebok_desktop.services.settings import Settings
from timebok_desktop.services.tables import DEFINITIONS

ROOT = Path(__file__).resolve().parents[1]
GUIDES = ROOT / "resources" / "guides"
PACKAGE = ROOT / "src" / "timebok_desktop"
LANGUAGES: tuple[Language, ...] = ("nb", "nn")
LINK = re.compile(r"\]\(([^)]+)\)")
HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

both = pytest.mark.parametrize("language", LANGUAGES)


def guide(language: str, name: str) -> str:
    return (GUIDES / language / f"{name}.md").read_text("utf-8")


def fences(language: str, name: str, kind: str) -> list[str]:
    return [text for found, text in FENCE.findall(guide(language, name)) if found == kind]


def sections(text: str) -> dict[str, str]:
    """The text below each heading of a guide without its code."""
    parts = HEADING.split(FENCE.sub("", text))[1:]
    return {parts[place + 1]: parts[place + 2] for place in range(0, len(parts), 3)}


def cells(text: str) -> list[list[str]]:
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]


def commands() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command with the parser of its options."""

    def below(
        name: str, one: argparse.ArgumentParser
    ) -> Iterator[tuple[str, argparse.ArgumentParser]]:
        groups = [a for a in one._actions if isinstance(a, argparse._SubParsersAction)]
        if not groups:
            yield name, one
        for group in groups:
            for inner, made in group.choices.items():
                yield from below(f"{name} {inner}", made)

    return below("timebok", parser())


def codes_in(*paths: Path) -> set[str]:
    """The codes of every problem and unreadable file that these modules make."""
    found = set()
    files = [file for path in paths for file in (path.rglob("*.py") if path.is_dir() else [path])]
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.id if isinstance(node.func, ast.Name) else ""
            wanted = [word.value for word in node.keywords if word.arg == "code"]
            if called in ("Problem", "_Refusal", "WrongSignatureError"):
                place = 0 if called == "WrongSignatureError" else 1
                wanted += node.args[place : place + 1]
            found |= {one.value for one in wanted if isinstance(one, ast.Constant)}
    return found


def test_that_both_languages_have_the_same_guides_with_the_same_headings() -> None:
    names = {path.name for path in (GUIDES / "nb").glob("*.md")}
    assert names == {path.name for path in (GUIDES / "nn").glob("*.md")}
    for name in names:
        levels = [
            [marks for marks, _ in HEADING.findall(FENCE.sub("", guide(language, name[:-3])))]
            for language in LANGUAGES
        ]
        assert levels[0] == levels[1], name


def test_that_both_languages_name_the_same_codes_in_every_guide() -> None:
    for path in (GUIDES / "nb").glob("*.md"):
        named = [
            set(re.findall(r"`([a-z_-]+)`", guide(language, path.stem))) for language in LANGUAGES
        ]
        assert named[0] == named[1], path.stem


@both
def test_that_every_link_of_a_guide_leads_to_a_guide(language: str) -> None:
    for path in (GUIDES / language).glob("*.md"):
        for link in LINK.findall(FENCE.sub("", path.read_text("utf-8"))):
            assert (path.parent / link.partition("#")[0]).is_file(), f"{path.name}: {link}"


def test_that_every_link_and_picture_of_the_readme_is_there() -> None:
    for name in ("README.md", "packaging/README.md", "CHANGELOG.md"):
        folder = (ROOT / name).parent
        for link in LINK.findall((ROOT / name).read_text("utf-8")):
            assert link.startswith("https://") or (folder / link).exists(), f"{name}: {link}"
    for picture in GUIDES.glob("pictures/*"):
        assert picture.stat().st_size < 200_000, picture.name


@both
def test_that_every_command_and_option_is_told(language: str) -> None:
    told = guide(language, "kommandolinje")
    headings = [heading for _, heading in HEADING.findall(told)]
    shared = {"-h", "--help", "--workspace", "--json", "--by", "--language", "--version"}
    assert all(f"`{option}" in told for option in shared)
    for name, one in commands():
        own = [heading for heading in headings if f"{heading} ".startswith(f"{name} ")]
        assert own, name
        for option in {text for action in one._actions for text in action.option_strings} - shared:
            assert any(option in heading for heading in own), f"{name} {option}"


@both
def test_that_no_command_is_told_that_the_program_does_not_have(language: str) -> None:
    known = [name for name, _ in commands()]
    headings = [heading for _, heading in HEADING.findall(guide(language, "kommandolinje"))]
    for heading in headings:
        if heading.startswith("timebok "):
            assert any(f"{heading} ".startswith(f"{name} ") for name in known), heading


@both
def test_that_every_exit_code_is_told(language: str) -> None:
    codes = {output.DONE, output.NEEDS_A_PERSON, output.WRONG_USAGE, output.COULD_NOT}
    told = {row[0] for row in cells(guide(language, "kommandolinje"))}
    assert {str(code) for code in codes} <= told


@both
def test_that_every_rule_is_told_with_its_severity_and_source(language: Language) -> None:
    told = sections(guide(language, "regler"))
    assert {code for code in told if re.fullmatch(r"[A-Z-]+", code)} == set(RULES)
    for code, rule in RULES.items():
        lines = told[code].strip().splitlines()
        assert lines[0] == f"{rule.title.text(language)}."
        assert lines[2].endswith(f":** {SEVERITY_WORDS[rule.severity].text(language)}"), code
        assert lines[5].endswith(f":** {rule.source.text(language)}"), code
    assert len(RULES) == 27


@both
def test_that_every_status_and_every_transition_is_told(language: Language) -> None:
    rows = cells(guide(language, "arbeidsflyt"))
    told = {(row[0], row[1]) for row in rows}
    assert {(word.text(language), f"`{status}`") for status, word in STATUS_WORDS.items()} <= told
    for action, word in ACTION_WORDS.items():
        assert (word.text(language), f"`{action}`") in told
        if action in (Action.UNDO, Action.WITHDRAW):
            continue
        own = [row for row in rows if row[1] == f"`{action}`"]
        steps = {
            (before, after)
            for row in own
            for before in re.findall(r"`(\w+)`", row[2])
            for after in re.findall(r"`(\w+)`", row[3])[:1]
        }
        assert steps == {(str(a), str(b)) for a, b in TRANSITIONS[action].items()}, action


@both
def test_that_the_checklist_of_the_interim_solution_is_told(language: Language) -> None:
    told = guide(language, "arbeidsflyt")
    points = [
        dict(zip(("rule", "nb", "nn"), row, strict=True)) for row in default_tables()["checklists"]
    ]
    assert {one["rule"] for one in points} == {"INTERIM-SOLUTION"}
    assert all(f"- {one[language]}." in told for one in points)


@both
def test_that_every_field_of_an_order_is_told_with_its_label(language: Language) -> None:
    told = {(row[0], row[1]) for row in cells(guide(language, "bestillingsfiler"))}
    for field, name in JSON_NAMES.items():
        assert (f"`{name}`", LABELS[field].text(language)) in told, field


@both
def test_that_every_problem_of_an_order_file_is_told(language: str) -> None:
    made = codes_in(PACKAGE / "files" / "orders", PACKAGE / "domain" / "normalising.py")
    made |= codes_in(PACKAGE / "services" / "intake.py") | {"cannot-read"}
    told = {
        row[0].strip("`")
        for row in cells(
            sections(guide(language, "bestillingsfiler"))[
                "Problemkoder" if language == "nb" else "Problemkodar"
            ]
        )
    }
    assert told - {"Kode"} == made


@both
def test_that_the_examples_of_order_files_come_in_whole(language: str, tmp_path: Path) -> None:
    for name, kind in (("a.json", "json"), ("b.csv", "csv")):
        (tmp_path / name).write_text(fences(language, "bestillingsfiler", kind)[0], "utf-8")
    mail = fences(language, "bestillingsfiler", "text")[0]
    (tmp_path / "c.eml").write_text(f"From: a@kommune.example\nSubject: x\n\n{mail}", "utf-8")
    office = open_office(tmp_path / "workspace")
    try:
        files = [tmp_path / name for name in ("a.json", "b.csv", "c.eml")]
        report = office.desk.import_orders(files, "anna")
    finally:
        office.close()
    assert (report.accepted, report.refused) == (3, 0)
    assert [file.problems for file in report.files] == [(), (), ()]


@both
def test_that_every_table_and_column_is_told(language: str) -> None:
    told = sections(guide(language, "oppslagstabeller"))
    for name, definition in DEFINITIONS.items():
        named = set(re.findall(r"`(\w+)`", " ".join(row[0] for row in cells(told[name]))))
        assert named == set(definition.columns), name


@both
def test_that_every_setting_is_told(language: str) -> None:
    told = {row[0] for row in cells(guide(language, "arbeidsmappe"))}
    assert {f"`{field.name}`" for field in fields(Settings)} <= told


@both
def test_that_everything_in_a_package_is_told(language: str) -> None:
    told = guide(language, "eksportpakke")
    paths = [*layout.ROOT_FILES, *layout.FIXED_PAYLOAD]
    names = [*configurations_csv.COLUMNS, *findings._PHRASES, *RECEIPT_CODES, "already-answered"]
    names += codes_in(PACKAGE / "files" / "package" / "signature.py")
    names += [layout.INDEX_SCHEMA, ar_change.BOOKING_PROCESS]
    assert [name for name in [*paths, *names] if f"`{name}`" not in told] == []


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A real package of the sample world, and the key file beside it."""
    folder = tmp_path_factory.mktemp("demo")
    write_sample(folder / "world", utc_now())
    office = open_office(folder / "workspace")
    try:
        trust = folder / "trust.json"
        _, package = run_demo(
            office.desk,
            folder / "world",
            folder / "packages",
            trust,
            lambda path, text: path.write_text(text, "utf-8"),
        )
    finally:
        office.close()
    return Path(package), trust


READING = (
    "orders list",
    "orders show RTB-2026-000002",
    "verify RTB-2026-000002",
    "configurations list",
    "registry search smittevern",
    "tables list",
    "audit verify",
    "audit list",
    "store check",
    "export --out {folder}",
    "package trust {folder}/trust.json",
)
OPEN_ENDED = {"as_sent", "masked", "unknown_columns", "details", "evidence", "fields", "error"}


def keys_in(value: object) -> Iterator[str]:
    """Every key of a document but those that come from what was sent or found."""
    if isinstance(value, list):
        for item in value:
            yield from keys_in(item)
    elif isinstance(value, dict):
        for name, below in value.items():
            yield name
            if name not in OPEN_ENDED:
                yield from keys_in(below)


@both
def test_that_every_key_that_the_commands_print_is_told(
    language: str,
    demo: tuple[Path, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    workspace = str(demo[1].parent / "workspace")
    main(["--workspace", workspace, "--json", "orders", "list", "--limit", "2"])
    reference = json.loads(capsys.readouterr().out)["orders"][1]["reference"]
    told = guide(language, "kommandolinje")
    for command in READING:
        words = command.replace("RTB-2026-000002", reference).format(folder=tmp_path).split()
        main(["--workspace", workspace, "--json", *words])
        printed = set(keys_in(json.loads(capsys.readouterr().out))) - {"error"}
        missing = sorted(name for name in printed if f"`{name}`" not in told)
        assert missing == [], command


def check_signature(language: str, folder: Path, package: Path, trust: Path) -> None:
    """Run the script of the guide."""
    script = folder / "check.py"
    script.write_text(fences(language, "eksportpakke", "python")[0], "utf-8")
    runpy.run_path(str(script))


@both
def test_that_the_script_of_the_guide_accepts_a_real_package(
    language: str,
    demo: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    package, trust = demo
    monkeypatch.setattr(sys, "argv", ["check.py", str(package), str(trust)])
    check_signature(language, tmp_path, package, trust)
    assert capsys.readouterr().out.strip() == json.loads(trust.read_text())["keys"][0]["kid"]


@both
def test_that_the_script_of_the_guide_refuses_another_content(
    language: str, demo: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package, trust = demo
    copy = tmp_path / "copy"
    (copy / "signatures").mkdir(parents=True)
    for name in (layout.TAG_MANIFEST, layout.SIGNATURE):
        (copy / name).write_bytes((package / name).read_bytes())
    with (copy / layout.TAG_MANIFEST).open("ab") as file:
        file.write(b"\n")
    monkeypatch.setattr(sys, "argv", ["check.py", str(copy), str(trust)])
    with pytest.raises(InvalidSignature):
        check_signature(language, tmp_path, copy, trust)


@both
def test_that_the_keys_of_a_real_package_are_told(language: str, demo: tuple[Path, Path]) -> None:
    package, _ = demo
    told = guide(language, "eksportpakke")
    index = json.loads((package / layout.INDEX).read_bytes())
    change = json.loads(next((package / "data" / "ar").iterdir()).read_bytes())
    names = {*index, *index["configurations"][0], *change, *change["ResourceSchedule"]}
    assert sorted(name for name in names if f"`{name}`" not in told) == []
    bundle = json.loads(next((package / "data" / "fhir").iterdir()).read_bytes())
    resources = [entry["resource"] for entry in bundle["entry"]]
    rows = {(row[0], row[1].strip("`")) for row in cells(told)}
    for resource in resources:
        profiles = resource.get("meta", {}).get("profile", ["ingen"])
        assert (resource["resourceType"], profiles[0]) in rows
    header = (package / layout.SIGNATURE).read_bytes().split(b".")[0]
    decoded = json.loads(base64.urlsafe_b64decode(header + b"=" * (-len(header) % 4)))
    assert all(f"`{name}`" in told for name in [*decoded, decoded["alg"]])
