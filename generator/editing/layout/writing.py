"""From an arranged tree to the text of a file."""

from __future__ import annotations

from collections.abc import Iterator

from generator.editing.layout.arranging import INDENT, label
from generator.editing.layout.comments import MODELINE
from generator.editing.layout.prose import lines_of_text, with_comment
from generator.editing.layout.tree import Group, Item, Tree
from generator.report.columns import width


def write(tree: Tree) -> str:
    """The text of a file, which ends with a line break."""
    body = _lines(tree.root, 0) if tree.root.items else ["{}", *tree.root.after]
    return "\n".join([*_head(tree.head), *body, ""])


def _head(head: tuple[str, ...]) -> list[str]:
    """The comments on the whole file. A blank line ends them, but for the one for editors alone."""
    return [*head, ""] if any(not MODELINE.match(comment) for comment in head) else [*head]


def _lines(group: Group, column: int) -> Iterator[str]:
    margin = " " * column
    for item in group.items:
        yield from (margin + comment for comment in item.before)
        first, *others = _item(item, column)
        yield margin + first
        yield from others
    yield from (margin + comment for comment in group.after)


def _item(item: Item, column: int) -> Iterator[str]:
    """The lines of an item: the first without its margin, the others with theirs."""
    start, inner = label(item), column + INDENT
    if isinstance(item.value, str):
        first, *others = lines_of_text(item, item.value, column + width(start) + 1, inner)
        yield f"{start} {first}"
        yield from others
    elif item.value.row:
        yield with_comment(f"{start} {item.value.row}", item.beside)
    elif item.key is None and not item.value.is_list:
        first, *others = _lines(item.value, inner)
        yield f"{start} {first.lstrip(' ')}"
        yield from others
    else:
        yield with_comment(start, item.beside)
        yield from _lines(item.value, inner)
