"""python verify_package.py FOLDER KEYFILE: is a Timebok package whole, signed and approved?"""
import base64, hashlib, json, sys  # beside them only `cryptography` is needed
from pathlib import Path
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

TAGS, BODY, ROOT = "tagmanifest-sha256.txt", "manifest-sha256.txt", {"bagit.txt", "bag-info.txt"}
def need(holds, what):
    if not holds:
        raise ValueError(f"not valid: {what}")
def code(content):
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
def plain(text):
    content = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    need(code(content) == text, "spelling of a key or a signature")
    return content
def sha(value):
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    return hashlib.sha256(text)
def signer(x, content, signature):  # raises where the signature is wrong; the key's RFC 7638 name
    Ed25519PublicKey.from_public_bytes(plain(x)).verify(plain(signature), content)
    return code(sha({"crv": "Ed25519", "kty": "OKP", "x": x}).digest())
def verify(folder, trust):
    found = {one.relative_to(folder).as_posix(): one for one in folder.rglob("*")}
    folders = ("data", "data/ar", "data/fhir", "signatures")
    for name, one in found.items():
        need((name in folders or one.is_file()) and not one.is_symlink(), name)
    files = {name: one.read_bytes() for name, one in found.items() if name not in folders}
    head, body, signature = files.pop(f"signatures/{TAGS}.jws").decode().strip().split(".")
    known = {one["kid"]: one["x"] for one in json.loads(trust.read_bytes())["keys"]}
    kid = json.loads(plain(head))["kid"]
    need(json.loads(plain(head)) == {"alg": "Ed25519", "kid": kid} and not body, "the signature")
    need(signer(known[kid], f"{head}.{code(files[TAGS])}".encode(), signature) == kid, "the key")
    index = json.loads(files["data/index.json"])
    need(folder.name == f"timebok-export-{index['sequence']}-{index['uuid']}", "the folder's name")
    names, unsigned = [one["order_reference"] for one in index["configurations"]], 0
    data = {f"data/{kind}/{name}.json" for name in names for kind in ("ar", "fhir")}
    data |= {"data/index.json", "data/configurations.csv", "data/report.html"}
    need(files.keys() == data | ROOT | {TAGS, BODY} and len({*names}) == len(names), "the files")
    for manifest, listed in ((TAGS, ROOT | {BODY}), (BODY, data)):
        lines = [f"{hashlib.sha256(files[one]).hexdigest()}  {one}" for one in listed]
        need(sorted(files[manifest].decode().split("\n")) == sorted(["", *lines]), manifest)
    keys, signed = {one["kid"]: one["x"] for one in index["keys"]}, []
    for one in index["statements"]:
        said, text = json.loads(one["statement"]), one["statement"].encode()
        kind = ["timebok-approval/1", index["workspace"], signer(keys[one["key"]], text, one["signature"])]
        need([said["type"], said["workspace"], said["key"]] == kind, "a statement")
        signed.append((said["caseworker"], said["orders"]))
    for one, name in zip(index["configurations"], names):
        given, change, by = one["approvals"], json.loads(files[f"data/ar/{name}.json"]), set()
        ours = change["ResourceSchedule"] | change["ResourceSchedule"]["Municipality"] | {"HerId": change["HerId"]}
        what = {part: ours[part] for part in "Action Category HerId MunicipalityNumber New Scheme".split()}
        for step, two in zip(("first", "second") if given[1:] else ("only",), given, strict=True):
            who, orders = signed[two["statement"]] if "statement" in two else (two["unsigned"], None)
            by, unsigned = by | {"".join(who.casefold().split())}, unsigned + (orders is None)
            told = {"change": what, "order": one["order_sha256"], "reference": name, "step": step}
            need(orders is None or orders.get(name) == sha(told | {"evidence": two["evidence"]}).hexdigest(), name)
        need(len(by) == len(given) and ours["OrderReference"] == name, f"the approvals of {name}")
    return f"valid: {len(names)} configurations, {unsigned} approvals not signed, signed by {kid}"
print(verify(Path(sys.argv[1]).resolve(), Path(sys.argv[2])))
