"""The schemas in `schema/`, by which editors complete, explain and check entries: JSON Schema, draft 7.

Draft 7 is what the YAML extensions of editors know best. Their own words are used too: descriptions in Markdown,
meanings of values, messages, snippets. What the model takes, a schema takes, and the reverse, as far as a schema can
tell: not which days and ids there are. A scalar may be a number or a boolean, for an editor sees `2024` and `true` as
such, where the loader sees a text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from generator.model import KINDS, Entity, Entry, Statement, Words
from generator.model.base import Model
from generator.model.shape import (
    Choice,
    FieldOf,
    Keyed,
    Many,
    Part,
    Scalar,
    Shape,
    about,
    fields,
    parts,
    words_of,
    written,
)

Json: TypeAlias = dict[str, Any]

FOLDER = "schema"
KNOWN = f"{FOLDER}/known.schema.json"

_DRAFT = "http://json-schema.org/draft-07/schema#"
_KNOWN_HERE = KNOWN.rpartition("/")[2]
_OF_KNOWN = "The ids that editors propose. Others are no faults."
_SNIPPET = re.compile(r'\{\n( +"label".+\n.+\n.+)\n *\}')
_COMPLETED = [folder for folder, kind in KINDS.items() if issubclass(kind, Entity)]
# What fields of a part have to do with each other; an editor shows the message at the field that may not be there.
_ONE_MOUTH: Json = {
    "unnamed": {"properties": {"speaker": False}, "errorMessage": "`speaker` and `unnamed` exclude each other"},
    "translation": ["quote"],
}
_EITHER = "a statement has either a `stance` or a `value`"
_ONE_POSITION: Json = {"value": {"properties": {"stance": False}, "errorMessage": _EITHER}}
_SOME_POSITION: list[Json] = [{"required": [name], "errorMessage": _EITHER} for name in ("stance", "value")]


def path(folder: str) -> str:
    """The schema of the entries in a folder, relative to the folder that holds `entries/`."""
    return f"{FOLDER}/{KINDS[folder].__name__.lower()}.schema.json"


def files(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """All schemas by their paths: those of the model, and the ids of `entries` that editors propose."""
    for folder, kind in KINDS.items():
        yield path(folder), _text(_of_entry(kind))
    yield KNOWN, completions(entries)


def completions(entries: Iterable[Entry]) -> str:
    """The ids that editors propose, with names: a line each, so that two people who add one seldom meet.

    They are snippets, and no values to choose among: an id that is new is no fault.
    """
    known: dict[str, list[Json]] = {folder: [] for folder in _COMPLETED}
    for entry in sorted(entries, key=lambda entry: entry.id):
        if isinstance(entry, Entity):
            known[entry.folder].append({"label": entry.id, "description": entry.name, "bodyText": entry.id})
    definitions = {folder: {"defaultSnippets": snippets} for folder, snippets in known.items()}
    text = _text({"$schema": _DRAFT, "description": _OF_KNOWN, "definitions": definitions})
    return _SNIPPET.sub(lambda found: "{" + ", ".join(line.strip(" ,") for line in found[1].split("\n")) + "}", text)


def _of_entry(kind: type[Entry]) -> Json:
    _, *inner = parts(kind)
    definitions = {part.__name__: _of_part(part) for part in sorted(inner, key=lambda part: part.__name__)}
    return {"$schema": _DRAFT, **_of_part(kind), "definitions": definitions}


def _of_part(model: type[Model]) -> Json:
    found = list(fields(model))
    schema: Json = {
        "title": model.__name__,
        "description": about(model),
        "type": "object",
        "properties": {field.name: _of_field(field) for field in found},
        "required": [field.name for field in found if field.is_required],
        "additionalProperties": False,
    }
    if issubclass(model, Statement):
        return schema | {"dependencies": _ONE_MOUTH | _ONE_POSITION, "anyOf": _SOME_POSITION}
    return schema | {"dependencies": _ONE_MOUTH} if issubclass(model, Words) else schema


def _of_field(field: FieldOf) -> Json:
    words, example = words_of(field.shape), ", ".join(f"`{written(example)}`" for example in field.examples)
    told = [field.description, f"Takes {words}." if words else "", f"For example {example}." if example else ""]
    return {"description": field.description, "markdownDescription": " ".join(filter(None, told))} | _of(field.shape)


def _of(shape: Shape) -> Json:
    match shape:
        case Scalar():
            known = [{"$ref": f"{_KNOWN_HERE}#/definitions/{kind}"} for kind in shape.takes if kind in _COMPLETED]
            return ({"allOf": known} if known else {}) | _scalar(shape)
        case Choice(meanings):
            return _choice(meanings)
        case Part(model):
            return {"$ref": f"#/definitions/{model.__name__}"}
        case Many(item, least, or_one):
            of_list = {"type": "array", "items": _of(item)} | ({"minItems": least} if least else {})
            return {"anyOf": [_of(item), of_list]} if or_one else of_list
        case Keyed(key, value):
            return {"type": "object", "propertyNames": _scalar(key), "additionalProperties": _of(value)}


def _scalar(scalar: Scalar) -> Json:
    bounds = {"minimum": scalar.low, "maximum": scalar.high, "exclusiveMinimum": scalar.above}
    return {
        "type": ["string", "number", "boolean"],
        "pattern": _pattern(scalar),
        **{name: bound for name, bound in bounds.items() if bound is not None},
        "errorMessage": f"it takes {words_of(scalar) or 'a text, which may not be empty'}",
    }


def _pattern(scalar: Scalar) -> str:
    """What the text has to be as a whole. White space around it goes, in the model, before it is looked at."""
    if scalar.form:
        length = f"(?=.{{1,{scalar.most}}}$)" if scalar.most else ""
        return rf"^\s*({scalar.form.pattern})\s*$" if scalar.is_trimmed else f"^{length}({scalar.form.pattern})$"
    return rf"^\s*\S([\s\S]{{0,{scalar.most - 2}}}\S)?\s*$" if scalar.most else r"\S"


def _choice(meanings: dict[str, str]) -> Json:
    values, told = list(meanings), list(meanings.values())
    if not all(value.isdigit() for value in values):
        return {"enum": values, "markdownEnumDescriptions": told}
    numbers = {"enum": [int(value) for value in values], "markdownEnumDescriptions": told}
    return {"anyOf": [numbers, {"type": "string", "pattern": f"^({'|'.join(values)})$"}]}


def _text(schema: Json) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
