"""Who bears a name, however it is spelt: for names in words that may have a page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from generator.model import Entity

N = TypeVar("N", bound=Entity)
_SIGNS = re.compile(r"[\W_]+")


def by_name(entities: Iterable[N]) -> dict[str, N]:
    """Entities by the `key` of each of their names: the full one, the short one, other spellings and the id."""
    bearers: dict[str, N] = {}
    for entity in entities:
        for name in (entity.name, entity.short, entity.id, *entity.also_known_as):
            if name and (known := key(name)):
                bearers.setdefault(known, entity)
    return bearers


@cache
def key(name: str) -> str:
    """A name without `the`, signs and capitals; empty for one of signs alone.

    What differs in more is taken for another name: newspapers are a letter apart.
    """
    return _SIGNS.sub("", name.casefold().removeprefix("the "))
