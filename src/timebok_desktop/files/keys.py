"""The workspace's signing key, and the public keys that somebody trusts.

The private key lies unencrypted in a plain workspace, readable only by its owner, and sealed in an
encrypted one. This module must never write a private
key anywhere but in the keys folder, nor make a new key where one has been lost.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, OKPKey

from timebok_desktop.domain.errors import NotFoundError, UnavailableError, UnreadableError
from timebok_desktop.files import sealed, strict_json
from timebok_desktop.files.folders import make_folders, sync_folder

PublicKey = OKPKey | ECKey

ALGORITHM = "Ed25519"
_PURPOSE = "signing key of a workspace"
_LARGEST_TRUST_FILE = 1024 * 1024
_PUBLIC_MEMBERS = {("OKP", "Ed25519"): ("x",), ("EC", "P-256"): ("x", "y")}


class WorkspaceKeys:
    """The Ed25519 key of one workspace, in its `keys` folder; made when it is first needed."""

    def __init__(self, folder: Path, sealing: bytes | None = None) -> None:
        """`sealing` is the key under which the private key lies in an encrypted workspace."""
        self._sealing = sealing
        self._private_file = folder / "signing-private.jwk"
        self._public_file = folder / "signing-public.jwk"
        self._folder = folder
        self._loaded: OKPKey | None = None

    def make(self) -> None:
        """Make the key where there is none yet; cheap where there is one."""
        if not self._private_file.exists():
            self._private_key()

    @property
    def thumbprint(self) -> str:
        """The key's name: its thumbprint after RFC 7638."""
        return self._private_key().thumbprint()

    def sign(self, payload: bytes) -> str:
        """A detached JWS over `payload` (RFC 7515 appendix F): `header..signature`."""
        key = self._private_key()
        header = {"alg": ALGORITHM, "kid": key.thumbprint()}
        return jws.detach_content(jws.serialize_compact(header, payload, key, [ALGORITHM]))

    def public_key(self) -> PublicKey | None:
        """The workspace's own public key, None before the first use; makes no key."""
        return read_public_keys(self._public_file)[0] if self._public_file.exists() else None

    def export_trust(self, target: Path) -> None:
        """Write the public key as a JWK set for those who verify packages."""
        content = {"keys": [_public_members(self._private_key())]}
        try:
            make_folders(target.parent)
            write_beside(target, content, 0o644, replace=True)
        except OSError as error:
            raise unwritable(target, error) from error

    def _private_key(self) -> OKPKey:
        if self._loaded is None:
            if not self._private_file.exists():
                self._make()
            self._loaded = self._load()
        return self._loaded

    def _make(self) -> None:
        if self._public_file.exists():
            raise UnavailableError(
                "Den private signeringsnøkkelen mangler i {folder}. Legg den tilbake fra en "
                "sikkerhetskopi. Skal det lages en ny nøkkel, må den offentlige nøkkelen "
                "flyttes bort først, og mottakerne må få den nye.",
                "Den private signeringsnøkkelen manglar i {folder}. Legg han tilbake frå ein "
                "tryggingskopi. Skal det lagast ein ny nøkkel, må den offentlege nøkkelen "
                "flyttast bort først, og mottakarane må få den nye.",
                folder=self._folder,
            )
        key = OKPKey.generate_key("Ed25519", private=True)
        try:
            make_folders(self._folder)
            private = {**_public_members(key), "d": key.as_dict(private=True)["d"]}
            write_beside(self._private_file, self._closed(private), 0o600, replace=False)
        except OSError as error:
            raise unwritable(self._private_file, error) from error

    def _load(self) -> OKPKey:
        key = self._read_private()
        members = _public_members(key)
        try:
            if not self._public_file.exists():
                write_beside(self._public_file, members, 0o644, replace=True)
        except OSError as error:
            raise unwritable(self._public_file, error) from error
        public = self.public_key()
        if public is None or public.thumbprint() != key.thumbprint():
            raise UnavailableError(
                "Den private og den offentlige signeringsnøkkelen i {folder} hører ikke sammen. "
                "Legg begge tilbake fra samme sikkerhetskopi.",
                "Den private og den offentlege signeringsnøkkelen i {folder} høyrer ikkje saman. "
                "Legg begge tilbake frå same tryggingskopi.",
                folder=self._folder,
            )
        return key

    def _closed(self, private: Mapping[str, object]) -> Mapping[str, object]:
        if self._sealing is None:
            return private
        secret = json.dumps(private).encode()
        return sealed.seal_with_key(secret, self._sealing, purpose=_PURPOSE)

    def _opened(self, members: Mapping[str, Any]) -> Mapping[str, Any]:
        if "form" not in members:
            return members
        if self._sealing is None:
            raise ValueError("sealed, and no key is given")
        opened = sealed.open_with_key(members, self._sealing, purpose=_PURPOSE)
        read: Mapping[str, Any] = strict_json.loads(opened)
        return read

    def _read_private(self) -> OKPKey:
        try:
            members = self._opened(strict_json.loads(self._private_file.read_bytes()))
            return _ed25519({name: members[name] for name in ("kty", "crv", "x", "d")})
        except (OSError, ValueError, KeyError, TypeError, JoseError) as error:
            raise UnavailableError(
                "Signeringsnøkkelen {file} kan ikke leses. Legg den tilbake fra en "
                "sikkerhetskopi, eller gi den som kjører programmet, lesetilgang.",
                "Signeringsnøkkelen {file} kan ikkje lesast. Legg han tilbake frå ein "
                "tryggingskopi, eller gi den som køyrer programmet, lesetilgang.",
                file=self._private_file,
            ) from error


