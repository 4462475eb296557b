"""What of a merged thing has no place in the other: it stays as comments, for an editor to use or delete."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.editing import items
from generator.editing.layout.tree import Group, Item, Tree


def differing(tree: Tree, other: Tree, keys: Iterable[str]) -> Iterator[Item]:
    """Of the keys of one file, those that the other has otherwise or has not, and those with comments."""
    for key in keys:
        item = items.item(tree, (key,))
        if item and (item != items.item(other, (key,)) or any(item.comments())):
            yield item


def comments(item: Item) -> Iterator[str]:
    """The comments on a mapping or list whose items go elsewhere, each with its own."""
    yield from item.before
    if item.beside:
        yield item.beside
    if isinstance(item.value, Group):
        yield from item.value.after


def remarks(name: str, day: str, path: str, left: Iterable[Item], comments: Iterable[str] = ()) -> list[str]:
    """The lines for the end of a file: what is left of `name`, which stood at `path`; none where nothing is."""
    lines = [line for item in left for line in items.written(item, path)]
    lines += [comment.removeprefix("#").strip() for comment in comments]
    return [f"Of `{name}`, merged on {day}, for an editor to use or delete:", *lines] if lines else []
