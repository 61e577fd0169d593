"""Checks the detached signature of a package: one signature, one asymmetric algorithm, a known key.

Nothing in the signature's header chooses the key or brings one; `kid` only names one of the keys
that are trusted already, and each kind of key goes with its own algorithms.
"""

from __future__ import annotations

import base64
import binascii
import re
import warnings
from collections.abc import Mapping, Sequence

from joserfc import jws
from joserfc.errors import JoseError, SecurityWarning

from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.files import strict_json
from timebok_desktop.files.keys import PublicKey

_COMPACT = re.compile(rb"([A-Za-z0-9_-]{1,512})\.\.([A-Za-z0-9_-]{1,512})\n?")
_ALGORITHMS = {"OKP": ("Ed25519", "EdDSA"), "EC": ("ES256",)}
_LENGTH_OF_SIGNATURE = 64
"""Octets, for Ed25519 and for ES256 alike."""
_ASYMMETRIC = tuple(name for names in _ALGORITHMS.values() for name in names)
_MEMBERS = {"alg", "kid", "typ", "cty"}

MALFORMED = Phrase(
    "Signaturen er ikke én frittstående signatur (JWS) slik programmet skriver den. Be avsenderen "
    "om pakken på nytt.",
    "Signaturen er ikkje éin frittståande signatur (JWS) slik programmet skriv han. Be avsendaren "
    "om pakken på nytt.",
)
ALGORITHM = Phrase(
    "Signaturen bruker algoritmen «{algorithm}», som ikke godtas. Bare Ed25519 og ES256 godtas. "
    "Be avsenderen om pakken på nytt.",
    "Signaturen bruker algoritmen «{algorithm}», som ikkje blir godteken. Berre Ed25519 og ES256 "
    "blir godtekne. Be avsendaren om pakken på nytt.",
)
UNTRUSTED = Phrase(
    "Pakken er signert med en nøkkel som ikke er klarert ({key}). Få nøkkelfilen fra avsenderen "
    "på en sikker måte og oppgi den ved kontrollen.",
    "Pakken er signert med ein nøkkel som ikkje er klarert ({key}). Få nøkkelfila frå avsendaren "
    "på ein trygg måte og oppgi ho ved kontrollen.",
)
WRONG = Phrase(
    "Signaturen stemmer ikke med innholdet. Pakken er endret eller skadet; ikke bruk den, og be "
    "avsenderen om den på nytt.",
    "Signaturen stemmer ikkje med innhaldet. Pakken er endra eller skadd; ikkje bruk han, og be "
    "avsendaren om han på nytt.",
)


class WrongSignatureError(Exception):
    """The signature does not hold; `phrase` says why and what to do."""

    def __init__(self, code: str, phrase: Phrase) -> None:
        super().__init__(code)
        self.code = code
        self.phrase = phrase


def signer(signature: bytes, payload: bytes, trusted: Sequence[PublicKey]) -> str:
    """The thumbprint of the trusted key that signed `payload`; WrongSignatureError where none."""
    parts = _COMPACT.fullmatch(signature)
    if parts is None:
        raise WrongSignatureError("signature-malformed", MALFORMED)
    header = _header(parts[1])
    algorithm = header.get("alg")
    if algorithm not in _ASYMMETRIC:
        raise WrongSignatureError("signature-algorithm", ALGORITHM.fill(algorithm=algorithm))
    if not set(header) <= _MEMBERS or len(_decoded(parts[2])) != _LENGTH_OF_SIGNATURE:
        raise WrongSignatureError("signature-malformed", MALFORMED)
    thumbprint = header.get("kid")
    key = {key.thumbprint(): key for key in trusted}.get(str(thumbprint))
    if key is None:
        raise WrongSignatureError("signature-untrusted", UNTRUSTED.fill(key=thumbprint))
    if algorithm not in _ALGORITHMS[key.key_type]:
        raise WrongSignatureError("signature-algorithm", ALGORITHM.fill(algorithm=algorithm))
    if not _holds(parts[0].rstrip(b"\n"), payload, key, str(algorithm)):
        raise WrongSignatureError("signature-wrong", WRONG)
    return key.thumbprint()


def _holds(signature: bytes, payload: bytes, key: PublicKey, algorithm: str) -> bool:
    with warnings.catch_warnings():
        # RFC 9864 retires the name EdDSA; with an Ed25519 key it is the same algorithm.
        warnings.simplefilter("ignore", SecurityWarning)
        try:
            jws.deserialize_compact(_attached(signature, payload), key, [algorithm])
        except (JoseError, ValueError):
            return False
    return True


def _attached(signature: bytes, payload: bytes) -> bytes:
    encoded = base64.urlsafe_b64encode(payload).rstrip(b"=")
    return signature.replace(b"..", b"." + encoded + b".", 1)


def _header(encoded: bytes) -> Mapping[str, object]:
    try:
        header = strict_json.loads(_decoded(encoded))
    except ValueError as error:
        raise WrongSignatureError("signature-malformed", MALFORMED) from error
    if not isinstance(header, dict):
        raise WrongSignatureError("signature-malformed", MALFORMED)
    return header


def _decoded(encoded: bytes) -> bytes:
    """Base64url without padding, in its one canonical spelling."""
    try:
        content = base64.urlsafe_b64decode(encoded + b"=" * (-len(encoded) % 4))
    except binascii.Error as error:
        raise WrongSignatureError("signature-malformed", MALFORMED) from error
    if base64.urlsafe_b64encode(content).rstrip(b"=") != encoded:
        raise WrongSignatureError("signature-malformed", MALFORMED)
    return content
