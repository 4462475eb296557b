"""What to write instead of a value whose form is wrong, where that can be told."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from generator.model import forms
from generator.model.figure import FigureError, parse_figure
from generator.model.guidance import Form

_SEPARATOR = re.compile(r"(?<=\d)[ ,.'](?=\d{3}(?!\d))")
_BY_PATTERN = {f"^{form.pattern}$": form.words for form in vars(forms).values() if isinstance(form, Form)}
_HOST = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/[^\s{}]*)?")
_WORDS = re.compile(r"[\w ,-]{1,60}")


def words_of(pattern: str) -> str:
    """What a text of this form is, in words that finish “it takes …”."""
    return _BY_PATTERN[pattern]


def remedy(code: str, field: str, value: Any) -> str:
    """Help for a fault of this code in a field with this value; empty where nothing can be told."""
    find = _REMEDIES.get(code)
    if find and isinstance(value, str) and (found := find(value)):
        return found.format(field=field)
    return _SHAPES.get((code, type(value)), "")


def _id(value: str) -> str:
    id_ = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")[: forms.ID_LENGTH]
    return f"an id is written like `{id_}`" if id_ and value.isascii() else ""


def _url(value: str) -> str:
    return f"write `https://{value}`" if _HOST.fullmatch(value) else ""


def _figure(value: str) -> str:
    figure = _SEPARATOR.sub("", value)
    try:
        parse_figure(figure)
    except FigureError:
        return ""
    return f"write `{figure}`"


def _list(value: str) -> str:
    return f"write `{{field}}: [{value}]`" if _WORDS.fullmatch(value) else ""


_REMEDIES: dict[str, Callable[[str], str]] = {
    "bad-id": _id,
    "bad-url": _url,
    "bad-figure": _figure,
    "tuple_type": _list,
}
# By the shape that a value has in place of the one that is wanted.
_SHAPES: dict[tuple[str, type], str] = {
    ("string_type", list): "put a text that begins with `[` into quotation marks",
    ("string_type", dict): "put a text that begins with `{` into quotation marks",
    ("literal_error", list): "write one value, without brackets",
    ("tuple_type", dict): "begin each item with a hyphen and a blank",
    ("dict_type", list): "write each below its id, `id:`, indented, without hyphens",
}
