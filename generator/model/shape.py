"""The fields of entries as plain values, read off the model: for the schemas of editors and for tables of fields.

Not for those who load entries: nothing that `check` needs imports it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeAlias, get_args, get_origin

from generator.model.base import Model
from generator.model.guidance import Form, Meanings, OrOne, Takes
from generator.model.order import ordered

_NAMED = {
    "actors": "an actor",
    "places": "a place",
    "themes": "a theme",
    "publishers": "a publisher",
    "developments": "a development",
    "sources": "a source",
}


@dataclass(frozen=True, slots=True)
class Scalar:
    """What a file writes as one word or text, with the numbers between which it lies if it is one."""

    form: Form | None = None
    takes: tuple[str, ...] = ()
    is_trimmed: bool = False
    most: int | None = None
    low: float | None = None
    high: float | None = None
    above: float | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some values, each with its meaning."""

    meanings: dict[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """Keys with values, which have a name of their own."""

    model: type[Model]


@dataclass(frozen=True, slots=True)
class Many:
    """A list of at least so many items; with `or_one`, a single one may stand alone."""

    item: Shape
    least: int = 0
    or_one: bool = False


@dataclass(frozen=True, slots=True)
class Keyed:
    """Parts by their ids."""

    key: Scalar
    value: Shape


Shape: TypeAlias = Scalar | Choice | Part | Many | Keyed


@dataclass(frozen=True, slots=True)
class FieldOf:
    """A field as it is written: `examples` are as the loader would read them."""

    name: str
    shape: Shape
    description: str
    examples: tuple[Any, ...]
    is_required: bool


def fields(model: type[Model]) -> Iterator[FieldOf]:
    """The fields of a part of an entry, in the order in which they are written."""
    for name in ordered(model):
        info = model.model_fields[name]
        shape = _shape(info.annotation, info.metadata)
        examples = tuple(info.examples or ())
        yield FieldOf(info.alias or name, shape, info.description or "", examples, info.is_required())


def parts(model: type[Model]) -> list[type[Model]]:
    """The model itself and the parts that its fields hold, each once, in the order in which they are met."""
    found = [model]
    for part in found:
        found += [inner for field in fields(part) if (inner := part_of(field.shape)) and inner not in found]
    return found


def part_of(shape: Shape) -> type[Model] | None:
    """The part that a field holds, alone, in a list or by its id."""
    match shape:
        case Part(model):
            return model
        case Many(item=inner) | Keyed(value=inner):
            return part_of(inner)
    return None


def about(model: type[Model]) -> str:
    """What a part is, from its docstring, in one line."""
    return " ".join((model.__doc__ or "").split())


def words_of(shape: Shape) -> str:
    """What a field takes, to finish the sentence “it takes …”; empty where its description tells all."""
    match shape:
        case Scalar(form, takes, is_trimmed) if form and not is_trimmed and set(takes) & _NAMED.keys():
            *others, last = (_NAMED[kind] for kind in takes)
            return f"the id of {', '.join(others)} or {last}" if others else f"the id of {last}"
        case Scalar(form=form, most=most):
            return form.words if form else f"a text of at most {most} characters" if most else ""
        case Many(item, or_one=or_one):
            of_item = words_of(item)
            return of_item and (f"{of_item}; or a list of such" if or_one else f"a list, each item {of_item}")
    return ""


def written(value: Any) -> str:
    """Data as one writes it in a line of YAML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(item)}" for key, item in value.items()) + "}"
    return f"[{', '.join(written(item) for item in value)}]" if isinstance(value, list) else str(value)


def _shape(annotation: Any, metadata: Iterable[Any] = ()) -> Shape:
    origin, inner = get_origin(annotation), get_args(annotation)
    told = tuple(_flat(metadata))
    if origin is Annotated:
        return _shape(inner[0], (*annotation.__metadata__, *told))
    if type(None) in inner:
        return _shape(next(each for each in inner if each is not type(None)), told)
    if origin is Literal:
        meanings = _last(told, Meanings)
        return Choice({value: meanings.of[value] if meanings else "" for value in inner})
    if origin is tuple:
        return Many(_shape(inner[0]), _value(told, "min_length") or 0, _last(told, OrOne) is not None)
    if origin is dict:
        key = _shape(inner[0])
        assert isinstance(key, Scalar)
        return Keyed(key, _shape(inner[1]))
    return Part(annotation) if isinstance(annotation, type) and issubclass(annotation, Model) else _scalar(told)


def _scalar(told: tuple[Any, ...]) -> Scalar:
    form, takes = _last(told, Form), _last(told, Takes)
    return Scalar(
        form,
        takes.kinds if takes else (),
        bool(_value(told, "strip_whitespace")),
        form.most if form else _value(told, "max_length"),
        *(_value(told, bound) for bound in ("ge", "le", "gt")),
    )


def _flat(metadata: Iterable[Any]) -> Iterator[Any]:
    """What stands in a type, that of fields within it too: of pydantic, or from `guidance`."""
    for told in metadata:
        yield from getattr(told, "metadata", None) or (told,)


def _last(told: Iterable[Any], kind: type[Any]) -> Any:
    return next((each for each in reversed([*told]) if isinstance(each, kind)), None)


def _value(told: Iterable[Any], name: str) -> Any:
    return next((found for each in told if (found := getattr(each, name, None)) is not None), None)
