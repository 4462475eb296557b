"""From a tree as it was written to the same in canonical order, with what goes on one line told."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from generator.editing.layout.tree import Group, Item, Tree
from generator.model.order import Keys
from generator.report.columns import width
from generator.yaml_text import one_line

WIDTH = 120
INDENT = 2


def arranged(tree: Tree, keys: Keys) -> Tree:
    """The tree with its keys in order, its texts in NFC, and each comment at an item that has room for it."""
    return Tree(tuple(map(_nfc, tree.head)), _group(tree.root, keys, 0))


def _group(group: Group, keys: Keys, column: int) -> Group:
    """A group whose keys or dashes stand at a column."""
    items = group.items
    if not group.is_list:
        by_key = {item.key or "": item for item in items}
        items = tuple(by_key[key] for key in keys.arranged(by_key))
    is_by_id = keys.each is not None
    done = (_item(item, keys if group.is_list else keys.of(item.key or ""), column, is_by_id) for item in items)
    return replace(group, items=tuple(done), after=tuple(map(_nfc, group.after)))


def _item(item: Item, keys: Keys, column: int, is_by_id: bool) -> Item:
    item = replace(item, before=tuple(map(_nfc, item.before)), beside=_nfc(item.beside))
    if isinstance(item.value, str):
        return replace(item, value=_text(item.value))
    item, group = _with_comments_above(item, _group(item.value, keys, column + INDENT))
    row = "" if is_by_id and not group.is_list else _row(group)
    if row and column + width(label(item) + row) < WIDTH:
        return replace(item, value=replace(group, row=row))
    if item.key is None and item.beside:
        item = replace(item, before=(*item.before, item.beside), beside="")
    return replace(item, value=group)


def _with_comments_above(item: Item, group: Group) -> tuple[Item, Group]:
    """An item and its group, of which those comments go above the item that have no room below its key or dash.

    What is in a list begins on the line of its dash, and what is empty has no lines.
    """
    if not group.items:
        return replace(item, before=item.before + group.after), replace(group, after=())
    if item.key is not None:
        return item, group
    first, *others = group.items
    above = replace(item, before=item.before + first.before)
    return above, replace(group, items=(replace(first, before=()), *others))


def label(item: Item) -> str:
    """What stands before the value of an item."""
    return "-" if item.key is None else f"{one_line(item.key)}:"


def _row(group: Group) -> str:
    """The group on one line, as one of texts, or as a mapping that may hold such lists; else nothing."""
    if any(group.comments()):
        return ""
    pieces = [_piece(item, group) for item in group.items]
    if not all(pieces):
        return ""
    return f"[{', '.join(pieces)}]" if group.is_list else f"{{{', '.join(pieces)}}}"


def _piece(item: Item, group: Group) -> str:
    if isinstance(item.value, str):
        value = "" if item.keeps_lines else one_line(item.value, in_flow=True)
    else:
        value = _row(item.value) if item.value.is_list and not group.is_list else ""
    return value if group.is_list or not value else f"{one_line(item.key or '', in_flow=True)}: {value}"


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _text(text: str) -> str:
    """A text in NFC; a web address stays, because another spelling may be another page."""
    return text if text.startswith(("http://", "https://")) else _nfc(text)