def _ed25519(members: dict[str, str | list[str]]) -> OKPKey:
    key = OKPKey.import_key(members)
    if key.curve_name != ALGORITHM:
        raise ValueError(key.curve_name)
    return key


def read_public_keys(path: Path) -> tuple[PublicKey, ...]:
    """The keys of a trust file: a JWK set or a single JWK, Ed25519 or P-256.

    Private members are left unread and keys of other kinds are passed over.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_TRUST_FILE + 1)
    except FileNotFoundError as error:
        raise NotFoundError(
            "Finner ikke nøkkelfilen {file}. Kontroller stien.",
            "Finn ikkje nøkkelfila {file}. Kontroller stien.",
            file=path,
        ) from error
    except OSError as error:
        raise UnavailableError(
            "Kan ikke lese nøkkelfilen {file}: {reason}.",
            "Kan ikkje lese nøkkelfila {file}: {reason}.",
            file=path,
            reason=error.strerror or error,
        ) from error
    try:
        keys = tuple(_known_keys(content))
    except (ValueError, TypeError, KeyError, AttributeError, JoseError) as error:
        raise _no_keys(path) from error
    if not keys:
        raise _no_keys(path)
    return keys


def _known_keys(content: bytes) -> list[PublicKey]:
    if len(content) > _LARGEST_TRUST_FILE:
        raise ValueError("too large")
    document = strict_json.loads(content)
    members: Sequence[Mapping[str, Any]] = document.get("keys", [document])
    return [_import(member) for member in members if _kind(member) in _PUBLIC_MEMBERS]


def _kind(member: Mapping[str, Any]) -> tuple[str, str]:
    return (str(member.get("kty", "")), str(member.get("crv", "")))


def _import(member: Mapping[str, Any]) -> PublicKey:
    kind = _kind(member)
    public: dict[str, str | list[str]] = {"kty": kind[0], "crv": kind[1]}
    public |= {name: str(member[name]) for name in _PUBLIC_MEMBERS[kind]}
    return OKPKey.import_key(public) if kind[0] == "OKP" else ECKey.import_key(public)


def _public_members(key: OKPKey) -> dict[str, str]:
    members = key.as_dict(private=False)
    public = {name: str(members[name]) for name in ("kty", "crv", "x")}
    return {**public, "alg": ALGORITHM, "kid": key.thumbprint(), "use": "sig"}


def write_beside(target: Path, content: Mapping[str, object], mode: int, *, replace: bool) -> None:
    """Write a key's file beside, sync, move into place; without `replace`, what stands there
    already wins."""
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(json.dumps(content, indent=1) + "\n")
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(mode)
        if replace:
            beside.replace(target)
        else:
            _move_unless_taken(beside, target)
        sync_folder(target.parent)
    finally:
        beside.unlink(missing_ok=True)


def _move_unless_taken(beside: Path, target: Path) -> None:
    try:
        os.link(beside, target)
    except FileExistsError:
        return  # another process was first; its key is the workspace's key
    except OSError:  # a file system without hard links
        if not target.exists():
            beside.rename(target)


def _no_keys(path: Path) -> UnreadableError:
    return UnreadableError(
        "{file} er ingen nøkkelfil med en offentlig nøkkel av type Ed25519 eller P-256 (JWK). "
        "Be avsenderen om nøkkelfilen på nytt.",
        "{file} er inga nøkkelfil med ein offentleg nøkkel av type Ed25519 eller P-256 (JWK). "
        "Be avsendaren om nøkkelfila på nytt.",
        code="no-key",
        file=path,
    )


def unwritable(path: Path, error: OSError) -> UnavailableError:
    """What to say where a key's file cannot be written."""
    return UnavailableError(
        "Kan ikke skrive {file}: {reason}. Kontroller at det er plass på disken, og at du har "
        "skrivetilgang til mappen.",
        "Kan ikkje skrive {file}: {reason}. Kontroller at det er plass på disken, og at du har "
        "skrivetilgang til mappa.",
        file=path,
        reason=error.strerror or error,
    )
