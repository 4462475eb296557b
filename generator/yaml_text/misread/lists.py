"""Items of lists that YAML takes for something else than they were meant for."""

from __future__ import annotations

import re

from generator.yaml_text.misread.trouble import Misreading, Trouble
from generator.yaml_text.misread.written import in_quotes

NO_DASH = "in this list every item begins with a hyphen"
_ELSEWHERE = "the hyphen of this item is not below that of the first"


def in_list(trouble: Trouble) -> Misreading | None:
    """A line in a list that begins neither with a hyphen nor where the item above goes on."""
    if "expected '-' indicator" not in trouble.problem:
        return None
    line, dash = trouble.line, trouble.began - trouble.line_begun.start
    also = ((trouble.began, trouble.began + 1, "the first item"),)
    column = trouble.noticed - line.start
    if line.dash:
        help_ = f"begin it in column {dash + 1}, below the hyphen of the first"
        return Misreading(_ELSEWHERE, trouble.noticed, trouble.noticed + 1, help_, also)
    firsts = {item.key for item in trouble.lines[: line.number] if item.dash and len(item.indent) == dash}
    if column == dash and (line.key in firsts or not line.key):
        what = f"{line.key}: {line.value}" if line.key else line.value
        return Misreading(NO_DASH, line.key_at, line.key_at + len(line.key or line.value), f"write `- {what}`", also)
    help_ = f"begin it in column {dash + 3}, below the first key of the item, or with a hyphen as a new item"
    start, end = (line.content_at, line.content_at + len(line.key or line.value))
    return Misreading("this line stands neither in the item above nor begins a new one", start, end, help_, also)


def item_outside(trouble: Trouble) -> Misreading | None:
    """An item that begins further to the left than those above it, or below a value that is no list of lines."""
    line = trouble.line
    if "did not find expected key" not in trouble.problem or not line.dash or trouble.noticed != line.content_at:
        return None
    items = []
    for above in reversed(trouble.lines[: line.number]):
        if len(above.indent) <= len(line.indent) and not above.is_empty:
            break
        items += [above] if above.dash else []
    if not items:
        message = "this item belongs to no list"
        help_ = "write all items of a list in the same way, in brackets or each on a line of its own"
        return Misreading(message, line.content_at, line.content_at + 1, help_)
    first = min(reversed(items), key=lambda item: len(item.indent))
    also = ((first.content_at, first.content_at + 1, "the first item"),)
    help_ = f"begin it in column {len(first.indent) + 1}, below the hyphen of the first"
    return Misreading(_ELSEWHERE, line.content_at, line.content_at + 1, help_, also)


def item_beside_key(trouble: Trouble) -> Misreading | None:
    """`key: - item` on one line."""
    line = trouble.line
    if "block sequence entries are not allowed" not in trouble.problem or not line.key:
        return None
    item = re.sub(r"^-\s+", "", line.value)
    help_ = f"{line.corrected(f'[{item}]')}, or begin the list on the next line; a text goes into quotation marks"
    if " " in item:
        help_ = f"{line.corrected(in_quotes(line.value))}, or begin the list on the next line"
    return Misreading("a list cannot begin with a hyphen on the line of its key", line.value_at, line.end, help_)


READINGS = (in_list, item_outside, item_beside_key)
