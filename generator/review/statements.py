"""Statements and quotations as a reviewer reads them, and which of them were added, changed or taken away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.corpus import Corpus, Row
from generator.corpus.voices import UNNAMED
from generator.dates import day
from generator.model import Development
from generator.review.change import Change, Detail, Rank
from generator.review.content import Content
from generator.review.sides import Sides
from generator.review.values import differing, field_change, named

_VERBS = {
    "asserts": "asserts",
    "denies": "denies",
    "doubts": "doubts",
    "ambiguous": "leaves open",
    "silent": "would not speak of",
}


def changes(sides: Sides, old: Development, new: Development, before: Content, after: Content) -> Iterator[Change]:
    """What became of the statements and quotations of an entry."""
    for field, word in (("statements", "statement"), ("quotations", "quotation")):
        was, now = before.get(field, []), after.get(field, [])
        gone, come = _without(was, now), _without(now, was)
        for one in gone:
            if other := next((other for other in come if _is_same(one, other)), None):
                come.remove(other)
                fields = (field_change(Rank.STATEMENT, name, one, other) for name in differing(one, other))
                details = tuple(detail for change in fields for detail in (Detail("", change.words), *change.details))
                yield Change(Rank.STATEMENT, f"{word} changed: {line(sides.after, new, other)}", details)
            else:
                yield Change(Rank.STATEMENT, f"{word} removed: {line(sides.before, old, one)}")
        yield from (added(sides.after, new, one, word) for one in come)
        if was != now and not _without(was, now) and not _without(now, was):
            yield Change(Rank.STATEMENT, f"{field} in another order")


def added(side: Corpus, entry: Development, said: Content, word: str) -> Change:
    """That somebody's words are new."""
    return Change(Rank.STATEMENT, f"{word} added: {line(side, entry, said)}", tuple(_quoted(said)))


def line(side: Corpus, entry: Development, said: Content) -> str:
    """Who took which position when, and where it is to be read."""
    verb = _VERBS.get(said.get("stance", ""), "says")
    if "value" in said:
        verb = f"says {said['value'].words()} for"
    claims = f" {named(said['claim'], entry.id)}" if "claim" in said else ""
    based = f", based on `{said['based-on']}`" if "based-on" in said else ""
    sources = ", ".join(f"`{id_}`" for id_ in said["source"])
    return f"{_who(side, said)} {verb}{claims}, {said.get('date', entry.date).words()}{based}, in {sources}"


def of_row(side: Corpus, row: Row) -> str:
    """The same of a row, which is about one claim that is known: with the entry at which it was made."""
    statement = row.statement
    verb = f"says {statement.value.words()}" if statement.value else _VERBS[row.stance].removesuffix(" of")
    names = {"speaker": statement.speaker, "unnamed": statement.unnamed}
    who = _who(side, {"by": [row.by], **{name: words for name, words in names.items() if words}})
    origin = "" if row.origin in (row.voice, row.by) else f", from {side.name(row.origin)}"
    if row.origin == UNNAMED:
        origin = ", from nobody named"
    sources = ", ".join(f"`{id_}`" for id_ in statement.source)
    return f"{who} {verb}, {day(row.day)}{origin}, at `{row.entry.id}`, in {sources}"


def _who(side: Corpus, said: Content) -> str:
    mouth = said.get("unnamed", said.get("speaker", ""))
    names = " and ".join(side.name(id_) for id_ in said["by"])
    return f"{names} ({side.name(mouth)})" if mouth else names


def _quoted(said: Content) -> Iterator[Detail]:
    for field in ("quote", "translation", "note"):
        if field in said:
            yield Detail("", f"{field}: {said[field]}")


def _is_same(one: Content, other: Content) -> bool:
    """Whether two are likely to be one, before and after: on the same claim, in the same name."""
    return bool(set(one["by"]) & set(other["by"])) and bool(
        "claim" not in one or set(one["claim"]) & set(other.get("claim", ()))
    )


def _without(items: list[Any], others: list[Any]) -> list[Any]:
    """The items that are not among the others, each as often as it stands there more."""
    left, rest = [], list(others)
    for item in items:
        if item in rest:
            rest.remove(item)
        else:
            left.append(item)
    return left
