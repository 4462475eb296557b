"""What stands in a list stands there once: a claim or a voice named twice would count as two statements."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from generator.corpus import Corpus
from generator.diagnostics import Also, Finding
from generator.model import Development, Entry, Where


def check(corpus: Corpus) -> Iterator[Finding]:
    """The second of two equal items."""
    for entry in corpus.entries:
        for where, items in _lists(entry):
            for first, number in _repeated(items):
                message = f"`{items[number]}` stands here twice"
                yield _finding(message, entry, (*where, first), (*where, number))
        if isinstance(entry, Development):
            yield from _relations(entry)


def repeated(entry: Entry) -> Iterator[Where]:
    """The places of all such items: in each list, of what stands there already."""
    for where, items in _lists(entry):
        yield from ((*where, number) for _, number in _repeated(items))
    if isinstance(entry, Development):
        yield from (("relations", number) for _, number in _repeated(_targets(entry)))


def _lists(entry: Entry) -> Iterator[tuple[Where, tuple[str, ...]]]:
    yield ("aliases",), entry.aliases
    if not isinstance(entry, Development):
        return
    yield from ((("themes",), entry.themes), (("places",), entry.places), (("actors",), entry.actors))
    for id_, source in entry.sources.items():
        yield ("sources", id_, "aliases"), source.aliases
    for id_, claim in entry.claims.items():
        yield ("claims", id_, "about"), claim.about
        yield ("claims", id_, "aliases"), claim.aliases
    for number, statement in enumerate(entry.statements):
        yield ("statements", number, "claim"), statement.claim
    for kind, group in (("statements", entry.statements), ("quotations", entry.quotations)):
        for number, words in enumerate(group):
            yield (kind, number, "by"), words.by
            yield (kind, number, "source"), words.source


def _relations(entry: Development) -> Iterator[Finding]:
    for first, number in _repeated(_targets(entry)):
        relation = entry.relations[number]
        message = f"this is `{relation.type}` to `{relation.to}` a second time"
        yield _finding(message, entry, ("relations", first, "to"), ("relations", number, "to"))


def _targets(entry: Development) -> list[tuple[str, str]]:
    return [(relation.type, relation.to) for relation in entry.relations]


def _finding(message: str, entry: Entry, first: Where, again: Where) -> Finding:
    also = Also(entry.path, first, "first named here")
    return Finding("duplicate-item", message, entry.path, again, "leave one of the two out", also=(also,))


def _repeated(items: Iterable[Hashable]) -> Iterator[tuple[int, int]]:
    """Of each item that equals an earlier one, where the first of them stands, and where it does."""
    seen: dict[Hashable, int] = {}
    for number, item in enumerate(items):
        if item in seen:
            yield seen[item], number
        seen.setdefault(item, number)
