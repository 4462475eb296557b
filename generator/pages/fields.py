"""The fields of entries, as the model states them: a section for each part, a row for each field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator import links
from generator.model import KINDS
from generator.model.base import Model
from generator.model.shape import Choice, FieldOf, Many, Shape, about, fields, part_of, parts, words_of, written
from generator.output import Page
from generator.site import Link, Site

_LEAD = "What may stand in an entry, and what must."
_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class Row:
    """A field in the table of its part."""

    id: str
    field: FieldOf
    what: Markup
    part: Link | None
    meanings: dict[str, str]
    examples: list[str]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of entries: where it stands, as the file of a kind or in fields of other parts, and its own fields."""

    id: str
    title: str
    about: Markup
    file: str
    within: list[Link]
    rows: list[Row]


def landing(site: Site) -> Iterator[Page]:
    """The one page."""
    yield site.page(
        "fields.html",
        links.FIELDS,
        "Fields",
        "fields",
        description=_LEAD,
        landing=True,
        lead=_LEAD,
        sections=list(_sections()),
    )


def _sections() -> Iterator[Section]:
    kinds = {kind: folder for folder, kind in KINDS.items()}
    of_all = list(dict.fromkeys(part for kind in kinds for part in parts(kind)))
    for part in of_all:
        folder = f"{kinds[part]}/" if part in kinds else ""
        file = (
            folder
            and f"entries/{folder}{'<year in which it began>/' if part is KINDS['developments'] else ''}<id>.yaml"
        )
        within = [
            Link(f"{_name(other)}: {field.name}", f"{links.FIELDS}#{_id(other, field.name)}")
            for other in of_all
            for field in fields(other)
            if part_of(field.shape) is part
        ]
        rows = [_row(part, field) for field in fields(part)]
        yield Section(_id(part), _name(part).capitalize(), _marked(about(part)), file, within, rows)


def _row(part: type[Model], field: FieldOf) -> Row:
    words = words_of(field.shape)
    inner = part_of(field.shape)
    return Row(
        _id(part, field.name),
        field,
        _marked(f"{field.description} {words[:1].upper()}{words[1:]}." if words else field.description),
        Link(_name(inner), f"{links.FIELDS}#{_id(inner)}") if inner else None,
        _meanings(field.shape),
        [written(example) for example in field.examples],
    )


def _meanings(shape: Shape) -> dict[str, str]:
    match shape:
        case Choice(meanings):
            return meanings
        case Many(item):
            return _meanings(item)
    return {}


def _name(part: type[Model]) -> str:
    return part.__name__.lower()


def _id(part: type[Model], *field: str) -> str:
    return "-".join([_name(part), *field])


def _marked(text: str) -> Markup:
    """A text with its words in backticks as code."""
    pieces = _CODE.split(text)
    return Markup("").join(
        Markup("<code>{}</code>").format(piece) if number % 2 else escape(piece) for number, piece in enumerate(pieces)
    )
