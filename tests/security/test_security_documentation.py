"""What the page on security lists, against the program: data, keys, algorithms, costly work."""

from __future__ import annotations

import ast
import re
from dataclasses import asdict, fields
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

from timebok_desktop.bootstrap import open_office
from timebok_desktop.files.sealed import _MOST, _SALT_BYTES, ORDINARY
from timebok_desktop.files.store_keys import StoreKeys
from timebok_desktop.files.workspace import Workspace
from timebok_desktop.services.desk import Desk
from timebok_desktop.services.settings import Settings
from timebok_desktop.storage.driver import connect

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src" / "timebok_desktop"
DATA, KEYS, WORK = -3, -2, -1
"""Where the page has each of the sections, counted from its end."""
WAYS_IN = {
    "import_orders": "`timebok orders import`",
    "import_registry": "`timebok registry import`",
    "verify": "`timebok verify`",
    "decide_many": "`timebok decide`",
    "undo_many": "Angre",
    "export": "`timebok export`",
    "save_list": "`timebok orders save`",
}
"""How the page calls each method of the desk that tells how far it is."""
NAMED = {
    "AESGCM": "AES-256-GCM",
    "Argon2id": "Argon2id",
    "HKDF": "HKDF-SHA256",
    "Ed25519PrivateKey": "Ed25519",
    "Ed25519PublicKey": "Ed25519",
    "OKPKey": "Ed25519",
    "ECKey": "ES256",
    "sha256": "SHA-256",
    "SHA256": "SHA-256",
    "sha1": "SHA-1",
    "AES-256-CBC": "AES-256-CBC",
    "HMAC_SHA512": "HMAC-SHA512",
    "PBKDF2_HMAC_SHA512": "PBKDF2-HMAC-SHA512",
    "urandom": "random",
    "uuid4": "random",
    "secrets": "random",
}
"""How the page calls what stands in the program; anything else has to be put here first."""
NO_ALGORITHM = {"InvalidTag", "InvalidSignature", "hashes", "jws", "JoseError", "SecurityWarning"}
RANDOM = {"Systemets tilfeldige tall", "Tilfeldige tal frå systemet"}
BESIDE = {"hmac", "ssl", "crypt", "jwt", "nacl", "Crypto", "Cryptodome", "bcrypt", "argon2"}
"""Other libraries of cryptography, none of which is used."""

both = pytest.mark.parametrize("language", ["nb", "nn"])


