"""The commented text of a new file: each field with what it is for, the others as lines that a `#` disables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from generator import links, schema
from generator.editing.scaffold.lines import Value, comment, disabled, indented, item
from generator.model import KINDS, Source, shape
from generator.model.base import Model
from generator.model.shape import Choice, FieldOf

_SCHEMA = "# yaml-language-server: $schema={address}"
_HINTS = {
    "state": "Delete this line when the entry is ready for readers.",
    "text": "After each sentence that states a fact stands its source, [@id], or a link, [[id]].",
}


def new_text(
    path: str,
    fields: Mapping[str, Value],
    examples: Mapping[str, Value],
    hints: Mapping[str, str],
    remarks: Sequence[str] = (),
) -> str:
    """The text of a file with these fields, and examples for others, in the order of the examples.

    `hints` are further words on a field; `remarks`, lines of comment above the summary.
    """
    assert {name for name, value in fields.items() if value} <= examples.keys(), "a field would be lost"
    folder = path.split("/")[1]
    kind = KINDS[folder]
    lines = [_SCHEMA.format(address=links.relative(path, schema.path(folder)))]
    for name in examples:
        lines += remarks if name == "summary" else ()
        lines += _field(kind, name, fields, examples, {**_HINTS, **hints})
    return "\n".join(lines) + "\n"


def choices(kind: type[Model], field: str) -> tuple[str, ...]:
    """The values among which a field is chosen; none if it is free."""
    values = _field_of(kind, field).shape
    return tuple(values.meanings) if isinstance(values, Choice) else ()


def _field(
    kind: type[Model], name: str, fields: Mapping[str, Value], examples: Mapping[str, Value], hints: Mapping[str, str]
) -> list[str]:
    value = fields.get(name)
    words = comment(" ".join(filter(None, (_description(kind, name), hints.get(name)))))
    if name == "sources" and value and isinstance(value, Mapping):
        return [*words, "sources:", *indented(_sources(value, examples[name]))]
    return words + (item(name, value) if value else disabled(item(name, examples[name])))


def _sources(sources: Mapping[str, Value], example: Value) -> Iterator[str]:
    """Sources by their ids; the first with its fields explained."""
    usual: Any = next(iter(example.values())) if isinstance(example, Mapping) else {}
    for number, (id_, fields) in enumerate(sources.items()):
        assert isinstance(fields, Mapping)
        yield f"{id_}:"
        for name, sample in usual.items():
            value = fields.get(name)
            if number == 0:
                yield from indented(comment(_description(Source, name)))
                yield from indented(item(name, value) if value else disabled(item(name, sample)))
            elif value:
                yield from indented(item(name, value))


def _description(kind: type[Model], field: str) -> str:
    allowed = () if field == "state" else choices(kind, field)
    return " ".join([_field_of(kind, field).description, *([f"One of: {', '.join(allowed)}."] if allowed else [])])


@cache
def _field_of(kind: type[Model], name: str) -> FieldOf:
    return next(field for field in shape.fields(kind) if field.name == name)
