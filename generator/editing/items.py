"""Changes of what an entry holds: items that are added to its mappings and lists, or taken out, with their comments.

A file that is changed so has the canonical layout afterwards. Trees are values: each function gives another one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.editing.layout import keys_at
from generator.editing.layout.arranging import arranged
from generator.editing.layout.reading import read
from generator.editing.layout.tree import Group, Item, Tree
from generator.editing.layout.writing import write
from generator.model import Where
from generator.model.order import UNKNOWN
from generator.yaml_text import parse

_NOTHING = Group(())


def tree(text: str) -> Tree:
    """The items of a file without faults."""
    return read(parse(text.replace("\r\n", "\n")))


def text(tree: Tree, path: str) -> str:
    """The file at a path with these items."""
    return write(arranged(tree, keys_at(path)))


def written(item: Item, path: str) -> list[str]:
    """The lines of one item of a file, with its comments."""
    whole = Tree((), Group((item,)))
    return write(arranged(whole, keys_at(path) if item.key else UNKNOWN)).splitlines()


def texts(found: Iterable[str]) -> list[Item]:
    """Texts of a list."""
    return [Item(None, text) for text in found]


def record(**fields: str) -> Item:
    """A mapping of texts, for a list."""
    return Item(None, Group(tuple(Item(key, text) for key, text in fields.items())))


def item(tree: Tree, where: Where) -> Item | None:
    """What stands at a place."""
    found: Item | None = Item(None, tree.root)
    for step in where:
        found = _within(found, step) if found else None
    return found


def items(tree: Tree, *where: str | int) -> tuple[Item, ...]:
    """What stands in the mapping or list at a place; a text counts as a list of one."""
    found = item(tree, where)
    if found is None:
        return ()
    return found.value.items if isinstance(found.value, Group) else (replace(found, key=None),)


def with_items(tree: Tree, where: Where, added: Iterable[Item]) -> Tree:
    """With further items at the end of the mapping or list at a place, which is made if it is not there."""
    new = tuple(added)

    def grown(group: Group) -> Group:
        is_list = group.is_list or (not group.items and new[0].key is None)
        return replace(group, items=(*group.items, *new), is_list=is_list)

    return replace(tree, root=_changed(tree.root, where, grown)) if new else tree


def with_value(tree: Tree, key: str, text: str, style: str = "") -> Tree:
    """With another text for a key of the entry, written as a block if `style` is `|`; its comments stay."""
    old = item(tree, (key,)) or Item(key, "")
    others = tuple(other for other in tree.root.items if other.key != key)
    return replace(tree, root=replace(tree.root, items=(*others, replace(old, value=text, style=style or old.style))))


def without(tree: Tree, where: Where) -> Tree:
    """Without the item at a place, and without what would then be empty."""
    *above, last = where
    if item(tree, where) is None:
        return tree

    def pruned(group: Group) -> Group:
        gone = _within(Item(None, group), last)
        return replace(group, items=tuple(other for other in group.items if other is not gone))

    fewer = replace(tree, root=_changed(tree.root, tuple(above), pruned))
    return fewer if not above or items(fewer, *above) else without(fewer, tuple(above))


def with_remarks(tree: Tree, lines: Iterable[str]) -> Tree:
    """With comments at the end of the file."""
    remarks = tuple(f"# {line}".rstrip() for line in lines)
    return replace(tree, root=replace(tree.root, after=(*tree.root.after, *remarks)))


def remarks(tree: Tree) -> Iterator[str]:
    """The comments on the whole of a file: at its top, but for the one for editors, and at its end."""
    yield from (line for line in tree.head if line and "yaml-language-server" not in line)
    yield from tree.root.after


def _within(found: Item, step: str | int) -> Item | None:
    group = found.value
    if not isinstance(group, Group):
        return found if step == 0 else None
    if isinstance(step, int):
        return group.items[step] if step < len(group.items) else None
    return next((item for item in group.items if item.key == step), None)


def _changed(group: Group, where: Where, change: Callable[[Group], Group]) -> Group:
    """A group in which the one at a place is another."""
    if not where:
        return change(group)
    found = _within(Item(None, group), where[0])
    inner = found.value if found else _NOTHING
    if not isinstance(inner, Group):
        inner = Group((Item(None, inner),), is_list=True)
    new = Item(str(where[0]), _NOTHING) if found is None else found
    new = replace(new, value=_changed(inner, where[1:], change))
    if found is None:
        return replace(group, items=(*group.items, new))
    return replace(group, items=tuple(new if other is found else other for other in group.items))