def tables(language: str, section: int) -> list[list[list[str]]]:
    """The tables of a section, each as its rows without the heading."""
    text = (ROOT / "resources" / "guides" / language / "sikkerhet.md").read_text("utf-8")
    found: list[list[list[str]]] = []
    for block in re.findall(r"(?:^\|.*\n)+", text.split("\n## ")[section], re.MULTILINE):
        lines = block.splitlines()[2:]
        found.append([[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines])
    return found


def coded(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


@pytest.fixture(scope="module")
def columns(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    """Every column of a new store with its type; a search stands for its inner tables."""
    folder = tmp_path_factory.mktemp("new") / "workspace"
    open_office(folder).close()
    connection = connect(folder / "store.sqlite3")
    try:
        made = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
        virtual = [name for name, sql in made.items() if sql.startswith("CREATE VIRTUAL")]
        inside = [one for one in made if any(fnmatch(one, f"{name}_*") for name in virtual)]
        return {
            (name, column[1]): column[2]
            for name in made.keys() - set(inside)
            for column in connection.execute(f"PRAGMA table_xinfo({name})")
        }
    finally:
        connection.close()


@both
def test_that_every_table_and_column_of_the_store_has_one_class(
    language: str, columns: dict[tuple[str, str], str]
) -> None:
    rows = tables(language, DATA)[0]
    listed = [one for row in rows for one in coded(row[2])]
    assert len(listed) == len(set(listed))
    whole = {one for one in listed if "." not in one}
    single = {tuple(one.split(".")) for one in listed if "." in one}
    assert whole == {table for table, _ in columns}
    assert single <= columns.keys()
    harmless = coded(rows[-1][2])
    long = {one for one, kind in columns.items() if kind == "TEXT" and one[0] not in harmless}
    assert long <= single, "a long text never has the class of its table unsaid"
    assert {one for one in columns if "contact_" in one[1]} <= single


@both
def test_that_every_class_has_its_requirements(language: str) -> None:
    classes, requirements = tables(language, DATA)
    assert [row[0] for row in classes] == [row[0] for row in requirements]
    for row in requirements:
        assert all(f"{what}: " in row[1] for what in ("Kryptert", "Endring")), row
        assert all(f"{what}: " in row[2] for what in ("Lagring", "Logg", "Ut")), row


@both
def test_that_every_place_of_a_workspace_has_a_class(language: str) -> None:
    workspace = Workspace(Path("/workspace"))
    places = {
        path.relative_to(workspace.folder).parts[0]
        for name, one in vars(Workspace).items()
        if isinstance(one, property) and isinstance(path := getattr(workspace, name), Path)
    }
    told = {one.rstrip("/") for row in tables(language, DATA)[0] for one in coded(row[1])}
    assert told == places


@cache
def nodes() -> list[ast.AST]:
    """Every node of every module of the program."""
    files = sorted(SOURCES.rglob("*.py"))
    return [node for path in files for node in ast.walk(ast.parse(path.read_text("utf-8")))]


def names_of_algorithms() -> set[str]:
    """What the modules take of cryptography and of chance, in the code's own names."""
    found: set[str] = set()
    for node in nodes():
        if isinstance(node, ast.ImportFrom) and node.module:
            origin = node.module.split(".")[0]
            taken = {name.name for name in node.names}
            if origin in ("cryptography", "joserfc", "hashlib"):
                found |= taken - NO_ALGORITHM
            elif origin == "uuid":
                found |= taken - {"UUID"}
            assert origin not in BESIDE
        elif isinstance(node, ast.Import):
            taken = {name.name.split(".")[0] for name in node.names}
            assert not taken & (BESIDE | {"cryptography", "joserfc"})
            found |= taken & {"secrets"}
        elif isinstance(node, ast.Attribute):
            owner = getattr(node.value, "id", "")
            if owner == "hashlib" or (owner == "hashes" and node.attr.isupper()):
                found |= {node.attr} - {"file_digest"}
            if (owner, node.attr) == ("os", "urandom"):
                found.add(node.attr)
            if owner == "uuid" and re.fullmatch(r"uuid\d", node.attr):
                found.add(node.attr)
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "file_digest":
            assert isinstance(node.args[1], ast.Constant)
            found.add(str(node.args[1].value))
    return found


@both
def test_that_every_algorithm_is_in_the_inventory_and_no_other(
    language: str, tmp_path: Path
) -> None:
    connection = connect(tmp_path / "store.sqlite3", bytes(32))
    try:
        asked = ("cipher", "cipher_hmac_algorithm", "cipher_kdf_algorithm")
        pages = {connection.execute(f"PRAGMA {one}").fetchone()[0] for one in asked}
    finally:
        connection.close()
    used = names_of_algorithms() | pages
    assert used - NAMED.keys() == set()
    listed = {"random" if row[0] in RANDOM else row[0] for row in tables(language, KEYS)[1]}
    assert listed == {NAMED[name] for name in used}


@both
def test_that_every_key_is_in_the_inventory_with_its_life(language: str) -> None:
    rows = tables(language, KEYS)[0]
    for row in rows:
        assert re.fullmatch(r"Til: .+\. Ikk(j?)e til: .+\. Hos: .+", row[1]), row
        assert re.fullmatch(r"Byt(t?)e(s?): .+\. Slutt: .+", row[2]), row
    files = {
        node.value.removeprefix("{key.thumbprint}")
        for node in nodes()
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[a-z.-]*(\.jwk|-key\.json)", node.value)
    }
    told = {one for row in rows for one in coded(row[0]) if not one.endswith("/")}
    assert told == files | set(StoreKeys._fields)


@both
def test_that_the_cost_of_a_guess_is_told(language: str) -> None:
    argon = next(row[1] for row in tables(language, KEYS)[1] if row[0] == "Argon2id")
    told = [int(number) for number in re.findall(r"\d+", argon)]
    assert told == [ORDINARY.memory_kib // 1024, ORDINARY.passes, ORDINARY.lanes, _SALT_BYTES]
    numbers = re.findall(r"\d+", tables(language, WORK)[0][-1][1])
    assert numbers == [str(ORDINARY.memory_kib // 1024), str(_MOST.memory_kib // 1024)]


def costly() -> set[str]:
    """The methods of the desk that tell how far they are."""
    return {
        name
        for name in dir(Desk)
        if not name.startswith("_")
        and "progress" in getattr(getattr(Desk, name), "__annotations__", {})
    }


@both
def test_that_every_costly_function_is_told_with_its_limits(language: str) -> None:
    rows = tables(language, WORK)[0]
    assert costly() == WAYS_IN.keys()
    for way in WAYS_IN.values():
        assert any(row[0].startswith(way) for row in rows), way
    defaults = asdict(Settings())
    told = dict(re.findall(r"`(\w+)` (\d+)", " ".join(row[1] for row in rows[:-1])))
    limits = {one.name for one in fields(Settings) if one.name.startswith("order_")}
    assert told == {name: str(defaults[name]) for name in limits | {"backups_kept"}}


@pytest.mark.parametrize("name", ["README.md", "README.nb.md"])
def test_that_every_grade_of_weakness_has_its_time(name: str) -> None:
    text = (ROOT / "packaging" / name).read_text("utf-8")
    part = next(one for one in text.split("\n## ") if "uv.lock" in one and "./dev audit" in one)
    assert re.findall(r"\| (\d+) ", part) == ["7", "30", "90"]
    assert re.findall(r"(\d)(?:\.? m)", part) == ["3", "6"]
    assert re.search(r"^audit\(\)", (ROOT / "dev").read_text("utf-8"), re.MULTILINE)
