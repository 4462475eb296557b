"""Values of fields as a reviewer reads them, and how one differs from another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.dates import Date
from generator.model import Figure, is_id
from generator.review.change import Change, Detail, Rank, some
from generator.review.content import Content

# What these name are ids, or words where somebody has no page.
_NAMING = frozenset(
    [
        *("themes", "places", "actors", "about", "by", "source", "claim", "publisher", "origin", "based-on"),
        *("part-of", "speaks-for", "broader", "speaker"),
    ]
)
_SHORT = 60


def shown(name: str, value: Any) -> str:
    """The value of a field in words."""
    if isinstance(value, Date | Figure):
        return value.words()
    if isinstance(value, dict):
        return "; ".join(f"{key} {shown(key, item)}" for key, item in value.items())
    if isinstance(value, list):
        return ", ".join(shown(name, item) for item in value)
    text = str(value)
    return f"`{text}`" if name in _NAMING and all(map(is_id, text.split("#"))) else text


def differing(before: Content, after: Content, without: Iterable[str] = ()) -> Iterator[str]:
    """The names of the fields that differ, in the order in which they stand now."""
    names = dict.fromkeys([*after, *before])
    return (name for name in names if name not in without and before.get(name) != after.get(name))


def field_change(rank: Rank, name: str, before: Content, after: Content, words: str = "") -> Change:
    """How one field differs: what a list gained and lost, a short value as `old → new`, a long one in two lines."""
    old, new = before.get(name), after.get(name)
    words = words or f"`{name}`"
    if isinstance(old or new, list):
        return Change(rank, f"{words}: {_of_lists(name, old or [], new or [])}")
    if isinstance(old or new, dict):
        return _of_mappings(rank, words, old or {}, new or {})
    if old is None or new is None:
        verb, value = ("added", new) if old is None else ("removed", old)
        return Change(rank, f"{words} {verb}: {shown(name, value)}")
    was, now = shown(name, old), shown(name, new)
    if max(len(was), len(now)) <= _SHORT:
        return Change(rank, f"{words}: {was} → {now}")
    return Change(rank, f"{words} changed", (Detail("-", was), Detail("+", now)))


def _of_lists(name: str, old: list[Any], new: list[Any]) -> str:
    added, removed = [item for item in new if item not in old], [item for item in old if item not in new]
    words = [f"+ {shown(name, item)}" for item in added] + [f"− {shown(name, item)}" for item in removed]
    return ", ".join(words) or f"in another order: {shown(name, new)}"


def _of_mappings(rank: Rank, words: str, old: Content, new: Content) -> Change:
    short, details = [], []
    for key in differing(old, new):
        was, now = (shown(key, side[key]) if key in side else "none" for side in (old, new))
        if max(len(was), len(now)) <= _SHORT:
            short.append(f"{key} {was} → {now}")
        else:
            details += [Detail("-", f"{key}: {was}"), Detail("+", f"{key}: {now}")]
    return Change(rank, f"{words}: {'; '.join(short)}" if short else f"{words} changed", tuple(details))


def named(ids: Iterable[str], home: str) -> str:
    """Claims by reference; those of the entry `home` by their ids alone."""
    return some(reference.removeprefix(f"{home}#") for reference in ids)
