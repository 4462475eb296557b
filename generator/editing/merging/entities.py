"""Two actors, places, themes or publishers become one: whatever names the first names the second."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.editing import items
from generator.editing.layout.tree import Tree
from generator.editing.merging import left
from generator.editing.move import Move
from generator.editing.refusal import RefusedError
from generator.editing.rename import leads_of
from generator.editing.working import Working
from generator.model import Entity, Publisher


def merge(corpus: Corpus, one: Entity, into: Entity, day: str) -> Move:
    """Make the entity `one` part of `into`. Its names become spellings of the other's; the rest stays as comments."""
    if isinstance(one, Publisher) and isinstance(into, Publisher) and one.language != into.language:
        raise RefusedError(f"`{one.id}` and `{into.id}` differ in `language`: write it at the sources of the first")
    working, leads = Working(corpus), leads_of(one, into.id)
    working.link(leads, {one.id: into.id})
    was = items.tree(working.text(one.path))
    names = list(_new_names(one, into))
    working.change(into.path, lambda tree: items.with_items(tree, ("also-known-as",), items.texts(names)))
    working.change(into.path, lambda tree: items.with_remarks(tree, _left(was, tree, one, day)))
    working.alias(into.path, (), [*into.aliases, one.id, *one.aliases])
    working.revise(into.path, day, "update", f"Put together with: {one.name}")
    return Move({**working.texts, one.path: None}, leads)


def _new_names(one: Entity, into: Entity) -> Iterator[str]:
    known = {into.name, into.short, *into.also_known_as}
    yield from (name for name in dict.fromkeys([one.name, one.short, *one.also_known_as]) if name and name not in known)


def _left(tree: Tree, other: Tree, one: Entity, day: str) -> list[str]:
    used = ("name", "short", "also-known-as", "aliases")
    keys = [item.key for item in tree.root.items if item.key and item.key not in used]
    return left.remarks(one.id, day, one.path, left.differing(tree, other, keys), items.remarks(tree))
