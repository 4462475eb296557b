"""What is left of an entry without the parts whose shape is wrong, so that faults of meaning in the rest are found too.

A part goes as a whole (a statement, a claim, a field of the entry): a half of one would mean something else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias, TypeVar

from pydantic import ValidationError

from generator.model.base import field_names
from generator.model.entry import Entry
from generator.spelling import likely

E = TypeVar("E", bound=Entry)
# The keys and numbers that lead to a value.
Where: TypeAlias = tuple[str | int, ...]

# A part that is left out may be missed by what requires it, and that once more.
_ROUNDS = 4
# Texts on which nothing else depends. A date or a kind cannot be made up.
_STAND_INS = frozenset(["title", "summary", "name", "description"])
# What an actor, a place, a theme or a publisher tells on its own page alone. By the rest of it others are judged.
_OWN = _STAND_INS | frozenset(["names", "short", "aliases", "also-known-as", "wikidata", "url", "point", "label"])


def salvage(
    kind: type[E], data: dict[str, Any], path: str, lost: Iterable[str] = ()
) -> tuple[E | None, frozenset[Where]]:
    """The entry that the sound parts of the data make, if they make one, and the places of those left out.

    `lost` are fields that may be in what could not be read.
    """
    left_out: frozenset[Where] = frozenset()
    if not all(_may_go((field,), kind) for field in lost if field in field_names(kind)):
        return None, left_out
    stand_ins: dict[str, str] = {}
    for _ in range(_ROUNDS):
        try:
            entry = kind.model_validate(stand_ins | _without(data, left_out))
        except ValidationError as error:
            faults = [(fault["type"], tuple(fault["loc"])) for fault in error.errors(include_url=False)]
            missing = {str(place[0]) for code, place in faults if code == "missing" and len(place) == 1}
            if not missing <= _STAND_INS or not all(_may_go(place, kind) for _, place in faults):
                return None, left_out
            stand_ins |= dict.fromkeys(missing, "…")
            parts = {_part(as_written(place, left_out)) for _, place in faults}
            left_out |= {part for part in parts if part[0] not in missing}
        else:
            entry.identify(path.rsplit("/", 1)[-1].removesuffix(".yaml"), path)
            return entry, left_out
    return None, left_out


def as_written(place: Where, left_out: Iterable[Where]) -> Where:
    """Where a place in what is left of an entry stands in its file."""
    if len(place) < 2 or not isinstance(place[1], int):
        return place
    number = place[1]
    for gone in sorted(part[1] for part in left_out if len(part) == 2 and part[0] == place[0]):
        number += isinstance(gone, int) and gone <= number
    return (place[0], number, *place[2:])


def _may_go(place: Where, kind: type[Entry]) -> bool:
    """Whether the rest can be judged without this: not without the state, by which readers see the entry or not."""
    meant = likely(str(place[0]), field_names(kind)) if place else "state"
    return meant != "state" if "state" in field_names(kind) else meant in _OWN or not meant


def _part(place: Where) -> Where:
    is_item = len(place) > 1 and (isinstance(place[1], int) or place[0] in ("sources", "claims"))
    return place[: 2 if is_item else 1]


def _without(data: dict[str, Any], left_out: Iterable[Where]) -> dict[str, Any]:
    gone = set(left_out)
    return {key: _items(key, value, gone) for key, value in data.items() if (key,) not in gone}


def _items(key: str, value: Any, gone: set[Where]) -> Any:
    if isinstance(value, list):
        return [item for number, item in enumerate(value) if (key, number) not in gone]
    if isinstance(value, dict):
        return {name: item for name, item in value.items() if (key, name) not in gone}
    return value
