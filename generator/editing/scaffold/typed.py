"""What was typed for a new entry, flag by flag, and the entry that it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from generator.editing.scaffold.development import Cited, Wanted
from generator.editing.scaffold.entity import NOT_JUDGED, WantedEntity
from generator.editing.scaffold.lines import Value, clean
from generator.model import is_id

# What was typed for each flag: nothing, one text, or several.
Typed: TypeAlias = Mapping[str, list[str]]

# What is told of the source whose address is typed.
OF_A_SOURCE = ("publisher", "published", "source-title", "language")

# The flags of each kind, and those without which nothing can be made.
_OF_ALL = ("name", "short", "hangul", "description", "also-known-as", "country", "id")
FLAGS = {
    "developments": (*("title", "date", "summary", "url", *OF_A_SOURCE, "actor", "place", "theme", "id"),),
    "actors": (*_OF_ALL, "kind", "part-of", "speaks-for", "instance"),
    "places": (*_OF_ALL, "part-of"),
    "themes": (*(flag for flag in _OF_ALL if flag != "country"), "broader"),
    "publishers": (*_OF_ALL, "kind", "language", "url", "speaks-for", "grade", "reason"),
}
REQUIRED = {
    "developments": ("title", "date"),
    "actors": ("name", "kind", "description"),
    "places": ("name", "description"),
    "themes": ("name", "description"),
    "publishers": ("name", "kind", "description"),
}
# What may be given more than once.
SEVERAL = ("url", "actor", "place", "theme", "also-known-as")


def development_of(typed: Typed) -> Wanted:
    """The development that is asked for; what is told of a source is told of the first."""
    first, *others = [clean(url) for url in typed.get("url", [])] or [""]
    sources = [Cited(first, *(_one(typed, flag) for flag in ("publisher", "source-title", "published", "language")))]
    return Wanted(
        title=_one(typed, "title"),
        date=_one(typed, "date"),
        summary=_one(typed, "summary"),
        id=_one(typed, "id"),
        sources=tuple([*sources, *(Cited(url) for url in others)] if first else []),
        actors=_all(typed, "actor"),
        places=_all(typed, "place"),
        themes=_all(typed, "theme"),
    )


def entity_of(folder: str, typed: Typed, day: str = "") -> WantedEntity:
    """The entity that is asked for; `day` is that of a grade."""
    fields: dict[str, Value] = {
        flag: _one(typed, flag)
        for flag in FLAGS[folder]
        if flag not in ("id", "hangul", "also-known-as", "grade", "reason") and _one(typed, flag)
    }
    if hangul := _one(typed, "hangul"):
        fields["names"] = {"hangul": hangul}
    if spellings := _all(typed, "also-known-as"):
        fields["also-known-as"] = spellings
    if folder == "publishers":
        grade = {"grade": _one(typed, "grade") or "F", "reason": _one(typed, "reason") or NOT_JUDGED}
        fields["reliability"] = grade | ({"date": day} if day else {})
    return WantedEntity(folder, fields, _one(typed, "id"))


def missing(folder: str, typed: Typed) -> list[str]:
    """The flags without which nothing can be made, as far as they were not given."""
    return [flag for flag in REQUIRED[folder] if not _one(typed, flag)]


def _one(typed: Typed, flag: str) -> str:
    return clean(next(iter(typed.get(flag, [])), ""))


def _all(typed: Typed, flag: str) -> tuple[str, ...]:
    """All that was typed for a flag; ids may stand in one text, with commas between them."""
    texts = [clean(text) for text in typed.get(flag, [])]
    return tuple(one for text in texts for one in _ids(text) or [text] if one)


def _ids(text: str) -> list[str]:
    ids = [part.strip() for part in text.split(",")]
    return ids if all(map(is_id, ids)) else []
