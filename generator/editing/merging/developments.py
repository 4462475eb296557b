"""Two developments become one: sources, claims, what was said, and links go where they are not there already."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.corpus import Corpus
from generator.editing import items
from generator.editing.layout.tree import Group, Item, Tree
from generator.editing.merging import claims, left, sources
from generator.editing.move import Move
from generator.editing.names import check_free_on_page
from generator.editing.refusal import MisuseError, RefusedError
from generator.editing.rename import leads_of
from generator.editing.working import Working
from generator.model import Development, Words

_SINGLE = ("title", "date", "occurrence", "state", "summary")
_LISTS = ("themes", "places", "actors")
_PROSE = ("text", "assessment")


def merge(corpus: Corpus, one: Development, into: Development, day: str) -> Move:
    """Make the development `one` part of `into`.

    Texts are joined, a paragraph after the other. A title, a day and a summary that differ stay as comments.
    """
    if one.state != into.state:
        raise RefusedError(f"`{one.id}` is {one.state}, and `{into.id}` is {into.state}: make them alike first")
    _check_claims(corpus, one, into)
    same = dict(_same_sources(corpus, one, into))
    leads = leads_of(one, into.id) | same
    working = Working(corpus)
    working.link(leads | {reference: reference for reference in leads_of(into, into.id)}, {one.id: into.id})
    joining = _Joining(working, one, into, same)
    working.change(into.path, lambda tree: joining.joined(tree, day))
    _alias(working, one, into, same)
    working.revise(into.path, day, "update", f"Put together with: {one.title}")
    return Move({**working.texts, one.path: None}, leads)


def _check_claims(corpus: Corpus, one: Development, into: Development) -> None:
    """Raise where a claim of the first cannot have its id, or an old one, in the second: its address would lie."""
    for claim in one.claims.values():
        other = into.claims.get(claim.id)
        if other and claims.is_same(claim, other):
            continue
        for id_ in (claim.id, *(alias for alias in claim.aliases if "#" not in alias)):
            try:
                check_free_on_page(corpus, id_, claim, into.id)
            except MisuseError as error:
                lie = f"the address `{one.id}#{id_}` would lead to that"
                raise RefusedError(f"{error}: {lie}; `merge` the two claims first, if they are one") from None


def _same_sources(corpus: Corpus, one: Development, into: Development) -> Iterator[tuple[str, str]]:
    """The sources that both declare, under different ids, with one address."""
    by_url = {source.url: source for source in into.sources.values()}
    for source in one.sources.values():
        other = by_url.get(source.url)
        if other and sources.may_be_one(corpus, source, other):
            yield source.id, other.id


def _alias(working: Working, one: Development, into: Development, same: dict[str, str]) -> None:
    working.alias(into.path, (), [*into.aliases, one.id, *one.aliases])
    for id_, other in same.items():
        aliases = sources.aliases(one.sources[id_], into.sources[other])
        working.alias(into.path, ("sources", other), aliases)
    for claim in one.claims.values():
        if claim.id in into.claims and claim.aliases:
            both = dict.fromkeys([*into.claims[claim.id].aliases, *claim.aliases])
            working.alias(into.path, ("claims", claim.id), list(both))


class _Joining:
    """The files of two developments, whose links have been rewritten, on their way into one."""

    def __init__(self, working: Working, one: Development, into: Development, same: dict[str, str]) -> None:
        self.path, self.id, self.home, self.same = one.path, one.id, into.id, same
        self.tree = items.tree(working.text(one.path))
        self.one, self.into = working.development(one.path), working.development(into.path)
        self.left: list[Item] = []

    def joined(self, tree: Tree, day: str) -> Tree:
        """The second with all that comes from the first."""
        self.left += left.differing(self.tree, tree, _SINGLE)
        for key in _PROSE:
            tree = self._prose(tree, key)
        for key in _LISTS:
            held = {item.value for item in items.items(tree, key)}
            new = [item for item in items.items(self.tree, key) if item.value not in held]
            tree = items.with_items(tree, (key,), new)
        tree = items.with_items(tree, ("sources",), self._sources(tree))
        tree = items.with_items(tree, ("claims",), self._claims(tree))
        for key in ("statements", "quotations"):
            tree = items.with_items(tree, (key,), self._said(key))
        tree = self._relations(tree)
        self.left += left.differing(self.tree, tree, ("revisions",))
        return items.with_remarks(tree, left.remarks(self.id, day, self.path, self.left, self._comments()))

    def _comments(self) -> Iterator[str]:
        for key in (*_PROSE, *_LISTS, "sources", "claims", "statements", "quotations", "relations", "aliases"):
            if item := items.item(self.tree, (key,)):
                yield from left.comments(item)
        yield from items.remarks(self.tree)

    def _prose(self, tree: Tree, key: str) -> Tree:
        """Both texts, without what would link to its own page."""
        texts = [str(item.value) for side in (tree, self.tree) if (item := items.item(side, (key,)))]
        words = [re.sub(rf"\[\[{self.home}\|([^\[\]]+)\]\]", r"\1", text).strip("\n") for text in dict.fromkeys(texts)]
        if not words:
            return tree
        style = "|" if key == "text" or len(words) > 1 else ""
        return items.with_value(tree, key, "\n\n".join(words) + "\n" * (style == "|"), style)

    def _sources(self, tree: Tree) -> Iterator[Item]:
        """What only the first declares, with the day on which it was read, which was that of its own first version."""
        for item in items.items(self.tree, "sources"):
            source = self.one.sources[item.key or ""]
            if source.id in self.same:
                if item != items.item(tree, ("sources", self.same[source.id])):
                    self.left.append(item)
            elif source.accessed is None and self.one.added != self.into.added:
                yield _with(item, "accessed", self.one.added.text)
            else:
                yield item

    def _claims(self, tree: Tree) -> Iterator[Item]:
        for item in items.items(self.tree, "claims"):
            if item.key not in self.into.claims:
                yield item
            elif any(item.comments()):
                self.left.append(item)

    def _said(self, key: str) -> Iterator[Item]:
        """What was said at the first alone, with its day where the second has another."""
        there: list[Words] = [_dated(words, self.into) for words in getattr(self.into, key)]
        for item, words in zip(items.items(self.tree, key), getattr(self.one, key), strict=True):
            if _dated(words, self.one) in there:
                there.remove(_dated(words, self.one))
                self.left += [item] if any(item.comments()) else []
            elif words.date is None and self.one.date != self.into.date:
                yield _with(item, "date", self.one.date.text)
            else:
                yield item

    def _relations(self, tree: Tree) -> Tree:
        """Relations of both, without those between them."""
        known = {(relation.type, relation.to): relation.note for relation in self.into.relations}
        new = []
        for item, relation in zip(items.items(self.tree, "relations"), self.one.relations, strict=True):
            place = (relation.type, relation.to)
            if relation.to == self.home or (place in known and known[place] != relation.note):
                self.left.append(item)
            elif place not in known:
                new.append(item)
        for number, relation in reversed(list(enumerate(self.into.relations))):
            if relation.to == self.home:
                self.left += filter(None, [items.item(tree, ("relations", number))])
                tree = items.without(tree, ("relations", number))
        return items.with_items(tree, ("relations",), new)


def _dated(words: Words, at: Development) -> Words:
    return words.model_copy(update={"date": at.date_of(words)})


def _with(item: Item, key: str, text: str) -> Item:
    assert isinstance(item.value, Group)
    return replace(item, value=replace(item.value, items=(*item.value.items, Item(key, text))))
