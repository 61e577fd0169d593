"""The list of what is shipped (CycloneDX), written from the inventory of the built program."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache

from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as Entry
from cyclonedx.model.component import ComponentType
from cyclonedx.model.contact import OrganizationalEntity
from cyclonedx.model.dependency import Dependency
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from license_expression import Licensing, get_spdx_licensing
from packageurl import PackageURL

from handing_out.inventory import UNKNOWN, Component
from handing_out.project import PROJECT
from handing_out.when import source_date

_NAMESPACE = uuid.UUID("5b0cf6a4-8d5c-4e0e-9a2b-6f3c1f1f6d10")
"""From which the serial number of the list is made, so that the same content has the same."""


def written(components: Sequence[Component]) -> str:
    """The list as JSON, checked against its schema."""
    own = next(one for one in components if one.name == PROJECT)
    bom = Bom(serial_number=uuid.uuid5(_NAMESPACE, "\n".join(_keys(components))))
    bom.metadata.timestamp = datetime.fromtimestamp(source_date(), UTC)
    bom.metadata.component = _entry(own, ComponentType.APPLICATION)
    entries = {_key(one): _entry(one) for one in components if one is not own}
    for entry in entries.values():
        bom.components.add(entry)
    bom.dependencies.add(
        Dependency(
            bom.metadata.component.bom_ref, [Dependency(one.bom_ref) for one in entries.values()]
        )
    )
    text = str(JsonV1Dot6(bom).output_as_string(indent=1))
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if wrong is not None:
        raise ValueError(f"the list of what is shipped is not CycloneDX: {wrong}")
    return text + "\n"


def _keys(components: Sequence[Component]) -> list[str]:
    return sorted(f"{_key(one)} {one.sha256}" for one in components)


def _key(one: Component) -> str:
    return f"{one.inside or '-'}/{one.name}@{one.version}"


def _entry(one: Component, kind: ComponentType = ComponentType.LIBRARY) -> Entry:
    whole = [HashType(alg=HashAlgorithm.SHA_256, content=one.sha256)]
    about = {
        "timebok:told-by": one.told_by,
        "timebok:built-into": one.inside,
        "timebok:hash-of": _hashed(one),
    }
    entry = Entry(
        name=one.name,
        version=one.version,
        type=kind,
        bom_ref=_key(one),
        purl=PackageURL.from_string(one.purl) if one.purl else None,
        supplier=OrganizationalEntity(name=one.supplier) if one.supplier else None,
        hashes=whole,
        licenses=_licences(one.licence),
        properties=[Property(name=name, value=value) for name, value in about.items() if value],
    )
    if not one.inside:
        for place, digest in sorted(one.files.items()):
            entry.components.add(
                Entry(
                    name=place,
                    type=ComponentType.FILE,
                    bom_ref=f"file/{place}",
                    hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
                )
            )
    return entry


def _hashed(one: Component) -> str:
    if len(one.files) == 1:
        return next(iter(one.files))
    return "the sorted list of its files, as sha256sum writes it"


def _licences(said: str) -> list[DisjunctiveLicense] | list[LicenseExpression]:
    if said == UNKNOWN:
        return []
    if said.startswith("LicenseRef-") or not _spdx().validate(said).errors:
        return [LicenseExpression(said)]
    return [DisjunctiveLicense(name=said)]


@cache
def _spdx() -> Licensing:
    """What SPDX knows, read once."""
    return get_spdx_licensing()
