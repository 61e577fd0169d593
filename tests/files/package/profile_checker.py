"""A small FHIR profile validator for tests, driven by the snapshots of StructureDefinitions.

It checks cardinality (of slices too, found by value discriminators), fixed and pattern values,
types, unknown elements where the snapshot knows the children, and required bindings to code
systems that it has. It does not evaluate FHIRPath invariants.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_PRIMITIVES: dict[str, type | tuple[type, ...]] = {
    "boolean": bool,
    "integer": int,
    "positiveInt": int,
    "unsignedInt": int,
    "decimal": (int, float),
}
_RESOURCE_ELEMENTS = {"resourceType"}


@dataclass
class Element:
    """One element definition with its children and slices."""

    definition: dict[str, Any]
    children: dict[str, Element] = field(default_factory=dict)
    slices: dict[str, Element] = field(default_factory=dict)

    @property
    def minimum(self) -> int:
        return int(self.definition.get("min", 0))

    @property
    def maximum(self) -> float:
        most = self.definition.get("max", "*")
        return float("inf") if most == "*" else int(most)

    @property
    def types(self) -> list[str]:
        return [entry["code"].rpartition("/")[2] for entry in self.definition.get("type", [])]


class Profiles:
    """Every profile and code system of a folder."""

    def __init__(self, folder: Path) -> None:
        self.roots: dict[str, Element] = {}
        self._codes: dict[str, set[str]] = {}
        self._value_sets: dict[str, dict[str, Any]] = {}
        documents = [json.loads(path.read_text("utf-8")) for path in sorted(folder.rglob("*.json"))]
        for document in documents:
            kind = document["resourceType"]
            if kind == "StructureDefinition":
                self.roots[document["url"]] = _tree(document["snapshot"]["element"])
            elif kind == "CodeSystem":
                self._add_codes(document)
            elif kind == "ValueSet":
                self._value_sets[document["url"]] = document

    def _add_codes(self, document: dict[str, Any]) -> None:
        codes = {concept["code"] for concept in document["concept"]}
        self._codes[document["url"]] = codes
        for identifier in document.get("identifier", []):
            self._codes[identifier["value"]] = codes

    def members(self, value_set: str) -> set[tuple[str, str]] | None:
        """(system, code) of a value set; None where it or a system of it is not known."""
        document = self._value_sets.get(value_set.partition("|")[0])
        if document is None:
            return None
        found: set[tuple[str, str]] = set()
        for include in document["compose"]["include"]:
            concepts = include.get("concept")
            codes = (
                {concept["code"] for concept in concepts}
                if concepts
                else self._codes.get(include["system"])
            )
            if codes is None:
                return None
            found |= {(include["system"], code) for code in codes}
        return found

    def check_bundle(self, bundle: dict[str, Any]) -> list[str]:
        """Every breach in every resource of a bundle against the profiles it claims."""
        found = []
        for number, entry in enumerate(bundle["entry"]):
            resource = entry["resource"]
            for url in resource.get("meta", {}).get("profile", []):
                place = f"entry[{number}].{resource['resourceType']}"
                found += [f"{place}: {text}" for text in self.check(resource, url)]
        return found

    def check(self, resource: dict[str, Any], url: str) -> list[str]:
        """Every breach in a resource against one profile."""
        root = self.roots.get(url)
        if root is None:
            return [f"unknown profile {url}"]
        if resource["resourceType"] != root.definition["path"]:
            return [f"{url} is no profile of {resource['resourceType']}"]
        return list(self._children(resource, root, resource["resourceType"]))

    def _children(self, value: dict[str, Any], element: Element, place: str) -> Iterator[str]:
        if not element.children:
            return
        known = _RESOURCE_ELEMENTS if "." not in place else set()
        for name, child in element.children.items():
            key, found = _instances(value, name, child)
            known = known | {key, f"_{key}"}
            yield from self._element(found, child, f"{place}.{key}", value.get(key))
        for name in sorted(set(value) - known):
            yield f"{place}.{name} is not an element"

    def _element(self, found: list[Any], element: Element, place: str, raw: Any) -> Iterator[str]:
        if not element.minimum <= len(found) <= element.maximum:
            most = element.definition.get("max")
            yield f"{place} stands {len(found)} times, not {element.minimum}..{most}"
        # The base says whether it is a list; a profile may only allow one member of it.
        most_in_base = element.definition.get("base", {}).get("max", "1")
        if raw is not None and isinstance(raw, list) != (most_in_base == "*"):
            yield f"{place} is a list where it should not be, or the other way round"
        for instance in found:
            yield from self._value(instance, element, place)
        yield from self._slices(found, element, place)

    def _slices(self, found: list[Any], element: Element, place: str) -> Iterator[str]:
        discriminators = element.definition.get("slicing", {}).get("discriminator", [])
        paths = [entry["path"] for entry in discriminators if entry["type"] in ("value", "pattern")]
        for name, piece in element.slices.items():
            if not any(_wanted(piece, path) for path in paths):
                continue
            matching = [item for item in found if all(_matches(item, piece, at) for at in paths)]
            yield from self._element(matching, piece, f"{place}:{name}", None)

    def _value(self, value: Any, element: Element, place: str) -> Iterator[str]:
        for key, expected in element.definition.items():
            if key.startswith("fixed") and value != expected:
                yield f"{place} is {value!r}, not fixed {expected!r}"
            if key.startswith("pattern") and not _contains(value, expected):
                yield f"{place} is {value!r}, not of pattern {expected!r}"
        types = element.types
        if types and not any(_is_of(value, name) for name in types):
            yield f"{place} is no {' or '.join(types)}"
        elif isinstance(value, dict):
            yield from self._children(value, element, place)
        yield from self._binding(value, element, place)

    def _binding(self, value: Any, element: Element, place: str) -> Iterator[str]:
        binding = element.definition.get("binding", {})
        if binding.get("strength") != "required" or not binding.get("valueSet"):
            return
        members = self.members(binding["valueSet"])
        if members is None:
            return
        codings = value.get("coding", []) if isinstance(value, dict) else []
        if not any((one.get("system"), one.get("code")) in members for one in codings):
            yield f"{place} has no code of {binding['valueSet']}"


def _tree(definitions: list[dict[str, Any]]) -> Element:
    root = Element(definitions[0])
    by_id = {definitions[0]["id"]: root}
    for definition in definitions[1:]:
        element = Element(definition)
        by_id[definition["id"]] = element
        parent_id, _, last = definition["id"].rpartition(".")
        name, _, piece = last.partition(":")
        parent = by_id.get(parent_id)
        if parent is None:
            continue
        if piece:
            parent.children[name].slices[piece] = element
        else:
            parent.children[name] = element
    return root


def _instances(value: dict[str, Any], name: str, element: Element) -> tuple[str, list[Any]]:
    key = name
    if name.endswith("[x]"):
        stem = name.removesuffix("[x]")
        choices = [stem + kind[:1].upper() + kind[1:] for kind in element.types]
        key = next((choice for choice in choices if choice in value), stem)
    found = value.get(key)
    if found is None:
        return key, []
    return key, found if isinstance(found, list) else [found]


def _wanted(piece: Element, path: str) -> bool:
    return bool(_expected(piece, path.split(".")))


def _expected(piece: Element, path: list[str]) -> list[Any]:
    element = piece
    for name in path:
        if name not in element.children:
            return []
        element = element.children[name]
    return [
        value for key, value in element.definition.items() if key.startswith(("fixed", "pattern"))
    ]


def _matches(item: Any, piece: Element, path: str) -> bool:
    expected = _expected(piece, path.split("."))
    found = [item]
    for name in path.split("."):
        found = [
            inner
            for outer in found
            if isinstance(outer, dict) and name in outer
            for inner in (outer[name] if isinstance(outer[name], list) else [outer[name]])
        ]
    return any(value in found for value in expected)


def _is_of(value: Any, name: str) -> bool:
    if name in _PRIMITIVES:
        kinds = _PRIMITIVES[name]
        return isinstance(value, kinds) and (name == "boolean" or not isinstance(value, bool))
    complex_type = name[:1].isupper() and name != "String"
    return isinstance(value, dict) if complex_type else isinstance(value, str)


def _contains(value: Any, pattern: Any) -> bool:
    if isinstance(pattern, dict):
        return isinstance(value, dict) and all(
            name in value and _contains(value[name], wanted) for name, wanted in pattern.items()
        )
    if isinstance(pattern, list):
        return isinstance(value, list) and all(
            any(_contains(item, wanted) for item in value) for wanted in pattern
        )
    return bool(value == pattern)
