"""The order in which entries write their keys: as fields are declared, and for inherited ones as is told here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args, get_origin

from generator.model.base import Model, models_in
from generator.model.entry import Entry
from generator.model.named import Entity
from generator.model.statement import Words

# Python puts inherited fields first. What is not named here stands before what is.
_WRITTEN: dict[type[Model], str] = {
    Entry: "aliases revisions",
    Entity: (
        "name short kind names country language url point label part-of speaks-for instance broader"
        " description also-known-as wikidata reliability aliases revisions"
    ),
    Words: "claim by speaker unnamed stance value date based-on source quote language translation translator note",
}


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a mapping in their order, with those under each of them.

    Where keys are ids, `each` tells what is under any of them, and there is no order but that of the file.
    """

    under: Mapping[str, Keys] = field(default_factory=dict)
    each: Keys | None = None

    def of(self, key: str) -> Keys:
        """What is under a key."""
        return self.each or self.under.get(key, UNKNOWN)

    def arranged(self, names: Iterable[str]) -> list[str]:
        """The names in their order; unknown ones come last, as they stand."""
        places = {name: place for place, name in enumerate(self.under)}
        return sorted(names, key=lambda name: places.get(name, len(places)))


UNKNOWN = Keys()


def ordered(model: type[Model]) -> list[str]:
    """The names of the fields of a part of an entry, in the order in which they are written."""
    written = next((_WRITTEN[base] for base in model.__mro__ if base in _WRITTEN), "").split()
    places = {name: place for place, name in enumerate(written)}
    return sorted(model.model_fields, key=lambda name: places.get(_key(model, name), -1))


@cache
def keys(model: type[Model]) -> Keys:
    """The keys of an entry of some kind, or of a part of one."""
    return Keys({_key(model, name): _under(model.model_fields[name].annotation) for name in ordered(model)})


def _key(model: type[Model], name: str) -> str:
    return model.model_fields[name].alias or name


def _under(annotation: Any) -> Keys:
    model = next(models_in(annotation), None)
    if model is None:
        return UNKNOWN
    is_by_id = dict in (get_origin(annotation), *map(get_origin, get_args(annotation)))
    return Keys(each=keys(model)) if is_by_id else keys(model)
