"""The commented text of a new file: each field with what it is for, the others as lines that a `#` disables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, get_args, get_origin

from generator.editing.scaffold.lines import Value, comment, disabled, indented, item
from generator.model import KINDS, Source
from generator.model.base import Model

_SCHEMA = "# yaml-language-server: $schema={up}schema/{kind}.schema.json"
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
    kind = KINDS[path.split("/")[1]]
    schema = _SCHEMA.format(up="../" * path.count("/"), kind=kind.__name__.lower())
    lines = [schema]
    for name in examples:
        lines += remarks if name == "summary" else ()
        lines += _field(kind, name, fields, examples, {**_HINTS, **hints})
    return "\n".join(lines) + "\n"


def choices(kind: type[Model], field: str) -> tuple[str, ...]:
    """The values among which a field is chosen; none if it is free."""
    return tuple(_literals(_info(kind, field).annotation))


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
    info = _info(kind, field)
    allowed = [] if field == "state" else list(_literals(info.annotation))
    return " ".join([info.description or "", *([f"One of: {', '.join(allowed)}."] if allowed else [])])


def _info(kind: type[Model], field: str) -> Any:
    return next(info for name, info in kind.model_fields.items() if field == (info.alias or name))


def _literals(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for inner in get_args(annotation):
            yield from _literals(inner)
