"""Two records of one source become one: whatever cites the first cites the second."""

from __future__ import annotations

from generator.corpus import Corpus, DeclaredSource
from generator.editing import items
from generator.editing.merging import left
from generator.editing.move import Move
from generator.editing.refusal import RefusedError
from generator.editing.working import Working
from generator.model import Source


def merge(corpus: Corpus, one: DeclaredSource, into: DeclaredSource, day: str) -> Move:
    """Make the source `one` part of `into`. What it tells otherwise stays as a comment."""
    if not may_be_one(corpus, one.source, into.source):
        raise RefusedError(
            f"`{one.source.id}` and `{into.source.id}` differ in publisher or language: they are two texts"
        )
    working, leads = Working(corpus), {one.source.id: into.source.id}
    path, other = one.entry.path, into.entry.path
    working.link(leads, {})
    was = items.item(items.tree(working.text(path)), ("sources", one.source.id))
    assert was
    working.change(path, lambda tree: items.without(tree, ("sources", one.source.id)))
    working.alias(other, ("sources", into.source.id), aliases(one.source, into.source))
    lines = left.remarks(one.source.id, day, path, [was])
    working.change(other, lambda tree: items.with_remarks(tree, lines))
    for changed in dict.fromkeys([other, path]):
        working.revise(changed, day, "update", f"Two records of one source were put together: {one.source.url}")
    return Move(working.texts, leads)


def may_be_one(corpus: Corpus, one: Source, into: Source) -> bool:
    """Whether two sources have one language, and the first has no page of a publisher that would miss it."""
    is_missed = one.publisher in corpus.publishers and one.publisher != into.publisher
    languages = {corpus.language(source.id) or "en" for source in (one, into)}  # as pages take them
    return not is_missed and len(languages) == 1


def aliases(one: Source, into: Source) -> list[str]:
    """The old ids of a source when it has taken in another."""
    return list(dict.fromkeys([*into.aliases, one.id, *one.aliases]))
