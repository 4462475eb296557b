"""Data of a file becomes an entry, or findings that say in plain words what is wrong with its shape."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.diagnostics import Also, Finding
from generator.model.base import Model, field_names, models_in
from generator.model.entry import Entry
from generator.model.remedies import remedy, words_of
from generator.spelling import likely

E = TypeVar("E", bound=Entry)
Place = tuple[str | int, ...]
Detail = tuple[str, Place, dict[str, Any]]


def validate(
    kind: type[E], data: dict[str, Any], path: str, is_lost: Callable[[Place], bool] = lambda place: False
) -> tuple[E | None, list[Finding]]:
    """The entry of a kind that the data make, with the name that its path gives it; or None, and why not.

    `is_lost` says of what is missing whether it may be in what could not be read.
    """
    try:
        entry = kind.model_validate(data)
    except ValidationError as error:
        return None, list(_findings(error, kind, path, is_lost))
    entry.identify(path.rsplit("/", 1)[-1].removesuffix(".yaml"), path)
    return entry, []


def _findings(
    error: ValidationError, kind: type[Entry], path: str, is_lost: Callable[[Place], bool]
) -> Iterator[Finding]:
    """One finding for each fault: not those that repeat one further down, nor those that a misspelt key explains."""
    details = [(detail["type"], tuple(detail["loc"]), dict(detail)) for detail in error.errors(include_url=False)]
    places = [place for _, place, _ in details]
    meant = {(*place[:-1], _meant(place, kind)) for code, place, _ in details if code == "extra_forbidden"}
    misplaced: dict[Place, Finding] = {}
    for finding in _misplaced(details, kind, path):
        misplaced.setdefault(finding.where[:-1], finding)
    yield from misplaced.values()
    for code, place, detail in details:
        is_repeated = any(other[: len(place)] == place and len(other) > len(place) for other in places)
        if place[:1] in misplaced:
            continue
        if not is_repeated and not (code == "missing" and (place in meant or is_lost(place))):
            yield _finding(code, place, detail, kind, path)


def _misplaced(details: list[Detail], kind: type[Entry], path: str) -> Iterator[Finding]:
    """Fields where the id of a source or claim should be: what is beside them is misread too."""
    for code, place, detail in details:
        if len(place) != 2 or not code.startswith("model_"):
            continue
        if place[-1] in _fields((*place, ""), kind):
            message = f"`{place[-1]}` stands where an id should be"
            help_ = "write the id on the line above, `id:`, and indent what belongs to it"
            yield Finding("wrong-shape", message, path, place, help_, at_key=True)
        elif _is_blank(detail["input"]) and place[-1] in field_names(kind):
            message = f"`{place[-1]}` is indented, and is read as part of `{place[0]}`"
            yield Finding("wrong-shape", message, path, place, "begin it in column 1", at_key=True)


def _finding(code: str, place: Place, detail: dict[str, Any], kind: type[Entry], path: str) -> Finding:
    last = place[-1] if place else ""
    if code == "missing":
        return Finding("missing-field", f"`{last}` is missing", path, place[:-1], f"add `{last}: …`", at_key=True)
    if code == "extra_forbidden":
        message, help_ = f"there is no field `{last}` here", _instead(place, kind)
        return Finding("unknown-field", message, path, place, help_, at_key=True)
    if _is_blank(detail["input"]) and last != "[key]":
        return Finding("empty-value", f"`{_field(place)}` is empty", path, place, _filling(place, kind))
    if code == "literal_error" and isinstance(detail["input"], str):
        message = f"`{detail['input']}` is not one of the values of `{_field(place)}`"
        return Finding("unknown-value", message, path, place, _values(detail))
    if last == "[key]":
        return Finding(code, detail["msg"], path, place[:-1], remedy(code, "", detail["input"]), at_key=True)
    if code == "string_too_long":
        return _too_long(place, detail, path)
    if code in _EXCLUDING:
        return _excluding(code, place, detail, path)
    return _by_code(code, place, detail, kind, path)


def _is_blank(value: Any) -> bool:
    return value in ([], {}) or (isinstance(value, str) and not value.strip())


def _filling(place: Place, kind: type[Model]) -> str:
    """What to do about an empty value: some may be left out."""
    fields = _holder(place, kind).model_fields.values()
    is_required = any(info.alias == place[-1] and info.is_required() for info in fields)
    return "fill it in" if is_required else "fill it in, or leave it out"


def _by_code(code: str, place: Place, detail: dict[str, Any], kind: type[Entry], path: str) -> Finding:
    field, value = _field(place), detail["input"]
    help_ = remedy(code, field, value)
    if code.startswith("model_"):
        help_ = f"its fields are {_listed(_fields((*place, ''), kind))}"
    if code == "string_pattern_mismatch":
        return Finding("bad-value", f"`{field}` takes {words_of(detail['ctx']['pattern'])}", path, place)
    code, message = _CODES.get(code, (code, detail["msg"].replace("{", "{{").replace("}", "}}")))
    return Finding(code, message.format(field=field, **detail.get("ctx", {})), path, place, help_)


def _too_long(place: Place, detail: dict[str, Any], path: str) -> Finding:
    """At the first character too many."""
    most, value = detail["ctx"]["max_length"], detail["input"].strip()
    message = f"`{_field(place)}` is longer than {most} characters"
    over = value[most:].strip()
    label = f"{len(value) - most} too many"
    return Finding("too-long", message, path, place, label=label, needle=over, occurrence=value[:most].count(over))


def _excluding(code: str, place: Place, detail: dict[str, Any], path: str) -> Finding:
    """At the second of two keys that exclude each other, if both are there; else at what holds them."""
    keys = [key for key in detail["input"] if key in _EXCLUDING[code]] if isinstance(detail["input"], dict) else []
    if len(keys) < len(_EXCLUDING[code]):
        return Finding(code, detail["msg"], path, place, "add `stance: …`, or `value: …` where the claim has a unit")
    also = tuple(Also(path, (*place, key), "the other one", at_key=True) for key in keys[:-1])
    help_ = "keep one of the two" if also else "add `quote: …` with the original words"
    return Finding(code, detail["msg"], path, (*place, keys[-1]), help_, at_key=True, also=also)


_EXCLUDING = {
    "stance-or-value": ("stance", "value"),
    "speaker-and-unnamed": ("speaker", "unnamed"),
    "translation-without-quote": ("translation",),
}
_CODES = {
    "string_type": ("wrong-shape", "`{field}` takes a text"),
    "literal_error": ("wrong-shape", "`{field}` takes a text"),
    "tuple_type": ("wrong-shape", "`{field}` takes a list"),
    "dict_type": ("wrong-shape", "`{field}` takes a mapping of ids"),
    "model_type": ("wrong-shape", "`{field}` takes keys with values"),
    "model_attributes_type": ("wrong-shape", "`{field}` takes keys with values"),
    "greater_than_equal": ("bad-number", "`{field}` is less than {ge:g}"),
    "less_than_equal": ("bad-number", "`{field}` is more than {le:g}"),
    "greater_than": ("bad-number", "`{field}` is not more than {gt:g}"),
}


def _field(place: Place) -> str:
    return next((step for step in reversed(place) if isinstance(step, str)), "the entry")


def _values(detail: dict[str, Any]) -> str:
    expected = str(detail["ctx"]["expected"])
    close = likely(detail["input"].lower(), re.findall("'(.*?)'", expected))
    allowed = expected.replace("'", "`")
    return f"did you mean `{close}`? the values are {allowed}" if close else f"use {allowed}"


def _instead(place: Place, kind: type[Model]) -> str:
    meant = _meant(place, kind)
    return f"did you mean `{meant}`?" if meant else f"the fields are {_listed(_fields(place, kind))}"


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _meant(place: Place, kind: type[Model]) -> str:
    """The field that an unknown key probably stands for, or nothing."""
    key, fields = str(place[-1]).lower(), _fields(place, kind)
    # A key without its colon goes on to the next one.
    first, *others = key.split() or [""]
    if others and first in fields:
        return first
    return likely(re.sub(r"[_ ]", "-", key), fields)


def _fields(place: Place, kind: type[Model]) -> list[str]:
    """The keys that are allowed beside the one at `place`."""
    return field_names(_holder(place, kind))


def _holder(place: Place, kind: type[Model]) -> type[Model]:
    """The part of an entry to which the key at `place` belongs."""
    for step in place[:-1]:
        for name, info in kind.model_fields.items():
            if step == (info.alias or name):
                kind = next(models_in(info.annotation), kind)
    return kind
